"""Where a text holds the words of a search, told as the index tells them."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.search.terms import Part, Search, Words, wanted_words
from tui_reader.search.words import words
from tui_reader.values import frozen

Span = tuple[int, int]


@frozen
class _Term:
    """Words in their compared forms, one after the other; the last may go on."""

    forms: tuple[str, ...]
    prefix: bool
    part: Part | None

    def is_at(self, found: list[tuple[int, int, str]], place: int) -> bool:
        end = place + len(self.forms)
        if end > len(found):
            return False
        *whole, last = self.forms
        if any(found[place + n][2] != form for n, form in enumerate(whole)):
            return False
        word = found[end - 1][2]
        return word.startswith(last) if self.prefix else word == last


class Finder:
    """Finds the words that a search looks for; what must not be there, and fields, it leaves aside."""

    def __init__(self, wanted: Iterable[Words]) -> None:
        terms = (_Term(tuple(form for _, _, form in words(one.text)), one.prefix, one.part) for one in wanted)
        self._terms = tuple(term for term in terms if term.forms)

    @classmethod
    def of(cls, search: Search | None) -> Finder | None:
        """That of ``search``; None where it looks for no words."""
        found = cls(wanted_words(search.root)) if search is not None else None
        return found if found is not None and found._terms else None

    def spans(self, text: str, part: Part | None = None) -> list[Span]:
        """Where they stand in ``text``, in order and apart; in a ``part`` of an article only those looked for there."""
        return [span for span, _ in self.terms(text, part)]

    def terms(self, text: str, part: Part | None = None) -> list[tuple[Span, int]]:
        """`spans`, each with the number of its term."""
        terms = [
            (number, term)
            for number, term in enumerate(self._terms)
            if part is None or term.part in (None, part)
        ]
        found = words(text) if terms else []
        made: list[tuple[Span, int]] = []
        for place, (start, _, _) in enumerate(found):
            for number, term in terms:
                if term.is_at(found, place):
                    end = found[place + len(term.forms) - 1][1]
                    if made and start < made[-1][0][1]:
                        (before, until), other = made[-1]
                        made[-1] = ((before, max(until, end)), other)
                    else:
                        made.append(((start, end), number))
        return made
