"""Coverage, shortfall and capaian in exact integers; a percent is an int in hundredths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

Pecahan = tuple[int | None, int | None]
"""Numerator and denominator of a coverage; None = not given."""


def ratio_hundredths(part: int | None, whole: int | None) -> int | None:
    """``part ÷ whole × 100`` in hundredths of a percent, rounded half up; None without a whole.

    Source: cakupan = memiliki ÷ wajib × 100 (SOP step 5). A zero denominator gives no percent.
    """
    if part is None or whole is None or whole <= 0:
        return None
    return (2 * part * 10_000 + whole) // (2 * whole)


def round_half_up(value: Fraction) -> int:
    """The nearest integer, halves upwards."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def jumlah_pecahan(pairs: Iterable[Pecahan]) -> Pecahan:
    """Σ numerator and Σ denominator over the pairs that have both; (None, None) without any."""
    whole = [(part, due) for part, due in pairs if part is not None and due is not None]
    return add_up(part for part, _ in whole), add_up(due for _, due in whole)


def kekurangan(
    memiliki: int | None, wajib: int | None, target: int | None, *, negatif: bool = False
) -> int | None:
    """Certificates still needed to reach ``target`` (hundredths of a percent); 0 when reached.

    None without a denominator: where there is no coverage there is no shortfall either; None
    too when ``negatif``, since no certificate more brings a figure under its ceiling.
    """
    over = None if negatif else _lebih(memiliki, wajib, target)
    return None if over is None else max(0, -over)


def kelebihan(
    memiliki: int | None, wajib: int | None, target: int | None, *, negatif: bool = False
) -> int | None:
    """Certificates beyond those that reach ``target``; 0 when it is missed, else as above."""
    over = None if negatif else _lebih(memiliki, wajib, target)
    return None if over is None else max(0, over)


def _lebih(memiliki: int | None, wajib: int | None, target: int | None) -> int | None:
    if memiliki is None or wajib is None or wajib <= 0 or target is None:
        return None
    needed = -(-wajib * target // 10_000)
    return memiliki - needed


def capaian(
    memiliki: int | None, wajib: int | None, target: int | None, *, negatif: bool = False
) -> Fraction | None:
    """Realisasi ÷ target × 100 as an exact fraction; polarity reversed when ``negatif``.

    Source: Permendagri 86/2017. The category is decided on this unrounded value.
    """
    if memiliki is None or wajib is None or wajib <= 0 or not target:
        return None
    realisasi = Fraction(memiliki * 10_000, wajib)
    if negatif:
        return (2 * target - realisasi) / target * 100
    return realisasi / target * 100


def kategori(value: Fraction | None, scale: Sequence[tuple[Fraction, str]]) -> str:
    """The category whose lower bound the unrounded capaian reaches; empty without a capaian.

    ``scale`` is (lower bound in percent, name), highest first.
    """
    if value is None:
        return ""
    return next((name for bound, name in scale if value >= bound), "")


def peringkat(pairs: Sequence[Pecahan]) -> list[int | None]:
    """Ranks (1 = highest) of (memiliki, wajib) pairs by the unrounded ratio; equals share one."""
    ratios = [Fraction(m, w) if m is not None and w else None for m, w in pairs]
    ordered = sorted((r for r in ratios if r is not None), reverse=True)
    return [None if r is None else ordered.index(r) + 1 for r in ratios]


def add_up(values: Iterable[int | None]) -> int | None:
    """Sum of the given figures; None when nothing at all was given (missing is not zero)."""
    given = [value for value in values if value is not None]
    return sum(given) if given else None
