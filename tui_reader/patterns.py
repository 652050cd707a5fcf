"""Patterns that are compiled when they are first asked for: what most texts never ask needn't be waited for at the start."""

from __future__ import annotations

import re
from typing import Any, cast

_ASKING = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes of ``pattern``, which can take milliseconds, made at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._written)
        for method in _ASKING:  # from now on they are found without this
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
