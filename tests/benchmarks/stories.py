"""Measures how well stories are found on the made-up site, and how fast; fails where a bar is missed.

    python -m tests.benchmarks.stories [--seeds 11 12 13 14 15] [--quick]

Every seed makes other stories, people and texts. The manners that declare editions are read from their pages,
the others from their feeds. A pair is two articles of one story in two languages; its kind is that of the weakest link
between them. Exit status: 0 all bars reached, 1 one was missed. ``--quick`` leaves the speeds out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from tests.benchmarks.speeds import speeds
from tests.site.manners import DECLARED, MANNERS, Site
from tests.site.pages import feed, page
from tui_reader.model import Article
from tui_reader.reading import read_feed, read_page
from tui_reader.stories.grouping import form_articles
from tui_reader.sureness import Sureness

SEEDS = (11, 12, 13, 14, 15)
ROOT = "https://site.example"
PAGES = 120  # of a declaring site: reading a page takes longer than all else
PRECISION = {Sureness.DECLARED: 0.995, Sureness.MATCHED: 0.995, Sureness.LIKELY: 0.97}
RECALL = {"hreflang": 1.0, "tabs": 1.0, "home tabs": 1.0, "ids": 0.97, "hours": 0.7, "text": 0.7}
Truth = dict[str, tuple[int, str]]


def articles_of(site: Site) -> list[Article]:
    """What a refresh of the site gives: from the pages where they declare editions, else from the feeds."""
    if site.manner in DECLARED:
        return [_page(site, number) for number in range(min(len(site.printed), PAGES))]
    return [
        article
        for language in site.editions()
        for article in read_feed(
            feed(site, language, ROOT), f"{ROOT}/{language}.rss", "Site", language, None
        ).articles
    ]


def _page(site: Site, number: int) -> Article:
    one = site.printed[number]
    url = ROOT + one.path
    from dataclasses import replace

    return replace(read_page(page(site, one, ROOT), url, f"page\n{url}", "text/html"), source="Site")


def truth_of(site: Site, articles: Iterable[Article]) -> Truth:
    """Story and language by article id."""
    known = {ROOT + one.path: one for one in site.printed}
    return {
        article.id: (known[article.url].story, known[article.url].language)
        for article in articles
        if article.url is not None
    }


def count(articles: list[Article], truth: Truth) -> tuple[Counter[tuple[Sureness, bool]], int]:
    """Pairs found by kind and whether they are right, and how many there are to find."""
    found: Counter[tuple[Sureness, bool]] = Counter()
    for story in form_articles(articles):
        for one in story.ids:
            for other, evidence in story.evidence(one).items():
                if one < other:
                    found[evidence.kind, truth[one][0] == truth[other][0]] += 1
    stories: dict[int, list[str]] = {}
    for number, language in truth.values():
        stories.setdefault(number, []).append(language)
    return found, sum(1 for tongues in stories.values() for _ in combinations(tongues, 2))


def report(manner: str, found: Counter[tuple[Sureness, bool]], wanted: int) -> bool:
    """Print a manner's figures; whether its bars are reached."""
    right = sum(number for (_, is_right), number in found.items() if is_right)
    recall = right / wanted
    reached = recall >= RECALL.get(manner, 0.0)
    parts = []
    for kind in Sureness:
        good, bad = found[kind, True], found[kind, False]
        if good + bad:
            precision = good / (good + bad)
            reached &= precision >= PRECISION[kind]
            parts.append(f"{kind.value} {good}/{good + bad} = {precision:.1%} (≥ {PRECISION[kind]:.1%})")
    bar = f" (≥ {RECALL[manner]:.0%})" if manner in RECALL else ""
    mark = "reached" if reached else "MISSED"
    print(f"{manner:10} recall {right}/{wanted} = {recall:.1%}{bar}; precision {', '.join(parts)}  {mark}")
    return reached


def main(arguments: list[str]) -> int:
    """Print every figure; the exit status says whether all bars were reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--manners", nargs="+", default=MANNERS, choices=MANNERS)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args(arguments)
    reached = True
    for manner in asked.manners:
        all_found: Counter[tuple[Sureness, bool]] = Counter()
        all_wanted = 0
        for seed in asked.seeds:
            site = Site(seed, manner)
            articles = articles_of(site)
            found, wanted = count(articles, truth_of(site, articles))
            all_found += found
            all_wanted += wanted
        reached &= report(manner, all_found, all_wanted)
    if not asked.quick:
        reached &= speeds()
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
