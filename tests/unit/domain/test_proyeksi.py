"""How many certificates are missing, where they are cheapest, and when the pace gets there."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.periode import Periode
from civreg_tui.domain.proyeksi import (
    TitikLaju,
    kekurangan_provinsi,
    laju,
    lengkap,
    tercapai_pada,
    teringan,
    tersedikit,
)

DES = Periode(2024, 12)


def pasangan(whole):
    return st.tuples(st.integers(0, whole), st.just(whole))


wilayah = st.dictionaries(
    st.sampled_from("ABCDEFGH"), st.integers(1, 300_000).flatmap(pasangan), min_size=1
)


@given(wilayah, st.integers(0, 10_000))
def test_the_least_effort_adds_exactly_what_is_missing_and_reaches_the_target(regions, target):
    needed = kekurangan_provinsi(regions, target)
    shares = teringan(regions, needed)
    assert sum(shares.values()) == needed
    owned, due = (sum(p[i] for p in regions.values()) for i in (0, 1))
    assert (owned + needed) * 10_000 >= due * target
    assert needed == 0 or (owned + needed - 1) * 10_000 < due * target
    assert all(0 < n <= regions[k][1] - regions[k][0] for k, n in shares.items())


@given(wilayah, st.integers(1, 10_000))
def test_the_lowest_are_raised_to_one_level_and_nobody_above_it(regions, target):
    needed = kekurangan_provinsi(regions, target)
    shares = teringan(regions, needed)
    after = {k: Fraction(m + shares.get(k, 0), w) for k, (m, w) in regions.items()}
    for kode, share in shares.items():
        for other, (m, w) in regions.items():
            # raised regions never pass by more than the one certificate of rounding
            if other not in shares:
                assert after[kode] <= Fraction(m, w) + Fraction(1, regions[kode][1]) + Fraction(
                    1, w
                )
        assert share > 0


@given(wilayah, st.integers(0, 10_000))
def test_the_fewest_places_hold_the_same_number(regions, target):
    needed = kekurangan_provinsi(regions, target)
    places = tersedikit(regions, needed)
    assert sum(places.values()) == needed
    assert all(n <= regions[k][1] - regions[k][0] for k, n in places.items())
    assert len(places) <= max(1, len(teringan(regions, needed)))


def test_regions_without_figures_do_not_count():
    assert lengkap({"A": (1, 2), "B": (None, 3), "C": (0, 0)}) == {"A": (1, 2)}


def test_the_pace_leaves_a_change_of_base_and_a_gap_out():
    points = [
        TitikLaju(Periode(2024, 8), 100, "S1"),
        TitikLaju(Periode(2024, 9), 110, "S1"),
        TitikLaju(Periode(2024, 10), 130, "S1"),
        TitikLaju(Periode(2024, 12), 900, "S1"),
        TitikLaju(Periode(2025, 1), 5000, "S2"),
    ]
    assert laju(points) == 15
    assert laju(points[-2:]) is None


@pytest.mark.parametrize(
    ("akta", "pace", "month"),
    [
        (0, None, DES),
        (10, None, None),
        (10, Fraction(0), None),
        (10, Fraction(-3), None),
        (10, Fraction(10), Periode(2025, 1)),
        (11, Fraction(10), Periode(2025, 2)),
        (120, Fraction(1), Periode(2034, 12)),
        (121, Fraction(1), None),
        (7, Fraction(5, 2), Periode(2025, 3)),
    ],
)
def test_the_month_is_the_first_in_which_enough_are_there(akta, pace, month):
    assert tercapai_pada(akta, pace, DES) == month
