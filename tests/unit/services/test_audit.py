"""Whatever is changed in the store beside the program is found, and named where it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from civreg_tui.services.trail.audit import TERBANYAK, audit
from civreg_tui.services.workspace import Workspace


@pytest.fixture
def diubah(demo: Callable[[int], Workspace], salinan: Callable[[int], Path]):
    """The audit of a store at a step after some SQL was done to its file."""

    def change(step: int, *statements: str):
        ws = demo(step)
        with closing(sqlite3.connect(ws.store.database.path, isolation_level=None)) as sql:
            guards = _without_guards(sql)
            for statement in statements:
                assert sql.execute(statement).rowcount != 0, statement
            for name, declared in guards.items():
                if not any(name in statement for statement in statements):
                    sql.execute(declared)
        return audit(ws)

    return change


def _without_guards(sql: sqlite3.Connection) -> dict[str, str]:
    """Take the triggers away, as somebody with the file in hand can; returns how to put them."""
    rows = sql.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in rows:
        sql.execute(f"DROP TRIGGER {name}")
    return dict(rows)


@pytest.mark.parametrize("step", [1, 4, 6, 7])
def test_an_untouched_store_is_whole(demo, step: int) -> None:
    ws = demo(step)
    found = audit(ws)
    assert (found.ok, found.broken_at, found.differences) == (True, None, ())
    assert (found.events, found.head) == (ws.store.trail.next_number() - 1, ws.store.trail.head())


def test_a_figure_changed_directly_is_named_with_its_event(demo, diubah) -> None:
    where = "periode='2024-12' AND dokumen='AK017' AND wilayah='13.06' AND ukuran='wajib'"
    event, figure = (
        demo(5).store.database.sql.execute(f"SELECT no, angka FROM sel WHERE {where}").fetchone()
    )
    found = diubah(5, f"UPDATE sel SET angka = angka + 1 WHERE {where}")
    assert (found.ok, found.broken_at) == (False, event)
    assert found.differences == (
        f"sel 2024-12/AK017/13.06/wajib/jml: angka menurut jejak {figure}, tersimpan {figure + 1}",
    )


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("DELETE FROM sel WHERE periode='2024-12' AND wilayah='13.01' AND dokumen='ACERAI'"
         " AND ukuran='wajib'", "hilang dari simpanan"),
        ("INSERT INTO sel VALUES ('2024-12','ACERAI','13.01','terbit','jml',5,0,'ketik',1)",
         "tidak ada dalam jejak"),
        ("UPDATE sel SET asal='softcopy' WHERE no=(SELECT max(no) FROM sel WHERE asal='ketik')",
         "isi tidak menurut jejak"),
        ("UPDATE berkas SET keadaan='tervalidasi' WHERE periode='2024-12'",
         "keadaan menurut jejak sekretariat, tersimpan tervalidasi"),
        ("UPDATE softcopy SET isi=CAST('x' AS BLOB)", "softcopy"),
        ("UPDATE revisi SET isi=replace(isi, '1', '2')", "revisi"),
        ("UPDATE penyampaian SET isi=CAST('x' AS BLOB)", "penyampaian"),
        ("UPDATE revisi SET pada='2024-12-31T01:00:00.000+00:00'",
         "pada menurut jejak 2025-01-"),
        ("UPDATE penyampaian SET pada='kemarin'", "tersimpan kemarin"),
        ("INSERT INTO penjelasan VALUES ('2024-12','k','b','a','o','p')", "penjelasan"),
        ("UPDATE lembar SET rincian='lp' WHERE dokumen='ACERAI'", "lembar"),
        ("CREATE VIEW peristiwa_tetap AS SELECT 1", "susunan simpanan berubah: peristiwa_tetap"),
        ("CREATE TRIGGER x AFTER INSERT ON sel BEGIN UPDATE sel SET angka=0; END",
         "susunan simpanan berubah: x"),
    ],
)  # fmt: skip
def test_whatever_else_is_changed_is_named(diubah, sql: str, named: str) -> None:
    found = diubah(7, sql)
    assert not found.ok
    assert any(named in sentence for sentence in found.differences), found.differences


def test_very_many_differences_are_counted(diubah) -> None:
    found = diubah(5, "UPDATE sel SET angka = angka + 1 WHERE angka IS NOT NULL")
    assert len(found.differences) == TERBANYAK + 1
    assert found.differences[-1].startswith("dan ")


def test_a_broken_chain_is_told_first(diubah) -> None:
    found = diubah(
        5, "DELETE FROM peristiwa WHERE no = 7",
        "UPDATE sel SET angka = 1",
    )  # fmt: skip
    assert (found.ok, found.broken_at, found.differences) == (False, 7, ())
