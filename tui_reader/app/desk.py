"""The commands of reading and of lists: one method a row of the table in `keys`, under the row's name.

It joins the lists, the open article and the refresh; `moving` and `keeping` hold the other commands. What takes
time is handed to the view; a newer piece of work of the same group takes the place of an older one. Windows are
imported when they are first opened: the first screen needs none.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from tui_reader import outside
from tui_reader.app.columns import Pane
from tui_reader.app.handing import browse
from tui_reader.app.lettering import leads_to_double
from tui_reader.app.lists import Lists
from tui_reader.app.marks import Marks
from tui_reader.app.reading import Reading
from tui_reader.app.refresher import Refresher
from tui_reader.app.services import Services
from tui_reader.app.state import ALL, BOOKMARKS
from tui_reader.app.view import View
from tui_reader.app.widgets.article_pane import Place
from tui_reader.hosts import shown_address
from tui_reader.model import Headline, Source
from tui_reader.words import tr


class Desk:
    """The commands."""

    def __init__(
        self,
        view: View,
        services: Services,
        lists: Lists,
        reading: Reading,
        marks: Marks,
        refresher: Refresher,
    ) -> None:
        self._view, self._services = view, services
        self._lists, self._reading, self._marks, self._refresher = lists, reading, marks, refresher
        self.pictures_on = reading.gallery.default(services.config.settings.pictures, os.environ)

    def open(self) -> None:
        if self._view.pane is Pane.SOURCES:
            self._view.go(Pane.HEADLINES)
        elif self._view.pane is Pane.HEADLINES and self._view.headlines.headline is not None:
            self.open_headline(self._view.headlines.headline)
        elif self._view.pane is Pane.ARTICLE:
            self._photo(self._view.article.photo_here())

    def back(self) -> None:
        if self._view.pane is Pane.ARTICLE:
            self._view.work(self._back_from_article, "article")
        elif self._view.pane is Pane.HEADLINES and (self._lists.state.search or self._view.searching):
            self._view.search_for("")
        elif self._view.pane is Pane.HEADLINES and self._lists.state.query().tag is not None:
            self.show_list(tag="")
        elif self._view.pane is Pane.HEADLINES:
            self._view.go(Pane.SOURCES)
        else:
            self._view.tell(tr("Q quits"))

    def onward(self) -> None:
        text = self._view.article.text
        if self._view.pane is Pane.ARTICLE and not text.at_end:
            text.page_by(1)
        elif self._view.pane is Pane.ARTICLE:
            self._view.work(partial(self._unread, 1), "unread")
        else:
            self.open()

    # Reading

    def next_unread(self) -> None:
        if not self._to_match(1):
            self._view.work(partial(self._unread, 1), "unread")

    def match_before(self) -> None:
        if not self._to_match(-1):
            self.previous_unread()

    def _to_match(self, step: int) -> bool:
        """In an article, the next or the previous match of the search; False where it marks none there."""
        if self._view.pane is not Pane.ARTICLE:
            return False
        text = self._view.article.text
        place, count = text.to_match(step), len(text.marks.lines)
        if place:
            self._view.tell(tr("Match {place} of {count}", place=place, count=count))
        return bool(place)

    def previous_unread(self) -> None:
        self._view.work(partial(self._unread, -1), "unread")

    def links(self) -> None:
        related = self._reading.related
        if not related:
            self._view.tell(tr("This article has no links"))
            return
        from tui_reader.app.screens.links import LinksScreen

        self._view.ask(LinksScreen(related), self._follow_if)

    def browser(self) -> None:
        held = self._reading.held
        if held is None or not held.article.url:
            self._view.tell(tr("This article has no address"), True)
            return
        self._view.work(partial(self._open_outside, held.article.url), "outside")

    def full_text(self) -> None:
        if not self._reading.fetching:  # a second press must not begin anew what is on its way
            self._view.work(self._reading.full_text, "full-text")

    def pictures(self) -> None:
        self.pictures_on = not self.pictures_on
        self._reading.gallery.try_again()
        self.draw_pictures()

    def draw_pictures(self) -> None:
        """Draw the open article's photos, or take them away, as the reader wants it."""
        show = partial(self._reading.show_pictures, self.pictures_on)
        self._view.work(show, "pictures", exclusive=False)

    def _photo(self, index: int | None) -> None:
        """One photo of the open article, large."""
        held = self._reading.held
        if held is None or index is None or index >= len(held.article.photos):
            self._view.tell(tr("This article has no photo to open"))
        else:
            from tui_reader.app.screens.photo import PhotoScreen

            self._view.ask(PhotoScreen(self._reading.gallery, held, index), None)

    def text_only(self) -> None:
        pane = self._view.article
        pane.set_alone(not pane.alone)
        self._view.go(Pane.ARTICLE, reading=True)

    # Lists

    def unread_only(self) -> None:
        self.show_list(unread=not self._lists.state.unread)

    def bookmarks_only(self) -> None:
        self.show_list(key=ALL if self._lists.state.key == BOOKMARKS else BOOKMARKS, tag="")
        self._view.go(Pane.HEADLINES)

    def tag_filter(self) -> None:
        """Ask for a tag, and show the bookmarks that have it."""
        self._view.work(self._choose_tag, "tags")

    def refresh(self) -> None:
        name = self._lists.state.source
        if name is None and self._view.headlines.headline is not None:
            name = self._view.headlines.headline.source
        chosen = [source for source in self._services.config.sources if source.name == name]
        if chosen:
            self._view.tell(tr("Refreshing {name}", name=chosen[0].name))
        self.refresh_sources(chosen or self._services.config.sources, by_hand=bool(chosen))

    def refresh_all(self) -> None:
        self.refresh_sources(self._services.config.sources)

    def refresh_sources(self, sources: Sequence[Source], *, by_hand: bool = False) -> None:
        """Refresh ``sources`` in the background; those chosen ``by_hand`` even where they keep failing."""
        work = partial(self._refresher.refresh, sources, by_hand=by_hand)
        self._view.work(work, "refresh", exclusive=False)

    def problems(self) -> None:
        from tui_reader.app.screens.problems import ProblemsScreen

        self._view.ask(ProblemsScreen(self._refresher.problems), None)

    # What the mouse and the messages ask for

    def open_headline(self, headline: Headline) -> None:
        """Open a headline's article and mark its story read."""
        self._reading.forget_way()
        self._view.go(Pane.ARTICLE, reading=True)
        self._view.work(partial(self._open, headline.id), "article")

    def preview(self, headline: Headline | None) -> None:
        """Show the chosen headline's article beside the list; it is not marked read."""
        if not (self._view.pane is Pane.ARTICLE and self._view.reading):
            self._view.work(partial(self._preview, headline.id if headline else None), "article")

    def follow(self, url: str) -> None:
        """Open a link inside the reader where it can be, else in the browser; a photo's address as a photo."""
        held = self._reading.held
        photos = [photo.url for photo in held.article.photos] if held is not None else []
        if url in photos:
            self._photo(photos.index(url))
            return
        self._view.work(partial(self._follow, url), "article")

    def show_source(self, key: str) -> None:
        """The headlines of a source."""
        if key != self._lists.state.key:
            self.show_list(key=key)

    # How

    def show_list(self, **changes: Any) -> None:
        """The list with ``changes`` to its state (`ListState`), and the same story chosen where it is there."""
        headline = self._view.headlines.headline
        state = replace(self._lists.state, **changes)
        self._view.work(partial(self._show, state, headline.id if headline else None), "list")

    async def _show(self, state: Any, keep: str | None) -> None:
        await self._lists.show(state, keep=keep)
        self._reading.library_languages = self._lists.library_languages
        self.preview(self._view.headlines.headline)

    async def _open(self, article_id: str) -> None:
        if await self._reading.show(article_id, anew=False):
            await self._marks.read(article_id, True, undoable=False)
            held = self._reading.held
            if held is not None and held.article.id == article_id and self._services.wants_full_text(held):
                self._view.work(self._reading.fetch_full_text, "full-text")
            self._reload()

    def _reload(self) -> None:
        """The lists once more, after a mark: going back from the article must not leave the old numbers there."""
        self._view.work(self._lists.reload, "reload")

    async def _preview(self, article_id: str | None) -> None:
        held = self._reading.held
        if article_id is None or held is None or held.article.id != article_id:
            await self._reading.show(article_id)

    async def _back_from_article(self) -> None:
        if not await self._reading.go_back():
            self._view.article.set_alone(False)
            self._view.go(Pane.HEADLINES, reading=False)

    async def _choose_tag(self) -> None:
        known = await self._services.library.ask(lambda library: library.bookmarks.known_tags())
        if not known:
            self._view.tell(tr("There are no tags yet; T tags a story"))
            return
        from tui_reader.app.screens.tags import TagChoice

        self._view.ask(TagChoice(known), self._show_tag)

    def _show_tag(self, tag: str | None) -> None:
        if tag is not None:
            self.show_list(key=BOOKMARKS, tag=tag)
            self._view.go(Pane.HEADLINES)

    async def _unread(self, step: int) -> None:
        found = await self._lists.choose_unread(step)
        if found is None:
            self._view.tell(tr("Nothing unread further on") if step > 0 else tr("Nothing unread before this"))
        elif self._view.pane is Pane.ARTICLE:
            self.open_headline(found)

    def _follow_if(self, url: str | None) -> None:
        if url is not None:
            self.follow(url)

    async def _follow(self, url: str) -> None:
        held = self._reading.held
        if (leads_to_double(url) or outside.is_readable(url)) and await self._reading.follow(url):
            self._view.go(Pane.ARTICLE, reading=True)
            if self._reading.held is not None and self._reading.held is not held:
                await self._marks.read(self._reading.held.article.id, True, undoable=False)
                self._reload()
        elif outside.may_open(url):
            await self._open_outside(url)
        elif not outside.is_readable(url):
            self._view.tell(tr("This link can't be opened here: {address}", address=shown_address(url)), True)

    async def _open_outside(self, url: str) -> None:
        await browse(self._view, url)
        self._view.tell(tr("Opened {address}", address=shown_address(url)))

    def place(self) -> tuple[str | None, Place]:
        """The article shown and the place in it."""
        held = self._reading.held
        return (held.article.id if held else None), self._view.article.place
