"""An article's blocks without what stands at its edges and is none of its text: a time, a byline, a last appeal.

Most of it is known without knowing the language: a line of date and clock, a line with the author's name, a
label at the very end that nothing follows.
"""

from __future__ import annotations

import re

from tui_reader.model import Block, BlockKind
from tui_reader.sources.pages.metadata import Metadata
from tui_reader.sources.pages.region import key
from tui_reader.vocabulary import byline

_OPENING, _CLOSING = 4, 5  # blocks that are looked at
_LINE = 110
_NAMES_REST = 60  # letters beside an author's name: an office, a town
_WORDS_REST = 34  # letters beside a date: `Zuletzt aktualisiert am`, `Submitted on Mon`
_LABEL = 60
_MOMENT = re.compile(
    r"\d{1,2}[:.h]\d{2}\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d\d\b|\d{1,2}\s?(?:月|월)\s?\d{1,2}\s?(?:日|일)"
)
_STOP = re.compile(r"[.!?。！？]['\"”’»)]?$")
_EDITOR = re.compile(
    r"[（(【\[<].{0,40}?(?:编辑|編輯|編集|责编|責編|纠错|記者|记者|기자|редактор|editor).{0,60}[)）】\]>]$",
    re.IGNORECASE | re.DOTALL,
)
_SENDER = re.compile(
    r"(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,3}\s*)?(?:\(?END\)?|[(（]끝[)）]|[(（]完[)）])?$"
)
_APPEAL = re.compile(
    r"\brecaptcha\b|^(?:please )?(?:follow|like|join) (?:us|me|\S+(?: \S+){0,3}) on (?:facebook|twitter|x\b|instagram|telegram|google)|"
    r"^(?:for more stories like this|got a (?:news )?(?:story|tip)\b|(?:please )?get in touch with (?:our|us)|our standards:|"
    r"do you have a story|have you got a story|read more stories|click here to (?:sign|subscribe)|"
    r"fehler gefunden|mehr (?:themen|artikel) (?:auf|aus)|folgen sie uns|suivez-nous|síguenos|sigue toda la información|seguici|siga-nos|"
    r"volg ons|följ oss|følg oss|følg os|obserwuj nas|sledujte nás|kövess minket|urmărește|bizi takip|"
    r"підписуйтесь|підписуйтеся|підпишіться|приєднуйтесь|читайте нас|подписывайтесь|подпишитесь|присоединяйтесь|"
    r"iezīmējiet tekstu|якщо (?:ви )?помітили|если (?:вы )?(?:заметили|нашли) (?:ошибку|опечатку)|знайшли помилку|нашли опечатку)",
    re.IGNORECASE,
)
_LISTEN = re.compile(
    r"(?:artikel|beitrag)? ?(?:teilen|vorlesen|anhören|merken|drucken)|(?:listen to|share|save|print)(?: this)?(?: article| story)?|"
    r"(?:partager|écouter)(?: l['’]article)?|(?:compartir|escuchar)|(?:condividi|ascolta)(?: l['’]articolo)?|поделиться|поділитися|слушать|слухати",
    re.IGNORECASE,
)  # fmt: skip


def trimmed(blocks: list[Block], about: Metadata) -> list[Block]:
    """The blocks without the lines before and after the text that are none of it."""
    names = {found for name in about.authors if len(found := key(name)) > 5}
    texts = [place for place, block in enumerate(blocks) if block.kind is not BlockKind.PHOTO]
    gone: set[int] = set()
    for place in texts[:_OPENING]:
        if not _is_before(blocks[place], names):
            if len(blocks[place].text) > _LINE:
                break
            continue
        gone.add(place)
    rest = [place for place in texts if place not in gone]
    for place in reversed(rest[-_CLOSING:]):
        if _is_after(blocks[place], names, last=place == rest[-1]):
            gone.add(place)
            rest.remove(place)
    return [block for place, block in enumerate(blocks) if place not in gone] if rest else blocks


def _is_before(block: Block, names: set[str]) -> bool:
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or len(text) > _LINE or _STOP.search(text):
        return False
    return (
        _is_moment(text)
        or _is_signed(text, names)
        or bool(byline(text))
        or _LISTEN.fullmatch(text) is not None
    )


def _is_after(block: Block, names: set[str], *, last: bool) -> bool:
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or len(text) > _LINE * 3:
        return False
    if _APPEAL.search(text) or (len(text) <= _LINE and (_EDITOR.match(text) or _SENDER.match(text))):
        return True
    if not last or len(text) > _LABEL:
        return False
    return text.endswith((":", "：")) or key(text) in names or _is_moment(text)


def _is_moment(text: str) -> bool:
    """Whether a line is a date or a time and hardly more."""
    found = _MOMENT.search(text)
    return found is not None and sum(map(str.isalpha, text)) <= _WORDS_REST


def _is_signed(text: str, names: set[str]) -> bool:
    """Whether a line names an author of the article and hardly says more."""
    found = key(text)
    return any(name in found and len(found) - len(name) <= _NAMES_REST for name in names)
