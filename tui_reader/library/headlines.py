"""The lines of a list: an article, and what its story has beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from tui_reader.library import content, folding
from tui_reader.library.bookmarks import tags_of
from tui_reader.library.connection import Connection
from tui_reader.model import Headline
from tui_reader.stories import tongue

_HEADLINES = """
SELECT article.number, article.id, listing.story, article.title, article.source, listing.language, article.url,
       article.published, article.summary, listing.read, listing.seen, listing.bookmarked, listing.core,
       listing.hidden, listing.alone
FROM json_each(?) AS wanted
JOIN article ON article.number = wanted.value
JOIN listing ON listing.number = article.number
"""

_STORIES = """
SELECT listing.story, listing.core, listing.language, article.names
FROM json_each(?) AS wanted
JOIN listing ON listing.story = wanted.value
JOIN article ON article.number = listing.number
"""


def headlines(db: Connection, rows: Sequence[int], read: str) -> list[Headline]:
    """The lines of ``rows``, in that order; rows that do not exist are left out."""
    found = {row[0]: row for row in db.rows(_HEADLINES, (json.dumps(list(rows)),))}
    held: dict[int, dict[str, int]] = defaultdict(dict)
    named: dict[int, set[str]] = defaultdict(set)
    wanted = json.dumps(sorted({row[2] for row in found.values()}))
    for story, core, language, names in db.rows(_STORIES, (wanted,)):
        named[story].update(names.split())
        if language is not None:
            held[story][language] = core
    tags = tags_of(db, {row[2] for row in found.values() if row[11]})
    doubles = folding.doubles(db, (number for number, row in found.items() if not row[-1]))
    lines = []
    for row in (found[number] for number in rows if number in found):
        number, id, story, title, source, language, url, published, summary, any_read, *marks = row
        seen, bookmarked, core, hidden, _ = marks
        have = {tongue(tag) for tag in held[story]}
        lines.append(
            Headline(
                id=id,
                story=story,
                title=title,
                source=source,
                language=language,
                url=url,
                published=content.moment(published),
                summary=summary,
                read=bool(any_read if read == "read" else seen),
                bookmarked=bool(bookmarked),
                languages=tuple(sorted(held[story])),
                known=tuple(sorted(tag for tag in named[story] if tongue(tag) not in have)),
                row=number,
                likely=tuple(sorted(tag for tag, other in held[story].items() if other != core)),
                tags=tags.get(story, ()),
                hidden=bool(hidden),
                sources=tuple(dict.fromkeys([source, *(one.source for one in doubles.get(number, ()))])),
            )
        )
    return lines
