"""The harness itself: it must tell apart what was shown, what rests and what ended."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.terminal.ptydrive import PtyProgram, Waited

ECHO = """
import sys, tty
tty.setraw(0)
sys.stdout.write("\\x1b[2J\\x1b[Hready\\x1b[?2026$p")
sys.stdout.flush()
while True:
    key = sys.stdin.read(1)
    if key == "q":
        sys.exit(3)
    sys.stdout.write("\\x1b[2;1H<" + key + ">")
    sys.stdout.flush()
"""


def echo(**options: object) -> PtyProgram:
    return PtyProgram([sys.executable, "-c", ECHO], **options)  # type: ignore[arg-type]


def test_a_key_changes_the_screen_and_its_bytes_are_counted() -> None:
    with echo() as program:
        program.wait_for("ready")
        program.wait_quiet()
        program.send("a")
        program.wait_quiet(output=True)
        assert program.screen_lines()[:2] == ["ready", "<a>"]
        assert program.bytes_since() == b"\x1b[2;1H<a>"
        assert program.cursor == (3, 1)


def test_exit_code_and_missing_text_are_reported() -> None:
    with echo() as program:
        program.wait_for("ready")
        with pytest.raises(Waited, match="ready"):
            program.wait_for("never", timeout=0.2)
        program.send("q")
        assert program.wait_exit() == 3


def test_a_hangup_ends_a_program_that_minds_sighup() -> None:
    with echo() as program:
        program.wait_for("ready")
        program.hangup()
        assert program.wait_exit() == -signal.SIGHUP
