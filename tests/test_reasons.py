"""What the system says of a failure, in the language of the interface."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tui_reader import words
from tui_reader.reasons import _KNOWN, reason


@pytest.mark.parametrize("number", _KNOWN)
def test_in_english_it_is_what_the_system_says(number: int) -> None:
    assert reason(OSError(number, os.strerror(number))) == os.strerror(number)


def test_the_usual_is_translated_and_the_rest_is_as_it_came(tmp_path: Path) -> None:
    words.speak("de")
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "none").read_text("utf-8")
    assert reason(caught.value) == "Datei oder Ordner nicht gefunden"
    assert reason(OSError(errno.ENOTTY, "no typewriter")) == "no typewriter"
    assert reason(ValueError("null byte")) == "null byte"
