"""What newsrooms print around a text, in many languages: 'read also', the credit under a picture, a byline.

The words stand in `tui_reader.labels` and `tui_reader.wordlists` and nowhere else, so that feeds, pages,
Markdown and plain text read them alike. The functions are pure; what a label means for a text's layout is for their callers to decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.labels import ASKING, ELSEWHERE, MORE_FROM, NAMING, SAME_SUBJECT
from tui_reader.patterns import late
from tui_reader.wordlists import AGENCIES, BYLINE, CREDIT_LABELS, MISSING, POINTED_AT, POINTS, WALLS

_MARKS = " \t\u00a0*_#>•●▪■◆►▶→➡➤»›–—-+☞👉📌❗🔗📖"
_TAIL = " \t\u00a0*_"


def _fold(label: str) -> str:
    # Turkish has two letters i: in capitals nobody tells which one is meant
    same = label.strip(_MARKS).replace("’", "'").replace("İ", "i").casefold().replace("ı", "i")
    return " ".join(same.split())


def _labels(*tables: dict[str, str]) -> frozenset[str]:
    return frozenset(_fold(label) for table in tables for row in table.values() for label in row.split("|"))


READ_ALSO = _labels(ASKING, NAMING)
_ELSEWHERE = _labels(ELSEWHERE)
_MORE_FROM = late(MORE_FROM, re.IGNORECASE)
_SAME_SUBJECT = late(SAME_SUBJECT, re.IGNORECASE)
CREDIT = frozenset(CREDIT_LABELS.split("|"))
_ASK = frozenset(label for row in ASKING.values() for label in row.split("|"))
# The first word of a line tells nearly every other text from them.
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_FIRST_WORDS = frozenset(
    word[0]
    for label in (*READ_ALSO, *(label.casefold() for label in _ASK))
    if (word := _FIRST_WORD.match(label))
)
_BEFORE_LABEL = frozenset(_MARKS + "([【（")
_TURKISH = re.compile("[İı]")
_ASK_INITIALS = frozenset(label[0].casefold()[:1] for label in _ASK)
_POINTS = late(POINTS, re.IGNORECASE)
_POINTED_AT = late(POINTED_AT, re.IGNORECASE)
_UNSPACED = ("ja", "zh")
_SPACED_WALLS = "|".join(row for language, row in WALLS.items() if language not in _UNSPACED)
_OTHER_WALLS = "|".join(WALLS[language] for language in _UNSPACED)
_WALL = late(rf"(?<![^\W_])(?:{_SPACED_WALLS})|{_OTHER_WALLS}", re.IGNORECASE)
_MISSING = late(rf"(?:(?:oops|sorry|error|fehler|erreur|ops|ups)\W+)?(?:{MISSING})", re.IGNORECASE)
MAX_LABEL = 200
MAX_WALL = 500
MAX_ERROR = 80
MAX_SECTION = 6
_BYLINE = late(rf"(?:{BYLINE})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_WRAPPED = re.compile(r"[(\[【（](.+)[)\]】）]\.?", re.DOTALL)
_PARTED = re.compile(r"\s*[:：|｜›»→➡►▶>]+\s*|\s+[–—-]+>?\s+|\s*//\s*")
_ASKED = late(rf"({_any(_ASK)})(?=\s)", re.IGNORECASE)
_NOT_A_START = re.compile(r"[^\W_]")


def split_read_also(line: str) -> tuple[str, str] | None:
    """``(label, rest)`` of a line that begins with a 'read also' label, else None.

    ``rest`` is empty where the label stands alone. Bullets, arrows, emphasis and brackets around it are
    dropped: ``► Lesen Sie auch: Titel`` gives ``("Lesen Sie auch", "Titel")``.
    """
    if not _begins_like_label(line):
        return None
    text = line.lstrip(_MARKS).rstrip(_TAIL)
    if not _begins_like_label(text):
        return None
    if text[:1] in "([【（" and (wrapped := _WRAPPED.fullmatch(text)) is not None:
        text = wrapped[1].lstrip(_MARKS).rstrip(_TAIL)
    if len(text) > 2000 or not text:
        return None
    if len(text) <= MAX_LABEL:
        whole = text.rstrip(" :：*_|>»›→…").strip()
        if _fold(whole) in READ_ALSO:
            return whole, ""
    parted = _PARTED.search(text, 0, 60)
    if parted is not None and parted.start() and _fold(text[: parted.start()]) in READ_ALSO:
        return text[: parted.start()].strip(_MARKS), text[parted.end() :].lstrip(_MARKS).rstrip(_TAIL)
    asked = _ASKED.match(text) if text[0].casefold()[:1] in _ASK_INITIALS else None
    if asked is not None and (rest := text[asked.end() :].lstrip(_MARKS).rstrip(_TAIL)):
        first = _NOT_A_START.search(rest)
        if first is None or rest.endswith((".", "。")):
            return None
        if rest[0] in "«„“\"'「" or first[0].isupper() or not _cased(first[0]):
            return asked[1], rest
    return None


def may_read_also(lines: Sequence[str]) -> bool:
    """False where `split_read_also` finds nothing in any of ``lines``: most have a first word that no label has."""
    words = [match[0] if (match := _FIRST_WORD.match(line)) else "" for line in lines]
    if not _FIRST_WORDS.isdisjoint(map(str.casefold, words)) or _TURKISH.search(" ".join(words)) is not None:
        return any(split_read_also(line) is not None for line in lines)
    return "" in words and any(
        split_read_also(line) is not None for line in lines if line[:1] in _BEFORE_LABEL
    )


def _begins_like_label(line: str) -> bool:
    """False where the first word of a line, or its first sign, tells already that `split_read_also` finds nothing."""
    word = _FIRST_WORD.match(line)
    if word is None:
        return line[:1] in _BEFORE_LABEL
    return word[0].casefold() in _FIRST_WORDS or _TURKISH.search(word[0]) is not None


def is_elsewhere_label(line: str) -> bool:
    """Whether a line is the label of what a whole site offers under any article: 'most read', 'latest news'."""
    folded = _fold(line.rstrip(" :：*_|>»›→…"))
    if folded in _ELSEWHERE:
        return True
    # `Most read in Football`
    words = folded.split()
    return len(words) <= MAX_SECTION and any(
        " ".join(words[:count]) in _ELSEWHERE for count in range(2, len(words))
    )


def is_site_label(line: str) -> bool:
    """Whether a line is the label of a list that says nothing of the article: `Most read`, `More from Ann Lee`."""
    folded = _fold(line.rstrip(" :：*_|>»›→…"))
    return is_elsewhere_label(line) or (
        len(folded.split()) <= MAX_SECTION and _MORE_FROM.match(folded) is not None
    )


def is_subject_label(line: str) -> bool:
    """Whether a line is the label of links about the same subject: 'related articles', 'more on this topic'."""
    found = split_read_also(line)
    return (
        found is not None
        and not found[1]
        and not is_elsewhere_label(found[0])
        and _SAME_SUBJECT.search(found[0]) is not None
    )


def _cased(character: str) -> bool:
    return character.lower() != character.upper()


_LABEL = rf"(?:{_any(CREDIT)})(?:\(s\))?"
_SEPARATOR = r"(?:\s*[:：]\s*|\s*[=＝]\s*|\s+[–—]\s+)"
_OPEN, _CLOSE = "([（【〔［", ")]）】〕］"
_IN_BRACKET = late(
    rf"[(\[（【〔［]\s*(?:(?:{_LABEL}){_SEPARATOR}|(?:fot|nuotr|dok|abb)\.\s*(?=[^\W\d_])|(?:{_LABEL})\s+(?:by|von|de|di|av|af|door|par)\s+|"
    rf"(?:写真|사진|图|圖|撮影|提供)\s*[/／]\s*|(?:©|ⓒ|\(c\)\s))",
    re.IGNORECASE,
)
# A credit that closes a caption stands after a sentence, a line or a bar, or is the whole of the line.
_AFTER_END = late(
    rf"(?:^|(?<=[.!?…。！？\"”»“’'）)\]])\s*|\s*[|｜•·/]\s*|\s+[–—-]\s*|\n\s*)"
    rf"(?:(?:{_LABEL})(?:\s*[:：]\s*|\s*[=＝]\s*)|(?:photos?|photograph|picture|image) (?:by|courtesy of) (?=[A-Z]))"
    rf"(?=\S)",
    re.IGNORECASE,
)
_NAMES_SOMEBODY = re.compile(r"[:：=＝.]|\b(?:by|of) ", re.IGNORECASE)  # one of these is in all of both
_AFTER_WORD = late(rf"\s(?:{_LABEL})\s*[:：]\s*(?=\S)", re.IGNORECASE)
# Abbreviations whose point is their colon (`Fot. PAP`), and words that follow the name (`BNS nuotr.`, `张三 摄`).
_POINTED = late(r"(?:^|(?<=[.!?…”»)])\s+|\n)(?:fot|nuotr|dok|abb)\.\s*(?=[^\W\d_])", re.IGNORECASE)
_FOLLOWED = late(
    r"[(\[（【]\s*(?P<name>[^()\[\]（）【】]{2,60}?)\s*(?:nuotr\.?|nuotrauka|摄|攝|撮影|提供|摄影|供图|촬영|제공)\s*[)\]）】]\.?$|"
    r"(?:^|(?<=[.!?。])\s*)(?P<bare>[^.!?。]{2,60}?)\s+(?:nuotr\.?|nuotrauka|摄|攝|撮影|提供|촬영|제공)$",
    re.IGNORECASE,
)
_COPYRIGHT = late(r"(?:(?:^|\s)(?:©|ⓒ|\([cC]\))|(?:^|\s[-–|/]\s?)Copyright\s?:?)\s*(?P<name>\S[^\n]{0,120})$")
_AGENCY_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES.split("|"), key=len, reverse=True))
_AGENCY_BRACKET = late(
    rf"[(\[（]\s*(?P<name>(?:[^()\[\]（）]{{0,80}}[\s/,|])?(?:{_AGENCY_NAMES})(?:[\s/,|:][^()\[\]（）]{{0,80}})?)\s*[)\]）]\.?$"
)
_AGENCY_END = late(
    rf"(?<=[.!?…”»])\s+(?P<name>(?:{_AGENCY_NAMES})(?:\s*/\s*[^.!?]{{2,60}}|\s+(?:Photo|Images)\S{{0,60}})?)\.?$"
)
_SENTENCE_BREAK = re.compile(r"\w{3,}[.!?]\s+\w|[。！？]\s*\w")
MAX_CREDIT = 200


def split_credit(caption: str) -> tuple[str | None, str | None]:
    """A caption's text and its credit, each None where there is none.

    Read are ``(Foto: NAME)``, ``Text. Foto: NAME``, ``Photo by NAME``, ``© NAME``, ``(AP Photo/NAME)`` and
    their like. Only one label is dropped.
    """
    text = caption.strip()
    found = credited(text) or _lenient(text)
    if found is None:
        return text or None, None
    return found


def credited(text: str) -> tuple[str | None, str] | None:
    """The caption and credit of a text that is surely a caption: it carries a labelled credit; else None."""
    if len(text) > 4000:
        return None
    found = _bracketed(text)
    if found is None and _NAMES_SOMEBODY.search(text) is not None:
        found = _closing(text, _AFTER_END) or _closing(text, _POINTED)
    if found is None and (match := _FOLLOWED.search(text)) is not None:
        return text[: match.start()].strip() or None, (match["name"] or match["bare"]).strip()
    return found


def _lenient(text: str) -> tuple[str | None, str | None] | None:
    if len(text) > 4000:
        return None
    if (closing := _closing(text, _AFTER_WORD)) is not None:
        return closing
    if (bracketed := _bracketed(text, anywhere=True)) is not None:
        return bracketed
    for pattern in (_COPYRIGHT, _AGENCY_BRACKET, _AGENCY_END):
        if (match := pattern.search(text)) is not None:
            return text[: match.start()].strip() or None, match["name"].strip()
    return None


def _bracketed(text: str, anywhere: bool = False) -> tuple[str | None, str] | None:
    if not any(bracket in text for bracket in _OPEN):
        return None
    for opening in reversed(list(_IN_BRACKET.finditer(text))):
        end = _closing_bracket(text, opening.start())
        if not anywhere and opening.start() and text[end + 1 :].strip(' .,;"”»“’'):
            continue
        credit = text[opening.end() : end].strip(" \n.©")
        if credit and len(credit) <= MAX_CREDIT:
            rest = f"{text[: opening.start()].rstrip()} {text[end + 1 :].lstrip(' .')}".strip()
            return rest or None, credit
    return None


def _closing_bracket(text: str, start: int) -> int:
    depth = 0
    for index in range(start, len(text)):
        if text[index] in _OPEN:
            depth += 1
        elif text[index] in _CLOSE:
            depth -= 1
            if depth == 0:
                return index
    return len(text)


def _closing(text: str, pattern: re.Pattern[str]) -> tuple[str | None, str] | None:
    for label in pattern.finditer(text):
        credit = text[label.end() :].strip(" \n©")
        if is_name(credit):
            return text[: label.start()].rstrip(" |｜–—-/•·\n") or None, credit
    return None


def is_name(credit: str) -> bool:
    """Whether a text can be a credit's name: short, and no sentence."""
    if not credit or len(credit) > 160 or "\n" in credit or len(credit.split()) > 20:
        return False
    if credit.endswith(("?", "!", "。")):
        return False
    # `J. Doe Jr. / Agency` is a name, `It shows a dog. People laughed.` is text
    return not (credit.endswith(".") and _SENTENCE_BREAK.search(credit))


