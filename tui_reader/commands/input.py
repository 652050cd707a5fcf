"""Standard input as bytes, bounded."""

from __future__ import annotations

import sys

from tui_reader.errors import InputError

MAX_BYTES = 64_000_000


def read_standard_input() -> bytes:
    """Everything that comes in. Raises InputError where there is no input, or no end of it."""
    if sys.stdin is None:
        raise InputError("standard input is closed; pipe a text into it")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"standard input can't be read ({error.strerror}); pipe a text into it") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"standard input is larger than {MAX_BYTES // 1_000_000} MB; give it in parts")
    return data
