"""When the next look at others' work is taken: within two seconds, and between the keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.services.people.watch import JEDA_KETIK, TERLAMBAT, wait_to_look

EVERY = 1.5
MOMENTS = st.floats(0, 100)


@given(MOMENTS, MOMENTS, MOMENTS)
def test_never_later_than_two_seconds_after_the_last(now, looked, typed) -> None:
    wait = wait_to_look(now, looked, typed, EVERY)
    assert wait >= 0
    assert now + wait <= max(now, looked + TERLAMBAT)
    assert TERLAMBAT < 2


@given(MOMENTS, MOMENTS)
def test_a_key_is_answered_first_while_there_is_room(looked, ago) -> None:
    typed = looked + EVERY - ago
    wait = wait_to_look(looked + EVERY, looked, typed, EVERY)
    assert looked + EVERY + wait >= min(typed + JEDA_KETIK, looked + TERLAMBAT) - 1e-6


def test_while_nobody_types_only_the_interval_counts() -> None:
    assert wait_to_look(10.0, 9.0, 0.0, EVERY) == 0.5
    assert wait_to_look(10.5, 9.0, 0.0, EVERY) == 0.0
