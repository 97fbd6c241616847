"""Any byte of the store file changed: found on opening, by the check or the audit, or harmless.

Harmless is only what the record does not rest on: room that no row uses, bookkeeping of the
engine, less than two minutes in a moment inside a row (the event has its own), habits and marks.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from civreg_tui.config import Config
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.trail.audit import audit
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.copies import check_copy
from civreg_tui.store.database import FILE_NAME, StoreBermasalah
from civreg_tui.store.snapshot import snapshot, structure
from civreg_tui.store.store import Store

FLIPS = 2000 if os.environ.get("CIVREG_HYPOTHESIS") == "search" else 150
AUDITOR = Pelaku("rina", frozenset({"auditor"}), "uji")


@pytest.fixture(scope="module")
def kecil(cetakan: Callable[[int], Path], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store's bytes with one month of every kind of row, small enough to hit them often."""
    place = tmp_path_factory.mktemp("kecil")
    shutil.copytree(cetakan(7), place, dirs_exist_ok=True)
    with closing(sqlite3.connect(place / FILE_NAME)) as sql:
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (place / FILE_NAME).read_bytes()


def _content(folder: Path) -> object:
    with closing(Store(folder)) as store:
        sql = store.database.sql
        events = [replace(event) for event in store.trail.events()]
        return structure(sql), snapshot(sql), events, store.preferences.mark("kepala")


def _found(config: Config, folder: Path) -> str:
    """Where the change was noticed; empty where it was not. Every error has one line."""
    try:
        with closing(Store(folder)) as store:
            made = audit(Workspace(config, store, pelaku=AUDITOR))
            if not made.ok:
                return f"audit: {'isi' if made.differences else 'jejak'}"
            check_copy(folder / FILE_NAME)
            return ""
    except StoreBermasalah as told:
        assert "\n" not in str(told)
        return "dibuka atau dibaca"


@pytest.mark.parametrize("bit", [0, 5, 7])
def test_a_byte_of_an_event_s_own_row_names_that_event(
    config: Config, kecil: bytes, tmp_path: Path, bit: int
) -> None:
    """The seventh bit makes it no text at all; the event is named all the same."""
    folder, chance = tmp_path / "s", random.Random(bit)
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(kecil)
    with closing(Store(folder)) as store:
        events = chance.sample(list(store.trail.events()), 12)
    for event in events:
        place = kecil.index(event.hash.encode()) + chance.randrange(64)
        data = bytearray(kecil)
        data[place] ^= 1 << bit
        (folder / FILE_NAME).write_bytes(data)
        with closing(Store(folder)) as store:
            made = audit(Workspace(config, store, pelaku=AUDITOR))
        assert (made.ok, made.broken_at) == (False, event.no)


def test_any_single_changed_byte_is_found_or_harmless(
    config: Config, kecil: bytes, tmp_path: Path
) -> None:
    folder, chance, seen = tmp_path / "s", random.Random(FLIPS), Counter[str]()
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(kecil)
    whole = _content(folder)
    for _ in range(FLIPS):
        data = bytearray(kecil)
        place = chance.randrange(len(data))
        data[place] ^= chance.randrange(1, 256)
        for left in folder.iterdir():
            left.unlink()
        (folder / FILE_NAME).write_bytes(data)
        where = _found(config, folder) or "tidak berarti"
        seen[where] += 1
        if where == "tidak berarti":
            assert _content(folder) == whole, f"byte {place}: changed the record unseen"
    assert seen.total() == FLIPS
    print(dict(seen))  # for the note: pytest -s
