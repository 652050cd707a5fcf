"""Libraries of any size to start the reader on, and newsboat's cache with the same articles.

The articles are made up: 500 feeds, a fifth of them in pairs whose articles are editions of one story, in six
languages, each article about 3 kB of text. What was made is kept in the folder and found again.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_reader.library.library import Library
from tui_reader.model import Article, Block, BlockKind, Photo, entry_identity

FEEDS = 500
PAIRED = 100
"""So many feeds, two by two, are the editions of one source."""
NEWEST = "Headline-0000001"
"""So begins the first title of the list: the newest story's, in English, the reader's first language."""
_LANGUAGES = ("uk", "en", "ru", "de", "fr", "bg")
_WORDS = {
    "uk": [
        "уночі",
        "знову",
        "місто",
        "трамвай",
        "річка",
        "вулиця",
        "ранок",
        "новина",
        "рада",
        "міст",
        "школа",
        "люди",
        "вечір",
        "поїзд",
        "газета",
    ],
    "en": [
        "night",
        "again",
        "town",
        "tram",
        "river",
        "street",
        "morning",
        "news",
        "council",
        "bridge",
        "school",
        "people",
        "evening",
        "train",
        "paper",
    ],
    "ru": [
        "ночью",
        "снова",
        "город",
        "трамвай",
        "река",
        "улица",
        "утро",
        "новость",
        "совет",
        "мост",
        "школа",
        "люди",
        "вечер",
        "поезд",
        "газета",
    ],
    "de": [
        "nachts",
        "wieder",
        "Stadt",
        "Bahn",
        "Fluss",
        "Straße",
        "Morgen",
        "Nachricht",
        "Rat",
        "Brücke",
        "Schule",
        "Leute",
        "Abend",
        "Zug",
        "Zeitung",
    ],
    "fr": [
        "nuit",
        "encore",
        "ville",
        "tram",
        "fleuve",
        "rue",
        "matin",
        "nouvelle",
        "conseil",
        "pont",
        "école",
        "gens",
        "soir",
        "train",
        "journal",
    ],
    "bg": [
        "нощ",
        "отново",
        "град",
        "трамвай",
        "река",
        "улица",
        "сутрин",
        "новина",
        "съвет",
        "мост",
        "училище",
        "хора",
        "вечер",
        "влак",
        "вестник",
    ],
}
_START = datetime(2026, 1, 1, tzinfo=UTC)


def source_of(feed: int) -> tuple[str, str]:
    """The source's name and the language of feed number ``feed``."""
    if feed < PAIRED:
        return f"Paper {feed // 2:03}", _LANGUAGES[feed % 2]
    return f"Paper {feed:03}", _LANGUAGES[feed % len(_LANGUAGES)]


def address(feed: int) -> str:
    """The address of a feed, at which nothing answers."""
    return f"http://127.0.0.1:9/{feed}.xml"


def article(number: int) -> Article:
    """Article ``number``, 0 is the newest; one of each feed in turn."""
    feed, entry = number % FEEDS, number // FEEDS
    source, language = source_of(feed)
    words = _WORDS[language]
    picked = [words[(number * 7 + place * (1 + place % 5)) % len(words)] for place in range(400)]
    paragraphs = [" ".join(picked[at : at + 50]).capitalize() + "." for at in range(0, 400, 50)]
    return Article(
        entry_identity(source, language, str(number)),
        f"Headline-{number:07} {' '.join(picked[:6])}",
        source=source,
        language=language,
        url=f"https://paper{feed}.example/{language}/{number}",
        authors=("A. Writer",),
        published=_START - timedelta(minutes=number),
        body=(
            Block(BlockKind.PHOTO, photo=0),
            *(Block(BlockKind.PARAGRAPH, text) for text in paragraphs),
        ),
        photos=(
            Photo(f"https://paper{feed}.example/{number}.jpg", "A tram", f"Car {number}", "O. Photographer"),
        ),
        story=f"story-{entry}" if feed < PAIRED else None,
    )


def articles(count: int) -> Iterator[Article]:
    """The newest ``count`` articles, oldest first, as they would have come."""
    return (article(number) for number in range(count - 1, -1, -1))


def make_library(home: Path, count: int) -> None:
    """A home with a library of ``count`` articles and the settings that go with it."""
    folder = home / "data/tui-reader"
    if (folder / "made").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "library.db").unlink(missing_ok=True)
    with Library.open(folder / "library.db") as library:
        batch: list[Article] = []
        for one in articles(count):
            batch.append(one)
            if len(batch) == 2000:
                library.store(batch, now=_START)
                batch.clear()
        library.store(batch, now=_START)
    settings = home / "config/tui-reader/feeds.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(feeds_toml([address(feed) for feed in range(FEEDS)]))
    (folder / "made").touch()


def feeds_toml(addresses: list[str]) -> str:
    """The settings with all feeds, none of which is fetched unasked."""
    lines = ['[settings]\nlanguages = ["en", "uk", "ru"]\nrefresh_on_start = false\nrefresh_minutes = 0\n']
    for feed in range(0, PAIRED, 2):
        lines.append(f'[[source]]\nname = "{source_of(feed)[0]}"')
        lines.append(f'editions = {{ uk = "{addresses[feed]}", en = "{addresses[feed + 1]}" }}')
    for feed in range(PAIRED, FEEDS):
        name, language = source_of(feed)
        lines.append(f'[[source]]\nname = "{name}"\neditions = {{ {language} = "{addresses[feed]}" }}')
    return "\n".join(lines)


def make_newsboat(home: Path, count: int) -> None:
    """Newsboat's home with the same articles in its cache, analysed.

    Without `ANALYZE` SQLite reads newsboat's cache ten times slower than it can be read; newsboat never runs
    it, and to be faster than that would mean nothing.
    """
    folder = home / ".newsboat"
    if (folder / "made").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / "cache.db"
    cache.unlink(missing_ok=True)
    one = home / "one.xml"
    one.write_text(
        "<rss version='2.0'><channel><title>One</title><link>http://one.example</link><item><title>One</title>"
        "<guid>1</guid><link>http://one.example/1</link></item></channel></rss>"
    )
    (folder / "urls").write_text(f"file://{one}\n")
    # newsboat makes its own tables; only their rows are written here.
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm-256color"}
    subprocess.run(["newsboat", "-x", "reload"], env=environment, check=True, capture_output=True)
    addresses = [address(feed) for feed in range(FEEDS)]
    (folder / "urls").write_text("".join(f"{url}\n" for url in addresses))
    database = sqlite3.connect(cache)
    with database:
        for table in ("rss_feed", "rss_item"):
            database.execute(f"DELETE FROM {table}")
        database.executemany(
            "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
            [(url, url, f"{source_of(feed)[0]} {source_of(feed)[1]}") for feed, url in enumerate(addresses)],
        )
        database.executemany(
            """INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url,
               enclosure_type, enqueued, flags, deleted, base) VALUES (?, ?, ?, ?, ?, ?, ?, 1, '', '', 0, '', 0, '')""",
            (_row(number, addresses) for number in range(count - 1, -1, -1)),
        )
    database.execute("ANALYZE")
    database.close()
    (folder / "made").touch()


def _row(number: int, addresses: list[str]) -> tuple[object, ...]:
    one = article(number)
    html = "".join(f"<p>{block.text}</p>" for block in one.body if block.text)
    stamp = int(one.published.timestamp()) if one.published else 0
    return one.id, one.title, one.authors[0], one.url, addresses[number % FEEDS], stamp, html
