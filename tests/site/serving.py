"""The site on this machine's loopback: its feeds at ``/feed/uk.rss``, its pages at their own paths."""

from __future__ import annotations

from datetime import datetime

from tests.loopback import Answer, Loopback
from tests.site.manners import Site
from tests.site.pages import feed, page

FEED = "application/rss+xml; charset=utf-8"
PAGE = "text/html; charset=utf-8"


def serve(server: Loopback, site: Site, *, now: datetime | None = None, last: int = 5000) -> dict[str, str]:
    """Serve ``site`` as it is at ``now``; the addresses of its feeds by language."""
    root = server.url("").rstrip("/")
    for one in site.printed:
        server.answer(one.path, Answer(page(site, one, root), headers={"Content-Type": PAGE}))
    return {
        language: server.answer(
            f"/feed/{language}.rss",
            Answer(feed(site, language, root, now=now, last=last), headers={"Content-Type": FEED}),
        )
        for language in site.editions()
    }
