"""A bounded run of the torture, and proof that its judge would notice a loss."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from civreg_tui.config import Config
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.store.store import Store
from tests.torture.service import fresh_store, judge
from tests.torture.tally import Tally

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("kills", "real"), [(60, 0), (0, 3)], ids=["services", "program"])
def test_nothing_acknowledged_is_lost(kills: int, real: int) -> None:
    words = ["--kills", str(kills), "--real", str(real)]
    run = subprocess.run(
        [sys.executable, "-m", "tests.torture", *words],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"kills: {kills or real} " in run.stdout


def test_a_lost_cell_is_noticed(config: Config, tmp_path: Path) -> None:
    folder, tally = fresh_store(config, tmp_path / "s"), Tally()
    judge(config, folder, {"ani": ["! AK017/13.06/wajib/jml=5"]}, tally)
    assert tally.lost == ["ani: AK017/13.06/wajib/jml=5 was acknowledged and is not in the trail"]


def test_a_cell_that_differs_from_the_trail_is_noticed(config: Config, tmp_path: Path) -> None:
    folder, tally = fresh_store(config, tmp_path / "s"), Tally()
    store = Store(folder)
    with store.transaction():
        store.cells.put("2024-12", "AK017", Alamat("13.06", "wajib", "jml"), Isian(5), 1)
    store.close()
    judge(config, folder, {}, tally)
    assert len(tally.lost) == 1
    assert "simpanan berisi 5" in tally.lost[0]
