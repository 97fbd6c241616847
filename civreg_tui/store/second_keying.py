"""Where the second keying of each cell stands."""

from __future__ import annotations

import sqlite3

from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.verifikasi import Ulangan


class SecondKeying:
    """Reads and writes ``verifikasi``."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def of(self, periode: str, dokumen: str) -> dict[Alamat, Ulangan]:
        """The cells of a sheet that were keyed again."""
        rows = self._sql.execute(
            "SELECT wilayah, ukuran, seks, hasil, pertama, pertama_nihil, nilai, nilai_nihil, salah"
            " FROM verifikasi WHERE periode = ? AND dokumen = ?",
            (periode, dokumen),
        )
        return {
            Alamat(w, u, s): Ulangan(Isian(p, bool(pn)), hasil, Isian(n, bool(nn)), salah)
            for w, u, s, hasil, p, pn, n, nn, salah in rows
        }

    def put(self, periode: str, dokumen: str, alamat: Alamat, made: Ulangan, event: int) -> None:
        """Set a cell's standing, naming the event that did it."""
        first, value = made.pertama, made.nilai
        self._sql.execute(
            "INSERT OR REPLACE INTO verifikasi VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (periode, dokumen, *alamat, made.hasil, first.angka, first.nihil, value.angka,
             value.nihil, made.salah, event),
        )  # fmt: skip
