"""The letters by which links are opened."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.model import LinkKind, RelatedLink

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
