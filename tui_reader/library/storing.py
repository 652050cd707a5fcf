"""Putting articles into the library: new ones, changed ones; unchanged ones cost no write.

Never writes to the state tables. Which of two texts is shown, `content.keeps_text` decides; where one is the
feed's and one the page's, the other is kept beside it (`versions`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.library import content, folding, grouping, tally, versions
from tui_reader.library.connection import Connection
from tui_reader.library.making import to_row
from tui_reader.library.restating import changing
from tui_reader.library.rows import Row
from tui_reader.model import Article, is_page

_FIELDS = ", ".join(["CAST(? AS TEXT)"] * 6)
_ADD_WORDS = (
    f"INSERT INTO search (rowid, title, text, captions, credits, authors, related) VALUES (?, {_FIELDS})"
)
_REMOVE_WORDS = (
    "INSERT INTO search (search, rowid, title, text, captions, credits, authors, related) "
    f"VALUES ('delete', ?, {_FIELDS})"
)
_ADD = """
INSERT INTO article (number, id, source, title, url, address, published, arrived, changed, summary, names, partial,
                     fetched, given, heading)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
"""
_CHANGE = """
UPDATE article SET source = :source, title = :title, url = :url, address = :address, published = :published,
    changed = :now, summary = :summary, names = :names, partial = :partial, fetched = :fetched, given = :given,
    heading = :heading
WHERE number = :number
"""
_CHANGED = (
    "source", "title", "url", "address", "published", "now", "summary", "names", "partial", "fetched", "given", "number",
    "heading",
)  # fmt: skip
_HELD = """
SELECT article.id, article.number, article.given, article.fetched, article.source, article.arrived,
    listing.bookmarked, version.number IS NOT NULL
