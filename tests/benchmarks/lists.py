"""Measures what lists, keys and searches ask of the library, and whether that grows with it; fails where a bar is missed.

    python -m tests.benchmarks.lists [--folder DIR] [--million]

Makes libraries of 15,000 and 100,000 articles (with ``--million`` one of 1,000,000 too): 500 sources, six languages, stories in up to
three of them, one in twelve of the others with a double in another source, stored in rounds as refreshes would. ``--folder`` keeps them for the next run. The texts of 100,000 have 400 words, whose
frequencies fall as in a language (Zipf), those of the others few. Exit status: 0 all bars reached, 1 one was missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from random import Random

from tui_reader.app import asking
from tui_reader.app.state import ListState
from tui_reader.library import tally
from tui_reader.library.library import Library
from tui_reader.model import Query
from tui_reader.search.parse import parse
from tui_reader.search.terms import Search

FEW, MANY, MILLION = 15_000, 100_000, 1_000_000
ORDER = ("uk", "en", "ru")
STORIES = (("uk",), ("de",), ("fr",), ("en",), ("bg",), ("uk", "en", "ru"), ("uk", "ru"))
SCREEN = 60
TAB, SEARCH = 50.0, 50.0  # milliseconds, p95
KEY = (5.0, 20.0)  # p50, p95
GROWTH = 1.3
SLACK = 0.5  # milliseconds that a growth must exceed too: less is the machine's noise
TIMES = 25
_ARTICLE = """
INSERT INTO article (number, id, source, title, published, arrived, changed, summary, names, partial, given)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 0, x'')
"""
_LISTING = """
INSERT INTO listing (number, story, core, line, source, language, time, alone, folded)
VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
"""


def make(path: Path, count: int, words: int) -> None:
    """A library of ``count`` articles, written in bulk past parsing and grouping, which other benchmarks measure."""
    chance = Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(30_000)]
    known = ["the", "of", "and", "to", "in", *names]
    weights = list(accumulate(1 / place for place in range(1, len(known) + 1)))

    def text(length: int) -> str:
        return " ".join(chance.choices(known, cum_weights=weights, k=length))

    texts = [text(words) for _ in range(2000)]
    with Library.open(path) as library, library._db.transaction():
        number = 0
        while number < count:
            languages = chance.choice(STORIES)
            source, first = f"Source {chance.randrange(500)}", number + 1
            doubled = len(languages) == 1 and not number % 12
            moment = 1_700_000_000 + number // FEW * 86_400 + chance.randrange(86_400)
            for language in languages * (2 if doubled else 1):
                number += 1
                folded = doubled and number > first
                when, title = moment + chance.randrange(3600), text(8)
                row = (number, f"{number:016x}", source, title, when, when, when, title)
                library._db.execute(_ARTICLE, row)
                alone = len(languages) == 1 and not doubled
                story, place = number if folded else first, source if not folded else f"Source {number % 500}"
                listed = (number, story, first, place, language, when, alone, folded)
                library._db.execute(_LISTING, listed)
                words_row = (number, title, chance.choice(texts))
                library._db.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", words_row)
        tally.recount(library._db)


def timed(work: Callable[[int], object], times: int = TIMES) -> tuple[float, float]:
    """p50 and p95 in milliseconds of ``work``, which is told its turn."""
    took = []
    for turn in range(times):
        started = time.perf_counter()
        work(turn)
        took.append((time.perf_counter() - started) * 1000)
    took.sort()
    return took[times // 2], took[int(times * 0.95)]


def questions(library: Library) -> dict[str, Callable[[int], object]]:
    """What a person waits for, by name."""
    lists = library.lists
    top = lists.rows(Query(), ORDER, limit=500)
    ids = [line.id for line in library.headlines(top[:SCREEN])]

    def screen(query: Query, order: tuple[str, ...] = ORDER) -> object:
        return lists.most(query), library.headlines(lists.rows(query, order, limit=SCREEN))

    def tab(language: str, *, others: bool) -> Callable[[int], object]:
        query, order = Query(language=None if others else language), (language, *ORDER)
        return lambda _: screen(query, order)

    languages = [tab.language for tab in library.tabs(Query()) if tab.language is not None]
    return {
        "first screen": lambda _: screen(Query()),
        **{f"tab {language}": tab(language, others=False) for language in languages},
        **{f"tab {language} with d": tab(language, others=True) for language in languages},
        "unread only": lambda _: screen(Query(unread=True)),
        # As many lines as the source has in the smallest library: more lines take longer to read.
        "one source": lambda _: library.headlines(lists.rows(Query(source="Source 7"), ORDER, limit=12)),
        "key: page down": lambda turn: library.headlines(
            lists.rows(Query(), ORDER, beside=top[turn * 8], limit=SCREEN)
        ),
        "key: G": lambda _: library.headlines(lists.rows(Query(), ORDER, older=False, limit=SCREEN)),
        "key: next unread": lambda turn: lists.next_unread(Query(), ORDER, top[turn], older=True),
        "key: mark": lambda turn: library.mark_read([ids[turn // 2]], turn % 2 == 0, now=datetime.now(UTC)),
        "numbers": lambda _: (library.tabs(Query()), library.counts()),
        "place of a story": lambda turn: lists.place(Query(), ORDER, top[turn * 8]),
    }


def bars(name: str) -> tuple[float, float]:
    """The p50 and p95 that a question may take."""
    return KEY if name.startswith("key") else (TAB, TAB)


def said(name: str, took: tuple[float, float], bar: tuple[float, float]) -> bool:
    """Print one figure; whether it is within its bar."""
    reached = took[0] <= bar[0] and took[1] <= bar[1]
    print(
        f"  {name:24} p50 {took[0]:7.2f}  p95 {took[1]:7.2f} ms  (≤ {bar[0]:.0f}, {bar[1]:.0f})  "
        f"{'reached' if reached else 'MISSED'}"
    )
    return reached


def asked(query: str, *, typing: bool = False) -> Search:
    """What a query asks for, as the reader's search field or, finished, as the command has it."""
    found = parse(query, now=datetime(2023, 12, 1, tzinfo=UTC), zone=UTC, typing=typing)
    assert found is not None
    return found


