"""Standard input as bytes, bounded."""

from __future__ import annotations

import sys

from tui_reader.errors import InputError
from tui_reader.reasons import reason
from tui_reader.words import tr

MAX_BYTES = 64_000_000


def read_standard_input() -> bytes:
    """Everything that comes in. Raises InputError where there is no input, or no end of it."""
    if sys.stdin is None:
        raise InputError(tr("standard input is closed; pipe a text into it"))
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            tr("standard input can't be read ({reason}); pipe a text into it", reason=reason(error))
        ) from error
    if len(data) > MAX_BYTES:
        raise InputError(
            tr("standard input is larger than {size} MB; give it in parts", size=MAX_BYTES // 1_000_000)
        )
    return data
