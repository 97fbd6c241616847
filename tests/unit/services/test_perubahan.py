"""The changes since the revision before stand in the recap's workbook, with reason and author."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from civreg_tui.domain.lembar import Isian
from civreg_tui.papers.rekap import write_rekap
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.entri.takeover import keep_entry
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.month.returns import return_to_staf
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.check import check_month, explain
from civreg_tui.services.pemeriksaan.validate import hand_over, unvalidate, validate
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import ALASAN, BULAN, sebagai, sel

AGAM = sel("13.06", "memiliki")


def ubah(ws: Workspace, angka: int) -> None:
    """Validated, taken back, returned to the Staf, and keyed anew."""
    sebagai(ws, "kasi", akun="kasi")
    validate(ws, BULAN)
    unvalidate(ws, BULAN, ALASAN)
    return_to_staf(ws, BULAN, [("AK017", AGAM)], ALASAN)
    sebagai(ws, "staf", akun="ani")
    commit_cell(ws, BULAN, "AK017", AGAM, Isian(angka))


def sahkan(ws: Workspace) -> None:
    for diff in differences(ws, load_sheet(ws, BULAN, "AK017")):
        keep_entry(ws, BULAN, diff)
    hand_over(ws, BULAN)
    sebagai(ws, "kasi", akun="kasi")
    for found in check_month(ws, BULAN):
        if found.temuan.level == "warning":
            explain(ws, BULAN, found.temuan, "data ganda dihapus")
    validate(ws, BULAN)


def lembar(ws: Workspace) -> list[tuple] | None:
    book = openpyxl.load_workbook(BytesIO(write_rekap(build_report(ws, BULAN))), data_only=True)
    return list(book["Perubahan"].values) if "Perubahan" in book.sheetnames else None


def test_a_first_revision_has_no_sheet_of_changes(demo):
    ws = demo(5)
    assert lembar(ws) is None
    validate(sebagai(ws, "kasi", akun="kasi"), BULAN)
    assert lembar(ws) is None


def test_while_it_is_a_draft_the_changes_since_the_last_revision_stand_there(demo):
    ws = demo(5)
    ubah(ws, 148_990)
    (row,) = [r for r in lembar(ws) or [] if r[2] == "Kabupaten Agam"]
    assert row[1:9] == (
        "Akta Kelahiran Anak 0–17 Tahun", "Kabupaten Agam", "Memiliki", "JML",
        149_001, 148_990, -11, ALASAN,
    )  # fmt: skip
    assert row[9] == "ani"
    assert "Jan 2025" in row[10]


def test_validated_anew_they_stay_with_the_explanation(demo):
    ws = demo(5)
    ubah(ws, 135_000)
    sahkan(ws)
    (row,) = [r for r in lembar(ws) or [] if r[2] == "Kabupaten Agam"]
    assert row[5:9] == (149_001, 135_000, -14_001, f"{ALASAN}; data ganda dihapus")


def test_a_figure_put_back_is_no_change(demo):
    ws = demo(5)
    ubah(ws, 148_990)
    commit_cell(ws, BULAN, "AK017", AGAM, Isian(149_001))
    assert lembar(ws) is None
