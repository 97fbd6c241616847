"""Step 3: cell by cell, what a delivery changes in what was received before."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.beda_kiriman import BedaSel
from civreg_tui.domain.teks import terbaca
from civreg_tui.keys import tombol
from civreg_tui.services.penerimaan.comparison import Perbandingan, counted
from civreg_tui.services.workspace import Workspace
from screens.penerimaan.teks import beda_angka
from screens.shell.daftar import Daftar
from screens.shell.kerangka import LayarBulan

TIDAK_ADA = "Tidak ada angka yang berbeda dengan yang sudah diterima."
PERTAMA = "Belum ada yang diterima sebelumnya; belum ada yang dapat dibandingkan."


class BedaKiriman(LayarBulan):
    """The differing cells: figure before and after, and where both stand."""

    JUDUL = "3 Beda dengan yang sudah diterima"
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "kembali", "Selesai", "Kembali ke penerimaan."),
    ]
    DEFAULT_CSS = """
    BedaKiriman {
        #ringkas, #rincian { width: 100%; height: auto; }
        #ringkas { text-style: bold; max-height: 6; margin-bottom: 1; }
        #daftar-beda { height: 1fr; }
        #rincian { min-height: 2; max-height: 4; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, banding: Perbandingan, pertama: bool) -> None:
        super().__init__(ws, periode)
        self.banding = banding
        self.pertama = pertama
        self.beda = {str(place): one for place, one in enumerate(banding.beda)}

    def isi(self) -> ComposeResult:
        """A summary, the cells, and the chosen one in full."""
        yield Static(id="ringkas", markup=False)
        yield Daftar(id="daftar-beda")
        yield Static(id="rincian", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """Show the differences."""
        self.query_one("#ringkas", Static).update(self._ringkas())
        self.query_one(Daftar).isi_ulang([(k, self._baris(b)) for k, b in self.beda.items()])
        self._tulis_rincian()

    def _ringkas(self) -> str:
        if self.pertama:
            return PERTAMA
        if not self.beda:
            return TIDAK_ADA
        return f"{counted(self.banding.beda).capitalize()}."

    def _baris(self, beda: BedaSel) -> str:
        facts = self.ws.facts(self.periode)
        name = facts.dokumen[beda.dokumen].singkat
        region = facts.wilayah[beda.alamat.wilayah].singkat
        label = beda.alamat.kolom.label
        change = beda_angka(_angka(beda.lama), _angka(beda.baru))
        return f"{name:<11}{region:<13.13}{label:<18.18}{change}"

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        beda = self.beda.get(self.query_one(Daftar).terpilih or "")
        text = self._rincian(beda) if beda else ""
        self.query_one("#rincian", Static).update(terbaca(text))

    def _rincian(self, beda: BedaSel) -> str:
        facts = self.ws.facts(self.periode)
        return (
            f"{facts.dokumen[beda.dokumen].nama}, {facts.wilayah[beda.alamat.wilayah].nama}, "
            f"{beda.alamat.kolom.label}: {beda.jenis}. "
            f"Sebelumnya {_tempat(beda.lama)}, sekarang {_tempat(beda.baru)}."
        )


def _angka(cell: SelSumber | None) -> int | None:
    return cell.angka if cell else None


def _tempat(cell: SelSumber | None) -> str:
    return f'"{cell.teks.strip()}" pada {cell.alamat}' if cell else "tidak ada"
