"""An article of which no more than its address is known, and maybe a title: its text is fetched when it is opened. Pure."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import unquote, urlsplit

from tui_reader.hosts import shown_address
from tui_reader.model import Article, is_page, page_identity


def stub(
    url: str, title: str = "", *, published: datetime | None = None, source: str | None = None
) -> Article:
    """The article at ``url``, a web address; without a ``title`` it goes by the address, without a source by the host."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    return Article(
        identity=page_identity(url),
        title=title or shown_address(unquote(url).partition("://")[2]),
        source=host if source is None else source,
        url=url,
        published=published,
        partial=True,
    )


def is_stub(article: Article) -> bool:
    """Whether nothing but an address and a title is held."""
    return is_page(article) and article.partial and not article.text and not article.photos
