"""Checks of a settings file, and where in its text a key stands.

Every check raises `Wrong` with the path of the key that is wrong; `config` turns it into one line that names
file, line and key. tomllib tells no line numbers, so `key_lines` finds them in the text once they are needed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from tui_reader.language_tag import language
from tui_reader.selectors import xpath
from tui_reader.words import N_, tr

ON_NEW = ("count", "title", "source", "language", "url", "id")  # what `announcing` fills in
KeyPath = tuple[str | int, ...]
_KINDS = {
    str: N_("text in quotes"),
    bool: N_("true or false"),
    int: N_("a whole number"),
    list: N_("a list in [ ]"),
    dict: N_("a table"),
}


class Wrong(Exception):
    """What is wrong with the key at ``path``, for a person; it never leaves the configuration."""

    def __init__(self, path: KeyPath, message: str) -> None:
        super().__init__(message)
        self.path = path


def nearest(name: str, names: Collection[str]) -> str:
    """``; did you mean …?`` for the closest of ``names``, or nothing."""
    folded = {other.casefold(): other for other in names}
    near = get_close_matches(name.casefold(), folded, 1, 0.6)
    return did_you_mean(folded[near[0]]) if near else ""


def did_you_mean(name: str) -> str:
    """The end of a line about a name that does not exist."""
    return tr("; did you mean “{name}”?", name=name)


def only(table: Mapping[str, Any], keys: Collection[str], path: KeyPath, where: str) -> None:
    """Every key of ``table`` is one of ``keys``."""
    for key in table:
        if key not in keys:
            hint = nearest(key, keys) or tr("; known are {names}", names=", ".join(sorted(keys)))
            raise Wrong((*path, key), tr("{table} has no key “{key}”", table=where, key=key) + hint)


def typed(value: Any, kind: type[Any], path: KeyPath) -> Any:
    """``value``, which is of ``kind``; a truth value is no number."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Wrong(path, tr("“{key}” must be {kind}", key=_name(path), kind=tr(_KINDS[kind])))
    return value


def texts(value: Any, path: KeyPath) -> tuple[str, ...]:
    """A list of texts, none of them empty."""
    for index, one in enumerate(typed(value, list, path)):
        if not isinstance(one, str) or not one.strip():
            raise Wrong((*path, index), tr("“{key}” must be a list of texts in quotes", key=_name(path)))
    return tuple(value)


def command(value: Any, path: KeyPath) -> tuple[str, ...]:
    """A program and its arguments, in which `ON_NEW` may stand in braces; () is none."""
    found = texts(value, path)
    for index, word in enumerate(found):
        for name in re.findall(r"\{([a-z]+)\}", word):
            if name not in ON_NEW:
                raise Wrong(
                    (*path, index),
                    tr("“{key}” has no {name}", key=_name(path), name=f"{{{name}}}")
                    + nearest(name, ON_NEW)
                    + tr("; known are {names}", names=", ".join(ON_NEW)),
                )
    return found


def selectors(value: Any, path: KeyPath) -> tuple[str, ...]:
    """A CSS selector, or a list of them."""
    if not isinstance(value, (str, list)):
        raise Wrong(path, tr("“{key}” must be a CSS selector in quotes, or a list of them", key=_name(path)))
    found = texts([value] if isinstance(value, str) else value, path)
    for index, one in enumerate(found):
        try:
            xpath(one)
        except ValueError as error:
            at = path if isinstance(value, str) else (*path, index)
            raise Wrong(
                at, tr("“{key}”: {error}; correct it, or take it out", key=_name(path), error=error)
            ) from error
    return found


def one_of(value: Any, choices: Collection[str], path: KeyPath) -> str:
    """One of a few words."""
    word: str = typed(value, str, path)
    if word not in choices:
        listed = ", ".join(f'"{choice}"' for choice in choices)
        raise Wrong(
            path,
            tr("“{key}” must be one of {choices}, not “{word}”", key=_name(path), choices=listed, word=word)
            + nearest(word, choices),
        )
    return word


def number(value: Any, low: int, high: int, path: KeyPath) -> int:
    """A whole number within bounds."""
    found: int = typed(value, int, path)
    if not low <= found <= high:
        raise Wrong(path, tr("“{key}” must be from {low} to {high}", key=_name(path), low=low, high=high))
    return found