def searched(library: Library, query: str, *, typing: bool) -> Callable[[int], object]:
    """The first screenful of a search as the screen asks for it, found anew each time."""
    state = ListState(search=query, asked=asked(query, typing=typing))
    other = Query(search=asked("another"))

    def ask(_: int) -> None:
        library.lists.most(other)  # what was found is held until something else is looked for
        asking.ask(library, state, ORDER, None, 0)

    return ask


def searches(library: Library) -> bool:
    """Print how long the first screenful of a search takes, finished, with fields, and while it is typed."""
    rare = max(library.headlines(library.lists.rows(Query(), ORDER, limit=1))[0].title.split(), key=len)
    queries = {
        "rare": rare,
        "common": "the",
        "two words": f"of {rare}",
        "two common words": "the of",
        "a phrase": '"of the"',
        "one of two": "the or of",
        "without": "-the",
        "language": "lang:uk the",
        "language alone": "lang:uk",
        "source": "source:77 the",
        "unread": "is:unread the",
        "state alone": "-is:read",
        "title": "title:the",
        "the last days": "after:7d the",
        "long ago": "before:2023-11-16 the",
        "either of two fields": "(lang:en or source:77) of",
        "has a photo": "has:photo",
    }
    reached = True
    for name, query in queries.items():
        took = timed(searched(library, query, typing=False))
        reached &= said(f"search: {name}", took, (SEARCH, SEARCH))
    for words in ("the", "of the and", f"{rare} lang:uk", "th lang:en", '"of the'):
        for end in range(2, len(words) + 1):
            if parse(words[:end], now=datetime.now(UTC), typing=True) is not None:
                took = timed(searched(library, words[:end], typing=True), times=9)
                reached &= said(f"typing: {words[:end]}", took, (SEARCH, SEARCH))
    return reached


def measure(folder: Path, counts: list[int]) -> bool:
    """Print every figure; whether all bars were reached."""
    reached = True
    found: dict[int, dict[str, tuple[float, float]]] = {}
    for count in counts:
        path = folder / f"{count}.db"
        if not path.exists():
            make(path, count, 400 if count == MANY else 12)
        with Library.open(path) as library:
            print(f"{count:,} articles")
            found[count] = {name: timed(work) for name, work in questions(library).items()}
            for name, took in found[count].items():
                reached &= said(name, took, bars(name))
            if count == MANY:
                reached &= searches(library)
    most = counts[-1]
    print(f"growth from {FEW:,} to {most:,} (≤ {GROWTH})")
    for name, (few, _) in found[FEW].items():
        many = found[most][name][0]
        kept = many <= few * GROWTH or many - few <= SLACK
        reached &= kept
        print(f"  {name:24} {many / few:5.2f} ×  {'reached' if kept else 'MISSED'}")
    return reached


def main(arguments: list[str]) -> int:
    """Measure; the exit status says whether all bars were reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--million", action="store_true")
    asked = parser.parse_args(arguments)
    counts = [FEW, MANY, *([MILLION] if asked.million else [])]
    if asked.folder is not None:
        asked.folder.mkdir(parents=True, exist_ok=True)
        return 0 if measure(asked.folder, counts) else 1
    with tempfile.TemporaryDirectory() as folder:
        return 0 if measure(Path(folder), counts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
