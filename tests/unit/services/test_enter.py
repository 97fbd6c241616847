"""Keying: every figure durable with its history, and three kinds of nothing kept apart."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.lembar import KOSONG, Isian
from civreg_tui.services.entri.enter import (
    TERBESAR,
    AkanGugur,
    carry_over,
    commit_cell,
    commit_cells,
    set_control,
    set_note,
    set_split,
)
from civreg_tui.services.entri.undo import Tersentuh, redo, undo
from civreg_tui.services.month.months import load_sheet, set_acuan
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.conftest import Jam
from tests.unit.services.bantu import (
    BULAN,
    LALU,
    ditolak,
    isi,
    letakkan,
    peristiwa,
    sebagai,
    sel,
    terakhir,
)

A, B = sel("13.01"), sel("13.02")
TERSENTUH = Tersentuh("isi_sel", "AK017", "13.01", A.kolom)


@pytest.fixture
def ws(demo) -> Workspace:
    return sebagai(demo(4), "staf", akun="ani")


def kunci(ws: Workspace, alamat, angka: int | None, **lain) -> None:
    commit_cell(ws, BULAN, "AK017", alamat, Isian(angka), **lain)


def test_a_figure_is_kept_with_old_new_who_and_when(ws, jam) -> None:
    kunci(ws, A, 100)
    moment = ws.now()
    kunci(ws, A, 101)
    first, second = peristiwa(ws, "isi_sel")[-2:]
    assert (first.objek, first.akun, first.peran) == ("AK017/13.01/wajib/jml", "ani", "staf")
    assert (first.lama, first.baru) == (dump(KOSONG), dump(Isian(100)))
    assert (second.lama, second.baru) == (dump(Isian(100)), dump(Isian(101)))
    assert first.waktu < moment < second.waktu
    assert ws.store.cells.author(BULAN, "AK017", A) == ("ani", second.waktu)


def test_a_figure_is_on_the_disk_before_the_call_returns(ws) -> None:
    kunci(ws, A, 100)
    other = Store(ws.store.folder)
    assert other.cells.of(BULAN, "AK017")[A] == Isian(100)
    other.close()


def test_empty_nought_and_nil_are_three_things_after_reopening(ws, config) -> None:
    kunci(ws, A, 0)
    commit_cell(ws, BULAN, "AK017", B, Isian(0, nihil=True))
    kunci(ws, sel("13.03"), 5)
    kunci(ws, sel("13.03"), None)
    again = Workspace(config, Store(ws.store.folder), pelaku=ws.pelaku)
    assert isi(again, A) == Isian(0)
    assert isi(again, B) == Isian(0, nihil=True)
    assert isi(again, sel("13.03")).angka is None
    assert isi(again, sel("13.04")) == KOSONG
    empty = load_sheet(again, BULAN, "AK017").kosong()
    assert {A, B}.isdisjoint(empty)
    assert {sel("13.03"), sel("13.04")} <= set(empty)
    again.close()


def test_the_same_figure_again_is_no_act(ws) -> None:
    kunci(ws, A, 100)
    before = terakhir(ws)
    kunci(ws, A, 100)
    assert terakhir(ws) == before


@pytest.mark.parametrize("angka", [-1, TERBESAR + 1])
def test_what_is_no_count_is_refused(ws, angka: int) -> None:
    with pytest.raises(Ditolak, match="nol atau lebih, paling banyak 12 angka"):
        kunci(ws, A, angka)
    assert isi(ws, A) == KOSONG


@pytest.mark.parametrize(
    "alamat",
    [sel("13.99"), sel("13.01", "belum"), sel("13.01", "wajib", "l"), sel("13.01", "terbit")],
)
def test_what_is_computed_or_absent_cannot_be_keyed(ws, alamat) -> None:
    with pytest.raises(Ditolak, match="angkanya dihitung sendiri"):
        kunci(ws, alamat, 1)


def test_a_document_the_month_does_not_have(ws) -> None:
    with pytest.raises(Ditolak, match="AKALL tidak direkap pada bulan Desember 2024"):
        commit_cell(ws, BULAN, "AKALL", A, Isian(1))


def test_a_block_is_one_act_whole_or_not_at_all(ws) -> None:
    assert commit_cells(ws, BULAN, "AK017", {A: Isian(1), B: Isian(2)}) == 2
    groups = {e.kelompok for e in peristiwa(ws, "isi_sel")[-2:]}
    assert len(groups) == 1
    with pytest.raises(Ditolak):
        commit_cells(ws, BULAN, "AK017", {A: Isian(9), sel("13.99"): Isian(9)})
    assert isi(ws, A) == Isian(1)
    undo(ws, BULAN)
    assert isi(ws, A).angka is isi(ws, B).angka is None


class TestOvertaken:
    def test_a_cell_a_colleague_filled_meanwhile_is_told(self, ws) -> None:
        seen = isi(ws, A)
        sebagai(ws, "staf", akun="budi")
        kunci(ws, A, 777, seen=seen)
        sebagai(ws, "staf", akun="ani")
        with pytest.raises(Ditolak, match=r"Sel ini baru diisi 777 oleh budi\. Periksa dulu"):
            kunci(ws, A, 100, seen=seen)
        assert isi(ws, A) == Isian(777)
        kunci(ws, A, 100, seen=Isian(777))
        assert isi(ws, A) == Isian(100)

    def test_a_cell_a_colleague_cleared_is_told_too(self, ws) -> None:
        kunci(ws, A, 5)
        sebagai(ws, "staf", akun="budi")
        kunci(ws, A, None)
        sebagai(ws, "staf", akun="ani")
        with pytest.raises(Ditolak, match="oleh budi"):
            kunci(ws, A, 6, seen=Isian(5))

    def test_undo_does_not_take_a_colleague_s_figure_away(self, ws) -> None:
        kunci(ws, A, 100)
        sebagai(ws, "staf", akun="budi")
        kunci(ws, A, 777)
        sebagai(ws, "staf", akun="ani")
        with pytest.raises(Ditolak, match="777 oleh budi"):
            undo(ws, BULAN)
        assert isi(ws, A) == Isian(777)

    def test_redo_does_not_either(self, ws) -> None:
        kunci(ws, A, 100)
        undo(ws, BULAN)
        sebagai(ws, "staf", akun="budi")
        kunci(ws, A, 777)
        sebagai(ws, "staf", akun="ani")
        with pytest.raises(Ditolak, match="777 oleh budi"):
            redo(ws, BULAN)
        assert isi(ws, A) == Isian(777)


class TestUndo:
    def test_back_and_forth(self, ws) -> None:
        for angka in (1, 2, 3):
            kunci(ws, A, angka)
        assert [undo(ws, BULAN), isi(ws, A).angka] == [TERSENTUH, 2]
        assert [undo(ws, BULAN), isi(ws, A).angka] == [TERSENTUH, 1]
        assert [redo(ws, BULAN), isi(ws, A).angka] == [TERSENTUH, 2]
        kunci(ws, B, 9)
        assert redo(ws, BULAN) is None
        undo(ws, BULAN)
        undo(ws, BULAN)
        undo(ws, BULAN)
        assert isi(ws, A) == isi(ws, B) == KOSONG
        assert undo(ws, BULAN) is None

    def test_it_survives_reopening(self, ws, config) -> None:
        kunci(ws, A, 1)
        kunci(ws, A, 2)
        undo(ws, BULAN)
        again = Workspace(config, Store(ws.store.folder), pelaku=ws.pelaku, clock=Jam())
        assert redo(again, BULAN) == TERSENTUH
        assert isi(again, A) == Isian(2)
        undo(again, BULAN)
        undo(again, BULAN)
        assert isi(again, A) == KOSONG
        again.close()

    def test_it_is_on_record_like_any_other_change(self, ws) -> None:
        kunci(ws, A, 1)
        made = peristiwa(ws, "isi_sel")[-1]
        undo(ws, BULAN)
        undone = peristiwa(ws, "isi_sel")[-1]
        assert (undone.lama, undone.baru) == (made.baru, made.lama)
        assert undone.alasan == f"urung:{made.kelompok}"

    def test_each_account_takes_back_its_own(self, ws) -> None:
        kunci(ws, A, 1)
        sebagai(ws, "staf", akun="budi")
        assert undo(ws, BULAN) is None
        kunci(ws, B, 2)
        undo(ws, BULAN)
        assert (isi(ws, A), isi(ws, B)) == (Isian(1), KOSONG)

    def test_it_needs_the_right_to_key(self, ws) -> None:
        kunci(ws, A, 1)
        letakkan(ws, Keadaan.PEMERIKSAAN)
        assert "giliran Kasi" in ditolak(ws, undo, ws, BULAN, aksi="isi_sel")
        assert isi(ws, A) == Isian(1)

    def test_nothing_done_nothing_undone(self, ws) -> None:
        assert undo(ws, BULAN) is redo(ws, BULAN) is None


class TestCarryOver:
    def test_denominators_come_from_last_month_of_the_same_dkb(self, ws) -> None:
        set_acuan(ws, BULAN, ws.month(LALU).acuan)
        kunci(ws, A, 5)
        before = load_sheet(ws, LALU, "AK017")
        assert carry_over(ws, BULAN, "AK017") == 18
        sheet = load_sheet(ws, BULAN, "AK017")
        assert sheet.isian(A) == Isian(5)
        assert sheet.isian(B) == Isian(before.isian(B).angka, asal="bawaan")
        assert sheet.total("memiliki") is None
        undo(ws, BULAN)
        assert load_sheet(ws, BULAN, "AK017").total("wajib") == 5

    def test_not_across_a_change_of_dkb(self, ws) -> None:
        with pytest.raises(Ditolak, match=r"Acuan DKB berganti \(DKB Semester I Tahun 2024\)"):
            carry_over(ws, BULAN, "AK017")

    def test_not_without_last_month(self, ws) -> None:
        letakkan(ws, Keadaan.ENTRI, "2024-01")
        with pytest.raises(Ditolak, match="Bulan lalu belum pernah direkap"):
            carry_over(ws, "2024-01", "AK017")

    def test_a_document_without_a_denominator_has_nothing_to_carry(self, ws) -> None:
        set_acuan(ws, BULAN, ws.month(LALU).acuan)
        assert carry_over(ws, BULAN, "AMATI") == 0


class TestSplit:
    def test_an_empty_sheet_can_be_keyed_by_sex(self, ws) -> None:
        set_split(ws, BULAN, "AK017", "lp")
        commit_cell(ws, BULAN, "AK017", sel("13.01", "wajib", "l"), Isian(3))
        with pytest.raises(Ditolak, match="dihitung sendiri"):
            kunci(ws, A, 3)
        event = peristiwa(ws, "ganti_rincian")[-1]
        assert (event.lama, event.baru) == ("jumlah", "lp")

    def test_a_sheet_that_holds_figures_stays_as_it_is(self, ws) -> None:
        kunci(ws, A, 3)
        with pytest.raises(Ditolak, match="selagi rekap dokumen ini kosong"):
            set_split(ws, BULAN, "AK017", "lp")
        kunci(ws, A, None)
        set_split(ws, BULAN, "AK017", "lp")

    def test_the_next_month_follows_this_one(self, ws) -> None:
        from civreg_tui.domain.periode import Periode
        from civreg_tui.services.month.months import open_month

        set_split(ws, BULAN, "AK017", "lp")
        sebagai(ws, "kabid")
        open_month(ws, Periode(2025, 1), "DKB Semester II Tahun 2024")
        assert load_sheet(ws, "2025-01", "AK017").rincian == "lp"
        assert load_sheet(ws, "2025-01", "ACERAI").rincian == "jumlah"


def test_control_totals_and_notes_are_on_record(ws) -> None:
    kolom = A.kolom
    for angka in (5, 6, 6, None):
        set_control(ws, BULAN, "AK017", kolom, angka)
    changes = [(e.lama, e.baru) for e in peristiwa(ws, "isi_kendali")]
    assert changes == [("null", "5"), ("5", "6"), ("6", "null")]
    assert ws.store.cells.controls(BULAN, "AK017") == {}
    set_note(ws, BULAN, "AK017", A, "tanya Disdukcapil", tanda=True)
    assert ws.store.cells.notes(BULAN, "AK017")[A].tanda
    assert peristiwa(ws, "catat_sel")[-1].baru == "tanya Disdukcapil"


def test_a_write_that_would_void_the_validation_asks_within_its_transaction(demo):
    ws = sebagai(demo(6), "staf")
    before = terakhir(ws)
    with pytest.raises(AkanGugur, match="membatalkan validasi"):
        commit_cells(ws, BULAN, "AK017", {A: Isian(1)}, gugurkan=False)
    assert (terakhir(ws), ws.month(BULAN).keadaan) == (before, Keadaan.TERVALIDASI)


def test_a_block_that_voids_the_validation_moves_the_month_once(demo):
    ws = sebagai(demo(6), "staf")
    before = terakhir(ws)
    commit_cells(ws, BULAN, "AK017", {A: Isian(1), B: Isian(2)})
    assert ws.month(BULAN).keadaan is Keadaan.ENTRI
    assert [e.aksi for e in peristiwa(ws, after=before)] == ["isi_sel", "pindah", "isi_sel"]
