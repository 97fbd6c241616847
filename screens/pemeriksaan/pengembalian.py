"""The cells that the Kasi sent back: what became of each, and the Staf's answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Alamat
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.periode import Periode
from civreg_tui.keys import khusus
from civreg_tui.services.entri.answers import SelKembali, answer_cells, returned_cells
from civreg_tui.services.month.procedure import may
from civreg_tui.services.month.returns import last_return
from civreg_tui.services.workspace import Workspace
from screens.shell.daftar import Daftar
from screens.shell.dialog import TanyaAlasan
from screens.shell.kerangka import LayarBulan

Tujuan = Callable[[str, Alamat], object]
"""Goes to a cell of a document on the screen below."""
JAWABAN = ("sudah sesuai hardcopy", "sudah dikonfirmasi ke Bidang PIAK", "menunggu susulan")


class Pengembalian(LayarBulan):
    """Enter goes to the chosen cell, j answers it, s answers all that are still open."""

    JUDUL = "Sel yang dikembalikan"
    SEGAR_SENDIRI = True
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("enter", "ke_sel", "Ke sel", "Ke sel itu pada lembar entri."),
        khusus("j", "jawab", "Jawab", "Menjawab mengapa angka ini sudah benar."),
        khusus("s", "jawab_sisa", "Jawab semua", "Satu jawaban untuk semua yang belum terjawab."),
    ]
    LEGENDA = (("v", "sudah diubah atau dijawab"), ("·", "belum diubah dan belum dijawab"))
    DEFAULT_CSS = """
    Pengembalian {
        #alasan-kembali { height: auto; max-height: 4; width: 100%; margin-bottom: 1; }
        #sel-kembali { height: 1fr; }
        #jawaban { height: 3; width: 100%; border-top: solid ansi_default; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, ke: Tujuan | None = None) -> None:
        super().__init__(ws, periode)
        if last_return(ws, self.periode) is None:
            raise Ditolak("Belum ada sel yang dikembalikan Kasi pada bulan ini.")
        self.ke = ke
        self.sel: dict[str, SelKembali] = {}

    def isi(self) -> ComposeResult:
        """The Kasi's reason, the cells, the chosen one's answer."""
        yield Static(id="alasan-kembali", markup=False)
        yield Daftar(id="sel-kembali")
        yield Static(id="jawaban", markup=False)

    def segarkan(self) -> None:
        """Read what became of the cells."""
        returned = last_return(self.ws, self.periode)
        self.sel = {str(i): c for i, c in enumerate(returned_cells(self.ws, self.periode))}
        if returned is not None:
            self.query_one("#alasan-kembali", Static).update(
                f"{Periode.parse(self.periode).label}, dikembalikan {returned.oleh}: "
                f"{returned.alasan}"
            )
        daftar = self.query_one("#sel-kembali", Daftar)
        daftar.isi_ulang([(key, self._baris(cell)) for key, cell in self.sel.items()])
        daftar.focus()
        self._tulis_jawaban()

    def _baris(self, cell: SelKembali) -> str:
        name = self.ws.facts(self.periode).wilayah[cell.alamat.wilayah].singkat
        figures = f"{format_count(cell.semula):>10}"
        if cell.diubah:
            figures += f" -> {format_count(cell.kini)}"
        mark = "v" if cell.terjawab else "·"
        return f"{mark} {cell.dokumen:7}{name:13}{cell.alamat.kolom.label:21}{figures}"

    @on(Daftar.OptionHighlighted)
    def _tulis_jawaban(self) -> None:
        cell = self._terpilih()
        text = ""
        if cell is not None and cell.jawaban:
            text = f"Jawaban {cell.oleh}: {cell.jawaban}"
        elif cell is not None:
            text = "Sudah diubah." if cell.diubah else "Belum diubah dan belum dijawab."
        self.query_one("#jawaban", Static).update(text)

    def _terpilih(self) -> SelKembali | None:
        return self.sel.get(self.query_one("#sel-kembali", Daftar).terpilih or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who may key may answer; going to a cell needs the sheet below."""
        if action in {"jawab", "jawab_sisa"}:
            returned = last_return(self.ws, self.periode)
            open_ = returned is not None and not returned.dijawab
            return open_ and may(self.ws, self.periode, Aksi.ISI_SEL)
        if action == "ke_sel":
            return self.ke is not None
        return super().check_action(action, parameters)

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_ke_sel()

    def action_jawab(self) -> None:
        """Ask for the answer to the chosen cell."""
        cell = self._terpilih()
        if cell is not None:
            self._tanya([cell], cell.jawaban)

    def action_jawab_sisa(self) -> None:
        """Ask for one answer to everything that is still open."""
        left = [cell for cell in self.sel.values() if not cell.terjawab]
        if not left:
            self.pesan("Semua sel sudah diubah atau dijawab.", "baik")
            return
        self._tanya(left, "")

    def _tanya(self, cells: list[SelKembali], awal: str) -> None:
        title = f"Jawaban kepada Kasi untuk {len(cells)} sel"
        named = [(cell.dokumen, cell.alamat) for cell in cells]
        self.tanya(
            TanyaAlasan(title, JAWABAN, minimum=3, awal=awal), lambda t: self._jawab(named, t)
        )

    def _jawab(self, cells: list[tuple[str, Alamat]], teks: str) -> None:
        answer_cells(self.ws, self.periode, cells, teks)
        self.muat()

    def action_ke_sel(self) -> None:
        """Close and go to the chosen cell."""
        cell, goto = self._terpilih(), self.ke
        if cell is not None and goto is not None:
            self.tutup()
            goto(cell.dokumen, cell.alamat)
