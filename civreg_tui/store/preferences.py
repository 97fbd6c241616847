"""Targets entered by the Kabid, the store's own marks, and each account's habits."""

from __future__ import annotations

import sqlite3

from civreg_tui.domain.laporan import Sasaran


class Preferences:
    """Reads and writes ``sasaran``, ``meta`` and ``setelan``."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def targets(self) -> list[Sasaran]:
        """The targets that were entered, in hundredths of a percent."""
        rows = self._sql.execute("SELECT * FROM sasaran ORDER BY tahun, dokumen")
        return [Sasaran(**{**dict(row), "negatif": bool(row["negatif"])}) for row in rows]

    def put_target(self, target: Sasaran) -> None:
        """Enter or replace a document's targets of a year."""
        self._sql.execute(
            "INSERT OR REPLACE INTO sasaran VALUES (?, ?, ?, ?, ?, ?)",
            (
                target.dokumen,
                target.tahun,
                target.target,
                target.renstra,
                target.nasional,
                target.negatif,
            ),
        )

    def mark(self, key: str) -> str | None:
        """One of the store's own marks (``demo``), or None."""
        row = self._sql.execute("SELECT nilai FROM meta WHERE kunci = ?", (key,)).fetchone()
        return row["nilai"] if row else None

    def put_mark(self, key: str, value: str) -> None:
        """Set one of the store's own marks."""
        self._sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def habit(self, akun: str, key: str) -> str | None:
        """Something remembered for an account (path, draft, last cell), or None."""
        row = self._sql.execute(
            "SELECT nilai FROM setelan WHERE akun = ? AND kunci = ?", (akun, key)
        ).fetchone()
        return row["nilai"] if row else None

    def habits(self, beginning: str) -> list[str]:
        """What is remembered under keys that begin so, of all accounts, by account and key."""
        rows = self._sql.execute(
            "SELECT nilai FROM setelan WHERE substr(kunci, 1, ?) = ? ORDER BY akun, kunci",
            (len(beginning), beginning),
        )
        return [row["nilai"] for row in rows]

    def put_habit(self, akun: str, key: str, value: str | None) -> None:
        """Remember something for an account; None forgets it."""
        if value is None:
            self._sql.execute("DELETE FROM setelan WHERE akun = ? AND kunci = ?", (akun, key))
            return
        self._sql.execute("INSERT OR REPLACE INTO setelan VALUES (?, ?, ?)", (akun, key, value))
