"""The trail: append-only, chained, and every single tampering is found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civreg_tui.store.database import FILE_NAME
from civreg_tui.store.store import Store
from civreg_tui.store.trail import GENESIS, Peristiwa, chain_hash

FIELDS = tuple(field.name for field in fields(Peristiwa) if field.name != "no")
MAY_BE_NULL = {"periode", "lama", "baru"}


def event(n: int) -> Peristiwa:
    return Peristiwa(
        0, f"2025-01-06T01:00:{n:02d}.000+00:00", "budi", "staf", "tty1", "2024-12", "isi_sel",
        f"AK017/13.{n:02d}/wajib/jml", None if n % 2 else "1", str(n), "alasan", str(n),
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with ten events."""
    store = Store(tmp_path)
    for n in range(1, 11):
        with store.transaction():
            store.trail.append(event(n))
    store.close()
    return tmp_path


@pytest.fixture
def terbuka(folder: Path) -> Iterator[sqlite3.Connection]:
    """The file opened by somebody who took the triggers off."""
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as sql:
        sql.execute("DROP TRIGGER peristiwa_tetap")
        sql.execute("DROP TRIGGER peristiwa_utuh")
        sql.execute("PRAGMA foreign_keys = OFF")
        yield sql


def broken_at(folder: Path) -> int | None:
    store = Store(folder)
    result = store.trail.verify()
    store.close()
    assert result.ok == (result.broken_at is None)
    return result.broken_at


def test_an_untouched_trail_holds(folder: Path) -> None:
    store = Store(folder)
    result = store.trail.verify()
    assert (result.ok, result.events, result.broken_at) == (True, 10, None)
    assert result.head == store.trail.head() == list(store.trail.events())[-1].hash
    store.close()


def test_the_chain_can_be_recomputed_by_anybody(folder: Path) -> None:
    """An independent reading of the documented formula."""
    previous = "0" * 64
    with closing(sqlite3.connect(folder / FILE_NAME)) as sql:
        sql.row_factory = sqlite3.Row
        for row in sql.execute("SELECT * FROM peristiwa ORDER BY no"):
            body = {k: row[k] for k in row.keys() if k != "hash"}  # noqa: SIM118
            if not body.get("sebutan", "x"):
                del body["sebutan"]  # younger than the chain: hashed only where it says something
            text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            previous = sha256((previous + text).encode()).hexdigest()
            assert row["hash"] == previous


def test_an_empty_trail_holds(tmp_path: Path) -> None:
    store = Store(tmp_path)
    result = store.trail.verify()
    assert (result.ok, result.events, result.head) == (True, 0, GENESIS)
    store.close()


@pytest.mark.parametrize("sql", ["UPDATE peristiwa SET akun = 'x'", "DELETE FROM peristiwa",
                                 "UPDATE peristiwa SET no = no + 100"])  # fmt: skip
def test_the_store_itself_refuses_to_change_or_delete(folder: Path, sql: str) -> None:
    store = Store(folder)
    with pytest.raises(sqlite3.IntegrityError, match="jejak tidak boleh"):
        store.database.sql.execute(sql)
    store.close()
    assert broken_at(folder) is None


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("no", [1, 5, 10])
def test_a_changed_field_is_found(folder: Path, terbuka, field: str, no: int) -> None:
    terbuka.execute(f"UPDATE peristiwa SET {field} = 'diubah' WHERE no = ?", (no,))
    assert broken_at(folder) == no


def test_null_and_empty_are_not_the_same_to_the_chain(folder: Path, terbuka) -> None:
    terbuka.execute("UPDATE peristiwa SET lama = '' WHERE no = 3")
    assert broken_at(folder) == 3


def test_text_moved_from_one_field_to_the_next_is_found(folder: Path, terbuka) -> None:
    terbuka.execute("UPDATE peristiwa SET akun = akun || peran, peran = '' WHERE no = 4")
    assert broken_at(folder) == 4


@pytest.mark.parametrize("no", [1, 2, 6])
def test_a_deleted_event_is_found(folder: Path, terbuka, no: int) -> None:
    terbuka.execute("DELETE FROM peristiwa WHERE no = ?", (no,))
    assert broken_at(folder) == no


