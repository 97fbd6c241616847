"""Second keying in the store: blind, durable, by the procedure, in the trail."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.enter import commit_cell, commit_cells
from civreg_tui.services.entri.takeover import take_over, take_over_all
from civreg_tui.services.entri.undo import undo
from civreg_tui.services.entri.verify_entry import plan, rekey, risks, tally
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN, isi, peristiwa, sebagai, sel, terakhir

AGAM = sel("13.06")


@pytest.fixture
def ws(demo) -> Workspace:
    """Ani keyed one cell; Budi keys it again."""
    made = sebagai(demo(4), "staf", akun="ani")
    commit_cell(made, BULAN, "AK017", AGAM, Isian(151_860))
    return sebagai(made, "staf", akun="budi")


def test_equal_is_recorded_and_changes_nothing(ws) -> None:
    before = terakhir(ws)
    assert rekey(ws, BULAN, "AK017", AGAM, Isian(151_860)).hasil == "cocok"
    (event,) = peristiwa(ws, after=before)
    assert (event.aksi, event.objek, event.akun) == ("verifikasi", "AK017/13.06/wajib/jml", "budi")
    assert plan(ws, BULAN, "semua").semua_sisa == 0


def test_the_same_new_value_twice_wins_and_is_the_verifiers_entry(ws) -> None:
    assert rekey(ws, BULAN, "AK017", AGAM, Isian(151_806)).hasil == "beda"
    assert isi(ws, AGAM) == Isian(151_860)
    assert rekey(ws, BULAN, "AK017", AGAM, Isian(151_806)).hasil == "ganti"
    assert isi(ws, AGAM) == Isian(151_806)
    assert plan(ws, BULAN, "semua").semua_sisa == 0
    counts = tally(ws, BULAN)
    assert (counts.sel, counts.sendiri) == (1, 0)
    assert (counts.pengentri, counts.pengulang) == ({"ani": 1}, {})
    assert ws.store.trail.verify().ok


def test_a_slip_of_the_second_keying_is_the_verifiers(ws) -> None:
    rekey(ws, BULAN, "AK017", AGAM, Isian(151_866))
    assert rekey(ws, BULAN, "AK017", AGAM, Isian(151_860)).hasil == "cocok"
    assert tally(ws, BULAN).pengulang == {"budi": 1}


def test_what_waits_outlives_the_session(ws, config) -> None:
    rekey(ws, BULAN, "AK017", AGAM, Isian(151_806))
    again = Workspace(config, type(ws.store)(ws.store.folder), pelaku=ws.pelaku, clock=ws.clock)
    assert rekey(again, BULAN, "AK017", AGAM, Isian(151_806)).hasil == "ganti"
    again.close()


def test_a_change_after_it_has_to_be_keyed_again(ws) -> None:
    rekey(ws, BULAN, "AK017", AGAM, Isian(151_860))
    commit_cell(ws, BULAN, "AK017", AGAM, Isian(5))
    assert plan(ws, BULAN, "semua").semua_sisa == 1
    undo(ws, BULAN)
    assert plan(ws, BULAN, "semua").semua_sisa == 0


def test_undo_takes_a_replacement_back(ws) -> None:
    for _ in range(2):
        rekey(ws, BULAN, "AK017", AGAM, Isian(151_806))
    undo(ws, BULAN)
    assert isi(ws, AGAM) == Isian(151_860)


def test_the_scope_is_all_one_document_or_a_sample(demo) -> None:
    ws = sebagai(demo(4), "staf")
    take_over_all(ws, BULAN)
    every, one = plan(ws, BULAN, "semua"), plan(ws, BULAN, "dokumen", "ACERAI")
    assert (every.jumlah, set(one.sel)) == (190, {"ACERAI"})
    assert (one.jumlah, one.semua_sisa) == (38, 38)
    assert plan(ws, BULAN, "sampel").jumlah == 20


def test_a_sample_begins_with_what_no_softcopy_confirms(demo) -> None:
    ws = sebagai(demo(4), "staf")
    take_over(ws, BULAN, "AK017")
    commit_cell(ws, BULAN, "AK017", sel("13.77"), Isian(31_457))
    cells = {sel(k, u): Isian(9) for k in ("13.01", "13.02") for u in ("wajib", "memiliki")}
    commit_cells(ws, BULAN, "ACERAI", cells)
    sample = plan(ws, BULAN, "sampel")
    assert sample.sel["ACERAI"] == set(cells)
    assert sel("13.77") in sample.sel["AK017"]
    assert sel("13.71") in sample.sel["AK017"]


def test_the_effect_is_the_share_of_the_provinces_figure(demo) -> None:
    ws = sebagai(demo(4), "staf")
    take_over(ws, BULAN, "AK017")
    effect = {c.alamat: c.pengaruh for c in risks(ws, BULAN)}
    assert effect[sel("13.71")] == 273_663 * 1_000_000 // 1_732_411
    assert max(effect, key=lambda a: effect[a]).wilayah == "13.71"


def test_a_figure_that_is_none_is_refused(ws) -> None:
    with pytest.raises(Ditolak, match="paling banyak 12 angka"):
        rekey(ws, BULAN, "AK017", AGAM, Isian(10**12))
    with pytest.raises(Ditolak, match="dihitung sendiri"):
        rekey(ws, BULAN, "AK017", sel("13.06", "belum"), Isian(1))
    assert tally(ws, BULAN).sel == 0


def test_an_empty_second_keying_is_none(ws) -> None:
    with pytest.raises(Ditolak, match="Ketik angka"):
        rekey(ws, BULAN, "AK017", AGAM, Isian())
