"""States × actions × roles: exactly what the procedure says, everything else is refused."""

from __future__ import annotations

import pytest

from civreg_tui.config import load_config
from civreg_tui.domain.langkah import (
    GILIRAN,
    LANGKAH_DARI,
    MEMBATALKAN_REVISI,
    NAMA_PERAN,
    TABEL,
    Aksi,
    Ditolak,
    Keadaan,
    alasan_cukup,
    peralihan,
)
from tests.unit.domain.prosedur import BOLEH, DITOLAK, PERAN, SEMUA


def test_the_table_says_what_the_procedure_says() -> None:
    assert {(r.dari, r.aksi, r.peran): (r.ke, r.alasan) for r in TABEL} == BOLEH
    assert len(TABEL) == len(BOLEH)
    assert len(SEMUA) == len(Keadaan) * len(Aksi) * len(NAMA_PERAN)


def test_every_other_combination_is_refused_with_a_sentence() -> None:
    for keadaan, aksi, peran in DITOLAK:
        with pytest.raises(Ditolak) as refusal:
            peralihan(keadaan, aksi, peran)  # type: ignore[arg-type]
        _names_who_must_act(str(refusal.value), keadaan, aksi)


def _names_who_must_act(sentence: str, keadaan: Keadaan, aksi: Aksi) -> None:
    allowed = {NAMA_PERAN[p] for k, a, p in BOLEH if (k, a) == (keadaan, aksi)}  # type: ignore[index]
    turn, act = GILIRAN[keadaan]
    if allowed:
        assert any(f"hanya boleh oleh {name}" in sentence for name in allowed), sentence
    elif turn is None:
        assert sentence.endswith("bulan ini sudah selesai.")
    else:
        assert sentence.endswith(f"giliran {NAMA_PERAN[turn]} {act}."), sentence


@pytest.mark.parametrize("keadaan", Keadaan)
@pytest.mark.parametrize("peran", PERAN)
def test_what_a_role_is_offered(keadaan: Keadaan, peran) -> None:
    offered = {row.aksi for row in TABEL if (row.dari, row.peran) == (keadaan, peran)}
    assert offered == {a for k, a, p in BOLEH if (k, p) == (keadaan, peran)}


def test_forward_and_only_forward_leads_through_all_seven_steps() -> None:
    way, state = [], Keadaan.DISPOSISI_KABID
    forward = {
        row.dari: row.ke
        for row in TABEL
        if not row.alasan and (LANGKAH_DARI[row.ke] or 8) >= (LANGKAH_DARI[row.dari] or 8)
        and row.ke is not row.dari
    }  # fmt: skip
    while state is not Keadaan.SELESAI:
        way.append(LANGKAH_DARI[state])
        state = forward[state]
    assert way == [1, 2, 3, 4, 5, 6, 6, 7]


def test_the_one_whose_turn_it_is_is_the_step_s_actor() -> None:
    actors = {step.no: step.pelaksana for step in load_config().facts.langkah}
    for keadaan, (peran, _) in GILIRAN.items():
        step = LANGKAH_DARI[keadaan]
        assert peran == (None if step is None else actors[step])


def test_the_one_whose_turn_it_is_can_go_on() -> None:
    for keadaan, (peran, _) in GILIRAN.items():
        if peran is not None:
            rows = [row for row in TABEL if (row.dari, row.peran) == (keadaan, peran)]
            assert any(row.ke is not row.dari for row in rows)


def test_nothing_leaves_the_end_and_everything_else_is_left() -> None:
    assert {row.dari for row in TABEL} == set(Keadaan) - {Keadaan.SELESAI}


def test_going_back_needs_a_reason_unless_a_figure_changed() -> None:
    for row in TABEL:
        back = (LANGKAH_DARI[row.ke] or 8) < (LANGKAH_DARI[row.dari] or 8)
        assert row.alasan == (back and row.aksi is not Aksi.ISI_SEL) or row.dari is row.ke


def test_what_voids_a_validation_is_refused_once_the_lakip_is_delivered() -> None:
    voiding = [r for r in TABEL if r.aksi in MEMBATALKAN_REVISI]
    assert {r.dari for r in voiding} == {Keadaan.TERVALIDASI, Keadaan.LAKIP}
    unvalidating = {r.dari for r in TABEL if r.aksi is Aksi.BATAL_VALIDASI}
    assert unvalidating == {Keadaan.TERVALIDASI}


def test_the_seven_steps_are_the_sop_s() -> None:
    steps = load_config().facts.langkah
    assert [(s.no, s.pelaksana, s.menit) for s in steps] == [
        (1, "kabid", 10), (2, "kasi", 10), (3, "staf", 10), (4, "staf", 60),
        (5, "kasi", 15), (6, "kabid", 480), (7, "sekretariat", 15),
    ]  # fmt: skip
    assert sum(s.menit for s in steps) == 600


@pytest.mark.parametrize("alasan", ["", "          ", " pendek    "])
def test_a_reason_must_say_something(alasan: str) -> None:
    with pytest.raises(Ditolak, match="Menghapus PIN perlu alasan, sedikitnya 10 huruf"):
        alasan_cukup("Menghapus PIN", alasan)


def test_a_reason_is_kept_without_blanks_around_it() -> None:
    assert alasan_cukup("Menghapus PIN", "  lupa sejak cuti \n") == "lupa sejak cuti"
