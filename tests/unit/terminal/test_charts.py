"""Charts are exact lines of text: a value never looks larger than a larger one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.terminal.charts import Bar, against, bar, bars, months, spark
from civreg_tui.terminal.glyphs import ASCII, UNICODE

REGIONS = (
    Bar("Kota Solok", 10_000, "100,00"),
    Bar("Mentawai", 9122, "91,22"),
    Bar("Agam", None, "–"),
)


def test_bars_end_where_their_share_ends() -> None:
    assert bar(50, 100, 10, ASCII) == "#####     "
    assert bar(1, 16, 10, UNICODE) == "▋         "
    assert bar(100, 100, 4, UNICODE) == "████"
    assert bar(None, 100, 4, UNICODE) == "    "


def test_a_chart_of_bars_names_values_and_marks_the_target() -> None:
    assert bars(REGIONS, 40, target=9800, signs=UNICODE) == [
        "Kota Solok ██████████████████████ 100,00",
        "Mentawai   ████████████████████▏│  91,22",
        "Agam                            │      –",
    ]
    lines = bars(REGIONS, 40, target=9800, signs=ASCII)
    assert [len(line) for line in lines] == [40, 40, 40]
    assert [line.count("#") for line in lines] == [22, 20, 0]
    assert lines[1].index("|") == lines[2].index("|")
    assert bars([], 40) == []


def test_bars_against_a_target_begin_at_it() -> None:
    assert against(REGIONS, 40, 9800, UNICODE) == [
        "Kota Solok                 │█████ 100,00",
        "Mentawai   ████████████████│       91,22",
        "Agam                       │           –",
    ]
    lines = against([*REGIONS, Bar("Padang", 9801, "98,01")], 40, 9800, ASCII)
    assert "|# " in lines[3]  # a hundredth is seen too
    assert len({line.index("|") for line in lines}) == 1
    assert against([Bar("Agam", 9800, "98,00")], 20, 9800, ASCII) == ["Agam |         98,00"]


@given(
    st.lists(st.none() | st.integers(0, 12_000), min_size=1, max_size=19),
    st.integers(0, 12_000),
    st.integers(24, 120),
)
def test_a_longer_bar_is_never_a_smaller_distance(values, target: int, width: int) -> None:
    items = [Bar("Kab", value, "0") for value in values]
    lines = against(items, width, target, UNICODE)
    assert all(len(line) == width for line in lines)
    drawn = [
        (v - target, line.count("█"), line.index("│"))
        for v, line in zip(values, lines, strict=True)
        if v is not None
    ]
    for gap, length, mark in drawn:
        assert (length > 0) == (gap != 0)
        assert mark == lines[0].index("│")
    ordered = sorted((abs(gap), length) for gap, length, _ in drawn)
    assert [length for _, length in ordered] == sorted(length for _, length in ordered)


@given(st.lists(st.none() | st.integers(0, 10**9), max_size=20), st.booleans())
def test_a_spark_line_has_a_level_per_value_in_the_order_of_the_values(
    values: list[int | None], plain: bool
) -> None:
    signs = ASCII if plain else UNICODE
    drawn = spark(values, signs)
    assert len(drawn) == len(values)
    levels = [
        (v, signs.spark.index(c)) for v, c in zip(values, drawn, strict=True) if v is not None
    ]
    assert all(a[1] <= b[1] for a, b in zip(sorted(levels), sorted(levels)[1:], strict=False))
    assert all(c == signs.gap for v, c in zip(values, drawn, strict=True) if v is None)


def test_lowest_and_highest_are_the_outer_levels() -> None:
    assert spark([1, None, 8], UNICODE) == "▁·█"
    assert spark([5, 5], UNICODE) == "▄▄"


def test_twelve_months_with_a_gap() -> None:
    values = [9700, 9710, None, 9750, 9800, 9853]
    shown = ["97,00", "97,10", "–", "97,50", "98,00", "98,53"]
    labels = ["Jul", "Agu", "Sep", "Okt", "Nop", "Des"]
    assert months(values, labels, shown, width=40, height=4, signs=ASCII) == [
        "98,53|                             o",
        "     |                        o",
        "     |                   o",
        "97,00|    o    o",
        "     +------------------------------",
        "        Jul  Agu  Sep  Okt  Nop  Des",
    ]


@given(
    st.lists(st.none() | st.integers(0, 10**6), max_size=12),
    st.integers(20, 100),
    st.integers(2, 9),
)
def test_a_chart_keeps_its_size(values: list[int | None], width: int, height: int) -> None:
    texts = [str(value) for value in values]
    lines = months(values, texts, texts, width=width, height=height, signs=UNICODE)
    assert len(lines) == height + 2
    assert all(len(line) <= width for line in lines)
