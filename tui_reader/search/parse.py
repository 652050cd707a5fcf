"""A line that a reader types as a tree of terms (`terms`), or an error that says where it is wrong.

    query  = terms                         all of them must be there
    terms  = choice { choice }
    choice = term { "or" term }            one of them is enough; binds closer than a space
    term   = [ "-" ] ( word [ "*" ] | '"' words '"' [ "*" ] | field ":" value | "(" terms ")" )

Words without a letter or digit ask for nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo

from tui_reader.clean import clean_line
from tui_reader.languages import unspaced
from tui_reader.search import fields
from tui_reader.search.errors import QueryError
from tui_reader.search.scan import Kind, Token, tokens
from tui_reader.search.terms import All, Any, Node, Not, Search, Words
from tui_reader.search.words import can_begin, is_word, words
from tui_reader.words import tr

MAX_TERMS = 32
MAX_DEPTH = 8


def parse(query: str, *, now: datetime, zone: tzinfo | None = None, typing: bool = False) -> Search | None:
    """What ``query`` asks for; None where it asks for nothing.

    While it is still ``typing`` its last word may go on, and a last term that is not complete asks for nothing yet.
    ``now`` is what ages (``7d``) are counted from, ``zone`` that of its days, None the system's. Raises `QueryError`.
    """
    root = _Parser(query, now, zone, typing).read()
    return Search(query, root) if root is not None else None


def finished(query: str, *, now: datetime) -> str:
    """``query``, which was right while it was typed, as it must be written to ask for the same when it is finished."""
    if query[-1:] == "*" or query[-1:].isspace():
        return query
    typed, starred = parse(query, now=now, typing=True), f"{query}*"
    try:
        whole = parse(starred, now=now)
    except QueryError:
        return query
    return starred if whole is not None and typed is not None and whole.root == typed.root else query


class _Parser:
    def __init__(self, query: str, now: datetime, zone: tzinfo | None, typing: bool) -> None:
        self._query, self._now, self._zone = query, now, zone
        self._tokens = list(tokens(query))
        self._typing = typing
        self._place = self._count = 0

    def read(self) -> Node | None:
        node = self._terms(0)
        if (
            self._next is not None
        ):  # a bracket that closes nothing can't be here: `tokens` takes it for a word
            raise self._error(self._next.start, tr("this is not expected here"))
        return node

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self) -> Token | None:
        token = self._next
        self._place += 1
        return token

    def _terms(self, depth: int) -> Node | None:
        found: list[Node] = []
        while (token := self._next) is not None and token.kind is not Kind.CLOSE:
            node = self._choice(depth)
            if node is not None:
                found.append(node)
        return _joined(All, found)

    def _choice(self, depth: int) -> Node | None:
        if self._next is not None and self._next.kind is Kind.OR:
            if self._is_unfinished(self._next):
                self._take()
                return None
            raise self._error(
                self._next.start, tr("“or” stands between two terms; the word itself goes in quotes")
            )
        found = [self._term(depth)]
        while (token := self._next) is not None and token.kind is Kind.OR:
            self._take()
            after = self._next
            if after is None or after.kind in (Kind.OR, Kind.CLOSE):
                if self._typing and after is None:
                    break
                raise self._error(token.end, tr("a term is expected after “or”"))
            found.append(self._term(depth))
        nodes = [node for node in found if node is not None]
        # One of several asks for nothing yet: what is there already is all that is asked.
        return _joined(Any, nodes)

    def _term(self, depth: int) -> Node | None:
        token = self._take()
        assert token is not None  # the callers have looked
        if token.kind is Kind.OPEN:
            return self._group(token, depth)
        self._count += 1
        if self._count > MAX_TERMS:
            raise self._error(token.start, tr("at most {count} terms can be asked for", count=MAX_TERMS))
        try:
            node = self._leaf(token)
        except QueryError:
            if self._is_unfinished(token):
                return None
            raise
        return Not(node) if node is not None and token.negated else node

    def _group(self, opening: Token, depth: int) -> Node | None:
        if depth == MAX_DEPTH:
            raise self._error(opening.start, tr("brackets go at most {count} deep", count=MAX_DEPTH))
        node = self._terms(depth + 1)
        closing = self._take()
        if closing is None and not self._typing:
            raise self._error(opening.start, tr("this bracket is not closed: “)” is expected"))
        return Not(node) if node is not None and opening.negated else node

    def _leaf(self, token: Token) -> Node | None:
        value = clean_line(token.value)
        if token.quoted and not token.closed and not self._typing:
            raise self._error(token.at, tr('this quotation mark is not closed: “"” is expected'))
        if token.field is None:
            return self._words(token, value)
        field = token.field.casefold()
        if field not in fields.NAMES:
            return self._not_a_field(token, field, value)
        if not value:
            raise self._error(
                token.at, tr("{field}: takes {what}", field=token.field, what=fields.expected(field))
            )
        if field in fields.PARTS:
            node = self._words(token, value)
            return replace(node, part=fields.PARTS[field]) if node is not None else None
        if token.star:
            what = tr("{field}: takes {what}", field=token.field, what=fields.expected(field))
            raise self._error(token.end - 1, tr("“*” ends a word, and {what}", what=what))
        try:
            return fields.read(field, value, self._now, self._zone)
        except ValueError as error:
            raise self._error(token.at, str(error)) from error

    def _not_a_field(self, token: Token, field: str, value: str) -> Words | None:
        meant = fields.nearest(field)
        if meant is not None and value:
            known = tr(
                "there is no field {field}:; did you mean {meant}:? As words, put it in quotes",
                field=token.field,
                meant=meant,
            )
            raise self._error(token.start + token.negated, known)
        return self._words(token, f"{token.field}:{value}")

    def _words(self, token: Token, text: str) -> Words | None:
        if "*" in text and not token.quoted:
            raise self._error(token.at + token.value.find("*"), tr("“*” stands at the end of a word"))
        if not is_word(text):
            return None
        # A character of a script without spaces is a word, which does not go on.
        goes_on = not unspaced().match(text[-1])
        if token.star and goes_on and not can_begin(text):
            raise self._error(token.at, tr("two letters or more are expected before “*”"))
        unfinished = self._is_unfinished(token) and not token.negated and goes_on
        if unfinished and token.quoted and len(words(text)) > 1 and not can_begin(text, 3):
            # Phrases with a very short beginning in them are the slowest of all: what stands before it is enough.
            text, unfinished = text[: words(text)[-1][0]].rstrip(), False
        if unfinished and not can_begin(text):
            return None
        return Words(text, (token.star and goes_on) or unfinished)

    def _is_unfinished(self, token: Token) -> bool:
        """Whether the reader is still typing this term."""
        done = token.quoted and token.closed
        return self._typing and token.end == len(self._query) and not done

    def _error(self, position: int, reason: str) -> QueryError:
        return QueryError(self._query, position, reason)


def _joined(kind: type[All] | type[Any], nodes: list[Node]) -> Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return kind(tuple(nodes))
