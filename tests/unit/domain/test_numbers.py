"""Counts and percents as the office types and reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.numbers import (
    BLANK,
    format_change,
    format_count,
    format_percent,
    parse_count,
    parse_percent,
)


@given(st.integers(0, 10**12 - 1))
def test_what_is_shown_can_be_typed(count: int) -> None:
    assert parse_count(format_count(count)) == count
    assert parse_count(str(count)) == count
    assert parse_count(format_count(count).replace(".", " ")) == count


@given(st.integers(0, 9999_99))
def test_what_is_shown_of_a_percent_can_be_typed(hundredths: int) -> None:
    assert parse_percent(format_percent(hundredths)) == hundredths
    assert parse_percent(format_percent(hundredths).replace(",", ".") + " %") == hundredths


@pytest.mark.parametrize(
    ("text", "count"),
    [("1234", 1234), (" 1.234 ", 1234), ("1.234.567", 1234567), ("1 234", 1234), ("0", 0),
     ("007", 7), ("999.999.999.999", 999_999_999_999)],
)  # fmt: skip
def test_counts(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "–", "-5", "+5", "1,5", "1,234", "1.23", "1.2345", "12.34.567", "1.234 567",
     "0.123", "000.123", "1e3", "٣", "１２", "²", "1_000", "0x1", "1 2", "5%", "NIHIL", "1.234.",
     ".234", "1234567890123", "1.000.000.000.000", "1\u00a0234"],
)  # fmt: skip
def test_what_is_no_count_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="bukan bilangan bulat"):
        parse_count(text)


@given(st.text())
def test_any_text_is_a_count_or_a_sentence(text: str) -> None:
    try:
        count = parse_count(text)
    except ValueError as error:
        assert "bukan bilangan bulat" in str(error)
    else:
        assert 0 <= count < 10**12


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("98", 9800), ("98,5", 9850), ("98.53", 9853), ("98,53%", 9853), ("0", 0), ("110,22", 11022)],
)
def test_percents(text: str, hundredths: int) -> None:
    assert parse_percent(text) == hundredths


@pytest.mark.parametrize("text", ["", "%", "98,", ",5", "98,555", "-1", "abc", "٩٨", "98,5,5"])
def test_what_is_no_percent_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="bukan persen"):
        parse_percent(text)


def test_no_figure_is_a_dash_and_nought_is_not() -> None:
    assert format_count(None) == format_percent(None) == BLANK == "–"
    assert (format_count(0), format_percent(0)) == ("0", "0,00")


@pytest.mark.parametrize(
    ("change", "count", "percent"),
    [
        (1250, "+1.250", "+12,50"),
        (-1250, "-1.250", "-12,50"),
        (-5, "-5", "-0,05"),
        (0, "0", "0,00"),
        (None, BLANK, BLANK),
    ],
)
def test_a_change_has_its_sign(change: int | None, count: str, percent: str) -> None:
    assert format_change(change) == count
    assert format_change(change, format_percent) == percent


@pytest.mark.parametrize(
    ("hundredths", "text"),
    [(9853, "98,53"), (10000, "100,00"), (5, "0,05"), (-5, "-0,05"), (-153, "-1,53")],
)
def test_percents_as_written(hundredths: int, text: str) -> None:
    assert format_percent(hundredths) == text
