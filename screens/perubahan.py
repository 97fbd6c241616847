"""What changed since the last validation, as a page over the review screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from civreg_tui.domain.numbers import format_count
from civreg_tui.keys import khusus
from civreg_tui.services.review import changes
from civreg_tui.services.workspace import Workspace
from screens.dialog import Dialog


class DaftarPerubahan(Dialog[bool]):
    """Cells with old and new figure and who changed them."""

    BINDINGS: ClassVar[list[BindingType]] = [khusus("enter,q", "batal", "Tutup")]
    DEFAULT_CSS = (
        "DaftarPerubahan #kotak { width: 78; } DaftarPerubahan #isi-dialog { max-height: 17; }"
    )

    def __init__(self, ws: Workspace, periode: str) -> None:
        super().__init__("Perubahan sejak validasi terakhir", "↑↓ gulir   Esc tutup")
        self.baris = _lines(ws, periode)

    def isi(self) -> ComposeResult:
        """One line a cell."""
        yield Static("\n".join(self.baris), markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        body = self.query_one("#isi-dialog", VerticalScroll)
        body.can_focus = True
        body.focus()


def _lines(ws: Workspace, periode: str) -> list[str]:
    names = ws.facts(periode).wilayah
    found = [
        f"{c.dokumen:7}{names[c.alamat.wilayah].singkat:13}{c.alamat.kolom.label:21}"
        f"{format_count(c.lama):>10} -> {format_count(c.baru):>10}  {c.oleh}"
        for c in changes(ws, periode)
    ]
    return found or ["Belum ada perubahan."]
