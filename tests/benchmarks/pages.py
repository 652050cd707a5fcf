"""Measures the page reader on a folder of saved pages with their truth, and fails where a bar is missed.

    python -m tests.benchmarks.pages FOLDER

FOLDER holds ``*.html.gz`` and ``truth.json``; the scorer is ``score_pages.py`` beside or above it. Every page is
read as a warm worker would read it. Where readability-lxml, newspaper4k and trafilatura are installed, their
figures stand below ours. Exit status: 0 all bars reached, 1 one was missed, 2 the material is missing.
"""

from __future__ import annotations

import gzip
import importlib
import importlib.util
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from tests.benchmarks import related
from tui_reader.errors import ParseError
from tui_reader.sources import page
from tui_reader.sources.decode import decode

BARS = {
    "body_f1": 96.0,
    "title": 97.0,
    "headings_recall": 94.0,
    "headings_precision": 88.0,
    "captions_recall": 85.0,
    "captions_precision": 90.0,
    "credits_recall": 85.0,
    "language": 98.0,
    "editions": 100.0,
}
MAX_MEDIAN = 0.040  # seconds a page
MAX_ALL = 8.0  # seconds for all pages
MAX_MEMORY = 250.0  # megabytes
Row = dict[str, Any]


def ours(html: str) -> Row:
    """What the page reader finds."""
    article = page.read(html, url=None, identity="page")
    return {
        "title": article.title,
        "language": article.language,
        "lead": article.lead,
        "body": [{"kind": block.kind.value, "text": block.text} for block in article.body],
        "photos": [asdict(photo) for photo in article.photos],
        "editions": [{"language": edition.language, "url": edition.url} for edition in article.editions],
        "related": [{"title": link.title, "url": link.url} for link in article.related],
    }


def with_trafilatura(html: str) -> Row:
    """What trafilatura finds alone."""
    library = importlib.import_module("trafilatura")
    found = library.bare_extraction(
        html, include_comments=False, include_formatting=True, include_images=True, with_metadata=True
    )
    if found is None or found.body is None:
        return {"error": {"kind": "parse", "message": "nothing"}}
    body = [_block(element.tag, "".join(element.itertext())) for element in found.body]
    alts = [{"caption": graphic.get("alt")} for graphic in found.body.iter("graphic")]
    return {"title": found.title, "language": found.language, "body": body, "photos": alts}


def with_readability(html: str) -> Row:
    """What readability-lxml finds."""
    document = importlib.import_module("readability").Document(html)
    tree = lxml_html.fromstring(document.summary())
    elements = tree.iter("p", "h1", "h2", "h3", "h4", "li", "blockquote")
    return {
        "title": document.short_title(),
        "body": [_block(str(one.tag), "".join(str(part) for part in one.itertext())) for one in elements],
    }


def with_newspaper(html: str) -> Row:
    """What newspaper4k finds."""
    article = importlib.import_module("newspaper").Article("https://paper.example/article")
    article.download(input_html=html)
    article.parse()
    lines = [line for line in article.text.split("\n") if line.strip()]
    body = [{"kind": "paragraph", "text": line} for line in lines]
    return {"title": article.title, "language": article.meta_lang, "body": body}


OTHERS: Mapping[str, tuple[str, Callable[[str], Row]]] = {
    "trafilatura": ("trafilatura", with_trafilatura),
    "readability-lxml": ("readability", with_readability),
    "newspaper4k": ("newspaper", with_newspaper),
}


def _block(tag: str, text: str) -> Row:
    return {"kind": "heading" if tag.startswith("h") else "paragraph", "text": text.strip()}


def measure(
    pages: list[Path], read: Callable[[str], Row], scorer: Path, truth: Path
) -> tuple[Row, list[float]]:
    """The scorer's figures and the seconds that each page took."""
    texts = [(path, decode(gzip.decompress(path.read_bytes()))) for path in pages]
    read(texts[0][1])  # warm: the libraries are loaded, their tables built
    seconds: list[float] = []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for path, html in texts:
            started = time.perf_counter()
            try:
                row = read(html)
            except (ParseError, ValueError, TypeError, ImportError) as error:
                row = {"error": {"kind": "parse", "message": str(error)}}
            seconds.append(time.perf_counter() - started)
            out.write(json.dumps({"source": path.name, **row}, ensure_ascii=False) + "\n")
        out.flush()
        done = subprocess.run(
            [sys.executable, str(scorer), str(truth), out.name], capture_output=True, check=True, text=True
        )
    figures: Row = json.loads(done.stdout)
    return figures, seconds


def main(arguments: list[str]) -> int:
    """Print every figure; the exit status says whether all bars were reached."""
    folder = Path(arguments[0]) if len(arguments) == 1 else Path()
    truth, pages = folder / "truth.json", sorted(folder.glob("*.html.gz"))
    scorer = next(
        (up / "score_pages.py" for up in (folder, folder.parent) if (up / "score_pages.py").is_file()), None
    )
    if len(arguments) != 1 or not pages or not truth.is_file() or scorer is None:
        print(__doc__, file=sys.stderr)
        return 2
    figures, seconds = measure(pages, ours, scorer, truth)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    missed = _report(figures, seconds, memory)
    missed = related.report(folder) or missed
    for name, (module, read) in OTHERS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name}: not installed")
            continue
        theirs, took = measure(pages, read, scorer, truth)
        print(f"{name}: median {statistics.median(took) * 1000:.0f} ms; {json.dumps(theirs)}")
    return 1 if missed else 0


def _report(figures: Row, seconds: list[float], memory: float) -> bool:
    checks = [
        (name, f"{figures[name]}", f"≥ {bar}", (figures[name] or 0) >= bar) for name, bar in BARS.items()
    ]
    median, total = statistics.median(seconds), sum(seconds)
    checks += [
        ("median", f"{median * 1000:.1f} ms", f"≤ {MAX_MEDIAN * 1000:.0f} ms", median <= MAX_MEDIAN),
        ("all pages", f"{total:.2f} s", f"≤ {MAX_ALL:.0f} s", total <= MAX_ALL),
        ("memory", f"{memory:.0f} MB", f"≤ {MAX_MEMORY:.0f} MB", memory <= MAX_MEMORY),
    ]
    for name, value, bar, reached in checks:
        print(f"{name:20} {value:>10}  {bar:>8}  {'reached' if reached else 'MISSED'}")
    print(f"{'pages':20} {figures['pages']:>10}  {figures['missing']} without an article")
    return not all(reached for *_, reached in checks)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
