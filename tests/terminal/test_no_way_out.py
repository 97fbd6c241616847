"""Keys that lead out of other programs into a shell lead nowhere here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[2]
KELUAR = {
    "Ctrl+Z": b"\x1a",
    "Ctrl+\\": b"\x1c",
    "Ctrl+C": b"\x03",
    "Ctrl+D": b"\x04",
    "!": b"!sh\r",
    ":": b":!sh\r",
    "Ctrl+P": b"\x10",
    "Ctrl+Q": b"\x11",
}


def state(pid: int) -> str:
    """The kernel's letter for what a process does: T is stopped."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.mark.parametrize("variables", [{}, {"TEXTUAL_ALLOW_SIGNALS": "1"}], ids=["plain", "asked"])
def test_no_key_stops_the_program_or_starts_another(
    salinan: Callable[[int], Path], variables: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "civreg_tui", "--store", str(salinan(5))]
    with PtyProgram(command, cwd=ROOT, env=variables) as program:
        program.wait_for("Meja kerja")
        program.wait_quiet()
        pid = program.process.pid
        for name, keys in KELUAR.items():
            program.send(keys)
            program.wait_quiet()
            assert program.process.poll() is None, name
            assert state(pid) != "T", name
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            assert children == [], name
            program.send("\x1b")
            program.wait_quiet()
            if "Keluar dari civreg-tui?" in "\n".join(program.screen_lines()):
                program.send("t")
                program.wait_quiet()
        assert "Meja kerja" in program.screen_lines()[0]
