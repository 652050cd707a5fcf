"""Which paragraph of one edition is which of another: pure, from the structure and the figures of two texts.

Translations keep more than their length: sub-headings in their order, the same photos, quotes, lists and tables where
they were, the same numbers. Where both texts surely have the same thing there is an *anchor*; anchors never cross.
Between two anchors as many blocks as there are on the other side are taken one by one, and others by their share of
the text. It reads no language and compares no words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from tui_reader.model import Article, Block, BlockKind

# Anchors that are weighed against each other, so that a text of thousands of blocks costs no more than others.
_MAX_ANCHORS = 200
_PICTURE, _HEADING, _KIND, _NUMBER = 4, 3, 2, 1
# What parts thousands and decimals differs from language to language and is left out.
_DIGITS = re.compile(r"\d+(?:[.,]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")


def align(one: Article, other: Article) -> tuple[int, ...]:
    """For each block of ``one`` the block of ``other`` to which it belongs; never falling, () where one has no blocks."""
    ours, theirs = one.body, other.body
    if not ours or not theirs:
        return ()
    found: list[int] = []
    chain = [(-1, -1), *_chain(_anchors(one, other)), (len(ours), len(theirs))]
    for (left, right), (next_left, next_right) in pairwise(chain):
        if left >= 0:
            found.append(right)
        found += _between(ours[left + 1 : next_left], theirs[right + 1 : next_right], right + 1)
    return tuple(min(place, len(theirs) - 1) for place in found)


def carry(aligned: Sequence[int], blocks: int, block: int, share: float) -> tuple[int, float]:
    """The place in the other text, of ``blocks`` blocks, of a ``share`` of ``block``: its block, and the share of that.

    ``aligned`` is of `align`. A block that several of ours belong to is shared among them, and one of ours that stands
    for several of theirs goes through them all.
    """
    if not aligned or block < 0:
        return -1, 0.0
    block = min(block, len(aligned) - 1)
    theirs = aligned[block]
    first = aligned.index(theirs)
    after = next((place for place in range(block, len(aligned)) if aligned[place] > theirs), len(aligned))
    end = aligned[after] if after < len(aligned) else blocks
    place = theirs + (block - first + share) / (after - first) * (end - theirs)
    whole = min(int(place), blocks - 1)
    return whole, min(place - whole, 1.0)


def _anchors(one: Article, other: Article) -> Counter[tuple[int, int]]:
    """Pairs of blocks that both texts seem to have, each with its weight."""
    votes: Counter[tuple[int, int]] = Counter()
    ours, theirs = _features(one), _features(other)
    for feature in ours.keys() & theirs.keys():
        left, right = ours[feature], theirs[feature]
        weight, in_turn = feature[0], feature[0] in (_HEADING, _KIND)
        if len(left) == len(right) and (in_turn or len(left) == 1):
            for pair in zip(left, right, strict=True):
                if in_turn or _alike(one.body[pair[0]], other.body[pair[1]]):
                    votes[pair] += weight
    return votes


def _features(article: Article) -> dict[tuple[int, str], list[int]]:
    """The blocks in which each thing stands that both texts may have."""
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, block in enumerate(article.body):
        for feature in set(_of(block, article)):
            found[feature].append(place)
    return found


def _of(block: Block, article: Article) -> Iterator[tuple[int, str]]:
    if block.kind is BlockKind.HEADING:
        yield _HEADING, str(block.level)
    elif block.kind is not BlockKind.PARAGRAPH:
        yield _KIND, block.kind.value
    if block.photo is not None and block.photo < len(article.photos):
        url = article.photos[block.photo].url
        if url:
            yield _PICTURE, url.partition("?")[0]
    for found in _DIGITS.findall(block.text):
        number = re.sub(r"\D", "", found)
        if len(number) > 1:  # one digit is as often a word
            yield _NUMBER, number


def _alike(one: Block, other: Block) -> bool:
    """Whether a number in both may mean that they are the same; a heading is no paragraph."""
    return (one.kind is BlockKind.HEADING) == (other.kind is BlockKind.HEADING)


def _chain(votes: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """The heaviest of the pairs that don't cross, in order."""
    pairs = sorted(
        pair for pair, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_MAX_ANCHORS]
    )
    best: list[tuple[int, int | None]] = []
    for place, (left, right) in enumerate(pairs):
        before = max(
            (at for at in range(place) if pairs[at][0] < left and pairs[at][1] < right),
            key=lambda at: best[at][0],
            default=None,
        )
        best.append((votes[left, right] + (best[before][0] if before is not None else 0), before))
    at = max(range(len(best)), key=lambda place: best[place][0], default=None)
    chain = []
    while at is not None:
        chain.append(pairs[at])
        at = best[at][1]
    return chain[::-1]


def _between(ours: Sequence[Block], theirs: Sequence[Block], start: int) -> list[int]:
    """The blocks between two anchors, which belong to the anchor before where there is nothing else.

    ``start`` is the number of the first of ``theirs``.
    """
    if len(ours) == len(theirs):
        return [start + place for place in range(len(ours))]
    if not ours or not theirs:
        return [max(0, start - 1)] * len(ours)
    edges = _shares(theirs)
    found, at = [], 0
    for share in _shares(ours)[:-1]:
        while at + 1 < len(theirs) and abs(edges[at + 1] - share) < abs(edges[at] - share):
            at += 1
        found.append(start + at)
    return found


def _shares(blocks: Sequence[Block]) -> list[float]:
    """Where each block begins, and the last one ends, as a share of their text."""
    ends = list(accumulate((len(block.text) + 1 for block in blocks), initial=0))
    return [end / ends[-1] for end in ends]
