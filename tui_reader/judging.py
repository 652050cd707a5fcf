"""Whether a page's text is that of an article, and more of it than the feed gave. Pure.

A page can be longer than a summary and hold none of it: a request to subscribe, to log in or to agree to
cookies, another article, a list of headlines. So what counts is what the two share, and what is left of the page
without the summary and without what keeps its reader out.
"""

from __future__ import annotations

import re
from enum import Enum

from tui_reader.languages import unspaced
from tui_reader.model import Article, BlockKind
from tui_reader.vocabulary import is_wall

MIN_GAIN = 60  # characters that a page must add,
SHARE = 0.2  # and so much of what is held
LIKE = 0.5  # of the words of the shorter one in the other: they are the same article
UNLIKE = 0.2  # fewer of them: it is another one
FEW = 4  # words that prove nothing
_STEM = 6  # letters of a word that count, so that its endings don't
_MIN_WORD = 5
_KNOWN = 0.7  # a block of which so many words are in the summary adds nothing
_WORD = re.compile(r"[^\W_]+")


class Verdict(Enum):
    """What a page's text is to an article."""

    FULLER = "fuller"
    LESS = "less"
    ANOTHER = "another"


def judge(held: Article, page: Article) -> Verdict:
    """What the text of ``page`` is to ``held``, its article as the feed gave it.

    Fuller is a text that is longer, adds something, and shares words with what is held: half of them, or few
    where it is twice as long, as the summary of an editor may be in words of its own.
    """
    blocks = [block.text for block in page.body if block.kind is not BlockKind.PHOTO]
    told = [text for text in (page.lead or "", *blocks) if text and not is_wall(text)]
    length, wanted = sum(map(len, told)), len(held.text)
    known, found = words(f"{held.title}\n{held.text}"), words("\n".join([page.title, *told]))
    fewer = min(len(known), len(found))
    like = len(known & found) / fewer if fewer else 1.0
    if fewer >= FEW and (like < UNLIKE or (like < LIKE and length < 2 * wanted)):
        return Verdict.ANOTHER
    summary = words(held.text)
    gain = sum(len(text) for text in told if _adds(text, summary))
    enough = max(MIN_GAIN, SHARE * wanted)
    return Verdict.FULLER if length > wanted and gain >= enough else Verdict.LESS


def words(text: str) -> frozenset[str]:
    """The longer words of a text without their endings; pairs of characters where a script parts no words."""
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if unspaced().search(word):
            found.update(word[place : place + 2] for place in range(len(word) - 1))
        elif len(word) >= _MIN_WORD or word.isdigit():
            found.add(word[:_STEM])
    return frozenset(found)


def _adds(text: str, summary: frozenset[str]) -> bool:
    own = words(text)
    return len(own & summary) < len(own) * _KNOWN if own else False