FROM article JOIN listing USING (number) LEFT JOIN version USING (number)
WHERE article.id IN (SELECT value FROM json_each(?))
"""
_LAST = "SELECT coalesce(max(number), 0) FROM article"
_STRETCH = 2000  # articles: about as many as the index gathers before it writes


def store(db: Connection, rows: Sequence[Row], now: int, *, fetched: bool) -> list[str]:
    """Inside a transaction: store ``rows``, form their stories; the ids that were new."""
    rows = _in_order(rows, now)
    held = _held(db, rows)
    fresh = {row.id: row for row in reversed(rows) if row.id not in held}
    new = [row for row in rows if fresh.get(row.id) is row]
    touched = set(_add(db, new, now, fetched))
    again = [row for row in rows if fresh.get(row.id) is not row]
    if any(row.id in fresh for row in again):  # twice in what came
        held |= _held(db, again)
    for row in again:
        touched |= _change(db, row, held[row.id], now, fetched)
    tally.arrived(db, [(*group, count) for group, count in Counter(row[1:4:2] for row in new).items()])
    _form(db, touched)
    return [row.id for row in new]


def _in_order(rows: Sequence[Row], now: int) -> list[Row]:
    """Older ones first, so that row numbers grow with time; but of those that are near each other, language by language.

    The words of one language, among which the index looks for each that comes, stay in the processor's cache; those of
    six do not, and finding them there takes half as long again as all the rest of indexing.
    """
    by_time = sorted(rows, key=lambda row: _time(row.published, now))
    stretches = (by_time[start : start + _STRETCH] for start in range(0, len(by_time), _STRETCH))
    return [row for stretch in stretches for row in sorted(stretch, key=lambda row: row.language or "")]


def _form(db: Connection, touched: set[int]) -> None:
    """Form the stories of ``touched`` anew, and the lines in which their doubles stand."""
    folding.fold(db, touched | grouping.regroup(db, touched))


def _held(db: Connection, rows: Sequence[Row]) -> dict[str, tuple[object, ...]]:
    """What is known of those of ``rows`` that are held, by id."""
    found = db.rows(_HELD, (json.dumps([row.id for row in rows]),))
    return {row[0]: row[1:] for row in found}


def _add(db: Connection, rows: Sequence[Row], now: int, fetched: bool) -> range:
    """Add new articles; their numbers."""
    first = db.column(_LAST)[0] + 1
    numbers = range(first, first + len(rows))
    numbered = list(zip(numbers, rows, strict=True))
    db.many(
        _ADD,
        (
            (n, r.id, r.source, r.title, r.url, r.address, r.published, now, r.summary, r.names, r.partial, fetched, r.given,
             r.heading)
            for n, r in numbered
        ),
    )  # fmt: skip
    db.many("INSERT INTO document (number, body) VALUES (?, ?)", ((n, r.body) for n, r in numbered))
    db.many(
        "INSERT INTO listing (number, story, core, line, source, language, time, pictured) "
        "VALUES (?1, ?1, ?1, ?1, ?2, ?3, ?4, ?5)",
        ((n, r.source, r.language, _time(r.published, now), r.pictured) for n, r in numbered),
    )
    db.many(_ADD_WORDS, ((n, *r.words) for n, r in numbered))
    grouping.remember_claims(db, numbered)
    return numbers


def _change(db: Connection, row: Row, held: tuple[object, ...], now: int, fetched: bool) -> set[int]:
    """Store an article that is held already; the number of it where its story must be formed anew."""
    number, given, was_fetched, source, arrived, bookmarked, has_other = held
    assert isinstance(number, int)
    assert isinstance(arrived, int)
    assert isinstance(given, bytes)
    print_ = row.given
    if print_ == given and not fetched and (has_other or not was_fetched):
        return set()
    article = row.article()
    has_feed = not is_page(article)
    if print_ == given and not fetched and not has_feed:
        return set()
    old = versions.shown(db, number, str(source))
    if not article.source and source:
        article = replace(article, source=old.source)
    new, shows_page = article, fetched
    if content.keeps_text(
        old, article, held_fetched=bool(was_fetched), fetched=fetched, bookmarked=bool(bookmarked)
    ):
        new, shows_page = content.with_text_of(article, old), bool(was_fetched)
    elif fetched and has_feed:
        new = content.named_as(article, old)
    if has_feed and shows_page and not fetched:
        versions.follow_feed(db, number, article, bookmarked=bool(bookmarked))
    elif has_feed and shows_page and not was_fetched:
        versions.put_beside(db, number, old)
    if fetched:
        print_ = given  # what the feed gave last is not what the page gave
    return _rewrite(db, number, old, new, now, print_, shows_page, arrived)


def swap(db: Connection, number: int, now: int) -> bool:
    """Inside a transaction: show the other version of an article; False where only one is held."""
    row = db.one("SELECT fetched, source, arrived, given FROM article WHERE number = ?", (number,))
    other = versions.other(db, number, row[1]) if row else None
    if row is None or other is None:
        return False
    fetched, source, arrived, given = row
    old = versions.shown(db, number, source)
    versions.put_beside(db, number, old)
    new = content.named_as(other, old)
    _form(db, _rewrite(db, number, old, new, now, given, not fetched, arrived))
    return True


def _rewrite(
    db: Connection,
    number: int,
    old: Article,
    new: Article,
    now: int,
    given: bytes,
    fetched: bool,
    arrived: int,
) -> set[int]:
    """Put ``new`` in the place of ``old``; the number of it where its story must be formed anew."""
    if new == old:
        db.execute("UPDATE article SET given = ?, fetched = ? WHERE number = ?", (given, fetched, number))
        return set()
    row = to_row(new)
    told = _told(old) != _told(new)
    touched = {number, *folding.beside(db, number)} if told else {number}
    columns = {**row._asdict(), "now": now, "given": given, "fetched": fetched, "number": number}
    db.execute(_CHANGE, {name: columns[name] for name in _CHANGED})
    db.execute("UPDATE document SET body = ? WHERE number = ?", (row.body, number))
    _rewrite_words(db, number, content.search_fields(old), row.words)
    with changing(db, [number]):
        db.execute(
            "UPDATE listing SET source = ?, language = ?, time = ?, pictured = ? WHERE number = ?",
            (row.source, row.language, _time(row.published, arrived), row.pictured, number),
        )
    said = grouping.rewrite_claims(db, number, new)
    return touched if said or told else set()


def _told(article: Article) -> tuple[object, ...]:
    """What stories and doubles are known by, beside what an article claims."""
    return (
        article.language,
        article.title,
        article.url,
        article.published,
        content.summary(article),
        article.source,
    )


def _rewrite_words(db: Connection, number: int, before: Sequence[bytes], after: Sequence[bytes]) -> None:
    if before != after:
        db.execute(_REMOVE_WORDS, (number, *before))
        db.execute(_ADD_WORDS, (number, *after))


def _time(published: int | None, arrived: int) -> int:
    """What lists are ordered by: a date in the future does not stick on top."""
    return arrived if published is None else min(published, arrived)
