"""The open article: which edition is shown, what it came from, and the way back.

It asks the services and fills the article pane. An answer that comes after a newer question is dropped.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from functools import partial

from tui_reader import ages
from tui_reader.app import editions
from tui_reader.app.finding import find_edition
from tui_reader.app.gallery import Gallery
from tui_reader.app.kept import Also, set_kept
from tui_reader.app.lettering import double_of, lettered, links_of
from tui_reader.app.services import Services
from tui_reader.app.widgets.article_pane import ArticlePane, Place
from tui_reader.app.widgets.language_tabs import LanguageTab, TabState
from tui_reader.errors import ReaderError
from tui_reader.languages import label
from tui_reader.model import Article, Held, RelatedLink, is_page
from tui_reader.stories.tongues import tongue
from tui_reader.values import frozen
from tui_reader.words import tr

_ADDRESS = re.compile(r"https?://([^/\s;:?#]+)(?::\d+)?[^\s;:]*")


@frozen
class Visit:
    """An article that a link led away from, and the place in it."""

    id: str
    place: Place


@frozen
class Turn:
    """The edition from which the reader turned, the place in it, and the one at which the other was taken up."""

    before: Article
    place: Place
    taken_up: Place


class Reading:
    """What the article column shows."""

    def __init__(
        self,
        services: Services,
        pane: ArticlePane,
        gallery: Gallery,
        *,
        tell: Callable[[str, bool], None],
        shown: Callable[[], None],
    ) -> None:
        self._services = services
        self._shown = shown
        self._pane = pane
        self.gallery = gallery
        self._tell = tell
        self._wanted: str | None = None
        self._fetching: str | None = None
        self._fetch_over = asyncio.Event()
        self._told_of: str | None = None
        self.held: Held | None = None
        self.library_languages: Sequence[str] = ()
        self.part_key = ""
        self._visits: list[Visit] = []
        self._came: Turn | None = None

    @property
    def related(self) -> list[tuple[str, RelatedLink]]:
        """The links of the article shown and its doubles, each with its letter."""
        return lettered(links_of(self.held)) if self.held else []

    async def show(self, article_id: str | None, place: Place | None = None, *, anew: bool = True) -> bool:
        """Show an article; False where it isn't held, or something else was asked for meanwhile.

        Where it is shown already, and not ``anew``, it is only scrolled.
        """
        self._wanted = article_id
        self._came = None
        if self._told_of not in (None, article_id):  # what was said of another article's full text
            self._told_of = None
            self._tell("", False)
        if article_id is None:
            self.held = None
            self._pane.show(None)
            return False
        held = await self._services.library.run(lambda library: library.held(article_id))
        if self._wanted != article_id or held is None:
            return False
        if held == self.held and not anew:
            self.go_to(place or Place())
            self._shown()
            return True
        self.held = held
        self._pane.show(
            held.article,
            byline=self._byline(held.article),
            head=partial(set_kept, tags=held.tags, note=held.note, doubles=self._doubles(held)),
            tabs=self.tabs(),
            place=place,
        )
        self._shown()
        return True

    async def renew(self) -> None:
        """Show the same article as the library has it now, at the same place."""
        if self.held is not None:
            await self.show(self.held.article.id, self._pane.place)

    def tabs(self) -> list[LanguageTab]:
        """The editions of this story among the languages of the library, in the reader's order."""
        if self.held is None:
            return []
        settings, order = self._services.config.settings, self._services.languages
        return editions.tabs(self.held, self.library_languages, order, settings.tab_labels)

    def others(self) -> list[str]:
        """The other languages in which this story is held or can be fetched."""
        own = tongue(self.held.article.language) if self.held is not None else None
        found = [tab.language for tab in self.tabs() if tab.state is not TabState.ABSENT and tab.language]
        return [language for language in found if language != own]

    async def turn(self, language: str) -> None:
        """Show the edition in ``language`` at the same paragraph: the one held, or the one that its address gives."""
        if language not in self.others():
            await self._page_fetched()
        held = self.held
        if held is None or language == tongue(held.article.language):
            return
        found = await find_edition(self._services, held, language, self._say)
        if found is None or self.held is not held or not self._shows(held):
            return
        place = self._pane.place
        if await self.show(found):
            self._take_up(held.article, place)
            self._came = Turn(held.article, place, self._pane.place)
            edition = editions.find(held, language)
            self._say(editions.doubt(edition, self.part_key) if edition else "", False)

    async def turn_by(self, step: int) -> None:
        """The next (1) or previous (-1) edition that there is."""
        if not self.others():
            await self._page_fetched()
        if self.held is None or not self.others():
            self._say(tr("This story has no edition in another language"), True)
            return
        usable = [tab.language for tab in self.tabs() if tab.state is not TabState.ABSENT and tab.language]
        own = tongue(self.held.article.language)
        here = usable.index(own) if own in usable else 0
        await self.turn(usable[(here + step) % len(usable)])

    async def _page_fetched(self) -> None:
        """Wait for the article's page, where it is on its way: it may name editions that the feed did not."""
        if self.fetching:
            self._tell(tr("Its page is being fetched; it may name more editions…"), False)
            await self._fetch_over.wait()

    def _take_up(self, before: Article, place: Place) -> None:
        """Scroll to where the reader was in ``before``, another edition of what is shown."""
        if self.held is None:
            return
        from tui_reader.aligning import align, carry

        now = self.held.article
        carried = carry(align(before, now), len(now.body), place.block, place.share)
        self.go_to(Place(*carried))

    def _say(self, text: str, warning: bool) -> None:
        """Tell something that the end of a fetch must not take away."""
        self._told_of = None
        self._tell(text, warning)

    def go_to(self, place: Place) -> None:
        """Scroll the article to ``place``."""
        self._pane.text.set_scroll_y_now(self._pane.line_of(place))

    async def follow(self, url: str) -> bool:
        """Open what a link leads to inside the reader; False where it can only be opened outside."""
        held = self.held
        if held is None:
            return False
        self._tell(tr("Opening the link…"), False)
        try:
            found = double_of(held, url) or await self._services.follow(url, held)
        except ReaderError as error:
            self._tell(f"{error}", True)
            return False
        if self.held is not held:
            return False
        self._visits.append(Visit(held.article.id, self._pane.place))
        self._tell("", False)
        return await self.show(found)

    async def go_back(self) -> bool:
        """Show the article that the last link led away from; False where there is none."""
        if not self._visits:
            return False
        visit = self._visits.pop()
        return await self.show(visit.id, visit.place)

    def forget_way(self) -> None:
        """Another article was opened from the list: the way back ends here."""
        self._visits.clear()

    @property
    def fetching(self) -> bool:
        """Whether the full text of the article shown is on its way."""
        return self.held is not None and self.held.article.id == self._fetching

    async def full_text(self) -> None:
        """Show the other version of the article, the feed's or the page's; fetch the page where that isn't held."""
        held = self.held
        if held is None:
            return
        latest = await self._services.library.run(lambda library: library.held(held.article.id))
        if latest is not None and latest.fetched != held.fetched:  # a refresh was faster
            await self._renew_as(page=latest.fetched)
        elif latest is not None and latest.other:
            if await self._services.swap(held) and self._shows(held):
                await self._renew_as(page=not held.fetched)
        elif held.fetched and not is_page(held.article):
            self._tell(tr("The feed's version is not held; the next refresh that brings it keeps it"), True)
        else:
            await self.fetch_full_text()

    async def fetch_full_text(self) -> None:
        """Fetch the page's text and put it in place; until it comes, and where it doesn't, the summary stays."""
        held = self.held
        if held is None:
            return
        self._fetching = self._told_of = held.article.id
        over = self._fetch_over = asyncio.Event()
        self._tell(tr("Fetching the full text…"), False)
        try:
            await self._fetch(held)
        except ReaderError as error:
            if self._shows(held):
                why = _reason(error)
                self._tell(
                    tr("No full text: {why}; o opens the page in the browser", why=why)
                    if held.article.url
                    else tr("No full text: {error}", error=why),
                    True,
                )
        finally:
            if self._fetch_over is over:
                self._fetching = None
            over.set()

    async def _fetch(self, held: Held) -> None:
        await self._services.fetch_full_text(held)
        if self._shows(held):
            if self._told_of == held.article.id:
                self._say("", False)
            came = self._came if self._came and self._came.taken_up == self._pane.place else None
            await self.renew()
            if came is not None:  # the summary had no such paragraph; the full text may
                self._take_up(came.before, came.place)

    async def _renew_as(self, *, page: bool) -> None:
        await self.renew()
        self._tell(
            tr("The full text; f brings the feed's version back")
            if page
            else tr("The feed's version; f brings the full text back"),
            False,
        )

    def _shows(self, held: Held) -> bool:
        """Whether the article of ``held`` is still the one on the screen, and the one asked for."""
        return self._wanted == held.article.id

    async def show_pictures(self, on: bool) -> None:
        """Draw the photos near the place that is read, or take them all away."""
        held = self.held
        if held is None:
            return
        if on:
            await self.gallery.show(held, self._pane, partial(self._has_photos_of, held), self._tell)
        else:
            self._pane.hide_pictures()

    def _has_photos_of(self, held: Held) -> bool:
        return self._shows(held) and self.held is not None and self.held.article.photos == held.article.photos

    def _doubles(self, held: Held) -> list[Also]:
        """The doubles of the article shown, each with the letter and the address by which it is opened."""
        own = tongue(held.article.language)
        names = {
            one.id: one.source if tongue(one.language) == own else f"{one.source} ({label(one.language)})"
            for one in held.doubles
        }
        found = ((letter, link.url or "") for letter, link in lettered(links_of(held)))
        return [
            Also(letter, names[id], url) for letter, url in found if (id := double_of(held, url)) is not None
        ]

    def _byline(self, article: Article) -> str:
        parts = [article.source or article.site or "", ", ".join(article.authors)]
        if article.published is not None:
            ago = ages.ago(article.published, self._services.now())
            when = ages.when(article.published)
            parts.append(f"{when} ({ago})" if ago else when)
        return " · ".join(part for part in parts if part)


def _reason(error: ReaderError) -> str:
    """Why something failed, in few words: no address but its host, and no advice, which follows."""
    return _ADDRESS.sub(r"\1", str(error)).partition("; ")[0]
