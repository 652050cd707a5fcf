"""Takes out the pictures of teasers: those that lead where a headline beside them leads too."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from tui_reader.sources.hypertext.image_addresses import is_image
from tui_reader.sources.hypertext.markup import raw_text
from tui_reader.sources.pages.region import leads_away
from tui_reader.sources.pages.removal import remove

MAX_IMAGES = 400
_TITLE = 15  # characters that a headline has at least
_CLIMB = 4
_NEAR = 12  # links of one card
_HEADS = ("h2", "h3", "h4", "h5", "h6")
_ENDS = frozenset({"article", "main", "body", "figure"})


def drop_pictures(tree: etree._Element) -> None:
    """Remove the pictures of ``tree`` that stand in a teaser; its words stay, for what reads related links."""
    for image in list(islice(tree.iter("img"), MAX_IMAGES)):
        anchor = next(image.iterancestors("a"), None)
        if anchor is None or not leads_away(anchor) or is_image(anchor.get("href") or ""):
            continue
        if next(anchor.iterancestors("figure"), None) is not None or anchor.find(".//figcaption") is not None:
            continue
        if next(anchor.iter(*_HEADS), None) is not None or _has_headline(anchor):
            remove(image)


def _has_headline(anchor: etree._Element) -> bool:
    """Whether another link of the same card leads to the same page, with a headline's words."""
    href = anchor.get("href")
    for box in islice(anchor.iterancestors(), _CLIMB):
        if box.tag in _ENDS:
            return False
        others = [
            one for one in islice(box.iter("a"), _NEAR) if one is not anchor and one.get("href") == href
        ]
        if others:
            return any(len(raw_text(one).strip()) >= _TITLE for one in others)
    return False
