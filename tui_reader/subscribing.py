"""A list of feeds, as another reader wrote it or as ours is written: the values. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui_reader.clean import clean_address, clean_line
from tui_reader.values import frozen
from tui_reader.words import tr

NAMESPACE = "https://tui-reader.invalid/opml"  # other readers pass over attributes that they don't know
MAX_FEEDS = 20_000
MAX_NAMED = 20  # of the lines that can't be used


@frozen
class Subscription:
    """One feed of a list. ``source`` is the name of the source whose edition it is, where the list was ours."""

    title: str
    url: str
    language: str | None = None
    category: str | None = None
    source: str | None = None


@dataclass(slots=True)
class Subscriptions:
    """What a list holds: its feeds in order, how many lines can't be used, and the first of those in words."""

    feeds: list[Subscription] = field(default_factory=list)
    bad: int = 0
    named: list[str] = field(default_factory=list)

    def refuse(self, what: str, why: str) -> None:
        """Count a line that can't be used."""
        self.bad += 1
        if len(self.named) < MAX_NAMED:
            self.named.append(clean_line(f"“{what[:80]}”: {why}"))

    def add(self, feed: Subscription) -> None:
        """Take a feed, once, if its address is one."""
        url = clean_address(feed.url[:4000])
        if not url.lower().startswith(("http://", "https://")) or len(url) < 11:
            self.refuse(feed.title or feed.url, tr("no address of a feed on the web"))
        elif len(self.feeds) >= MAX_FEEDS:
            self.refuse(feed.title or url, tr("more than {count} feeds", count=MAX_FEEDS))
        elif not any(url == one.url for one in self.feeds[-50:]):
            self.feeds.append(replace(feed, url=url))
