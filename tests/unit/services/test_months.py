"""Opening months; what is frozen then, and what follows today's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from civreg_tui.config import Config, load_config
from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.laporan import Bahan
from civreg_tui.domain.periode import Periode
from civreg_tui.services.cakupan.coverage import coverage_json
from civreg_tui.services.disposisi import load_disposisi, send_disposisi
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.lakip.composing import compose, deliver, save_text
from civreg_tui.services.month.desk import desk, next_month
from civreg_tui.services.month.months import earlier, load_month, open_month, previous_sheet
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.pemeriksaan.validate import blocks, hand_over, validate
from civreg_tui.services.penerimaan.receipt_form import CekHardcopy, FormTerima
from civreg_tui.services.penerimaan.receive import accept, examine
from civreg_tui.services.sekretariat import accept_lakip
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.conftest import budi
from tests.unit.services.bantu import ditolak, peristiwa

S2 = "DKB Semester II Tahun 2024"
JAN = Periode(2025, 1)


def settings(tmp_path: Path, text: str) -> Config:
    (tmp_path / "civreg.toml").write_text(text, "utf-8")
    return load_config(tmp_path / "civreg.toml")


def test_a_month_begins_at_the_kabid_with_its_reference_and_sheets(kosong) -> None:
    open_month(kosong, JAN, "dkb smt ii 2024")
    month = kosong.month("2025-01")
    assert (month.acuan, month.keadaan, month.contoh) == (S2, Keadaan.DISPOSISI_KABID, False)
    sheets = load_month(kosong, "2025-01")
    assert [s.dokumen.kode for s in sheets] == ["AK017", "AKAWIN", "ACERAI", "AMATI"]
    assert all(s.acuan == S2 and not s.isi for s in sheets)
    assert [s.rincian for s in sheets] == ["jumlah", "lp", "jumlah", "lp"]
    assert peristiwa(kosong, "buka_bulan")[-1].periode == "2025-01"


def test_a_month_is_opened_once(kosong) -> None:
    open_month(kosong, JAN, S2)
    assert ditolak(kosong, open_month, kosong, JAN, S2) == "Bulan Januari 2025 sudah ada."


@pytest.mark.parametrize("acuan", ["", "DKB", "2024", "Semester III Tahun 2024"])
def test_a_month_needs_its_dkb_reference(kosong, acuan: str) -> None:
    assert "Acuan DKB tidak dikenal" in ditolak(kosong, open_month, kosong, JAN, acuan)
    assert kosong.store.months.all() == []


def test_twelve_months_stand_side_by_side(demo) -> None:
    ws = demo(4)
    rows = desk(ws)
    assert [r.periode for r in rows] == [f"2024-{n:02d}" for n in range(12, 0, -1)]
    assert [r.contoh for r in rows] == [False] + [True] * 11
    assert {r.langkah for r in rows[1:]} == {None}
    assert earlier(ws, "2024-12", 3) == ("2024-11", "2024-10", "2024-09")
    assert next_month(ws) == ("2025-01", S2)


def test_the_first_month_proposed_is_the_last_calendar_month(kosong) -> None:
    assert next_month(kosong) == ("2024-12", S2)


def test_previous_means_the_calendar_month_before(kosong) -> None:
    open_month(kosong, Periode(2024, 11), "DKB Semester I Tahun 2024")
    open_month(kosong, JAN, S2)
    assert previous_sheet(kosong, "2025-01", "AK017") is None
    open_month(kosong, Periode(2024, 12), S2)
    assert previous_sheet(kosong, "2025-01", "AK017") is not None
    assert previous_sheet(kosong, "2025-01", "AKALL") is None


def test_a_month_keeps_the_definitions_it_was_opened_with(kosong, tmp_path: Path, config) -> None:
    open_month(kosong, JAN, S2)
    later = settings(
        tmp_path,
        "[dokumen.AKALL]\naktif = true\n[dokumen.AK017]\nnama = 'Nama Baru'\n"
        "[aturan.R20.ambang]\nturun = '9'\n[wilayah.'13.01']\nnama = 'Kabupaten Baru'\n"
        "[pejabat.kasi]\nnama = 'SITI'\n",
    )
    ws = Workspace(later, kosong.store, pelaku=budi(), clock=kosong.clock)
    frozen, today = ws.facts("2025-01"), config.facts
    assert [d.kode for d in frozen.aktif] == [d.kode for d in today.aktif]
    assert frozen.dokumen["AK017"].nama == today.dokumen["AK017"].nama
    assert frozen.aturan["R20"].batas("turun") == today.aturan["R20"].batas("turun")
    assert frozen.wilayah["13.01"].nama == "Kabupaten Pesisir Selatan"
    open_month(ws, Periode(2025, 2), S2)
    assert [s.dokumen.kode for s in load_month(ws, "2025-02")][1] == "AKALL"
    assert ws.facts("2025-02").dokumen["AK017"].nama == "Nama Baru"
    assert build_report(ws, "2025-01").kantor.pejabat["kasi"].nama == "SITI"


def test_the_order_of_frozen_documents_and_regions_is_kept(kosong) -> None:
    open_month(kosong, JAN, S2)
    again = Workspace(kosong.config, Store(kosong.store.folder), pelaku=budi())
    assert tuple(again.facts("2025-01").dokumen) == tuple(kosong.config.facts.dokumen)
    assert again.facts("2025-01").wilayah.kode == kosong.config.facts.wilayah.kode
    again.close()


def test_the_optional_documents_go_through_the_whole_month(tmp_path: Path, jam) -> None:
    """AK04 and AKALL switched on by configuration alone: steps 1 to 7 on the filled template."""
    wanted = "".join(f"[dokumen.{k}]\naktif = true\n" for k in ("AKALL", "AK04"))
    ws = Workspace(
        settings(tmp_path, wanted), Store(tmp_path / "simpanan"), pelaku=budi(), clock=jam
    )
    bulan, codes = "2025-01", ["AK017", "AK04", "AKALL", "AKAWIN", "ACERAI", "AMATI"]
    open_month(ws, JAN, S2)
    assert [s.dokumen.kode for s in load_month(ws, bulan)] == codes
    send_disposisi(ws, bulan, load_disposisi(ws, bulan))
    send_disposisi(ws, bulan, load_disposisi(ws, bulan))
    ws.masuk.mkdir()
    view = examine(ws, bulan, [filled_template(ws, ws.masuk / "laporan.xlsx")])
    papers = tuple(CekHardcopy(code, True, 1, True, S2) for code in codes)
    accept(ws, bulan, FormTerima(papers), view)
    take_over_all(ws, bulan)
    hand_over(ws, bulan)
    _explain_all(ws, bulan)
    validate(ws, bulan)
    coverage = coverage_json(build_report(ws, bulan))
    assert [d["code"] for d in coverage["documents"]] == codes
    assert coverage["complete"] is True
    assert [d["province"]["cakupan"] for d in coverage["documents"]] == [90.0] * 5 + [None]
    report, sections = compose(ws, bulan)
    assert [r.dokumen.kode for r in report.rekap] == codes
    for section in sections:
        if section.kosong:
            save_text(ws, bulan, section, "Diisi oleh Kabid.")
    deliver(ws, bulan)
    accept_lakip(ws, bulan, Bahan(True, True, True, "470/1", "2025-02-06"))
    assert ws.month(bulan).keadaan is Keadaan.SELESAI
    ws.close()


PER_WILAYAH = {"AK017": 30_000, "AK04": 8_000, "AKALL": 100_000, "AKAWIN": 24_000}


def filled_template(ws: Workspace, path: Path) -> Path:
    """The blank softcopy with figures whose coverage is 90 % everywhere."""
    import openpyxl

    from civreg_tui.papers.template import write_template

    facts = ws.config.facts
    path.write_bytes(write_template(JAN, facts.aktif, facts.wilayah, facts.kantor))
    book = openpyxl.load_workbook(path)
    for document in facts.aktif:
        sheet = book[document.lembar]
        for line in sheet.iter_rows():
            if str(line[1].value) in facts.wilayah:
                _fill(sheet, line, PER_WILAYAH.get(document.kode, 2_000))
    book.save(path)
    return path


def _fill(sheet, line, many: int) -> None:
    """Key what the template leaves open in a region's line; heads stand on rows 10 and 11."""
    due, upper = many + 1000 * line[0].row, ""
    for cell in line[3:]:
        upper = str(sheet.cell(10, cell.column).value or upper)
        lower = str(sheet.cell(11, cell.column).value)
        share = {"WAJIB AKTA": 100, "MEMILIKI": 90, "AKTA KEMATIAN s.d. BULAN INI": 90}.get(upper)
        sex = {"L": 52, "P": 48, "JML": 100}.get(lower)
        if share and sex and not str(cell.value or "").startswith("="):
            cell.value = due * share * sex // 10_000


def _explain_all(ws: Workspace, bulan: str) -> None:
    from civreg_tui.services.pemeriksaan.check import explain

    for found in check_month(ws, bulan):
        if blocks(found):
            assert found.temuan.level == "warning", found.temuan.message
            explain(ws, bulan, found.temuan, "data ganda dihapus")


def test_a_month_that_was_never_opened(kosong) -> None:
    for act in (build_report, load_month, check_month):
        with pytest.raises(Ditolak, match="Bulan Januari 2025 belum dibuka"):
            act(kosong, "2025-01")
