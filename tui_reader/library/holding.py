"""One article with all that is known of it: its state, its story's editions and doubles, tags and note."""

from __future__ import annotations

from tui_reader.library import editions, folding, versions
from tui_reader.library.bookmarks import notes_of, tags_of
from tui_reader.library.connection import Connection
from tui_reader.library.ties import ties
from tui_reader.model import Held


def held(db: Connection, number: int, *, whole: bool) -> Held:
    """The article of a row that exists; ``whole``: it is read when its story is."""
    rows = db.rows(
        """SELECT sibling.number, sibling.source, sibling.read, sibling.seen, sibling.bookmarked, sibling.hidden,
               own.story
           FROM listing AS own JOIN listing AS sibling ON sibling.story = own.story
           WHERE own.number = ?""",
        (number,),
    )
    texts = {row[0]: versions.shown(db, row[0], row[1]) for row in rows}
    _, _, read, seen, bookmarked, hidden, story = next(row for row in rows if row[0] == number)
    fetched, other = db.rows(
        """SELECT article.fetched, version.number IS NOT NULL
           FROM article LEFT JOIN version USING (number) WHERE number = ?""",
        (number,),
    )[0]
    return Held(
        article=texts[number],
        read=bool(read if whole else seen),
        bookmarked=bool(bookmarked),
        story=story,
        editions=editions.merge(
            texts[number],
            [texts[one] for one in texts if one != number],
            ties(db, number).evidence(texts[number].id),
        ),
        fetched=bool(fetched),
        other=bool(other),
        hidden=bool(hidden),
        doubles=tuple(folding.doubles(db, [number]).get(number, ())),
        tags=tags_of(db, [story]).get(story, ()),
        note=notes_of(db, [story]).get(story),
    )
