"""Passing a warning with a reason: on record, and raised again when the value changes."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.entri.takeover import keep_entry, take_over_all
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.pemeriksaan.check import check_month, explain
from civreg_tui.services.pemeriksaan.validate import blocks, validate
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Penjelasan
from tests.unit.services.bantu import BULAN, ditolak, letakkan, peristiwa, sebagai, sel

LESS = sel("13.06", "memiliki")


@pytest.fixture
def ws(demo) -> Workspace:
    """December entered in full, with Agam's owners of akta kelahiran fallen since November."""
    ws = sebagai(demo(4), "staf", akun="ani")
    take_over_all(ws, BULAN)
    commit_cell(ws, BULAN, "AK017", LESS, Isian(120_000))
    letakkan(ws, Keadaan.PEMERIKSAAN)
    return sebagai(ws, "kasi", akun="siti")


def peringatan(ws: Workspace) -> Temuan:
    found = [f.temuan for f in check_month(ws, BULAN) if f.temuan.level == "warning"]
    return next(f for f in found if f.region == "13.06")


def jawaban(ws: Workspace, finding: Temuan):
    return next(f for f in check_month(ws, BULAN) if f.temuan.kunci == finding.kunci)


def test_an_unexplained_warning_blocks_and_a_reason_lets_it_pass(ws) -> None:
    finding = peringatan(ws)
    assert blocks(jawaban(ws, finding))
    explain(ws, BULAN, finding, "  pindah  ")
    given = jawaban(ws, finding)
    assert (given.alasan, given.oleh) == ("pindah", "siti")
    assert not blocks(given)
    event = peristiwa(ws, Aksi.JELASKAN_TEMUAN)[-1]
    assert (event.objek, event.alasan, event.peran) == (finding.kunci, "pindah", "kasi")


def test_the_reason_lapses_when_the_value_changes_and_returns_with_it(ws) -> None:
    finding = peringatan(ws)
    explain(ws, BULAN, finding, "pindah")
    letakkan(ws, Keadaan.ENTRI)
    sebagai(ws, "staf")
    commit_cell(ws, BULAN, "AK017", LESS, Isian(119_000))
    assert jawaban(ws, finding).alasan is None
    commit_cell(ws, BULAN, "AK017", LESS, Isian(120_000))
    assert jawaban(ws, finding).alasan == "pindah"


def test_an_error_cannot_be_explained_away(ws) -> None:
    error = Temuan("R08", "error", "x", "AK017", "13.01", bukti="y")
    sentence = ditolak(ws, explain, ws, BULAN, error, "pindah")
    assert "kesalahan harus diperbaiki" in sentence


@pytest.mark.parametrize("alasan", ["", "   "])
def test_a_reason_must_be_written(ws, alasan: str) -> None:
    assert ditolak(ws, explain, ws, BULAN, peringatan(ws), alasan) == "Tulis atau pilih alasannya."


def test_the_staf_explains_only_while_entering(ws) -> None:
    sebagai(ws, "staf")
    ditolak(ws, explain, ws, BULAN, peringatan(ws), "pindah", aksi=Aksi.JELASKAN_TEMUAN)


def test_all_reasons_given_the_month_is_validated_with_them(ws) -> None:
    keep_entry(ws, BULAN, differences(ws, load_sheet(ws, BULAN, "AK017"))[0])
    for answer in check_month(ws, BULAN):
        if blocks(answer):
            explain(ws, BULAN, answer.temuan, "pindah")
    revision = validate(ws, BULAN)
    assert '"alasan":"pindah"' in revision.isi


def test_an_earlier_month_s_reason_for_a_finding_with_a_subject_of_its_own(ws) -> None:
    """Keys may have a fifth part that tells findings of one place apart."""
    finding = Temuan("R24", "warning", "x", "AK017", "13.06", bukti="y", perihal="rasio")
    assert finding.kunci.count("|") == 4
    with ws.store.transaction():
        ws.store.records.put_explanation(
            "2024-11", Penjelasan(finding.kunci, "y", "pindah", "siti", "2024-12-04")
        )
    assert check_month(ws, BULAN)


def test_a_finding_of_the_month_itself_belongs_to_no_document(ws) -> None:
    with ws.store.transaction():
        ws.store.records.put_explanation(
            "2024-11", Penjelasan("R27|||", "y", "libur", "siti", "2024-12-04")
        )
    assert check_month(ws, BULAN)


def test_a_month_that_does_not_exist_has_no_findings(ws) -> None:
    with pytest.raises(Ditolak, match="belum dibuka"):
        check_month(ws, "2031-01")
