"""The months' files and the sheets they consist of."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from civreg_tui.domain.dokumen import Rincian
from civreg_tui.domain.langkah import Keadaan


@dataclass(frozen=True, slots=True)
class BerkasBulan:
    """A month's file; ``definisi`` is the JSON of what was frozen when it was opened."""

    periode: str
    acuan: str
    keadaan: Keadaan
    definisi: str
    contoh: bool


@dataclass(frozen=True, slots=True)
class KepalaLembar:
    """What is kept about a sheet besides its cells."""

    dokumen: str
    rincian: Rincian
    acuan: str
    kelompok: str
    contoh: bool


class Months:
    """Reads and writes ``berkas`` and ``lembar``."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def all(self) -> list[BerkasBulan]:
        """Every month, oldest first."""
        return [_month(row) for row in self._sql.execute("SELECT * FROM berkas ORDER BY periode")]

    def get(self, periode: str) -> BerkasBulan | None:
        """One month's file, or None when it was never opened."""
        row = self._sql.execute("SELECT * FROM berkas WHERE periode = ?", (periode,)).fetchone()
        return _month(row) if row else None

    def state(self, periode: str) -> Keadaan | None:
        """Where one month stands, or None when it was never opened."""
        query = "SELECT keadaan FROM berkas WHERE periode = ?"
        row = self._sql.execute(query, (periode,)).fetchone()
        return Keadaan(row["keadaan"]) if row else None

    def add(self, month: BerkasBulan) -> None:
        """Open a month's file."""
        self._sql.execute(
            "INSERT INTO berkas VALUES (?, ?, ?, ?, ?)",
            (month.periode, month.acuan, month.keadaan, month.definisi, month.contoh),
        )

    def set_state(self, periode: str, keadaan: Keadaan) -> None:
        """Move the month to a state."""
        self._sql.execute("UPDATE berkas SET keadaan = ? WHERE periode = ?", (keadaan, periode))

    def set_acuan(self, periode: str, acuan: str) -> None:
        """Change the month's DKB reference, for the month and all its sheets."""
        self._sql.execute("UPDATE berkas SET acuan = ? WHERE periode = ?", (acuan, periode))
        self._sql.execute("UPDATE lembar SET acuan = ? WHERE periode = ?", (acuan, periode))

    def sheets(self, periode: str) -> list[KepalaLembar]:
        """The heads of the month's sheets, in the order they were added."""
        rows = self._sql.execute(
            "SELECT dokumen, rincian, acuan, kelompok, contoh FROM lembar"
            " WHERE periode = ? ORDER BY rowid",
            (periode,),
        )
        return [_head(row) for row in rows]

    def sheet(self, periode: str, dokumen: str) -> KepalaLembar | None:
        """The head of one sheet, or None when the month has no such document."""
        row = self._sql.execute(
            "SELECT dokumen, rincian, acuan, kelompok, contoh FROM lembar"
            " WHERE periode = ? AND dokumen = ?",
            (periode, dokumen),
        ).fetchone()
        return _head(row) if row else None

    def put_sheet(self, periode: str, head: KepalaLembar) -> None:
        """Add a sheet, or change what is kept about it."""
        self._sql.execute(
            "INSERT INTO lembar VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (periode, dokumen) DO UPDATE SET rincian = excluded.rincian,"
            " acuan = excluded.acuan, kelompok = excluded.kelompok, contoh = excluded.contoh",
            (periode, head.dokumen, head.rincian, head.acuan, head.kelompok, head.contoh),
        )


def _month(row: sqlite3.Row) -> BerkasBulan:
    values = {**dict(row), "keadaan": Keadaan(row["keadaan"]), "contoh": bool(row["contoh"])}
    return BerkasBulan(**values)


def _head(row: sqlite3.Row) -> KepalaLembar:
    dokumen, rincian, acuan, kelompok, contoh = row
    return KepalaLembar(dokumen, rincian, acuan, kelompok, bool(contoh))
