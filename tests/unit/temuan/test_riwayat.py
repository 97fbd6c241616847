from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.temuan import Temuan, periksa_lembar
from tests.unit.temuan.bangun import (
    ATURAN,
    DES,
    KODE,
    NOV,
    S1,
    S2,
    Angka,
    bersih,
    dibanding,
    lembar,
    pada_lembar,
    subjek,
)

AGAM = "13.06"


def agam(wajib: Angka = 10_000, memiliki: Angka = 6_000) -> dict[str, dict[str, Angka]]:
    return {**bersih(), AGAM: {"wajib.jml": wajib, "memiliki.jml": memiliki}}


def mati(laki: Angka, perempuan: Angka = 500) -> dict[str, dict[str, Angka]]:
    return {**bersih("AMATI"), AGAM: {"memiliki.l": laki, "memiliki.p": perempuan}}


@pytest.mark.parametrize("rule", ["R18", "R19", "R20", "R21", "R22"])
def test_without_a_month_before_there_is_nothing_to_say(rule: str) -> None:
    assert pada_lembar(bersih(), hanya=rule) == ()


@pytest.mark.parametrize("rule", ["R18", "R19", "R20", "R21", "R22"])
def test_an_ordinary_month_after_another_says_nothing(rule: str) -> None:
    for kode in ("ACERAI", "AKAWIN", "AMATI"):
        assert dibanding(rule, bersih(kode, 1), bersih(kode), kode) == ()


def test_r18_one_row_stood_still() -> None:
    now = bersih(langkah=1) | {AGAM: bersih()[AGAM]}
    (found,) = dibanding("R18", now, bersih())
    assert found.message == (
        "Kabupaten Agam: semua angka sama dengan bulan lalu. Apakah laporan bulan ini sudah masuk?"
    )


def test_r18_one_figure_of_the_row_moved() -> None:
    now = bersih(langkah=1) | {AGAM: bersih()[AGAM] | {"wajib.jml": 7}}
    assert dibanding("R18", now, bersih()) == ()


def test_r18_all_rows_stood_still_is_said_once_and_strongly() -> None:
    (found,) = dibanding("R18", bersih(), bersih())
    assert (found.level, found.region) == ("warning", None)
    assert "Hampir pasti laporan bulan ini belum masuk" in found.message
    but_one = bersih() | {AGAM: bersih(langkah=1)[AGAM]}
    assert len(dibanding("R18", but_one, bersih())) == 18


@pytest.mark.parametrize(("more", "count"), [(0, 1), (1, 0)])
def test_r18_a_column_that_was_left_out_this_time_is_no_change(more: int, count: int) -> None:
    last = bersih("AMATI")
    last[AGAM] |= {"terbit.l": 40, "terbit.p": 30}
    row = bersih("AMATI")[AGAM]
    now = {**bersih("AMATI", 1), AGAM: row | {"memiliki.p": (row["memiliki.p"] or 0) + more}}
    assert [t.region for t in dibanding("R18", now, last, "AMATI")] == [AGAM] * count


def test_r18_empty_rows_and_zeros_are_no_repetition() -> None:
    for row in ({"wajib.jml": 0, "memiliki.jml": 0}, {}):
        rows = {**bersih(langkah=1), AGAM: row}
        assert dibanding("R18", rows, {**bersih(), AGAM: row}) == ()


@pytest.mark.parametrize(
    ("kini", "variant"),
    [
        (60_000, "salah titik ribuan"),
        (600_000, "salah titik ribuan"),
        (6_000_000, "salah titik ribuan"),
        (600, "salah titik ribuan"),
        (6, "salah titik ribuan"),
        (12_001, "Periksa apakah angkanya benar"),
        (12_000, ""),
        (3_000, ""),
        (2_999, "Periksa apakah angkanya benar"),
        (0, "Periksa apakah angkanya benar"),
        (None, ""),
    ],
)
def test_r19_factors_and_the_band(kini: Angka, variant: str) -> None:
    found = dibanding("R19", agam(memiliki=kini), agam())
    assert [variant in t.message for t in found] == ([True] if variant else [])


