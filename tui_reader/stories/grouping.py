"""Articles to stories: pairs join strongest first, and two articles in one language never join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from tui_reader.model import Article
from tui_reader.stories.claiming import MAX_SHARED, Claim, ClaimKind, claims
from tui_reader.stories.evidence import ADDRESS, MUTUAL, NAMED, ONE_WAY, Evidence, Pair
from tui_reader.stories.likeness import alike, stock_pictures
from tui_reader.stories.sketches import Sketch, sketch, time_of
from tui_reader.stories.story import Story
from tui_reader.stories.tongues import clash
from tui_reader.sureness import Sureness
from tui_reader.values import frozen

NEVER: frozenset[tuple[str, str]] = frozenset()
# An edition that comes later than this has another number only by chance the same.
LATER = 4 * 86400
# A number that more articles of one language share is a section's, not a story's.
_OF_ONE_LANGUAGE = 2


@frozen
class Member:
    """What grouping needs to know of an article; ``time`` is when it was published, seconds since 1970."""

    id: str
    language: str | None
    claims: tuple[Claim, ...] = ()
    time: int | None = None


def member(article: Article) -> Member:
    """``article`` as grouping sees it, without its sketch."""
    return Member(article.id, article.language, claims(article), time_of(article))


def pairs(members: Iterable[Member]) -> list[Pair]:
    """Every two members whose claims meet, with the strongest evidence for them; in a fixed order."""
    sayers: dict[Claim, list[Member]] = defaultdict(list)
    for one in members:
        for claim in one.claims:
            sayers[claim].append(one)
    named: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], Evidence] = {}
    for claim, who in sayers.items():
        if claim.kind is ClaimKind.IS or len(who) > MAX_SHARED:
            continue
        others = sayers.get(Claim(ClaimKind.IS, claim.key), []) if claim.kind is ClaimKind.NAMES else who
        if len(others) > MAX_SHARED or (claim.kind is ClaimKind.SHARES and _is_common(who)):
            continue
        for one, other in _different(who, others):
            if claim.kind is ClaimKind.NAMES:
                named.add((one.id, other.id))
            evidence = _evidence(claim.kind, one, other, (other.id, one.id) in named)
            pair = (min(one.id, other.id), max(one.id, other.id))
            if evidence is not None and (pair not in found or evidence.strength > found[pair].strength):
                found[pair] = evidence
    return [Pair(*ids, evidence) for ids, evidence in sorted(found.items())]


def _different(who: Iterable[Member], others: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    for one in who:
        for other in others:
            if one.id != other.id and not clash(one.language, other.language):
                yield one, other


def _evidence(kind: ClaimKind, one: Member, other: Member, mutual: bool) -> Evidence | None:
    if kind is ClaimKind.STORY:
        return NAMED
    if kind is ClaimKind.NAMES:
        return MUTUAL if mutual else ONE_WAY
    apart = abs(one.time - other.time) if one.time is not None and other.time is not None else LATER // 2
    # Of several that share a number, those that came at about the same time join first.
    return replace(ADDRESS, strength=ADDRESS.strength - 0.1 * apart / LATER) if apart <= LATER else None


def _is_common(who: Iterable[Member]) -> bool:
    """Whether so many articles of one language share a number that it is not the number of one of them."""
    counts: dict[str | None, int] = defaultdict(int)
    for one in who:
        counts[one.language] += 1
    return any(count > _OF_ONE_LANGUAGE for count in counts.values())


def form(
    members: Iterable[Member],
    likely: Iterable[Pair] = (),
    parted: Collection[tuple[str, str]] = NEVER,
) -> list[Story]:
    """The stories of ``members``, all of one source, in the order of their smallest ids.

    ``likely`` are the pairs that `likeness` finds. Pairs join strongest first, equally strong ones by the
    smaller ids. Two stories that hold an article in one language each stay two, and none grows beyond
    ``MAX_SHARED``. What the reader took apart (``parted``, each two ids in ascending order) is joined again by
    what the source declares and by nothing else, nor by way of a third article.
    """
    held = {one.id: one for one in members}
    story = {name: [name] for name in held}
    joins: dict[str, list[Pair]] = defaultdict(list)
    found = [*pairs(held.values()), *(p for p in likely if p.left in held and p.right in held)]
    for pair in sorted(found, key=lambda pair: (-pair.evidence.strength, pair.left, pair.right)):
        left, right = story[pair.left], story[pair.right]
        if left is right or len(left) + len(right) > MAX_SHARED or _clashes(held, left, right):
            continue
        if parted and pair.evidence.kind is not Sureness.DECLARED and _is_parted(parted, left, right):
            continue
        joins[left[0]] += [*joins.pop(right[0], []), pair]
        left.extend(right)
        for name in right:
            story[name] = left
    return sorted(
        (
            Story(tuple(sorted(names)), tuple(joins.get(names[0], ())))
            for name, names in story.items()
            if name == names[0]
        ),
        key=lambda one: one.ids,
    )


def _clashes(held: dict[str, Member], left: Sequence[str], right: Sequence[str]) -> bool:
    return any(clash(held[one].language, held[two].language) for one in left for two in right)


def _is_parted(parted: Collection[tuple[str, str]], left: Sequence[str], right: Sequence[str]) -> bool:
    return any((min(one, two), max(one, two)) in parted for one in left for two in right)


def group(
    members: Iterable[Member],
    likely: Iterable[Pair] = (),
    parted: Collection[tuple[str, str]] = NEVER,
) -> list[tuple[str, ...]]:
    """The ids of the stories that `form` makes."""
    return [story.ids for story in form(members, likely, parted)]


def form_articles(articles: Iterable[Article]) -> list[Story]:
    """The stories of whole articles, each source for itself; the articles are looked at one by one."""
    sources: dict[str, tuple[list[Member], list[Sketch]]] = defaultdict(lambda: ([], []))
    for article in articles:
        members, sketches = sources[article.source]
        members.append(member(article))
        if (drawn := sketch(article)) is not None:
            sketches.append(drawn)
    return [
        story
        for members, sketches in (sources[name] for name in sorted(sources))
        for story in form(members, alike(sketches, stock_pictures(sketches)))
    ]


def group_articles(articles: Iterable[Article]) -> list[tuple[str, ...]]:
    """The ids of the stories of whole articles, each source for itself, in ascending order."""
    return sorted(story.ids for story in form_articles(articles))
