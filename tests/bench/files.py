"""Whole commands on files: reading a softcopy, writing papers, beside a bare peer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.programs import ROOT
from tests.bench.report import Figure, seconds

SOFTCOPY = ROOT / "data" / "demo"
COMMAND = (sys.executable, "-m", "civreg_tui")
PEER = "import openpyxl, sys; [list(s.values) for s in openpyxl.load_workbook(sys.argv[1])]"


def measure() -> list[Figure]:
    """Times of whole processes, start of Python included."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        store = folder / "store"
        made = folder / "out"
        figures = [
            _command(
                "make a demo store", ["demo", "--at", "6", "--no-open", "--dir", str(store)], 1
            )
        ]
        figures += _import()
        for kind in ("rekap", "lakip", "csv"):
            words = ["--store", str(store), "export", "2024-12", "--out", str(made), "--what", kind]
            figures.append(_command(f"export {kind}", words))
        figures.append(_command("check a month", ["--store", str(store), "check", "2024-12"]))
        figures.append(_command("status", ["--store", str(store), "status"]))
    return figures


def _import() -> list[Figure]:
    books = sorted(SOFTCOPY.glob("*.xlsx"))
    if not books:
        return []
    figure = _command("inspect a softcopy", ["inspect", str(books[0])])
    figure.values["openpyxl"] = (
        seconds(lambda: _call([sys.executable, "-c", PEER, str(books[0])]), 3) * 1000
    )
    return [figure]


def _command(name: str, words: Sequence[str], runs: int = 3) -> Figure:
    taken = seconds(lambda: _call([*COMMAND, *words]), runs)
    return Figure("files", name, "ms", {"civreg-tui": taken * 1000})


def _call(argv: Sequence[str]) -> None:
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(argv)}: {done.stderr.strip()}")
