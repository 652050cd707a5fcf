"""The headlines: title, marks, source, age and the languages that a story has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip

from tui_reader import ages, languages
from tui_reader.app import safe
from tui_reader.app.kept import shown_tags
from tui_reader.app.marking import runs_of
from tui_reader.app.widgets.language_tabs import LIKELY
from tui_reader.app.widgets.rows import Lines, Rows
from tui_reader.app.wrap import in_lines, shorten
from tui_reader.model import Headline
from tui_reader.search.excerpts import Excerpt
from tui_reader.search.finder import Finder, Span
from tui_reader.search.terms import Part
from tui_reader.words import tr

ONE_LINE = 90
KEPT = 4000  # headlines held at once
UNREAD, READ, BOOKMARKED = "●", " ", "★"


class HeadlineList(Rows):
    """A list of which only what is near the screen is held; ``load`` brings the headlines of other places.

    A story that has no edition in ``language``, the list's, is drawn dimmed. ``load`` is called with places and answers
    later through `loaded`; until then a row is drawn empty.
    """

    def __init__(
        self,
        load: Callable[[range], None],
        *,
        excerpts: Callable[[list[int]], None],
        now: Callable[[], datetime],
        id: str,
    ) -> None:
        super().__init__(id=id)
        self._load, self._load_excerpts = load, excerpts
        self._now = now
        self._length = 0
        self._held: dict[int, Headline] = {}
        self._asked: set[int] = set()
        self._finder: Finder | None = None
        self._excerpts: dict[int, Excerpt | None] = {}  # by row number; None: asked for, or there is none
        self.order: Sequence[str] = ()
        self.language: str | None = None

    def count(self) -> int:
        return self._length

    def show(self, length: int, held: dict[int, Headline], chosen: int, finder: Finder | None = None) -> None:
        """Show a list with those headlines that are already there, by their places, and choose one of them.

        What ``finder`` finds is marked, and the words around it stand with each headline.
        """
        if finder is not self._finder:
            self._finder, self._excerpts = finder, {}
        self._length = length
        self._held = held
        self._asked = set(held)
        self.row_height = self._height()
        self.changed()
        self.chosen = chosen
        self.show_chosen()

    def loaded(self, headlines: dict[int, Headline]) -> None:
        """Headlines that were asked for have come, by their places."""
        came = self.chosen in headlines and self.chosen not in self._held
        self._held |= headlines
        if len(self._held) > KEPT:
            near = range(self.chosen - KEPT // 4, self.chosen + KEPT // 4)
            self._held = {place: held for place, held in self._held.items() if place in near}
        self._asked &= set(self._held) | self._near()
        self.redraw()
        if came:
            self.post_message(self.Moved(self))

    def excerpted(self, rows: Sequence[int], excerpts: Mapping[int, Excerpt]) -> None:
        """The excerpts of articles that were asked for have come, by their row numbers."""
        self._excerpts |= {row: excerpts.get(row) for row in rows}
        self.redraw()

    def shorten(self, length: int) -> None:
        """The list turned out to have ``length`` rows."""
        self._length = length
        self.changed()

    @property
    def rows(self) -> dict[int, int]:
        """The row numbers of the headlines that are held, by their places."""
        return {place: headline.row for place, headline in self._held.items()}

    @property
    def row(self) -> int | None:
        """The row number of the chosen headline, once it is loaded."""
        return self.headline.row if self.headline is not None else None

    @property
    def headline(self) -> Headline | None:
        """The chosen headline, once it is loaded."""
        return self._held.get(self.chosen)

    def _height(self) -> int:
        more = 1 if self._finder is not None else 0
        return (1 if self.size.width >= ONE_LINE else 3) + more

    def on_resize(self) -> None:
        self.row_height = self._height()
        super().on_resize()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Ask for what is about to be drawn, a screenful before and after it too."""
        self.row_height = self._height()  # where it is drawn before it has been told its size
        self._ask()
        self._ask_excerpts()
        return super().render_lines(crop)

    def _ask(self) -> None:
        wanted = [place for place in sorted(self._near()) if place not in self._asked]
        if wanted:
            places = range(wanted[0], wanted[-1] + 1)
            self._asked.update(places)
            self._load(places)

    def _ask_excerpts(self) -> None:
        """Those of the headlines on the screen, and of no others."""
        if self._finder is None:
            return
        first = self.scroll_offset.y // self.row_height
        shown = (
            self._held.get(place) for place in range(first, first + self.size.height // self.row_height + 1)
        )
        rows = [line.row for line in shown if line is not None and line.row not in self._excerpts]
        if rows:
            self._excerpts |= dict.fromkeys(rows)
            self._load_excerpts(rows)

    def _near(self) -> set[int]:
        """The places on the screen, and a screenful before and after it."""
        visible = self.size.height // self.row_height + 1
        first = self.scroll_offset.y // self.row_height - visible
        return set(range(max(0, first), min(self._length, first + 3 * visible)))

    def draw(self, row: int, width: int) -> Lines:
        headline = self._held.get(row)
        if headline is None:
            return [[("   …", "dim")]]
        mark = (f"{READ if headline.read else UNREAD} ", "accent")
        star = (f"{BOOKMARKED} ", "accent") if headline.bookmarked else None
        style = "dim" if headline.read else "strong"
        if self.language is not None and not languages.within(headline.language, self.language):
            mark, style = (mark[0], "faint"), "faint"
        title = safe.plain(headline.title) or tr("Untitled")
        spans = self._finder.spans(title, Part.TITLE) if self._finder is not None else []
        meta = self._meta(headline)
        if self.size.width >= ONE_LINE:
            lines = [self._one_line(width, mark, star, (title, style), spans, meta)]
        else:
            lines = self._three_lines(width, mark, star, (title, style), spans, meta)
        return self._with_excerpt(lines, headline.row, width)

    def _one_line(
        self,
        width: int,
        mark: tuple[str, str],
        star: tuple[str, str] | None,
        title: tuple[str, str],
        spans: Sequence[Span],
        meta: str,
    ) -> list[tuple[str, str]]:
        before = [mark, *([star] if star else [])]
        meta = shorten(meta, width // 3)
        room = width - sum(cell_len(text) for text, _ in before) - cell_len(meta) - 3
        text = shorten(title[0], room)
        runs = runs_of(text, spans, title[1], 0, len(text))
        return [*before, *runs, (" " * (room - cell_len(text) + 2), title[1]), (meta, "dim")]

    def _three_lines(
        self,
        width: int,
        mark: tuple[str, str],
        star: tuple[str, str] | None,
        title: tuple[str, str],
        spans: Sequence[Span],
        meta: str,
    ) -> list[list[tuple[str, str]]]:
        text, style = title
        indent = " " * cell_len(mark[0])
        room = max(4, width - len(indent) - 1)
        text, pieces = in_lines(text, 2, room)
        first = [mark, *runs_of(text, spans, style, *pieces[0])]
        second = [[(indent, "plain"), *runs_of(text, spans, style, *piece)] for piece in pieces[1:]]
        left = room - (cell_len(star[0]) if star else 0)
        return [first, *second, [(indent, "plain"), *([star] if star else []), (shorten(meta, left), "dim")]]

    def _with_excerpt(
        self, lines: list[list[tuple[str, str]]], row: int, width: int
    ) -> list[list[tuple[str, str]]]:
        """The headline's lines with its excerpt before the last one, or after the only one, in the lines left for it."""
        excerpt = self._excerpts.get(row)
        room = max(4, width - 3)
        if self._finder is None or excerpt is None:
            return lines
        text = safe.plain(excerpt.text)
        spans = excerpt.spans if text == excerpt.text else self._finder.spans(text, excerpt.part)
        if label := excerpt.label:
            text = label + text
            spans = [(start + len(label), end + len(label)) for start, end in spans]
        text, pieces = in_lines(text, self.row_height - len(lines), room)
        found = [[("  ", "plain"), *runs_of(text, spans, "dim", *piece)] for piece in pieces]
        return [*lines[:-1], *found, lines[-1]] if len(lines) > 1 else [*lines, *found]

    def _meta(self, headline: Headline) -> str:
        held = languages.in_order(headline.languages, self.order)
        marked = [(LIKELY if tag in headline.likely else "") + languages.label(tag) for tag in held]
        labels = " ".join(marked) or languages.label(headline.language)
        age = ages.age(headline.published, self._now()) if headline.published is not None else ""
        hidden = tr("hidden") if headline.hidden else ""
        parts = [
            hidden,
            labels,
            age,
            safe.plain(shown_tags(headline.tags)),
            safe.plain(", ".join(headline.sources)),
        ]
        return " · ".join(part for part in parts if part)
