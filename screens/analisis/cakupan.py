"""Coverage of a month: bars against the target, ranking, shortfall, twelve months' trend."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.laporan import Laporan, Rekap
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.output.report import build_report
from civreg_tui.services.workspace import Workspace
from screens.analisis import cakupan_teks as teks
from screens.analisis.dasar import LayarAnalisis, pandangan
from screens.shell.daftar import Daftar
from screens.shell.dialog import PilihDaftar

TINGGI_GRAFIK = 32
"""From this many lines on the trend is drawn as a chart."""


class Cakupan(LayarAnalisis):
    """The bars of one document, and from here the other views of it."""

    JUDUL = "Cakupan"
    SEGAR_SENDIRI = True
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("s", "urutkan", "Urutkan", "Urut peringkat, kekurangan, atau kode."),
        tombol("cari", help="Menuju suatu kabupaten/kota."),
        khusus("e", "lembar", "Lembar", "Menulis lembar kabupaten/kota ini untuk dikirimkan."),
    ]
    KETERANGAN = (Tombol("naik", "up", "↑ ↓ PgUp PgDn", "Pilih", "Memilih kabupaten/kota."),)
    LEGENDA = (
        ("│", "letak target: batang ke kiri kurang dari target, ke kanan lebih"),
        ("–", "tidak ada angka atau tidak ada penyebut"),
        ("↑", "peringkat naik dari bulan lalu; ↓ turun"),
        ("*", "bulan contoh (bukan angka resmi)"),
        *LayarAnalisis.LEGENDA,
    )
    DEFAULT_CSS = """
    Cakupan {
        #kepala-batang { height: 1; width: 100%; text-style: underline; }
        #kepala-batang, #tren { text-wrap: nowrap; }
        #batang { height: 1fr; }
        #rincian-wilayah { height: 3; width: 100%; }
        #tren { height: auto; width: 100%; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.laporan: Laporan = build_report(ws, self.periode)
        self.urutan = 0

    @property
    def rekap(self) -> Rekap:
        """The document shown."""
        return next(r for r in self.laporan.rekap if r.dokumen.kode == self.kode)

    def isi_pandangan(self) -> ComposeResult:
        """Bars, the chosen region in words, the trend."""
        yield Static(id="kepala-batang", markup=False)
        yield Daftar(id="batang")
        yield Static(id="rincian-wilayah", markup=False)
        yield Static(id="tren", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def muat(self) -> None:
        """Compute the month anew, once it was shown, and draw it."""
        if self.siap:
            self.laporan = build_report(self.ws, self.periode)
        super().muat()

    def baris_provinsi(self) -> str:
        """The province with its performance's target and base."""
        return teks.provinsi(self.rekap, self.analisis)

    def baris_acuan(self) -> str:
        """Performance against the target, and the day the base is of."""
        return teks.capaian(self.rekap) + teks.posisi(self.rekap, self.analisis)

    def gambar(self) -> None:
        """Write bars and trend to the width there is."""
        recap, (name, key) = self.rekap, teks.URUTAN[self.urutan]
        width = self.app.size.width - 1
        rows = sorted(recap.baris, key=key)
        lines = teks.baris_batang(recap, rows, self.analisis, width)
        self.tulis("kepala-batang", teks.kepala_tabel(recap, width, name))
        self.query_one(Daftar).isi_ulang(
            [(row.kode, line) for row, line in zip(rows, lines, strict=True)]
        )
        tall = 6 if self.app.size.height >= TINGGI_GRAFIK else 1
        self.tulis("tren", teks.tren(recap, width, tall))
        self._tulis_rincian()

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        chosen = self.query_one(Daftar).terpilih
        row = next((r for r in self.rekap.baris if r.kode == chosen), None)
        told = teks.rincian(self.rekap, row, self.analisis) if row else ""
        self.tulis("rincian-wilayah", told)

    def action_dokumen(self, arah: int) -> None:
        """Show the next or previous document from its first row."""
        super().action_dokumen(arah)
        self.query_one(Daftar).action_first()

    def action_pandangan(self, nama: str) -> None:
        """Open another view of the document shown, over this one."""
        self.buka(pandangan(nama, self.ws, self.periode, self.kode))

    def action_urutkan(self) -> None:
        """Sort by the next order."""
        self.urutan = (self.urutan + 1) % len(teks.URUTAN)
        self.gambar()
        self.query_one(Daftar).action_first()

    def action_cari(self) -> None:
        """Go to a region."""
        rows = [(w.kode, f"{w.kode} {w.nama}") for w in self.ws.facts(self.periode).wilayah.semua]
        self.tanya(PilihDaftar("Menuju kabupaten/kota", rows), self._menuju)

    def _menuju(self, kode: str) -> None:
        names = [option.id for option in self.query_one(Daftar).options]
        self.query_one(Daftar).highlighted = names.index(kode)

    def action_lembar(self) -> None:
        """Write the chosen region's own sheet, to be sent back to it."""
        from civreg_tui.services.output.export import export_month

        kinds = (f"kabupaten:{self.query_one(Daftar).terpilih or ''}",)
        (path,) = export_month(self.ws, self.periode, self.ws.keluar, kinds)
        self.pesan(f"{path.name} ditulis ke {self.ws.keluar}", "baik")
