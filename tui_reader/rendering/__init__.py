"""Articles as text that leaves the reader: Markdown to keep, plain text to print. Pure; no input or output."""

from tui_reader.rendering.markdown import to_markdown
from tui_reader.rendering.text import to_text

__all__ = ["to_markdown", "to_text"]
