"""What changed in the tables of the library since its lists are walked in windows: the newer scripts of `schema.MIGRATIONS`."""

WINDOWS = """
-- A list asks only for what is near the screen: each of these is one kind of list in its order, and holds all
-- that is asked on the way. Nothing unread was ever seen, so that `seen = 0` finds the unread of both settings.
DROP INDEX listing_time;
DROP INDEX listing_alone;
DROP INDEX listing_language;
DROP INDEX listing_source;
DROP INDEX listing_story;
DROP INDEX listing_bookmarked;
CREATE INDEX listing_time ON listing (time DESC, number DESC, alone, story, language, read, seen);
CREATE INDEX listing_unread ON listing (time DESC, number DESC, alone, story, language, read, seen)
    WHERE seen = 0;
CREATE INDEX listing_language ON listing (language, time DESC, number DESC, alone, story, read, seen);
CREATE INDEX listing_unread_language ON listing (language, time DESC, number DESC, alone, story, read, seen)
    WHERE seen = 0;
CREATE INDEX listing_source ON listing (source, time DESC, number DESC, alone, story, language, read, seen);
CREATE INDEX listing_bookmarked ON listing (time DESC, number DESC, alone, story, language, read, seen, bookmarked)
    WHERE bookmarked = 1;
CREATE INDEX listing_story ON listing (story, language, number, alone, read, seen, bookmarked);

-- DERIVED from `listing`: the numbers of its stories, kept up with it (tally.kept); empty here, counted when the
-- library is opened next.
CREATE TABLE tally (
    scope    INTEGER NOT NULL,           -- 0: of all sources; 1: of one
    source   TEXT NOT NULL,              -- '' where scope is 0
    language TEXT NOT NULL,              -- '': stories in any; else those with an article in it or in a form of it
    total    INTEGER NOT NULL,
    unread   INTEGER NOT NULL,           -- of them, no article of the story was read
    unseen   INTEGER NOT NULL,           -- of them, an article (of this source, in this language) wasn't
    marked   INTEGER NOT NULL,           -- of them, bookmarked
    own      INTEGER NOT NULL,           -- of them, in the language itself and not in a form with a name of its own
    PRIMARY KEY (scope, source, language)
) WITHOUT ROWID;
"""

TAGS_AND_NOTES = """
-- STATE: what the reader added to a bookmark. Each row is a mark on one article, as a bookmark is, and stands on it: none
-- is without. Of a story, the tags of all its articles count.
CREATE TABLE tag (
    number INTEGER NOT NULL REFERENCES bookmark (number) ON DELETE RESTRICT,
    key    TEXT NOT NULL,                -- bookmarks.tag_key: what two spellings have in common
    name   TEXT NOT NULL,                -- as it is shown
    PRIMARY KEY (number, key)
) WITHOUT ROWID;
CREATE INDEX tag_key ON tag (key, number);
CREATE TABLE note (
    number INTEGER PRIMARY KEY REFERENCES bookmark (number) ON DELETE RESTRICT,
    text   TEXT NOT NULL
);
"""

IN_BULK = """
-- The index gathers what comes in a transaction before it writes it, and merges its pieces later and fewer times: a
-- refresh brings hundreds of articles at once.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
INSERT INTO search (search, rank) VALUES ('automerge', 8);
"""

PICTURED = """
-- Whether the article has a photo (1), and one with a caption (2): a search may ask for either. `pictured` is
-- content.pictured, see `migrate`.
ALTER TABLE listing ADD COLUMN pictured INTEGER NOT NULL DEFAULT 0;
UPDATE listing SET pictured = pictured((SELECT body FROM document WHERE document.number = listing.number));
"""

