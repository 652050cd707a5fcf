"""Every action of the app (`app.keys`) as a word for the line-by-line way, or what takes its place there.

A row without a word says in ``help`` how the same is reached. A new action of the app needs a row here; a test
holds the two tables together. What only this way needs stands in `OWN`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from tui_reader.app.keys import shown
from tui_reader.errors import UsageError
from tui_reader.words import N_, tr


class Row(NamedTuple):
    """One action: the word that does it (none where something else does), what may follow it, and its help."""

    action: str
    word: str
    help: str
    rest: str = ""


OWN: tuple[Row, ...] = (
    Row("headlines", "list", N_("the list from its beginning")),
    Row("sources", "sources", N_("all sources with their numbers of unread stories")),
    Row(
        "source",
        "source",
        N_("the list of one source, by its name or number; without one, of all sources"),
        "NAME",
    ),
    Row("hidden", "hidden", N_("the list of what is hidden; `source` alone leads back to all")),
    Row("link", "link", N_("opens a link of the article, by its number"), "N"),
    Row("photo", "photo", N_("opens a photo in the system's viewer, by its number"), "N"),
    Row("again", "again", N_("reads the open article once more")),
)
ROWS: tuple[Row, ...] = (
    Row("down", "next", N_("opens the next article of the list")),
    Row("up", "previous", N_("opens the article before")),
    Row("open", "open", N_("opens a headline by its number; the number alone does it too"), "N"),
    Row("back", "back", N_("from a link back to where it was, from an article to the list")),
    Row("first", "first", N_("opens the first article of the list")),
    Row("last", "last", N_("opens the last article of the list")),
    Row("page_down", "more", N_("the next headlines of the list")),
    Row("page_up", "earlier", N_("the headlines before")),
    Row("onward", "on", N_("the next unread article; an empty line does it too")),
    Row("next_pane", "", N_("`sources`, `list` and `again` read what the columns hold")),
    Row("previous_pane", "", N_("`sources`, `list` and `again` read what the columns hold")),
    Row("next_language", "language", N_("the next language, or the one named, of the list or of the article"), "TAG"),
    Row("previous_language", "language back", N_("the language before")),
    Row("all_languages", "language all", N_("the list in all languages")),
    Row("side_by_side", "beside", N_("the article with another edition, paragraph by paragraph in turns"), "TAG"),
    Row("next_unread", "next unread", N_("opens the next unread article")),
    Row("previous_unread", "previous unread", N_("opens the unread article before")),
    Row("match_before", "", N_("`previous` opens the article before; a search's list is told by `list`")),
    Row("links", "links", N_("the article's related links and the links in its text")),
    Row("browser", "browser", N_("opens the article in the browser")),
    Row("full_text", "full", N_("the full text, or the feed's version again")),
    Row("pictures", "photos", N_("every photo with its caption, credit and address; `photo N` opens one")),
    Row("text_only", "text", N_("the article's text alone, without captions and links")),
    Row("search", "search", N_("the list of what holds the words; without words, the search ends"), "WORDS"),
    Row("keep_search", "", N_("[[search]] in feeds.toml keeps one among the sources of the screen")),
    Row("others", "others", N_("in the list of a language: also the stories that it does not have")),
    Row("unread_only", "unread", N_("unread only, or all")),
    Row("bookmarks_only", "bookmarks", N_("only bookmarks, or all")),
    Row("tag_filter", "tagged", N_("only the bookmarks with a tag; without one, all tags with their numbers"), "TAG"),
    Row("refresh", "refresh", N_("fetches the source of the list, or the one named"), "NAME"),
    Row("refresh_all", "refresh all", N_("fetches all sources")),
    Row("problems", "problems", N_("what went wrong in the last refresh")),
    Row("bookmark", "bookmark", N_("bookmark on or off, of the open article or of a headline"), "N"),
    Row("tags", "tags", N_("gives the open story these tags, with commas between; a minus takes one away"), "TAGS"),
    Row("note", "note", N_("writes a note on the open story; without words, reads it, and a single minus removes it"), "WORDS"),
    Row("mark", "mark", N_("read or unread, of the open article or of a headline"), "N"),
    Row("mark_all", "mark all", N_("marks all of this list read")),
    Row("part", "part", N_("takes apart editions that are only likely of one story")),
    Row("hide", "hide", N_("hides the open story or a headline's from all lists, or shows it again"), "N"),
    Row("undo", "undo", N_("takes the last mark back")),
    Row("copy", "address", N_("writes the article's address, to be copied")),
    Row("save", "save", N_("saves the article as Markdown")),
    Row("pipe", "pipe", N_("gives the article, as Markdown, to a command; without one, to that of the settings"), "COMMAND"),
    Row("pager", "pager", N_("reads the article in $PAGER")),
    Row("editor", "editor", N_("opens a copy of the article in $EDITOR")),
    Row("add_source", "add", N_("finds the feeds of a site and asks which to follow"), "ADDRESS"),
    Row("remove_source", "remove", N_("stops following a source once you say yes; undo brings it back"), "NAME"),
    Row("rename_source", "rename", N_("asks for another name of a source"), "NAME"),
    Row("source_category", "category", N_("asks for another category of a source"), "NAME"),
    Row("move_source_down", "move down", N_("moves a source down in its category"), "NAME"),
    Row("move_source_up", "move up", N_("moves a source up in its category"), "NAME"),
    Row("settings", "settings", N_("all settings; with a name, what it means, and asks for another value"), "NAME"),
    Row("suspend", "", N_("the terminal's own ctrl+z; `fg` comes back")),
    Row("help", "help", N_("all words; with a word, what it does"), "WORD"),
    Row("command_palette", "", N_("`help WORD` finds a command by any word of its help")),
    Row("quit", "quit", N_("ends; so does the end of the input")),
)  # fmt: skip
WORDS: dict[str, Row] = {row.word: row for row in (*ROWS, *OWN) if row.word}
_LONGEST_FIRST = sorted(WORDS, key=len, reverse=True)


class Call(NamedTuple):
    """What a line asks for: an action of the tables, and what follows its word."""

    action: str
    rest: str = ""


def understood(line: str, keys: Mapping[str, Sequence[str]]) -> Call:
    """What ``line`` asks for: a headline's number, a word or the only one that begins so, or a key of the app.

    Raises UsageError that names the nearest word.
    """
    text = " ".join(line.split())
    if not text:
        return Call("onward")
    if text.isascii() and text.isdigit() and text != "0":
        return Call("open", text)
    first, _, rest = text.partition(" ")
    by_key = {shown(key): action for action, own in keys.items() for key in own}
    if first in by_key and first not in WORDS:
        return _by_key(by_key[first], first, rest.strip())
    folded = text.casefold()
    for word in _LONGEST_FIRST:
        if folded == word or folded.startswith(f"{word} "):
            return Call(WORDS[word].action, text[len(word) :].strip())
    begun = [word for word in WORDS if word.startswith(first.casefold()) and " " not in word]
    if len(begun) == 1:
        return Call(WORDS[begun[0]].action, rest.strip())
    near = begun or [word for word in WORDS if word.startswith(f"{first.casefold()} ")]
    near = near or get_close_matches(first.casefold(), [word for word in WORDS if " " not in word], 3, 0.6)
    hint = tr("; did you mean {near}?", near=_either(near)) if near else tr("; help lists the words")
    raise UsageError(tr("no word “{first}”{hint}", first=first, hint=hint))


def _either(words: Sequence[str]) -> str:
    *first, last = words
    return tr("{first} or {last}", first=", ".join(first), last=last) if first else last


def _by_key(action: str, key: str, rest: str) -> Call:
    row = next((row for row in ROWS if row.action == action), None)
    if row is None or not row.word:
        raise UsageError(
            tr(
                "“{key}” is a key of the screen; here: {help}",
                key=key,
                help=tr(row.help) if row else tr("help lists the words"),
            )
        )
    return Call(action, rest)


def help_lines(asked: str = "") -> list[str]:
    """All words with their help; with ``asked``, those in which it stands."""
    wanted = asked.casefold()
    lines = []
    for row in (*ROWS, *OWN):
        about = f"{' '.join(part for part in (row.word, row.rest) if part)}: {tr(row.help)}"
        if row.word and wanted in about.casefold():
            lines.append(about)
    return lines or [tr("No word has to do with “{asked}”; help alone lists all", asked=asked)]
