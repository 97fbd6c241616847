"""Column headings that people taught, kept by the signature of the heading form."""

from __future__ import annotations

import sqlite3

from civreg_tui.domain.ajaran import BarisAjaran


class Lessons:
    """Reads and writes ``ajaran``."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def all(self) -> list[BarisAjaran]:
        """Every taught heading, form by form."""
        rows = self._sql.execute("SELECT * FROM ajaran ORDER BY contoh, tanda, judul")
        return [BarisAjaran(**dict(row)) for row in rows]

    def put(self, lesson: BarisAjaran) -> None:
        """Teach a heading, or teach it anew."""
        self._sql.execute(
            "INSERT OR REPLACE INTO ajaran VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                lesson.tanda,
                lesson.judul,
                lesson.ukuran,
                lesson.seks,
                lesson.contoh,
                lesson.oleh,
                lesson.pada,
            ),
        )

    def drop(self, tanda: str, judul: str) -> None:
        """Forget a taught heading."""
        self._sql.execute("DELETE FROM ajaran WHERE tanda = ? AND judul = ?", (tanda, judul))
