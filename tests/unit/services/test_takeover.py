"""Taking figures over from the softcopy, and deciding where entry and softcopy differ."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.entri.takeover import keep_entry, take_over, take_over_all, take_softcopy
from civreg_tui.services.entri.undo import undo
from civreg_tui.services.month.months import load_month, load_sheet
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN, ditolak, isi, letakkan, peristiwa, sebagai, sel

A, B = sel("13.01"), sel("13.02")


@pytest.fixture
def ws(demo) -> Workspace:
    return sebagai(demo(4), "staf", akun="ani")


def selisih(ws: Workspace, dokumen: str = "ACERAI"):
    return differences(ws, load_sheet(ws, BULAN, dokumen))


def test_one_document_is_filled_with_the_published_figures(ws) -> None:
    assert take_over(ws, BULAN, "ACERAI") == 38
    sheet = load_sheet(ws, BULAN, "ACERAI")
    assert (sheet.total("memiliki"), sheet.total("wajib")) == (61_143, 106_968)
    assert sheet.persen_provinsi() == 5716
    assert sheet.isian(A) == Isian(9623, asal="softcopy")
    assert load_sheet(ws, BULAN, "AK017").total("wajib") is None
    assert selisih(ws) == ()


def test_all_documents_at_once(ws) -> None:
    filled = take_over_all(ws, BULAN)
    sheets = load_month(ws, BULAN)
    assert filled == sum(len(s.wilayah) * len(s.required_columns) for s in sheets)
    percents = {s.dokumen.kode: s.persen_provinsi() for s in sheets}
    assert percents["AK017"] == 9853
    assert percents["AMATI"] is None
    assert next(s for s in sheets if s.dokumen.kode == "AMATI").total("memiliki") == 247_834
    assert not any(s.kosong() for s in sheets)
    assert take_over_all(ws, BULAN) == 0


def test_what_was_keyed_stays_and_shows_as_different(ws) -> None:
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9632))
    assert take_over(ws, BULAN, "ACERAI") == 37
    assert isi(ws, A, "ACERAI") == Isian(9632)
    (diff,) = selisih(ws)
    assert (diff.alamat, diff.entri, diff.sel.angka) == (A, 9632, 9623)
    assert diff.sel.alamat  # where it stands in the softcopy


def test_one_take_over_is_one_undo(ws) -> None:
    take_over(ws, BULAN, "ACERAI")
    undo(ws, BULAN)
    assert load_sheet(ws, BULAN, "ACERAI").total("wajib") is None


def test_an_empty_sheet_differs_nowhere(ws) -> None:
    assert selisih(ws) == ()


def test_deciding_for_the_softcopy(ws) -> None:
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9632))
    take_softcopy(ws, BULAN, selisih(ws)[0])
    assert isi(ws, A, "ACERAI") == Isian(9623, asal="softcopy")
    assert selisih(ws) == ()


def test_deciding_for_the_entry_holds_until_a_value_changes(ws) -> None:
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9632))
    (diff,) = selisih(ws)
    keep_entry(ws, BULAN, diff)
    assert selisih(ws) == ()
    made = peristiwa(ws, "putuskan_selisih")[-1]
    assert (made.objek, made.lama, made.baru, made.akun) == (
        "ACERAI/13.01/wajib/jml", "9623", "9632", "ani"
    )  # fmt: skip
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9633))
    (again,) = selisih(ws)
    assert again.entri == 9633
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9632))
    assert selisih(ws) == ()


@pytest.mark.parametrize("peran", ["kabid", "sekretariat", "auditor", "admin"])
def test_others_do_not_decide(ws, peran: str) -> None:
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9632))
    (diff,) = selisih(ws)
    sebagai(ws, peran)
    assert "Staf atau Kasi" in ditolak(ws, keep_entry, ws, BULAN, diff, aksi="putuskan_selisih")


def test_decisions_are_closed_after_validation(ws) -> None:
    commit_cell(ws, BULAN, "ACERAI", A, Isian(9632))
    (diff,) = selisih(ws)
    letakkan(ws, Keadaan.TERVALIDASI)
    with pytest.raises(Ditolak, match="sejak penerimaan sampai Kasi memvalidasi"):
        keep_entry(ws, BULAN, diff)


def test_nothing_left_to_take_over(ws) -> None:
    take_over(ws, BULAN, "ACERAI")
    with pytest.raises(Ditolak, match="Tidak ada sel kosong Akta Perceraian"):
        take_over(ws, BULAN, "ACERAI")


def test_without_a_softcopy(demo) -> None:
    ws = sebagai(demo(3), "staf")
    letakkan(ws, Keadaan.ENTRI)
    with pytest.raises(Ditolak, match="Belum ada softcopy yang diterima"):
        take_over(ws, BULAN, "ACERAI")


def test_a_return_lets_only_named_cells_be_taken_over(demo) -> None:
    from civreg_tui.services.month.returns import return_to_staf
    from tests.unit.services.bantu import ALASAN

    ws = sebagai(demo(5), "kasi")
    return_to_staf(ws, BULAN, [("ACERAI", A)], ALASAN)
    sebagai(ws, "staf")
    commit_cell(ws, BULAN, "ACERAI", A, Isian())
    assert take_over(ws, BULAN, "ACERAI") == 1
