"""One figure of the benchmark, and the table and JSON file made of all figures."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any


@dataclass
class Figure:
    """One measured thing: a value for every program, and what it may be at most."""

    area: str
    name: str
    unit: str
    values: dict[str, float | None] = field(default_factory=dict)
    limit: float | None = None
    note: str = ""

    @property
    def within(self) -> bool | None:
        """Whether the first program keeps the limit; None where there is none."""
        ours = next(iter(self.values.values()), None)
        return None if self.limit is None or ours is None else ours <= self.limit


def seconds(work: Callable[[], Any], runs: int = 5) -> float:
    """The median time of several runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def seconds_in_turn(ours: Callable[[], Any], peer: Callable[[], Any], runs: int) -> list[float]:
    """The median times of two works done by turns, so that both meet the same neighbours."""
    ours(), peer()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for work, times in zip((ours, peer), taken, strict=True):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return [median(times) for times in taken]


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "time": time.strftime("%Y-%m-%d %H:%M:%S"),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "processors": str(os.cpu_count()),
        "processor": _processor(),
        "memory": _memory(),
        "python": platform.python_version(),
    }


def table(figures: Sequence[Figure]) -> str:
    """All figures, an area after the other, a column per program."""
    lines = [f"{key}: {value}" for key, value in machine().items()]
    for area in dict.fromkeys(figure.area for figure in figures):
        group = [figure for figure in figures if figure.area == area]
        programs = list(dict.fromkeys(name for figure in group for name in figure.values))
        lines += ["", area.upper(), _line("", "limit", programs, "")]
        lines += [_figure_line(figure, programs) for figure in group]
    return "\n".join(lines)


def save(figures: Sequence[Figure], path: Path) -> None:
    """Write machine and figures as one JSON object."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"machine": machine(), "figures": [asdict(f) | {"within": f.within} for f in figures]}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _figure_line(figure: Figure, programs: Sequence[str]) -> str:
    values = [_number(figure.values.get(program)) for program in programs]
    verdict = {True: "", False: "  OVER", None: ""}[figure.within]
    name = f"{figure.name} ({figure.unit})"
    return _line(name, _number(figure.limit), values, verdict + f"  {figure.note}".rstrip())


def _line(name: str, limit: str, values: Sequence[str], rest: str) -> str:
    return f"{name:44}{limit:>10}" + "".join(f"{value:>14}" for value in values) + rest


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.1f}"


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    return names[0] if names else platform.processor()


def _memory() -> str:
    if sys.platform != "linux":
        return "?"
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{pages / 2**30:.1f} GiB"
