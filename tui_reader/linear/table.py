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


class Row(NamedTuple):
    """One action: the word that does it (none where something else does), what may follow it, and its help."""

    action: str
    word: str
    help: str
    rest: str = ""


OWN: tuple[Row, ...] = (
    Row("headlines", "list", "the list from its beginning"),
    Row("sources", "sources", "all sources with their numbers of unread stories"),
    Row(
        "source",
        "source",
        "the list of one source, by its name or number; without one, of all sources",
        "NAME",
    ),
    Row("link", "link", "opens a link of the article, by its number", "N"),
    Row("photo", "photo", "opens a photo in the system's viewer, by its number", "N"),
    Row("again", "again", "reads the open article once more"),
)
ROWS: tuple[Row, ...] = (
    Row("down", "next", "opens the next article of the list"),
    Row("up", "previous", "opens the article before"),
    Row("open", "open", "opens a headline by its number; the number alone does it too", "N"),
    Row("back", "back", "from a link back to where it was, from an article to the list"),
    Row("first", "first", "opens the first article of the list"),
    Row("last", "last", "opens the last article of the list"),
    Row("page_down", "more", "the next headlines of the list"),
    Row("page_up", "earlier", "the headlines before"),
    Row("onward", "on", "the next unread article; an empty line does it too"),
    Row("next_pane", "", "`sources`, `list` and `again` read what the columns hold"),
    Row("previous_pane", "", "`sources`, `list` and `again` read what the columns hold"),
    Row("next_language", "language", "the next language, or the one named, of the list or of the article", "TAG"),
    Row("previous_language", "language back", "the language before"),
    Row("all_languages", "language all", "the list in all languages"),
    Row("side_by_side", "beside", "the article with another edition, paragraph by paragraph in turns", "TAG"),
    Row("next_unread", "next unread", "opens the next unread article"),
    Row("previous_unread", "previous unread", "opens the unread article before"),
    Row("match_before", "", "`previous` opens the article before; a search's list is told by `list`"),
    Row("links", "links", "the article's related links and the links in its text"),
    Row("browser", "browser", "opens the article in the browser"),
    Row("full_text", "full", "the full text, or the feed's version again"),
    Row("pictures", "photos", "every photo with its caption, credit and address; `photo N` opens one"),
    Row("text_only", "text", "the article's text alone, without captions and links"),
    Row("search", "search", "the list of what holds the words; without words, the search ends", "WORDS"),
    Row("keep_search", "", "[[search]] in feeds.toml keeps one among the sources of the screen"),
    Row("others", "others", "in the list of a language: also the stories that it does not have"),
    Row("unread_only", "unread", "unread only, or all"),
    Row("bookmarks_only", "bookmarks", "only bookmarks, or all"),
    Row("tag_filter", "tagged", "only the bookmarks with a tag; without one, all tags with their numbers", "TAG"),
    Row("refresh", "refresh", "fetches the source of the list, or the one named", "NAME"),
    Row("refresh_all", "refresh all", "fetches all sources"),
    Row("problems", "problems", "what went wrong in the last refresh"),
    Row("bookmark", "bookmark", "bookmark on or off, of the open article or of a headline", "N"),
    Row("tags", "tags", "gives the open story these tags, with commas between; a minus takes one away", "TAGS"),
    Row("note", "note", "writes a note on the open story; without words, reads it, and a single minus removes it", "WORDS"),
    Row("mark", "mark", "read or unread, of the open article or of a headline", "N"),
    Row("mark_all", "mark all", "marks all of this list read"),
    Row("part", "part", "takes apart editions that are only likely of one story"),
    Row("undo", "undo", "takes the last mark back"),
    Row("copy", "address", "writes the article's address, to be copied"),
    Row("save", "save", "saves the article as Markdown"),
    Row("pipe", "pipe", "gives the article, as Markdown, to a command; without one, to that of the settings", "COMMAND"),
    Row("pager", "pager", "reads the article in $PAGER"),
    Row("editor", "editor", "opens a copy of the article in $EDITOR"),
    Row("add_source", "", "`tui-reader add URL` finds a site's feeds and adds them to feeds.toml"),
    Row("remove_source", "", "`tui-reader source remove NAME`"),
    Row("rename_source", "", "`tui-reader source rename NAME NEW_NAME`"),
    Row("source_category", "", "`tui-reader source category CATEGORY NAME`"),
    Row("move_source_down", "", "`tui-reader source move NAME --after OTHER`"),
    Row("move_source_up", "", "`tui-reader source move NAME --after OTHER`"),
    Row("settings", "", "[settings] in feeds.toml; `tui-reader config check` looks it over"),
    Row("suspend", "", "the terminal's own ctrl+z; `fg` comes back"),
    Row("help", "help", "all words; with a word, what it does", "WORD"),
    Row("command_palette", "", "`help WORD` finds a command by any word of its help"),
    Row("quit", "quit", "ends; so does the end of the input"),
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
    near = begun or get_close_matches(first.casefold(), [word for word in WORDS if " " not in word], 3, 0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; help lists the words"
    raise UsageError(f"no word “{first}”{hint}")


def _by_key(action: str, key: str, rest: str) -> Call:
    row = next((row for row in ROWS if row.action == action), None)
    if row is None or not row.word:
        raise UsageError(
            f"“{key}” is a key of the screen; here: {row.help if row else 'help lists the words'}"
        )
    return Call(action, rest)


def help_lines(asked: str = "") -> list[str]:
    """All words with their help; with ``asked``, those in which it stands."""
    wanted = asked.casefold()
    lines = []
    for row in (*ROWS, *OWN):
        about = f"{' '.join(part for part in (row.word, row.rest) if part)}: {row.help}"
        if row.word and wanted in about.casefold():
            lines.append(about)
    return lines or [f"No word has to do with “{asked}”; help alone lists all"]
