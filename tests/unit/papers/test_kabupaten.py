"""A kabupaten/kota's own sheet."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from civreg_tui.domain.laporan import Laporan, TitikSeri
from civreg_tui.papers.kabupaten import write_kabupaten
from tests.unit.papers import office


def own_series(laporan: Laporan) -> list[TitikSeri]:
    return [replace(point, acuan="") for rekap in laporan.rekap for point in rekap.seri]


def rows(content: bytes) -> list[tuple]:
    return list(openpyxl.load_workbook(BytesIO(content), data_only=True).active.values)


def test_it_shows_the_regions_place_in_every_document(laporan):
    found = {row[1]: row for row in rows(write_kabupaten(laporan, "13.09"))}
    birth = found["Akta Kelahiran Anak 0–17 Tahun"]
    assert birth[2:6] == (32_180, 29_356, 2824, 91.22)
    assert birth[7:11] == (98.53, 98, 2181, "19 dari 19")
    assert found["Akta Kematian"][5] == "–"
    assert "Akta Perkawinan *" in found


def test_its_findings_and_reasons_are_told(laporan):
    text = [cell for row in rows(write_kabupaten(laporan, "13.06")) for cell in row if cell]
    assert any("149.001" in str(cell) and "Alasan: =pindah." in str(cell) for cell in text)


def test_an_unknown_code_is_refused(laporan):
    with pytest.raises(ValueError, match=r"99\.99"):
        write_kabupaten(laporan, "99.99")


def test_two_runs_give_the_same_bytes(laporan):
    points = own_series(laporan)
    assert write_kabupaten(laporan, "13.06", points) == write_kabupaten(laporan, "13.06", points)


@office.needs_office
def test_printed_with_its_trend_it_is_one_page(laporan, tmp_path):
    content = write_kabupaten(laporan, "13.06", own_series(laporan))
    path = office.convert(content, ".xlsx", "pdf", tmp_path)
    assert len(office.pdf_pages(path)) == 1
    office.assert_size(office.pdf_pages(path)[0], office.F4_POINTS)
    assert "###" not in office.pdf_texts(path)[0]
