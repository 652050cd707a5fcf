"""The site as documents: an RSS feed a language, and a page an article."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from tests.site.manners import Printed, Site

_TABS = {"uk": "Українська", "en": "English", "ru": "Русский", "de": "Deutsch"}
# What every longer text has around its facts.
_AROUND = {
    "en": "Our reporters were there from the first hour and spoke to those who saw it. What is known so far comes from "
    "officials and from people on the spot, and some of it could not be checked by others yet.",
    "de": "Unsere Reporter waren von der ersten Stunde an dabei und haben mit Augenzeugen gesprochen. Was bisher bekannt "
    "ist, stammt von Behörden und von Menschen vor Ort; manches ließ sich noch nicht prüfen.",
    "uk": "Наші журналісти працюють на місці від першої години й спілкуються з очевидцями. Усе, що відомо нині, походить "
    "від посадовців та мешканців; частину відомостей ще не вдалося перевірити.",
    "ru": "Наши журналисты работают на месте с первого часа и говорят с очевидцами. Всё, что известно сейчас, рассказали "
    "чиновники и жители; часть сведений еще не удалось проверить.",
}
_HOME = {"uk": "/", "en": "/en/", "ru": "/rus/", "de": "/de/"}


def title_at(one: Printed, now: datetime | None) -> str:
    """The title as it stands at ``now``; None is the end of time."""
    fixed = one.corrected is not None and (now is None or one.corrected <= now)
    return one.text.corrected if fixed else one.text.title


def feed(site: Site, language: str, root: str, *, now: datetime | None = None, last: int = 5000) -> bytes:
    """The RSS feed of one language with its ``last`` articles at ``now``, newest first."""
    there = [p for p in site.printed if p.language == language and (now is None or p.published <= now)]
    items = sorted(there, key=lambda one: (one.published, one.path), reverse=True)[:last]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>The Site</title>'
        f"<link>{root}{_HOME[language]}</link><language>{language}</language>"
        f"{''.join(_item(site, one, root, now) for one in items)}</channel></rss>"
    ).encode()


def _item(site: Site, one: Printed, root: str, now: datetime | None) -> str:
    text = one.text.lead if site.summaries else " ".join((one.text.lead, *one.text.body))
    link = "false" if one.guid != one.path else "true"
    guid = one.guid if link == "false" else root + one.path
    return (
        f"<item><title>{escape(title_at(one, now))}</title><link>{root}{one.path}</link>"
        f'<guid isPermaLink="{link}">{escape(guid)}</guid><description>{escape(text)}</description>'
        f"<pubDate>{format_datetime(one.published)}</pubDate>"
        f'<enclosure url="{root}{one.picture}" type="image/jpeg" length="1"/></item>'
    )


def page(site: Site, one: Printed, root: str) -> bytes:
    """The page of an article, with the site's tabs or its ``hreflang``."""
    known = dict(one.others)
    links = tabs = ""
    if site.manner == "hreflang":
        links = "".join(
            f'<link rel="alternate" hreflang="{tag}" href="{root}{path}">' for tag, path in one.others
        )
    elif site.manner in ("tabs", "home tabs"):
        shown = [tag for tag in _TABS if tag in known or site.manner == "home tabs"]
        tabs = "".join(
            f'<li><a href="{root}{known.get(tag) or _HOME[tag]}">{_TABS[tag]}</a></li>' for tag in shown
        )
        tabs = f'<ul class="lang">{tabs}</ul>'
    paragraphs = "".join(
        f"<p>{escape(text)}</p>" for text in (one.text.lead, *one.text.body, _AROUND[one.language])
    )
    return (
        f'<!doctype html><html lang="{one.language}"><head><meta charset="utf-8">'
        f"<title>{escape(one.text.title)}</title>"
        f'<meta property="og:type" content="article"><meta property="og:title" content={quoteattr(one.text.title)}>'
        f'<meta property="article:published_time" content="{one.published.isoformat()}">'
        f'<link rel="canonical" href="{root}{one.path}">{links}</head><body><header>{tabs}'
        f'<nav><a href="{root}{_HOME[one.language]}">Home</a></nav></header>'
        f"<main><article><h1>{escape(one.text.title)}</h1>"
        f'<figure><img src="{root}{one.picture}" alt=""></figure>{paragraphs}</article></main></body></html>'
    ).encode()