def test_r19_message() -> None:
    (found,) = dibanding("R19", agam(memiliki=60_000), agam())
    assert found.message == (
        "Kabupaten Agam, Memiliki JML: 60.000 dibanding 6.000 bulan lalu — "
        "kemungkinan salah titik ribuan."
    )


def test_r19_small_counts_may_double() -> None:
    assert dibanding("R19", agam(40, 19), agam(40, 5)) == ()
    assert len(dibanding("R19", agam(40, 20), agam(40, 5))) == 1


def test_r19_a_month_that_was_odd_itself_does_not_accuse_the_next() -> None:
    older = tuple(lembar(agam(memiliki=5_900 + i), periode=NOV.shift(-i)) for i in (1, 2, 3))
    assert dibanding("R19", agam(), agam(memiliki=60_000), riwayat=older) == ()
    assert len(dibanding("R19", agam(), agam(memiliki=60_000), riwayat=older[:2])) == 1
    explained = frozenset({(str(older[0].periode), AGAM)})
    found = dibanding("R19", agam(), agam(memiliki=60_000), riwayat=older, dijelaskan=explained)
    assert len(found) == 1


@pytest.mark.parametrize(("kini", "count"), [(5_970, 0), (5_969, 1), (6_001, 0)])
def test_r20_half_a_percent(kini: int, count: int) -> None:
    found = dibanding("R20", agam(memiliki=kini), agam())
    assert [t.level for t in found] == ["warning"] * count


def test_r20_message_and_silence_at_a_change_of_dkb() -> None:
    (found,) = dibanding("R20", agam(memiliki=5_000), agam())
    assert found.message == (
        "Kabupaten Agam: pemilik akta turun dari 6.000 menjadi 5.000. Jelaskan penyebabnya."
    )
    assert dibanding("R20", agam(memiliki=5_000), agam(), acuan=(S2, S1)) == ()


@pytest.mark.parametrize(
    ("laki", "levels"),
    [(501, []), (500, []), (499, ["warning"]), (495, ["warning"]), (494, ["error"])],
)
def test_r20_a_cumulative_count_never_falls(laki: int, levels: list[str]) -> None:
    for acuan in ((S2, S2), (S2, S1)):
        found = dibanding("R20", mati(laki), mati(500), "AMATI", acuan)
        assert [t.level for t in found] == levels


@pytest.mark.parametrize(("memiliki", "count"), [(6_200, 0), (6_201, 1), (5_800, 0), (5_799, 1)])
def test_r21_two_points(memiliki: int, count: int) -> None:
    assert len(dibanding("R21", agam(memiliki=memiliki), agam())) == count


def test_r21_message_rounds_only_at_the_edge() -> None:
    (found,) = dibanding("R21", agam(memiliki=6_999), agam())
    assert found.message == (
        "Kabupaten Agam: cakupan berubah +9,99 poin (60,00 % → 69,99 %). Periksa penyebabnya."
    )


def test_r21_has_no_coverage_without_a_denominator() -> None:
    assert dibanding("R21", agam(wajib=None), agam()) == ()
    assert dibanding("R21", agam(wajib=0), agam()) == ()
    assert dibanding("R21", mati(5_000), mati(500), "AMATI") == ()


def seri(*memiliki: int, wajib: int = 100_000) -> tuple[Lembar, ...]:
    """November and the months before it, newest first."""
    return tuple(
        lembar(agam(wajib, count), periode=NOV.shift(-back)) for back, count in enumerate(memiliki)
    )


def kebiasaan(kini: int, months: tuple[Lembar, ...], **lain: object) -> tuple[Temuan, ...]:
    now = lembar(agam(100_000, kini))
    subject = subjek(now, lalu=months[0], riwayat=months[1:], **lain)
    return periksa_lembar(subject, ATURAN, hanya={"R21"})