HIDDEN = """
-- STATE: what a rule hid, or the reader. Each row is a mark on one article; that a bookmarked story is never hidden, the
-- listing says.
CREATE TABLE hidden (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE RESTRICT,
    at     INTEGER NOT NULL,
    rule   TEXT NOT NULL                 -- the search of the rule that hid it; '' the reader did
);

-- 1: it stands in no list but in those that ask for what is hidden. An article is not `alone` where its story has another
-- that is shown. The lists that may be long skip what is hidden in their index.
ALTER TABLE listing ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
DROP INDEX listing_time;
DROP INDEX listing_unread;
DROP INDEX listing_language;
DROP INDEX listing_unread_language;
DROP INDEX listing_source;
DROP INDEX listing_bookmarked;
DROP INDEX listing_story;
CREATE INDEX listing_time ON listing (time DESC, number DESC, alone, story, language, read, seen, hidden)
    WHERE hidden = 0;
CREATE INDEX listing_unread ON listing (time DESC, number DESC, alone, story, language, read, seen, hidden)
    WHERE seen = 0 AND hidden = 0;
CREATE INDEX listing_language ON listing (language, time DESC, number DESC, alone, story, read, seen, hidden);
CREATE INDEX listing_unread_language ON listing (language, time DESC, number DESC, alone, story, read, seen, hidden)
    WHERE seen = 0 AND hidden = 0;
CREATE INDEX listing_source ON listing (source, time DESC, number DESC, alone, story, language, read, seen, hidden);
CREATE INDEX listing_bookmarked ON listing
    (time DESC, number DESC, alone, story, language, read, seen, bookmarked, hidden) WHERE bookmarked = 1;
CREATE INDEX listing_story ON listing (story, language, number, alone, read, seen, bookmarked, hidden);
CREATE INDEX listing_hidden ON listing (number, story) WHERE hidden = 1;
"""

FORMER = """
-- CONTENT. The names that a source had before: its entries go by the identity that they got under one of them, see
-- renamed.py.
CREATE TABLE former (
    source TEXT NOT NULL,                -- article.source, the name that it has now
    name   TEXT NOT NULL,
    PRIMARY KEY (source, name)
) WITHOUT ROWID;
"""

DOUBLES = """
-- What a headline has in common with one that says the same (stories.doubling.heading); NULL where it says too little.
-- `heading` is that function, see `migrate`.
ALTER TABLE article ADD COLUMN heading INTEGER;
UPDATE article SET heading = heading(title);
CREATE INDEX article_heading ON article (heading, published) WHERE heading IS NOT NULL;

-- Lists of several sources show lines: a story, or the stories of several sources that are doubles, under the smallest number
-- of their articles. `folded` is the place of an article among those of its line in its language: 0 is shown, the others
-- only where it is not in the list. An article is `alone` where its line has no other.
ALTER TABLE listing ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE listing ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
DROP INDEX listing_time;
DROP INDEX listing_unread;
DROP INDEX listing_language;
DROP INDEX listing_unread_language;
UPDATE listing SET line = story,
    alone = (SELECT count(*) = 1 FROM listing AS other INDEXED BY listing_story WHERE other.story = listing.story);
CREATE INDEX listing_time ON listing (time DESC, number DESC, alone, line, language, read, seen, folded, hidden)
    WHERE hidden = 0;
CREATE INDEX listing_unread ON listing (time DESC, number DESC, alone, line, language, read, seen, folded, hidden)
    WHERE seen = 0 AND hidden = 0;
CREATE INDEX listing_language ON listing (language, time DESC, number DESC, alone, line, read, seen, folded, hidden);
CREATE INDEX listing_unread_language ON listing
    (language, time DESC, number DESC, alone, line, read, seen, folded, hidden) WHERE seen = 0 AND hidden = 0;
CREATE INDEX listing_line ON listing (line, language, folded, number, alone, read, seen, bookmarked, hidden, story)
    WHERE alone = 0;

-- Whether doubles are folded (1) or stand apart (0), as the last who opened the library wished; empty: not looked for yet.
CREATE TABLE folding (
    done INTEGER NOT NULL
);
"""
