"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from tui_reader import patterns


def test_a_late_pattern_is_compiled_once_and_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    real = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append((pattern, flags))
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    word = patterns.late("[a-z]+", re.IGNORECASE)
    assert made == []
    assert word.findall("Ann, Bo") == ["Ann", "Bo"]
    assert word.sub("x", "Ann, Bo") == "x, x"
    found = word.search(" Ann")
    assert found is not None
    assert found[0] == "Ann"
    assert made == [("[a-z]+", re.IGNORECASE)]


def test_a_late_pattern_tells_how_it_is_written() -> None:
    word = patterns.late("[a-z]+", re.IGNORECASE)
    assert (word.pattern, word.flags & re.IGNORECASE) == ("[a-z]+", re.IGNORECASE)
