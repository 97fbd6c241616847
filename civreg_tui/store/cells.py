"""The cells of the sheets, the paper's control totals, and decisions on differences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from civreg_tui.domain.lembar import Alamat, Isian, Kolom

_alamat = lru_cache(maxsize=8192)(Alamat)
_isian = lru_cache(maxsize=8192)(Isian)
"""The same cells, with the same figures, are read again and again."""


@dataclass(frozen=True, slots=True)
class Keputusan:
    """A difference that was decided: the two values it was decided on, by whom and when."""

    entri: int | None
    softcopy: int | None
    oleh: str
    pada: str


@dataclass(frozen=True, slots=True)
class Catatan:
    """A note on a cell, and whether it is flagged for follow-up."""

    teks: str
    tanda: bool


class Cells:
    """Reads and writes ``sel``, ``kendali``, ``keputusan`` and ``catatan``."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def of(self, periode: str, dokumen: str) -> dict[Alamat, Isian]:
        """All cells of a sheet that hold something."""
        rows = self._sql.execute(
            "SELECT wilayah, ukuran, seks, angka, nihil, asal FROM sel"
            " WHERE periode = ? AND dokumen = ?",
            (periode, dokumen),
        )
        return {_alamat(w, u, s): _isian(a, bool(n), asal) for w, u, s, a, n, asal in rows}

    def held(self, periode: str, dokumen: str, asked: Iterable[Alamat]) -> dict[Alamat, Isian]:
        """What those of the asked cells hold that hold something."""
        query = (
            "SELECT angka, nihil, asal FROM sel"
            " WHERE periode = ? AND dokumen = ? AND wilayah = ? AND ukuran = ? AND seks = ?"
        )
        found = {a: self._sql.execute(query, (periode, dokumen, *a)).fetchone() for a in asked}
        return {a: _isian(r[0], bool(r[1]), r[2]) for a, r in found.items() if r is not None}

    def put(self, periode: str, dokumen: str, alamat: Alamat, isian: Isian, event: int) -> None:
        """Set one cell, naming the event that did it."""
        self._sql.execute(
            "INSERT INTO sel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (periode, dokumen, wilayah, ukuran, seks) DO UPDATE SET"
            " angka = excluded.angka, nihil = excluded.nihil, asal = excluded.asal,"
            " no = excluded.no",
            (periode, dokumen, *alamat, isian.angka, isian.nihil, isian.asal, event),
        )

    def author(self, periode: str, dokumen: str, alamat: Alamat) -> tuple[str, str] | None:
        """Who wrote the cell last, and when (UTC, ISO), or None when nobody did."""
        row = self._sql.execute(
            "SELECT akun, waktu FROM sel JOIN peristiwa USING (no)"
            " WHERE sel.periode = ? AND dokumen = ? AND wilayah = ? AND ukuran = ? AND seks = ?",
            (periode, dokumen, *alamat),
        ).fetchone()
        return (row["akun"], row["waktu"]) if row else None

    def authors(self, periode: str) -> set[str]:
        """The accounts that wrote any cell now standing in the month."""
        rows = self._sql.execute(
            "SELECT DISTINCT akun FROM sel JOIN peristiwa USING (no) WHERE sel.periode = ?",
            (periode,),
        )
        return {row["akun"] for row in rows}

    def controls(self, periode: str, dokumen: str) -> dict[Kolom, int]:
        """The paper's control totals of a document, by column."""
        rows = self._sql.execute(
            "SELECT ukuran, seks, angka FROM kendali WHERE periode = ? AND dokumen = ?",
            (periode, dokumen),
        )
        return {Kolom(u, s): a for u, s, a in rows}

    def put_control(self, periode: str, dokumen: str, kolom: Kolom, angka: int | None) -> None:
        """Set or clear a control total."""
        self._sql.execute(
            "DELETE FROM kendali WHERE periode = ? AND dokumen = ? AND ukuran = ? AND seks = ?",
            (periode, dokumen, *kolom),
        )
        if angka is not None:
            self._sql.execute(
                "INSERT INTO kendali VALUES (?, ?, ?, ?, ?)", (periode, dokumen, *kolom, angka)
            )

    def decisions(self, periode: str, dokumen: str) -> dict[Alamat, Keputusan]:
        """The decided differences of a sheet."""
        rows = self._sql.execute(
            "SELECT wilayah, ukuran, seks, entri, softcopy, oleh, pada FROM keputusan"
            " WHERE periode = ? AND dokumen = ?",
            (periode, dokumen),
        )
        return {Alamat(w, u, s): Keputusan(e, c, o, p) for w, u, s, e, c, o, p in rows}

    def put_decision(self, periode: str, dokumen: str, alamat: Alamat, made: Keputusan) -> None:
        """Record that a difference was decided."""
        self._sql.execute(
            "INSERT OR REPLACE INTO keputusan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (periode, dokumen, *alamat, made.entri, made.softcopy, made.oleh, made.pada),
        )

    def drop_decision(self, periode: str, dokumen: str, alamat: Alamat) -> None:
        """Leave a difference undecided again."""
        self._sql.execute(
            "DELETE FROM keputusan"
            " WHERE periode = ? AND dokumen = ? AND wilayah = ? AND ukuran = ? AND seks = ?",
            (periode, dokumen, *alamat),
        )

    def notes(self, periode: str, dokumen: str) -> dict[Alamat, Catatan]:
        """The notes and flags of a sheet."""
        rows = self._sql.execute(
            "SELECT wilayah, ukuran, seks, teks, tanda FROM catatan"
            " WHERE periode = ? AND dokumen = ?",
            (periode, dokumen),
        )
        return {Alamat(w, u, s): Catatan(t, bool(f)) for w, u, s, t, f in rows}

    def put_note(self, periode: str, dokumen: str, alamat: Alamat, note: Catatan) -> None:
        """Set a cell's note and flag."""
        self._sql.execute(
            "INSERT OR REPLACE INTO catatan VALUES (?, ?, ?, ?, ?, ?, ?)",
            (periode, dokumen, *alamat, note.teks, note.tanda),
        )
