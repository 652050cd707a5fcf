"""A query cut into its terms, each with its place. Nothing is judged here but what can't be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from tui_reader.values import frozen

# A field's name is plain letters, so that "12:30" and "https:" stay words.
_HEAD = re.compile(r"(?P<no>-?)(?:(?P<field>[A-Za-z]+):(?!//))?")
_PHRASE = re.compile(r'"(?P<phrase>[^"]*)(?P<closed>"?)(?P<star>\*?)')


class Kind(Enum):
    """What a token is."""

    TERM = auto()
    OR = auto()
    OPEN = auto()
    CLOSE = auto()


@frozen
class Token:
    """One term: ``start`` and ``end`` are its place in the query, ``at`` that of its value.

    ``quoted`` says that the value stood in quotation marks, ``closed`` that the second was there, ``star`` that a ``*`` ends it.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    at: int = 0
    negated: bool = False
    field: str | None = None
    quoted: bool = False
    closed: bool = True
    star: bool = False


def tokens(query: str) -> Iterator[Token]:
    """The tokens of ``query`` in order."""
    place, depth = 0, 0
    while place < len(query):
        character = query[place]
        if character.isspace():
            place += 1
            continue
        negated = character == "-" and query[place + 1 : place + 2] == "("
        if character == "(" or negated:
            token = Token(Kind.OPEN, place, place + 1 + negated, negated=negated)
            depth += 1
        elif character == ")" and depth:
            token = Token(Kind.CLOSE, place, place + 1)
            depth -= 1
        else:
            token = _term(query, place, bool(depth))
        yield token
        place = token.end


def _term(query: str, start: int, inside: bool) -> Token:
    head = _HEAD.match(query, start)
    assert head is not None  # both of its parts may be empty
    at, negated, field = head.end(), bool(head["no"]), head["field"]
    phrase = _PHRASE.match(query, at)
    if phrase is not None:
        return Token(
            Kind.TERM, start, phrase.end(), phrase["phrase"], at, negated, field,
            quoted=True, closed=bool(phrase["closed"]), star=bool(phrase["star"]),
        )  # fmt: skip
    end = _end_of_word(query, at, inside)
    value = query[at:end]
    if value.casefold() == "or" and not negated and field is None:
        return Token(Kind.OR, start, end)
    bare = value.rstrip("*")
    return Token(Kind.TERM, start, end, bare, at, negated, field, star=bare != value)


def _end_of_word(query: str, start: int, inside: bool) -> int:
    """Where a word ends: at a space, a quotation mark, or the bracket that closes the group it stands ``inside``."""
    depth = 0
    for place in range(start, len(query)):
        character = query[place]
        if character.isspace() or (character == '"' and place > start):
            return place
        depth += (character == "(") - (character == ")")
        if depth < 0 and inside:
            return place
    return len(query)
