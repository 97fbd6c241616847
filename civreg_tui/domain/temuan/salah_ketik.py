"""One slip of the fingers: how a typed count and the true one can differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Cara = Literal["tukar", "ganda", "tertinggal", "digit", "lebih", "kurang", "nol"]
KALIMAT: dict[Cara, str] = {
    "tukar": "dua angka bertukar tempat",
    "ganda": "satu angka terketik dua kali",
    "tertinggal": "satu dari angka kembar tertinggal",
    "digit": "satu angka salah",
    "lebih": "satu angka berlebih",
    "kurang": "satu angka tertinggal",
    "nol": "jumlah nol di belakang berbeda",
}
"""Each kind of slip in the office's words."""


def cara(ditulis: int, seharusnya: int) -> Cara | None:
    """The one slip that turns ``seharusnya`` into ``ditulis``; None when none does."""
    if ditulis == seharusnya or ditulis < 0 or seharusnya < 0:
        return None
    typed, true = str(ditulis), str(seharusnya)
    if len(typed) == len(true):
        return _same_length(typed, true)
    if typed.rstrip("0") == true.rstrip("0") != "":
        return "nol"
    if len(typed) == len(true) + 1:
        return _one_more(typed, true, "ganda", "lebih")
    if len(typed) < len(true):
        return _one_more(true, typed.zfill(len(true) - 1), "tertinggal", "kurang")
    return None


def _same_length(typed: str, true: str) -> Cara | None:
    places = [i for i, (a, b) in enumerate(zip(typed, true, strict=True)) if a != b]
    if len(places) == 1:
        return "digit"
    if len(places) == 2:
        first, second = places
        if typed[first] == true[second] and typed[second] == true[first]:
            return "tukar"
    return None


def _one_more(longer: str, shorter: str, twin: Cara, single: Cara) -> Cara | None:
    """``longer`` has one digit more: a doubled one when it stands beside its like."""
    place = next((i for i, b in enumerate(shorter) if longer[i] != b), len(shorter))
    if longer[place + 1 :] != shorter[place:]:
        return None
    return twin if place > 0 and longer[place - 1] == longer[place] else single


def same_length_slips(count: int) -> Iterator[int]:
    """Every count that swapping two digits or changing one digit of ``count`` gives."""
    digits = str(count)
    for first in range(len(digits)):
        for second in range(first + 1, len(digits)):
            if digits[first] != digits[second]:
                changed = list(digits)
                changed[first], changed[second] = changed[second], changed[first]
                yield int("".join(changed))
    for place, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit:
                yield int(digits[:place] + other + digits[place + 1 :])
