"""However the real program's line is cut: the draft is kept, no process and no litter stay."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from civreg_tui.domain.lembar import Alamat
from tests.terminal.ptydrive import PtyProgram, session_processes
from tests.terminal.real_program import FIRST_LINE, ROOT, open_entry, stored

PATIENCE = 60.0
Cut = Callable[[PtyProgram], None]


def closed(program: PtyProgram) -> None:
    program.hangup()


def sighup(program: PtyProgram) -> None:
    program.kill(signal.SIGHUP)


def sigterm(program: PtyProgram) -> None:
    program.kill(signal.SIGTERM)


WAYS = {
    "closed terminal": (closed, False),
    "closed terminal, SIGHUP inherited ignored": (closed, True),
    "SIGHUP": (sighup, False),
    "SIGTERM": (sigterm, False),
}


@pytest.fixture
def folder(salinan: Callable[[int], Path]) -> Path:
    return salinan(4)


@pytest.mark.parametrize(("cut", "ignored"), WAYS.values(), ids=WAYS)
def test_the_half_typed_cell_comes_back(cut: Cut, ignored: bool, folder: Path) -> None:
    with open_entry(folder, ignore_sighup=ignored) as program:
        program.send("157582\r1566")
        first = lambda: program.screen_lines()[FIRST_LINE]  # noqa: E731
        program.wait_until(lambda: " 1566 " in first(), "the typed digits", PATIENCE)
        cut(program)
        assert program.wait_exit(PATIENCE) == 0
        assert session_processes(program.process.pid) == []
    assert stored(folder) == {Alamat("13.01", "wajib", "jml"): 157_582}
    with open_entry(folder) as again:
        again.wait_for("belum tersimpan", PATIENCE)
        assert "1566 " in again.screen_lines()[FIRST_LINE]
        again.send("15\r")
        again.wait_for("156.615", PATIENCE)
    assert stored(folder)[Alamat("13.01", "memiliki", "jml")] == 156_615


@pytest.mark.parametrize(("cut", "ignored"), WAYS.values(), ids=WAYS)
def test_a_throw_away_demo_leaves_nothing_behind(cut: Cut, ignored: bool, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "civreg_tui", "demo", "--at", "4"]
    environ = {"TMPDIR": str(tmp_path)}
    with PtyProgram(command, cwd=ROOT, env=environ, ignore_sighup=ignored) as program:
        program.wait_for("Payakumbuh", PATIENCE)
        assert list(tmp_path.iterdir())
        program.send("157582\r99")
        program.wait_for("157.582", PATIENCE)
        cut(program)
        assert program.wait_exit(PATIENCE) == 0
        assert session_processes(program.process.pid) == []
    assert list(tmp_path.iterdir()) == []
