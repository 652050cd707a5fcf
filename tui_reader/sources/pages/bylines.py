"""Who wrote an article: JSON-LD's authors, the meta elements', or the line that stands beside the headline.

Many sites name only themselves in their data, and the writer on the page: then the page is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lxml import etree

from tui_reader.sources.hypertext.markup import inner_text, line
from tui_reader.sources.pages.region import key
from tui_reader.sources.pages.structured import Structured

MAX_AUTHORS = 20
MAX_NAME = 60
MAX_BYLINE = 120
MAX_BYLINES = 200
MAX_CLIMB = 15
_METAS = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "citation_author",
)  # fmt: skip
_META = re.compile(r"(?:^|[.:_-])author$")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:authors?(?:-?names?)?|byline|autor(?:en|es|in)?|auteurs?|autore)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_NAMED = re.compile(r"comment|avatar|photo|image|quote|bio|social|teaser|related|form", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:written|reported|words|story|text|texte|posted|published|geschrieben)\s+(?:by|von|par)"
    r"|By|BY|Von|VON|Par|Por|Text|Texte|Autor(?:in)?|Author|Автор|Автори|Авторы"
    r"|by|von|par|por|di|da|av|af|door|od|przez)(?:\s*:\s*|\s+)(?!der |dem |den )"
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|och|og|та|і|и)\s+|\s+&\s+")
_ROLE = re.compile(
    r"editor|correspondent|reporter|writer|journalist|columnist|redakt|korrespond|autor|profess|universit|redac|"
    r"кореспондент|корреспондент|редактор",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^\d+$|://|www\.|@|^(?:admin(?:istrator)?|webmaster|editor|user|root|null|undefined|none)$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[(<]?\S+@\S+\.\S+?[)>]?(?=\s|$)")


def read(tree: etree._Element, data: Structured, sites: Sequence[str], title: str | None) -> tuple[str, ...]:
    """The writers' names, each once; the site's own name only where no other is found.

    ``sites`` are the names of the site, its publisher and its host; ``title`` is the headline.
    """
    own = {key(site) for site in sites}
    told: list[str] = []
    for names in (_structured(data), _metas(data.metas), _beside(tree, key(title or ""))):
        found = list(names)
        told = told or found
        if any(key(name) not in own for name in found):
            told = [name for name in found if not _is_desk(name, own)] or found
            break
    return tuple({name.casefold(): name for name in reversed(told)}.values())[::-1][:MAX_AUTHORS]


def _is_desk(name: str, own: set[str]) -> bool:
    """Whether a name is the site's with a word after it: `The Paper Culture` in `Ann Lee, The Paper Culture`."""
    words = name.split()
    return any(key(" ".join(words[:count])) in own for count in range(1, len(words)))


def names_in(text: str) -> list[str]:
    """The names in a byline: `By Ann Lee and Bo Ek, science editor` holds two."""
    text = _MAIL.sub("", line(text)[:500]).strip(" -–—|·•,;:")
    text = re.split(r"\s*[|·•]\s*", text)[0]
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    found: list[str] = []
    for place, part in enumerate(re.split(r"\s*[,;،、]\s*", text)):
        if place and (_ROLE.search(part) or part[:1].islower() or (part.isascii() and " " not in part)):
            break
        found += _parted(part)
    return [name for name in found if 1 < len(name) <= MAX_NAME and not _NO_NAME.search(name) and key(name)]


def _parted(text: str) -> list[str]:
    parts = _AND.split(text)
    whole = any(len(part.split()) < 2 for part in parts)  # `Ortega y Gasset` is one name
    return [text.strip()] if whole else [part.strip() for part in parts]


def _structured(data: Structured) -> Iterator[str]:
    people = data.article.get("author") or data.article.get("creator")
    for person in people if isinstance(people, list) else [people]:
        for value in _called(person, data.people):
            yield from names_in(value)


def _called(person: object, people: Mapping[str, str]) -> Iterator[str]:
    """The names of a schema.org Person, written out or told by its ``@id``; a text is a name."""
    if not isinstance(person, Mapping):
        value: Any = person
    else:
        value = person.get("name")
        if not value:
            value = " ".join(str(person[one]) for one in ("givenName", "familyName") if person.get(one))
        if not value:
            value = people.get(str(person.get("@id")))
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and len(one) < 500:
            yield one


def _metas(metas: Mapping[str, str]) -> Iterator[str]:
    others = (name for name in metas if _META.search(name) and name not in _METAS)
    for name in (*(name for name in _METAS if name in metas), *others):
        if found := names_in(metas[name]):
            yield from found
            return


def _beside(tree: etree._Element, title: str) -> Iterator[str]:
    """The names in the byline that belongs to the headline, and to no teaser."""
    first: tuple[str, str] | None = None
    seen: dict[etree._Element, bool | None] = {}
    for element in _bylines(tree):
        text = inner_text(element)
        names = names_in(text) if len(text) <= MAX_BYLINE else []
        like = (str(element.tag), element.get("class") or "")
        told = element.get("rel") or element.get("itemprop")
        names = [name for name in names if told or len(name.split()) > 1 or not name.isascii()]
        names = [name for name in names if not any(letter.isdigit() for letter in name)]
        if not names or (first is not None and like != first) or not _of_headline(element, title, seen):
            continue
        first = like
        yield from names


def _bylines(tree: etree._Element) -> Iterable[etree._Element]:
    """The smallest elements that call themselves an author or a byline."""
    found = [one for one in tree.iter("*") if _is_byline(one)][:MAX_BYLINES]
    around = {outer for one in found for outer in one.iterancestors()}
    return [one for one in found if one not in around]


def _is_byline(element: etree._Element) -> bool:
    if element.tag in ("meta", "link", "script", "style", "body", "html", "img", "svg"):
        return False
    if "author" in (element.get("rel") or "").split() or "author" in (element.get("itemprop") or "").split():
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _NAMED.search(names) is not None and _NOT_NAMED.search(names) is None


def _of_headline(element: etree._Element, title: str, seen: dict[etree._Element, bool | None]) -> bool:
    """Whether the nearest headings around a byline are the page's first one, or the headline."""
    for outer in islice(element.iterancestors(), MAX_CLIMB):
        if outer not in seen:
            headings = list(islice(outer.iter("h1", "h2", "h3", "h4"), 60))
            its = any(one.tag == "h1" or title in key(inner_text(one)) for one in headings)
            seen[outer] = its if headings else None
        if (found := seen[outer]) is not None:
            return found
    return False
