"""The letters by which links are opened."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.model import Held, LinkKind, RelatedLink

_HELD = "held:"  # before the id of an article to which a link leads
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def lettered(related: Iterable[RelatedLink]) -> list[tuple[str, RelatedLink]]:
    """Each link with the letter that opens it: what the editors offer first, then links in the text.

    A letter pair (``aa``) follows where the alphabet ends; a link without an address has no letter.
    """
    ordered = sorted(related, key=lambda link: link.kind is LinkKind.IN_TEXT)
    done: list[tuple[str, RelatedLink]] = []
    number = 0
    for link in ordered:
        if link.url is None:
            done.append(("", link))
            continue
        high, low = divmod(number, len(LETTERS))
        done.append(((LETTERS[high - 1] if 0 < high <= len(LETTERS) else "") + LETTERS[low], link))
        number += 1
    return done


def links_of(held: Held) -> list[RelatedLink]:
    """The links of an article, and after them its doubles in other sources; `double_of` knows their addresses again."""
    doubles = (
        RelatedLink(": ".join(filter(None, (one.source, one.title))), _HELD + one.id, LinkKind.IN_TEXT)
        for one in held.doubles
    )
    return [*held.article.related, *doubles]


def leads_to_double(url: str) -> bool:
    """Whether an address is one that `links_of` gives to a double."""
    return url.startswith(_HELD)


def double_of(held: Held, url: str) -> str | None:
    """The id of the double to which an address of `links_of` leads."""
    return next((one.id for one in held.doubles if url == _HELD + one.id), None)
