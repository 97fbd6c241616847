"""The workbook's formulas, evaluated in the doubles a spreadsheet has, equal exact arithmetic."""

from __future__ import annotations

import math

from hypothesis import example, given
from hypothesis import strategies as st

from civreg_tui.domain.cakupan import capaian, kekurangan, ratio_hundredths, round_half_up

WHOLES = st.integers(1, 300_000_000)


def spreadsheet_round(value: float) -> float:
    return math.floor(value + 0.5)


@given(whole=WHOLES, data=st.data())
@example(whole=800, data=None)
def test_round_of_whole_numbers_is_half_up(whole, data):
    part = 1 if data is None else data.draw(st.integers(0, whole))
    assert spreadsheet_round(part * 10000 / whole) == ratio_hundredths(part, whole)


@given(whole=WHOLES, target=st.integers(1, 10_000), data=st.data())
def test_roundup_gives_the_certificates_still_needed(whole, target, data):
    part = data.draw(st.integers(0, whole))
    goal = spreadsheet_round(target / 100 * 100)
    assert max(0, math.ceil(whole * goal / 10000) - part) == kekurangan(part, whole, target)


@given(whole=st.integers(1, 5_000_000), target=st.integers(100, 10_000), data=st.data())
def test_capaian_from_the_unrounded_realisasi(whole, target, data):
    part = data.draw(st.integers(0, whole))
    exact = capaian(part, whole, target)
    assert exact is not None
    assert spreadsheet_round(part * 10000 * 10000 / (whole * target)) == round_half_up(exact * 100)
