"""The words for the open article: editions, links, photos, its text in other forms, and the way back."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui_reader import ages, handing, outside
from tui_reader.app.finding import find_edition
from tui_reader.app.lettering import double_of, links_of
from tui_reader.app.services import only_local
from tui_reader.clean import clean_line
from tui_reader.errors import NotFoundError, UsageError
from tui_reader.gate import clean_article
from tui_reader.hosts import shown_address
from tui_reader.language_tag import language as read_language
from tui_reader.languages import in_order
from tui_reader.linear import telling
from tui_reader.linear.lists import Lists
from tui_reader.linear.session import Numbered, Session, number, with_terminal
from tui_reader.model import Held
from tui_reader.stories.tongues import tongue
from tui_reader.words import tr


class Reading:
    """One method an action of the table, called with what follows the word."""

    def __init__(self, session: Session, lists: Lists) -> None:
        self._session, self._lists = session, lists

    async def again(self, _: str) -> None:
        """The article once more."""
        self._session.say(telling.article(self._session.article))

    async def back(self, _: str) -> None:
        """To where a link led away from, else to the list."""
        if self._session.visits:
            await self._session.hold(self._session.visits.pop())
            self._session.say(telling.article(self._session.article))
        elif self._session.held is not None:
            self._session.held = None
            await self._session.page(self._session.top)
        else:
            self._session.tell(tr("This is the list; quit ends"))

    # Editions

    async def next_language(self, rest: str) -> None:
        """The next language, or the one named."""
        await self._turn(_tag(rest), 1)

    async def previous_language(self, _: str) -> None:
        """The language before."""
        await self._turn(None, -1)

    async def _turn(self, wanted: str | None, step: int) -> None:
        held = self._session.held
        if held is None:
            await self._lists.turn(wanted, step)
            return
        found = await self._edition(held, wanted, step)
        if found is not None:
            await self._session.open(found)

    async def side_by_side(self, rest: str) -> None:
        """The article and another edition, in turns."""
        held = self._session.article
        found = await self._edition(held, _tag(rest), 1)
        if found is not None:
            other = await self._session.ask(lambda library: library.held(found))
            self._session.say(telling.both(held.article, other.article))

    async def _edition(self, held: Held, wanted: str | None, step: int) -> str | None:
        """The id of another edition of ``held``, fetched where it is only named; None once it was said why not."""
        own = tongue(held.article.language)
        tags = [tongue(edition.language) for edition in held.editions if edition.id or edition.url]
        others = in_order({tag for tag in tags if tag is not None} - {own}, self._session.services.languages)
        if not others:
            raise NotFoundError(tr("this story has no edition in another language"))
        turned = in_order({*others, *([own] if own else [])}, self._session.services.languages)
        here = turned.index(own) if own in turned else 0
        language = tongue(wanted) if wanted is not None else turned[(here + step) % len(turned)]
        if language not in others:
            have = ", ".join(ages.language_name(tag) for tag in others)
            raise NotFoundError(
                tr("this story has no edition in “{wanted}”; there are {have}", wanted=wanted, have=have)
            )
        return await find_edition(self._session.services, held, language, self._session.tell)

    # Links and photos

    async def links(self, _: str) -> None:
        """Every link, numbered."""
        related = links_of(self._session.article)
        self._session.say(telling.link(n, one) for n, one in enumerate(related, 1))
        self._session.tell(tr("link N opens one") if related else tr("This article has no links"))

    async def link(self, rest: str) -> None:
        """Open a link here where it can be read, else in the browser."""
        held, at = self._session.article, number(rest, Numbered.LINK)
        related = links_of(held)
        if at > len(related) or not related[at - 1].url:
            raise NotFoundError(
                tr("link {at} has no address", at=at)
                if at <= len(related)
                else tr("there is no link {at}; `links` lists them", at=at)
            )
        url = related[at - 1].url or ""
        double = double_of(held, url)
        if double is not None or outside.is_readable(url):
            found = double or await self._session.services.follow(url, held)
            self._session.visits.append(held.article.id)
            await self._session.open(found)
        else:
            await self._outside(url)

    async def browser(self, _: str) -> None:
        """The article in the browser."""
        await self._outside(self._address())

    async def copy(self, _: str) -> None:
        """The article's address, in a line of its own."""
        self._session.say([self._address()])

    def _address(self) -> str:
        url = self._session.article.article.url
        if not url:
            raise NotFoundError(tr("this article has no address"))
        return url

    async def _outside(self, url: str) -> None:
        command = outside.browser_command(url)
        if outside.draws_in_terminal(command):
            await with_terminal(lambda: handing.run(command))
        else:
            await outside.open_in_browser(url)
        self._session.tell(tr("Opened {url}", url=shown_address(url)))

    async def pictures(self, _: str) -> None:
        """Every photo in words."""
        photos = clean_article(self._session.article.article).photos
        self._session.say(telling.photo(n, one, address=True) for n, one in enumerate(photos, 1))
        if not photos:
            self._session.tell(tr("This article has no photo"))

    async def photo(self, rest: str) -> None:
        """A photo in the desktop's viewer, from the web in the browser."""
        held, at = self._session.article, number(rest, Numbered.PHOTO)
        photos = held.article.photos
        url = photos[at - 1].url if at <= len(photos) else None
        if url is None:
            raise NotFoundError(tr("there is no photo {at} with an address; `photos` lists them", at=at))
        if not url.startswith("file:"):
            await self._outside(url)
            return
        only_local(held)
        await outside.open_file(Path(unquote(urlsplit(url).path)))
        self._session.tell(tr("Opened {url}", url=clean_line(url)))

    # The text

    async def full_text(self, _: str) -> None:
        """The other version, the feed's or the page's; fetched where it isn't held."""
        held = self._session.article
        if held.other:
            await self._session.services.swap(held)
        elif held.fetched:
            raise UsageError(tr("the feed's version is not held; the next refresh that brings it keeps it"))
        else:
            await self._session.fetch()
        await self._session.hold(held.article.id)
        self._session.say(telling.article(self._session.article))

    async def text_only(self, _: str) -> None:
        """The text alone."""
        text = clean_article(self._session.article.article)
        self._session.say(
            [text.title, *([text.lead] if text.lead else []), *telling.body(text, photos=False)]
        )


def _tag(rest: str) -> str | None:
    """The language that a reader names by tag or label, or None. Raises UsageError."""
    try:
        return read_language(rest) if rest else None
    except ValueError as error:
        raise UsageError(str(error)) from error
