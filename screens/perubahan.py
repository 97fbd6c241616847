"""What changed since the last validation, as a page over the review screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.numbers import format_count
from civreg_tui.keys import khusus
from civreg_tui.services.changes import (
    UbahLain,
    UbahSel,
    cell_changes,
    ever_validated,
    other_changes,
)
from civreg_tui.services.workspace import Workspace
from screens.dialog import Dialog


class DaftarPerubahan(Dialog[bool]):
    """Corrected cells first, then what was filled in, then everything else."""

    BINDINGS: ClassVar[list[BindingType]] = [khusus("enter,q", "batal", "Tutup")]
    DEFAULT_CSS = """
    DaftarPerubahan {
        #kotak { width: 80; }
        #isi-dialog { max-height: 18; }
        #isi-dialog > Static { text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, ws: Workspace, periode: str) -> None:
        since = "validasi terakhir" if ever_validated(ws, periode) else "bulan dibuka"
        super().__init__(f"Perubahan sejak {since}", "↑↓ gulir   Esc tutup")
        self.baris = list(_lines(ws, periode))

    def isi(self) -> ComposeResult:
        """One line a change."""
        yield Static("\n".join(self.baris), markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.gulir_dengan_panah()


def _lines(ws: Workspace, periode: str) -> Iterator[str]:
    names = {w.kode: w.singkat for w in ws.facts(periode).wilayah.semua}
    cells, others = cell_changes(ws, periode), other_changes(ws, periode)
    if not cells and not others:
        yield "Belum ada perubahan."
    corrected = [c for c in cells if c.dikoreksi]
    filled = [c for c in cells if not c.dikoreksi]
    if corrected:
        yield f"DIKOREKSI ({len(corrected)})"
        yield from (_cell(c, names) for c in corrected)
    if others:
        yield f"SELAIN ANGKA ({len(others)})"
        yield from (_other(c) for c in others)
    if filled:
        yield f"DIISI PERTAMA KALI ({len(filled)})"
        yield from (_cell(c, names) for c in filled)


def _cell(c: UbahSel, names: dict[str, str]) -> str:
    often = f" ({c.kali} kali)" if c.kali > 1 else ""
    return (
        f"{c.dokumen:7}{names.get(c.alamat.wilayah, c.alamat.wilayah):13}{c.alamat.kolom.label:21}"
        f"{format_count(c.lama):>10} -> {format_count(c.baru):>10} {c.oleh}{often}"
    )


def _other(c: UbahLain) -> str:
    values = f" {c.lama} -> {c.baru}" if c.lama else ""
    reason = f" ({c.alasan})" if c.alasan else ""
    return f"{c.hal} {c.objek}{values}{reason} {c.oleh}"
