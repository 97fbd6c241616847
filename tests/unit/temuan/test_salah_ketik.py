from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.temuan.salah_ketik import cara, same_length_slips


@pytest.mark.parametrize(
    ("ditulis", "seharusnya", "slip"),
    [
        (165_615, 156_615, "tukar"),
        (951, 159, "tukar"),
        (951, 195, None),
        (9_823, 9_623, "digit"),
        (99_623, 9_623, "ganda"),
        (9_623, 99_623, "tertinggal"),
        (96_523, 9_623, "lebih"),
        (963, 9_623, "kurang"),
        (96_230, 9_623, "nol"),
        (9_623, 96_230, "nol"),
        (9_623_000, 9_623, "nol"),
        (5, 5, None),
        (0, 10, "kurang"),
        (541, 10_541, "kurang"),
        (41, 10_541, None),
        (1_234, 5_678, None),
        (-1, 1, None),
    ],
)
def test_the_slip_between_two_counts(ditulis: int, seharusnya: int, slip: str | None) -> None:
    assert cara(ditulis, seharusnya) == slip


@given(st.integers(10, 999_999))
def test_every_generated_slip_is_recognised(count: int) -> None:
    for other in same_length_slips(count):
        if len(str(other)) == len(str(count)):
            assert cara(count, other) in {"tukar", "digit"}


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_slip_has_a_counterpart_the_other_way(a: int, b: int) -> None:
    if abs(len(str(a)) - len(str(b))) <= 1:
        assert (cara(a, b) is None) == (cara(b, a) is None)
