"""The rekap workbook in LibreOffice: recalculated, and printed to PDF."""

from __future__ import annotations

import pytest

from civreg_tui.papers.rekap import write_rekap
from tests.unit.papers import office, sample

ERRORS = ("#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "Err:")


def same(left: object, right: object) -> bool:
    if left in (None, "") or right in (None, ""):
        return left in (None, "") and right in (None, "")
    if isinstance(left, str) or isinstance(right, str):
        return left == right
    return abs(left - right) < 1e-9


@office.needs_office
@pytest.mark.parametrize("gap", [frozenset(), frozenset({"13.05", "13.71"})])
def test_recalculated_it_shows_the_same_numbers(gap, tmp_path):
    recaps = (
        sample.rekap("AK017", 9800, missing=gap),
        sample.rekap("AKAWIN", 8350, missing=gap),
        sample.rekap("ACERAI", 6000),
        sample.rekap("AMATI"),
    )
    content = write_rekap(sample.laporan(recaps=recaps))
    before = office.openpyxl.load_workbook(office.BytesIO(content), data_only=True)
    after = office.recalculated(content, tmp_path)
    for sheet in before:
        for row in sheet:
            for cell in row:
                value = after[sheet.title][cell.coordinate].value
                assert same(cell.value, value), (sheet.title, cell.coordinate, cell.value, value)
                assert not str(value).startswith(ERRORS)


@office.needs_office
@pytest.mark.parametrize("draf", [True, False])
def test_printed_it_is_f4_with_nothing_clipped(draf, tmp_path):
    path = office.convert(write_rekap(sample.laporan(draf=draf)), ".xlsx", "pdf", tmp_path)
    pages, texts = office.pdf_pages(path), office.pdf_texts(path)
    assert 14 <= len(pages) <= 18
    for number, (page, text) in enumerate(zip(pages, texts, strict=True), 1):
        office.assert_size(page, office.F4_POINTS)
        assert "###" not in text
        assert not any(error in text for error in ERRORS)
        assert f"Halaman {number} dari {len(pages)}" in text
        assert (text.count("DRAF") >= 2) is draf
    recaps = [t for t in texts if "Mengetahui," in t and "JUMLAH" in t and "REKAPITULASI" in t]
    assert len(recaps) == 4
    assert "1.732.411" in recaps[0]
    assert "98,53" in recaps[0]
    assert "KETERANGAN" in recaps[1]
