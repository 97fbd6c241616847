"""Several people on one store: what others did, who is where, who holds a lock or a review."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.month.hold import held_by, hold, holder, release, release_for
from civreg_tui.services.people import presence
from civreg_tui.services.people.presence import Hadir, arrive, in_words, leave, others
from civreg_tui.services.people.watch import Pengamat
from civreg_tui.services.people.watch import in_words as kabar_kata
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import StoreBermasalah
from civreg_tui.store.store import Store
from tests.unit.services.bantu import ALASAN, BULAN, ditolak, peristiwa, sebagai, sel


@pytest.fixture
def berdua(demo, config, jam):
    """Ani and Siti, each with a connection of her own."""
    ani = sebagai(demo(4), "staf", akun="ani")
    siti = sebagai(Workspace(config, Store(ani.store.folder), clock=jam), "staf", akun="siti")
    yield ani, siti
    siti.close()


def test_nothing_is_read_while_nobody_writes(berdua, monkeypatch) -> None:
    ani, _ = berdua
    watcher = Pengamat(ani)
    monkeypatch.setattr(type(ani.store.trail), "events", lambda *a, **k: pytest.fail("read"))
    assert [watcher.look().berubah for _ in range(3)] == [False] * 3


def test_the_other_one_s_acts_are_told_once_and_the_own_are_not(berdua) -> None:
    ani, siti = berdua
    watcher = Pengamat(ani)
    commit_cell(ani, BULAN, "AK017", sel("13.01"), Isian(1))
    assert watcher.look().peristiwa == ()
    commit_cell(siti, BULAN, "AK017", sel("13.02"), Isian(2))
    commit_cell(siti, BULAN, "ACERAI", sel("13.02"), Isian(2))
    found = watcher.look()
    assert [e.objek for e in found.peristiwa] == ["AK017/13.02/wajib/jml", "ACERAI/13.02/wajib/jml"]
    assert kabar_kata(found.peristiwa) == "siti mengisi 2 sel ACERAI, AK017."
    assert not watcher.look().berubah


def test_different_cells_do_not_collide_and_the_same_cell_is_told(berdua) -> None:
    ani, siti = berdua
    seen = Isian()
    commit_cell(siti, BULAN, "AK017", sel("13.01"), Isian(5), seen=seen)
    commit_cell(ani, BULAN, "AK017", sel("13.02"), Isian(6), seen=seen)
    with pytest.raises(Ditolak, match="baru diisi 5 oleh siti"):
        commit_cell(ani, BULAN, "AK017", sel("13.01"), Isian(7), seen=seen)


# -- who is where --------------------------------------------------------------------------------


def test_oneself_is_not_among_the_others(berdua) -> None:
    ani, _ = berdua
    arrive(ani, "4 Entri", BULAN)
    assert others(ani) == ()


def announce(ws: Workspace, pid: int, mulai: str) -> None:
    row = Hadir("siti", "4 Entri", BULAN, "tty2", pid, mulai, ws.now())
    with ws.store.transaction():
        ws.store.preferences.put_habit("siti", f"hadir.{pid}", presence.dump(row))


@pytest.mark.parametrize("table", ["/proc", "/tidak/ada"])
def test_a_living_process_is_shown_and_a_dead_one_is_not(berdua, monkeypatch, table: str) -> None:
    monkeypatch.setattr(presence, "PROC", Path(table))
    ani, siti = berdua
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        announce(siti, process.pid, presence.started(process.pid))
        (seen,) = others(ani)
        assert in_words(seen) == f"siti di 4 Entri {BULAN}"
    finally:
        process.communicate(b"\n")
    assert others(ani) == ()
    leave(ani)
    assert ani.store.preferences.habits("hadir.") == []


@pytest.mark.parametrize("table", ["/proc", "/tidak/ada"])
@pytest.mark.parametrize("began", ["1", ""])
def test_a_number_given_out_again_is_nobody(berdua, monkeypatch, table: str, began: str) -> None:
    monkeypatch.setattr(presence, "PROC", Path(table))
    ani, siti = berdua
    announce(siti, os.getppid(), began)
    assert others(ani) == ()


def test_looking_sends_no_signal(monkeypatch) -> None:
    """Windows takes signal 0 for Ctrl+C."""
    monkeypatch.setattr(os, "kill", lambda *a: pytest.fail("signal"))
    assert presence.lives(os.getpid(), presence.started(os.getpid()))


def test_an_auditor_is_not_announced(berdua) -> None:
    ani, _ = berdua
    arrive(sebagai(ani, "auditor"), "4 Entri", BULAN)
    assert ani.store.preferences.habits("hadir.") == []


# -- a lock that stays ---------------------------------------------------------------------------

HOLD = """
import sys, sqlite3, time
sql = sqlite3.connect(sys.argv[1], isolation_level=None)
sql.execute("BEGIN IMMEDIATE")
sql.execute("INSERT OR REPLACE INTO setelan VALUES ('siti', 'x', '1')")
print("siap", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="needs /proc/locks")
def test_a_lock_names_the_person_and_the_way_out(berdua) -> None:
    ani, siti = berdua
    holder_ = subprocess.Popen(
        [sys.executable, "-c", HOLD, ani.store.database.path], stdout=subprocess.PIPE, text=True
    )
    try:
        announce(siti, holder_.pid, presence.started(holder_.pid))
        assert holder_.stdout is not None
        assert holder_.stdout.readline() == "siap\n"
        ani.store.database.sql.execute("PRAGMA busy_timeout = 50")
        started = time.monotonic()
        with pytest.raises(StoreBermasalah) as told, ani.store.transaction():
            pass
        assert time.monotonic() - started < 30
    finally:
        holder_.kill()
        holder_.communicate()
    line = str(told.value)
    assert f"sedang dipakai siti (proses {holder_.pid}). Tunggu sebentar lalu ulangi" in line
    assert f"minta admin mengakhiri proses {holder_.pid}. Tidak ada yang berubah." in line
    with ani.store.transaction():
        pass  # a killed holder holds nothing


