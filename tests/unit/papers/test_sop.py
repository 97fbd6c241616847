"""The SOP time sheet."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from civreg_tui.papers import sop
from civreg_tui.papers.sop import write_sop
from tests.unit.papers import office


def rows(content: bytes) -> list[tuple]:
    return list(openpyxl.load_workbook(BytesIO(content), data_only=True).active.values)


def test_the_seven_steps_with_their_standard_and_used_minutes(laporan):
    steps = [row for row in rows(write_sop(laporan)) if isinstance(row[0], int)]
    assert [row[7] for row in steps] == [10, 10, 10, 60, 15, 480, 15]
    assert [row[11] for row in steps] == [5, 12, 9, 48, 14, 300, None]
    assert [row[12] for row in steps] == [-5, 2, -1, -12, -1, -180, None]
    marked = [row[2:6].index("■") for row in steps]
    assert marked == [1, 2, 3, 3, 2, 1, 0]


def test_the_sums_are_600_minutes_and_what_was_used(laporan):
    total = next(row for row in rows(write_sop(laporan)) if row[0] == "JUMLAH")
    assert (total[7], total[11]) == (600, 388)


def test_two_runs_give_the_same_bytes(laporan):
    assert write_sop(laporan) == write_sop(laporan)


@office.needs_office
def test_printed_it_is_one_page_of_f4(laporan, tmp_path):
    path = office.convert(write_sop(laporan), ".xlsx", "pdf", tmp_path)
    assert len(office.pdf_pages(path)) == 1
    office.assert_size(office.pdf_pages(path)[0], office.F4_POINTS)
    assert "###" not in office.pdf_texts(path)[0]


def test_no_word_of_a_head_touches_its_borders():
    for (_, below), width in zip(sop.KEPALA, sop.LEBAR, strict=True):
        assert all(len(word) < width for word in below.split())
