"""The blank softcopy on its way: written, filled in as an office would, read without a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from civreg_tui.config import load_config
from tests.unit.cli.conftest import Jalankan

FIRST = 13
WAJIB, MEMILIKI = (4, 5, 6), (7, 8, 9)
BAGIAN = {"AK017": 30, "AKAWIN": 45, "ACERAI": 1, "AMATI": 4}
"""Percent of the residents that a document concerns, so that no figure is out of the ordinary."""
DOKUMEN = tuple(BAGIAN)


@pytest.fixture(scope="module")
def penduduk() -> list[int]:
    facts = load_config().facts
    residents = facts.penduduk["DKB Semester II Tahun 2024"]
    return [residents[kode] for kode in facts.wilayah.kode]


def angka(residents: int, dokumen: str, percent: int = 100) -> tuple[int, int, int]:
    """L, P and JML of a row: of those concerned, so many percent."""
    whole = residents * BAGIAN[dokumen] * percent // 10_000
    left = whole * 51 // 100
    return left, whole - left, whole


def isi(path: Path, penduduk: list[int], seks: str, *, semua: bool = False) -> None:
    """Fill every sheet by L and P, by JML, or by all three over whatever stands there."""
    book = openpyxl.load_workbook(path)
    for code, sheet in zip(DOKUMEN, book.worksheets[1:], strict=True):
        groups = ((WAJIB, 90),) if code == "AMATI" else ((WAJIB, 100), (MEMILIKI, 90))
        for row, residents in enumerate(penduduk, FIRST):
            for columns, percent in groups:
                figures = angka(residents, code, percent)
                for column, name, value in zip(columns, "LPJ", figures, strict=True):
                    cell = sheet.cell(row, column)
                    guarded = str(cell.value or "").startswith("=")
                    if semua or (name in seks and not guarded):
                        cell.value = value
    book.save(path)


def baca(jalankan: Jalankan, path: Path) -> dict[str, Any]:
    made = jalankan("inspect", path, "--json")
    assert made.json["findings"] == []
    assert made.code == 0
    found: dict[str, Any] = made.json
    return found


def kosong(jalankan: Jalankan, tmp_path: Path) -> Path:
    path = tmp_path / "kosong.xlsx"
    assert jalankan("template", "--period", "2024-12", "--out", path).code == 0
    return path


@pytest.mark.parametrize(("seks", "semua"), [("LP", False), ("LPJ", False), ("LPJ", True)])
def test_every_row_and_both_sexes_come_back(jalankan, tmp_path, penduduk, seks, semua):
    path = kosong(jalankan, tmp_path)
    isi(path, penduduk, seks, semua=semua)
    found = baca(jalankan, path)
    assert found["period"] == "2024-12"
    assert found["base"] == "DKB Semester II Tahun 2024"
    assert found["complete"] is True
    assert [d["code"] for d in found["documents"]] == list(DOKUMEN)
    for document in found["documents"]:
        assert len(document["rows"]) == 19
        for residents, row in zip(penduduk, document["rows"], strict=True):
            code = document["code"]
            assert row["memiliki"] == per_seks(angka(residents, code, 90))
            if code != "AMATI":
                assert row["wajib"] == per_seks(angka(residents, code))


def per_seks(figures: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip(("l", "p", "jml"), figures, strict=True))


def test_the_blank_itself_is_recognised_and_says_what_is_missing(jalankan, tmp_path):
    made = jalankan("inspect", kosong(jalankan, tmp_path), "--json")
    assert made.code == 1
    assert made.json["complete"] is False
    assert {found["rule"] for found in made.json["findings"]} == {"R06"}
    assert {sheet["document"] for sheet in made.json["files"][0]["sheets"]} == {
        None, "AK017", "AKAWIN", "ACERAI", "AMATI",
    }  # fmt: skip
