"""What was recorded, validated or delivered cannot be replaced through the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from civreg_tui.store.store import Store


@pytest.fixture
def store(salinan: Callable[[int], Path]) -> Iterator[Store]:
    made = Store(salinan(7))
    yield made
    made.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE peristiwa SET akun = 'x' WHERE no = 3",
        "UPDATE OR REPLACE peristiwa SET no = 4 WHERE no = 3",
        "DELETE FROM peristiwa WHERE no = 3",
        "INSERT OR REPLACE INTO peristiwa SELECT * FROM peristiwa WHERE no = 3",
        "INSERT INTO peristiwa SELECT * FROM peristiwa WHERE no = 3"
        " ON CONFLICT (no) DO UPDATE SET akun = 'x'",
        "UPDATE revisi SET isi = '{}'",
        "UPDATE revisi SET hash = 'x'",
        "UPDATE revisi SET oleh = 'x'",
        "DELETE FROM revisi",
        "INSERT OR REPLACE INTO revisi SELECT * FROM revisi",
        "UPDATE penyampaian SET isi = X'00'",
        "DELETE FROM penyampaian",
        "INSERT OR REPLACE INTO penyampaian SELECT * FROM penyampaian",
    ],
)
def test_the_store_refuses(store: Store, sql: str) -> None:
    before = _content(store)
    with pytest.raises(sqlite3.IntegrityError, match="tidak boleh"):
        store.database.sql.execute(sql)
    assert _content(store) == before
    assert store.trail.verify().ok


def _content(store: Store) -> list[list[tuple]]:
    tables = ("peristiwa", "revisi", "penyampaian")
    return [
        [tuple(row) for row in store.database.sql.execute(f"SELECT * FROM {table}")]
        for table in tables
    ]


def test_a_revision_falls_once_and_stays_fallen(store: Store) -> None:
    with store.transaction():
        store.records.void_revisions("2024-12", "2025-01-07")
    (fallen,) = store.records.revisions("2024-12")
    assert fallen.gugur == "2025-01-07"
    for value in ("NULL", "'2025-02-01'"):
        with pytest.raises(sqlite3.IntegrityError, match="revisi tidak boleh diubah"):
            store.database.sql.execute(f"UPDATE revisi SET gugur = {value}")
    assert store.records.revisions("2024-12") == [fallen]
