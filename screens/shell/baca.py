"""A pane to read in: paragraphs wrapped to its width, tables as wide as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_GAYA = {
    "": Style.null(),
    "tebal": Style(bold=True),
    "balik": Style(reverse=True),
    "garis": Style(underline=True),
}


@dataclass(frozen=True, slots=True)
class Blok:
    """A piece of text; ``lipat`` wraps it, ``kunci`` is a place one can go to."""

    teks: str
    gaya: str = ""
    lipat: bool = True
    kunci: str = ""
    jarak: bool = True


class Baca(ScrollView, can_focus=True):
    """Plain text, line by line; arrows, PgUp, PgDn, Home and End scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Baca {
        height: 1fr; width: 1fr; background: ansi_default; scrollbar-gutter: stable;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blok: tuple[Blok, ...] = ()
        self._lines: list[tuple[str, Style]] = []
        self._places: dict[str, int] = {}

    def tampilkan(self, blok: Sequence[Blok], *, tetap: bool = False) -> None:
        """Show other text from its beginning; ``tetap`` stays at the same line."""
        self._blok = tuple(blok)
        self._lay_out()
        if not tetap:
            self.scroll_to(0, 0, animate=False)

    def ke(self, kunci: str) -> None:
        """Scroll a named place to the top."""
        if kunci in self._places:
            self.scroll_to(0, self._places[kunci], animate=False)

    @property
    def tempat(self) -> str:
        """The name of the place that the first visible line belongs to."""
        top = round(self.scroll_y)
        passed = [key for key, line in self._places.items() if line <= top]
        return passed[-1] if passed else ""

    @property
    def di_akhir(self) -> bool:
        """Whether the last line can be seen."""
        return self.scroll_y >= self.max_scroll_y

    def on_resize(self, event: Resize) -> None:
        """Wrap to the new width."""
        del event
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._lines, self._places = [], {}
        for block in self._blok:
            if block.kunci:
                self._places[block.kunci] = len(self._lines)
            style = _GAYA[block.gaya]
            self._lines += [(line, style) for line in _lines(block, width)]
            if block.jarak:
                self._lines.append(("", Style.null()))
        widest = max((cell_len(line) for line, _ in self._lines), default=0)
        self.virtual_size = Size(widest, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        left, top = self.scroll_offset
        width = self.size.width
        if top + y >= len(self._lines):
            return Strip.blank(width)
        text, style = self._lines[top + y]
        return Strip([Segment(text, style)]).crop_extend(left, left + width, Style.null())


def _lines(block: Blok, width: int) -> list[str]:
    if not block.lipat:
        return block.teks.split("\n")
    wrapped = (
        Content(line.expandtabs(4)).wrap(width) or [Content()] for line in block.teks.split("\n")
    )
    return [line.plain.rstrip() for lines in wrapped for line in lines]
