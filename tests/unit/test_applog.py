"""The administrator's log: few lines, turning over, never a figure, never an obstacle."""

from __future__ import annotations

from pathlib import Path

from civreg_tui import applog
from civreg_tui.applog import log_line


def test_a_line_says_when_who_and_what(tmp_path: Path) -> None:
    log_line(tmp_path, "siti", "buka /dev/pts/3\nbaris palsu")
    (line,) = (tmp_path / "log" / "civreg.log").read_text("utf-8").splitlines()
    assert line.endswith("siti buka /dev/pts/3 baris palsu")


def test_it_turns_over_and_keeps_five(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(applog, "BATAS", 200)
    for number in range(60):
        log_line(tmp_path, "siti", f"baris {number}")
    names = sorted(p.name for p in (tmp_path / "log").iterdir())
    assert names == ["civreg.log", *(f"civreg.log.{n}" for n in range(1, 5))]
    assert "baris 59" in (tmp_path / "log" / "civreg.log").read_text("utf-8")
    assert all(p.stat().st_size < 400 for p in (tmp_path / "log").iterdir())


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("bukan folder")
    log_line(tmp_path, "siti", "buka")
