"""Blocks of an article without those that repeat the headline, say nothing, or only lead elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from tui_reader.model import Block, BlockKind
from tui_reader.sources.pages.metadata import Metadata
from tui_reader.sources.pages.region import key
from tui_reader.vocabulary import split_read_also

MAX_HEADING = 160
_WHOLE = 100  # letters that no text repeats
_COPIED = 3  # paragraphs that make a copy
_LETTER = re.compile(r"[^\W_]")
_ENDS = (".", "!", "?", "。", "”", '"', "»", ":", "…", ")")
_LABEL = re.compile(
    r"(?:article content|recommended(?: videos?| for you)?|more (?:from|on|in|about) .{2,40}|related .{2,30}|weitere (?:videos|artikel|themen)|"
    r"videos?|advertisement|anzeige|publicité|publicidad|pubblicità|most (?:read|popular|viewed).{0,30}|meist ?gelesen|top stories|"
    r"trending.{0,20}|comments?|kommentare?|commentaires|comentarios|share|tags?|topics|themen|about the author.{0,2}|newsletter.{0,30}|"
    r"sign (?:in|up).{0,40}|log in.{0,40}|follow us.{0,30}|latest .{2,30})",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:newsletters?|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"whatsapp[- ](?:channel|kanal)|advertisement|article continues below|story continues below)\b|無断転載|무단 ?전재|"
    r"^\W*(?:©|copyright)",
    re.IGNORECASE,
)


def tidy(blocks: list[Block], about: Metadata) -> list[Block]:
    """The blocks that are the article's text, and its photos."""
    titles = {key(text) for text in (*about.headings, about.title or "") if text}
    names = {key(name) for name in about.authors}
    blocks = _after_title(blocks, titles)
    blocks = _without_title_parts(blocks, titles)
    often = Counter(key(block.text) for block in blocks)
    kept: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.PHOTO:
            kept.append(block)
            continue
        found = key(block.text)
        if not found or (often[found] > 2 and len(found) < 60) or found in titles:
            continue
        if (
            _leads_elsewhere(block)
            or _is_notice(block)
            or (block.kind is BlockKind.HEADING and _is_label(block, names))
        ):
            continue
        kept.append(_shaped(block))
    return _each_once(kept)


def _each_once(blocks: list[Block]) -> list[Block]:
    """The blocks without a second copy of the whole text, which a page holds for narrow screens."""
    long = [(place, found) for place, block in enumerate(blocks) if len(found := key(block.text)) >= _WHOLE]
    half = len(long) // 2
    first = [found for _, found in long[:half]]
    if half < _COPIED or first != [found for _, found in long[half:]] or len(set(first)) < half:
        return blocks
    start = long[half][0]
    heads, again = (
        [key(block.text) for block in part if block.kind is BlockKind.HEADING]
        for part in (blocks[:start], blocks[start:])
    )
    told = {key(block.text) for block in blocks[:start]}
    if heads != again:
        return blocks
    return [
        block
        for place, block in enumerate(blocks)
        if place < start or block.kind is BlockKind.PHOTO or key(block.text) not in told
    ]


def ended(blocks: list[Block]) -> list[Block]:
    """The blocks without headings at the end that nothing follows."""
    last = len(blocks)
    for place in range(len(blocks) - 1, -1, -1):
        if blocks[place].kind is BlockKind.HEADING:
            last = place
        elif blocks[place].kind is not BlockKind.PHOTO:
            break
    return [
        block for place, block in enumerate(blocks) if place < last or block.kind is not BlockKind.HEADING
    ]


def _after_title(blocks: list[Block], titles: set[str]) -> list[Block]:
    """The blocks after the headline, where it is among the first; photos above it stay."""
    for place, block in enumerate(blocks[:15]):
        if block.kind is BlockKind.HEADING and (block.level == 1 or _is_title(key(block.text), titles)):
            before = [one for one in blocks[:place] if one.kind is BlockKind.PHOTO]
            if not any(len(one.text) > 120 for one in blocks[:place]):
                return [*before, *blocks[place + 1 :]]
    return blocks


def _without_title_parts(blocks: list[Block], titles: set[str]) -> list[Block]:
    """The blocks without headings, before the first paragraph, that are a part of the headline: a kicker, its rest."""
    first = next((place for place, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH), 0)
    return [
        block
        for place, block in enumerate(blocks)
        if place >= first
        or block.kind is not BlockKind.HEADING
        or not any(key(block.text) in title for title in titles)
    ]


def _is_title(found: str, titles: set[str]) -> bool:
    return any(
        found == title or (len(title) > 20 and title in found and len(found) < len(title) + 60)
        for title in titles
    )


def _leads_elsewhere(block: Block) -> bool:
    """Whether a block is nothing but links, and no sentence."""
    linked = _linked(block)
    if block.kind is BlockKind.HEADING:
        return linked > 0.8
    if block.kind is BlockKind.LIST:
        return linked > 0.7
    if block.kind is BlockKind.PARAGRAPH:
        return linked > 0.9
    return False


def _is_label(block: Block, names: set[str]) -> bool:
    """Whether a heading only says what a box is (`Read also`, `Advertisement`), or who wrote the text."""
    label = split_read_also(block.text)
    if label is not None and not label[1]:
        return True
    return key(block.text) in names or _LABEL.fullmatch(block.text.strip(" :")) is not None


def _is_notice(block: Block) -> bool:
    if block.kind is BlockKind.TABLE or len(block.text) > 260:
        return False
    return _NOTICE.search(block.text) is not None


def _shaped(block: Block) -> Block:
    """A heading that is a whole paragraph becomes one."""
    if block.kind is BlockKind.HEADING and len(block.text) > MAX_HEADING:
        return replace(block, kind=BlockKind.PARAGRAPH, level=None)
    return block


def _linked(block: Block) -> float:
    """The share of a block's letters that is links."""
    length = sum(1 for _ in _LETTER.finditer(block.text))
    if not length or not block.links:
        return 0.0
    covered = sum(sum(1 for _ in _LETTER.finditer(block.text[link.start : link.end])) for link in block.links)
    return covered / length
