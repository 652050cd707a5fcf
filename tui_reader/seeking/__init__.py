"""What a reader seeks: the search field's words and fields, and where they stand in a text. Pure."""

from tui_reader.seeking.asking import Condition, Field, Search, SearchError, Term, parse
from tui_reader.seeking.marking import excerpt, spans

__all__ = ["Condition", "Field", "Search", "SearchError", "Term", "excerpt", "parse", "spans"]
