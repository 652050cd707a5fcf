"""Putting articles into the library: new ones, changed ones; unchanged ones cost no write.

Never writes to the state tables. Which of two texts is shown, `content.keeps_text` decides; where one is the
feed's and one the page's, the other is kept beside it (`versions`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.library import content, grouping, tally, versions
from tui_reader.library.connection import Connection
from tui_reader.model import Article, is_page

_ADD_WORDS = "INSERT INTO search (rowid, title, text, captions, credits, authors, related) VALUES (?, ?, ?, ?, ?, ?, ?)"
_REMOVE_WORDS = (
    "INSERT INTO search (search, rowid, title, text, captions, credits, authors, related) "
    "VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)"
)
_ADD = """
INSERT INTO article (id, source, title, url, address, published, arrived, changed, summary, names, partial,
                     fetched, given)
VALUES (:id, :source, :title, :url, :address, :published, :now, :now, :summary, :names, :partial, :fetched,
        :given)
"""
_CHANGE = """
UPDATE article SET source = :source, title = :title, url = :url, address = :address, published = :published,
    changed = :now, summary = :summary, names = :names, partial = :partial, fetched = :fetched, given = :given
WHERE number = :number
"""
_HELD = """
SELECT article.number, article.given, article.fetched, article.source, article.arrived, listing.bookmarked,
    version.number IS NOT NULL
FROM article JOIN listing USING (number) LEFT JOIN version USING (number)
WHERE article.id = ?
"""


def store(db: Connection, articles: Sequence[Article], now: int, *, fetched: bool) -> list[str]:
    """Inside a transaction: store ``articles``, form their stories; the ids that were new."""
    new: list[str] = []
    arrived: Counter[tuple[str, str | None]] = Counter()
    touched: set[int] = set()
    # Older ones first, so that row numbers grow with time where that is known.
    for article in sorted(articles, key=lambda one: min(content.seconds(one.published) or now, now)):
        held = db.one(_HELD, (article.id,))
        if held is None:
            touched.add(_add(db, article, now, fetched))
            new.append(article.id)
            arrived[content.storable(article.source), _language(article)] += 1
        else:
            touched |= _change(db, article, held, now, fetched)
    tally.arrived(db, [(*group, count) for group, count in arrived.items()])
    grouping.regroup(db, touched)
    return new


def _columns(article: Article, now: int, given: bytes, fetched: bool) -> dict[str, object]:
    return {
        "id": article.id,
        "source": content.storable(article.source),
        "title": content.storable(article.title),
        "url": content.storable(article.url) if article.url else None,
        "address": content.address(article.url),
        "published": content.seconds(article.published),
        "now": now,
        "summary": content.summary(article),
        "names": content.named_languages(article),
        "partial": article.partial,
        "fetched": fetched,
        "given": given,
    }


def _add(db: Connection, article: Article, now: int, fetched: bool) -> int:
    document = content.to_json(article)
    columns = _columns(article, now, content.fingerprint(document, article.source), fetched)
    number = db.execute(_ADD, columns)
    db.execute("INSERT INTO document (number, body) VALUES (?, ?)", (number, content.pack(document)))
    db.execute(
        "INSERT INTO listing (number, story, core, source, language, time) VALUES (?, ?, ?, ?, ?, ?)",
        (number, number, number, columns["source"], _language(article), _time(article, now)),
    )
    db.execute(_ADD_WORDS, (number, *content.search_fields(article)))
    grouping.remember_claims(db, number, article)
    return number


def _change(db: Connection, article: Article, held: tuple[object, ...], now: int, fetched: bool) -> set[int]:
    """Store an article that is held already; the number of it where its story must be formed anew."""
    number, given, was_fetched, source, arrived, bookmarked, has_other = held
    assert isinstance(number, int)
    assert isinstance(arrived, int)
    assert isinstance(given, bytes)
    print_ = content.fingerprint(content.to_json(article), article.source)
    has_feed = not is_page(article)
    if print_ == given and not fetched and (has_other or not was_fetched or not has_feed):
        return set()
    old = read(db, number, str(source))
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
    return _rewrite(db, number, old, new, _columns(new, now, print_, shows_page), arrived)


def swap(db: Connection, number: int, now: int) -> bool:
    """Inside a transaction: show the other version of an article; False where only one is held."""
    row = db.one("SELECT fetched, source, arrived, given FROM article WHERE number = ?", (number,))
    other = versions.other(db, number, row[1]) if row else None
    if row is None or other is None:
        return False
    fetched, source, arrived, given = row
    old = read(db, number, source)
    versions.put_beside(db, number, old)
    new = content.named_as(other, old)
    grouping.regroup(db, _rewrite(db, number, old, new, _columns(new, now, given, not fetched), arrived))
    return True


def _rewrite(
    db: Connection, number: int, old: Article, new: Article, columns: dict[str, object], arrived: int
) -> set[int]:
    """Put ``new`` in the place of ``old``; the number of it where its story must be formed anew."""
    columns = columns | {"number": number}
    if new == old:
        db.execute("UPDATE article SET given = :given, fetched = :fetched WHERE number = :number", columns)
        return set()
    db.execute(_CHANGE, columns)
    db.execute("UPDATE document SET body = ? WHERE number = ?", (content.pack(content.to_json(new)), number))
    _rewrite_words(db, number, old, new)
    with tally.kept(db, tally.stories_of(db, [number])):
        db.execute(
            "UPDATE listing SET source = ?, language = ?, time = ? WHERE number = ?",
            (columns["source"], _language(new), _time(new, arrived), number),
        )
    said = grouping.rewrite_claims(db, number, new)
    return {number} if said or old.language != new.language else set()


def read(db: Connection, number: int, source: str) -> Article:
    """The whole article of a row that exists."""
    return content.unpack(db.column("SELECT body FROM document WHERE number = ?", (number,))[0], source)


def _rewrite_words(db: Connection, number: int, old: Article, new: Article) -> None:
    before, after = content.search_fields(old), content.search_fields(new)
    if before != after:
        db.execute(_REMOVE_WORDS, (number, *before))
        db.execute(_ADD_WORDS, (number, *after))


def _language(article: Article) -> str | None:
    return content.storable(article.language) if article.language else None


def _time(article: Article, arrived: int) -> int:
    """What lists are ordered by: a date in the future does not stick on top."""
    published = content.seconds(article.published)
    return arrived if published is None else min(published, arrived)
