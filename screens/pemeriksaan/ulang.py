"""`Periksa ulang`: what was computed again, and every difference, as a page over the review."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widgets import Static

from civreg_tui.domain.numbers import format_count
from civreg_tui.services.pemeriksaan.recheck import HasilUlang, recheck
from civreg_tui.services.workspace import Workspace
from screens.shell.dialog import Dialog


class PeriksaUlang(Dialog[bool]):
    """The outcome in lines; nothing is changed by looking."""

    def __init__(self, ws: Workspace) -> None:
        hasil = recheck(ws)
        title = "Periksa ulang: semua cocok" if hasil.utuh else "Periksa ulang: ADA PERBEDAAN"
        super().__init__(title, "↑↓ gulir   Esc tutup")
        self.baris = list(_lines(hasil))

    def isi(self) -> ComposeResult:
        """What was recomputed, then the differences."""
        yield Static("\n".join(self.baris), markup=False)

    def on_mount(self) -> None:
        """A long list can be scrolled."""
        self.gulir_dengan_panah()


def _lines(hasil: HasilUlang) -> Iterator[str]:
    for what, count in hasil.diperiksa.items():
        yield f"{format_count(count):>9} {what}"
    yield ""
    if hasil.utuh:
        yield "Tidak ada satu pun yang berbeda dengan yang tersimpan."
    for beda in hasil.beda:
        yield f"! {beda.periode or 'simpanan'} {beda.hal}: {beda.kalimat}"
