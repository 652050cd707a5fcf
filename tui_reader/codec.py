"""An article as the JSON object that `show` prints, as the one that the library stores, and back.

The keys are the commands' contract: more may be added, none may change its meaning. Reading is tolerant of
keys that are missing, so that a document written by an older version still opens.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tui_reader.model import (
    Article,
    Block,
    BlockKind,
    Body,
    EditionLink,
    InlineLink,
    LinkKind,
    Photo,
    RelatedLink,
)
from tui_reader.simple_html import HtmlBody

Document = dict[str, Any]


def to_document(article: Article) -> Document:
    """``article`` as a JSON object; times are RFC 3339 with the zone that the source gave."""
    return _document(article, {"body": [_block(block) for block in article.body]})


def to_stored(article: Article) -> tuple[Document, str | None]:
    """The same for the library; a body that is HTML stays that, apart from the rest, until somebody reads it."""
    body = article.body
    if not isinstance(body, HtmlBody):
        return to_document(article), None
    return _document(article, {"base": body.base, "before": body.photos}), body.html


def from_document(document: Document, source: str = "") -> Article:
    """The article that `to_document` wrote, or somebody who knows it."""
    return _article(document, source, tuple(_to_block(block) for block in document.get("body", ())))


def from_stored(document: Document, html: str | None, source: str = "") -> Article:
    """The article that `to_stored` wrote. Not for a stranger's document: HTML is taken as it stands."""
    if html is None:
        return from_document(document, source)
    base = document["base"]
    if not isinstance(base, str | None):
        raise TypeError("what the addresses of a stored article refer to is no text")
    return _article(document, source, HtmlBody(html, base, tuple(map(int, document["before"]))))


def to_known_edition(edition: EditionLink) -> Document:
    """One edition as ``show`` prints it: how sure it is that it tells the same story, and by what that is known."""
    sure, how = edition.sure, edition.how
    return to_edition(edition) | {"sure": sure and sure.value, "how": how and how.value}


def to_edition(edition: EditionLink) -> Document:
    """One edition as the commands print it."""
    return {"language": edition.language, "url": edition.url, "title": edition.title, "id": edition.id}


def to_time(moment: datetime | None) -> str | None:
    """RFC 3339, seconds precise."""
    return None if moment is None else moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def from_time(text: str | None) -> datetime | None:
    """The aware time that `to_time` wrote."""
    return None if text is None else datetime.fromisoformat(text)


def _document(article: Article, body: Document) -> Document:
    document: Document = {
        "id": article.id,
        "identity": article.identity,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "site": article.site,
        "authors": list(article.authors),
        "published": to_time(article.published),
        "updated": to_time(article.updated),
        "lead": article.lead,
        **body,
        "photos": [
            {"url": photo.url, "alt": photo.alt, "caption": photo.caption, "credit": photo.credit}
            for photo in article.photos
        ],
        "related": [
            {"title": link.title, "url": link.url, "kind": link.kind.value} for link in article.related
        ],
        "editions": [to_edition(edition) for edition in article.editions],
        "story": article.story,
        "partial": article.partial,
    }
    if article.language_declared is not None:
        document["language_declared"] = article.language_declared
    return document


def _article(document: Document, source: str, body: Body) -> Article:
    return Article(
        identity=document["identity"],
        title=document["title"],
        source=source,
        language=document.get("language"),
        url=document.get("url"),
        site=document.get("site"),
        authors=tuple(document.get("authors", ())),
        published=from_time(document.get("published")),
        updated=from_time(document.get("updated")),
        lead=document.get("lead"),
        body=body,
        photos=tuple(Photo(**photo) for photo in document.get("photos", ())),
        related=tuple(
            RelatedLink(link["title"], link["url"], LinkKind(link["kind"]))
            for link in document.get("related", ())
        ),
        editions=tuple(EditionLink(**edition) for edition in document.get("editions", ())),
        story=document.get("story"),
        partial=document.get("partial", False),
        language_declared=document.get("language_declared"),
    )


def _block(block: Block) -> Document:
    document: Document = {"kind": block.kind.value, "text": block.text}
    if block.level is not None:
        document["level"] = block.level
    if block.photo is not None:
        document["photo"] = block.photo
    if block.kind is BlockKind.LIST:
        document["ordered"] = block.ordered
        document["items"] = list(block.items)
    if block.rows:
        document["rows"] = [list(row) for row in block.rows]
    if block.links:
        document["links"] = [{"start": link.start, "end": link.end, "url": link.url} for link in block.links]
    return document


def _to_block(document: Document) -> Block:
    return Block(
        kind=BlockKind(document["kind"]),
        text=document.get("text", ""),
        level=document.get("level"),
        ordered=document.get("ordered", False),
        items=tuple(document.get("items", ())),
        rows=tuple(tuple(row) for row in document.get("rows", ())),
        photo=document.get("photo"),
        links=tuple(
            InlineLink(link["start"], link["end"], link["url"]) for link in document.get("links", ())
        ),
    )