def test_r21_a_growth_unlike_the_regions_own_habit() -> None:
    steady = seri(*(50_000 - 50 * back for back in range(8)))
    assert kebiasaan(50_050, steady) == ()
    (found,) = kebiasaan(51_500, steady)
    assert found.message == (
        "Kabupaten Agam: pemilik akta berubah +3,00 % (50.000 → 51.500), "
        "biasanya sekitar +0,10 % sebulan. Periksa penyebabnya."
    )


def test_r21_a_lively_region_is_given_more_room() -> None:
    lively = seri(50_000, 48_800, 50_100, 48_900, 50_050, 48_700, 50_000, 48_950)
    assert kebiasaan(51_500, lively) == ()


def test_r21_a_short_series_is_no_habit_and_explained_months_do_not_count() -> None:
    steady = seri(*(50_000 - 50 * back for back in range(8)))
    assert kebiasaan(51_500, steady[:6]) == ()
    explained = frozenset((str(month.periode), AGAM) for month in steady[2:4])
    assert kebiasaan(51_500, steady, dijelaskan=explained) == ()


def test_r21_a_change_of_dkb_is_neither_a_habit_nor_a_break_of_one() -> None:
    # GIVEN a jump of a tenth where the DKB changed, and quiet months on both sides
    newer = tuple(
        lembar(agam(100_000, 55_000 - 50 * b), periode=NOV.shift(-b), acuan=S2) for b in range(7)
    )
    older = tuple(
        lembar(agam(100_000, 50_000 - 50 * b), periode=NOV.shift(-7 - b), acuan=S1)
        for b in range(2)
    )
    # THEN the jump is not learned as usual
    (found,) = kebiasaan(56_600, (*newer, *older))
    assert "biasanya sekitar +0,09 % sebulan" in found.message
    # AND the month in which the DKB changes is not held against the habit
    moved = tuple(replace(sheet, acuan=S1) for sheet in newer)
    assert kebiasaan(56_600, moved) == ()


@pytest.mark.parametrize(
    ("wajib", "acuan", "count"),
    [
        (10_150, (S2, S2), 0),
        (10_151, (S2, S2), 1),
        (9_850, (S2, S2), 0),
        (9_849, (S2, S2), 1),
        (10_600, (S2, S1), 0),
        (10_601, (S2, S1), 1),
        (10_600, ("", ""), 0),
    ],
)
def test_r22_inside_a_semester_and_at_a_change(
    wajib: int, acuan: tuple[str, str], count: int
) -> None:
    assert len(dibanding("R22", agam(wajib), agam(), acuan=acuan)) == count


def test_r22_message_and_an_empty_base_is_the_one_in_force() -> None:
    (found,) = dibanding("R22", agam(9_000), agam())
    assert found.message == (
        "Kabupaten Agam: wajib akta berubah -10,00 % dari bulan lalu. Apakah acuan DKB berganti?"
    )
    # December stands on Semester II, November on Semester I: the empty references differ.
    assert dibanding("R22", agam(10_500), agam(), acuan=("", "")) == ()
    assert len(dibanding("R22", agam(10_500), agam(), acuan=("", S2))) == 1


def test_history_rules_work_over_two_ways_of_splitting() -> None:
    totals: dict[str, dict[str, Angka]] = {
        k: {"wajib.jml": (r["wajib.l"] or 0) + (r["wajib.p"] or 0),
            "memiliki.jml": (r["memiliki.l"] or 0) + (r["memiliki.p"] or 0)}
        for k, r in bersih("AKAWIN").items()
    }  # fmt: skip
    found = dibanding("R20", bersih("AKAWIN"), totals, "AKAWIN")
    assert found == ()
    assert len(KODE) == 19 and DES.shift(-1) == NOV
