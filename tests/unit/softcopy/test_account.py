"""Cells in = cells accounted for: every number of a sheet was used, or is listed with a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from civreg_tui.config import Facts
from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.softcopy.files.cells import read_cells
from civreg_tui.softcopy.files.grid import Grid, address, column_index, column_name
from civreg_tui.softcopy.files.source import load
from civreg_tui.softcopy.reading import read_files
from tests.unit.softcopy.corpus import Kasus, Pembuat, cases

CASES = dict(cases())


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request: pytest.FixtureRequest) -> Kasus:
    make: Pembuat = request.param
    return make()


def used(tables: list[TabelSumber]) -> set[str]:
    found: set[str] = set()
    for table in tables:
        rows = [*table.baris, *table.jumlah, *(row for _, row in table.subjumlah)]
        for row in rows:
            found |= {cell.alamat for cell in row.sel.values()} | {row.alamat}
            found |= {row.persen.alamat} if row.persen else set()
    return found


def ignored(tables: list[TabelSumber]) -> set[str]:
    found: set[str] = set()
    for table in tables:
        for area, reason in table.diabaikan:
            assert reason
            found |= {f"{table.lembar}!{place}" for place in expand(area)}
    return found


def expand(area: str) -> list[str]:
    first, _, last = area.partition(":")
    (left, top), (right, bottom) = (place(text) for text in (first, last or first))
    return [f"{column_name(c)}{r}" for r in range(top, bottom + 1) for c in range(left, right + 1)]


def place(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([A-Z]+)(\d+)", text)
    assert match
    return column_index(match[1]), int(match[2])


def codes(grid: Grid) -> set[str]:
    """Cells that hold a region's code: labels, not figures."""
    return {
        address(grid.nama, r, c)
        for r, row in enumerate(grid.rows)
        for c, value in enumerate(row)
        if isinstance(value, float) and (13 < value < 14 or _headed(grid, r, c) == "KODE")
    }


def _headed(grid: Grid, row: int, column: int) -> str:
    """The nearest text above a cell."""
    above = (grid.at(r, column) for r in range(row, -1, -1))
    return next((text for text in above if isinstance(text, str)), "")


def test_every_number_is_used_or_listed(case: Kasus, tmp_path: Path, facts: Facts) -> None:
    paths = []
    for name, data in case.berkas.items():
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)

    reading = read_files(paths, facts)

    for path in paths:
        for grid in read_cells(load(path)):
            tables = [t for t in reading.tabel if t.berkas == str(path) and t.lembar == grid.nama]
            if not tables:
                continue
            numbers = {
                address(grid.nama, r, c)
                for r, row in enumerate(grid.rows)
                for c, value in enumerate(row)
                if isinstance(value, (int, float))
            }
            assert numbers - used(tables) - ignored(tables) - codes(grid) == set()
            assert used(tables) & ignored(tables) == set()


def test_what_was_passed_over_is_named_with_its_place(facts: Facts, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(CASES["pivot left above the table"]().berkas["a.xlsx"])

    listed = dict(read_files([path], facts).tabel[0].diabaikan)

    assert listed["A1:B4"] == "di luar tabel"
    assert listed["A6:A9"] == "judul"
    assert listed["A13:A31"] == "nomor urut"
    assert listed["C34:C36"] == "catatan atau tanda tangan"
