"""The numbers of a section, each with the place in the recaps it comes from."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.lakip import BagianLakip
from civreg_tui.domain.laporan import Laporan
from civreg_tui.keys import khusus
from civreg_tui.services.lakip.trace import JejakAngka, number_traces, row_trace
from civreg_tui.services.workspace import Workspace
from screens.lakip.wilayah import AngkaWilayah, AsalAngka
from screens.shell.daftar import Daftar
from screens.shell.kerangka import LayarBulan


class LacakAngka(LayarBulan):
    """A line per number; Enter opens its cells, or the regions it is the sum of."""

    JUDUL = "6 Lacak angka"
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("enter", "asal", "Asal", "Sel, pengisi, sel softcopy dan penerimaannya."),
    ]
    DEFAULT_CSS = """
    LacakAngka {
        #judul-bagian { height: 2; width: 100%; text-wrap: nowrap; }
        #angka { height: 1fr; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, laporan: Laporan, bagian: BagianLakip) -> None:
        super().__init__(ws, periode)
        self.bagian = bagian
        self.nama_dokumen = {r.dokumen.kode: r.dokumen.nama for r in laporan.rekap}
        self.singkat = {r.dokumen.kode: r.dokumen.singkat for r in laporan.rekap}
        self.jejak = number_traces(laporan, bagian)

    def isi(self) -> ComposeResult:
        """The section's heading and its numbers."""
        yield Static(id="judul-bagian", markup=False)
        yield Daftar(id="angka")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """List the numbers."""
        head = f"{'ANGKA':>12}  {'ADALAH':54}DOKUMEN"
        self.query_one("#judul-bagian", Static).update(f"{self.bagian.kepala}\n{head}")
        rows = [(str(i), self._baris(trace)) for i, trace in enumerate(self.jejak)]
        self.query_one(Daftar).isi_ulang(rows)
        if not rows:
            self.pesan("Bagian ini tidak memuat angka dari rekap.")

    def _baris(self, jejak: JejakAngka) -> str:
        return f"{jejak.angka:>12}  {jejak.uraian[:53]:54}{self.singkat[jejak.dokumen][:11]}"

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_asal()

    def action_asal(self) -> None:
        """Open the cells of a region's figure, or the rows that a province figure adds up."""
        key = self.query_one(Daftar).terpilih
        if key is None:
            return
        trace = self.jejak[int(key)]
        if not trace.wilayah:
            self.buka(AngkaWilayah(self.ws, self.periode, trace.dokumen))
            return
        cells = row_trace(self.ws, self.periode, trace.dokumen, trace.wilayah)
        title = f"{trace.uraian}: {self.nama_dokumen[trace.dokumen]}"
        self.tanya(AsalAngka(title, cells), lambda _: None)
