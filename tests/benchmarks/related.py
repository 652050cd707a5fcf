"""Measures a page's related links against what was read off fifty-two pages by eye, and fails below the bars.

    python -m tests.benchmarks.related FOLDER [--all]

FOLDER holds the pages that ``tests/data/related.json`` names; ``--all`` prints every link missed or given in
excess on the half that rules are made on. A link given is right where its address is one of the page's (the scheme, ``www.``, the fragment and what
only tracks the reader left out), else where its title is; a second one for the same link counts as wrong.

The first thirty pages were chosen before the reader was run: sorted by the SHA-256 of the file name, first one
page of every language, then others, never two of a publisher. Every second of them belongs to the half that rules
were made on, the others to the half that they are checked on. The rest follow in the same order, and were read
when the rules stood; what the reader then did wrong on them was put right for the first twelve. What counts as a related link of a page:

- ``read-also``: 'read also' lines and boxes, teaser boxes between the paragraphs, lists of headlines that are part
  of the article (with a label or without: topic lists in the middle or the end of a text), and what stands at its
  end under a label such as "Related articles", inside the article's own element, made by a machine or not.
- ``in-text``: links in the article's sentences, lists and source notes, to shops too.
- What both the text and a list offer is noted once, as ``read-also``.
- Left out: topic, place, person, company and author pages, also where a sentence links them (they are the site's
  index); what is marked as paid for (``rel=sponsored``, an affiliate network's redirect or tag) and voucher pages;
  "most read", "latest", "more from this section", "recommended for you", "our selection" boxes and what follows
  them; next and previous articles; the page's own address, calls to follow, write, subscribe or log in; pictures
  behind pictures; notices on comments, on machine-made summaries and on trust; links without a word as title.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui_reader.errors import ParseError
from tui_reader.model import LinkKind, RelatedLink
from tui_reader.sources import page
from tui_reader.sources.decode import decode
from tui_reader.stories.addresses import normalize_url

TRUTH = Path(__file__).resolve().parents[1] / "data" / "related.json"
FIRST = 30
MIN_RECALL = 85.0
MIN_PRECISION = 90.0


@dataclass(slots=True)
class Tally:
    """Links wanted and found, given and right; ``titled`` of the ``found`` have the headline that was noted."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    titled: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the links noted that were given, in percent."""
        return 100 * self.found / self.wanted if self.wanted else 100.0

    @property
    def precision(self) -> float:
        """The share of the links given that were noted, in percent."""
        return 100 * self.right / self.given if self.given else 100.0

    def add(self, other: Tally) -> None:
        """Count ``other`` in."""
        self.wanted += other.wanted
        self.found += other.found
        self.given += other.given
        self.right += other.right
        self.titled += other.titled
        self.notes += other.notes


def compare(wanted: Sequence[RelatedLink], given: Sequence[RelatedLink]) -> dict[str, Tally]:
    """The tallies of one page: of ``all`` links and of either kind.

    A link found counts under the kind noted, a link in excess under the kind given.
    """
    open_ones = list(wanted)
    tallies = {name: Tally() for name in ("all", *LinkKind)}
    for link in wanted:
        _count(tallies, link.kind, wanted=1, notes=[])
    for link in given:
        match = next((one for one in open_ones if _same(one, link)), None)
        if match is None:
            _count(tallies, link.kind, given=1, notes=[f"in excess: {link.title} | {link.url}"])
            continue
        open_ones.remove(match)
        titled = int(_plain(match.title) == _plain(link.title))
        notes = [] if titled else [f"title: {link.title} | for: {match.title}"]
        _count(tallies, match.kind, found=1, given=1, right=1, titled=titled, notes=notes)
    for link in open_ones:
        _count(tallies, link.kind, notes=[f"missed: {link.title} | {link.url}"])
    return tallies


def measure(folder: Path, names: Iterable[str], truth: dict[str, list[RelatedLink]]) -> dict[str, Tally]:
    """The tallies of the pages ``names`` together."""
    total = {name: Tally() for name in ("all", *LinkKind)}
    for name in names:
        for kind, tally in compare(truth[name], _read(folder / name)).items():
            tally.notes = [f"{name}: {note}" for note in tally.notes]
            total[kind].add(tally)
    return total


def report(folder: Path, *, every: bool = False) -> bool:
    """Print the figures of both halves, of the pages read later, and of all; True where a bar was missed."""
    truth = {
        name: [RelatedLink(one["title"], one["url"], LinkKind(one["kind"])) for one in links]
        for name, links in json.loads(TRUTH.read_text("utf-8")).items()
    }
    missing = [name for name in truth if not (folder / name).is_file()]
    if missing:
        print(f"related links: {len(missing)} of {len(truth)} pages are not in {folder}")
        return False
    first, later = list(truth)[:FIRST], list(truth)[FIRST:]
    halves = {"made on": first[::2], "checked on": first[1::2], "read later": later, "all": list(truth)}
    missed = False
    for label, names in halves.items():
        for kind, tally in measure(folder, names, truth).items():
            line = f"recall {tally.recall:5.1f} ({tally.found}/{tally.wanted})  "
            line += f"precision {tally.precision:5.1f} ({tally.right}/{tally.given})  titles {tally.titled}/{tally.found}"
            print(f"related, {label:10} {kind:10} {line}")
            if kind == "all" and label == "all":
                missed = tally.recall < MIN_RECALL or tally.precision < MIN_PRECISION
            if kind == "all" and label == "made on" and every:
                print(*tally.notes, sep="\n")
    verdict = "MISSED" if missed else "reached"
    print(f"related links: recall ≥ {MIN_RECALL:.0f}, precision ≥ {MIN_PRECISION:.0f} {verdict}")
    return missed


def _read(path: Path) -> tuple[RelatedLink, ...]:
    try:
        return page.read(decode(gzip.decompress(path.read_bytes())), url=None, identity="page").related
    except ParseError:
        return ()


def _count(tallies: dict[str, Tally], kind: LinkKind, *, notes: list[str], **counts: int) -> None:
    for name in ("all", kind):
        tallies[name].add(Tally(notes=list(notes), **counts))


def _same(wanted: RelatedLink, given: RelatedLink) -> bool:
    if wanted.url is None or given.url is None:
        return _plain(wanted.title) == _plain(given.title)
    wish, gift = _address(wanted.url), _address(given.url)
    path = wish.partition("?")[0]
    # a path that is a headline names the page, whatever the query tracks
    return wish == gift or (path.count("-") > 2 and path == gift.partition("?")[0])


def _address(url: str) -> str:
    return normalize_url(url).partition("#")[0]


def _plain(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())


def main(arguments: list[str]) -> int:
    """Exit status: 0 the bars are reached, 1 one is missed, 2 wrong usage."""
    folders = [one for one in arguments if one != "--all"]
    if len(folders) != 1 or not Path(folders[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    return 1 if report(Path(folders[0]), every="--all" in arguments) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
