"""``python -m tests.load [PEOPLE [MINUTES]]``: each keys a cell every two seconds in a terminal.

Prints the time until quiet per cell (median, 95th percentile) for one person and for all, and
holds what the screens acknowledged against the store; exit 1 if they differ. A timing here is a
figure for a note, never an assertion.
"""

from __future__ import annotations

import re
import resource
import statistics
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.services.demo import make_demo
from civreg_tui.store.store import Store
from tests.load.judge import faults, written
from tests.load.person import Person


def crowd(people: int, seconds: float) -> list[str]:
    """Let so many people key into one fresh store; returns what was wrong with the record."""
    config = load_config()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "simpanan"
        make_demo(config, folder, 4)
        first = _last_event(folder)
        persons = [Person(number, folder) for number in range(people)]
        began, ours = time.monotonic(), _cpu()
        _all_at_once(persons, seconds)
        spent = time.monotonic() - began
        kept = sum(map(len, written(folder, first).values()))
        _print_counts(persons, kept)
        _print_times(persons, _cpu() - ours, spent)
        return list(faults(config, folder, persons, first))


def _all_at_once(persons: list[Person], seconds: float) -> None:
    threads = [threading.Thread(target=p.work, args=(seconds,)) for p in persons]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _print_counts(persons: list[Person], kept: int) -> None:
    told = {figure: line for p in persons for figure, line in p.refused.items()}
    print(
        f"{len(persons)} orang: {sum(p.keyed for p in persons)} sel diketik, "
        f"{sum(len(p.acknowledged) for p in persons)} diakui layar, {kept} tercatat di jejak, "
        f"{len(told)} ditolak karena rekan mendahului"
    )
    for kind in sorted({_kind(line) for line in told.values()}):
        names = " ".join(str(n) for n, line in sorted(told.items()) if _kind(line) == kind)
        print(
            textwrap.fill(f'"{kind}": {names}', 100, initial_indent="  ", subsequent_indent="    ")
        )


def _kind(line: str) -> str:
    """A refusal without the colleague's figure, so that equal ones are counted together."""
    return re.sub(r"[\d.]*\d", "N", line)


def _print_times(persons: list[Person], driver: float, spent: float) -> None:
    times = sorted(1000 * t for p in persons for t in p.times)
    p95 = statistics.quantiles(times, n=20)[-1]
    programs = sum(p.cpu for p in persons)
    print(
        f"  sampai tenang: median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, "
        f"terlama {times[-1]:.0f} ms; prosesor: program {100 * programs / spent:.0f} %, "
        f"pengukur {100 * driver / spent:.0f} % dari satu inti",
        flush=True,
    )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _last_event(folder: Path) -> int:
    store = Store(folder)
    number = store.trail.next_number() - 1
    store.close()
    return number


def main() -> int:
    """Measure one alone, then all together."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    seconds = float(sys.argv[2]) * 60 if len(sys.argv) > 2 else 600.0
    found = [fault for count in (1, people) for fault in crowd(count, seconds)]
    print("\n".join(found) or "Semua yang diakui tersimpan; jejak utuh.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
