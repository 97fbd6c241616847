"""Months and DKB references."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.periode import (
    BULAN,
    NAMA_BULAN,
    SETAHUN,
    Periode,
    acuan_for,
    parse_acuan,
    tanggal,
)

months = st.builds(Periode, st.integers(1900, 2999), st.integers(1, 12))


@given(months)
def test_a_month_reads_back_as_written(periode: Periode) -> None:
    assert Periode.parse(str(periode)) == periode


@given(months, st.integers(-600, 600))
def test_shifting_is_a_walk_that_can_be_taken_back(periode: Periode, steps: int) -> None:
    away = periode.shift(steps)
    assert away.shift(-steps) == periode
    assert 1 <= away.month <= 12
    assert (away > periode) == (steps > 0)


@given(months)
def test_a_series_ends_with_its_month_and_leaves_none_out(periode: Periode) -> None:
    series = periode.last(SETAHUN)
    assert len(series) == SETAHUN
    assert series[-1] == periode
    assert all(new == old.shift(1) for old, new in pairwise(series))


@given(months, months)
def test_months_sort_by_time_and_so_do_their_names(one: Periode, other: Periode) -> None:
    assert (one < other) == (str(one) < str(other)) == (one.last_day < other.last_day)


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-13", "2024-00", "2024-1", "24-01", "2024/12", "2024-12-31", "1899-12",
     "Desember 2024", "2024-12x"],
)  # fmt: skip
def test_what_is_no_month_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"tidak dikenal\. Tulis sebagai TAHUN-BULAN: 2024-12"):
        Periode.parse(text)


def test_words_and_last_days() -> None:
    assert Periode(2024, 12).label == "Desember 2024"
    assert Periode(2024, 2).last_day == date(2024, 2, 29)
    assert Periode(2025, 2).last_day == date(2025, 2, 28)
    assert tanggal(date(2024, 12, 31)) == "31 Desember 2024"


@pytest.mark.parametrize(
    ("name", "number"), [("PEBRUARI", 2), ("NOPEMBER", 11), ("AGUSTUS", 8), ("DES", 12)]
)
def test_old_spellings_of_months(name: str, number: int) -> None:
    assert NAMA_BULAN[name] == number


def test_every_month_is_known_by_its_name() -> None:
    assert [NAMA_BULAN[name.upper()] for name in BULAN] == list(range(1, 13))


@pytest.mark.parametrize(
    ("month", "acuan"),
    [
        ("2024-12", "DKB Semester II Tahun 2024"),
        ("2025-01", "DKB Semester II Tahun 2024"),
        ("2025-05", "DKB Semester II Tahun 2024"),
        ("2025-06", "DKB Semester I Tahun 2025"),
        ("2025-11", "DKB Semester I Tahun 2025"),
    ],
)
def test_the_dkb_of_a_month(month: str, acuan: str) -> None:
    assert acuan_for(Periode.parse(month)) == acuan


@given(months.filter(lambda p: 2001 <= p.year <= 2099))
def test_a_proposed_reference_is_always_understood(periode: Periode) -> None:
    assert parse_acuan(acuan_for(periode)) == acuan_for(periode)


@pytest.mark.parametrize(
    "text",
    ["DKB Semester II Tahun 2024", "dkb semester 2 2024", "DATA KEPENDUDUKAN BERSIH SMT II 2024",
     "Semester II Tahun 2024", "DKB S2 2024", "DKB  SEM. II  THN 2024"],
)  # fmt: skip
def test_spellings_of_a_reference(text: str) -> None:
    assert parse_acuan(text) == "DKB Semester II Tahun 2024"


@pytest.mark.parametrize(
    "text", ["", "2024", "DKB 2024", "Semester III Tahun 2024", "Semester II", "Semester II 1998"]
)
def test_what_names_no_reference(text: str) -> None:
    assert parse_acuan(text) is None
