"""Takes an element out of its tree, and leaves the text after it."""

from __future__ import annotations

from lxml import etree


def remove(element: etree._Element) -> None:
    """Take ``element`` out; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail, element.tail = element.tail, None
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = f"{before.tail or ''} {tail}"
        else:
            parent.text = f"{parent.text or ''} {tail}"
    parent.remove(element)
