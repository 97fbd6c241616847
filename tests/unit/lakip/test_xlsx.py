"""The workbook of the LAKIP's tables: formulas with right cached values, text never a formula."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from civreg_tui.domain.laporan import Anggaran
from civreg_tui.papers.lakip_xlsx import write_lakip_tables
from tests.unit.lakip import contoh


def buku(laporan, *, nilai: bool = True):
    return load_workbook(BytesIO(write_lakip_tables(laporan, frasa=contoh.FRASA)), data_only=nilai)


@pytest.fixture(scope="module")
def laporan():
    return contoh.laporan(anggaran=contoh.ANGGARAN)


def baris(sheet, nama: str):
    return next([c.value for c in row] for row in sheet.iter_rows() if row[0].value == nama)


def test_target_sheet_has_the_published_figures(laporan):
    row = baris(buku(laporan)["Target"], "Akta Kelahiran Anak 0–17 Tahun")
    assert row[:7] == [
        "Akta Kelahiran Anak 0–17 Tahun", 1732411, 1706893, 98.53, 98, 100.54, "Sangat Tinggi",
    ]  # fmt: skip
    assert baris(buku(laporan)["Target"], "Akta Kematian")[2:4] == [247834, "–"]


def test_shortfalls_add_up(laporan):
    sheet = buku(laporan)["Kekurangan AK017"]
    shown = [baris(sheet, f"Kabupaten {n}")[4] for n in ("Kepulauan Mentawai", "Dharmasraya")]
    assert shown == [2181, 627]
    assert baris(sheet, "JUMLAH")[4] == 6153


def test_computed_cells_are_formulas(laporan):
    book = buku(laporan, nilai=False)
    target = baris(book["Target"], "Akta Kelahiran Anak 0–17 Tahun")
    assert str(target[3]).startswith("=")
    assert str(target[5]).startswith("=")
    assert "SUM(" in str(baris(book["Anggaran"], "JUMLAH")[2])
    assert "'Anggaran'!" in str(baris(book["Efisiensi"], "Serapan anggaran")[1])


def test_efficiency_is_capaian_less_absorption(laporan):
    sheet = buku(laporan)["Efisiensi"]
    assert baris(sheet, "Serapan anggaran")[1] == 93.6
    assert baris(sheet, "Efisiensi (capaian − serapan)")[1] == 6.94


def test_without_budget_there_is_no_efficiency():
    names = buku(contoh.laporan()).sheetnames
    assert "Efisiensi" not in names
    assert "Anggaran" not in names


def test_text_that_looks_like_a_formula_stays_text():
    lines = (Anggaran("=1+1", "+cmd|' /C calc'!A0", 100, 90),)
    sheet = buku(contoh.laporan(anggaran=lines), nilai=False)["Anggaran"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "=1+1")
    assert cell.data_type == "s"


def test_same_report_same_bytes(laporan):
    one = write_lakip_tables(laporan, frasa=contoh.FRASA)
    assert write_lakip_tables(laporan, frasa=contoh.FRASA) == one


def test_january_compares_once():
    seri = (contoh.titik("2024-12", "AK017", 1_700_000, 1_730_000, contoh.ACUAN),)
    lahir = contoh.replace(contoh.rekap_lahir(), seri=seri)
    sheet = buku(contoh.laporan(periode="2025-01", rekap=(lahir,)))["Cakupan dibandingkan"]
    row = baris(sheet, "Akta Kelahiran Anak 0–17 Tahun")
    assert row[1:4] == [98.27, 98.53, 0.26]


@pytest.mark.parametrize(
    ("before", "heads"),
    [
        ("2024-11", ("November 2024", "Desember 2024", "Perubahan sebulan")),
        ("2023-12", ("Desember 2023", "Desember 2024", "Perubahan sejak Desember 2023")),
    ],
)
def test_an_earlier_month_without_figures_gets_no_column(before, heads):
    seri = (contoh.titik(before, "AK017", 1_700_000, 1_730_000, contoh.ACUAN),)
    lahir = contoh.replace(contoh.rekap_lahir(), seri=seri)
    sheet = buku(contoh.laporan(rekap=(lahir,)))["Cakupan dibandingkan"]
    shown = [row for row in sheet.values if row[0] == "Dokumen"]
    assert shown[0][1:4] == heads
    assert baris(sheet, "Akta Kelahiran Anak 0–17 Tahun")[1:4] == [98.27, 98.53, 0.26]


def test_without_any_earlier_month_there_is_nothing_to_compare():
    lahir = contoh.replace(contoh.rekap_lahir(), seri=())
    assert "Cakupan dibandingkan" not in buku(contoh.laporan(rekap=(lahir,))).sheetnames
