"""A power cut, made from what the program really wrote and synced: nothing acknowledged is lost."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.store.store import Store
from tests.unit.store.disk_trace import STRACE, Bytes, Disk

ROOT = Path(__file__).parents[3]
CELL = Alamat("13.01", "wajib", "jml")
FIGURES = 24
BEFORE_CHECKPOINT = 12
"""Pages after which the log is written back, so that the main file is cut short too."""


def _strace_works() -> bool:
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True, check=False)
    return done.returncode == 0


pytestmark = pytest.mark.skipif(not _strace_works(), reason="strace is missing or not permitted")


@pytest.fixture
def traced(salinan: Callable[[int], Path], tmp_path: Path) -> tuple[Disk, Path]:
    """The disk before, and the log of a program that keyed figures and said so after each."""
    folder, log = salinan(4), tmp_path / "log"
    disk = Disk(folder)
    keying = (
        "import civreg_tui.store.database as d, sys\n"
        "real = d.Database._prepare\n"
        "def often(self):\n"
        "    real(self)\n"
        f"    self.sql.execute('PRAGMA wal_autocheckpoint = {BEFORE_CHECKPOINT}')\n"
        "d.Database._prepare = often\n"
        "from tests.unit.store.pengentri import main\n"
        "main(*sys.argv[1:])\n"
    )
    words = [sys.executable, "-c", keying, str(folder), "ani", "13.01", str(FIGURES)]
    done = subprocess.run([*STRACE, log, *words], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return disk, log


def acknowledged(disk: Disk) -> int:
    """The last figure that the program had said to be kept."""
    return max((int(word) for word in disk.said.split() if word.isdigit()), default=0)


def test_every_acknowledged_cell_outlives_a_power_cut_at_any_moment(
    traced: tuple[Disk, Path], tmp_path: Path
) -> None:
    disk, log = traced
    chance, cuts, torn = random.Random(7), 0, 0
    for call in disk.calls(log):
        if call not in {"pwrite64", "write", "fsync", "fdatasync"} or chance.random() > 0.3:
            continue
        pending = sum(len(one.pending) for one in disk.files.values())
        place = tmp_path / f"cut{cuts}"
        disk.cut(place, chance)
        kept = _kept(place)
        shutil.rmtree(place)
        assert acknowledged(disk) <= kept <= acknowledged(disk) + 1
        cuts, torn = cuts + 1, torn + bool(pending)
    assert acknowledged(disk) == FIGURES
    assert cuts > FIGURES
    assert torn > FIGURES / 4, "hardly a cut met unsynced writes"


def _kept(folder: Path) -> int:
    """The figure that stands after the power is back; the store opens and its trail holds."""
    store = Store(folder)
    assert store.database.sql.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert store.trail.verify().ok
    figure = store.cells.of("2024-12", "AK017").get(CELL, Isian()).angka or 0
    store.close()
    return figure


def test_a_store_that_does_not_sync_would_be_found_out(
    traced: tuple[Disk, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bytes, "sync", lambda self: None)
    disk, log = traced
    for _ in disk.calls(log):
        pass
    for one in disk.files.values():
        one.pending.clear()  # none of what was never synced is there
    disk.cut(tmp_path / "cut", random.Random(1))
    assert _kept(tmp_path / "cut") < acknowledged(disk)
