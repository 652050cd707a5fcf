"""Language tabs as values, for what names editions without drawing them. No Textual here."""

from __future__ import annotations

from enum import StrEnum

from tui_reader.values import frozen


class TabState(StrEnum):
    """How an edition stands: held in the library, only named by the page, or not there."""

    HELD = "held"
    KNOWN = "known"
    ABSENT = "absent"


@frozen
class LanguageTab:
    """One tab; ``language`` None is the tab of all languages, ``likely`` an edition that is not sure to be one."""

    language: str | None
    label: str
    count: int | None = None
    state: TabState = TabState.HELD
    likely: bool = False
