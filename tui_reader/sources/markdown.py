"""Markdown with front matter to an article: CommonMark with tables, pictures with captions, links in place.

Front matter is YAML between ``---`` lines or TOML between ``+++`` lines; keys that are not known here are
left alone. Raw HTML counts for its text. Nothing is fetched; pictures and links beside the text become
``file:`` addresses inside ``folder`` only.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tui_reader.detection import settle
from tui_reader.model import Article
from tui_reader.sources.local.beside import address
from tui_reader.sources.marked.blocks import Body, read_body
from tui_reader.sources.marked.front import split_front


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def read(text: str, identity: str, folder: Path | None = None, *, root: Path | None = None) -> Article:
    """The article that a Markdown text tells.

    Pictures and links beside the text are looked for in ``folder`` and must lie inside ``root`` (``folder``
    where it is None). Raises `ParseError`, naming the line, where the front matter can't be read.
    """
    front, markdown = split_front(text.lstrip("\ufeff"), folder, root)
    tokens = _parser().parse(markdown.replace("\0", "\ufffd"))
    body = read_body(tokens, lambda target: address(target, folder, root), front.title)
    title = front.title or body.title or _first_words(body)
    whole = "\n".join([title, front.lead or "", *(block.text for block in body.blocks)])
    settled = settle(whole, front.language)
    return Article(
        identity=identity,
        title=title,
        language=settled.language,
        language_declared=settled.declared,
        url=front.url,
        site=front.site,
        authors=front.authors,
        published=front.published,
        updated=front.updated,
        lead=front.lead,
        body=tuple(body.blocks),
        photos=tuple(body.photos),
        related=tuple(body.related),
        editions=front.editions,
        story=front.story,
    )


def _first_words(body: Body) -> str:
    for block in body.blocks:
        line = " ".join(block.text.split())
        if line:
            return line if len(line) <= 120 else line[:119].rsplit(" ", 1)[0] + "…"
    return ""
