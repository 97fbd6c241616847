"""What goes to the printer: the paper sheets of a workbook, never its sheets of data."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl

from civreg_tui.papers.cetak import LEMBAR_DATA, untuk_cetak
from civreg_tui.papers.rekap import write_rekap
from tests.unit.papers import office, sample


def test_data_sheets_stay_out_and_all_others_stay_as_they_are(laporan):
    book = openpyxl.load_workbook(BytesIO(write_rekap(laporan)))
    printed = openpyxl.load_workbook(BytesIO(untuk_cetak(write_rekap(laporan))))
    assert "Data" in book.sheetnames
    assert printed.sheetnames == [n for n in book.sheetnames if n not in LEMBAR_DATA]
    for name in printed.sheetnames:
        assert printed[name].print_area == book[name].print_area


def test_what_is_no_workbook_is_left_alone():
    assert untuk_cetak(b"bukan buku kerja") == b"bukan buku kerja"


@office.needs_office
def test_no_printed_page_is_a_list_of_plain_figures(laporan, tmp_path):
    texts = office.pdf_texts(
        office.convert(untuk_cetak(write_rekap(laporan)), ".xlsx", "pdf", tmp_path)
    )
    assert not any("kode_wilayah" in text for text in texts)
    assert f"dari {len(texts)}" in texts[-1]


def test_a_month_without_figures_leaves_a_gap_in_the_trend():
    # GIVEN a month of the series that has no figures yet
    report = sample.laporan(draf=True)
    recap = report.rekap[0]
    assert recap.seri
    empty = replace(recap.seri[-1], memiliki=None, wajib=None, persen=None)
    recap = replace(recap, seri=(*recap.seri[:-1], empty))
    book = openpyxl.load_workbook(
        BytesIO(write_rekap(replace(report, rekap=(recap, *report.rekap[1:]))))
    )
    sheet = book["Tren"]
    rows = [row for row in sheet.iter_rows(min_col=1, max_col=5) if row[0].value]
    months = [row for row in rows if str(row[0].value).startswith("Desember 2024")]
    # THEN the cell is blank: an empty result of a formula would be drawn as zero
    assert months[0][4].value is None
