"""The text of a caption to what it says and whose the picture is, by the marks that newsrooms put between the two."""

from __future__ import annotations

import re
from functools import lru_cache

from tui_reader.patterns import late
from tui_reader.vocabulary import is_name, split_credit
from tui_reader.wordlists import AGENCIES

_ABBREVIATED = 3  # letters with its point: `Jr.`
# `Caption＝Agency`, as Japanese papers write it; what else follows that sign is a place or a day.
_EQUALS = late(
    r"＝(?P<name>[Ａ-ＺA-Za-z・/ ]{2,20}|[^＝。]{1,20}(?:提供|撮影|写真|共同|時事|ロイター|新聞社?)|ロイター|共同|時事)$"
)
_SOURCES = "quelle|source|fuente|fonte|źródło|bron|kilde|källa|lähde|zdroj|sursa|forrás|kaynak|джерело|источник|крыніца|πηγή"
_SOURCE = late(rf"\s*\((?:{_SOURCES})\s*:\s*(?P<name>[^()]{{2,80}})\)\.?$", re.IGNORECASE)
_SOURCE_LAST = late(
    rf"(?:^|(?<=[.!?…\"”»])\s*|\s[|/–-]\s*)(?:{_SOURCES})\s*:\s*(?P<name>[^.:]{{2,80}})$", re.IGNORECASE
)
_SOURCE_LABEL = late(rf"\(?\s*(?:{_SOURCES})\s*:\s*(.+)$", re.IGNORECASE)
_REPORTER = late(r"(?<=[.다])\s*(?P<name>[가-힣]{2,4})\s*(?:선임|인턴)?\s?기자$")
# A caption that is only a credit.
_BARRED = re.compile(r"(?P<text>[^|｜]{12,}?)\s*[|｜]\s*(?P<name>[^|｜]{2,60})$")
_BARE = re.compile(
    r"(?:(?:illustrations?|graphics?) by |credit\s?:\s?)(?P<name>[^\W\d_][^.:]{1,60})$", re.IGNORECASE
)
_NAMES = "|".join(sorted(map(re.escape, AGENCIES.split("|")), key=len, reverse=True))
_AGENCY = rf"(?:{_NAMES}|stock\.adobe\.com|Adobe Stock|iStockphoto|Getty)(?:\s?[/|,]\s?[^.!?]{{2,40}})?$"
_STOCK = late(rf"(?:[^.!?()（）]{{2,40}}\s?[-–/]\s?)?{_AGENCY}")
_STOCK_FIRST = re.compile(_AGENCY)  # the same where no mark stands before the agency
_COUNTED = re.compile(
    r"^\d{1,2}(?::\d{2}){1,2}(?: now playing)?(?: (?:min|h|Uhr)\b)?\s?[-–|•]?\s?|^\[\d{1,3}/\d{1,3}\]\s?|^\d{1,3}\s?(?:of|/|von|de|sur|di|z|из|із)\s?\d{1,3}\s?[|:–-]\s?",
    re.IGNORECASE,
)  # a film's length, a gallery's `2 of 12 | …`
_FRAMED = re.compile(r"^[-–—]\s+(.{3,}?)\s+[-–—]$", re.DOTALL)  # `- It burned all night. Ann Lee -`
# A Creative Commons licence and whose: `CC BY 4.0 Ann Lee`, `cc Ann Lee https://…`
_CC = re.compile(
    r"cc(?:[ -]by(?:-\w\w){0,2}(?: \d\.\d)?[\s:,/]+(?P<name>[^\W_][^().:]{1,60})"
    r"|\s+(?P<linked>[^\W_][^().:]{0,60}?)\s*https?://\S+)$",
    re.IGNORECASE,
)
_SLASHED = late(r"(?P<text>[^/]{12,})\s/\s(?P<name>[^/]{3,40}\s/\s(?!\s)[^/]{2,40})$")
# After a whole sentence: `It burned all night. (Agency)`, `It burned all night. Ann Lee`
_BRACKET = late(
    r"(?<=[.!?…。\"”»’'])\s*[(（](?!Archiv|Symbol|File|Stock|Foto|Bild|Photo)(?P<name>[^\W\d_][^()（）]{1,70})[)）]$"
)
_TRAILING = late(
    r"(?<=[^\W\d_]{3}[.!?。다])[\"”»’']?\s+(?!Archiv|Symbol|File|Stock|Foto|Bild|Photo)"
    r"(?P<name>[^\W\d_a-z][\w'’.&-]{1,30}(?:(?:\s|\s?/\s?)[^\W\d_a-z][\w'’&-]{0,30}){0,4}[^\W_])$"
)


