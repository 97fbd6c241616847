"""The sheets that go back to the kabupaten/kota: chosen by code or name, with their own trend."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.output.export import allowed_kinds, export_month
from civreg_tui.services.output.kabupaten import region_books
from civreg_tui.services.output.report import build_report
from tests.unit.services.bantu import BULAN


def values(content: bytes, sheet: str | None = None) -> list[tuple]:
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return list((book[sheet] if sheet else book.active).values)


def test_every_region_has_a_workbook_when_none_is_named(demo, tmp_path):
    ws = demo(6)
    assert "kabupaten" not in allowed_kinds(ws, BULAN)
    paths = export_month(ws, BULAN, tmp_path, ["kabupaten"])
    assert len(paths) == 19
    assert paths[5].name == "2024-12_13.06-kabupaten-agam_r1.xlsx"
    assert export_month(ws, BULAN, tmp_path, ["kabupaten"]) == paths


def test_the_trend_is_the_regions_own_not_the_provinces(demo):
    ws = demo(6)
    ((_, book),) = region_books(ws, build_report(ws, BULAN), "kabupaten:13.09")
    rows = values(book)
    december = [row for row in rows if row[1] == "Desember 2024"]
    assert december[0][2:5] == (32_180, 29_356, 91.22)
    assert sum(row[1] == "November 2024 *" for row in rows) == 4


def test_one_workbook_holds_a_sheet_for_each(demo):
    ws = demo(6)
    ((name, book),) = region_books(ws, build_report(ws, BULAN), "kabupaten:semua")
    assert name == "kabupaten-kota"
    sheets = openpyxl.load_workbook(BytesIO(book)).sheetnames
    assert len(sheets) == 19
    assert sheets[0] == "Kabupaten Pesisir Selatan"
    assert any(row[1] == "Desember 2024" for row in values(book, "Kota Pariaman"))


@pytest.mark.parametrize("name", ["13.06", "agam", " Kab. Agam "])
def test_a_region_is_chosen_by_code_or_name(demo, tmp_path, name):
    (path,) = export_month(demo(6), BULAN, tmp_path, [f"kabupaten:{name}"])
    assert path.name == "2024-12_13.06-kabupaten-agam_r1.xlsx"


@pytest.mark.parametrize(
    ("name", "sentence"), [("solok", "bisa berarti 13.02"), ("../x", "tidak dikenal")]
)
def test_an_unsettled_name_is_refused_before_anything_is_written(demo, tmp_path, name, sentence):
    with pytest.raises(Ditolak, match=sentence):
        export_month(demo(6), BULAN, tmp_path / "keluar", ["sop", f"kabupaten:{name}"])
    assert not (tmp_path / "keluar").exists()


def test_an_unknown_kind_names_the_known_ones(demo, tmp_path):
    with pytest.raises(Ditolak, match="sop, csv, kabupaten"):
        export_month(demo(6), BULAN, tmp_path, ["apa"])
