"""The lines of a list: an article, and what its story has beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui_reader.library import content, folding
from tui_reader.library.bookmarks import tags_of
from tui_reader.library.connection import Connection
from tui_reader.model import Headline
from tui_reader.stories.tongues import tongue

_HEADLINES = """
SELECT article.number, article.id, listing.story, article.title, article.source, listing.language, article.url,
       article.published, article.summary, listing.read, listing.seen, listing.bookmarked, listing.core,
       listing.hidden, listing.alone, article.names
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
    together = [row for row in found.values() if not row[14]]
    beside = _beside(db, sorted({row[2] for row in together})) if together else {}
    doubles = folding.doubles(db, (row[0] for row in together)) if together else {}
    tags = tags_of(db, {row[2] for row in found.values() if row[11]})
    lines = []
    for row in (found[number] for number in rows if number in found):
        number, id, story, title, source, language, url, published, summary, any_read, *marks = row
        seen, bookmarked, core, hidden, _, names = marks
        held, named = beside.get(story) or (
            {language: core} if language is not None else {},
            {*names.split()},
        )
        have = {tongue(tag) for tag in held} if named else ()
        also = doubles.get(number)
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
                languages=tuple(sorted(held)),
                known=tuple(sorted(tag for tag in named if tongue(tag) not in have)),
                row=number,
                likely=tuple(sorted(tag for tag, other in held.items() if other != core)),
                tags=tags.get(story, ()),
                hidden=bool(hidden),
                sources=(source, *dict.fromkeys(one.source for one in also)) if also else (source,),
            )
        )
    return lines


def _beside(db: Connection, stories: Sequence[int]) -> dict[int, tuple[dict[str, int], set[str]]]:
    """Of each story the languages of its articles, with the cores that these are of, and those that they name."""
    found: dict[int, tuple[dict[str, int], set[str]]] = {story: ({}, set()) for story in stories}
    for story, core, language, names in db.rows(_STORIES, (json.dumps(stories),)):
        held, named = found[story]
        named.update(names.split())
        if language is not None:
            held[language] = core
    return found