# Words without a mark that parts a credit from a caption, but for those that do without one.
_WORDS = re.compile("[A-Za-zÀ-\u024f\u0370-\u04ff0-9 ,'’]++\\.?")
_TELLING = frozenset(("by", "of", "copyright", "nuotr", "nuotr.", "nuotrauka"))


@lru_cache(maxsize=1024)
def parted(caption: str | None) -> tuple[str | None, str | None]:
    """A caption's text apart from the credit at its end."""
    if not caption:
        return None, None
    caption = _FRAMED.sub(r"\1", _COUNTED.sub("", caption)).lstrip(" .,;|·")
    if not caption:
        return None, None
    if (licensed := _CC.match(caption)) is not None:
        return None, (licensed["name"] or licensed["linked"]).strip()
    if (bare := _BARE.match(caption)) is not None:
        return None, bare["name"].strip()
    plain = is_plain(caption)
    if (_STOCK_FIRST if plain else _STOCK).match(caption) is not None:
        return None, caption
    if plain:
        return caption.strip() or None, None
    if (slashed := _SLASHED.match(caption)) is not None:
        return slashed["text"].strip(), slashed["name"].strip()
    if (told := _SOURCE.search(caption)) is not None:  # its label is no part of an agency's name
        return caption[: told.start()].strip() or None, told["name"].strip()
    text, credit = split_credit(caption)
    barred = _BARRED.match(caption) if credit is None else None
    if barred is not None and is_name(barred["name"]) and not barred["name"][0].islower():
        return barred["text"].strip(), barred["name"].strip()
    if credit is None:
        for pattern in (_EQUALS, _SOURCE_LAST, _REPORTER, _BRACKET, _TRAILING):
            found = pattern.search(caption)
            if found is not None and not (pattern is _BRACKET and _is_remark(found["name"])):
                return caption[: found.start()].strip() or None, found["name"].strip()
    return text, credit


def is_plain(caption: str) -> bool:
    """Whether a caption that is no credit itself surely holds none."""
    return _WORDS.fullmatch(caption) is not None and _TELLING.isdisjoint(caption.casefold().split())


def _is_remark(text: str) -> bool:
    """Whether words in brackets are a remark and no name: several, most of them in small letters."""
    words = text.split()
    return len(words) > 3 and sum(word[0].islower() for word in words) * 2 > len(words)


def is_stock(text: str) -> bool:
    """Whether a text is an agency's name, perhaps a photographer's beside it, and nothing else."""
    return _STOCK.match(text) is not None


def bare_credit(text: str) -> str | None:
    """A credit without its label: `Photo: Ann` is `Ann`."""
    text = _COUNTED.sub("", text.strip(" –—-|"))
    if (labelled := _SOURCE_LABEL.match(text)) is not None:
        return _unbracketed(labelled[1]) or None
    caption, credit = split_credit(text)
    named = credit if caption is None else _unbracketed(text)
    if named and named.endswith(".") and "." not in named[:-1] and len(named.split()[-1]) > _ABBREVIATED:
        named = named[:-1]
    return named or None


def _unbracketed(text: str) -> str:
    """A text without the brackets around it, or the half of them that is left; those within it stay."""
    text = text.strip()
    for opening, closing in ("()", "[]"):
        if text.startswith(opening) and text.find(closing) in (-1, len(text) - 1):
            text = text.strip(opening + closing + " ")
        elif text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1].rstrip()
    return text
