"""Makes the feeds that the refresh is measured with: 500 files in six languages, the same ones in every run.

Seventy in a hundred are RSS 2.0 with ``content:encoded`` and ``media:*``, the others Atom; each has 30 entries of about
3,000 characters of HTML. Words are made of the letters of their language and as frequent as words are (Zipf).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from itertools import accumulate
from pathlib import Path
from random import Random

FEEDS, ENTRIES = 500, 30
LENGTH = 2350  # characters of an entry's words
_WORDS = 12_000
_NEWEST = datetime(2026, 3, 1, 12, tzinfo=UTC)
_SMALL = {
    "uk": "і в на що з до та не за про від як це його для або вже її який після під час року",
    "en": "the and of to in is that for with was on by as has are at from his it be this have",
    "ru": "и в на что с по не из за от как это его для или уже её который после при был мы вы",
    "de": "der die das und ist nicht mit den von für ein eine auch sich im dem zu auf wird als",
    "fr": "le la les des et est pour dans une que du qui sur pas au par avec ce il plus son",
    "bg": "и в на че с по не от за като това му или вече който след при беше ще са със към",
}
_PARTS = {
    "uk": "бу ва ги до жі за ка лі мо ні по ро сі та ув фе хо ці че ша ще юр яв ін ов ськ ення ів ер",
    "en": "ba ce di for gan hul in jo ker lam mor nin or pen qui ras ster tion ur ven wil yed zon ing er al",
    "ru": "бу ва ги до жи за ка лы мо ни по ро сы та ув фе хо це че ша ще юр яв ин ов ск ение ых ер",
    "de": "ab be chen der ein fer gen haus ich jun kel lung mit nach ober per rich sch ter ung vor wer zeit lich",
    "fr": "af bon ce de eur fa gne hier in jou lle ment né ou pré que ris sé tion ur vi voir ault ique eau ais",
    "bg": "бу ва ги до жи за ка лъ мо ни по ро съ та ув фе хо це че ша ще юр яв ин ов ск ение ът ер",
}  # fmt: skip
LANGUAGES = tuple(_SMALL)


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: its language, and its bytes as they were made first and with one entry more."""

    number: int
    language: str
    body: bytes
    later: bytes


class _Writer:
    """Writes in one language."""

    def __init__(self, language: str) -> None:
        random = Random(f"words {language}")
        small, parts = _SMALL[language].split(), _PARTS[language].split()
        made = ("".join(random.choices(parts, k=random.choice((2, 3, 3, 4)))) for _ in range(_WORDS))
        self._words = list(dict.fromkeys([*small, *made]))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))

    def sentence(self, random: Random, low: int = 6, high: int = 22) -> str:
        words = random.choices(self._words, cum_weights=self._weights, k=random.randint(low, high))
        if random.random() < 0.2:
            words.insert(3, str(random.randint(2, 9000)))
        return " ".join(words).capitalize()

    def paragraph(self, random: Random, site: str) -> str:
        text = [self.sentence(random) for _ in range(random.randint(2, 4))]
        if random.random() < 0.3:
            text[1] = f'<a href="{site}/topic/{random.randint(1, 500)}">{text[1]}</a>'
        if random.random() < 0.2:
            text[0] = f"<strong>{text[0]}</strong>"
        return ". ".join(text) + "."

    def html(self, random: Random, site: str) -> str:
        """The text of an entry."""
        parts: list[str] = []
        size = 0
        while size < LENGTH:
            text = self.paragraph(random, site)
            size += len(text)
            chance = random.random()
            if chance < 0.08:
                parts.append(f"<h2>{self.sentence(random, 3, 6)}</h2>")
            if chance > 0.95:
                parts.append(f"<ul><li>{text}</li><li>{self.sentence(random)}</li></ul>")
            elif chance > 0.9:
                parts.append(f"<blockquote><p>«{text}»</p></blockquote>")
            else:
                parts.append(f"<p>{text}</p>")
        return "\n".join(parts)


