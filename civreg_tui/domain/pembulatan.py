"""Rounding many exact parts at once, so that what is shown still adds up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from civreg_tui.domain.cakupan import round_half_up


def bulatkan_serempak(parts: Sequence[Fraction]) -> list[int]:
    """Whole numbers that add up to the rounded sum of the parts, each within one of its part.

    The largest remainders are rounded up; equal remainders by their order.
    """
    floors = [part.numerator // part.denominator for part in parts]
    missing = round_half_up(sum(parts, Fraction(0))) - sum(floors)
    order = sorted(range(len(parts)), key=lambda i: (floors[i] - parts[i], i))
    raised = set(order[: max(0, missing)])
    return [floor + (i in raised) for i, floor in enumerate(floors)]
