"""Undo and redo of everything done at the sheets: to the start, to the end, across sessions."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civreg_tui.config import Config
from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.lembar import KOSONG, Isian, Kolom
from civreg_tui.services.entri.enter import (
    carry_over,
    commit_cells,
    set_control,
    set_note,
    set_split,
)
from civreg_tui.services.entri.takeover import keep_entry, take_over, take_over_all, take_softcopy
from civreg_tui.services.entri.undo import Tersentuh, redo, undo
from civreg_tui.services.month.months import load_month, load_sheet, set_acuan
from civreg_tui.services.pemeriksaan.check import check_month, explain
from civreg_tui.services.penerimaan.softcopies import differences as selisih
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.trail.replay import differences, replay
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.cells import Catatan
from civreg_tui.store.store import Store
from tests.conftest import Jam
from tests.unit.services.bantu import BULAN, LALU, isi, letakkan, peristiwa, sebagai, sel

A, B = sel("13.01"), sel("13.02", "memiliki")
WAJIB = Kolom("wajib", "jml")
ANI = Pelaku("ani", frozenset({"staf"}), "uji")


@pytest.fixture
def ws(demo) -> Workspace:
    return sebagai(demo(4), "staf", akun="ani")


def kertas(ws: Workspace) -> int | None:
    return ws.store.cells.controls(BULAN, "AK017").get(WAJIB)


def catatan(ws: Workspace) -> Catatan | None:
    return ws.store.cells.notes(BULAN, "AK017").get(A)


def beda(ws: Workspace):
    return selisih(ws, load_sheet(ws, BULAN, "AK017"))


def peringatan(ws: Workspace):
    found = (f.temuan for f in check_month(ws, BULAN) if f.temuan.level == "warning")
    return next(found, None)


# -- each kind -------------------------------------------------------------------------------------


def test_a_total_of_the_paper(ws) -> None:
    before = kertas(ws)
    set_control(ws, BULAN, "AK017", WAJIB, 5)
    set_control(ws, BULAN, "AK017", WAJIB, 6)
    assert undo(ws, BULAN) == Tersentuh("isi_kendali", "AK017", None, WAJIB)
    assert kertas(ws) == 5
    undo(ws, BULAN)
    assert kertas(ws) == before
    redo(ws, BULAN)
    redo(ws, BULAN)
    assert kertas(ws) == 6


def test_a_note_and_its_flag(ws) -> None:
    set_note(ws, BULAN, "AK017", A, "tanya PIAK", tanda=False)
    set_note(ws, BULAN, "AK017", A, "tanya PIAK", tanda=True)
    assert undo(ws, BULAN) == Tersentuh("catat_sel", "AK017", "13.01", A.kolom)
    assert catatan(ws) == Catatan("tanya PIAK", tanda=False)
    undo(ws, BULAN)
    assert catatan(ws) == Catatan("", tanda=False)
    redo(ws, BULAN)
    redo(ws, BULAN)
    assert catatan(ws) == Catatan("tanya PIAK", tanda=True)


def test_a_decision_on_a_difference(ws) -> None:
    commit_cells(ws, BULAN, "AK017", {A: Isian(157_528)})
    (found,) = beda(ws)
    keep_entry(ws, BULAN, found)
    assert undo(ws, BULAN) == Tersentuh("putuskan_selisih", "AK017", "13.01", A.kolom)
    assert beda(ws) == (found,)
    redo(ws, BULAN)
    assert beda(ws) == ()
    undo(ws, BULAN)
    take_softcopy(ws, BULAN, found)
    undo(ws, BULAN)
    assert isi(ws, A) == Isian(157_528)


def test_a_reason_for_a_warning(ws) -> None:
    take_over(ws, BULAN, "AK017")
    commit_cells(ws, BULAN, "AK017", {sel("13.06", "memiliki"): Isian(120_000)})
    finding = peringatan(ws)
    explain(ws, BULAN, finding, "pindah")
    explain(ws, BULAN, finding, "meninggal")
    assert undo(ws, BULAN).wilayah == finding.region
    given = ws.store.records.explanations(BULAN)
    assert given[finding.kunci].alasan == "pindah"
    undo(ws, BULAN)
    assert finding.kunci not in ws.store.records.explanations(BULAN)
    redo(ws, BULAN)
    assert ws.store.records.explanations(BULAN)[finding.kunci].alasan == "pindah"


def test_a_nil_is_no_zero_on_the_way_back(ws) -> None:
    for isian in (Isian(0), Isian(0, nihil=True), KOSONG):
        commit_cells(ws, BULAN, "AK017", {A: isian})
    undo(ws, BULAN)
    assert isi(ws, A) == Isian(0, nihil=True)
    undo(ws, BULAN)
    assert isi(ws, A) == Isian(0)


def test_the_choice_of_l_and_p(ws) -> None:
    set_split(ws, BULAN, "AK017", "lp")
    assert undo(ws, BULAN) == Tersentuh("ganti_rincian", "AK017")
    assert load_sheet(ws, BULAN, "AK017").rincian == "jumlah"


def test_all_kinds_are_one_order(ws) -> None:
    commit_cells(ws, BULAN, "AK017", {A: Isian(1)})
    set_note(ws, BULAN, "AK017", A, "x", tanda=False)
    set_control(ws, BULAN, "AK017", WAJIB, 9)
    commit_cells(ws, BULAN, "AK017", {B: Isian(2)})
    order = [touched.aksi for _ in range(4) if (touched := undo(ws, BULAN))]
    assert order == ["isi_sel", "isi_kendali", "catat_sel", "isi_sel"]


def test_taking_over_all_documents_is_one_act(ws) -> None:
    start = keadaan_lembar(ws)
    assert take_over_all(ws, BULAN) == 190
    undo(ws, BULAN)
    assert keadaan_lembar(ws) == start
    assert undo(ws, BULAN) is None


# -- what others did -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "other", "sentence"),
    [
        (
            lambda ws: set_control(ws, BULAN, "AK017", WAJIB, 5),
            lambda ws: set_control(ws, BULAN, "AK017", WAJIB, 6),
            "Jumlah kertas sudah diubah oleh budi",
        ),
        (
            lambda ws: set_note(ws, BULAN, "AK017", A, "x", tanda=False),
            lambda ws: set_note(ws, BULAN, "AK017", A, "y", tanda=True),
            "Catatan sudah diubah oleh budi",
        ),
        (
            lambda ws: commit_cells(ws, BULAN, "AK017", {A: Isian(0)}),
            lambda ws: commit_cells(ws, BULAN, "AK017", {A: Isian(0, nihil=True)}),
            "Sel ini baru diisi 0 oleh budi",
        ),
    ],
)
def test_what_somebody_else_changed_since_is_left_alone(ws, act, other, sentence: str) -> None:
    act(ws)
    sebagai(ws, "staf", akun="budi")
    other(ws)
    state = keadaan_lembar(ws)
    sebagai(ws, "staf", akun="ani")
    with pytest.raises(Ditolak, match=sentence):
        undo(ws, BULAN)
    assert keadaan_lembar(ws) == state


def test_what_was_done_in_another_step_is_not_taken_back_here(ws) -> None:
    with ws.store.transaction():
        ws.record("pindah", "uji", periode=BULAN, baru=Keadaan.PENERIMAAN)
    set_control(ws, BULAN, "AK017", WAJIB, 5)
    with ws.store.transaction():
        ws.record("pindah", "uji", periode=BULAN, baru=Keadaan.ENTRI)
    assert undo(ws, BULAN) is None
    assert kertas(ws) == 5


def test_nothing_is_taken_back_when_it_is_the_kasi_s_turn(ws) -> None:
    set_note(ws, BULAN, "AK017", A, "x", tanda=False)
    letakkan(ws, Keadaan.PEMERIKSAAN)
    with pytest.raises(Ditolak, match="giliran Kasi"):
        undo(ws, BULAN)


def test_each_undo_is_an_event_that_names_what_it_takes_back(ws) -> None:
    set_control(ws, BULAN, "AK017", WAJIB, 5)
    made = peristiwa(ws, "isi_kendali")[-1]
    undo(ws, BULAN)
    undone = peristiwa(ws, "isi_kendali")[-1]
    assert (undone.lama, undone.baru) == (made.baru, made.lama)
    assert undone.kelompok == f"urung:{made.no}"


# -- whatever is done ------------------------------------------------------------------------------


def _first(find: Callable[[Workspace], Any], act: Callable[[Workspace, Any], None]):
    def do(ws: Workspace) -> None:
        if found := find(ws):
            act(ws, found[0] if isinstance(found, tuple) else found)

    return do


WILAYAH = ("13.01", "13.02", "13.06")


def _key(kode: str, ukuran: str, isian: Isian) -> Callable[[Workspace], Any]:
    return lambda ws: commit_cells(ws, BULAN, "AK017", {sel(kode, ukuran): isian})


TINDAKAN: dict[str, Callable[[Workspace], Any]] = {
    **{
        f"isi {kode} {ukuran} {isian.angka} {isian.nihil}": _key(kode, ukuran, isian)
        for kode in WILAYAH
        for ukuran in ("wajib", "memiliki")
        for isian in (Isian(7), Isian(120_000), Isian(0), Isian(0, nihil=True), KOSONG)
    },
    "tempel": lambda ws: commit_cells(ws, BULAN, "AK017", {A: Isian(3), B: Isian(4)}),
    "kendali": lambda ws: set_control(ws, BULAN, "AK017", WAJIB, 5),
    "kendali lain": lambda ws: set_control(ws, BULAN, "AK017", WAJIB, 6),
    "hapus kendali": lambda ws: set_control(ws, BULAN, "AK017", WAJIB, None),
    "catat": lambda ws: set_note(ws, BULAN, "AK017", A, "tanya", tanda=False),
    "tandai": lambda ws: set_note(ws, BULAN, "AK017", A, "tanya", tanda=True),
    "hapus catatan": lambda ws: set_note(ws, BULAN, "AK017", A, "", tanda=False),
    "pakai entri": _first(beda, lambda ws, found: keep_entry(ws, BULAN, found)),
    "pakai softcopy": _first(beda, lambda ws, found: take_softcopy(ws, BULAN, found)),
    "jelaskan": _first(peringatan, lambda ws, found: explain(ws, BULAN, found, "pindah")),
    "jelaskan lain": _first(peringatan, lambda ws, found: explain(ws, BULAN, found, "lain")),
    "ambil": lambda ws: take_over(ws, BULAN, "AK017"),
    "ambil semua": lambda ws: take_over_all(ws, BULAN),
    "bawa": lambda ws: carry_over(ws, BULAN, "ACERAI"),
    "rincian": lambda ws: set_split(ws, BULAN, "AKAWIN", "lp"),
    "rincian kembali": lambda ws: set_split(ws, BULAN, "AKAWIN", "jumlah"),
}


def keadaan_lembar(ws: Workspace) -> tuple[Any, ...]:
    """All that the acts change, without moments and without what is empty."""
    sheets = load_month(ws, BULAN)
    cells = ws.store.cells
    codes = [sheet.dokumen.kode for sheet in sheets]
    return (
        [(s.rincian, {a: i for a, i in s.isi.items() if i != KOSONG}) for s in sheets],
        [cells.controls(BULAN, code) for code in codes],
        [{a: n for a, n in cells.notes(BULAN, c).items() if n.teks or n.tanda} for c in codes],
        [
            {a: (d.entri, d.softcopy) for a, d in cells.decisions(BULAN, code).items()}
            for code in codes
        ],
        {k: (p.bukti, p.alasan) for k, p in ws.store.records.explanations(BULAN).items()},
    )


def _all(ws: Workspace, step: Callable[[Workspace, str], Tersentuh | None]) -> Workspace:
    """Undo or redo until nothing is left, each time in a new session."""
    while step(ws, BULAN) is not None:
        folder = ws.store.folder
        ws.close()
        ws = Workspace(ws.config, Store(folder), pelaku=ANI, clock=ws.clock)
    return ws


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(sorted(TINDAKAN)), st.just("urung")), max_size=12))
def test_undo_all_is_the_start_and_redo_all_the_end(cetakan, config: Config, names) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(cetakan(4), Path(place) / "a"))
        ws = Workspace(config, Store(folder), pelaku=ANI, clock=Jam())
        set_acuan_langsung(ws)
        start = keadaan_lembar(ws)
        for name in names:
            _attempt(ws, name)
        while redo(ws, BULAN):
            pass
        end = keadaan_lembar(ws)
        ws = _all(ws, undo)
        assert keadaan_lembar(ws) == start
        ws = _all(ws, redo)
        assert keadaan_lembar(ws) == end
        _replay_agrees(ws, Path(place) / "b")
        ws.close()


def set_acuan_langsung(ws: Workspace) -> None:
    """December on the base of November, so that wajib can be carried over."""
    set_acuan(ws, BULAN, ws.month(LALU).acuan)


def _attempt(ws: Workspace, name: str) -> None:
    try:
        undo(ws, BULAN) if name == "urung" else TINDAKAN[name](ws)
    except Ditolak:
        return


def _replay_agrees(ws: Workspace, folder: Path) -> None:
    target = Store(folder)
    replay(ws.store, target, ws.config)
    assert differences(ws.store, target) == ()
    target.close()
