"""Processes that write at the same time, and processes that die while they write."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.store.store import Store

AKAR = Path(__file__).parents[3]
BULAN, DOKUMEN = "2024-12", "AK017"
KALI = 30
"""How many times the keying process is killed."""


def start(folder: Path, akun: str, wilayah: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.unit.store.pengentri", str(folder), akun, wilayah]
    return subprocess.Popen(
        [*command, str(count)], cwd=AKAR, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def cell(wilayah: str) -> Alamat:
    return Alamat(wilayah, "wajib", "jml")


def test_two_processes_key_at_once_and_nothing_is_lost(salinan: Callable[[int], Path]) -> None:
    folder, count = salinan(4), 60
    before = Store(folder)
    events = before.trail.next_number()
    before.close()
    running = [start(folder, "ani", "13.01", count), start(folder, "budi", "13.02", count)]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
        assert out.split() == ["siap", *map(str, range(1, count + 1))]
    store = Store(folder)
    cells = store.cells.of(BULAN, DOKUMEN)
    assert cells[cell("13.01")] == cells[cell("13.02")] == Isian(count)
    assert store.trail.verify().ok
    assert store.trail.next_number() == events + 2 * count
    keyed = [e for e in store.trail.events(BULAN, after=events - 1) if e.aksi == "isi_sel"]
    assert {e.akun for e in keyed} == {"ani", "budi"}
    assert len({e.kelompok for e in keyed}) == 2 * count
    store.close()


def test_two_processes_open_a_new_store_at_once(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from civreg_tui.store.store import Store\n"
        "sys.stdin.readline()\n"
        "Store(pathlib.Path(sys.argv[1])).close()\n"
    )
    for attempt in range(3):
        folder = tmp_path / str(attempt)
        running = [
            subprocess.Popen(
                [sys.executable, "-c", script, folder],
                stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for _ in range(4)
        ]  # fmt: skip
        for process in running:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        assert [p.communicate(timeout=30)[1] for p in running] == [""] * 4
        store = Store(folder)
        assert store.months.all() == []
        store.close()


def test_a_process_killed_while_keying_loses_nothing_it_acknowledged(
    salinan: Callable[[int], Path],
) -> None:
    folder, chance = salinan(4), random.Random(13)
    acknowledged = 0
    for _ in range(KALI):
        process = start(folder, "ani", "13.01", 10**6)
        assert process.stdout is not None
        assert process.stdout.readline() == "siap\n"
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        lines = process.communicate()[0].split("\n")
        acknowledged = max([acknowledged, *(int(n) for n in lines[:-1] if n)])
        kept = _kept(folder)
        # at most the one commit whose acknowledgement the kill swallowed comes on top
        assert acknowledged <= kept <= acknowledged + 1
        acknowledged = kept
    assert acknowledged > KALI
    store = Store(folder)
    keyed = [e for e in store.trail.events(BULAN) if e.akun == "ani" and e.aksi == "isi_sel"]
    assert len(keyed) == acknowledged
    store.close()


def _kept(folder: Path) -> int:
    store = Store(folder)
    assert store.trail.verify().ok
    assert store.database.sql.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    value = store.cells.of(BULAN, DOKUMEN).get(cell("13.01"), Isian()).angka or 0
    store.close()
    return value


@pytest.mark.parametrize("moment", range(1, 12))
def test_a_store_made_by_another_program_while_this_one_looks_is_ours(
    tmp_path, monkeypatch, moment: int
) -> None:
    connect, left = sqlite3.connect, [moment]

    class Between(sqlite3.Connection):
        """Has another program make the store just before its so-and-so-many-th statement."""

        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            left[0] -= 1
            if left[0] == 0 and not self.in_transaction:  # once it writes, others wait
                monkeypatch.setattr(sqlite3, "connect", connect)
                Store(tmp_path).close()
            return super().execute(sql, *values)

    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Between, **k))
    opened = Store(tmp_path)
    assert opened.trail.next_number() == 1
    opened.close()
