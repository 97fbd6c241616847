"""Working time per step, from nothing but what was done and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.langkah import LANGKAH_DARI, Keadaan
from civreg_tui.domain.waktu import JEDA, Tindakan, pemakaian

MULAI = datetime(2025, 1, 6, 1, 0, tzinfo=UTC)


def at(seconds: float, ke: Keadaan | None = None, akun: str = "budi") -> Tindakan:
    moment = MULAI + timedelta(seconds=seconds)
    return Tindakan(moment.isoformat(timespec="milliseconds"), akun, ke)


def test_the_gaps_between_acts_are_work() -> None:
    used = pemakaian([at(0), at(60), at(150)])
    assert used[1].detik == 150
    assert used[1].menit == 3
    assert used[1].mulai == at(0).waktu
    assert used[1].akhir == at(150).waktu
    assert not used[1].tuntas


def test_a_pause_does_not_count_and_its_limit_does() -> None:
    limit = JEDA.total_seconds()
    assert pemakaian([at(0), at(limit)])[1].detik == limit
    assert pemakaian([at(0), at(limit + 0.001)])[1].detik == 0
    assert pemakaian([at(0), at(10), at(4000), at(4010)])[1].detik == 20


def test_a_begun_minute_counts_and_none_is_none() -> None:
    assert pemakaian([at(0), at(61)])[1].menit == 2
    assert pemakaian([at(0), at(60)])[1].menit == 1
    assert pemakaian([at(0)])[1].menit == 0
    assert pemakaian([]) == {}


def test_handing_on_finishes_a_step_and_names_who_did() -> None:
    used = pemakaian(
        [
            at(0, akun="kabid"),
            at(30, Keadaan.DISPOSISI_KASI, "kabid"),
            at(40, akun="kasi"),
            at(70, Keadaan.PENERIMAAN, "kasi"),
        ]
    )
    assert (used[1].tuntas, used[1].oleh, used[1].detik) == (True, "kabid", 30)
    assert (used[2].tuntas, used[2].oleh, used[2].detik) == (True, "kasi", 30)
    assert 3 not in used


def test_who_takes_back_did_not_work_in_the_step_that_had_it() -> None:
    to_the_end = [at(0, Keadaan.TERVALIDASI)]
    undone = at(60, Keadaan.PEMERIKSAAN, "kasi")
    act = replace(undone, ke=None, aksi="batal_validasi")
    assert 6 not in pemakaian([*to_the_end, act, replace(undone, aksi="batal_validasi")])
    returned = [replace(undone, aksi="kembalikan_ke_kasi")]
    assert pemakaian([*to_the_end, *returned])[6].oleh == "kasi"
    worked = pemakaian([*to_the_end, at(10, akun="kabid"), at(50, akun="kabid"), act])
    assert (worked[6].oleh, worked[6].detik) == ("kabid", 40)


def test_time_that_another_step_held_is_not_counted_twice() -> None:
    acts = [
        at(0, Keadaan.DISPOSISI_KASI), at(0),
        at(1, Keadaan.DISPOSISI_KABID), at(1),
    ]  # fmt: skip
    used = pemakaian(acts)
    assert {step: use.detik for step, use in used.items()} == {1: 0, 2: 1}


def test_moving_on_within_a_step_does_not_interrupt_it() -> None:
    acts = [at(0, Keadaan.TERVALIDASI), at(5), at(25, Keadaan.LAKIP), at(40)]
    assert pemakaian(acts)[6].detik == 35


def test_a_return_opens_the_step_again_and_its_time_goes_on() -> None:
    acts = [
        at(0, Keadaan.ENTRI), at(10), at(20, Keadaan.PEMERIKSAAN),
        at(30, Keadaan.ENTRI), at(40), at(45, Keadaan.PEMERIKSAAN),
    ]  # fmt: skip
    back = pemakaian(acts[:4])
    assert not back[4].tuntas
    done = pemakaian(acts)
    assert done[4].tuntas
    assert done[4].detik == 10 + 5, "the time that the next step held is not this one's"


def test_finishing_the_month_finishes_its_last_step() -> None:
    used = pemakaian([at(0, Keadaan.SEKRETARIAT), at(5), at(9, Keadaan.SELESAI, "sekre")])
    assert used[7].tuntas
    assert used[7].oleh == "sekre"
    assert used[7].detik == 4


states = st.none() | st.sampled_from(list(Keadaan))
gaps = st.lists(st.tuples(st.floats(0, 900), states), max_size=30)


@given(gaps)
def test_never_more_time_than_passed(acts) -> None:
    moments, now = [], 0.0
    for gap, ke in acts:
        now += gap
        moments.append(at(now, ke))
    used = pemakaian(moments)
    assert sum(u.detik for u in used.values()) <= now + 0.001 * len(acts), "ISO keeps milliseconds"
    assert set(used) <= {n for n in LANGKAH_DARI.values() if n is not None}
    assert all(u.detik >= 0 for u in used.values())


def test_a_clock_set_back_costs_nothing() -> None:
    assert pemakaian([at(100), at(0), at(10)])[1].detik == 10
