"""The styles of one drawing of a widget, by name.

They are not component classes: Textual would match the whole style sheet for each class of each widget whenever one of
its ancestors changes, which was a sixth of what the first screen takes. And it works a widget's own style out anew,
from all ancestors, each time it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.style import Style
from textual.widget import Widget


class Ink:
    """What ``widget`` is drawn with now: take a new one when its looks change.

    ``styles`` says each name in the words of Textual's markup: ``bold $text-accent``, ``on $primary 45%``. What the
    application does to every style (without colours, or in colours that are not the terminal's own) is done to them.
    """

    def __init__(self, widget: Widget, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._visual = widget.visual_style
        self._filters = widget.get_line_filters()
        self._behind = widget.background_colors[1]
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
            found = self._mixed[names] = self.plain(style.rich_style)
        return found

    def plain(self, style: RichStyle) -> RichStyle:
        """``style`` as it is, but for what the application does to every one."""
        segments = [Segment(" ", style)]
        for one in self._filters:
            segments = one.apply(segments, self._behind)
        return segments[0].style or style
