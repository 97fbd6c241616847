"""One sentence in full, over the screen, when a line was too short for it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.keys import khusus
from screens.shell.dialog import Dialog


class Kalimat(Dialog[None]):
    """A text to be read to its end; Enter or Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [khusus("enter", "batal", "Tutup")]

    def __init__(self, judul: str, teks: str) -> None:
        super().__init__(judul, "Enter tutup   ↑↓ gulir")
        self.teks = teks

    def isi(self) -> ComposeResult:
        """The text, wrapped."""
        yield Static(self.teks, markup=False)

    def on_mount(self) -> None:
        """A long text can be scrolled."""
        self.gulir_dengan_panah()
