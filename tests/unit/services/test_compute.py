"""Polars computes what the domain's integers say, null by null, at every size."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civreg_tui.domain.cakupan import add_up, peringkat, ratio_hundredths
from civreg_tui.services.cakupan.compute import coverage, frame, province
from civreg_tui.services.cakupan.series import compute_series
from tests.unit.domain.resmi import baca

counts = st.none() | st.integers(0, 10**7)
tables = st.lists(st.tuples(counts, counts), min_size=1, max_size=19)
Pairs = list[tuple[int | None, int | None]]


def rows(pairs: Pairs, periode: str = "2024-12", dokumen: str = "AK017"):
    return [(periode, dokumen, f"13.{i:02d}", w, m) for i, (w, m) in enumerate(pairs)]


def by_domain(pairs: Pairs) -> dict[str, int | None]:
    """The province row as the domain's own functions make it."""
    both = [(w, m) for w, m in pairs if w is not None and m is not None]
    denominators = any(w is not None for w, _ in pairs)
    wajib = add_up(w for w, _ in both)
    memiliki = add_up(m for _, m in (both if denominators else pairs))
    return {
        "wajib": wajib,
        "memiliki": memiliki,
        "belum": None if wajib is None or memiliki is None else wajib - memiliki,
        "persen": ratio_hundredths(memiliki, wajib),
        "terlapor": sum(m is not None for _, m in pairs),
        "wilayah": len(pairs),
    }


@settings(max_examples=60)
@given(tables)
def test_rows_and_province_agree_with_the_domain(pairs: Pairs) -> None:
    made = coverage(frame(rows(pairs))).collect()
    assert made["persen"].to_list() == [ratio_hundredths(m, w) for w, m in pairs]
    assert made["belum"].to_list() == [None if w is None or m is None else w - m for w, m in pairs]
    assert made["peringkat"].to_list() == peringkat([(m, w) for w, m in pairs])
    (whole,) = province(frame(rows(pairs))).collect().to_dicts()
    assert {k: whole[k] for k in by_domain(pairs)} == by_domain(pairs)


def test_the_published_figures() -> None:
    official = baca("lahir_0_17")
    pairs: Pairs = [(a.wajib, a.memiliki) for a in official.values()]
    made = coverage(frame(rows(pairs))).collect()
    assert made["persen"].to_list() == [a.persen for a in official.values()]
    ranks = dict(zip(official, made["peringkat"].to_list(), strict=True))
    assert (ranks["13.11"], ranks["13.74"]) == (1, 2)
    (whole,) = province(frame(rows(pairs))).collect().to_dicts()
    assert (whole["memiliki"], whole["wajib"], whole["persen"]) == (1_706_893, 1_732_411, 9853)


def test_a_document_without_denominators_counts_and_has_no_percent() -> None:
    (whole,) = province(frame(rows([(None, 3), (None, None), (None, 4)]))).collect().to_dicts()
    assert (whole["memiliki"], whole["wajib"], whole["persen"]) == (7, None, None)
    assert (whole["terlapor"], whole["wilayah"]) == (2, 3)


def test_nothing_at_all() -> None:
    assert coverage(frame([])).collect().height == 0
    assert province(frame([])).collect().height == 0
    (whole,) = province(frame(rows([(None, None)]))).collect().to_dicts()
    assert whole["wajib"] is whole["memiliki"] is whole["persen"] is None


def test_months_and_documents_are_kept_apart_and_in_order() -> None:
    mixed = [
        *rows([(10, 5), (10, 9)], "2024-11"),
        *rows([(10, 1)], "2024-11", "ACERAI"),
        *rows([(10, 7)]),
    ]
    made = province(frame(mixed)).collect()
    assert made.select("periode", "dokumen", "persen").rows() == [
        ("2024-11", "AK017", 7000), ("2024-11", "ACERAI", 1000), ("2024-12", "AK017", 7000)
    ]  # fmt: skip
    assert coverage(frame(mixed)).collect()["peringkat"].to_list() == [2, 1, 1, 1]


@pytest.mark.parametrize(("pair", "other"), [((3, 1), (6, 2)), ((10**7, 1), (2 * 10**7, 2))])
def test_equal_ratios_share_a_rank(pair, other) -> None:
    made = coverage(frame(rows([pair, other, (10**7, 0)]))).collect()
    assert made["peringkat"].to_list() == [1, 1, 3]


def test_the_closest_two_ratios_of_large_regions_are_told_apart() -> None:
    big = 46_000_000  # more than any kabupaten; n/(n+1) and (n-1)/n differ by 1/(n(n+1))
    pairs: Pairs = [(big, big - 1), (big + 1, big)]
    assert Fraction(big, big + 1) > Fraction(big - 1, big)
    assert coverage(frame(rows(pairs))).collect()["peringkat"].to_list() == [2, 1]


def test_the_largest_figures_a_cell_takes() -> None:
    most = 10**12 - 1
    made = coverage(frame(rows([(most, most), (most, most // 3), (1, most)]))).collect()
    assert made["persen"].to_list() == [
        10_000, ratio_hundredths(most // 3, most), ratio_hundredths(most, 1)
    ]  # fmt: skip


def test_every_village_of_the_country_for_a_year() -> None:
    """83,000 rows a month; the sums of plain Python integers are the measure."""
    chance = random.Random(1)
    pairs: Pairs = [(w := chance.randrange(1, 9000), chance.randrange(0, w + 1))
                    for _ in range(83_000)]  # fmt: skip
    months = [f"2024-{n:02d}" for n in range(1, 13)]
    figures = [row for month in months[-2:] for row in rows(pairs, month)]
    made = province(frame(figures)).collect().to_dicts()
    wajib, memiliki = sum(w or 0 for w, _ in pairs), sum(m or 0 for _, m in pairs)
    assert [r["persen"] for r in made] == [ratio_hundredths(memiliki, wajib)] * 2
    assert [r["wajib"] for r in made] == [wajib] * 2


def test_a_series_answers_by_month_document_and_region() -> None:
    series = compute_series([*rows([(10, 5), (10, 9)], "2024-11"), *rows([(10, 7)])])
    assert series.percent("2024-11", "AK017", "13.01") == 9000
    assert series.rank("2024-11", "AK017", "13.01") == 1
    assert series.percent("2024-11", "AK017", "") == 7000
    assert series.percent("2031-01", "AK017", "") is None
    assert series.rank("2031-01", "AK017", "13.01") is None
    assert [p for p, _ in series.province("AK017")] == ["2024-11", "2024-12"]
    assert [t.persen for _, t in series.region("AK017", "13.00")] == [5000, 7000]
