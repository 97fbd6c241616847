"""A row of boxes to tick: several at a time, or exactly one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static

_JARAK = "   "


class Centang(Static, can_focus=True):
    """Choices beside each other; arrows move, Space ticks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "geser(-1)", show=False),
        Binding("right", "geser(1)", show=False),
        Binding("space", "centang", show=False),
    ]
    DEFAULT_CSS = "Centang { height: auto; width: 1fr; text-wrap: nowrap; }"

    class Berubah(Message):
        """A box was ticked or cleared."""

    def __init__(
        self,
        pilihan: Sequence[str],
        terpilih: Iterable[str] = (),
        *,
        satu: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id, markup=False)
        self.pilihan = tuple(pilihan)
        self.satu = satu
        self.kursor = 0
        self._terpilih = set(terpilih)

    @property
    def nilai(self) -> tuple[str, ...]:
        """The ticked choices, in their order."""
        return tuple(choice for choice in self.pilihan if choice in self._terpilih)

    @nilai.setter
    def nilai(self, terpilih: Iterable[str]) -> None:
        self._terpilih = set(terpilih)
        self.tulis()

    @property
    def cursor_screen_offset(self) -> Offset:
        """The terminal's cursor stands inside the current box."""
        column, line = self._tempat()[self.kursor]
        return self.content_region.offset + Offset(column + 1, line)

    def _tempat(self) -> list[tuple[int, int]]:
        """Column and line of every box; a box that does not fit begins a new line."""
        places, column, line = [], 0, 0
        for choice in self.pilihan:
            width = len(self._teks(choice))
            if column and column + width > (self.size.width or 1000):
                column, line = 0, line + 1
            places.append((column, line))
            column += width + len(_JARAK)
        return places

    def on_mount(self) -> None:
        """Show the boxes."""
        self.tulis()

    def on_resize(self) -> None:
        """Break the row of boxes where the new width demands it."""
        self.tulis()

    def on_focus(self) -> None:
        """Show where the arrows are."""
        self.tulis()

    def on_blur(self) -> None:
        """Show no place any more."""
        self.tulis()

    def _teks(self, choice: str) -> str:
        mark = "x" if choice in self._terpilih else " "
        return f"({mark}) {choice}" if self.satu else f"[{mark}] {choice}"

    def tulis(self) -> None:
        """Draw the boxes."""
        parts: list[tuple[str, str]] = []
        for index, (column, line) in enumerate(self._tempat()):
            here = self.has_focus and index == self.kursor
            parts.append(("" if not index else _JARAK if column else "\n" * bool(line), ""))
            parts.append((self._teks(self.pilihan[index]), "reverse" if here else ""))
        self.update(Content.assemble(*parts))

    def action_geser(self, arah: int) -> None:
        """Go to the neighbouring box."""
        self.kursor = (self.kursor + arah) % len(self.pilihan)
        self.tulis()

    def action_centang(self) -> None:
        """Tick or clear the box."""
        choice = self.pilihan[self.kursor]
        if self.satu:
            self._terpilih = set() if choice in self._terpilih else {choice}
        else:
            self._terpilih ^= {choice}
        self.tulis()
        self.post_message(self.Berubah())
