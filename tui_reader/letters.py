"""What letters and small words say of a text's language: a quick look, before the model that tells languages is asked.

It is made to let nearly every text pass at once that is in the language that its source declares, and says only that a text
does not look like that language, never what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from string import ascii_lowercase

from tui_reader.languages import primary

_SAMPLE = 400
_LETTERS = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "latin": re.compile("[a-zà-öø-ÿ\u0100-\u024fḀ-ỿ]+"),
    "cyrillic": re.compile("[\u0400-\u052f]+"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]+"),
    "hebrew": re.compile("[\u0590-\u05ff]+"),
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]+"),
    "armenian": re.compile("[\u0530-\u058f]+"),
    "georgian": re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]+"),
    "devanagari": re.compile("[\u0900-\u097f]+"),
    "bengali": re.compile("[\u0980-\u09ff]+"),
    "tamil": re.compile("[\u0b80-\u0bff]+"),
    "thai": re.compile("[\u0e00-\u0e7f]+"),
    "ethiopic": re.compile("[\u1200-\u137f]+"),
    "han": re.compile("[\u3040-\u30ff\u3400-\u9fff]+"),
    "hangul": re.compile("[\uac00-\ud7af\u1100-\u11ff]+"),
}
# Scripts that have a block of 256 characters for themselves, by the block's number (the upper byte in UTF-16).
_BLOCKS = {"cyrillic": 0x04, "arabic": 0x06}
# Languages that are not written in Latin letters alone.
_WRITTEN = {
    **dict.fromkeys(("uk", "ru", "be", "bg", "mk"), ("cyrillic",)),
    **dict.fromkeys(
        ("sr", "bs", "kk", "ky", "mn", "tg", "tk", "tt", "uz", "az"), ("cyrillic", "latin", "arabic")
    ),
    "el": ("greek",),
    "he": ("hebrew",),
    **dict.fromkeys(("ar", "fa", "ur"), ("arabic",)),
    "hy": ("armenian",),
    "ka": ("georgian",),
    "hi": ("devanagari",),
    "bn": ("bengali",),
    "ta": ("tamil",),
    "th": ("thai",),
    "am": ("ethiopic",),
    **dict.fromkeys(("ja", "zh"), ("han",)),
    "ko": ("hangul",),
}
# Cyrillic letters that one language has and the other lacks.
_OWN = {"uk": "іїєґ", "ru": "ыэё", "be": "іўыэё", "bg": "ъщ", "mk": "ѓќјљњ"}
_SMALL = {
    "en": "the and of to in is that for with was on by as has are",
    "de": "der die das und ist nicht mit den von für ein eine auch sich im",
    "fr": "le la les des et est pour dans une que du qui sur pas au",
    "es": "el los las que y en una por con para del se como su",
    "it": "il di che la e per un una con del della non sono nel",
    "pt": "o os que e do da em uma para com não por dos na",
    "pl": "się nie na że w z jest do oraz przez od to po",
    "nl": "de het een van en is dat op voor met niet te zijn",
    "cs": "se na že v je s z do pro byl podle který od",
    "sk": "sa na že v je s z do pre bol podľa ktorý od",
    "ro": "și în de la cu care pe din nu o pentru este a",
    "hu": "a az és hogy nem egy is volt meg el ez de",
    "tr": "ve bir bu için ile de da olarak çok daha olan",
    "sv": "och att det som en på är av för med den till",
    "da": "og at det som en på er af for den til ikke med",
    "no": "og at det som en på er av for den til ikke med",
    "hr": "i u je se na da za su od s koji što kao",
    "fi": "ja on ei että se oli hän mutta myös kun ovat",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _SMALL.items()}
_TAGS = {
    word: tuple(tag for tag, words in _WORDS.items() if word in words)
    for word in frozenset().union(*_WORDS.values())
}
_ALL_WORDS = frozenset(_TAGS)
_NO_WORDS = frozenset[str]()
_ASCII = ascii_lowercase.encode()
_FOREIGN = {tag: "".join(sorted({*"".join(_OWN.values())} - {*own})) for tag, own in _OWN.items()}
_FEW = 3


def fits(text: str, tag: str) -> bool:
    """Whether ``text`` looks as if it might be in the language ``tag``; True where nothing is known of it."""
    sample = text[:_SAMPLE].casefold()
    language = primary(tag)
    scripts = _WRITTEN.get(language, ("latin",))
    if not _plainly_written(sample, scripts[0]):
        written = 2 * sum(_count(_SCRIPTS[script], sample) for script in scripts)
        if written < len(sample) and written < _count(_LETTERS, sample):
            return False
    if language in _OWN:
        return _fits_cyrillic(sample, language)
    return _fits_latin(sample, language) if "latin" in scripts else True


def _plainly_written(sample: str, script: str) -> bool:
    """Whether letters that surely are of ``script`` make up half of ``sample``; False where others must be counted, too."""
    if script == "latin":
        plain = sample.encode("ascii", "ignore")
        letters = len(plain) - len(plain.translate(None, _ASCII))
    elif (block := _BLOCKS.get(script)) is not None:
        letters = sample.encode("utf-16-le", "surrogatepass")[1::2].count(block)
    else:
        return False
    return 2 * letters >= len(sample)


def _count(letters: re.Pattern[str], sample: str) -> int:
    return sum(map(len, letters.findall(sample)))


def _fits_cyrillic(sample: str, language: str) -> bool:
    return sum(map(sample.count, _FOREIGN[language])) <= sum(map(sample.count, _OWN[language]))


def _fits_latin(sample: str, language: str) -> bool:
    words = _ALL_WORDS.intersection(sample.split())
    own = len(words & _WORDS.get(language, _NO_WORDS))
    most = max(_FEW, 2 * own + 1)
    if len(words) < most:
        return True
    found = Counter(chain.from_iterable(_TAGS[word] for word in words))
    found.pop(language, 0)
    return max(found.values(), default=0) < most
