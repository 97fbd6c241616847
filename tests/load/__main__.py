"""``python -m tests.load [PEOPLE [MINUTES]]``: each keys a cell every two seconds in a terminal.

Prints the time until quiet per cell (median, 95th percentile) for one person and for all, what
went wrong, and whether every keyed figure is in the store. A timing here is a figure for a note,
never an assertion.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.services.demo import make_demo
from civreg_tui.store.store import Store
from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[2]
BULAN, DOKUMEN = "2024-12", ("AK017", "AKAWIN", "ACERAI", "AMATI")
TIAP = 2.0
"""Seconds from one keyed cell to the next."""


@dataclass
class Person:
    """One keyer: where, what was keyed, how long it took until quiet, and what went wrong."""

    number: int
    store: Path
    times: list[float] = field(default_factory=list)
    keyed: int = 0
    told: int = 0
    """Cells that a colleague had just filled, which was said instead of overwriting."""
    wrong: list[str] = field(default_factory=list)

    def work(self, seconds: float) -> None:
        """Key down the sheet until the time is over."""
        document = DOKUMEN[self.number % len(DOKUMEN)]
        argv = [sys.executable, "-m", "civreg_tui", "open", BULAN, "--document", document]
        chance, end = random.Random(self.number), time.monotonic() + seconds
        with PtyProgram([*argv, "--store", str(self.store)], cwd=ROOT) as app:
            app.wait_for("4 Entri")
            app.wait_quiet()
            time.sleep(chance.uniform(0, TIAP))
            while time.monotonic() < end:
                started = time.monotonic()
                app.send(f"{chance.randint(1000, 9999)}\r")
                self.times.append(app.wait_quiet(output=True))
                self.keyed += 1
                if "baru diisi" in app.picture():
                    self.told += 1
                    app.send("\x1b")
                if app.process.poll() is not None:
                    self.wrong.append(app.picture())
                    return
                time.sleep(max(0.0, TIAP - (time.monotonic() - started)))


def crowd(people: int, seconds: float) -> list[Person]:
    """Let so many people key into one fresh store, and see that the record holds."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "simpanan"
        make_demo(load_config(), folder, 4)
        before = _events(folder)
        persons = [Person(number, folder) for number in range(people)]
        threads = [threading.Thread(target=p.work, args=(seconds,)) for p in persons]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        written = _events(folder) - before
        keyed, told = sum(p.keyed for p in persons), sum(p.told for p in persons)
        print(f"{people} orang: {keyed} sel diketik, {written} tercatat, {told} diberi tahu rekan")
    return persons


def _events(folder: Path) -> int:
    """How many cells were written so far; the chain must hold."""
    store = Store(folder)
    assert store.trail.verify().ok
    count = sum(1 for e in store.trail.events(BULAN) if e.aksi == "isi_sel")
    store.close()
    return count


def main() -> None:
    """Measure one alone, then all together."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    seconds = float(sys.argv[2]) * 60 if len(sys.argv) > 2 else 600.0
    for count in (1, people):
        persons = crowd(count, seconds)
        times = sorted(1000 * t for p in persons for t in p.times)
        p95 = statistics.quantiles(times, n=20)[-1]
        wrong = sum(len(p.wrong) for p in persons)
        print(f"  sampai tenang: median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, "
              f"terlama {times[-1]:.0f} ms; galat {wrong}")  # fmt: skip


if __name__ == "__main__":
    main()
