"""The content of all tables that the trail accounts for, for holding two stores side by side."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

_KOLOM: dict[str, str] = {
    "berkas": "periode, acuan, keadaan, definisi, contoh",
    "lembar": "periode, dokumen, rincian, acuan, kelompok, contoh",
    "sel": "periode, dokumen, wilayah, ukuran, seks, angka, nihil, asal, no",
    "kendali": "periode, dokumen, ukuran, seks, angka",
    "softcopy": "periode, sha256, isi, oleh, pengirim",
    "keputusan": "periode, dokumen, wilayah, ukuran, seks, entri, softcopy, oleh",
    "penjelasan": "periode, kunci, bukti, alasan, oleh",
    "pengembalian": "id, periode, aksi, alasan, sel, oleh, dijawab IS NULL",
    "revisi": "periode, no, kode, hash, isi, oleh, gugur IS NULL",
    "sasaran": "dokumen, tahun, target, renstra, nasional, negatif",
    "naskah": "periode, bagian, teks, susunan, oleh",
    "penyampaian": "periode, no, revisi, sha256, isi, oleh",
    "isian": "periode, jenis, isi",
    "catatan": "periode, dokumen, wilayah, ukuran, seks, teks, tanda",
    "ajaran": "tanda, judul, ukuran, seks, contoh, oleh",
    "verifikasi": "periode, dokumen, wilayah, ukuran, seks, hasil, pertama, pertama_nihil,"
    " nilai, nilai_nihil, salah, no",
    "peristiwa": "no, hash",
}
"""Moments (``pada``) are left out: the event's own time is the one on record."""

_KUNCI = {
    "berkas": 1, "lembar": 2, "sel": 5, "kendali": 4, "softcopy": 2, "keputusan": 5,
    "penjelasan": 2, "pengembalian": 1, "revisi": 2, "sasaran": 2, "naskah": 2, "penyampaian": 2,
    "isian": 2, "catatan": 5, "ajaran": 2, "verifikasi": 5, "peristiwa": 1,
}  # fmt: skip
"""How many of the columns, from the left, name a row."""

_SAAT = {
    "keputusan": ("pada",), "penjelasan": ("pada",), "pengembalian": ("pada", "dijawab"),
    "revisi": ("pada", "gugur"), "naskah": ("pada",), "penyampaian": ("pada",), "ajaran": ("pada",),
}  # fmt: skip
"""Moments that the services write in the same act as the event."""

Isi = dict[str, list[tuple[Any, ...]]]


def snapshot(sql: sqlite3.Connection) -> Isi:
    """Every accounted table's rows in a fixed order."""
    return {name: _rows(sql, name, columns) for name, columns in _KOLOM.items()}


def changed_rows(
    ours: Isi, theirs: Isi
) -> Iterator[tuple[str, tuple[Any, ...], tuple[Any, ...] | None, tuple[Any, ...] | None]]:
    """(table, key, our row, their row) for every row in which two contents differ."""
    for name, width in _KUNCI.items():
        mine = {row[:width]: row for row in ours[name]}
        other = {row[:width]: row for row in theirs[name]}
        for key in sorted(mine.keys() | other.keys(), key=repr):
            if mine.get(key) != other.get(key):
                yield name, key, mine.get(key), other.get(key)


def moments(sql: sqlite3.Connection) -> dict[tuple[str, str, str], str]:
    """When rows were written, by table, row and column; only those of an event's own act."""
    found: dict[tuple[str, str, str], str] = {}
    for name, columns in _SAAT.items():
        keys = ", ".join(_KOLOM[name].split(", ")[: _KUNCI[name]])
        for row in sql.execute(f"SELECT {', '.join(columns)}, {keys} FROM {name}"):
            where = "/".join(str(part) for part in tuple(row)[len(columns) :])
            found |= {(name, where, c): row[c] for c in columns if row[c] is not None}
    return found


def structure(sql: sqlite3.Connection) -> dict[str, str]:
    """The tables, indexes and triggers by name, each as it was declared."""
    rows = sql.execute("SELECT name, type, tbl_name, sql FROM sqlite_schema")
    return {row[0]: repr(tuple(row)) for row in rows}


def _rows(sql: sqlite3.Connection, name: str, columns: str) -> list[tuple[Any, ...]]:
    rows = (tuple(row) for row in sql.execute(f"SELECT {columns} FROM {name}"))
    if name == "isian":
        rows = ((periode, jenis, _timeless(isi)) for periode, jenis, isi in rows)
    return sorted(rows, key=repr)


def _timeless(text: str) -> str:
    """A form's JSON without the moments inside it; a spoilt one as it stands."""
    try:
        return json.dumps(_without_moments(json.loads(text)), sort_keys=True)
    except ValueError:
        return text


def _without_moments(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_moments(v) for k, v in value.items() if k != "pada"}
    return [_without_moments(v) for v in value] if isinstance(value, list) else value
