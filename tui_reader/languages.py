"""Languages as BCP 47 tags: reading what sites call them, and writing what readers call them.

`normalize` takes tags as documents declare them (``ua``, ``en_US``, ``iw``); `from_label` takes what stands
on a language tab (``Укр``, ``Deutsch``, ``EN``). No model is loaded here: see `tui_reader.detection`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

# tag: (autonym, further names that sites print on a tab or in a menu, in lower case)
_NAMES: dict[str, tuple[str, str]] = {
    "af": ("Afrikaans", ""),
    "am": ("አማርኛ", "amharic"),
    "ar": ("العربية", "عربي عربى arabic ara арабский"),
    "az": ("Azərbaycanca", "azərbaycan azerbaijani aze азербайджанский"),
    "be": ("Беларуская", "бел беларускай belarusian белорусский"),
    "bg": ("Български", "бг бълг bulgarian bul болгарский"),
    "bn": ("বাংলা", "bengali bangla"),
    "bs": ("Bosanski", "bosnian"),
    "ca": ("Català", "catalan cat"),
    "crh": ("Qırımtatarca", "qirimtatarca qırımtatar кримськотатарська крымскотатарский"),
    "cs": ("Čeština", "česky český czech ces cze чешский"),
    "cy": ("Cymraeg", "welsh"),
    "da": ("Dansk", "danish dan"),
    "de": ("Deutsch", "deu ger german нім німецька немецкий allemand alemán tedesco"),
    "el": ("Ελληνικά", "ελλ greek ell"),
    "en": ("English", "eng англ англійська англійською английский anglais inglés inglese englisch angielski"),
    "eo": ("Esperanto", ""),
    "es": ("Español", "esp spa spanish castellano іспанська испанский spanisch"),
    "et": ("Eesti", "estonian est"),
    "eu": ("Euskara", "basque"),
    "fa": ("فارسی", "persian farsi"),
    "fi": ("Suomi", "finnish fin suomeksi"),
    "fil": ("Filipino", "tagalog"),
    "fr": ("Français", "fra fre french фр французька французский französisch"),
    "ga": ("Gaeilge", "irish"),
    "gl": ("Galego", "galician"),
    "gu": ("ગુજરાતી", "gujarati"),
    "he": ("עברית", "hebrew heb"),
    "hi": ("हिन्दी", "हिंदी hindi"),
    "hr": ("Hrvatski", "croatian hrv"),
    "hu": ("Magyar", "hungarian hun"),
    "hy": ("Հայերեն", "հայ armenian arm hye"),
    "id": ("Bahasa Indonesia", "indonesia indonesian"),
    "is": ("Íslenska", "icelandic"),
    "it": ("Italiano", "ita italian італ итальянский italienisch"),
    "ja": ("日本語", "japanese jpn"),
    "ka": ("ქართული", "ქარ georgian geo kat груз"),
    "kk": ("Қазақша", "қаз қазақ kazakh kaz казахский"),
    "ko": ("한국어", "한국말 korean kor"),
    "ku": ("Kurdî", "kurdish"),
    "ky": ("Кыргызча", "кыр kyrgyz"),
    "lb": ("Lëtzebuergesch", "luxembourgish"),
    "lt": ("Lietuvių", "lit lithuanian lietuviškai"),
    "lv": ("Latviešu", "lat latvian latviski"),
    "mk": ("Македонски", "мак macedonian"),
    "mn": ("Монгол", "mongolian"),
    "ms": ("Bahasa Melayu", "melayu malay"),
    "mt": ("Malti", "maltese"),
    "nb": ("Norsk bokmål", "bokmål"),
    "nl": ("Nederlands", "ned dutch nld"),
    "nn": ("Norsk nynorsk", "nynorsk"),
    "no": ("Norsk", "norwegian nor"),
    "pl": ("Polski", "pol polish польська польский polnisch"),
    "pt": ("Português", "por portuguese"),
    "ro": ("Română", "rom ron rum romanian рум румынский"),
    "ru": (
        "Русский",
        "рус рос російська російською росiйська rus russian русская русском russisch russe rosyjski",
    ),
    "sk": ("Slovenčina", "slovensky slovak slk"),
    "sl": ("Slovenščina", "slovensko slovenian slv"),
    "sq": ("Shqip", "albanian"),
    "sr": ("Српски", "srpski serbian срп srp"),
    "sv": ("Svenska", "swedish swe sve"),
    "sw": ("Kiswahili", "swahili"),
    "ta": ("தமிழ்", "tamil"),
    "tg": ("Тоҷикӣ", "тоҷ tajik"),
    "th": ("ไทย", "thai"),
    "tk": ("Türkmençe", "turkmen"),
    "tr": ("Türkçe", "tur turkish türk турецкий türkisch"),
    "tt": ("Татарча", "tatar"),
    "uk": (
        "Українська",
        "укр українською ukr ukrainian украинский украинская ukrainisch ukrainien",
    ),
    "ur": ("اردو", "urdu"),
    "uz": ("Oʻzbekcha", "o‘zbekcha o'zbekcha ўзбекча ўзб uzbek узб"),
    "vi": ("Tiếng Việt", "vietnamese"),
    "yi": ("ייִדיש", "yiddish"),
    "zh": ("中文", "汉语 漢語 chinese"),
    "zh-Hans": ("简体中文", "简体"),
    "zh-Hant": ("繁體中文", "繁體 繁体"),
}

# What sites write where a language is meant, and codes that ISO 639 has retired.
_ALIASES = {
    "ua": "uk",
    "cz": "cs",
    "jp": "ja",
    "kr": "ko",
    "cn": "zh",
    "gr": "el",
    "se": "sv",
    "dk": "da",
    "si": "sl",
    "ee": "et",
    "by": "be",
    "ge": "ka",
    "kz": "kk",
    "rs": "sr",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "mo": "ro",
    "sh": "sr-Latn",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
}
_THREE = {
    "ukr": "uk", "rus": "ru", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es",
    "ita": "it", "por": "pt", "pol": "pl", "ces": "cs", "cze": "cs", "nld": "nl", "dut": "nl", "swe": "sv",
    "dan": "da", "nor": "no", "nob": "nb", "nno": "nn", "fin": "fi", "jpn": "ja", "kor": "ko", "zho": "zh",
    "chi": "zh", "ara": "ar", "heb": "he", "tur": "tr", "ell": "el", "gre": "el", "bul": "bg", "ron": "ro",
    "rum": "ro", "hun": "hu", "slk": "sk", "slo": "sk", "slv": "sl", "hrv": "hr", "srp": "sr", "bel": "be",
    "kat": "ka", "geo": "ka", "hye": "hy", "arm": "hy", "kaz": "kk", "lit": "lt", "lav": "lv", "est": "et",
    "vie": "vi", "tha": "th", "hin": "hi", "ind": "id", "fas": "fa", "per": "fa",
}  # fmt: skip
_LABELS = {"uk": "UA", "cs": "CZ", "ja": "JP", "ko": "KR", "el": "GR", "zh-Hans": "简", "zh-Hant": "繁"}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-[a-z0-9]{1,8})*")
# On a tab: a code alone, with its region or script (``pt-BR``), or with its region in brackets.
_CODE = re.compile(
    r"(?P<code>[a-z]{2,3})(?:[-_](?P<more>[a-z]{2}|latn|cyrl|arab|hans|hant))?", re.IGNORECASE | re.ASCII
)
_REGION = re.compile(r"(?P<name>[^()]+?)\s*\((?P<region>[A-Za-z]{2})\)")
_PLAIN = re.compile(r"[^\w'‘’ʻ]+")
_EDGES = re.compile(r"^[^\w(]+|[^\w)]+$")
_NO_LABELS = {"in", "ji", "iw"}
MAX_TAG = 35


@cache
def unspaced() -> re.Pattern[str]:
    """A character of a script without spaces between words: each is a word. Made when it is first needed."""
    return re.compile(
        "[\u0e01-\u0e4e\u0e80-\u0ece\u1000-\u103f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
        "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
    )


def _fold(name: str) -> str:
    return " ".join(_PLAIN.sub(" ", name).casefold().split())


# Names that serve as a tab's label though they are no code; two-letter labels go through `normalize`.
_BY_NAME: dict[str, str] = {}
for _tag, (_autonym, _others) in _NAMES.items():
    for _name in (_autonym, *_others.split()):
        _BY_NAME.setdefault(_fold(_name), _tag)
_BY_NAME |= {"українська мова": "uk", "қазақ тілі": "kk", "eesti keel": "et", "bahasa": "id"}
_PRIMARY = {tag.split("-")[0] for tag in _NAMES}


@lru_cache(maxsize=1024)
def normalize(tag: str | None) -> str | None:
    """A BCP 47 tag in its canonical case (RFC 5646 section 2.1.1), or None where ``tag`` is no tag.

    Underscores, country codes used as languages (``ua``), ISO 639-2 codes (``ukr``) and retired codes
    (``iw``) are read as what they mean; a script or region is kept (``sr-Latn``, ``pt-BR``).
    """
    if not tag:
        return None
    text = tag.strip().replace("_", "-").split(".")[0].split("@")[0].casefold()
    if text in _ALIASES:
        return _ALIASES[text]
    if not _TAG.fullmatch(text):
        return None
    first, *rest = text.split("-")
    first = _ALIASES.get(first) or _THREE.get(first) or first
    if first in {"und", "mul", "zxx", "mis", "xx"}:
        return None
    done = [first]
    for position, part in enumerate(rest):
        # What follows a single letter is an extension; a longer tag need not be kept (RFC 5646 section 4.4).
        if len(part) == 1 or len("-".join(done)) + len(part) >= MAX_TAG:
            break
        if len(part) == 4 and part.isalpha() and position == 0:
            done.append(part.title())
        elif len(part) == 2 or part.isdigit():
            done.append(part.upper())
        else:
            done.append(part)
    tag = "-".join(done)
    return _ALIASES.get(tag.casefold(), tag)


def is_known(tag: str) -> bool:
    """Whether the primary language of ``tag`` is one that this module has a name for."""
    return primary(tag) in _PRIMARY


def known() -> list[str]:
    """The tags that this module has a name for, in order."""
    return sorted(_NAMES)


def primary(tag: str) -> str:
    """The primary language subtag: ``pt`` of ``pt-BR``."""
    return tag.split("-", 1)[0]


def same(left: str | None, right: str | None) -> bool:
    """Whether two tags name one language; both Norwegian written forms are Norwegian."""
    if left is None or right is None:
        return False
    return _family(left) == _family(right)


def within(tag: str | None, language: str) -> bool:
    """Whether ``tag`` is ``language`` or a form of it, as basic filtering of RFC 4647, section 3.3.1, has it."""
    asked, own = language.casefold(), (tag or "").casefold()
    return own == asked or own.startswith(asked + "-")


def _family(tag: str) -> str:
    first = primary(tag)
    return "no" if first in {"nb", "nn"} else first


@lru_cache(maxsize=1024)
def from_label(label: str) -> str | None:
    """The language that a tab's label names (``Укр``, ``Deutsch``, ``UA``, ``日本語``), or None.

    Codes count only for languages that have a name here, and only as codes are written (``PT``, ``pt-BR``,
    ``Português (BR)``), so that an ordinary short word is rarely taken for one. ``no`` and ``it`` are both:
    who reads a whole line of labels must judge by the others. ``in`` is none, for tabs say ``ID``.
    """
    if (folded := _fold(label)) in _BY_NAME:
        return _BY_NAME[folded]
    label = _EDGES.sub("", label)
    if label.startswith("("):
        return from_label(label.strip("()"))
    if (found := _REGION.fullmatch(label)) is not None:
        language = from_label(found["name"])
        return normalize(f"{language}-{found['region']}") if language and "-" not in language else language
    code = _CODE.fullmatch(label)
    tag = normalize(label) if code is not None and code["code"].casefold() not in _NO_LABELS else None
    return tag if tag is not None and is_known(tag) else None


def label(tag: str | None) -> str:
    """The short label that a reader knows: ``UA`` for ``uk``, ``EN`` for ``en``, ``??`` for no language."""
    if tag is None:
        return "??"
    known = _LABELS.get(tag) or _LABELS.get(primary(tag))
    return known or primary(tag).upper()


def autonym(tag: str | None) -> str:
    """The language's own name for itself, or its tag where none is known here."""
    if tag is None:
        return "?"
    for known in (tag, primary(tag)):
        if known in _NAMES:
            return _NAMES[known][0]
    return tag


def in_order(tags: Iterable[str], order: Sequence[str] = ()) -> list[str]:
    """``tags``, each once: first those of ``order`` in its order, then the rest by tag."""
    wanted = {tag: index for index, tag in reversed(list(enumerate(order)))}

    def rank(tag: str) -> tuple[int, str]:
        return wanted.get(tag, wanted.get(primary(tag), len(order))), tag

    return sorted(set(tags), key=rank)
