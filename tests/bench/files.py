"""Whole commands on a store: making one, writing papers, checking a month."""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.programs import ROOT
from tests.bench.report import Figure, seconds

COMMAND = (sys.executable, "-m", "civreg_tui")


def measure() -> list[Figure]:
    """Times of whole processes, start of Python included."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        made = itertools.count()

        def demo() -> None:
            place = folder / f"store{next(made)}"
            _call([*COMMAND, "demo", "--at", "6", "--no-open", "--dir", str(place)])

        first = Figure("files", "make a demo store", "ms", {"civreg-tui": seconds(demo, 1) * 1000})
        store = ("--store", str(folder / "store0"))
        papers = ("export", "2024-12", "--out", str(folder / "out"), "--what")
        return [
            first,
            *(_command(f"export {kind}", [*store, *papers, kind]) for kind in _PAPERS),
            _command("check a month", [*store, "check", "2024-12"]),
            _command("status", [*store, "status"]),
        ]


_PAPERS = ("rekap", "lakip", "csv")


def _command(name: str, words: Sequence[str], runs: int = 3) -> Figure:
    taken = seconds(lambda: _call([*COMMAND, *words]), runs)
    return Figure("files", name, "ms", {"civreg-tui": taken * 1000})


def _call(argv: Sequence[str]) -> None:
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(argv)}: {done.stderr.strip()}")
