"""What a list asks of the library: how long it is, where the chosen story stands, and what stands near the screen.

Run in the library's thread; nothing here knows a widget. What is not near the screen is not asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.app.state import ListState
from tui_reader.library.library import Library
from tui_reader.library.listing import Listing
from tui_reader.model import Headline, Query
from tui_reader.values import frozen

SCREENFUL = 60

Held = dict[int, Headline]


@frozen
class Answer:
    """What the library says to one `ListState`: headlines by their places around the ``chosen`` one.

    Where the length is not ``exact`` the list has no more than that.
    """

    state: ListState
    order: tuple[str, ...]
    length: int
    exact: bool
    held: Held
    chosen: int


def ask(
    library: Library, state: ListState, languages: Sequence[str], keep: str | None, place: int | None
) -> Answer:
    """The list with the story of article ``keep`` chosen where it is there, else ``place``, else (None) what is nearest in time."""
    query, order, lists = state.query(), state.order(languages), library.lists
    length, exact = lists.most(query)
    row = lists.standing(query, order, keep) if keep is not None else None
    if row is None and keep is not None and place is None:
        row = lists.nearest(query, order, keep)
    if row is not None:
        chosen = lists.place(query, order, row, length if exact else None)
        return Answer(state, order, length, exact, around(library, query, order, row, chosen), chosen)
    chosen = min(place or 0, max(0, length - 1))
    near = range(max(0, chosen - SCREENFUL), min(length, chosen + SCREENFUL))
    held = piece(library, query, order, near, {}, length if exact else None)
    if not exact and near.start == 0 and len(held) < len(near):
        length, exact = len(held), True
    return Answer(state, order, length, exact, held, chosen)


def around(library: Library, query: Query, order: Sequence[str], row: int, place: int) -> Held:
    """The headlines on both sides of ``row``, which stands at ``place``."""
    newer = library.lists.rows(query, order, beside=row, older=False, limit=min(place, SCREENFUL))
    older = library.lists.rows(query, order, beside=row, limit=SCREENFUL)
    return _by_place(library, [*newer, row, *older], place - len(newer))


def piece(
    library: Library,
    query: Query,
    order: Sequence[str],
    places: range,
    known: Mapping[int, int],
    length: int | None,
) -> Held:
    """The headlines at ``places``, reached from the nearest of the row numbers ``known`` by place, or from an end.

    ``length`` None: only the beginning is known.
    """
    lists: Listing = library.lists
    ways = [(places.start - place - 1, True, row) for place, row in known.items() if place < places.start]
    ways += [(place - places.stop, False, row) for place, row in known.items() if place >= places.stop]
    ends: list[tuple[int, bool, int | None]] = [*ways, (places.start, True, None)]
    if length is not None:
        ends.append((length - places.stop, False, None))
    skip, older, beside = min(ends, key=lambda way: way[0])
    rows = lists.rows(query, order, beside=beside, older=older, skip=max(0, skip), limit=len(places))
    return _by_place(library, rows, places.start if older else places.stop - len(rows))


def unread(
    library: Library, query: Query, order: Sequence[str], row: int | None, chosen: int, step: int
) -> tuple[int, Held] | None:
    """The place of the next unread headline below (1) or above (-1) ``row`` at ``chosen``, and what is around it."""
    found = library.lists.next_unread(query, order, row, older=step > 0)
    if found is None:
        return None
    if row is None:
        place = library.lists.place(query, order, found)
    elif step > 0:
        place = chosen + library.lists.between(query, order, row, found)
    else:
        place = max(0, chosen - library.lists.between(query, order, found, row))
    return place, around(library, query, order, found, place)


def _by_place(library: Library, rows: Sequence[int], first: int) -> Held:
    places = {row: first + n for n, row in enumerate(rows)}
    return {places[headline.row]: headline for headline in library.headlines(rows)}