# -- a review that was left ----------------------------------------------------------------------


REVIEW = """
import sys, pathlib
from civreg_tui.config import load_config
from civreg_tui.services.month.hold import hold, release
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
who = Pelaku("kasi1", frozenset({"kasi"}), "uji")
ws = Workspace(load_config(), Store(pathlib.Path(sys.argv[1])), pelaku=who)
hold(ws, "2024-12")
print("held", flush=True)
sys.stdin.readline()
release(ws, "2024-12")
"""


@contextmanager
def sesi_lain(ws: Workspace) -> Iterator[subprocess.Popen[str]]:
    """Another session, of kasi1, that has the review open and leaves it when told."""
    words = [sys.executable, "-c", REVIEW, str(ws.store.folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as kasi:
        assert kasi.stdout is not None
        assert kasi.stdout.readline() == "held\n"
        try:
            yield kasi
        finally:
            kasi.kill()


def di_pemeriksaan(demo) -> Workspace:
    ws = sebagai(demo(5), "kasi", akun="kasi1")
    ws.clock = lambda: datetime.now(UTC)
    return ws


def test_a_killed_program_holds_no_review(demo) -> None:
    ws = di_pemeriksaan(demo)
    with sesi_lain(ws):
        assert holder(ws, BULAN).akun == "kasi1"
    assert holder(ws, BULAN) is None


@pytest.mark.parametrize("how", ["it leaves", "it dies"])
def test_a_stale_session_does_not_free_what_the_same_account_has_open(demo, how: str) -> None:
    # GIVEN a Kasi whose line broke, and who opened the review again
    ws = di_pemeriksaan(demo)
    with sesi_lain(ws) as stale:
        hold(ws, BULAN)
        # WHEN the session left behind ends at last
        if how == "it leaves":
            stale.communicate("\n")
    # THEN the review is still theirs
    assert holder(ws, BULAN).akun == "kasi1"
    assert "kasi1" in held_by(ws, BULAN)
    release(ws, BULAN)
    assert holder(ws, BULAN) is None


def test_leaving_one_session_keeps_the_review_of_the_other(demo) -> None:
    ws = di_pemeriksaan(demo)
    with sesi_lain(ws):
        since = holder(ws, BULAN).sejak
        hold(ws, BULAN)
        assert holder(ws, BULAN).sejak == since
        release(ws, BULAN)
        assert holder(ws, BULAN).akun == "kasi1"
        # THEN the admin frees the month of every session
        assert release_for(sebagai(ws, "admin"), BULAN, ALASAN) == "kasi1"
        assert holder(ws, BULAN) is None


def test_the_admin_releases_a_review_with_a_reason(demo) -> None:
    ws = sebagai(demo(5), "kasi", akun="kasi1")
    assert hold(ws, BULAN) is None
    sebagai(ws, "kasi", akun="kasi2")
    ditolak(ws, release_for, ws, BULAN, ALASAN, aksi="lepas_pemeriksaan")
    sebagai(ws, "admin", akun="admin1")
    with pytest.raises(Ditolak, match="perlu alasan"):
        release_for(ws, BULAN, "x")
    assert release_for(ws, BULAN, ALASAN) == "kasi1"
    assert holder(ws, BULAN) is None
    done = peristiwa(ws, "lepas_pemeriksaan")[-1]
    assert (done.akun, done.objek, done.alasan) == ("admin1", "kasi1", ALASAN)
    with pytest.raises(Ditolak, match="Tidak ada yang sedang memeriksa"):
        release_for(ws, BULAN, ALASAN)
