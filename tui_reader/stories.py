"""Which articles are editions of one story, and by which evidence: pure, without a clock or a database.

An article states *claims*: "I stand at this address", "my edition stands at that address", "my story is
called so". Two articles of one source whose claims meet are a *pair* with its *evidence*; the strongest pairs
join first, and two articles in one language never join (see `tongue`). What comes out depends on the set of
articles alone, never on the order in which they arrived. A weaker kind of evidence needs a new `ClaimKind`
(who shares it) or a new maker of pairs, and its place in `EVIDENCE`; `group` weighs them all alike.

This module must not know how claims are stored: a store keeps them by their `Claim.key`, so that it finds the
few articles that a new one may belong to without looking at the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from tui_reader.languages import is_known, normalize, primary
from tui_reader.model import Article

# More editions than a story ever has: a key that more articles share says nothing about any of them.
MAX_SHARED = 64

_TRACKING = frozenset(
    {
        "fbclid",
        "gclid",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "ysclid",
        "twclid",
        "igshid",
        "mc_cid",
    }
    | {"mc_eid", "_ga", "_gl", "ocid", "cmpid", "ns_campaign", "ns_source", "ns_mchannel", "xtor", "ref_src"}
    | {"ref_url", "rss"}
)


class Kind(StrEnum):
    """How sure a pair is: said by the source, matched by address or id, or only likely."""

    DECLARED = "declared"
    MATCHED = "matched"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two articles are editions of one story; ``strength`` 0 to 1 decides which pair joins first."""

    kind: Kind
    strength: float


class ClaimKind(IntEnum):
    """What a claim says. The numbers are stored: none may change its meaning."""

    STORY = 1  # my story has this name; whoever says the same is of it
    IS = 2  # I am what stands at this address, or has this id
    NAMES = 3  # an edition of my story stands there


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: ``key`` is a signed 64-bit number, the same in every run, of source and statement."""

    kind: ClaimKind
    key: int


@dataclass(frozen=True, slots=True)
class Member:
    """What grouping needs to know of an article."""

    id: str
    language: str | None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, by id in ascending order, and why they belong together."""

    left: str
    right: str
    evidence: Evidence


# Strongest first: both name each other; a name that both carry; one names the other.
MUTUAL = Evidence(Kind.DECLARED, 1.0)
NAMED = Evidence(Kind.DECLARED, 0.95)
ONE_WAY = Evidence(Kind.DECLARED, 0.9)
EVIDENCE = (MUTUAL, NAMED, ONE_WAY)


@lru_cache(maxsize=4096)
def normalize_url(url: str) -> str:
    """``url`` as a key: what two spellings of one page's address have in common.

    Left out: the scheme, ``www.``, the default port, user and password, the fragment (but ``#!…``), a
    trailing slash and tracking parameters. Parameters are in order. Never raises.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www.").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in ("http", "https", ""):
        return url.strip().split("#")[0]
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    path = quote(
        unquote(parts.path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogatepass"
    )
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])]
    query = f"?{urlencode(sorted(kept), errors='surrogatepass')}" if kept else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"//{where}{path.rstrip('/')}{query}{fragment}"


def _is_tracking(name: str) -> bool:
    name = name.lower()
    return name.startswith(("utm_", "pk_", "mtm_", "at_")) or name in _TRACKING


def is_front_page(url: str) -> bool:
    """Whether an address is a site's front page, of one language too: a tab that leads there names nothing."""
    address = normalize_url(url)
    if not address.startswith("//") or "?" in address or "#" in address:
        return False
    folders = address[2:].split("/")[1:]
    return not folders or (len(folders) == 1 and _is_language(folders[0]))


def _is_language(folder: str) -> bool:
    tag = normalize(folder) if 2 <= len(folder) <= 5 else None
    return tag is not None and is_known(tag)


def tongue(tag: str | None) -> str:
    """The language that tells editions of a story apart: script kept, region left out (``en-GB`` is ``en``)."""
    if tag is None:
        return ""
    parts = tag.split("-")
    return "-".join(parts[:2]) if len(parts) > 1 and len(parts[1]) == 4 else parts[0]


