"""The tables of the library, and how an older one becomes today's. The SQL is commented in its place.

``application_id`` in the file's header says that the file is ours, ``user_version`` which migration was the last.
Each migration is one transaction: a file is of the old version or of the new one, never between. To change
a table, append a migration; never edit one that was released.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tui_reader.library.scripts import DOUBLES, FORMER, HIDDEN, IN_BULK, PICTURED, TAGS_AND_NOTES, WINDOWS

APPLICATION_ID = 0x74756972  # "tuir"
# What Python raises of a damaged file: SQLite's error, or that the words of the error are garbage themselves.
BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)

_FIRST = """
-- CONTENT: what the sources gave. Rows are added and rewritten, never deleted.
-- `number` is the row number that lists hand around; within one call of store it grows with time, but for
-- what storing._in_order says.
CREATE TABLE article (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,      -- Article.id, 16 hexadecimal digits
    source    TEXT NOT NULL,             -- Source.name, '' for what was opened by hand
    title     TEXT NOT NULL,
    url       TEXT,
    address   INTEGER,                   -- a hash of the normalised url: held_by_url looks here
    published INTEGER,                   -- seconds since 1970, UTC
    arrived   INTEGER NOT NULL,
    changed   INTEGER NOT NULL,          -- when what is stored last changed
    summary   TEXT NOT NULL,             -- about 200 characters for lists
    names     TEXT NOT NULL,             -- languages of the editions that it names, separated by spaces
    partial   INTEGER NOT NULL,          -- 1: only a summary is held
    fetched   INTEGER NOT NULL DEFAULT 0,-- 1: the text is the page's, which a feed's never replaces
    given     BLOB NOT NULL              -- a hash of what the source gave last: unchanged writes nothing
);
CREATE INDEX article_address ON article (address) WHERE address IS NOT NULL;

-- The whole article, as packing.pack makes it. Apart from `article`, so that lists read few pages.
CREATE TABLE document (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    body   BLOB NOT NULL
);

-- What articles say of themselves and of their editions (stories.Claim): a new article finds here the few
-- that it may belong to.
CREATE TABLE claim (
    number INTEGER NOT NULL REFERENCES article (number) ON DELETE RESTRICT,
    kind   INTEGER NOT NULL,
    key    INTEGER NOT NULL,
    PRIMARY KEY (number, kind, key)
) WITHOUT ROWID;
CREATE INDEX claim_key ON claim (key, kind, number);

-- STATE: what the reader did. Storing articles never writes here. A row is a mark, on one article; that a
-- story counts as read or bookmarked as soon as one of its articles is, the listing says.
CREATE TABLE seen (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    at     INTEGER NOT NULL
);
CREATE TABLE bookmark (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    at     INTEGER NOT NULL
);

-- DERIVED: all that lists and tabs need, narrow, so that 100,000 rows are read in no time. It follows from
-- content and state and can be made anew from them.
CREATE TABLE listing (
    number     INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    story      INTEGER NOT NULL,         -- the smallest number of its articles
    source     TEXT NOT NULL,
    language   TEXT,
    time       INTEGER NOT NULL,         -- published, but never after its arrival
    seen       INTEGER NOT NULL DEFAULT 0,  -- this article
    read       INTEGER NOT NULL DEFAULT 0,  -- any article of the story
    bookmarked INTEGER NOT NULL DEFAULT 0,  -- any article of the story
    alone      INTEGER NOT NULL DEFAULT 1   -- 1: its story has no other article
);
-- These hold what the queries of listing.py ask for, so that the rows themselves are not read.
CREATE INDEX listing_time ON listing (time DESC, number DESC, read, seen);
CREATE INDEX listing_alone ON listing (time DESC, number DESC, read, seen, alone) WHERE alone = 1;
CREATE INDEX listing_story ON listing (story, alone, language, time, number, read, seen, bookmarked);
CREATE INDEX listing_language ON listing (language, time DESC, number DESC, read, seen, story);
CREATE INDEX listing_source ON listing (source, story, alone, language, time, number, read, seen, bookmarked);
CREATE INDEX listing_bookmarked ON listing (bookmarked, time DESC) WHERE bookmarked = 1;

-- The words (content.search_fields). Contentless: the text stands in `document`, and a row leaves the index by the
-- 'delete' command with the very text that went in.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, captions, credits, authors, related,
    content = '', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- What is remembered of a feed between two refreshes.
CREATE TABLE feed (
    url           TEXT PRIMARY KEY,
    etag          TEXT,
    last_modified TEXT,
    body_hash     TEXT,
    moved_to      TEXT,
    not_before    INTEGER                -- seconds since 1970, UTC
) WITHOUT ROWID;

