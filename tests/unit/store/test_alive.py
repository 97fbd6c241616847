"""Damage is met by a closed door, another version by a stop, and backups come dated and few."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from civreg_tui.cli import run
from civreg_tui.store.copies import check_copy, dated, write_dated
from civreg_tui.store.database import FILE_NAME, StoreBermasalah
from civreg_tui.store.store import Store

SAAT = datetime(2025, 1, 6, 21, 0, tzinfo=UTC)


def damage(folder: Path) -> bytes:
    """Spoil pages in the middle, as a failing disk does; gives what the file holds then."""
    path = folder / FILE_NAME
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    for page in range(4, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 200] = b"\x07" * 200
    path.write_bytes(data)
    return bytes(data)


def test_a_damaged_store_is_not_opened_and_the_way_back_is_told(salinan) -> None:
    folder = salinan(4)
    backup, _ = write_dated(folder, folder / "cadangan", 3, SAAT)
    spoilt = damage(folder)
    with pytest.raises(StoreBermasalah) as told:
        Store(folder)
    line = str(told.value)
    assert re.search(r"rusak dan tidak dibuka; jejak(nya utuh| rusak mulai peristiwa \d+)", line)
    assert f"civreg-tui restore {backup} --store {folder}-pulih." in line
    assert (folder / FILE_NAME).read_bytes() == spoilt


def test_the_way_back_that_is_told_works(salinan) -> None:
    folder = salinan(4)
    write_dated(folder, folder / "cadangan", 3, SAAT)
    spoilt, _ = write_dated(folder, folder / "cadangan", 3, SAAT + timedelta(days=1))
    spoilt.write_bytes(spoilt.read_bytes()[: 20 * 4096])
    damage(folder)
    with pytest.raises(StoreBermasalah) as told:
        Store(folder)
    words = shlex.split(str(told.value).partition("civreg-tui ")[2].rstrip("."))
    assert "civreg-20250106-210000.db" in words[1], "the newest that is whole"
    assert run(words) == 0
    restored = Store(Path(words[-1]))
    assert restored.trail.verify().ok
    restored.close()


def test_a_damaged_store_whose_log_was_not_written_back_stays_as_it_is(salinan) -> None:
    folder = salinan(4)
    store = Store(folder)
    with store.transaction():
        store.preferences.put_mark("x", "y")
    files = {name: (folder / name).read_bytes() for name in (FILE_NAME, f"{FILE_NAME}-wal")}
    store.close()
    files[FILE_NAME] = files[FILE_NAME][: 30 * 4096] + b"\7" * (len(files[FILE_NAME]) - 30 * 4096)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with pytest.raises(StoreBermasalah, match="rusak dan tidak dibuka"):
        Store(folder)
    assert {name: (folder / name).read_bytes() for name in files} == files


def test_a_store_whose_first_bytes_are_spoilt_is_known_as_ours(salinan) -> None:
    folder = salinan(4)
    path = folder / FILE_NAME
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(b"\0" * 16 + path.read_bytes()[16:])
    with pytest.raises(StoreBermasalah, match="rusak dan tidak dibuka"):
        Store(folder)


def test_without_a_backup_at_hand_the_line_still_says_how(salinan) -> None:
    folder = salinan(4)
    damage(folder)
    with pytest.raises(StoreBermasalah, match="Tidak ada cadangan utuh"):
        Store(folder)


def test_backups_are_dated_verified_and_few(salinan, tmp_path: Path) -> None:
    folder, place = salinan(4), tmp_path / "cadangan"
    place.mkdir()
    (place / "civreg-penting.db").write_text("bukan cadangan bertanggal")
    for day in range(5):
        made, gone = write_dated(folder, place, 3, SAAT + timedelta(days=day))
        check_copy(made)
        assert len(gone) == (1 if day >= 3 else 0)
    assert [p.name for p in dated(place)] == [
        f"civreg-202501{d}-210000.db" for d in ("10", "09", "08")
    ]
    assert (place / "civreg-penting.db").exists()
    write_dated(folder, place, 0, SAAT)
    assert len(dated(place)) == 4


def test_a_backup_that_fails_removes_nothing(salinan, tmp_path: Path) -> None:
    folder, place = salinan(4), tmp_path / "cadangan"
    write_dated(folder, place, 1, SAAT)
    damage(folder)
    with pytest.raises(StoreBermasalah):
        write_dated(folder, place, 1, SAAT + timedelta(days=1))
    assert [p.name for p in dated(place)] == ["civreg-20250106-210000.db"]


def test_an_older_program_that_ran_on_writes_no_more(salinan: Callable[[int], Path]) -> None:
    folder = salinan(4)
    old = Store(folder)
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as newer:
        version = newer.execute("PRAGMA user_version").fetchone()[0]
        newer.execute(f"PRAGMA user_version = {version + 1}")
    before = old.trail.next_number()
    with pytest.raises(StoreBermasalah, match="Tutup program lalu buka lagi"), old.transaction():
        old.preferences.put_mark("x", "y")
    assert old.preferences.mark("x") is None
    assert old.trail.next_number() == before
    old.close()
