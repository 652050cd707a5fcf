"""What a title carries beside the headline: the site's name, at its end or before it, and its sections.

Window titles and `og:title` are made by templates: `Headline - Section | The Paper`, `見出し：新聞`,
`제목 < 정치 < 기사 - 신문`. What follows a mark goes where the words before it are a title that is known from
elsewhere, or where what follows names the site; a dash alone is no reason, for headlines have them too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from tui_reader.clean import clean_line
from tui_reader.sources.pages.region import key
from tui_reader.values import frozen

_BARS = "|｜ㅣ│"
_EAST = "\u3040-\u9fff\uac00-\ud7af"
_MARK = re.compile(
    rf"\s*[{_BARS}：]\s*|\s+(?:[-–—―·•»«›‹*:/~<>]|--|::|>>|<<)\s+|(?<=[{_EAST}])[_-]+(?=[{_EAST}])"
    r"|\s*[【\[(（](?=[^【\[(（】\])）]{1,30}[】\])）]$)"
)
_ANY_MARK = re.compile(rf"{_MARK.pattern}|\s*:\s+")
_AFTER = re.compile(rf"\s*[{_BARS}：–—―·•»«›‹*:/<>_-]")
_BAR_TAIL = re.compile(rf"\s*[{_BARS}]\s*[^{_BARS}]{{1,40}}$")
_DASH_TAIL = re.compile(r"(?:\s+[–—·•»*-]\s+|：)([^|–—·•»：]{1,40})$")
_DOMAIN_TAIL = re.compile(
    rf"\s+[-–—·•»*{_BARS}]\s+(?:www\.)?[^\W_][\w-]{{1,30}}(?:\.[a-z]{{2,8}}){{1,2}}$", re.IGNORECASE
)
_SECTIONS = re.compile(r"(?:\s+[<>›‹»«]\s+[^<>›‹»«]{1,24})+$")
_BAR_SECTION = re.compile(rf"(?:\s*[{_BARS}]\s*[^{_BARS}]{{1,20}}|-[{_EAST}]{{1,8}})$")
_ONE_WORD = re.compile(r"(\s+[–—-]\s+)([^\W\d_]{3,16})$")
_LEAST = 10  # letters that a headline has at least
_MORE_WORDS = 3  # words that a template may set beside the site's name: `CNN Politics`, `Daily Mail Online`


@frozen
class Site:
    """What a site calls itself and its publisher, what its host is called, and its article's section."""

    names: Sequence[str] = ()
    hosts: Sequence[str] = ()
    sections: Sequence[str] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that may stand for the site."""
        return (*self.names, *self.hosts)

    def is_called(self, text: str) -> bool:
        """Whether ``text`` is one of the site's names, no word more."""
        return _plain(text) in {_plain(name) for name in self.all_names}

    def is_named_in(self, text: str) -> bool:
        """Whether ``text`` is a name of the site, a part of it, or that name with a few words beside it."""
        found = _plain(text)
        for site in self.all_names if found else ():
            name = _plain(site)
            if name and (found == name or (found in name and len(found) >= 3)):
                return True
            few = len(text.split()) <= len(site.split()) + _MORE_WORDS and len(found) <= len(name) + 40
            at_edge = len(name) >= 3 and (found.startswith(name) or found.endswith(name))
            if few and (at_edge or (len(name) >= 6 and name in found)):
                return True
        return False


def without_site(text: str, known: Sequence[str], site: Site) -> str:
    """``text`` without what a template has put around the headline; ``known`` are the page's other titles."""
    if (found := _known(text, known)) is not None:
        return found
    text = _without_lead(text, site)
    marks = list(_MARK.finditer(text))
    ends = [*(match.start() for match in marks[1:]), len(text)]
    for match, end in zip(marks, ends, strict=False):
        part = text[match.end() : end]
        if match.start() >= _LEAST and (site.is_called(part) or site.is_named_in(text[match.end() :])):
            return _without_section(text[: match.start()], match[0], site)
    text = _without_domain(text)
    return text if any(known) else _guessed(text, site)


def parts_before_marks(text: str) -> list[str]:
    """What stands before each mark of a window's title, and all of it; the longest first."""
    return [text, *(text[: match.start()] for match in reversed(list(_ANY_MARK.finditer(text[:1000]))))]


def _known(text: str, known: Sequence[str]) -> str | None:
    """The known title that ``text`` begins with, a mark after it."""
    keys = {key(other) for other in known if len(other) > _LEAST}
    for match in reversed(list(_ANY_MARK.finditer(text[:1000]))):  # the longest: a kicker may be known too
        if key(text[: match.start()]) in keys and match.start() * 3 >= len(text):
            return text[: match.start()]
    for other in known:
        longer = len(other) > _LEAST and len(other) * 3 >= len(text) > len(other)
        if longer and text.startswith(other) and _AFTER.match(text, len(other)):
            return other
    return None


def _without_lead(text: str, site: Site) -> str:
    """The site's very name before the headline: `The Paper | Headline`."""
    match = _MARK.search(text)
    if match is None or len(text) - match.end() < _LEAST * 2:
        return text
    return text[match.end() :] if site.is_called(text[: match.start()]) else text


def _without_section(text: str, mark: str, site: Site) -> str:
    """A section's name that stands before the site's: `Title | Politics | Paper`, `Title < 정치 < Paper`."""
    named = {key(one) for one in site.sections}
    marks = [match for match in _MARK.finditer(text) if match.start() >= _LEAST]
    if marks and key(text[marks[-1].end() :]) in named:
        text = text[: marks[-1].start()]
    text = _SECTIONS.sub("", text) if len(text) > 20 else text
    if any(bar in mark for bar in _BARS) and len(text) > 30:
        text = _BAR_SECTION.sub("", text)
    word = _ONE_WORD.search(text)
    if word is not None and word[1] == mark and word[2][:1].isupper() and word.start() > 20:
        text = text[: word.start()]
    return text.strip()


def _without_domain(text: str) -> str:
    """``text`` without a last part that is a host's name, which no headline ends with: `Title - paper.example`."""
    found = _DOMAIN_TAIL.search(text)
    return text[: found.start()] if found is not None and found.start() >= _LEAST else text


def _guessed(text: str, site: Site) -> str:
    """``text`` without a last short part after a bar; after a dash only if the site's name is not known."""
    text = clean_line(_BAR_TAIL.sub("", text)) or text
    tail = _DASH_TAIL.search(text)
    if tail is None or site.names or tail.start() < 2 * len(tail[1]):
        return text
    words = tail[1].split()
    return text[: tail.start()] if len(words) <= 3 and not any(word[0].islower() for word in words) else text


def _plain(text: str) -> str:
    """A name's letters and digits without their accents: `EL PAÍS` of elpais.com."""
    return "".join(one for one in unicodedata.normalize("NFKD", key(text)) if not unicodedata.combining(one))
