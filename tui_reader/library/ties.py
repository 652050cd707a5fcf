"""What joins a story: the pairs by which it was formed, as the library keeps them."""

from __future__ import annotations

from tui_reader.library.connection import Connection
from tui_reader.stories.evidence import Pair, evidence_of
from tui_reader.stories.story import Story
from tui_reader.sureness import How

_TIES = """
SELECT one.id, other.id, tie.how, tie.strength
FROM listing AS own
JOIN listing AS sibling ON sibling.story = own.story
JOIN tie ON tie.number = sibling.number AND tie.number < tie.other
JOIN article AS one ON one.number = tie.number
JOIN article AS other ON other.number = tie.other
WHERE own.number = ?
"""
_IDS = """
SELECT article.id
FROM listing AS own
JOIN listing AS sibling ON sibling.story = own.story
JOIN article ON article.number = sibling.number
WHERE own.number = ?
"""


def ties(db: Connection, number: int) -> Story:
    """The story of an article, by ids, with the pairs that joined it."""
    joins = (
        Pair(min(one, other), max(one, other), evidence_of(How(how), strength))
        for one, other, how, strength in db.rows(_TIES, (number,))
    )
    return Story(tuple(sorted(db.column(_IDS, (number,)))), tuple(joins))