def address(value: Any, path: KeyPath) -> str:
    """An address that can be fetched."""
    url: str = typed(value, str, path).strip()
    if not PLAIN_ADDRESS.fullmatch(url) and not is_fetchable(url):
        raise Wrong(
            path, tr("“{url}” is not the address of a feed; it must begin with https:// or http://", url=url)
        )
    return url


# What nearly all are, told in a quarter of the time: the first screen waits for all of them.
PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::[1-9][0-9]{0,3})?(?:/[!-Z\\^-~]*)?")


def is_fetchable(url: str) -> bool:
    """Whether ``url`` is an address of the web, with a host."""
    try:
        parts = urlsplit(url)
        fetchable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return fetchable and " " not in url and url.isprintable()  # no other space is printable


def language_at(value: Any, path: KeyPath) -> str:
    """`language` for a key of the file."""
    try:
        return language(typed(value, str, path))
    except ValueError as error:
        raise Wrong(path, str(error)) from error


def _name(path: KeyPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "it")


_TOKEN = re.compile(
    r"(?P<skip>[ \t\r]+|#[^\n]*)|(?P<line>\n)"
    r'|(?P<text>"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*')"
    r"|(?P<bare>[^\s\[\]{}=,.#\"']+)|(?P<mark>[\[\]{}=,.])",
    re.DOTALL,
)
Token = tuple[str, str, int]


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line of every key in ``text``, which is valid TOML; list items and ``[[tables]]`` count from 0."""
    return _Lines(text).found


def headers(text: str) -> list[tuple[int, KeyPath]]:
    """The line of every ``[table]`` and ``[[table]]`` in ``text``, which is valid TOML, with its path."""
    return _Lines(text).headers


def content_lines(text: str) -> set[int]:
    """The lines of ``text``, which is valid TOML, on which there is more than blanks and comments."""
    return {
        line + more
        for kind, word, line in _tokens(text)
        if kind != "line"
        for more in range(word.count("\n") + 1)
    }


class _Lines:
    """Walks through the tokens once; a table's header gives the path before its keys."""

    def __init__(self, text: str) -> None:
        self.found: dict[KeyPath, int] = {}
        self.headers: list[tuple[int, KeyPath]] = []
        self._tables: dict[KeyPath, int] = {}
        self._tokens = list(_tokens(text))
        self._at = 0
        before: KeyPath = ()
        while self._at < len(self._tokens):
            kind, word, _ = self._tokens[self._at]
            if kind == "line":
                self._at += 1
            elif word == "[" and kind == "mark":
                before = self._header()
            else:
                self._pair(before)

    def _take(self) -> Token:
        token = self._tokens[self._at] if self._at < len(self._tokens) else ("line", "\n", 0)
        self._at += 1
        return token

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _header(self) -> KeyPath:
        line = self._take()[2]
        many = self._peek() == "["
        if many:
            self._take()
        path: KeyPath = ()
        while (token := self._take())[1] not in ("]", "\n"):
            if token[0] != "mark":
                path = (*self._within(path), _unquoted(token))
        if many:
            self._take()
            self.found.setdefault(path, line)
            self._tables[path] = self._tables.get(path, -1) + 1
        path = self._within(path)
        self.found.setdefault(path, line)
        self.headers.append((line, path))
        return path

    def _within(self, path: KeyPath) -> KeyPath:
        return (*path, self._tables[path]) if path in self._tables else path

    def _pair(self, before: KeyPath) -> None:
        path, line = before, self._tokens[self._at][2]
        while (token := self._take())[1] not in ("=", "\n"):
            if token[0] != "mark":
                path = (*path, _unquoted(token))
                self.found.setdefault(path, line)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opened = self._take()
        if opened[0] == "mark" and opened[1] in "[{":
            self._inside(path, "]" if opened[1] == "[" else "}")
        else:
            while self._peek() == "." or (self._peek() and self._tokens[self._at][0] in ("bare", "text")):
                self._take()

    def _inside(self, path: KeyPath, end: str) -> None:
        index = 0
        while (word := self._peek()) and word != end:
            if word in (",", "\n"):
                self._take()
            elif end == "}":
                self._pair(path)
            else:
                self.found.setdefault((*path, index), self._tokens[self._at][2])
                self._value((*path, index))
                index += 1
        self._take()


def _tokens(text: str) -> Iterator[Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "skip":
            yield match.lastgroup or "", match.group(), line
        line += match.group().count("\n")


def _unquoted(token: Token) -> str:
    kind, word, _ = token
    return str(tomllib.loads(f"key = {word}")["key"]) if kind == "text" else word
