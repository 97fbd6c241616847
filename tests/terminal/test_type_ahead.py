"""Keys pressed before the program is ready belong to the screen that the keys before them open."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[2]
ESC, ENTER = "\x1b", "\r"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[PtyProgram]:
    """The program at the home screen of an empty store."""
    argv = [sys.executable, "-m", "civreg_tui", "--store", str(tmp_path / "kosong")]
    with PtyProgram(argv, cwd=ROOT) as program:
        program.wait_for("Bulan baru", 60)
        program.wait_quiet(timeout=60)
        yield program


@pytest.mark.parametrize("gap", [0.0, 0.05, 0.1, 0.15, 0.2, 0.25])
def test_a_key_after_the_esc_that_closes_a_dialog_is_the_screens(
    app: PtyProgram, gap: float
) -> None:
    app.send("n")
    app.wait_for("Buka bulan baru")
    app.wait_quiet()
    if gap:
        app.send(ESC)
        time.sleep(gap)
        app.send("qy")
    else:
        app.send(ESC + "qy")
    assert app.wait_exit() == 0


def test_a_whole_months_opening_typed_in_one_piece(app: PtyProgram) -> None:
    app.send("n2024-12" + ENTER + ENTER + ENTER)
    app.wait_for("1 Disposisi Kabid · Desember 2024")
    app.wait_quiet()
    app.send("\x1b[21~")
    app.wait_for("Disposisi dikirim kepada Kasi.", 20)