def feeds(count: int = FEEDS, entries: int = ENTRIES) -> Iterator[Feed]:
    """The feeds, one after the other."""
    writers = {language: _Writer(language) for language in LANGUAGES}
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        random = Random(f"feed {number}")
        site = f"https://site{number}.example"
        write = _atom if number % 10 >= 7 else _rss
        made = [_entry(one, random, writers[language], site) for one in range(entries + 1)]
        body, later = (write(part, site, language) for part in (made[1:], made))
        yield Feed(number, language, body, later)


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    url: str
    time: datetime
    brief: str
    html: str
    author: str
    picture: str
    caption: str


def _entry(number: int, random: Random, writer: _Writer, site: str) -> _Entry:
    slug = random.randint(10_000_000, 99_999_999)
    return _Entry(
        title=writer.sentence(random, 6, 11),
        url=f"{site}/news/{slug}",
        time=_NEWEST - timedelta(minutes=97 * number + random.randint(0, 90)),
        brief=writer.sentence(random, 18, 30) + ".",
        html=writer.html(random, site),
        author=writer.sentence(random, 2, 2).title(),
        picture=f"{site}/pictures/{slug}.jpg",
        caption=writer.sentence(random, 5, 12),
    )


def _rss(entries: list[_Entry], site: str, language: str) -> bytes:
    items = "\n".join(
        f"""<item>
<title>{one.title}</title>
<link>{one.url}</link>
<guid isPermaLink="false">{one.url}</guid>
<pubDate>{format_datetime(one.time)}</pubDate>
<dc:creator><![CDATA[{one.author}]]></dc:creator>
<category><![CDATA[{one.author.split()[0]}]]></category>
<description><![CDATA[<p>{one.brief}</p>]]></description>
<content:encoded><![CDATA[{one.html}]]></content:encoded>
<media:content url="{one.picture}" type="image/jpeg" medium="image" width="1200" height="800">
<media:description type="plain">{one.caption}</media:description>
<media:credit role="photographer">{one.author}</media:credit>
</media:content>
</item>"""
        for one in entries
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>News of {site}</title>
<atom:link href="{site}/feed.xml" rel="self" type="application/rss+xml" />
<link>{site}/</link>
<description>All the news</description>
<language>{language}</language>
<lastBuildDate>{format_datetime(entries[0].time)}</lastBuildDate>
{items}
</channel>
</rss>
""".encode()


def _atom(entries: list[_Entry], site: str, language: str) -> bytes:
    items = "\n".join(
        f"""<entry>
<title type="text">{one.title}</title>
<link rel="alternate" type="text/html" href="{one.url}" />
<id>{one.url}</id>
<updated>{one.time.isoformat()}</updated>
<published>{one.time.isoformat()}</published>
<author><name>{one.author}</name></author>
<summary type="html">{escape(f"<p>{one.brief}</p>")}</summary>
<content type="html">{escape(one.html)}</content>
</entry>"""
        for one in entries
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">
<title type="text">News of {site}</title>
<link rel="alternate" type="text/html" href="{site}/" />
<link rel="self" type="application/atom+xml" href="{site}/feed.xml" />
<id>{site}/feed.xml</id>
<updated>{entries[0].time.isoformat()}</updated>
{items}
</feed>
""".encode()


def address(number: int, port: int) -> str:
    """Where the feed of this number is served: each on an address of its own, as feeds live on hosts of their own."""
    return f"http://127.1.{number // 250}.{number % 250 + 1}:{port}/feed.xml"


def write(folder: Path, count: int = FEEDS) -> tuple[int, list[str]]:
    """Put the feeds into ``folder``, packed as a server sends them; their bytes unpacked, and their languages."""
    size, languages = 0, []
    for feed in feeds(count):
        size += len(feed.body)
        languages.append(feed.language)
        (folder / f"{feed.number}.gz").write_bytes(gzip.compress(feed.body, 6, mtime=0))
        (folder / f"{feed.number}.later.gz").write_bytes(gzip.compress(feed.later, 6, mtime=0))
    return size, languages