-- "Nothing is ever deleted" as the database's own law, for bookmarks most of all.
CREATE TRIGGER article_stays BEFORE DELETE ON article
BEGIN SELECT RAISE (ABORT, 'articles are never deleted'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON document
BEGIN SELECT RAISE (ABORT, 'articles are never deleted'); END;
"""

_VERSIONS = """
-- CONTENT. An entry may be held in two versions, its feed's and its page's: `document` has the one that is shown
-- (article.fetched says which), this table the other, whole. It follows the feed while the page's is shown.
CREATE TABLE version (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    body   BLOB NOT NULL                 -- as document.body
);
CREATE TRIGGER version_stays BEFORE DELETE ON version
BEGIN SELECT RAISE (ABORT, 'articles are never deleted'); END;

-- How often a refresh asked a page for its full text in vain: it tries a few times, later and later.
CREATE TABLE attempt (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    count  INTEGER NOT NULL,
    at     INTEGER NOT NULL              -- the last time, seconds since 1970, UTC
);
CREATE INDEX article_partial ON article (source, arrived) WHERE partial = 1;
"""

_STORIES = """
-- DERIVED from content: what of an article can be compared with one in another language (stories.Sketch), found by
-- its time. What was held before this migration is drawn bit by bit, see resembling.catch_up.
CREATE TABLE sketch (
    number   INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    source   TEXT NOT NULL,
    language TEXT,
    time     INTEGER,                    -- when it was published, seconds since 1970, UTC
    picture  INTEGER,                    -- the trait of the lead picture
    traits   BLOB                        -- NULL: not drawn yet; empty: can't be compared
);
INSERT INTO sketch (number, source) SELECT number, source FROM article;
CREATE INDEX sketch_time ON sketch (source, time) WHERE time IS NOT NULL;
CREATE INDEX sketch_picture ON sketch (source, picture, time) WHERE picture IS NOT NULL;
CREATE INDEX sketch_undrawn ON sketch (number) WHERE traits IS NULL;

-- The times of a source (stories.slot_of) in which something changed since they were compared last.
CREATE TABLE stale (
    source TEXT NOT NULL,
    slot   INTEGER NOT NULL,
    PRIMARY KEY (source, slot)
) WITHOUT ROWID;

-- The pairs that comparing sketches found, each twice, once from either side; and those by which the stories were
-- joined in the end. `how` is a model.How.
CREATE TABLE resemblance (
    number   INTEGER NOT NULL,
    other    INTEGER NOT NULL,
    how      TEXT NOT NULL,
    strength REAL NOT NULL,
    PRIMARY KEY (number, other)
) WITHOUT ROWID;
CREATE TABLE tie (
    number   INTEGER NOT NULL,
    other    INTEGER NOT NULL,
    how      TEXT NOT NULL,
    strength REAL NOT NULL,
    PRIMARY KEY (number, other)
) WITHOUT ROWID;

-- STATE: the pairs that the reader took apart, each twice.
CREATE TABLE parted (
    number INTEGER NOT NULL REFERENCES article (number) ON DELETE RESTRICT,
    other  INTEGER NOT NULL REFERENCES article (number) ON DELETE RESTRICT,
    at     INTEGER NOT NULL,
    PRIMARY KEY (number, other)
) WITHOUT ROWID;

-- The smallest number of the articles that are surely of one story with this one. What was joined before was declared.
ALTER TABLE listing ADD COLUMN core INTEGER NOT NULL DEFAULT 0;
UPDATE listing SET core = story;
"""

_FAILURES = """
-- How often in a row a feed failed, and when it is asked again then (patience.py), seconds since 1970, UTC.
ALTER TABLE feed ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN retry_at INTEGER;
"""

_TONGUES = """
-- Articles of a source in one language are compared with none: their sketches wait (traits = x'00') until there is
-- a second language, see resembling.draw.
CREATE INDEX sketch_language ON sketch (source, language);
CREATE INDEX sketch_waiting ON sketch (source) WHERE traits = x'00';
"""

_ZSTD = """
-- Documents are packed with Zstandard from here on, and may hold HTML whose blocks are made when somebody reads them. Those
-- that are there stay as they are; a reader that knows neither must not open the library.
PRAGMA user_version;
"""

MIGRATIONS: tuple[str, ...] = (
    _FIRST, _VERSIONS, _STORIES, _FAILURES, _TONGUES, WINDOWS, TAGS_AND_NOTES, IN_BULK, PICTURED, HIDDEN,
    FORMER, DOUBLES, _ZSTD,
)  # fmt: skip


def statements(script: str) -> Iterator[str]:
    """The statements of ``script`` one by one, a trigger as one."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part.strip()
            part = ""
    if part.strip():
        raise ValueError(f"an SQL statement without an end: {part.strip()[:60]}")


def migrate(connection: sqlite3.Connection, upto: int = len(MIGRATIONS)) -> None:
    """Bring the database to version ``upto``, one transaction a version; another process may do it meanwhile.

    Raises `sqlite3.Error`; the version that was reached before stays.
    """
    reached = connection.execute("PRAGMA user_version").fetchone()[0]
    if reached >= upto:
        return
    from tui_reader.library import packing
    from tui_reader.stories.doubling import heading

    connection.create_function("pictured", 1, packing.pictured_in, deterministic=True)
    connection.create_function("heading", 1, heading, deterministic=True)
    for version, script in enumerate(MIGRATIONS[:upto], start=1):
        if version <= reached:  # no wait for a writer, where nothing is to be written
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < version:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