@pytest.mark.parametrize("kept", [0, 1, 9])
def test_a_cut_tail_is_found(folder: Path, terbuka, kept: int) -> None:
    terbuka.execute("DELETE FROM peristiwa WHERE no > ?", (kept,))
    assert broken_at(folder) == kept + 1


def test_a_lost_head_is_found(folder: Path, terbuka) -> None:
    terbuka.execute("DELETE FROM meta WHERE kunci = 'kepala'")
    assert broken_at(folder) == 11


def test_a_deletion_whose_gap_was_closed_is_found(folder: Path, terbuka) -> None:
    terbuka.execute("DELETE FROM peristiwa WHERE no = 4")
    terbuka.execute("UPDATE peristiwa SET no = no - 1 WHERE no > 4")
    assert broken_at(folder) == 4


@pytest.mark.parametrize(("a", "b"), [(1, 2), (3, 8), (9, 10)])
def test_two_events_changed_about_are_found(folder: Path, terbuka, a: int, b: int) -> None:
    terbuka.execute("UPDATE peristiwa SET no = -1 WHERE no = ?", (a,))
    terbuka.execute("UPDATE peristiwa SET no = ? WHERE no = ?", (a, b))
    terbuka.execute("UPDATE peristiwa SET no = ? WHERE no = -1", (b,))
    assert broken_at(folder) == a


def test_an_event_slipped_in_is_found(folder: Path, terbuka) -> None:
    columns = ", ".join(FIELDS)
    terbuka.execute(
        f"INSERT INTO peristiwa (no, {columns}) SELECT 11, {columns} FROM peristiwa WHERE no = 10"
    )
    assert broken_at(folder) == 11


def test_one_hash_made_to_fit_gives_the_next_away(folder: Path, terbuka) -> None:
    store = Store(folder)
    events = list(store.trail.events())
    store.close()
    changed = Peristiwa(**{**_fields(events[4]), "baru": "999", "hash": ""})
    digest = chain_hash(events[3].hash, changed)
    terbuka.execute("UPDATE peristiwa SET baru = '999', hash = ? WHERE no = 5", (digest,))
    assert broken_at(folder) == 6


def _fields(event_: Peristiwa) -> dict[str, object]:
    return {name: getattr(event_, name) for name in event_.__slots__}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.sampled_from(FIELDS), st.integers(1, 10), st.text(max_size=5) | st.none())
def test_any_change_of_any_field_is_found(folder: Path, field: str, no: int, value) -> None:
    """Whatever is written, the first event it stands in is named; nothing else is disturbed."""
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as sql:
        trigger = sql.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'peristiwa_tetap'"
        ).fetchone()[0]
        sql.execute("DROP TRIGGER peristiwa_tetap")
        old = sql.execute(f"SELECT {field} FROM peristiwa WHERE no = ?", (no,)).fetchone()[0]
        if value is None and field not in MAY_BE_NULL:
            value = ""
        sql.execute(f"UPDATE peristiwa SET {field} = ? WHERE no = ?", (value, no))
        assert broken_at(folder) == (None if value == old else no)
        sql.execute(f"UPDATE peristiwa SET {field} = ? WHERE no = ?", (old, no))
        sql.execute(trigger)
    assert broken_at(folder) is None


def test_events_of_one_month_and_after_a_number(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.transaction():
        for periode in ("2024-11", "2024-12", None, "2024-12"):
            store.trail.append(Peristiwa(**{**_fields(event(1)), "periode": periode}))
    assert [e.no for e in store.trail.events("2024-12")] == [2, 4]
    assert [e.no for e in store.trail.events("2024-12", after=2)] == [4]
    assert [e.no for e in store.trail.events(after=2)] == [3, 4]
    assert store.trail.next_number() == 5
    store.close()


def test_an_event_of_a_failed_act_leaves_no_trace(folder: Path) -> None:
    store = Store(folder)
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.trail.append(event(11))
        raise ZeroDivisionError
    assert store.trail.next_number() == 11
    assert store.trail.verify().ok
    store.close()


@pytest.mark.parametrize("bad", ["CAST(x'8141' AS TEXT)", "CAST(objek || x'ff' AS TEXT)"])
def test_an_event_that_is_no_text_any_more_is_named(folder: Path, terbuka, bad: str) -> None:
    terbuka.execute(f"UPDATE peristiwa SET objek = {bad} WHERE no = 3")
    assert broken_at(folder) == 3
