"""A document's figures per kabupaten/kota; each leads to its cells, their hand, the softcopy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.laporan import BarisRekap, Rekap
from civreg_tui.domain.lembar import Alamat
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.saat import tercatat
from civreg_tui.keys import khusus
from civreg_tui.services.lakip.trace import JejakBaris, JejakSel, row_trace
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.review import evidence
from civreg_tui.services.workspace import Workspace
from screens.pemeriksaan.teks import bukti_baris
from screens.shell.daftar import Daftar
from screens.shell.dialog import Dialog
from screens.shell.kerangka import LayarBulan

_KEPALA = (
    f"{'KABUPATEN/KOTA':28}{'WAJIB':>10}{'MEMILIKI':>10}{'BELUM':>9}"
    f"{'PERSEN':>8}{'KE':>4}{'KURANG':>8}"
)


class AngkaWilayah(LayarBulan):
    """The rows behind a province figure; Enter shows where the chosen row comes from."""

    JUDUL = "6 Asal angka"
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("enter", "asal", "Asal", "Sel, pengisi, sel softcopy dan penerimaannya."),
    ]
    DEFAULT_CSS = """
    AngkaWilayah {
        #kepala-tabel { height: 2; width: 100%; text-wrap: nowrap; }
        #wilayah { height: 1fr; }
        #bukti { height: auto; max-height: 5; width: 100%; border-top: solid ansi_default; }
    }
    """

    def __init__(
        self, ws: Workspace, periode: str, dokumen: str, wilayah: str | None = None
    ) -> None:
        super().__init__(ws, periode, dokumen)
        self._pilih = wilayah
        report = build_report(ws, self.periode)
        self.rekap: Rekap = next(r for r in report.rekap if r.dokumen.kode == dokumen)

    def isi(self) -> ComposeResult:
        """Heads, a row per region, the evidence of the chosen one's main figure."""
        yield Static(id="kepala-tabel", markup=False)
        yield Daftar(id="wilayah")
        yield Static(id="bukti", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """List the regions and, last, the province."""
        title = f"{self.rekap.dokumen.nama} · {self.rekap.acuan}"
        self.query_one("#kepala-tabel", Static).update(f"{title}\n{_KEPALA}")
        rows = [(b.kode, _baris(b)) for b in self.rekap.baris]
        rows.append(("provinsi", _baris(self.rekap.provinsi)))
        self.query_one(Daftar).isi_ulang(rows, self._pilih)
        self._pilih = None
        self._tulis_bukti()

    @property
    def wilayah(self) -> str | None:
        """The chosen region's code; None on the province's row."""
        key = self.query_one(Daftar).terpilih
        return None if key == "provinsi" else key

    @on(Daftar.OptionHighlighted)
    def _tulis_bukti(self) -> None:
        code = self.wilayah
        lines = ["Jumlah seluruh kabupaten/kota; pilih barisnya untuk melihat asalnya."]
        if code is not None:
            place = Alamat(code, "memiliki", "jml")
            lines = bukti_baris(evidence(self.ws, self.periode, self.rekap.dokumen.kode, place))
        self.query_one("#bukti", Static).update("\n".join(lines))

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_asal()

    def action_asal(self) -> None:
        """Show the cells of the chosen row."""
        code = self.wilayah
        if code is None:
            self.pesan("Baris provinsi adalah jumlah; pilih salah satu kabupaten/kota.")
            return
        trace = row_trace(self.ws, self.periode, self.rekap.dokumen.kode, code)
        name = next(b.nama for b in self.rekap.baris if b.kode == code)
        self.tanya(AsalAngka(f"{name}: {self.rekap.dokumen.nama}", trace), lambda _: None)


def _nama(baris: BarisRekap) -> str:
    return baris.nama.replace("Kabupaten ", "Kab. ")[:27]


def _baris(baris: BarisRekap) -> str:
    rank = "" if baris.peringkat is None else str(baris.peringkat)
    short = "" if not baris.kekurangan else format_count(baris.kekurangan)
    return (
        f"{_nama(baris):28}{format_count(baris.wajib.jml):>10}"
        f"{format_count(baris.memiliki.jml):>10}{format_count(baris.belum.jml):>9}"
        f"{format_percent(baris.persen):>8}{rank:>4}{short:>8}"
    )


class AsalAngka(Dialog[bool]):
    """Every keyed cell of a row: figure, softcopy cell, who and when; then the receipt."""

    BINDINGS: ClassVar[list[BindingType]] = [khusus("enter,q", "batal", "Tutup")]
    DEFAULT_CSS = "AsalAngka { #kotak { width: 80; } #isi-dialog { max-height: 17; } }"

    def __init__(self, judul: str, jejak: JejakBaris) -> None:
        super().__init__(judul, "↑↓ gulir   Esc tutup")
        self.jejak = jejak

    def isi(self) -> ComposeResult:
        """The lines."""
        yield Static("\n".join(baris_asal(self.jejak)), markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.gulir_dengan_panah()


def baris_asal(jejak: JejakBaris) -> Iterator[str]:
    """The trace in lines of at most 76 columns."""
    yield f"{'KOLOM':22}{'ANGKA':>11}  SOFTCOPY"
    for cell in jejak.sel:
        yield f"{cell.kolom.label:22}{format_count(cell.angka):>11}  {_softcopy(cell)}"
        yield f"{'':35}{_pengisi(cell)}"
    yield ""
    form = jejak.terima
    if form.diterima_pada:
        number = f" nomor {form.nomor}" if form.nomor else ""
        yield f"Diterima {tercatat(form.diterima_pada)} oleh {form.oleh}{number}"
    else:
        yield "Belum ada penerimaan Laporan Adminduk yang tercatat."
    for file in jejak.berkas:
        yield f"Softcopy {file.nama} ({tercatat(file.pada)}, {file.oleh})"
        yield f"SHA-256 {file.sha256}"


def _softcopy(cell: JejakSel) -> str:
    return f"{cell.teks} di {cell.alamat}" if cell.alamat else "tidak ada di softcopy"


def _pengisi(cell: JejakSel) -> str:
    return f"diisi {cell.oleh} {tercatat(cell.pada)}" if cell.oleh else "belum diisi"
