"""Related links and links in the text, opened by a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from textual import events
from textual.binding import BindingType

from tui_reader.app import safe
from tui_reader.app.bindings import help_in
from tui_reader.app.lettering import leads_to_double
from tui_reader.app.places import Spot
from tui_reader.app.screens.modal import RowsWindow
from tui_reader.app.widgets.rows import Rows
from tui_reader.hosts import shown_address
from tui_reader.model import LinkKind, RelatedLink
from tui_reader.words import tr

Lettered = Sequence[tuple[str, RelatedLink]]


class LinkRows(Rows):
    """A link a row: its letter and title, and under it the address."""

    row_height = 2

    def __init__(self, links: Lettered) -> None:
        super().__init__(id="links")
        self._links = links

    def count(self) -> int:
        return len(self._links)

    def draw(self, row: int, width: int) -> list[list[tuple[str, str]]]:
        letter, link = self._links[row]
        kind = tr("read also") if link.kind is LinkKind.READ_ALSO else tr("in the text")
        about = f"{kind} · " + (_shown(link.url) if link.url else tr("no address"))
        if link.url and leads_to_double(link.url):
            about = tr("the same text from another source")
        return [
            [(f" {letter:<3}", "accent"), (safe.plain(link.title), "strong")],
            [("    ", "plain"), (about, "dim")],
        ]


def _shown(url: str) -> str:
    """A whole address; a file beside the article by its name."""
    return (
        safe.plain(unquote(urlsplit(url).path)).rpartition("/")[2]
        if url.startswith("file:")
        else shown_address(url)
    )


class LinksScreen(RowsWindow[str]):
    """Gives the address of the link that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [help_in(Spot.LINKS)]

    def __init__(self, links: Lettered) -> None:
        super().__init__(tr("Links"), tr("a letter or enter opens · esc closes"))
        self._links = links
        self._typed = ""

    def content(self) -> LinkRows:
        """The links."""
        return LinkRows(self._links)

    def on_rows_opened(self, message: Rows.Opened) -> None:
        message.stop()
        self._open(message.rows.chosen)

    def _open(self, row: int) -> None:
        url = self._links[row][1].url
        if url is None:
            self.notify(tr("This text names the article without its address"), markup=False)
        else:
            self.close(url)

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.query_one(LinkRows).open_chosen()
        elif event.character and event.character.isascii() and event.character.islower():
            event.stop()
            event.prevent_default()
            self._type(event.character)

    def _type(self, letter: str) -> None:
        """Letters add up (``aa``) while more than one link begins with what was typed."""
        self._typed += letter
        exact = [row for row, (name, _) in enumerate(self._links) if name == self._typed]
        longer = any(name.startswith(self._typed) and name != self._typed for name, _ in self._links)
        if exact and (len(self._typed) > 1 or not longer):
            self._open(exact[0])
        elif exact:
            self.query_one(LinkRows).chosen = exact[0]
        else:
            self._typed = ""
