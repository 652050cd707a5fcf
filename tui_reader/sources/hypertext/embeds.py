"""A film, a sound or a frame of another site to the line that stands for it: what it is, and where it leads."""

from __future__ import annotations

from lxml import etree

from tui_reader.hrefs import resolve
from tui_reader.model import Block, BlockKind, InlineLink
from tui_reader.sources.hypertext import figures
from tui_reader.sources.hypertext.markup import inner_text, line

_KINDS = {"video": "Video: ", "audio": "Audio: "}


def block_of(element: etree._Element, base: str | None) -> Block | None:
    """The paragraph for an embed; None where it leads nowhere or is only a pixel."""
    source = element.find(".//source")
    address = (
        element.get("src") or element.get("data-src") or (source.get("src") if source is not None else None)
    )
    url = resolve(address, base)
    if url is None or figures.is_tiny(element):
        return None
    title = line(element.get("title")) or inner_text(element) or url.split("/")[2].removeprefix("www.")
    text = _KINDS.get(str(element.tag), "") + title
    return Block(BlockKind.PARAGRAPH, text, links=(InlineLink(0, len(text), url),))
