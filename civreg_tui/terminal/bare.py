"""Widgets that are their lines, without border or padding: they are drawn past the compositor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from .drawn import Piece


class Bare(Widget):
    """A widget that says what a line shows; all else about drawing it is here."""

    def pieces(self, y: int) -> Sequence[Piece]:
        """What a line shows from its left edge on; blanks fill the rest."""
        raise NotImplementedError

    def redraw(self, lines: Sequence[int]) -> None:
        """Draw some lines anew: at once where the app can; without any, set the cursor."""
        app: Any = self.app
        if not (hasattr(app, "draw_now") and app.draw_now(self, lines)):
            self.refresh(*(Region(0, y, self.size.width, 1) for y in lines or [0]))

    def render_line(self, y: int) -> Strip:
        """One line as Textual draws it."""
        segments = [Segment(text, style) for text, style in self.pieces(y) if text]
        return Strip(segments).adjust_cell_length(self.size.width, Style.null())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines for the compositor, made anew: what was drawn at once is not in its cache."""
        strips = [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]
        for one in self.get_line_filters():
            strips = [strip.apply_filter(one, self.background_colors[1]) for strip in strips]
        return strips
