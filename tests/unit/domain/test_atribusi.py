"""The parts of the province's change add up to the whole, exactly and as shown."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.atribusi import terbilang, uraikan

angka = st.one_of(st.none(), st.integers(0, 2_000_000))
bulan = st.dictionaries(st.sampled_from("ABCDEFGH"), st.tuples(angka, angka))


@given(bulan, bulan)
def test_the_parts_add_up_exactly(dulu, kini):
    result = uraikan(dulu, kini)
    if result is not None:
        assert sum((b.jumlah for b in result.bagian), Fraction(0)) == result.perubahan


@given(bulan, bulan)
def test_the_shown_parts_add_up_to_the_rounded_whole_and_stay_within_one(dulu, kini):
    result = uraikan(dulu, kini)
    if result is not None:
        shown = terbilang(result)
        whole = result.perubahan * 1000
        assert abs(sum(a + b for a, b in shown.values()) - whole) <= Fraction(1, 2)
        for part in result.bagian:
            numerator, denominator = shown[part.wilayah]
            assert abs(numerator - part.pembilang * 1000) < 1
            assert abs(denominator - part.penyebut * 1000) < 1


@given(bulan, bulan)
def test_going_back_takes_every_part_back(dulu, kini):
    there, back = uraikan(dulu, kini), uraikan(kini, dulu)
    if there is not None and back is not None:
        taken = {b.wilayah: (-b.pembilang, -b.penyebut) for b in back.bagian}
        assert taken == {b.wilayah: (b.pembilang, b.penyebut) for b in there.bagian}


def test_numerator_and_denominator_are_told_apart():
    # GIVEN one region that gained owners and one whose residents grew
    result = uraikan({"A": (50, 100), "B": (50, 100)}, {"A": (60, 100), "B": (50, 120)})
    # THEN each has only its own kind of part
    first, second = result.bagian
    assert first.pembilang > 0 == first.penyebut
    assert second.penyebut < 0 == second.pembilang
    assert result.perubahan == Fraction(110 * 100, 220) - 50


def test_a_region_that_reports_for_the_first_time_is_named():
    result = uraikan({"A": (50, 100), "B": (None, 100)}, {"A": (50, 100), "B": (90, 100)})
    assert [(b.wilayah, b.baru) for b in result.bagian] == [("A", False), ("B", True)]
    assert result.perubahan == 20


def test_without_a_percent_in_both_months_there_is_nothing_to_split():
    assert uraikan({}, {"A": (1, 2)}) is None
    assert uraikan({"A": (1, 2)}, {"A": (None, None)}) is None
