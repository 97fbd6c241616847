"""The rekap workbook in LibreOffice: recalculated, and printed to PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.cakupan import (
    capaian,
    kekurangan,
    peringkat,
    ratio_hundredths,
    round_half_up,
)
from civreg_tui.domain.laporan import Rekap, Sasaran, Trio
from civreg_tui.papers.rekap import write_rekap
from tests.unit.lakip import contoh
from tests.unit.lakip.angka_resmi import BARIS
from tests.unit.papers import office, sample
from tests.unit.papers.office import same

ERRORS = ("#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NUM!", "Err:")


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


def swollen() -> Rekap:
    """AK017 with two regions that have only one of both figures: the sums give another percent."""
    rows = [
        (k, n, Trio(jml=None if k == "13.02" else w), Trio(jml=None if k == "13.71" else m))
        for k, n, w, m, *_ in BARIS
    ]
    return contoh.rekap(contoh.AK017, rows, Sasaran("AK017", 2024, 9800, 9900, 10_000))


def ceiling() -> Rekap:
    """ACERAI as an indicator of negative polarity."""
    rows = [(k, n, Trio(jml=w), Trio(jml=m)) for k, n, _, _, w, m, *_ in BARIS]
    return contoh.rekap(contoh.ACERAI, rows, Sasaran("ACERAI", 2024, 5500, negatif=True))


@office.needs_office
def test_percent_and_capaian_of_incomplete_regions_and_of_a_ceiling_are_recalculated(tmp_path):
    content = write_rekap(contoh.laporan(rekap=(swollen(), ceiling())))
    before = office.openpyxl.load_workbook(office.BytesIO(content), data_only=True)
    after = office.recalculated(content, tmp_path)
    for sheet in before:
        for cell in (cell for row in sheet for cell in row):
            value = after[sheet.title][cell.coordinate].value
            assert same(cell.value, value), (sheet.title, cell.coordinate, cell.value, value)
    texts = {cell.value for row in before["Akta Perceraian"] for cell in row}
    assert "Capaian kinerja (%)" in texts
    assert "KURANG DARI TARGET" not in texts
    [row] = [r for r in before["Ringkasan"].values if r[1] == "Akta Perceraian"]
    assert row[7:9] == (55, 96.07)
    assert row[11:13] == ("–", "–")


def nil_of(codes: frozenset[str]) -> Rekap:
    """AK017 with nobody to hold the document in those regions; all of them when empty."""
    rows = [
        (k, n, *(Trio(jml=0 if not codes or k in codes else v) for v in (w, m)))
        for k, n, w, m, *_ in BARIS
    ]
    return contoh.rekap(contoh.AK017, rows, Sasaran("AK017", 2024, 9800))


@office.needs_office
@pytest.mark.parametrize("codes", [frozenset({"13.02", "13.06"}), frozenset()])
def test_nil_denominators_are_recalculated_as_they_were_written(codes, tmp_path):
    content = write_rekap(contoh.laporan(rekap=(nil_of(codes),)))
    before = office.openpyxl.load_workbook(office.BytesIO(content), data_only=True)
    after = office.recalculated(content, tmp_path)
    for sheet in before:
        for cell in (cell for row in sheet for cell in row):
            value = after[sheet.title][cell.coordinate].value
            assert same(cell.value, value), (sheet.title, cell.coordinate, cell.value, value)


def deaths_reported() -> Rekap:
    """Akta kematian with this month's certificates and the deaths reported, so with a percent."""
    one = sample.rekap("AMATI", 9000, terbit=True, dilaporkan=True)
    rows = []
    for number, row in enumerate(one.baris, 1):
        issued, reported = sample.trio(None, 10 + number, 9), 30 + number
        short = kekurangan(issued.jml, reported, 9000)
        percent = ratio_hundredths(issued.jml, reported)
        figures = {"terbit": issued, "dilaporkan": reported, "persen": percent}
        rows.append(replace(row, **figures, kekurangan=short))
    ranks = peringkat([(row.terbit.jml, row.dilaporkan) for row in rows])
    ranked = tuple(replace(r, peringkat=n) for r, n in zip(rows, ranks, strict=True))
    pair = (sum(r.terbit.jml for r in ranked), sum(r.dilaporkan for r in ranked))
    total = replace(one.provinsi, persen=ratio_hundredths(*pair))
    reached = capaian(*pair, 9000)
    assert reached is not None
    return replace(one, baris=ranked, provinsi=total, capaian=round_half_up(reached * 100))


@office.needs_office
def test_deaths_are_measured_against_those_reported(tmp_path):
    content = write_rekap(sample.laporan(recaps=(deaths_reported(),)))
    before = office.openpyxl.load_workbook(office.BytesIO(content), data_only=True)
    after = office.recalculated(content, tmp_path)
    for name in ("Ringkasan", "Akta Kematian", "Peringkat"):
        for row in before[name]:
            for cell in row:
                assert same(cell.value, after[name][cell.coordinate].value), (name, cell)
    heads = [cell.value for cell in before["Akta Kematian"][12]]
    assert "11=(9:10×100)" in heads


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
