"""The blank softcopy: guarded, empty until filled, and read back without a finding."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from civreg_tui.config import Facts, load_config
from civreg_tui.domain.periode import Periode
from civreg_tui.papers.template import write_template
from civreg_tui.services.penerimaan.inspect import inspect_files
from tests.unit.papers import office, sample

DECEMBER = Periode(2024, 12)
SHEETS = {
    "AK017": "Akta Kelahiran 0-17",
    "AKAWIN": "Akta Perkawinan",
    "ACERAI": "Akta Perceraian",
    "AMATI": "Akta Kematian",
}
FIRST, TOTAL = 13, 32


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_config().facts


@pytest.fixture(scope="module")
def blank(facts: Facts) -> bytes:
    return write_template(DECEMBER, facts.dokumen.values(), facts.wilayah, facts.kantor)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def heads(sheet: Worksheet) -> list[tuple[str | None, str | None]]:
    return [(sheet.cell(10, c).value, sheet.cell(11, c).value) for c in range(1, 16)]


def fill(sheet: Worksheet, kode: str, *, nil: str = "") -> None:
    """Key the published figures where the template leaves cells open."""
    for row, source in enumerate(sample.published(), FIRST):
        wajib, have = sample.source_trios(kode, source)
        figures = [wajib.l, wajib.p, wajib.jml, have.l, have.p, have.jml]
        if kode == "AMATI":
            figures = figures[3:]
        for column, value in enumerate(figures, 4):
            if not str(sheet.cell(row, column).value or "").startswith("="):
                sheet.cell(row, column).value = value
    if nil:
        sheet.cell(FIRST, 5 if kode == "AMATI" else 7).value = nil


def test_a_guide_and_a_sheet_for_every_active_document(blank):
    assert opened(blank).sheetnames == ["Petunjuk", *SHEETS.values()]


def test_the_heads_are_the_provinces(blank):
    book = opened(blank)
    upper = [head for head, _ in heads(book["Akta Perkawinan"]) if head]
    assert upper == [
        "NO",
        "KODE",
        "KABUPATEN/KOTA",
        "WAJIB AKTA",
        "MEMILIKI",
        "BELUM MEMILIKI",
        "PERSEN (%)",
        "TERBIT BULAN INI (opsional)",
        "KETERANGAN",
    ]
    upper = [head for head, _ in heads(book["Akta Kematian"]) if head]
    assert upper[3:] == [
        "AKTA KEMATIAN s.d. BULAN INI",
        "TERBIT BULAN INI",
        "KEMATIAN DILAPORKAN BULAN INI (opsional)",
        "PERSEN (%)",
        "KETERANGAN",
    ]


def test_codes_are_text_and_titles_name_month_and_base(blank):
    sheet = opened(blank)["Akta Perceraian"]
    codes = [sheet.cell(row, 2) for row in range(FIRST, FIRST + 19)]
    assert {cell.data_type for cell in codes} == {"s"}
    assert codes[9].value == "13.10"
    lines = [sheet.cell(row, 1).value for row in range(5, 9)]
    assert lines[2:] == ["KEADAAN s.d. 31 DESEMBER 2024", "Sumber: DKB Semester II Tahun 2024"]


def test_only_figures_remarks_and_titles_are_open(blank):
    sheet = opened(blank)["Akta Perkawinan"]
    assert sheet.protection.sheet
    row = [sheet.cell(FIRST, c).protection.locked for c in range(1, 16)]
    open_columns = [c for c, locked in enumerate(row, 1) if not locked]
    assert open_columns == [4, 5, 7, 8, 14, 15]
    assert sheet.cell(10, 4).protection.locked
    assert sheet.cell(TOTAL, 6).protection.locked


def test_every_open_figure_is_guarded(blank):
    sheet = opened(blank)["Akta Kematian"]
    rules = sheet.data_validations.dataValidation
    guarded = {cell for rule in rules for cell in str(rule.sqref).split()}
    figures = {sheet.cell(FIRST, c).coordinate for c in (4, 5, 7, 8, 10)}
    assert figures <= guarded
    assert "NIHIL" in rules[0].formula1
    assert rules[0].errorTitle == "Bukan bilangan bulat"


def test_without_a_month_the_sender_writes_it(facts):
    content = write_template(None, facts.dokumen.values(), facts.wilayah, facts.kantor)
    line = opened(content)["Akta Perceraian"].cell(7, 1)
    assert line.value.startswith("KEADAAN s.d. …")
    assert not line.protection.locked


def test_two_runs_give_the_same_bytes(facts, blank):
    assert write_template(DECEMBER, facts.dokumen.values(), facts.wilayah, facts.kantor) == blank


@office.needs_office
def test_blank_it_shows_no_error_and_no_zero(blank, tmp_path):
    book = office.recalculated(blank, tmp_path)
    sheet = book["Akta Perkawinan"]
    for row in range(FIRST, TOTAL + 1):
        assert {sheet.cell(row, c).value for c in range(4, 15)} <= {None, ""}


@office.needs_office
def test_filled_in_it_is_read_back_without_a_finding(blank, facts, tmp_path):
    book = opened(blank)
    for kode, name in SHEETS.items():
        fill(book[name], kode)

    result = inspect_files([saved(book, tmp_path)], DECEMBER, facts)

    assert [found.message for found in result.findings if found.level != "info"] == []
    read = result.json()
    assert read["complete"]
    assert (read["period"], read["base"]) == ("2024-12", sample.ACUAN)
    totals = {d["code"]: d["province"] for d in read["documents"]}
    assert totals["AK017"]["cakupan"] == 98.53
    assert totals["ACERAI"]["memiliki"] == 61_143
    assert totals["AMATI"]["memiliki"] == 247_834
    expected = sample.rekap("AKAWIN").provinsi
    assert totals["AKAWIN"]["memiliki"] == expected.memiliki.jml


@office.needs_office
@pytest.mark.parametrize("nil", ["NIHIL", "-"])
def test_nihil_counts_as_zero_in_its_formulas(nil, blank, tmp_path):
    book = opened(blank)
    fill(book["Akta Perkawinan"], "AKAWIN", nil=nil)
    path = saved(book, tmp_path)
    sheet = openpyxl.load_workbook(path, data_only=True)["Akta Perkawinan"]
    wajib, have = sample.source_trios("AKAWIN", sample.published()[0])
    assert sheet.cell(FIRST, 9).value == have.p
    assert sheet.cell(FIRST, 12).value == wajib.jml - have.p
    assert sheet.cell(FIRST, 13).value == round(have.p / wajib.jml * 100, 2)


def saved(book: openpyxl.Workbook, folder: Path) -> Path:
    """The filled workbook as a spreadsheet program saves it, formulas calculated."""
    filled = BytesIO()
    book.save(filled)
    return office.convert(filled.getvalue(), ".xlsx", "xlsx", folder)
