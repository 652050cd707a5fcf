"""Headlines and articles as plain lines: a paragraph is one line, and words say what a screen would show by its place.

Nothing here is drawn: no rules, no columns, no marks that a screen reader would spell out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from tui_reader import ages
from tui_reader.aligning import align
from tui_reader.app.lettering import leads_to_double
from tui_reader.clean import clean_line
from tui_reader.gate import clean_article
from tui_reader.hosts import shown_address
from tui_reader.languages import in_order
from tui_reader.model import Article, Block, BlockKind, Headline, Held, LinkKind, Photo, RelatedLink
from tui_reader.words import tr, trn


def headline(number: int, line: Headline, now: datetime, order: Sequence[str] = ()) -> str:
    """One line: number, title, state, source, age, languages."""
    state = [tr("read") if line.read else tr("unread"), *([tr("bookmarked")] if line.bookmarked else [])]
    state += [tr("hidden")] if line.hidden else []
    age = ages.age(line.published, now) if line.published else ""
    languages = _languages_of(line, [tag for tag in in_order(line.languages, order) if tag != line.language])
    parts = [
        f"{number}. {_sentence(clean_line(line.title))}",
        f"{', '.join(state).capitalize()}.",
        _sentence(", ".join(part for part in (*map(clean_line, line.sources), age) if part)),
        _sentence(languages[:1].upper() + languages[1:]),
    ]
    return " ".join(part for part in parts if part)


def _languages_of(line: Headline, others: Sequence[str]) -> str:
    own, also = _language(line.language), _languages(others)
    return tr("{language}, also {others}", language=own, others=also) if own and also else own or also


def article(held: Held) -> list[str]:
    """The whole article: title, who and when, editions, lead, body with captions in their places, links."""
    text = clean_article(held.article)
    others = [one for one in held.editions if one.language != text.language]
    about = [text.site or text.source, ", ".join(text.authors), _when(text), _language(text.language)]
    lines = [text.title or tr("Without a title"), ", ".join(part for part in about if part)]
    lines += (
        [tr("Also in {languages}", languages=_languages(one.language for one in others))] if others else []
    )
    if held.doubles:
        names = ", ".join(dict.fromkeys(clean_line(one.source) for one in held.doubles))
        lines.append(tr("The same text in {sources}; links lists them.", sources=names))
    lines += [text.lead] if text.lead else []
    placed = {block.photo for block in text.body if block.kind is BlockKind.PHOTO}
    lines += [photo(n, one) for n, one in enumerate(text.photos, 1) if n - 1 not in placed]
    lines += body(text)
    lines += [tr("This is a summary; full fetches the text.")] if text.partial else []
    count = len(text.related) + len(held.doubles)
    listed = trn("End. {count} link: links lists them.", "End. {count} links: links lists them.", count)
    lines += [listed if count else tr("End.")]
    return lines


def body(text: Article, *, photos: bool = True) -> list[str]:
    """The body's blocks."""
    return [line for block in text.body for line in _block(text, block) if photos or block.photo is None]


def both(left: Article, right: Article) -> list[str]:
    """Two editions in turns: what belongs together stands together."""
    left, right = clean_article(left), clean_article(right)
    names = _language(left.language), _language(right.language)
    lines = [f"{names[0]}: {left.title}", f"{names[1]}: {right.title}"]
    cuts, last = [(0, 0)], 0
    for place, theirs in enumerate(align(left, right)):
        if theirs > last:
            cuts.append((place, theirs))
            last = theirs
    for (ours, theirs), (end, their_end) in pairwise([*cuts, (len(left.body), len(right.body))]):
        for name, text, blocks in (
            (names[0], left, left.body[ours:end]),
            (names[1], right, right.body[theirs:their_end]),
        ):
            told = [line for block in blocks for line in _block(text, block)]
            lines += [f"{name}: {told[0]}", *told[1:]] if told else []
    return lines


def photo(number: int, one: Photo, *, address: bool = False) -> str:
    """One photo in words."""
    told = one.caption or one.alt or tr("without a caption")
    parts = [tr("Photo {number}: {told}", number=number, told=_sentence(told))]
    parts += [tr("Credit: {name}", name=_sentence(one.credit))] if one.credit else []
    parts += [(one.url and shown_address(one.url)) or tr("no address")] if address else []
    return " ".join(part for part in parts if part)


def link(number: int, one: RelatedLink) -> str:
    """One link: read also, in the text, or another source's article with the same text."""
    if one.url and leads_to_double(one.url):
        double = tr("The same text from another source.")
        return f"{number}. {_sentence(clean_line(one.title))} {double}"
    kind = tr("read also") if one.kind is LinkKind.READ_ALSO else tr("in the text")
    address = shown_address(one.url) if one.url else tr("No address.")
    return f"{number}. {_sentence(clean_line(one.title))} {kind.capitalize()}. {address}"


def _block(text: Article, block: Block) -> list[str]:
    match block.kind:
        case BlockKind.HEADING:
            return [tr("Heading: {text}", text=block.text)]
        case BlockKind.QUOTE:
            return [tr("Quote: {text}", text=" ".join(block.text.split()))]
        case BlockKind.LIST:
            items = [item.strip() for item in block.items]
            items = [f"{n}. {item}" for n, item in enumerate(items, 1)] if block.ordered else items
            return [tr("List of {count}:", count=len(items)), *items]
        case BlockKind.CODE:
            return [tr("Code:"), *block.text.split("\n"), tr("End of code.")]
        case BlockKind.TABLE:
            rows = [
                tr("Row {number}: {cells}", number=n, cells="; ".join(row))
                for n, row in enumerate(block.rows, 1)
            ]
            return [tr("Table of {count} rows:", count=len(rows)), *rows]
        case BlockKind.PHOTO:
            there = block.photo is not None and block.photo < len(text.photos)
            return (
                [photo(block.photo + 1, text.photos[block.photo])]
                if there and block.photo is not None
                else []
            )
    return block.text.split("\n")


def _when(text: Article) -> str:
    return ages.when(text.published) if text.published else ""


def _language(tag: str | None) -> str:
    return ages.language_name(tag) if tag else ""


def _languages(tags: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(map(_language, tags)))


def _sentence(text: str) -> str:
    """``text`` with a full stop where it ends without one, so that what follows is not run into it."""
    return text if not text or text[-1] in ".?!…:。！？" else f"{text}."
