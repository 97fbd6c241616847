"""Reading softcopies as whole processes: time and memory beside openpyxl and pandas."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from compileall import compile_dir
from pathlib import Path
from statistics import median
from typing import NamedTuple

import xlsxwriter

from tests.bench.programs import ROOT
from tests.bench.report import Figure

SAMPLE = ROOT / "data" / "demo" / "laporan_adminduk_2024-12.xlsx"
PEERS = ROOT / "build" / "peers" / "bin" / "python"
OPENPYXL = "import openpyxl, sys; [list(s.values) for s in openpyxl.load_workbook(sys.argv[1])]"
PANDAS = "import pandas, sys; pandas.read_excel(sys.argv[1], sheet_name=None)"
HEADS = ("NO", "KODE", "KABUPATEN/KOTA", "WAJIB L", "WAJIB P", "WAJIB JML",
         "MEMILIKI L", "MEMILIKI P", "MEMILIKI JML", "BELUM", "PERSEN")  # fmt: skip
DOCUMENTS = ("AKTA KELAHIRAN ANAK 0-17 TAHUN", "AKTA KELAHIRAN BALITA 0-4 TAHUN",
             "AKTA KELAHIRAN SEMUA UMUR", "AKTA PERKAWINAN", "AKTA PERCERAIAN",
             "AKTA KEMATIAN")  # fmt: skip
LAUNCHER = """
import os, sys, time
start = time.perf_counter()
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""A small parent: a process inherits the peak memory of the one that it was forked from."""
TIME_MS, MEMORY_MB = 5000.0, 300.0


class Run(NamedTuple):
    """One process: seconds on the clock, megabytes at most."""

    seconds: float
    megabytes: float


def measure() -> list[Figure]:
    """The sample, a country of 514 regions, and 83,000 villages, known and unknown."""
    for room in ("civreg_tui", "screens"):
        compile_dir(str(ROOT / room), quiet=1)  # as pip does; a checkout may never have run
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        country, settings = _country(folder)
        villages = _villages(folder / "desa.xlsx", "11.01")
        strangers = _villages(folder / "asing.xlsx", "")
        return [
            *_beside_peers("inspect the sample", SAMPLE, 15, third=True),
            *_alone("514 regions × 6 documents", country, ("--config", str(settings)), 1000, 5),
            *_alone("83,000 rows of villages", villages, (), TIME_MS, 3),
            *_alone("83,000 rows, each a finding", strangers, (), TIME_MS, 3),
        ]


def _beside_peers(name: str, book: Path, runs: int, *, third: bool) -> list[Figure]:
    peers = {"bare openpyxl": [sys.executable, "-c", OPENPYXL, str(book)]}
    if PEERS.exists():
        peers["pandas"] = [str(PEERS), "-c", PANDAS, str(book)]
    commands = {"civreg-tui": _inspect(book), **peers}
    found = in_turn(commands, runs)
    figures = []
    for what, take in (("least", min), ("median", median)):
        times = {who: take(r.seconds for r in own) * 1000 for who, own in found.items()}
        limit = times["pandas"] / 3 if third and "pandas" in times else None
        figures.append(Figure("softcopies", f"{name}, {what} of {runs}", "ms", times, limit))
    return [*figures, _memory(name, found, 60)]


def _alone(name: str, book: Path, options: Sequence[str], limit: float, runs: int) -> list[Figure]:
    found = in_turn({"civreg-tui": [*_inspect(book), *options]}, runs)
    least = min(run.seconds for run in found["civreg-tui"]) * 1000
    time_taken = Figure(
        "softcopies", f"{name}, least of {runs}", "ms", {"civreg-tui": least}, limit
    )
    return [time_taken, _memory(name, found, MEMORY_MB)]


def _memory(name: str, found: dict[str, list[Run]], limit: float) -> Figure:
    most: dict[str, float | None] = {
        who: max(run.megabytes for run in own) for who, own in found.items()
    }
    return Figure("softcopies", f"{name}, peak memory", "MB", most, limit)


def _inspect(book: Path) -> list[str]:
    return [sys.executable, "-m", "civreg_tui", "inspect", str(book)]


def in_turn(commands: dict[str, list[str]], runs: int) -> dict[str, list[Run]]:
    """Each command's runs, taken by turns so that all meet the same neighbours."""
    found: dict[str, list[Run]] = {who: [] for who in commands}
    for number in range(runs + 1):
        for who, command in commands.items():
            run = _run(command)
            if number:
                found[who].append(run)
    return found


def _run(command: Sequence[str]) -> Run:
    launcher = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command]
    told = subprocess.run(launcher, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    taken, kilobytes, code = told.split()
    if code not in {"0", "1"}:
        raise RuntimeError(" ".join(command))
    return Run(float(taken), int(kilobytes) / 1024)


def _country(folder: Path) -> tuple[Path, Path]:
    """A workbook of six documents and the configuration that knows its 514 regions."""
    codes = [f"{11 + n // 60:02d}.{1 + n % 60:02d}" for n in range(514)]
    lines = ["".join(f"[dokumen.{code}]\naktif = true\n" for code in ("AK04", "AKALL"))]
    for number, code in enumerate(codes):
        lines.append(
            f'[wilayah."{code}"]\nnama = "Kabupaten {_name(number)}"\nbps = "{9000 + number}"\n'
            f'singkat = "K{number}"\nalias = []\n'
        )
    settings = folder / "civreg.toml"
    settings.write_text("".join(lines), encoding="utf-8")
    rows = [(code, f"Kabupaten {_name(number)}") for number, code in enumerate(codes)]
    book = folder / "negeri.xlsx"
    with xlsxwriter.Workbook(book) as workbook:
        for title in DOCUMENTS:
            _sheet(workbook, title, lambda: iter(rows))
    return book, settings


def _villages(path: Path, kode: str) -> Path:
    """83,000 rows: with a code of another province they are passed over, else each is a finding."""
    rows = [(kode, f"Nagari {_name(number)}") for number in range(83_000)]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        _sheet(workbook, DOCUMENTS[0], lambda: iter(rows))
    return path


def _name(number: int) -> str:
    """A name of letters only, different for every number."""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxy"[rest] + "aiu"[rest % 3]
    return letters.capitalize()


def _sheet(workbook: xlsxwriter.Workbook, title: str, rows: Callable[[], object]) -> None:
    sheet = workbook.add_worksheet(title.removeprefix("AKTA ")[:31])
    sheet.write_row(0, 0, [f"REKAPITULASI CAKUPAN KEPEMILIKAN {title}"])
    sheet.write_row(1, 0, ["KEADAAN 31 DESEMBER 2024"])
    sheet.write_row(2, 0, ["DKB SEMESTER II TAHUN 2024"])
    sheet.write_row(4, 0, HEADS)
    for number, (code, name) in enumerate(rows()):  # type: ignore[call-overload]
        male, female = 400 + number * 7 % 300, 380 + number * 11 % 300
        owned = male - number % 20, female - number % 17
        due, have = male + female, sum(owned)
        figures = (male, female, due, *owned, have, due - have, round(have * 100 / due, 2))
        sheet.write_row(5 + number, 0, (number + 1, code, name, *figures))
