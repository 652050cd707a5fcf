"""Which articles are editions of one story, by which evidence, and how sure: pure, without a clock or a database.

An article states *claims* (`claiming`): "I stand at this address", "my edition stands at that address", "my story
is called so", "my address holds this number". Two articles of one source whose claims meet are a *pair* with its
*evidence*. What says nothing of that kind is compared by its *sketch* (`sketches`, `likeness`): lead picture, names,
numbers, time. The strongest pairs join first, and two articles in one language never join (`grouping`). What
comes out depends on the set of articles alone, never on the order in which they arrived.

This package must not know how claims and sketches are stored: a store finds claims by `Claim.key` and sketches
by their time, so that it finds the few articles that a new one may belong to without looking at the others.
"""

from tui_reader.stories.addresses import is_front_page, normalize_url
from tui_reader.stories.claiming import MAX_SHARED, Claim, ClaimKind, claims, key_of
from tui_reader.stories.evidence import MUTUAL, NAMED, ONE_WAY, Evidence, Pair, evidence_of, in_words
from tui_reader.stories.grouping import (
    Member,
    Story,
    form,
    form_articles,
    group,
    group_articles,
    member,
    pairs,
)
from tui_reader.stories.likeness import CHANGES, NEEDS, SLOT, STOCK, alike, slot_of, stock_pictures
from tui_reader.stories.sketches import Sketch, picture_of, sketch
from tui_reader.stories.tongues import clash, tongue
from tui_reader.sureness import How, Sureness

__all__ = [
    "CHANGES",
    "MAX_SHARED",
    "MUTUAL",
    "NAMED",
    "NEEDS",
    "ONE_WAY",
    "SLOT",
    "STOCK",
    "Claim",
    "ClaimKind",
    "Evidence",
    "How",
    "Member",
    "Pair",
    "Sketch",
    "Story",
    "Sureness",
    "alike",
    "claims",
    "clash",
    "evidence_of",
    "form",
    "form_articles",
    "group",
    "group_articles",
    "in_words",
    "is_front_page",
    "key_of",
    "member",
    "normalize_url",
    "pairs",
    "picture_of",
    "sketch",
    "slot_of",
    "stock_pictures",
    "tongue",
]
