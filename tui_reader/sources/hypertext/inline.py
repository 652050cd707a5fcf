"""One block's text while it is read: white space as HTML counts it, links by their offsets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from tui_reader.clean import clean_line
from tui_reader.model import InlineLink
from tui_reader.simple_html import MAX_LINKS


@lru_cache(maxsize=512)
def _clean(text: str) -> str:
    return clean_line(text)


@dataclass(slots=True)
class Inline:
    """Text that grows from the left to the right; what is added is cleaned, runs of space become one."""

    parts: list[str] = field(default_factory=list)
    links: list[InlineLink] = field(default_factory=list)
    size: int = 0
    _space: bool = False
    _breaks: int = 0
    _link: tuple[int, int, str] | None = None

    def add(self, text: str) -> None:
        """Append the text of one node."""
        body = clean_line(text) if len(text) > 64 else _clean(text)
        if not body:
            self._space = self._space or bool(text)
            return
        if self._breaks and self.size:
            self._push("\n")
        elif (self._space or text[0].isspace()) and self.size:
            self._push(" ")
        self._breaks = 0
        self._push(body)
        self._space = text[-1].isspace()

    def space(self) -> None:
        """Part what follows from what was by a space."""
        self._space = True

    def break_line(self) -> int:
        """A line break here; how many stand in a row now."""
        self._breaks += 1
        self._space = False
        return self._breaks

    def open(self, url: str | None) -> None:
        """A link begins; one that is still open ends, since links do not nest."""
        self.close()
        self._link = (self.size, len(self.parts), url) if url is not None else None

    def close(self) -> None:
        """The open link ends here."""
        if self._link is None:
            return
        start, first, url = self._link
        self._link = None
        if first < len(self.parts) and self.parts[first] in {" ", "\n"}:
            start += 1
        if start < self.size and len(self.links) < MAX_LINKS:
            self.links.append(InlineLink(start, self.size, url))

    def take(self) -> tuple[str, tuple[InlineLink, ...]]:
        """The text and its links; then this one is empty again, and an open link goes on."""
        going_on = self._link[2] if self._link is not None else None
        self.close()
        done = "".join(self.parts), tuple(self.links)
        self.parts, self.links, self.size = [], [], 0
        self._space, self._breaks = False, 0
        self._link = (0, 0, going_on) if going_on is not None else None
        return done

    def restart(self) -> None:
        """Like `take`, where there is no text yet."""
        self._space, self._breaks = False, 0
        if self._link is not None:
            self._link = (0, 0, self._link[2])

    def _push(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)