def points_elsewhere(sentence: str) -> bool:
    """Whether a single sentence points to another text, as `More details … in the article by X.` does."""
    if not 12 <= len(sentence) <= 220 or "\n" in sentence:
        return False
    begins = _POINTS.match(sentence.lstrip(_MARKS + "\"“«„'"))
    return begins is not None and _POINTED_AT.search(sentence, begins.end()) is not None


def is_wall(paragraph: str) -> bool:
    """Whether a paragraph keeps its reader out: it asks to subscribe, to log in, to agree, to prove to be human."""
    return len(paragraph) <= MAX_WALL and _WALL.search(paragraph.replace("’", "'")) is not None


def is_missing(title: str) -> bool:
    """Whether a title is that of a page that has nothing to show: `Page not found`, `403 Forbidden`."""
    return len(title) <= MAX_ERROR and _MISSING.match(title.strip(_MARKS).replace("’", "'")) is not None


def byline(line: str) -> tuple[str, ...]:
    """The authors that a line of its own names (``By Ann Lee and Bo Ek``, ``Автор: Ім'я Прізвище``), or ()."""
    text = line.strip(_MARKS)
    match = _BYLINE.match(text)
    if match is None or len(text) > 120 or text.endswith((".", "!", "?", ":")):
        return ()
    names = re.split(
        r"\s*[,;&/]\s*|\s+(?:and|und|et|y|e|i|та|і|и|och|og|en|ja|a|ve|dan|và)\s+", text[match.end() :]
    )
    names = [name.strip() for name in names if name.strip()]
    if not names or not all(_is_person(name) for name in names):
        return ()
    return tuple(names)


def _is_person(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 4 or any(character.isdigit() for character in name):
        return False
    particles = {
        "von",
        "van",
        "de",
        "der",
        "den",
        "da",
        "di",
        "del",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "dos",
        "du",
    }
    return all(word[0].isupper() or word.casefold() in particles for word in words)
