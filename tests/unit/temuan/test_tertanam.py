"""Errors planted in the clean softcopy, read back from the file and named by the rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan import Temuan, periksa_bacaan
from civreg_tui.softcopy.reading import read_files
from tests.unit.temuan.bangun import ATURAN, DAFTAR, DES, FACTS

CONTOH = Path(__file__).parents[2] / "data" / "softcopy"
LAHIR, KAWIN, CERAI, MATI = "Akta Kelahiran 0-17", "Akta Kawin", "Akta Cerai", "Akta Kematian"

Sel = tuple[str, str, object]
Cetak = tuple[str, str | None]


def temuan(path: Path, periode: Periode | None = DES) -> tuple[Temuan, ...]:
    bacaan = read_files([path], FACTS)
    penduduk = FACTS.penduduk.get(bacaan.acuan or "")
    return periksa_bacaan(bacaan, periode, FACTS.dokumen, DAFTAR, penduduk, ATURAN)


@pytest.fixture
def tanam(tmp_path: Path) -> Callable[..., tuple[Temuan, ...]]:
    def plant(*cells: Sel) -> tuple[Temuan, ...]:
        book = openpyxl.load_workbook(CONTOH / "laporan_adminduk_2024-12.xlsx")
        for sheet, cell, value in cells:
            book[sheet][cell] = value
        path = tmp_path / "tertanam.xlsx"
        book.save(path)
        return temuan(path)

    return plant


@pytest.mark.parametrize("name", ["laporan_adminduk_2024-12", "laporan_adminduk_2024-12_kusut"])
@pytest.mark.parametrize("periode", [None, DES])
def test_the_sample_softcopies_have_no_findings(name: str, periode: Periode | None) -> None:
    assert temuan(CONTOH / f"{name}.xlsx", periode) == ()


PESSEL = "13.01"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([(CERAI, "C13", "KABUPATEN AGHAM")], [("R03", None)]),
        ([(CERAI, "C9", "SOLOK"), (CERAI, "B9", None)], [("R03", None)]),
        ([(CERAI, "B8", "1302")], [("R04", PESSEL)]),
        ([(CERAI, "F8", "#REF!")], [("R05", PESSEL)]),
        ([(CERAI, "F8", 9.623)], [("R05", PESSEL)]),
        ([(CERAI, "F8", -5)], [("R05", PESSEL)]),
        ([(CERAI, "F8", None)], [("R06", PESSEL)]),
        ([(KAWIN, "F8", 127_713)], [("R07", PESSEL), ("R08", PESSEL), ("R11", None)]),
        ([(CERAI, "L8", 6_985)], [("R08", PESSEL), ("R11", None)]),
        ([(CERAI, "F27", 106_986)], [("R11", None)]),
        ([(CERAI, "A3", "KEADAAN s.d. 30 JUNI 2024")], [("R12", None)]),
        ([(CERAI, "M8", 28.37)], [("R14", PESSEL)]),
        ([(CERAI, "A4", "Sumber: DKB Semester I Tahun 2024")], [("R23", None)]),
        ([(MATI, "I8", 99_999)], [("R26", PESSEL)]),
        ([(LAHIR, "M27", 98.33)], [("R30", None)]),
        ([(CERAI, "B17", 13.1)], []),
        ([(CERAI, "M8", "28,35 %")], []),
    ],
)
def test_one_planted_error(
    tanam: Callable[..., tuple[Temuan, ...]], cells: list[Sel], expected: list[Cetak]
) -> None:
    assert [(t.rule, t.region) for t in tanam(*cells)] == expected


def test_swapped_digits_are_traced_to_their_cell(tanam: Callable[..., tuple[Temuan, ...]]) -> None:
    found = {t.rule: t for t in tanam((CERAI, "I8", 2_782))}
    assert set(found) == {"R08", "R11", "R14"}
    assert found["R14"].cell == "Akta Cerai!I8"
    assert found["R14"].message.endswith("pada Memiliki JML: 2.782 seharusnya 2.728?")


def test_ten_planted_errors_are_all_there_and_come_first(
    tanam: Callable[..., tuple[Temuan, ...]],
) -> None:
    found = tanam(
        (LAHIR, "C13", "KABUPATEN AGHAM"),
        (LAHIR, "B17", "1311"),
        (LAHIR, "F20", "#N/A"),
        (CERAI, "I9", None),
        (CERAI, "L12", 5_653),
        (CERAI, "I21", 1_900),
        (CERAI, "F22", 0),
        (CERAI, "A3", "KEADAAN s.d. 30 NOPEMBER 2024"),
        (KAWIN, "I27", 737_507),
        (MATI, "F8", 25_352),
    )
    levels = [t.level for t in found]
    assert levels == sorted(levels, key=["error", "warning", "info"].index)
    errors = {t.rule for t in found if t.level == "error"}
    assert errors >= {"R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12"}
