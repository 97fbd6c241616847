"""Coverage in exact integers, against fractions and against the published figures."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.config import Config
from civreg_tui.domain.cakupan import (
    add_up,
    capaian,
    kategori,
    kekurangan,
    peringkat,
    ratio_hundredths,
    round_half_up,
)
from tests.unit.domain.resmi import baca

LAHIR, CERAI = baca("lahir_0_17"), baca("cerai")
counts = st.integers(0, 10**12)


def test_the_source_has_nineteen_regions() -> None:
    assert len(LAHIR) == len(CERAI) == 19


@pytest.mark.parametrize("angka", [*LAHIR.values(), *CERAI.values()])
def test_every_printed_percent_of_the_published_table(angka) -> None:
    assert ratio_hundredths(angka.memiliki, angka.wajib) == angka.persen
    assert angka.memiliki + angka.belum == angka.wajib


@pytest.mark.parametrize(
    ("figures", "memiliki", "wajib", "persen"),
    [(LAHIR, 1_706_893, 1_732_411, 9853), (CERAI, 61_143, 106_968, 5716)],
)
def test_the_province_is_sum_over_sum(figures, memiliki, wajib, persen) -> None:
    assert add_up(a.memiliki for a in figures.values()) == memiliki
    assert add_up(a.wajib for a in figures.values()) == wajib
    assert ratio_hundredths(memiliki, wajib) == persen


def test_the_mean_of_the_percents_is_another_number() -> None:
    shares = [Fraction(a.memiliki, a.wajib) for a in LAHIR.values()]
    assert round_half_up(sum(shares) * 10_000 / 19) == 9833
    assert ratio_hundredths(1_706_893, 1_732_411) != 9833


@given(counts, st.integers(1, 10**12))
def test_half_up_agrees_with_fractions(part: int, whole: int) -> None:
    exact = Fraction(part, whole) * 10_000
    below = exact.numerator // exact.denominator
    expected = below + (1 if exact - below >= Fraction(1, 2) else 0)
    assert ratio_hundredths(part, whole) == expected


@given(st.integers(0, 10**6))
def test_an_exact_half_goes_up(n: int) -> None:
    # (2n+1) ÷ 20000 × 100 is n + 0,5 hundredths
    assert ratio_hundredths(2 * n + 1, 20_000) == n + 1


@given(st.fractions())
def test_rounding_a_fraction(value: Fraction) -> None:
    rounded = round_half_up(value)
    assert Fraction(-1, 2) < rounded - value <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("part", "whole"), [(None, 10), (10, None), (None, None), (0, 0), (10, 0), (5, -1)]
)
def test_without_a_denominator_there_is_no_percent(part, whole) -> None:
    assert ratio_hundredths(part, whole) is None


def test_nought_of_something_is_a_percent() -> None:
    assert ratio_hundredths(0, 10) == 0


@pytest.mark.parametrize(("part", "whole", "persen"), [(10129, 10000, 10129), (3, 1, 30000)])
def test_more_than_a_hundred_is_not_cut(part, whole, persen) -> None:
    assert ratio_hundredths(part, whole) == persen


@pytest.mark.parametrize(
    ("kode", "kurang"), [("13.09", 2181), ("13.07", 1954), ("13.08", 1391), ("13.10", 627)]
)
def test_the_four_below_ninety_eight(kode, kurang) -> None:
    angka = LAHIR[kode]
    assert kekurangan(angka.memiliki, angka.wajib, 9800) == kurang
    assert ratio_hundredths(angka.memiliki + kurang, angka.wajib) >= 9800


def test_the_other_fifteen_lack_nothing() -> None:
    short = {k for k, a in LAHIR.items() if kekurangan(a.memiliki, a.wajib, 9800)}
    assert short == {"13.07", "13.08", "13.09", "13.10"}


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.integers(0, 12_000))
def test_the_shortfall_is_the_fewest_that_reach_the_target(memiliki, wajib, target) -> None:
    short = kekurangan(memiliki, wajib, target)
    assert short is not None
    goal = Fraction(target, 10_000)
    assert Fraction(memiliki + short, wajib) >= goal
    if short:
        assert Fraction(memiliki + short - 1, wajib) < goal


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_shortfall_needs_all_three(missing: int) -> None:
    values: list[int | None] = [90, 100, 9800]
    values[missing] = None
    assert kekurangan(*values) is None


def test_without_a_denominator_nothing_is_lacking_and_nothing_reached() -> None:
    assert kekurangan(0, 0, 9800) is None
    assert kekurangan(29_356, 0, 9800) is None


def test_two_regions_print_the_same_but_rank_apart() -> None:
    codes = list(LAHIR)
    ranks = peringkat([(a.memiliki, a.wajib) for a in LAHIR.values()])
    by_code = dict(zip(codes, ranks, strict=True))
    assert LAHIR["13.11"].persen == LAHIR["13.74"].persen == 9991
    assert (by_code["13.11"], by_code["13.74"]) == (1, 2)
    assert by_code["13.09"] == 19


def test_equal_ratios_share_a_rank_and_the_next_is_skipped() -> None:
    assert peringkat([(1, 2), (2, 4), (3, 4), (0, 9)]) == [2, 2, 1, 4]


def test_whoever_has_no_percent_has_no_rank() -> None:
    assert peringkat([(None, 2), (1, None), (1, 0), (1, 2)]) == [None, None, None, 1]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), max_size=12))
def test_rank_counts_who_is_strictly_better(pairs) -> None:
    shares = [Fraction(m, w) for m, w in pairs]
    expected = [1 + sum(other > own for other in shares) for own in shares]
    assert peringkat(pairs) == expected


@given(st.lists(st.none() | counts))
def test_missing_figures_are_left_out_of_a_sum(values) -> None:
    given_ = [v for v in values if v is not None]
    assert add_up(values) == (sum(given_) if given_ else None)


def test_nothing_given_is_not_nought() -> None:
    assert add_up([None, None]) is None
    assert add_up([]) is None
    assert add_up([None, 0]) == 0


def test_capaian_is_not_cakupan() -> None:
    reached = capaian(1_706_893, 1_732_411, 9800)
    assert reached is not None
    assert round_half_up(reached * 100) == 10054


def test_negative_polarity() -> None:
    assert capaian(60, 100, 5000, negatif=True) == 80  # (2·50 − 60) ÷ 50


@pytest.mark.parametrize("values", [(None, 1, 1), (1, None, 1), (1, 0, 1), (1, 1, None), (1, 1, 0)])
def test_no_capaian_without_target_or_figures(values) -> None:
    assert capaian(*values) is None


@pytest.mark.parametrize(
    ("value", "nama"),
    [
        (Fraction(91), "Sangat Tinggi"),
        (Fraction(90_999_999, 1_000_000), "Tinggi"),
        (Fraction(76), "Tinggi"),
        (Fraction(66), "Sedang"),
        (Fraction(51), "Rendah"),
        (Fraction(0), "Sangat Rendah"),
        (Fraction(509_999, 10_000), "Sangat Rendah"),
        (None, ""),
        (Fraction(-1), ""),
    ],
)
def test_the_category_is_decided_unrounded(config: Config, value, nama) -> None:
    assert kategori(value, config.facts.kategori) == nama
