"""Links in a plain text: 'read also' lines, addresses in the text, and sentences that point to another text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.model import InlineLink, LinkKind, RelatedLink
from tui_reader.sources.plain.blocks import is_list, without_mark
from tui_reader.vocabulary import split_read_also

_URL = r"(?:https?://|www\.)[^\s<>\"«»“”„、。，（）「」]+"
_IN_BRACKETS = r"\[([^\[\]\n]{1,300})\]\(\s*((?:https?://|www\.)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\s*\)"
_ADDRESS = re.compile(_URL, re.IGNORECASE)
_MARKDOWN = re.compile(_IN_BRACKETS, re.IGNORECASE)
_EITHER = re.compile(f"{_IN_BRACKETS}|{_URL}", re.IGNORECASE)
_TRAILING = ".,;:!?…'\")]}>*_"
_MARKS = " \t\u00a0*•●▪■◆►▶→➡➤»›–—-+<>|:("
MAX_TITLE = 250
MAX_RUN = 20


def read_also(
    blocks: Sequence[str], index: int, captioned: Sequence[bool]
) -> tuple[list[RelatedLink], int] | None:
    """The links of the 'read also' block at ``index`` and how many blocks they take, or None where it is none."""
    lines = blocks[index].split("\n")
    found = split_read_also(lines[0])
    if found is None:
        return None
    _, rest = found
    if rest:
        if len(rest) > MAX_TITLE + 300 or _is_prose(rest):
            return None
        return _links([rest, *lines[1:]]), 1
    if len(lines) > 1:
        return _links(lines[1:]), 1
    titles = _following(blocks, index + 1, captioned)
    links = _links([line for block in titles for line in block.split("\n")])
    return (links, 1 + len(titles)) if links else None


def _following(blocks: Sequence[str], start: int, captioned: Sequence[bool]) -> list[str]:
    """The blocks of titles after a label of its own: all to the end of the text, else what is surely a title.

    A photo's caption ends them; ``Photos: …`` alone may well be a title.
    """
    run: list[str] = []
    for position in range(start, min(len(blocks), start + MAX_RUN)):
        block = blocks[position]
        if captioned[position] or split_read_also(block.split("\n")[0]) or not _is_title(block):
            break
        run.append(block)
    end = start + len(run)
    if end == len(blocks) or captioned[end] or split_read_also(blocks[end].split("\n")[0]):
        return run
    if len(blocks) - end <= 3 and all(len(block) <= 150 for block in blocks[end:]):
        return [*run, *blocks[end:]]
    sure = 0
    while sure < len(run) and (is_list(run[sure].split("\n")) or _ADDRESS.search(run[sure])):
        sure += 1
    return run[: max(sure, 1)]


def _is_title(block: str) -> bool:
    lines = block.split("\n")
    if is_list(lines) or (len(lines) <= 2 and _ADDRESS.search(lines[-1])):
        return True
    return all(len(line) <= MAX_TITLE and not _is_prose(line) for line in lines) and len(lines) <= 12


def _is_prose(line: str) -> bool:
    bare = _ADDRESS.sub("", line).strip()
    return len(bare) > MAX_TITLE or (
        bare.endswith((".", "。")) and not bare.endswith("..") and len(bare) > 60
    )


def _links(lines: Sequence[str]) -> list[RelatedLink]:
    links: list[RelatedLink] = []
    for line in lines:
        title, url = titled(line)
        if not title and url and links and links[-1].url is None:
            links[-1] = RelatedLink(links[-1].title, url)
        elif title or url:
            links.append(RelatedLink(title or shown(url or ""), url))
    return links


def titled(line: str) -> tuple[str, str | None]:
    """The title and the address of a line: ``Title https://…``, ``[Title](https://…)``, ``Title``."""
    line = without_mark(line) or line
    if (marked := _MARKDOWN.search(line)) is not None:
        return marked[1].strip(), absolute(marked[2])
    address = _ADDRESS.search(line)
    if address is None:
        return line.strip().lstrip(_MARKS.replace("(", "")).rstrip(" *_"), None
    url = address.group().rstrip(_TRAILING)
    before, after = line[: address.start()], line[address.start() + len(url) :]
    title = before.strip(_MARKS) or after.strip(_MARKS + ")")
    return title, absolute(url)


def absolute(url: str) -> str:
    """An address with its scheme: ``www.example.org`` is meant as ``https://www.example.org``."""
    return url if "://" in url[:9] else f"https://{url}"


def shown(url: str) -> str:
    """An address as a title: without its scheme and its last slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")


def in_text(text: str) -> tuple[str, tuple[InlineLink, ...], list[RelatedLink]]:
    """``text`` with Markdown-like links as their words, the links' places in it, and the same as related links."""
    parts: list[str] = []
    links: list[InlineLink] = []
    related: list[RelatedLink] = []
    length = last = 0
    for start, end, words, url in _found(text):
        parts += [text[last:start], words]
        length += start - last
        links.append(InlineLink(length, length + len(words), url))
        related.append(RelatedLink(words if words != text[start:end] else shown(url), url, LinkKind.IN_TEXT))
        length, last = length + len(words), end
    return "".join([*parts, text[last:]]), tuple(links), related


def _found(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, words and address of every link, in order."""
    for match in _EITHER.finditer(text):
        if match[1] is not None and match[1].strip():
            yield match.start(), match.end(), match[1].strip(), absolute(match[2])
        elif match[1] is None:
            url = match.group().rstrip(_TRAILING)
            if url.count("(") > url.count(")") and text.startswith(")", match.start() + len(url)):
                url += ")"
            if len(url) > 8:
                yield match.start(), match.start() + len(url), url, absolute(url)
