"""The LAKIP's tables as sheets: where each stands, and its cells as formulas name them."""

from __future__ import annotations

from dataclasses import dataclass

from civreg_tui.domain.lakip import TabelLakip
from civreg_tui.papers.sel import nama_sel, tetap

BARIS_KEPALA = 7
"""The row of the heads, below letterhead and title."""
BARIS_PERTAMA = BARIS_KEPALA + 2
NAMA = {
    "indikator": "Indikator",
    "target": "Target",
    "banding": "Cakupan dibandingkan",
    "pemilik": "Pemilik dibandingkan",
    "seri": "Perkembangan",
    "renstra": "Renstra",
    "nasional": "Nasional",
    "efisiensi": "Efisiensi",
    "anggaran": "Anggaran",
}
"""Sheet names by table id; those per document are named after it."""


@dataclass(frozen=True, slots=True)
class LetakTabel:
    """A table's place in the workbook (rows and columns from zero)."""

    tabel: TabelLakip
    lembar: str

    @property
    def terakhir(self) -> int:
        """The last row of single entries, the total left out."""
        return BARIS_PERTAMA + len(self.tabel.baris) - 1 - self.tabel.jumlah

    @property
    def jumlah(self) -> int:
        """The row below the last single entry: the total, where there is one."""
        return self.terakhir + 1

    def luar(self, row: int, column: int) -> str:
        """A cell as other sheets name it."""
        return f"'{self.lembar}'!{nama_sel(row, column)}"

    def rentang(self, column: int) -> str:
        """A column's single entries, fixed."""
        return f"{tetap(BARIS_PERTAMA, column)}:{tetap(self.terakhir, column)}"

    def baris(self, nama: str) -> int:
        """The row whose first cell carries a name; ValueError when there is none."""
        names = [row[0] for row in self.tabel.baris]
        return BARIS_PERTAMA + names.index(nama)
