"""Coverage of a month: bars against the target, ranking, shortfall, twelve months' trend."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.laporan import Laporan, Rekap
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.cakupan.analysis import analyse
from civreg_tui.services.output.report import build_report
from civreg_tui.services.workspace import Workspace
from screens.analisis import cakupan_teks as gambar
from screens.shell.daftar import Daftar
from screens.shell.dialog import PilihDaftar
from screens.shell.kerangka import LayarBulan

TINGGI_GRAFIK = 32
"""From this many lines on the trend is drawn as a chart."""


class Cakupan(LayarBulan):
    """One document at a time; arrows left and right change it."""

    JUDUL = "Cakupan"
    SEGAR_SENDIRI = True
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("right,d", "dokumen(1)", "Dokumen", "Dokumen berikutnya."),
        khusus("left", "dokumen(-1)", "Sebelum", "Dokumen sebelumnya.", show=False),
        khusus("s", "urutkan", "Urutkan", "Urut peringkat, kekurangan, atau kode."),
        khusus("u", "pandangan('urai')", "Urai", "Dari mana perubahan cakupan provinsi."),
        khusus("t", "pandangan('kurang')", "Target", "Kurang berapa sampai target, dan di mana."),
        khusus("m", "pandangan('peta')", "Peta", "Peta ubin kabupaten/kota."),
        khusus("g", "pandangan('garis')", "Garis", "Garis dua belas bulan."),
        tombol("cari", help="Menuju suatu kabupaten/kota."),
        khusus("e", "lembar", "Lembar", "Menulis lembar kabupaten/kota ini untuk dikirimkan."),
    ]
    KETERANGAN = (Tombol("naik", "up", "↑ ↓ PgUp PgDn", "Pilih", "Memilih kabupaten/kota."),)
    LEGENDA = (
        ("│", "letak target: batang ke kiri kurang dari target, ke kanan lebih"),
        ("–", "tidak ada angka atau tidak ada penyebut"),
        ("↑", "peringkat naik dari bulan lalu; ↓ turun"),
        ("≠", "bulan lalu atau dokumen lain memakai acuan yang berbeda"),
        ("*", "bulan contoh (bukan angka resmi)"),
        ("?", "target yang belum dikonfirmasi Kabid"),
    )
    DEFAULT_CSS = """
    Cakupan {
        #dokumen, #provinsi, #capaian, #kepala-batang { height: 1; width: 100%; }
        #dokumen, #provinsi, #capaian, #kepala-batang, #tren { text-wrap: nowrap; }
        #dokumen, #provinsi { text-style: bold; }
        #kepala-batang { text-style: underline; }
        #batang { height: 1fr; }
        #rincian-wilayah { height: 3; width: 100%; }
        #tren { height: auto; width: 100%; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.laporan: Laporan = build_report(ws, self.periode)
        self.analisis = analyse(ws, self.periode, self.rekap.dokumen.kode)
        self._segar = True
        self.urutan = 0

    @property
    def rekap(self) -> Rekap:
        """The document shown."""
        every = self.laporan.rekap
        return next((r for r in every if r.dokumen.kode == self.dokumen), every[0])

    def isi(self) -> ComposeResult:
        """Documents, province, bars, the chosen region in words, the trend."""
        for name in ("dokumen", "provinsi", "capaian", "kepala-batang"):
            yield Static(id=name, markup=False)
        yield Daftar(id="batang")
        yield Static(id="rincian-wilayah", markup=False)
        yield Static(id="tren", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """Compute the month anew and draw it."""
        if not self._segar:
            self.laporan = build_report(self.ws, self.periode)
        self._segar = False
        self._gambar()

    def on_resize(self) -> None:
        """Draw to the new width."""
        self._gambar()

    def _gambar(self, *, dari_atas: bool = False) -> None:
        recap, (name, key) = self.rekap, gambar.URUTAN[self.urutan]
        width = self.app.size.width - 1
        self.analisis = analyse(self.ws, self.periode, recap.dokumen.kode)
        rows = sorted(recap.baris, key=key)
        lines = gambar.baris_batang(recap, rows, self.analisis, width)
        self._tulis("dokumen", self._dokumen())
        self._tulis("provinsi", gambar.provinsi(recap, self.analisis))
        self._tulis("capaian", gambar.capaian(recap) + gambar.posisi(recap, self.analisis))
        self._tulis("kepala-batang", gambar.kepala_tabel(recap, width, name))
        self.query_one(Daftar).isi_ulang(
            [(row.kode, line) for row, line in zip(rows, lines, strict=True)],
            rows[0].kode if dari_atas else None,
        )
        tall = 6 if self.app.size.height >= TINGGI_GRAFIK else 1
        self._tulis("tren", gambar.tren(recap, width, tall))
        self._tulis_rincian()

    def _tulis(self, id: str, teks: str) -> None:
        self.query_one(f"#{id}", Static).update(teks)

    def _dokumen(self) -> str:
        shown = self.rekap.dokumen.kode
        return "  ".join(
            f"[{r.dokumen.nama}]" if r.dokumen.kode == shown else r.dokumen.singkat
            for r in self.laporan.rekap
        ) + (" · ANGKA CONTOH, BUKAN RESMI" if self.rekap.contoh else "")

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        chosen = self.query_one(Daftar).terpilih
        row = next((r for r in self.rekap.baris if r.kode == chosen), None)
        self._tulis(
            "rincian-wilayah", gambar.rincian(self.rekap, row, self.analisis) if row else ""
        )

    def action_dokumen(self, arah: int) -> None:
        """Show the next or previous document."""
        codes = [r.dokumen.kode for r in self.laporan.rekap]
        self.dokumen = codes[(codes.index(self.rekap.dokumen.kode) + arah) % len(codes)]
        self._gambar(dari_atas=True)

    def action_pandangan(self, nama: str) -> None:
        """Open another view of the document shown."""
        from screens.analisis.dasar import pandangan

        self.buka(pandangan(nama, self.ws, self.periode, self.rekap.dokumen.kode))

    def action_urutkan(self) -> None:
        """Sort by the next order."""
        self.urutan = (self.urutan + 1) % len(gambar.URUTAN)
        self._gambar(dari_atas=True)

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
