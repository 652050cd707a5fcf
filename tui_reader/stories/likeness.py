"""Which of a source's articles are alike enough to be editions of one story: by picture, names, numbers, times.

Two articles are compared when they were published within `WINDOW` of each other, in different languages. What
they share counts by how much it tells: a number of four digits more than a year, a long name more than a
short one, and what few others of their language said at the time more than what many did. They are a pair only when
each is by far the most alike to the other in its language, and nothing speaks against it.

What comes out for a pair depends on the articles of its time alone. Time is cut into slots: an article can
change pairs with an end within `CHANGES` slots of its own, and those follow from the sketches within `NEEDS`
slots of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import permutations

from tui_reader.stories.evidence import CONTENT, SEEN, Evidence, Pair
from tui_reader.stories.sketches import ADDRESS, NAME, NEAR, NUMBER, PICTURE, Sketch, kind_of, picture_of
from tui_reader.stories.tongues import clash
from tui_reader.values import frozen

SLOT = 8 * 3600  # seconds
WINDOW = 7 * 3600  # shorter than a slot: what is compared lies in one slot or in two neighbours
SAME_HOUR = 5400
STOCK = 86400
CHANGES = 1
NEEDS = 3

_WEIGHT = (30, 50, 75, 100)
_POPULAR = 12  # what more articles of one language and slot say tells nothing
_RARITY = (0, *(round(100 * count**-0.6) for count in range(1, _POPULAR + 1)))
_WHOLE = 10_000  # what one full name counts


class _Numbers(IntEnum):
    """What the numbers of two texts say."""

    AGAINST = 0  # both have some, and none in common
    SILENT = 1  # one has none
    WEAK = 2  # a small or round one is in both
    STRONG = 3  # one that is neither small nor round is in both, or was rounded by one of them


# What a pair must share by what the numbers say: names, in full names, and the part that these are of the names of
# the one that has fewer. Numbers that disagree speak against a pair whatever its names.
_NAMES = {_Numbers.SILENT: (1.5, 0.6), _Numbers.WEAK: (1.2, 0.5), _Numbers.STRONG: (0.6, 0.1)}
_BESIDE_PICTURE = {_Numbers.SILENT: (0.9, 0.2), _Numbers.WEAK: (0.6, 0.2), _Numbers.STRONG: (0.0, 0.0)}
_CLEAR = 0.72  # the next best may have this share of the best's score


@frozen
class _About:
    """A sketch as a whole: the weight of all its names, and whether it has numbers and a number in its address."""

    names: int
    has_numbers: bool
    is_numbered: bool


@dataclass(slots=True)
class _Slot:
    """The articles of one slot, by their places: who says what, and how many of each language do."""

    number: int
    members: list[int] = field(default_factory=list)
    sayers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    numbered: set[tuple[str, str]] = field(default_factory=set)  # languages whose addresses share numbers


def slot_of(time: int) -> int:
    """The slot that a time (seconds since 1970) lies in."""
    return time // SLOT


def stock_pictures(sketches: Iterable[Sketch]) -> set[int]:
    """The pictures that stand with articles more than `STOCK` apart: they show no single event."""
    first: dict[int, int] = {}
    stock: set[int] = set()
    for one in sorted(sketches, key=lambda one: one.time):
        picture = picture_of(one.traits)
        if picture is not None and one.time - first.setdefault(picture, one.time) > STOCK:
            stock.add(picture)
    return stock


def alike(sketches: Iterable[Sketch], stock: Collection[int] = frozenset()) -> list[Pair]:
    """The pairs among the articles of one source, in a fixed order, matched by picture or likely.

    ``stock`` are the pictures that say nothing, see `stock_pictures`; those of all articles, not only of these.
    """
    known = sorted(sketches, key=lambda one: (one.time, one.id))
    return sorted(_Comparison(known, stock).pairs(), key=lambda pair: (pair.left, pair.right))


class _Comparison:
    """One pass over sketches in the order of time; only the slots at hand are unpacked."""

    def __init__(self, known: list[Sketch], stock: Collection[int]) -> None:
        self._known = known
        self._stock = stock
        self._weights: dict[int, dict[int, int]] = {}
        self._about: dict[int, _About] = {}
        # By article and language: the best score, whose it is, and the next best score.
        self._best: dict[int, dict[str, tuple[int, int, int]]] = defaultdict(dict)

    def pairs(self) -> Iterator[Pair]:
        """Compare each slot with itself and with the one before; judge a pair when all its rivals were seen."""
        places: dict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(self._known):
            places[slot_of(one.time)].append(place)
        before: _Slot | None = None
        done: list[int] = []
        waiting: list[tuple[int, int, Evidence]] = []
        for number, members in sorted(places.items()):
            here = self._unpacked(number, members)
            found = list(self._compare(here, here))
            if before is not None and before.number == number - 1:
                found += self._compare(before, here)
            yield from self._judged(waiting)
            for place in done:
                self._best.pop(place, None)
            if before is not None:
                done = before.members
                for place in done:
                    del self._weights[place], self._about[place]
            before, waiting = here, found
        yield from self._judged(waiting)

    def _unpacked(self, number: int, members: list[int]) -> _Slot:
        slot = _Slot(number, members)
        for place in members:
            weights = self._weights[place] = self._known[place].weights()
            self._about[place] = _about(weights)
            counts = slot.counts[self._known[place].language]
            for key in weights:
                slot.sayers[key].append(place)
                counts[key] += 1
        for key, sayers in slot.sayers.items():
            if len(sayers) > 1 and kind_of(key) == ADDRESS:
                languages = {self._known[place].language for place in sayers}
                slot.numbered.update(permutations(languages, 2))
        return slot

    def _compare(self, left: _Slot, right: _Slot) -> Iterator[tuple[int, int, Evidence]]:
        """Score whatever shares two traits, or a picture; what is alike enough to be a pair, if no rival is more."""
        most = _POPULAR * max(len(right.counts), 1)
        for one in left.members:
            mine = self._known[one]
            shared: dict[int, int] = defaultdict(int)
            for key in self._weights[one]:
                sayers = right.sayers.get(key)
                if sayers is not None and len(sayers) <= most:
                    if left is right:  # each two once
                        sayers = sayers[bisect_right(sayers, one) :]
                    more = 2 if kind_of(key) == PICTURE else 1
                    for other in sayers:
                        shared[other] += more
            for other, count in shared.items():
                if count < 2:
                    continue
                theirs = self._known[other]
                if theirs.time - mine.time > WINDOW or clash(mine.language, theirs.language):
                    continue
                score, evidence = self._match(one, other, left, right)
                self._note(one, other, score)
                self._note(other, one, score)
                if evidence is not None:
                    yield one, other, evidence

    def _note(self, one: int, other: int, score: int) -> None:
        bests = self._best[one]
        language = self._known[other].language
        best, whose, next_best = bests.get(language, (0, -1, 0))
        if score > best:
            bests[language] = (score, other, best)
        elif score > next_best:
            bests[language] = (best, whose, score)

    def _judged(self, found: Iterable[tuple[int, int, Evidence]]) -> Iterator[Pair]:
        """Those of ``found`` where each is by far the most alike to the other."""
        for one, other, evidence in found:
            if self._is_clear(one, other) and self._is_clear(other, one):
                ids = sorted((self._known[one].id, self._known[other].id))
                yield Pair(ids[0], ids[1], evidence)

    def _is_clear(self, one: int, other: int) -> bool:
        best, whose, next_best = self._best[one][self._known[other].language]
        return whose == other and next_best <= best * _CLEAR

    def _match(self, one: int, other: int, left: _Slot, right: _Slot) -> tuple[int, Evidence | None]:
        """How alike two articles are, and what that is evidence of."""
        mine, theirs = self._weights[one], self._weights[other]
        first, second = self._known[one], self._known[other]
        here, there = left.counts[first.language], right.counts[second.language]
        sums = [0, 0, 0, 0, 0]
        cover = 0
        numbers = _Numbers.SILENT
        for key in mine.keys() & theirs.keys():
            weight = min(mine[key], theirs[key])
            count = max(here[key], there[key])
            kind = kind_of(key)
            if kind == NAME:
                cover += _WEIGHT[weight]
            elif kind in (NUMBER, NEAR):
                weight = max(mine[key], theirs[key]) if kind == NEAR else weight
                numbers = max(numbers, _SAYS[weight])
            if count <= _POPULAR and key not in self._stock:
                sums[kind] += _WEIGHT[weight] * _RARITY[count]
        about, others = self._about[one], self._about[other]
        if numbers is _Numbers.SILENT and about.has_numbers and others.has_numbers:
            numbers = _Numbers.AGAINST
        apart = second.time - first.time
        score = sums[NAME] + sums[NUMBER] + sums[NEAR] // 2 + sums[PICTURE]
        score = score * (4 * WINDOW - apart) // (4 * WINDOW)
        if numbers is _Numbers.AGAINST or (
            about.is_numbered and others.is_numbered and self._shares(one, other, left, right)
        ):
            return score // 2, None
        full = max(min(about.names, others.names), 1)
        return score, _evidence(numbers, sums, cover / full, apart)

    def _shares(self, one: int, other: int, left: _Slot, right: _Slot) -> bool:
        """Whether editions in these two languages share numbers in their addresses at the time."""
        languages = self._known[one].language, self._known[other].language
        return languages in left.numbered or languages in right.numbered


# What a number of each weight says that is in both texts.
_SAYS = (_Numbers.SILENT, _Numbers.WEAK, _Numbers.STRONG, _Numbers.STRONG)


def _evidence(numbers: _Numbers, sums: list[int], cover: float, apart: int) -> Evidence | None:
    names = sums[NAME] / _WHOLE
    lately = 0.04 * (1 - apart / WINDOW)
    if sums[PICTURE] >= _WHOLE and apart <= SAME_HOUR and _reaches(_BESIDE_PICTURE[numbers], names, cover):
        return replace(SEEN, strength=SEEN.strength + lately)
    if not _reaches(_NAMES[numbers], names, cover):
        return None
    return replace(CONTENT, strength=CONTENT.strength + lately + 0.001 * min(sum(sums) / _WHOLE, 20))


def _reaches(bar: tuple[float, float], names: float, cover: float) -> bool:
    return names >= bar[0] and cover >= bar[1]


def _about(weights: dict[int, int]) -> _About:
    names = 0
    has_numbers = is_numbered = False
    for key, weight in weights.items():
        kind = kind_of(key)
        if kind == NAME:
            names += _WEIGHT[weight]
        elif kind == NUMBER:
            has_numbers |= weight > 0
        elif kind == ADDRESS:
            is_numbered = True
    return _About(names, has_numbers, is_numbered)
