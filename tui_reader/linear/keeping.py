"""The words that mark and keep: of the open article, or of a headline by its number."""

from __future__ import annotations

import asyncio

from tui_reader import handing
from tui_reader.bookmarks import tag_key
from tui_reader.errors import UsageError
from tui_reader.gate import clean_article
from tui_reader.linear import telling
from tui_reader.linear.session import Numbered, Session, number, with_terminal
from tui_reader.linear.table import help_lines
from tui_reader.rendering.markdown import to_markdown
from tui_reader.saving import file_name, save_copy
from tui_reader.words import tr


class Keeping:
    """One method an action of the table, called with what follows the word."""

    def __init__(self, session: Session) -> None:
        self._session, self._marks = session, session.marks

    async def bookmark(self, rest: str) -> None:
        """Bookmark on or off."""
        article_id, _, kept = await self._chosen(rest)
        await self._marks.bookmark(article_id, not kept)
        await self._renew()

    async def tags(self, rest: str) -> None:
        """The story's tags: more of them, or fewer; without any, what they are."""
        held = self._session.article
        if rest:
            given = [part.strip() for part in rest.split(",")]
            gone = {tag_key(part[1:]) for part in given if part.startswith("-")}
            kept = [tag for tag in held.tags if tag_key(tag) not in gone]
            more = [part for part in given if part and not part.startswith("-")]
            await self._marks.tag(held, ",".join([*kept, *more]))
            await self._renew()
        else:
            self._session.tell(
                tr("Tags: {tags}", tags=", ".join(held.tags)) if held.tags else tr("This story has no tags")
            )

    async def note(self, rest: str) -> None:
        """The story's note."""
        held = self._session.article
        if rest:
            await self._marks.note(held, "" if rest == "-" else rest)
            await self._renew()
        else:
            self._session.say((held.note or tr("This story has no note")).split("\n"))

    async def mark(self, rest: str) -> None:
        """Read or unread."""
        article_id, read, _ = await self._chosen(rest)
        await self._marks.read(article_id, not read)
        self._session.tell(tr("Marked unread") if read else tr("Marked read"))
        await self._renew()

    async def mark_all(self, _: str) -> None:
        """All of the list read."""
        await self._marks.read_all(self._session.state.query())
        await self._renew()

    async def part(self, rest: str) -> None:
        """Likely editions taken apart."""
        await self._marks.part((await self._chosen(rest))[0])
        await self._renew()

    async def hide(self, rest: str) -> None:
        """Hidden from all lists, or shown again."""
        await self._marks.hide((await self._chosen(rest))[0])
        await self._renew()

    async def undo(self, _: str) -> None:
        """The last mark back."""
        await self._marks.undo()
        await self._renew()

    async def save(self, _: str) -> None:
        """The article as a Markdown file."""
        path = await self._session.services.save_markdown(self._session.article.article)
        self._session.tell(tr("Saved as {path}", path=path))

    async def pipe(self, rest: str) -> None:
        """The article as Markdown to a command."""
        command = handing.split(rest or self._session.services.config.settings.pipe)
        text = to_markdown(clean_article(self._session.article.article))
        await with_terminal(lambda: handing.run(command, text))

    async def pager(self, _: str) -> None:
        """The article in the pager."""
        command, lines = handing.pager(), telling.article(self._session.article)
        await with_terminal(lambda: handing.run(command, "\n".join(lines) + "\n"))

    async def editor(self, _: str) -> None:
        """A copy in the editor; kept where it was changed."""
        article = clean_article(self._session.article.article)
        command = handing.editor()
        text = await with_terminal(lambda: handing.edit(command, file_name(article), to_markdown(article)))
        if text is None:
            self._session.tell(tr("Nothing was changed; the copy is gone"))
        else:
            folder = self._session.services.config.settings.save_folder
            path = await asyncio.to_thread(save_copy, article, text, folder)
            self._session.tell(tr("Your copy is kept as {path}", path=path))

    async def help(self, rest: str) -> None:
        """The words."""
        self._session.say(help_lines(rest))

    async def _chosen(self, rest: str) -> tuple[str, bool, bool]:
        """The article that a mark is for, whether it is read, and whether it is bookmarked."""
        held = self._session.held
        if not rest and held is not None:
            return held.article.id, held.read, held.bookmarked
        if not rest:
            raise UsageError(tr("no article is open; add the number of a headline"))
        line = await self._session.headline(number(rest, Numbered.HEADLINE) - 1)
        return line.id, line.read, line.bookmarked

    async def _renew(self) -> None:
        """What is known of headlines and of the open article may have changed."""
        await self._session.renew()
