"""What a worker does with mutations: read each, look at every field of what comes out, tell what went wrong.

Apart from the tests, so that a worker need not import pytest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.hostile.mutating import mutated
from tests.hostile.safety import assert_safe
from tui_reader.clean import clean_line
from tui_reader.errors import ParseError, ReaderError
from tui_reader.gate import clean_article
from tui_reader.model import Article
from tui_reader.reading import read_any, read_feed, read_page

URL = "https://news.example/x"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of some mutations: how many gave articles, and a line for each that did wrong."""

    read: int
    wrong: tuple[tuple[int, str], ...]
    slowest: float
    slowest_seed: int


def _feed(data: bytes) -> Sequence[Article]:
    return read_feed(data, URL, "S", None, "application/xml").articles


def _page(data: bytes) -> Sequence[Article]:
    return [read_page(data, URL, "identity", "text/html")]


def _any(data: bytes) -> Sequence[Article]:
    return read_any(data, URL, "identity", None)


def _plain(data: bytes) -> Sequence[Article]:
    return [read_page(data, URL, "identity", "text/plain")]


def _markdown(data: bytes) -> Sequence[Article]:
    return [read_page(data, URL, "identity", "text/markdown")]


READERS: dict[str, Callable[[bytes], Sequence[Article]]] = {
    "feed": _feed, "page": _page, "any": _any, "plain": _plain, "markdown": _markdown,
}  # fmt: skip


def read_mutations(kind: str, seeds: Sequence[int], documents: Sequence[bytes]) -> Told:
    """Read the mutations of these seeds with the reader of that ``kind``."""
    read, wrong, slowest = 0, [], (0.0, -1)
    for seed in seeds:
        started = time.process_time()
        line, count = look_at(kind, mutated(seed, documents))
        slowest = max(slowest, (time.process_time() - started, seed))
        read += count > 0
        if line:
            wrong.append((seed, line))
    return Told(read, tuple(wrong), *slowest)


def look_at(kind: str, data: bytes) -> tuple[str, int]:
    """What is wrong with how ``data`` is read ('' for nothing), and how many articles it gave."""
    try:
        articles = READERS[kind](data)
        for article in articles:
            assert_safe(article)
            assert clean_article(article) == article, "the gate changes what has passed it"
            assert article.title == "" or article.title.strip(), "a blank title"
    except ParseError as error:
        said = str(error)
        return ("" if said == clean_line(said) and len(said) < 600 else f"an unclean error: {said!r}"), 0
    except ReaderError as error:
        return f"another error: {error!r}"[:300], 0
    except Exception as error:  # this is what the run looks for
        return f"{type(error).__name__}: {error}"[:300], 0
    return "", len(articles)
