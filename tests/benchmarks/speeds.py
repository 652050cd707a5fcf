"""How long grouping takes, and how much memory: each measurement in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.site.manners import Site
from tests.site.pages import feed
from tui_reader.library.library import Library
from tui_reader.model import Article, entry_identity
from tui_reader.reading import read_feed
from tui_reader.stories.grouping import form_articles

MANY = 100_000
MAX_SECONDS = 20.0
MAX_MEMORY = 200.0  # megabytes
MAX_GROWTH = 1.5  # a refresh of a library ten times as large may take so many times as long
_SOURCES = 10
_REFRESHED = 40


def some(count: int) -> Iterator[Article]:
    """``count`` articles of ten sources, as their feeds give them, each source's forty days again and again."""
    made = 0
    turn = 0
    while made < count:
        site = Site(100 + turn, "text", stories=600)
        source, later = f"Source {turn % _SOURCES}", timedelta(days=41 * (turn // _SOURCES))
        for language in site.editions():
            root = f"https://{turn}.example"
            for article in read_feed(feed(site, language, root), root, source, language, None).articles:
                if made == count:
                    return
                made += 1
                url = f"{article.url}".removesuffix(".html") + f"{turn:02}.html"  # numbers are given once
                identity = entry_identity(source, language, url)
                published = article.published + later if article.published else None
                yield replace(article, identity=identity, url=url, published=published)
        turn += 1


def cold(count: int) -> tuple[float, float, int]:
    """Seconds for grouping, megabytes at the peak, and the number of stories that have several articles.

    The articles are made while they are grouped, and what making them takes is not counted.
    """
    making = 0.0

    def told() -> Iterator[Article]:
        nonlocal making
        articles = some(count)
        while True:
            started = time.process_time()
            article = next(articles, None)
            making += time.process_time() - started
            if article is None:
                return
            yield article

    started = time.process_time()
    stories = form_articles(told())
    seconds = time.process_time() - started - making
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, memory, sum(1 for story in stories if len(story.ids) > 1)


def refresh(count: int) -> tuple[float, float]:
    """Seconds to fill a library with ``count`` articles, and to store a refresh that brings a few more."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        articles = list(some(count + _REFRESHED))
        now = max(article.published for article in articles if article.published)
        new, held = _newest(articles, now)
        started = time.perf_counter()
        for start in range(0, len(held), 500):
            library.store(held[start : start + 500], now=now)
        filled = time.perf_counter() - started
        took = []
        for one in new:
            started = time.perf_counter()
            library.store([one], now=now)
            took.append(time.perf_counter() - started)
        return filled, sorted(took)[len(took) // 2]


def _newest(articles: list[Article], now: datetime) -> tuple[list[Article], list[Article]]:
    ordered = sorted(articles, key=lambda one: (one.published or now, one.id))
    return ordered[-_REFRESHED:], ordered[:-_REFRESHED]


def _apart(name: str, count: int) -> list[float]:
    """A measurement in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.speeds", name, str(count)],
        capture_output=True,
        check=True,
        text=True,
    )
    found: list[float] = json.loads(done.stdout)
    return found


def speeds() -> bool:
    """Print the figures; whether the bars are reached."""
    seconds, memory, stories = _apart("cold", MANY)
    reached = seconds <= MAX_SECONDS and memory <= MAX_MEMORY
    print(
        f"grouping   {MANY:,} articles from cold: {seconds:.1f} s (≤ {MAX_SECONDS:.0f} s), {memory:.0f} MB "
        f"(≤ {MAX_MEMORY:.0f} MB), {stories:.0f} stories in several languages  {'reached' if reached else 'MISSED'}"
    )
    few, many = _apart("refresh", MANY // 10), _apart("refresh", MANY)
    growth = many[1] / few[1]
    print(
        f"refresh    one new article: {few[1] * 1000:.1f} ms beside {MANY // 10:,}, {many[1] * 1000:.1f} ms beside "
        f"{MANY:,} (filled in {many[0]:.0f} s), {growth:.2f} times (≤ {MAX_GROWTH})  "
        f"{'reached' if growth <= MAX_GROWTH else 'MISSED'}"
    )
    return reached and growth <= MAX_GROWTH


if __name__ == "__main__":
    print(json.dumps({"cold": cold, "refresh": refresh}[sys.argv[1]](int(sys.argv[2]))))
