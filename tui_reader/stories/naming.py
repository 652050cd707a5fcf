"""Names as one key in every language and case: Путін, Путина, Putin and Putins are one.

A word becomes the sounds that its languages have in common: every vowel is one sound, so are all hissing
sounds, and ``g`` and ``h``; then the endings of the cases go, then the vowels. What is left is coarse on purpose:
two names that sound alike have one key now and then, and only several together say anything.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters of Greek and Cyrillic by their sounds: ``a`` any vowel, ``s`` any hiss, ``g`` also h.
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("аеєёиіїоуўыэюяйӣӯөүұәҽ", "a"),
        **dict.fromkeys("зсцчшщжџћђқ", "s"),
        **dict.fromkeys("гґхһғҳ", "g"),
        **{
            "б": "b",
            "в": "v",
            "д": "d",
            "к": "k",
            "л": "l",
            "м": "m",
            "н": "n",
            "п": "p",
            "р": "r",
            "т": "t",
        },
        **{"ф": "f", "ь": "", "ъ": "", "’": "", "'": "", "ј": "a", "љ": "l", "њ": "n", "ќ": "k", "ѓ": "g"},
        **{"ң": "n"},
        **dict.fromkeys("αειουηωυ", "a"),
        **{
            "β": "v",
            "γ": "g",
            "δ": "d",
            "ζ": "s",
            "θ": "t",
            "κ": "k",
            "λ": "l",
            "μ": "m",
            "ν": "n",
            "ξ": "ks",
        },
        **{"π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "φ": "f", "χ": "g", "ψ": "ps"},
    }
)
_SPECIAL = str.maketrans(
    {
        "ß": "s",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "t",
        "æ": "e",
        "œ": "e",
        "ı": "i",
        "’": "",
        "'": "",
    }
)
_HARD_CH = {"de", "pl", "cs", "sk", "nl", "da", "sv", "no", "nb", "fi"}
_SOFT_C = {"pl", "cs", "sk", "hr", "sl", "sr", "bs", "lt", "lv", "sq"}
_HISSING_J = {"en", "fr", "pt", "ro", "tr", "az", "ca"}
_LATIN = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shch|tsch|sch|tzsch", "S"),
        (r"dsch|dzh|dz|dj(?=[aeiou])", "S"),
        (r"sh|zh|cz|sz|rz(?=[aeiou])|ts|tz|cs(?=[aeiou])", "S"),
        (r"kh|gh", "G"),
        (r"ph", "F"),
        (r"th", "T"),
        (r"ck|qu?|cc(?![eiy])", "K"),
        (r"x", "KS"),
        (r"(?<=[aeiouy])h(?![aeiouy])", ""),  # Kühn, Johnson
        (r"c(?=[eiy])", "S"),
    )
]
_SOUNDS = str.maketrans(
    {**dict.fromkeys("aeiouy", "a"), **dict.fromkeys("SszZ", "s"), **dict.fromkeys("GghH", "g"), "c": "k"}
    | {"w": "v", "K": "k", "F": "f", "T": "t"}
)
_CYRILLIC_HISS = re.compile(r"[тд](?=[зсцчшщж])")
_TWICE = re.compile(r"(.)\1+")
_CASES = re.compile(r"a?(?:ag+a|am+a|am|ag|s)$")
_FEW = 3
_MANY = 12
OTHER = re.compile(r"[^a-z]")


@lru_cache(maxsize=60_000)
def name_key(word: str, language: str = "en") -> str:
    """The key of a name written in ``language`` (a primary tag): ``ptn`` of Путіним, Putin and Putins.

    ``a`` stands before one that begins with a vowel. Empty where too little is left, and for scripts whose
    sounds are not known here.
    """
    text = word.casefold()
    sounds = _of_cyrillic(text) if text[:1] > "\u036f" else _of_latin(text, language)
    return _short(_TWICE.sub(r"\1", sounds))


def _of_cyrillic(text: str) -> str:
    return OTHER.sub("", _CYRILLIC_HISS.sub("", text).translate(_LETTERS))


def _of_latin(text: str, language: str) -> str:
    plain = text.translate(_SPECIAL)
    if not plain.isascii():
        hooked = plain.translate(_HOOKED)
        plain = "".join(c for c in unicodedata.normalize("NFD", hooked) if not unicodedata.combining(c))
    if "ch" in plain:
        plain = plain if "sch" in plain else plain.replace("ch", "G" if language in _HARD_CH else "S")
    if language == "de" and plain.endswith("au"):
        plain = plain[:-2] + "av"  # Moskau, Warschau, Krakau
    if language in _SOFT_C:
        plain = plain.replace("c", "S")
    if "j" in plain:
        plain = plain.replace("j", "S" if language in _HISSING_J else "a")
    for pattern, sound in _LATIN:
        plain = pattern.sub(sound, plain)
    return OTHER.sub("", plain.translate(_SOUNDS))


_HOOKED = str.maketrans(dict.fromkeys("šśşșžźżčćç", "S"))


def _short(sounds: str) -> str:
    """Sounds without the endings of cases and without vowels, where enough is left."""
    for _ in range(2):
        stem = _CASES.sub("", sounds)
        if stem == sounds or len(stem) - stem.count("a") < _FEW:
            break
        sounds = stem
    consonants = _TWICE.sub(r"\1", sounds.replace("a", ""))
    key = "a" + consonants if sounds.startswith("a") else consonants
    return key[:_MANY] if len(key) > 1 else ""
