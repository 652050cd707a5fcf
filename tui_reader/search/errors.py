"""What is wrong in a query, and where."""

from __future__ import annotations

from tui_reader.clean import clean_line
from tui_reader.errors import UsageError


class QueryError(UsageError):
    """A query that can't be understood; ``position`` counts its characters from 0, ``reason`` says what is expected."""

    kind = "query"

    def __init__(self, query: str, position: int, reason: str) -> None:
        self.position, self.reason = position, reason
        before = clean_line(query[:position])[-20:].lstrip()
        where = f"after “{before}”" if before else "at the beginning"
        super().__init__(f"search, character {position + 1} ({where}): {reason}")
