"""The blank softcopy, filled in by any program, is read back without a finding."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from civreg_tui.cli import run
from civreg_tui.config import Facts
from civreg_tui.services.penerimaan.inspect import inspect_files
from tests.unit.softcopy.corpus_layout import split
from tests.unit.softcopy.figures import figures

CODES = {"AK017": 1, "AKAWIN": 2, "ACERAI": 3, "AMATI": 4}


def fill(path: Path) -> None:
    """Types the figures as a clerk would; the formulas stay without a calculated value."""
    book = openpyxl.load_workbook(path)
    for document, index in CODES.items():
        sheet = book.worksheets[index]
        first = next(r for r in range(1, 40) if sheet.cell(r, 2).value == "13.01")
        for offset, row in enumerate(figures(document)):
            typed = {6: row.wajib, 9: row.memiliki}
            if document == "AKAWIN":
                typed = dict(
                    zip(
                        (4, 5, 7, 8), [*split(row.wajib)[:2], *split(row.memiliki)[:2]], strict=True
                    )
                )
            if document == "AMATI":
                typed = {4: row.l, 5: row.p}
            for column, value in typed.items():
                sheet.cell(first + offset, column).value = value
    book.save(path)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "laporan.xlsx"
    assert run(["template", "--period", "2024-12", "--out", str(path)]) == 0
    fill(path)
    return path


def check(path: Path, facts: Facts) -> None:
    found = inspect_files([path], None, facts)
    result = found.json()

    assert [f.message for f in found.findings if f.level == "error"] == []
    assert result["complete"]
    assert (result["period"], result["base"]) == ("2024-12", "DKB Semester II Tahun 2024")
    for document in result["documents"]:
        assert {
            r["region"]: (r["wajib"]["jml"], r["memiliki"]["jml"]) for r in document["rows"]
        } == {r.kode: (r.wajib, r.memiliki) for r in figures(document["code"])}


def test_filled_by_a_program_that_calculates_nothing(filled: Path, facts: Facts) -> None:
    check(filled, facts)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak ada")
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_saved_by_an_office_program(filled: Path, ending: str, facts: Facts) -> None:
    out = filled.parent / "simpan"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{filled.parent}/profil",
         "--convert-to", ending, "--outdir", str(out), str(filled)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    check(out / f"laporan.{ending}", facts)
