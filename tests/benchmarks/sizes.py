"""What a refresh takes beside time: memory, the library's size, and how many feeds the fast path reads."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui_reader.library.library import Library
from tui_reader.model import Query
from tui_reader.sources.entries import fast


def peak_of_tree(words: Sequence[str], environment: dict[str, str], folder: Path) -> float:
    """Megabytes that a program and all its children hold together at their peak, looked at every 20 ms."""
    most = 0
    with subprocess.Popen(
        words, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        while program.poll() is None:
            most = max(most, sum(map(_resident, _tree(program.pid))))
            time.sleep(0.02)
    return most / 1e6


def _tree(root: int) -> list[int]:
    found = [root]
    for process in found:
        with suppress(OSError):
            for task in os.listdir(f"/proc/{process}/task"):
                children = Path(f"/proc/{process}/task/{task}/children").read_text("ascii")
                found += [int(child) for child in children.split()]
    return found


def _resident(process: int) -> int:
    with suppress(OSError, IndexError):
        pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    return 0


def size_against_text(library: Path) -> float:
    """The file's bytes for each byte (UTF-8) of title, text, captions and links of the articles in it."""
    text = 0
    with Library.open(library) as held:
        for line in held.headlines(held.index(Query(), stories=False)):
            found = held.held(line.id)
            assert found is not None
            article = found.article
            parts = [article.title, article.text, *(link.title for link in article.related)]
            parts += [part for photo in article.photos for part in (photo.caption, photo.credit) if part]
            text += sum(len(part.encode()) for part in parts)
    return library.stat().st_size / text


def share_of_fast(folder: Path) -> float:
    """The share of the packed feeds in ``folder`` that needn't go to feedparser."""
    texts = [gzip.decompress(path.read_bytes()).decode() for path in sorted(folder.glob("*.gz"))]
    bare = (re.sub(r"^<\?xml[^>]*\?>\s*", "", text) for text in texts)
    return sum(fast.read(text, "https://site.example/feed.xml") is not None for text in bare) / len(texts)
