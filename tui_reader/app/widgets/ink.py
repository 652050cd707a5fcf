"""The styles of one drawing of a widget, by name.

They are not component classes: Textual would match the whole style sheet for each class of each widget whenever one of
its ancestors changes, which was a sixth of what the first screen takes. And it works a widget's own style out anew,
from all ancestors, each time it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style as RichStyle
from textual.style import Style
from textual.widget import Widget


class Ink:
    """What ``widget`` is drawn with now: take a new one for each drawing.

    ``styles`` says each name in the words of Textual's markup: ``bold $text-accent``, ``on $primary 45%``.
    """

    def __init__(self, widget: Widget, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._visual = widget.visual_style
        self._mixed: dict[tuple[str, ...], RichStyle] = {}
        self.base = self()

    def __call__(self, *names: str) -> RichStyle:
        """The widget's own style with those of ``names`` on it, one after the other; an empty name adds nothing."""
        found = self._mixed.get(names)
        if found is None:
            style = self._visual
            for name in names:
                if name:
                    style += Style.parse(self._styles[name])
            found = self._mixed[names] = style.rich_style
        return found