@lru_cache(maxsize=4096)
def clash(left: str | None, right: str | None) -> bool:
    """Whether two articles in these languages can't be editions of one story.

    ``zh-Hans`` and ``zh-Hant`` are two editions; ``zh`` may be either and clashes with both. Two articles
    whose language nobody knows clash.
    """
    one, two = tongue(left), tongue(right)
    if one == two:
        return True
    return primary(one) == primary(two) and not ("-" in one and "-" in two)


def claims(article: Article) -> tuple[Claim, ...]:
    """What ``article`` says of itself and of its editions, each claim once, in a fixed order."""
    found = {_claim(ClaimKind.IS, article.source, "id", article.id)}
    if article.url:
        found.add(_claim(ClaimKind.IS, article.source, "url", normalize_url(article.url)))
    if article.story:
        found.add(_claim(ClaimKind.STORY, article.source, "story", article.story))
    for edition in article.editions[:MAX_SHARED]:
        if edition.id and edition.id != article.id:
            found.add(_claim(ClaimKind.NAMES, article.source, "id", edition.id))
        if edition.url and not is_front_page(edition.url):
            found.add(_claim(ClaimKind.NAMES, article.source, "url", normalize_url(edition.url)))
    itself = {claim.key for claim in found if claim.kind is ClaimKind.IS}
    return tuple(
        sorted(
            (c for c in found if c.kind is not ClaimKind.NAMES or c.key not in itself),
            key=lambda claim: (claim.kind, claim.key),
        )
    )


def member(article: Article) -> Member:
    """``article`` as grouping sees it."""
    return Member(article.id, article.language, claims(article))


def _claim(kind: ClaimKind, source: str, what: str, value: str) -> Claim:
    return Claim(kind, key_of(source, what, value))


def key_of(*words: str) -> int:
    """A signed 64-bit number that stands for ``words`` in this order."""
    text = "\n".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)


def pairs(members: Iterable[Member]) -> list[Pair]:
    """Every two members whose claims meet, with the strongest evidence for them; in a fixed order."""
    sayers: dict[Claim, list[Member]] = defaultdict(list)
    for one in members:
        for claim in one.claims:
            sayers[claim].append(one)
    named: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], Evidence] = {}
    for claim, who in sayers.items():
        if claim.kind is ClaimKind.IS:
            continue
        others = who if claim.kind is ClaimKind.STORY else sayers.get(Claim(ClaimKind.IS, claim.key), [])
        if len(who) > MAX_SHARED or len(others) > MAX_SHARED:
            continue
        for one in who:
            for other in others:
                if one.id == other.id or clash(one.language, other.language):
                    continue
                pair = (min(one.id, other.id), max(one.id, other.id))
                evidence = NAMED
                if claim.kind is ClaimKind.NAMES:
                    named.add((one.id, other.id))
                    evidence = MUTUAL if (other.id, one.id) in named else ONE_WAY
                if pair not in found or evidence.strength > found[pair].strength:
                    found[pair] = evidence
    return [Pair(*ids, evidence) for ids, evidence in sorted(found.items())]


def group(members: Iterable[Member]) -> list[tuple[str, ...]]:
    """The stories of ``members``, all of one source: their ids, each once, in ascending order.

    Pairs join strongest first, equally strong ones by the smaller ids. Two stories that hold an article in
    one language each stay two, and none grows beyond ``MAX_SHARED``.
    """
    held = {one.id: one for one in members}
    story = {name: [name] for name in held}
    for pair in sorted(
        pairs(held.values()), key=lambda pair: (-pair.evidence.strength, pair.left, pair.right)
    ):
        left, right = story[pair.left], story[pair.right]
        if left is right or len(left) + len(right) > MAX_SHARED or _clashes(held, left, right):
            continue
        left.extend(right)
        for name in right:
            story[name] = left
    return sorted({tuple(sorted(names)) for names in story.values()})


def _clashes(held: dict[str, Member], left: Sequence[str], right: Sequence[str]) -> bool:
    return any(clash(held[one].language, held[two].language) for one in left for two in right)


def group_articles(articles: Iterable[Article]) -> list[tuple[str, ...]]:
    """`group` for whole articles, each source for itself."""
    sources: dict[str, list[Member]] = defaultdict(list)
    for article in articles:
        sources[article.source].append(member(article))
    return sorted(ids for members in sources.values() for ids in group(members))
