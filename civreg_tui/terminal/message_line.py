"""The message line of a screen: one line is drawn without a layout, longer texts wrap."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget


class MessageLine(Widget):
    """Shows a text with one attribute (``bold``, ``reverse`` or none); text is never markup."""

    DEFAULT_CSS = "MessageLine { height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._text, self._look = "", ""
        self._one_line = True

    def say(self, text: str, look: str = "") -> None:
        """Show a text; a layout is done only where several lines may need another height."""
        before = self._one_line
        self._text, self._look = text, look
        self._one_line = text.isprintable() and cell_len(text) <= self.app.size.width
        height = self.styles.height
        fixed = height is not None and not height.is_auto
        self.refresh(layout=not (fixed or (before and self._one_line)))

    def render(self) -> Content:
        """The text, for the layout and for several lines."""
        return Content.styled(self._text, self._look)

    def render_line(self, y: int) -> Strip:
        """One line as Textual draws it."""
        if not self._one_line:
            return super().render_line(y)
        text, style = (self._text, Style.parse(self._look)) if y == 0 else ("", Style.null())
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, Style.null())
