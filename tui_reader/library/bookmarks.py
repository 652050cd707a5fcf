"""Bookmarks with their tags and notes: `Library.bookmarks`.

Like a bookmark, a tag or a note is a mark on articles, put on every article of the story, so that it stays with them
whatever becomes of the story. A story has the tags of all its articles, and their notes, each once. An article with
a tag or a note is always bookmarked; the database itself holds to that.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from tui_reader.bookmarks import MAX_TAGS, Bookmark, note_text, tag_key, tag_names
from tui_reader.library import content, state, tally
from tui_reader.library.connection import Connection
from tui_reader.library.restating import restate

_TAGS = """
SELECT sibling.story, tag.key, tag.name
FROM json_each(?) AS wanted
JOIN listing AS sibling ON sibling.story = wanted.value
JOIN tag ON tag.number = sibling.number
ORDER BY sibling.story, tag.key, tag.number
"""
_NOTES = """
SELECT listing.story, note.text
FROM json_each(?) AS wanted
JOIN listing ON listing.story = wanted.value
JOIN note USING (number)
ORDER BY listing.story, note.number
"""
_KNOWN = """
SELECT max(tag.name), count(DISTINCT listing.story)
FROM tag JOIN listing USING (number) GROUP BY tag.key ORDER BY tag.key
"""


class Bookmarks:
    """The bookmarks of one library. Each change returns what was before it, which `restore` brings back.

    When a change returns, the disk has it. All raise `LibraryError`.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    def tag(
        self, article_id: str, *, add: Iterable[str] = (), remove: Iterable[str] = (), now: datetime
    ) -> list[Bookmark]:
        """Tag the story of an article, which bookmarks it, or take tags away, which leaves it bookmarked.

        A tag that is known keeps its spelling; more than `MAX_TAGS` tags a story are not kept. Nothing is done where the article isn't held.
        """
        added, gone = tag_names(add), [tag_key(name) for name in remove]
        with self._db.transaction(durable=True):
            members = self._members(article_id)
            before = self._states(members)
            self._db.many(
                "DELETE FROM tag WHERE number = ? AND key = ?",
                [(one, key) for one in members for key in gone],
            )
            if members and added:
                state.bookmark(self._db, members[:1], True, _seconds(now))
                self._add_tags(members, added)
            return before

    def note(self, article_id: str, text: str | None, *, now: datetime) -> list[Bookmark]:
        """Write the note of an article's story, which bookmarks it; None takes the note away."""
        text = note_text(text)
        with self._db.transaction(durable=True):
            members = self._members(article_id)
            before = self._states(members)
            if members and text is not None:
                state.bookmark(self._db, members[:1], True, _seconds(now))
            self._write_notes((one, text) for one in members)
            return before

    def held_as(self, wanted: Iterable[tuple[Sequence[str], str | None]]) -> list[str | None]:
        """By which id each article is held, of its ids and its address: under the first id, or as the newest there."""
        found: list[str | None] = []
        for ids, url in wanted:
            rows = [
                self._db.one("SELECT id FROM article WHERE id = ?", (content.storable(id),)) for id in ids
            ]
            rows.append(
                self._db.one(
                    "SELECT id FROM article WHERE address = ? ORDER BY arrived DESC, number DESC LIMIT 1",
                    (content.address(url),),
                )
            )
            found.append(next((row[0] for row in rows if row is not None), None))
        return found

    def join(self, bookmarks: Iterable[Bookmark], *, now: datetime) -> None:
        """Bookmark the stories of articles, with tags and notes besides those that they have; all or none.

        One that is bookmarked already keeps its time.
        """
        with self._db.transaction(durable=True):
            for one in bookmarks:
                members = self._members(one.id)
                if members:
                    state.bookmark(self._db, members[:1], True, _seconds(one.at or now))
                    self._add_tags(members, tag_names(one.tags))
                    self._add_note(members, note_text(one.note))

    def of(self, article_id: str) -> list[Bookmark]:
        """The bookmarks of all articles of an article's story as they are now, for `restore`."""
        return self._states(self._members(article_id))

    def restore(self, bookmarks: Iterable[Bookmark]) -> None:
        """Give articles exactly these bookmarks, or none; articles that aren't held are left out."""
        wanted = {content.storable(one.id): one for one in bookmarks}
        with self._db.transaction(durable=True):
            rows = self._db.rows(
                "SELECT id, number FROM article WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(wanted)),),
            )
            self._clear([number for _, number in rows])
            kept = [(number, wanted[id]) for id, number in rows if wanted[id].at is not None]
            self._db.many(
                "INSERT INTO bookmark (number, at) VALUES (?, ?)",
                [(number, content.seconds(one.at)) for number, one in kept],
            )
            self._write_tags((number, tag) for number, one in kept for tag in tag_names(one.tags))
            self._write_notes((number, note_text(one.note)) for number, one in kept)
            restate(self._db, [number for _, number in rows])

    def notes(self, stories: Iterable[int]) -> dict[int, str]:
        """The note of each of ``stories`` (`Headline.story`) that has one."""
        return notes_of(self._db, stories)

    def known_tags(self) -> list[tuple[str, int]]:
        """Every tag, with the number of its stories."""
        return [(name, count) for name, count in self._db.rows(_KNOWN)]

    def put(self, numbers: Iterable[int], tags: Sequence[str], now: int) -> None:
        """Inside a transaction: bookmark the stories of the rows ``numbers``, with ``tags`` besides those they have."""
        wanted = [*numbers]
        state.bookmark(self._db, wanted, True, now)
        for story in tally.stories_of(self._db, wanted) if tags else ():
            members = self._db.column("SELECT number FROM listing WHERE story = ? ORDER BY number", (story,))
            self._add_tags(members, tags)

    def _spelled(self, tag: str) -> str:
        """A tag as it was written first."""
        row = self._db.one("SELECT name FROM tag WHERE key = ? LIMIT 1", (tag_key(tag),))
        return row[0] if row else tag

    def _members(self, article_id: str) -> list[int]:
        numbers = state.numbers_of(self._db, [article_id])
        story = tally.stories_of(self._db, numbers)
        return (
            self._db.column("SELECT number FROM listing WHERE story = ? ORDER BY number", story)
            if story
            else []
        )

    def _states(self, numbers: Sequence[int]) -> list[Bookmark]:
        wanted = (json.dumps(list(numbers)),)
        tags: dict[int, list[str]] = defaultdict(list)
        for number, name in self._db.rows(
            "SELECT number, name FROM tag WHERE number IN (SELECT value FROM json_each(?)) ORDER BY key",
            wanted,
        ):
            tags[number].append(name)
        rows = self._db.rows(
            """SELECT article.number, article.id, bookmark.at, note.text
               FROM article LEFT JOIN bookmark USING (number) LEFT JOIN note USING (number)
               WHERE article.number IN (SELECT value FROM json_each(?)) ORDER BY article.number""",
            wanted,
        )
        return [Bookmark(id, content.moment(at), tuple(tags[number]), note) for number, id, at, note in rows]

    def _add_tags(self, members: Sequence[int], tags: Sequence[str]) -> None:
        held = {tag_key(tag) for one in self._states(members) for tag in one.tags}
        room = MAX_TAGS - len(held)
        fresh = [tag for tag in tags if tag_key(tag) not in held][: max(0, room)]
        kept = [*(tag for tag in tags if tag_key(tag) in held), *fresh]
        self._write_tags((one, tag) for one in members for tag in map(self._spelled, kept))

    def _add_note(self, members: Sequence[int], text: str | None) -> None:
        """Put ``text`` below the note that there is, unless that holds it."""
        story = tally.stories_of(self._db, members)[0]
        held = notes_of(self._db, [story]).get(story, "")
        if text is not None and text not in held:
            joined = note_text(f"{held}\n\n{text}")
            self._write_notes((one, joined) for one in members)

    def _clear(self, numbers: Sequence[int]) -> None:
        for table in ("tag", "note", "bookmark"):  # the bookmark last: tag and note stand on it
            self._db.many(f"DELETE FROM {table} WHERE number = ?", [(one,) for one in numbers])

    def _write_tags(self, rows: Iterable[tuple[int, str]]) -> None:
        self._db.many(
            "INSERT OR IGNORE INTO tag (number, key, name) VALUES (?, ?, ?)",
            [(number, tag_key(name), name) for number, name in rows],
        )

    def _write_notes(self, rows: Iterable[tuple[int, str | None]]) -> None:
        for number, text in rows:
            if text is None:
                self._db.execute("DELETE FROM note WHERE number = ?", (number,))
            else:
                self._db.execute("INSERT OR REPLACE INTO note (number, text) VALUES (?, ?)", (number, text))


def tags_of(db: Connection, stories: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The tags of each of ``stories`` that has any, in order."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for story, key, name in db.rows(_TAGS, (json.dumps(sorted(stories)),)):
        found[story].setdefault(key, name)
    return {story: tuple(names.values()) for story, names in found.items()}


def notes_of(db: Connection, stories: Iterable[int]) -> dict[int, str]:
    """The note of each of ``stories`` that has one; where its articles brought several, one below the other."""
    found: dict[int, list[str]] = defaultdict(list)
    for story, text in db.rows(_NOTES, (json.dumps(sorted(stories)),)):
        found[story].append(text)
    return {story: "\n\n".join(dict.fromkeys(texts)) for story, texts in found.items()}


def _seconds(now: datetime) -> int:
    moment = content.seconds(now)
    assert moment is not None
    return moment
