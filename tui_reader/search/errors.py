"""What is wrong in a query, and where."""

from __future__ import annotations

from tui_reader.clean import clean_line
from tui_reader.errors import UsageError
from tui_reader.words import tr


class QueryError(UsageError):
    """A query that can't be understood; ``position`` counts its characters from 0, ``reason`` says what is expected."""

    kind = "query"

    def __init__(self, query: str, position: int, reason: str) -> None:
        self.position, self.reason = position, reason
        before = clean_line(query[:position])[-20:].lstrip()
        where = tr("after “{text}”", text=before) if before else tr("at the beginning")
        super().__init__(
            tr(
                "search, character {place} ({where}): {reason}",
                place=position + 1,
                where=where,
                reason=reason,
            )
        )
