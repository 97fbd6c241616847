"""What changed since the last validation, as a page over the review screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.lembar import NAMA_UKURAN
from civreg_tui.domain.numbers import format_count
from civreg_tui.keys import khusus
from civreg_tui.services.pemeriksaan.changes import (
    UbahLain,
    UbahSel,
    cell_changes,
    ever_validated,
    other_changes,
)
from civreg_tui.services.workspace import Workspace
from screens.shell.dialog import Dialog

Names = dict[str, str]
"""Short names of the regions by code."""


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
        yield from (_other(c, names) for c in others)
    if filled:
        yield f"DIISI PERTAMA KALI ({len(filled)})"
        yield from (_cell(c, names) for c in filled)


def _cell(c: UbahSel, names: Names) -> str:
    often = f" {c.kali}x" if c.kali > 1 else ""
    before = c.semula if c.dikoreksi else c.lama
    return (
        f"{c.dokumen:7}{names.get(c.alamat.wilayah, c.alamat.wilayah):13}{c.alamat.kolom.label:21}"
        f"{format_count(before):>10} -> {format_count(c.baru):>10} {c.oleh}{often}"
    )


def _other(c: UbahLain, names: Names) -> str:
    values = f" {_angka(c.lama)} -> {_angka(c.baru)}" if c.lama else ""
    reason = f" ({c.alasan})" if c.alasan else ""
    return f"{c.hal}: {_tempat(c.objek, names)}{values}{reason} {c.oleh}"


def _tempat(objek: str, names: Names) -> str:
    """Where it was, in words: a cell, a column, or a finding with its rule."""
    parts = [part for part in objek.replace("|", "/").split("/") if part]
    words = [_bagian(part, names) for part in parts]
    return " ".join(word for word in words if word)


def _bagian(part: str, names: Names) -> str:
    measure, _, sex = part.partition(".")
    if part in names:
        return names[part]
    if measure in NAMA_UKURAN:
        return f"{NAMA_UKURAN[measure]} {sex.upper()}".rstrip()
    return part.upper() if part in {"l", "p", "jml"} else part


def _angka(teks: str) -> str:
    return format_count(int(teks)) if teks.isdecimal() else teks
