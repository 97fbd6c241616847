"""The Staf takes a handed-over month back while no Kasi has it open, and not otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.answers import answer_cells, unanswered
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.month.desk import desk
from civreg_tui.services.month.hold import hold, holder, release, release_for
from civreg_tui.services.month.returns import open_return, return_to_staf
from civreg_tui.services.month.take_back import can_take_back, take_back
from civreg_tui.services.pemeriksaan.validate import hand_over, unvalidate, validate
from tests.unit.services.bantu import ALASAN, BULAN, ditolak, keadaan, peristiwa, sebagai, sel

A, B = sel("13.01"), sel("13.02")
TARIK = Aksi.TARIK_KEMBALI


def staf(ws):
    return sebagai(ws, "staf", akun="ani")


def kasi(ws):
    return sebagai(ws, "kasi", akun="siti")


def baris(ws):
    return next(row for row in desk(ws) if row.periode == BULAN)


def test_before_the_kasi_opens_it_the_staf_may_change_figures_again(demo) -> None:
    ws = staf(demo(5))
    with pytest.raises(Ditolak, match="giliran Kasi"):
        commit_cell(ws, BULAN, "AK017", A, Isian(1))
    take_back(ws, BULAN, ALASAN)
    assert keadaan(ws) is Keadaan.ENTRI
    commit_cell(ws, BULAN, "AK017", A, Isian(1))
    (event,) = peristiwa(ws, TARIK)
    assert (event.akun, event.peran, event.alasan) == ("ani", "staf", ALASAN)


def test_while_the_review_is_open_it_is_refused_and_names_the_kasi(demo) -> None:
    ws = demo(5)
    hold(kasi(ws), BULAN)
    sentence = ditolak(staf(ws), take_back, ws, BULAN, ALASAN, aksi=TARIK)
    assert "Sedang diperiksa Kasi (siti) sejak" in sentence
    assert not can_take_back(ws, BULAN)
    assert baris(ws).pemeriksa.startswith("Sedang diperiksa Kasi (siti)")
    assert not baris(ws).dapat_ditarik
    # WHEN the Kasi leaves
    release(kasi(ws), BULAN)
    assert can_take_back(staf(ws), BULAN)
    assert baris(ws).dapat_ditarik
    take_back(ws, BULAN, ALASAN)
    assert keadaan(ws) is Keadaan.ENTRI


def test_one_account_with_both_roles_leaves_the_review_first(demo) -> None:
    ws = sebagai(demo(5), "kasi", "staf", akun="budi")
    hold(ws, BULAN)
    assert "(budi)" in ditolak(ws, take_back, ws, BULAN, ALASAN, aksi=TARIK)
    release(ws, BULAN)
    take_back(ws, BULAN, ALASAN)


def test_whoever_may_not_validate_any_more_lets_go(demo) -> None:
    ws = sebagai(demo(5), "kasi", "staf", akun="budi")
    hold(ws, BULAN)
    assert hold(sebagai(ws, "staf", akun="budi"), BULAN) is None
    assert holder(ws, BULAN) is None


@pytest.mark.parametrize("how", ["an hour", "the admin"])
def test_a_forgotten_review_frees_the_month_too(demo, jam, how: str) -> None:
    ws = demo(5)
    hold(kasi(ws), BULAN)
    if how == "an hour":
        start = ws.clock()
        ws.clock = lambda: start + timedelta(hours=1, minutes=1)
    else:
        release_for(sebagai(ws, "admin"), BULAN, ALASAN)
    take_back(staf(ws), BULAN, ALASAN)
    assert keadaan(ws) is Keadaan.ENTRI


def test_after_validation_there_is_nothing_to_take_back(demo) -> None:
    ws = demo(5)
    validate(kasi(ws), BULAN)
    assert "giliran Kabid" in ditolak(staf(ws), take_back, ws, BULAN, ALASAN, aksi=TARIK)
    assert not baris(ws).dapat_ditarik


@pytest.mark.parametrize("again", [1, 2])
def test_the_return_that_was_being_answered_is_open_again(demo, again: int) -> None:
    ws = demo(5)
    return_to_staf(kasi(ws), BULAN, [("AK017", A), ("ACERAI", B)], ALASAN)
    answer_cells(staf(ws), BULAN, [("AK017", A), ("ACERAI", B)], "sesuai kertas")
    for _ in range(again):
        hand_over(ws, BULAN)
        assert open_return(ws, BULAN, Aksi.KEMBALIKAN_KE_STAF) is None
        take_back(ws, BULAN, ALASAN)
        assert open_return(ws, BULAN, Aksi.KEMBALIKAN_KE_STAF) is not None
    # THEN the named cells alone are open, and what was answered stays answered
    with pytest.raises(Ditolak, match="terkunci"):
        commit_cell(ws, BULAN, "AK017", B, Isian(1))
    commit_cell(ws, BULAN, "AK017", A, Isian(1))
    assert unanswered(ws, BULAN) == ()


def test_a_return_that_the_kasi_was_content_with_stays_closed(demo) -> None:
    ws = demo(5)
    return_to_staf(kasi(ws), BULAN, [("AK017", A)], ALASAN)
    answer_cells(staf(ws), BULAN, [("AK017", A)], "sesuai kertas")
    hand_over(ws, BULAN)
    validate(kasi(ws), BULAN)
    unvalidate(ws, BULAN, ALASAN)
    take_back(staf(ws), BULAN, ALASAN)
    assert open_return(ws, BULAN, Aksi.KEMBALIKAN_KE_STAF) is None
    commit_cell(ws, BULAN, "AK017", B, Isian(1))


def test_the_desk_tells_who_took_it_back_and_why_until_it_is_handed_over_again(demo) -> None:
    ws = staf(demo(5))
    assert baris(ws).ditarik == ""
    take_back(ws, BULAN, ALASAN)
    assert baris(kasi(ws)).ditarik == f"Ditarik kembali oleh ani: {ALASAN}"
    hand_over(staf(ws), BULAN)
    assert baris(ws).ditarik == ""


def test_a_plain_hand_over_opens_nothing_else(demo) -> None:
    ws = staf(demo(5))
    take_back(ws, BULAN, ALASAN)
    assert peristiwa(ws, TARIK)[-1].objek == ""
    hand_over(ws, BULAN)
    assert keadaan(ws) is Keadaan.PEMERIKSAAN
