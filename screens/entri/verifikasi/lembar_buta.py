"""A sheet that hides what stands in it until the same was keyed a second time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from civreg_tui.domain.lembar import Alamat, Isian, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.verifikasi import Ulangan
from civreg_tui.domain.wilayah import DaftarWilayah
from civreg_tui.services.errors import EXPECTED, sentence
from civreg_tui.terminal.glyphs import glyphs
from civreg_tui.terminal.grid_model import CellView, Column, Entry, Kind, Row, mark_of
from screens.entri.kolom import LABEL_PENDEK, judul_kolom
from screens.entri.lembar_grid import isian_dari

Ketik = Callable[[Alamat, Isian], Ulangan]
COCOK = "v"
BEDA = "Berbeda dari entri. Lihat kertas, lalu ketik sekali lagi."
_LEBAR = 13
_SISA = "sisa"


class LembarButa:
    """A `GridModel`: the cells of a plan are empty until they agree; all others are closed.

    ``ketik`` keys a cell again; ``lupakan`` forgets what is typed when it has to be asked again.
    """

    label_head = "KAB/KOTA"
    label_width = LABEL_PENDEK

    def __init__(
        self,
        sheet: Lembar,
        daftar: DaftarWilayah,
        sel: frozenset[Alamat],
        sudah: frozenset[Alamat],
        *,
        ketik: Ketik,
        lupakan: Callable[[], object],
    ) -> None:
        self.sheet = sheet
        self.sel = sel
        self.sudah = set(sudah)
        self.ditanya: set[Alamat] = set()
        """Cells that differed and are asked for once more."""
        self.terakhir: Ulangan | None = None
        self._ketik, self._lupakan = ketik, lupakan
        self.kolom = sheet.entry_columns
        self.columns: Sequence[Column] = [
            Column(f"{k.ukuran}.{k.seks}", "", judul_kolom(sheet, k), _LEBAR) for k in self.kolom
        ]
        self.rows = [Row(kode, daftar[kode].singkat) for kode in sheet.wilayah]
        self.foot = [Row(_SISA, "Sisa sel", entry=False)]

    def alamat(self, row: int, col: int) -> Alamat:
        """The cell at a place of the rows."""
        return Alamat(self.rows[row].key, *self.kolom[col])

    def sisa(self) -> list[tuple[int, int]]:
        """The places still to be keyed again, in reading order."""
        places = [(r, c) for r in range(len(self.rows)) for c in range(len(self.kolom))]
        return [place for place in places if self._terbuka(self.alamat(*place))]

    def _terbuka(self, alamat: Alamat) -> bool:
        return alamat in self.sel and alamat not in self.sudah

    def cell(self, row: int, col: int) -> CellView:
        """Nothing, or the figure once it was keyed twice."""
        if row >= len(self.rows):
            left = sum(self._terbuka(self.alamat(r, col)) for r in range(len(self.rows)))
            return CellView(str(left), style="computed")
        alamat = self.alamat(row, col)
        if alamat not in self.sel:
            return CellView("", style="locked")
        if alamat in self.sudah:
            isian = self.sheet.isian(alamat)
            text = "-" if isian.nihil else format_count(isian.angka)
            return CellView(text, COCOK, "carried")
        if alamat in self.ditanya:
            return CellView(glyphs().empty, mark_of("differs"), "differs")
        return CellView(glyphs().empty, style="empty")

    def row_mark(self, row: int) -> str:
        """Findings are not shown here."""
        del row
        return " "

    def commit(self, row: int, col: int, entry: Entry) -> str | None:
        """Key a cell again; a sentence says why it has to be asked once more."""
        if entry.kind is Kind.CLEARED:
            return "Di sini sel tidak dikosongkan. Ketik angka dari kertas."
        alamat = self.alamat(row, col)
        try:
            made = self._ketik(alamat, isian_dari(entry))
        except EXPECTED as error:
            return sentence(error)
        self.terakhir = made
        if made.hasil == "beda":
            self.ditanya.add(alamat)
            self.sudah.discard(alamat)
            self._lupakan()
            return BEDA
        self._setuju(alamat, made)
        return None

    def _setuju(self, alamat: Alamat, made: Ulangan) -> None:
        self.ditanya.discard(alamat)
        self.sudah.add(alamat)
        self.sheet = self.sheet.dengan(alamat, made.nilai)

    def commit_all(self, entries: Sequence[tuple[int, int, Entry]]) -> str | None:
        """Nothing is pasted here: a copy would prove nothing."""
        del entries
        return "Ketik ulang tidak menerima tempelan. Ketik dari kertas."
