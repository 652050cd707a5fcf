"""The reader's sources as OPML 2.0 (opml.org/spec2.opml), which other readers import. Pure.

An edition is an outline of its own with its ``language``; attributes in a namespace of ours say which editions are of one
source, so that they are again when the file comes back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import quoteattr

from tui_reader.clean import clean_line
from tui_reader.languages import label
from tui_reader.model import Edition, Source
from tui_reader.subscribing import NAMESPACE


def to_opml(sources: Iterable[Source], now: datetime) -> str:
    """The feeds of ``sources`` as a document; folders are left out. ``now`` is an aware time."""
    categories: defaultdict[str | None, list[str]] = defaultdict(list)
    for source in sources:
        categories[source.category] += [_outline(source, edition) for edition in source.editions]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:reader="{NAMESPACE}">',
        "  <head>",
        "    <title>tui-reader</title>",
        f"    <dateCreated>{now:%a, %d %b %Y %H:%M:%S %z}</dateCreated>",
        "  </head>",
        "  <body>",
    ]
    for category, outlines in categories.items():
        if category is None:
            lines += [f"    {line}" for line in outlines]
        elif outlines:
            lines += [f"    <outline text={_quoted(category)} title={_quoted(category)}>"]
            lines += [f"      {line}" for line in outlines]
            lines += ["    </outline>"]
    return "\n".join([*lines, "  </body>", "</opml>"]) + "\n"


def _outline(source: Source, edition: Edition) -> str:
    language = edition.language or source.language
    several = len(source.editions) > 1 and language
    name = f"{source.name} ({label(language)})" if several and language else source.name
    given = f'text={_quoted(name)} title={_quoted(name)} type="rss" xmlUrl={_quoted(edition.url)}'
    if language:
        given += f" language={_quoted(language)}"
    if several:
        given += f" reader:source={_quoted(source.name)}"
    return f"<outline {given}/>"


def _quoted(text: str) -> str:
    return quoteattr(clean_line(text))
