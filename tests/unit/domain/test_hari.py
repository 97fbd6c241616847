"""Days as an office writes them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.hari import parse_hari
from civreg_tui.domain.periode import tanggal
from civreg_tui.domain.salah import SalahIsi

days = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "22 November 2026", "22 nopember 2026", "22  Nov. 2026", " 22-11-2026 ", "22/11/2026",
        "22.11.2026", "22 - 11 - 2026", "2026-11-22", "22-Nov-2026",
    ],
)  # fmt: skip
def test_the_ways_of_an_office_mean_the_same_day(text):
    assert parse_hari(text) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "", "31 februari 2025", "31-02-2025", "2025-02-31", "470/12/PIAK/2025", "22 November",
        "22-11-26", "0-1-2026", "22 November 2026 31 februari 2025", "²2 November 2026",
        "99999999999999999999-1-2026", "20260-11-22",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_an_example(text):
    with pytest.raises(SalahIsi, match=r"tidak dikenal\. Tulis misalnya 22 November 2026"):
        parse_hari(text)


@given(days)
def test_every_day_in_words_is_read_back(day):
    assert parse_hari(tanggal(day)) == parse_hari(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_refusal(text):
    with suppress(SalahIsi):
        parse_hari(text)
