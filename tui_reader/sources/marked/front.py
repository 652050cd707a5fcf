"""Front matter: what a Markdown text says about itself before it begins."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from tui_reader.errors import ParseError
from tui_reader.languages import from_label, normalize
from tui_reader.model import EditionLink
from tui_reader.sources.local.beside import address
from tui_reader.values import frozen
from tui_reader.words import tr

_YAML = re.compile(
    r"---[^\S\n]*\n(?P<inside>.*?)(?:^|\n)(?:---|\.\.\.)[^\S\n]*(?:\n|$)", re.DOTALL | re.MULTILINE
)
_TOML = re.compile(r"\+\+\+[^\S\n]*\n(?P<inside>.*?)(?:^|\n)\+\+\+[^\S\n]*(?:\n|$)", re.DOTALL | re.MULTILINE)
_FIRST_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[\w\"'][\w \"'.-]{0,60}\s*[:=]")
MAX_FRONT = 64 * 1024
MAX_NESTED = 50  # brackets: the YAML scanner takes minutes for some thousands of open ones


@frozen
class FrontMatter:
    """The keys that a reader knows, each None or () where the text has none."""

    title: str | None = None
    language: str | None = None
    story: str | None = None
    url: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    lead: str | None = None
    editions: tuple[EditionLink, ...] = ()


def split_front(text: str, folder: Path | None = None, root: Path | None = None) -> tuple[FrontMatter, str]:
    """The front matter and the text after it. A text that begins with a rule has none.

    Raises `ParseError` naming the line for front matter that is no YAML or TOML mapping.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, load in ((_YAML, _load_yaml), (_TOML, _load_toml)):
        match = pattern.match(text)
        if match is None:
            continue
        inside = match["inside"]
        if inside.strip() and not _FIRST_KEY.match(inside):
            return FrontMatter(), text
        if len(inside) > MAX_FRONT:
            raise ParseError(
                tr(
                    "front matter: more than {size} KB; shorten it or close it with ---",
                    size=MAX_FRONT // 1024,
                )
            )
        if _nested(inside) > MAX_NESTED:
            raise ParseError(
                tr("front matter: brackets nested more than {count} deep; write it plainer", count=MAX_NESTED)
            )
        return _front(load(inside), folder, root), text[match.end() :]
    return FrontMatter(), text


def _nested(inside: str) -> int:
    """How deep brackets stand within each other."""
    depth = deepest = 0
    for character in inside:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth = max(0, depth - 1)
    return deepest


def _load_yaml(inside: str) -> dict[Any, Any]:
    import yaml

    try:
        for event in yaml.parse(inside):
            if isinstance(event, yaml.AliasEvent):  # a few of them can stand for gigabytes
                line = event.start_mark.line + 2 if event.start_mark is not None else 1
                raise ParseError(
                    tr("front matter, line {line}: aliases (*) are not read; write the value out", line=line)
                )
        found = yaml.load(inside, Loader=_loader())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or tr("it is not YAML")
        line = mark.line + 2 if mark is not None else 1
        raise ParseError(
            tr("front matter, line {line}: {problem}; correct it", line=line, problem=_one_line(problem))
        ) from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise ParseError(
            tr("front matter, line {line}: {problem}; correct it", line=1, problem=_one_line(str(error)))
        ) from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ParseError(tr("front matter, line 2: it must be `key: value` lines; correct it"))
    return found


def _loader() -> Any:
    """A safe loader that leaves dates and numbers as they are written."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith((":null", ":bool"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Loader


def _load_toml(inside: str) -> dict[Any, Any]:
    import tomllib

    try:
        return tomllib.loads(inside)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) + 1 if found else 2
        problem = re.sub(r"\s*\(at [^)]*\)", "", str(error)) or tr("it is not TOML")
        raise ParseError(
            tr("front matter, line {line}: {problem}; correct it", line=line, problem=_one_line(problem))
        ) from error


def _one_line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())[:200]


def _front(found: dict[Any, Any], folder: Path | None, root: Path | None) -> FrontMatter:
    keys = {str(key).strip().casefold(): value for key, value in found.items()}

    def text(*names: str) -> str | None:
        for name in names:
            value = keys.get(name)
            if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
                return " ".join(str(value).split())
        return None

    return FrontMatter(
        title=text("title", "headline"),
        language=_language(text("language", "lang", "locale")),
        story=text("story"),
        url=_web(text("url", "link", "canonical", "canonical_url")),
        published=_time(keys, "published", "date", "pubdate", "created"),
        updated=_time(keys, "updated", "modified", "lastmod"),
        authors=_names(keys.get("authors", keys.get("author"))),
        site=text("site", "source", "publisher"),
        lead=text("lead", "description", "standfirst", "summary"),
        editions=_editions(keys.get("translations", keys.get("editions")), folder, root),
    )


def _language(name: str | None) -> str | None:
    """A tag or a language's name (``Українська``) as a tag."""
    return (from_label(name) or normalize(name)) if name else None


def _web(url: str | None) -> str | None:
    return url if url is not None and url.casefold().startswith(("https://", "http://")) else None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",") if "," in value else [value]
    if not isinstance(value, list):
        return ()
    names = (one.get("name") if isinstance(one, dict) else one for one in value)
    return tuple(
        " ".join(str(name).split()) for name in names if isinstance(name, (str, int)) and str(name).strip()
    )


def _time(keys: dict[str, Any], *names: str) -> datetime | None:
    for name in names:
        if (moment := to_moment(keys.get(name))) is not None:
            return moment
    return None


def to_moment(value: Any) -> datetime | None:
    """A date or time as written (RFC 3339, ``2024-06-20``, ``2024-06-20 10:00 +03:00``); without a zone it is UTC."""
    moment: datetime | None = None
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, date):
        moment = datetime.combine(value, time())
    elif isinstance(value, str):
        text = re.sub(r"\s+(?=[+-]\d\d)", "", value.strip()).replace(" UTC", "Z")
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
    if moment is None:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _editions(value: Any, folder: Path | None, root: Path | None) -> tuple[EditionLink, ...]:
    """Editions from a mapping of language to address, a list of languages, or a list of mappings."""
    pairs: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, str):
        pairs = [(part, None) for part in re.split(r"[\s,;]+", value)]
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict) and ("language" in one or "lang" in one):
                pairs.append((one.get("language", one.get("lang")), one.get("url", one.get("file"))))
            elif isinstance(one, dict):
                pairs += list(one.items())
            else:
                pairs.append((one, None))
    found: dict[str, EditionLink] = {}
    for name, target in pairs:
        # YAML reads a bare `no:` as false
        tag = "no" if name is False else _language(str(name))
        if tag is not None and tag not in found:
            found[tag] = EditionLink(tag, address(target, folder, root) if isinstance(target, str) else None)
    return tuple(found.values())
