"""What is to be done with articles that a refresh brings: the rules of ``feeds.toml`` as they are followed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from tui_reader.search.terms import Search
from tui_reader.values import frozen


class Deed(StrEnum):
    """What a rule does, in the words of the settings; a tag's name stands behind a colon."""

    READ = "read"
    BOOKMARK = "bookmark"
    TAG = "tag"
    HIDE = "hide"


@frozen
class Rule:
    """What to do with what ``match`` finds, a query that was found to be right; ``tag`` is the one to give."""

    match: str
    deed: Deed
    tag: str = ""

    @property
    def do(self) -> str:
        """As it stands in the settings."""
        return f"{self.deed}:{self.tag}" if self.tag else str(self.deed)


def understood(rules: Sequence[Rule], *, now: datetime) -> list[tuple[Rule, Search]]:
    """Each rule with what it asks for; ages are counted from ``now``. Raises QueryError."""
    from tui_reader.search.parse import parse

    found = ((rule, parse(rule.match, now=now)) for rule in rules)
    return [(rule, search) for rule, search in found if search is not None]
