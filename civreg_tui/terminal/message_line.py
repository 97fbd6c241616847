"""The message line of a screen: one line is drawn without a layout, longer texts wrap."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from .bare import Bare
from .drawn import Piece


class MessageLine(Bare):
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
        if before and self._one_line:
            self.redraw([0])
        else:
            self.refresh(layout=not self._fixed)

    @property
    def _fixed(self) -> bool:
        height = self.styles.height
        return height is not None and not height.is_auto

    def pieces(self, y: int) -> Sequence[Piece]:
        """The text on the first line."""
        return [(self._text, Style.parse(self._look))] if y == 0 else []

    def render(self) -> Content:
        """The text, for the layout and for several lines."""
        return Content.styled(self._text, self._look)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines for the compositor; several are Textual's to wrap."""
        return super().render_lines(crop) if self._one_line else Widget.render_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """One line as Textual draws it."""
        return super().render_line(y) if self._one_line else Widget.render_line(self, y)
