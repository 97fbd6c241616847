"""The procedure as the services carry it out: acts move the month, refusals are recorded."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import GILIRAN, NAMA_PERAN, Aksi, Ditolak, Keadaan
from civreg_tui.services.month.procedure import Catatan, act, may
from civreg_tui.services.people.identity import Pelaku
from tests.unit.domain.prosedur import BOLEH, DITOLAK, PERAN, SEMUA
from tests.unit.services.bantu import (
    ALASAN,
    BULAN,
    ditolak,
    keadaan,
    letakkan,
    peristiwa,
    sebagai,
    terakhir,
)


@pytest.fixture
def ws(demo):
    return demo(1)


@pytest.mark.parametrize(("dari", "aksi", "peran"), BOLEH, ids=str)
def test_a_permitted_act_moves_the_month_and_says_who_did_it(ws, dari, aksi, peran) -> None:
    sebagai(ws, peran)
    letakkan(ws, dari)
    before = terakhir(ws)
    number = act(ws, BULAN, aksi, Catatan("objek", "lama", "baru", ALASAN, "g"))
    ke, _ = BOLEH[dari, aksi, peran]
    assert keadaan(ws) is ke
    new = peristiwa(ws, after=before)
    done = new[0]
    assert (done.no, done.aksi, done.peran, done.akun, done.periode) == (
        number, aksi, peran, peran, BULAN
    )  # fmt: skip
    assert (done.objek, done.lama, done.baru, done.alasan) == ("objek", "lama", "baru", ALASAN)
    moved = [(e.aksi, e.lama, e.baru) for e in new[1:]]
    assert moved == ([] if ke is dari else [("pindah", dari, ke)])


def test_everything_else_is_refused_and_recorded(ws) -> None:
    """All combinations of state, act and role that the procedure does not name."""
    for dari, aksi, peran in DITOLAK:
        if keadaan(ws) is not dari:
            letakkan(ws, dari)
        sebagai(ws, peran)
        sentence = _refusal(ws, aksi)
        allowed = {NAMA_PERAN[p] for k, a, p in BOLEH if (k, a) == (dari, aksi)}
        turn, _ = GILIRAN[dari]
        if allowed:
            assert any(name in sentence for name in allowed)
            assert NAMA_PERAN[peran] in sentence
        else:
            assert (NAMA_PERAN[turn] if turn else "selesai") in sentence
        assert keadaan(ws) is dari
    refusals = peristiwa(ws, "ditolak")
    assert [(e.objek, e.akun) for e in refusals] == [(a, p) for _, a, p in DITOLAK]
    assert ws.store.trail.verify().ok


def _refusal(ws, aksi: Aksi) -> str:
    with pytest.raises(Ditolak) as refusal:
        act(ws, BULAN, aksi, Catatan(alasan=ALASAN))
    return str(refusal.value)


@pytest.mark.parametrize(("dari", "aksi", "peran"), [k for k, (_, why) in BOLEH.items() if why])
@pytest.mark.parametrize("alasan", ["", "   ", "kurang", "         a         "])
def test_going_back_needs_ten_letters_of_reason(ws, dari, aksi, peran, alasan) -> None:
    sebagai(ws, peran)
    letakkan(ws, dari)
    sentence = ditolak(ws, act, ws, BULAN, aksi, Catatan(alasan=alasan), aksi=aksi)
    assert "perlu alasan, sedikitnya 10 huruf" in sentence
    act(ws, BULAN, aksi, Catatan(alasan="sepuluh hu"))


def test_asking_is_not_trying(ws) -> None:
    sebagai(ws, "staf")
    before = terakhir(ws)
    assert not may(ws, BULAN, Aksi.VALIDASI)
    letakkan(ws, Keadaan.ENTRI)
    assert may(ws, BULAN, Aksi.ISI_SEL)
    assert terakhir(ws) == before


def test_what_may_be_is_what_the_procedure_says(ws) -> None:
    for dari in Keadaan:
        letakkan(ws, dari)
        for peran in PERAN:
            sebagai(ws, peran)
            for aksi in Aksi:
                assert may(ws, BULAN, aksi) == ((dari, aksi, peran) in BOLEH)
    assert len(SEMUA) == 9 * 22 * 6


def test_one_person_with_all_roles_acts_in_the_one_that_is_asked_for(ws) -> None:
    sebagai(ws, "kabid", "kasi", "staf", "sekretariat", akun="budi")
    act(ws, BULAN, Aksi.KIRIM_DISPOSISI)
    act(ws, BULAN, Aksi.TERUSKAN_DISPOSISI)
    done = [(e.aksi, e.akun, e.peran) for e in peristiwa(ws)[-4:] if e.aksi != "pindah"]
    assert done == [("kirim_disposisi", "budi", "kabid"), ("teruskan_disposisi", "budi", "kasi")]


def test_a_chosen_role_is_the_only_one(ws) -> None:
    budi = Pelaku("budi", frozenset({"kabid", "kasi"}), "uji")
    ws.pelaku = budi.sebagai("kasi")
    sentence = ditolak(ws, act, ws, BULAN, Aksi.KIRIM_DISPOSISI, aksi="kirim_disposisi")
    assert "hanya boleh oleh Kabid; Anda bertindak sebagai Kasi" in sentence
    with pytest.raises(Ditolak, match="tidak memegang peran Staf"):
        budi.sebagai("staf")


def test_an_account_without_roles_can_do_nothing(ws) -> None:
    sebagai(ws, akun="tamu")
    assert "tamu tidak memegang peran apa pun" in ditolak(
        ws, act, ws, BULAN, Aksi.KIRIM_DISPOSISI, aksi="kirim_disposisi"
    )


def test_a_month_that_was_never_opened(ws) -> None:
    sentence = ditolak(ws, act, ws, "2031-01", Aksi.KIRIM_DISPOSISI)
    assert sentence == "Bulan Januari 2031 belum dibuka. Buka dari meja kerja dengan n."


def test_a_refusal_inside_a_larger_act_is_recorded_though_the_act_is_taken_back(ws) -> None:
    sebagai(ws, "kasi")

    def larger() -> None:
        with ws.store.transaction():
            ws.store.preferences.put_mark("uji", "x")
            act(ws, BULAN, Aksi.KIRIM_DISPOSISI)

    ditolak(ws, larger, aksi="kirim_disposisi")
    assert ws.store.preferences.mark("uji") is None
