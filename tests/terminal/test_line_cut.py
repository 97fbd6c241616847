"""However the line to the user is cut, the draft is kept and no process stays behind."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[2]
DEMO = [sys.executable, "-m", "tests.terminal.demo_grid"]


def demo(*options: str, ignore_sighup: bool = False, **environ: str) -> PtyProgram:
    return PtyProgram([*DEMO, *options], cwd=ROOT, env=environ, ignore_sighup=ignore_sighup)


def hangup(program: PtyProgram) -> None:
    program.hangup()


def sighup(program: PtyProgram) -> None:
    program.kill(signal.SIGHUP)


def sigterm(program: PtyProgram) -> None:
    program.kill(signal.SIGTERM)


@pytest.mark.parametrize(
    ("cut", "ignored", "reasons"),
    [
        (hangup, False, ("SIGHUP", "terminal")),
        (hangup, True, ("SIGHUP", "terminal")),
        (sighup, True, ("SIGHUP",)),
        (sigterm, False, ("SIGTERM",)),
    ],
    ids=["closed terminal", "closed terminal, SIGHUP inherited ignored", "SIGHUP", "SIGTERM"],
)
def test_a_cut_line_keeps_the_draft_and_ends_the_program(
    cut: Callable[[PtyProgram], None], ignored: bool, reasons: tuple[str, ...], tmp_path: Path
) -> None:
    kept = tmp_path / "draft"
    with demo("--draft", str(kept), ignore_sighup=ignored) as program:
        program.wait_for("JUMLAH")
        program.wait_quiet()
        program.send("123")
        program.wait_until(lambda: "  123 " in program.screen_lines()[3], "the typed digits")
        cut(program)
        assert program.wait_exit() == 0
    reason, text = kept.read_text().split()
    assert reason in reasons
    assert text == "123"


def test_a_line_that_dies_while_it_is_written_to_ends_the_program_too(tmp_path: Path) -> None:
    kept = tmp_path / "draft"
    with demo("--draft", str(kept), ignore_sighup=True) as program:
        program.wait_for("JUMLAH")
        program.wait_quiet()
        program.send("t" * 40)
        program.hangup()
        assert program.wait_exit() == 0


def test_the_terminal_is_given_back_as_it_was() -> None:
    with demo() as program:
        tty = os.open(program.tty_name, os.O_RDWR | os.O_NOCTTY)
        program.wait_for("JUMLAH")
        program.wait_quiet()
        assert not termios.tcgetattr(tty)[1] & termios.ONLCR
        program.send("q")
        assert program.wait_exit() == 0
        assert termios.tcgetattr(tty)[1] & termios.ONLCR
        assert termios.tcgetattr(tty)[3] & termios.ECHO
        os.close(tty)
        assert program.raw.endswith(b"\x1b[?1049l")
        assert b"\x1b[?25l" not in program.raw


def test_suspended_and_resumed_the_screen_is_painted_afresh() -> None:
    with demo() as program:
        program.wait_for("JUMLAH")
        program.wait_quiet()
        program.send("77")
        program.wait_until(lambda: "   77 " in program.screen_lines()[3], "the typed digits")
        program.send("\x1b")
        program.wait_until(lambda: "   77 " not in program.screen_lines()[3], "the old figure")
        program.send("\x1a")
        program.wait_stopped()
        assert b"\x1b[?1049l" in program.bytes_since()
        program.screen.reset()
        os.kill(program.process.pid, signal.SIGCONT)
        program.wait_for("JUMLAH")
        program.wait_quiet()
        lines = program.screen_lines()
        assert lines[0].startswith("REKAP AKTA KELAHIRAN")
        assert lines[-1].startswith("F1 bantuan")
        assert not termios.tcgetattr(program.master)[1] & termios.ONLCR


def test_an_unexpected_error_ends_with_one_line_and_no_traceback() -> None:
    with demo() as program:
        program.wait_for("JUMLAH")
        program.wait_quiet()
        program.send("x")
        assert program.wait_exit() == 1
        after = program.raw.partition(b"\x1b[?1049l")[2].decode()
        lines = [line for line in after.replace("\a", "").splitlines() if line.strip()]
        assert lines == ["Program berhenti karena kesalahan: ZeroDivisionError: sengaja"]
