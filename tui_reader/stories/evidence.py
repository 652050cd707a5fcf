"""How sure a pair of articles is, by which evidence, and how that is told to the reader."""

from __future__ import annotations

from tui_reader.sureness import How, Sureness
from tui_reader.values import frozen
from tui_reader.words import N_, tr

WORDS: dict[How, str] = {
    How.NAMED: N_("the source names it"),
    How.STORY: N_("the same name of the story"),
    How.ADDRESS: N_("the same number or path in the address"),
    How.PICTURE: N_("the same picture at about the same hour"),
    How.CONTENT: N_("the same names and numbers"),
}


@frozen
class Evidence:
    """Why two articles are editions of one story; ``strength`` 0 to 1 decides which pair joins first.

    Declared evidence has 0.9 and more, matched evidence 0.6 to 0.9, likely evidence less than 0.6.
    """

    kind: Sureness
    strength: float
    how: How = How.NAMED


@frozen
class Pair:
    """Two articles, by id in ascending order, and why they belong together."""

    left: str
    right: str
    evidence: Evidence


# Both name each other; a name that both carry; one names the other.
MUTUAL = Evidence(Sureness.DECLARED, 1.0)
NAMED = Evidence(Sureness.DECLARED, 0.95, How.STORY)
ONE_WAY = Evidence(Sureness.DECLARED, 0.9)
# The best that an address, a picture and the text alone can say.
ADDRESS = Evidence(Sureness.MATCHED, 0.85, How.ADDRESS)
SEEN = Evidence(Sureness.MATCHED, 0.65, How.PICTURE)
CONTENT = Evidence(Sureness.LIKELY, 0.5, How.CONTENT)


SURENESS: dict[How, Sureness] = {
    How.NAMED: Sureness.DECLARED,
    How.STORY: Sureness.DECLARED,
    How.ADDRESS: Sureness.MATCHED,
    How.PICTURE: Sureness.MATCHED,
    How.CONTENT: Sureness.LIKELY,
}


def evidence_of(how: How, strength: float) -> Evidence:
    """The evidence that a store has kept by these two."""
    return Evidence(SURENESS[how], strength, how)


def in_words(how: How) -> str:
    """What the reader is told of how a pair was made: ``the same names and numbers``."""
    return tr(WORDS[how])
