"""Bytes on the line, time until quiet, processor time and memory, key by key."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.programs import DATATABLE, ROOT, VISIDATA, Program, programs
from tests.bench.report import Figure
from tests.terminal.ptydrive import PtyProgram, Waited

#: Bytes that issue and contract allow: per digit and move the largest, else the median.
LIMITS = {"first paint": 2500, "digit": 20, "move": 30, "commit": 150, "page": 1600, "idle": 0}
#: At most this part of a peer's time for the same key, and of its processor time for a cell.
TIME_OF_VISIDATA, CPU_OF_DATATABLE = 1 / 4, 1 / 10
#: What is keyed: wajib and memiliki of the first rows, as they stand on the paper.
FIGURES = ("157582", "156615", "124034", "122349", "75863", "75205", "102111", "101740")
CELLS_FOR_CPU = 20
IDLE_SECONDS = 30.0


@dataclass
class Cost:
    """What the same key cost, each time it was pressed."""

    bytes: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, running: PtyProgram, key: str) -> None:
        running.send(key)
        taken = running.wait_quiet(0.45 if key == "\x1b" else 0.12)
        self.bytes.append(len(running.bytes_since()))
        self.seconds.append(taken)

    @property
    def milliseconds(self) -> float | None:
        return round(median(self.seconds) * 1000, 2) if self.seconds else None


@dataclass
class Run:
    """Everything that was measured of one program."""

    first_bytes: int = 0
    first_seconds: float = 0.0
    memory: float = 0.0
    move: Cost = field(default_factory=Cost)
    digit: Cost = field(default_factory=Cost)
    commit: Cost = field(default_factory=Cost)
    document: Cost = field(default_factory=Cost)
    help: Cost = field(default_factory=Cost)
    back: Cost = field(default_factory=Cost)
    cpu_per_cell: float = 0.0
    idle: int = 0


def measure(idle: float = IDLE_SECONDS) -> list[Figure]:
    """Measure the program and its peers one after another and lay the figures side by side."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        runs: dict[str, Run] = {}
        for program in programs(Path(folder)):
            try:
                runs[program.name] = _run(program, idle)
            except Waited as error:
                print(f"{program.name}: not measured: {str(error).splitlines()[0]}")
    return _figures(runs, idle)


def _run(program: Program, idle: float) -> Run:
    run = Run()
    with PtyProgram(program.argv, cwd=ROOT, env=program.environ) as running:
        running.wait_for(program.ready)
        run.first_seconds = running.wait_quiet(0.4)
        run.first_bytes = len(running.raw)
        run.idle = running.watch(idle)
        for _ in range(8):
            run.move.add(running, program.move)
        for _ in range(8):
            running.send("\x1b[A" if program.move == "\x1b[B" else "k")
            running.wait_quiet(0.12)
        for figure in FIGURES:
            _type(running, program, figure, run)
        _pages(running, program, run)
        run.cpu_per_cell = _cpu(running, program)
        run.memory = running.peak_memory() / 1024
        running.send(program.quit)
    return run


def _type(running: PtyProgram, program: Program, figure: str, run: Run) -> None:
    if program.before_digits:
        running.send(program.before_digits)
        running.wait_quiet(0.12)
    for digit in figure:
        run.digit.add(running, digit)
    run.commit.add(running, program.enter)


def _cpu(running: PtyProgram, program: Program) -> float:
    """Processor time for three digits and Enter, in milliseconds."""
    start = running.cpu_seconds()
    for number in range(CELLS_FOR_CPU):
        for key in (*program.before_digits, *str(100 + number), program.enter):
            running.send(key)
            running.wait_quiet(0.1)
    return (running.cpu_seconds() - start) / CELLS_FOR_CPU * 1000


def _pages(running: PtyProgram, program: Program, run: Run) -> None:
    for _ in range(3):
        if program.document is not None:
            run.document.add(running, program.document)
        if program.help is not None:
            run.help.add(running, program.help)
            run.back.add(running, program.back)


def _durable_write() -> float:
    """Milliseconds that a small write needs to be durable on this disk, in this minute."""
    taken = []
    with tempfile.TemporaryFile() as file:
        for _ in range(50):
            os.write(file.fileno(), b"0" * 4096)
            start = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append(time.perf_counter() - start)
    return median(taken) * 1000


def _figures(runs: dict[str, Run], idle: float) -> list[Figure]:
    def figure(
        name: str, unit: str, values: Sequence[float | None], limit: float | None = None
    ) -> Figure:
        return Figure("terminal", name, unit, dict(zip(runs, values, strict=True)), limit)

    every = list(runs.values())
    stock = runs.get(DATATABLE)
    cpu = stock.cpu_per_cell * CPU_OF_DATATABLE if stock else None
    figures = [
        figure(
            "first complete paint", "bytes", [r.first_bytes for r in every], LIMITS["first paint"]
        ),
        figure("first complete paint", "ms", [r.first_seconds * 1000 for r in every]),
        figure("peak memory", "MiB", [r.memory for r in every]),
        figure(f"idle, {idle:g} s", "bytes", [r.idle for r in every], LIMITS["idle"]),
        figure("CPU per typed cell", "ms", [r.cpu_per_cell for r in every], cpu),
    ]
    for key, name, most in _KEYS:
        costs = [getattr(run, key) for run in every]
        values = [(max if most else median)(c.bytes) if c.bytes else None for c in costs]
        kind = "largest" if most else "median"
        limit = LIMITS.get(key, LIMITS["page"])
        figures.append(figure(f"{name}, {kind}", "bytes", values, limit))
        times = [c.milliseconds for c in costs]
        theirs = dict(zip(runs, times, strict=True)).get(VISIDATA)
        quick = theirs * TIME_OF_VISIDATA if theirs else None
        figures.append(figure(f"{name}, until quiet", "ms", times, quick))
    ours = next(iter(runs), "")
    figures.append(Figure("terminal", DISK, "ms", {ours: _durable_write()}, note=DISK_NOTE))
    return figures


DISK = "a durable write on this disk"
DISK_NOTE = "is part of our Enter: the figure is kept before it is shown"


_KEYS = (
    ("move", "cursor move", True),
    ("digit", "digit", True),
    ("commit", "Enter: commit and move", False),
    ("document", "another document", True),
    ("help", "help", True),
    ("back", "back", True),
)
