"""Eight kinds of slips, each planted in one column of the real figures."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.slips.figures import Column, columns

PER_KIND = 30
TRIES = 50


@dataclass(frozen=True)
class Slip:
    """A planted slip: the column as keyed, the cells that are wrong, and what to call it."""

    kind: str
    column: Column
    keyed: Mapping[str, int]
    cells: tuple[str, ...]
    names: frozenset[str]
    """The causes that name this slip truly."""

    def __str__(self) -> str:
        place = f"{self.column.document} {self.column.kolom.label}"
        wrong = ", ".join(f"{k}: {self.column.true[k]} -> {self.keyed[k]}" for k in self.cells[:2])
        return f"{self.kind}, {place}, {wrong}"


def corpus(per_kind: int = PER_KIND, seed: int = 2024) -> list[Slip]:
    """The same slips for the same seed, ``per_kind`` of each kind (if there are), no two alike."""
    chance = random.Random(seed)
    slips: list[Slip] = []
    for kind, plant in KINDS.items():
        seen: set[tuple[object, ...]] = set()
        for _ in range(per_kind * TRIES):
            column = chance.choice(columns())
            slip = plant(kind, column, chance)
            if slip is not None and (mark := (column.kolom, *slip.keyed.values())) not in seen:
                seen.add(mark)
                slips.append(slip)
            if len(seen) == per_kind:
                break
    return slips


def _digits(column: Column, chance: random.Random) -> tuple[str, str]:
    kode = chance.choice(list(column.true))
    return kode, str(column.true[kode])


def _one_cell(kind: str, column: Column, kode: str, typed: str, *names: str) -> Slip | None:
    """One cell keyed wrongly; None when that changed nothing or left no figure."""
    if not typed or int(typed) == column.true[kode]:
        return None
    keyed = {**column.true, kode: int(typed)}
    return Slip(kind, column, keyed, (kode,), frozenset(names))


def _swapped(kind: str, column: Column, chance: random.Random) -> Slip | None:
    kode, true = _digits(column, chance)
    at = chance.randrange(len(true) - 1)
    typed = true[:at] + true[at + 1] + true[at] + true[at + 2 :]
    lost = ("kurang",) if typed[0] == "0" else ()  # 10541 as 01541: the 0 may as well be left out
    return _one_cell(kind, column, kode, typed, "tukar", *lost)


def _doubled(kind: str, column: Column, chance: random.Random) -> Slip | None:
    kode, true = _digits(column, chance)
    at = chance.randrange(len(true))
    if true[at] == "0":
        return None
    return _one_cell(kind, column, kode, true[: at + 1] + true[at:], "ganda")


def _dropped(kind: str, column: Column, chance: random.Random) -> Slip | None:
    kode, true = _digits(column, chance)
    at = chance.randrange(len(true))
    if true[at] == "0":
        return None
    return _one_cell(kind, column, kode, true[:at] + true[at + 1 :], "kurang", "tertinggal")


def _wrong(kind: str, column: Column, chance: random.Random) -> Slip | None:
    kode, true = _digits(column, chance)
    at = chance.randrange(len(true))
    other = chance.choice("0123456789" if at else "123456789")
    return _one_cell(kind, column, kode, true[:at] + other + true[at + 1 :], "digit")


def _zero_more(kind: str, column: Column, chance: random.Random) -> Slip | None:
    kode, true = _digits(column, chance)
    return _one_cell(kind, column, kode, true + "0", "nol")


def _zero_less(kind: str, column: Column, chance: random.Random) -> Slip | None:
    kode, true = _digits(column, chance)
    zeros = [at for at, digit in enumerate(true) if digit == "0"]
    if not zeros:
        return None
    at = chance.choice(zeros)
    names = ("nol",) if set(true[at:]) == {"0"} else ("kurang", "tertinggal")
    return _one_cell(kind, column, kode, true[:at] + true[at + 1 :], *names)


def _neighbours(kind: str, column: Column, chance: random.Random) -> Slip | None:
    codes = list(column.true)
    at = chance.randrange(len(codes))
    sources: list[tuple[int | None, str]] = [
        (column.true[codes[at - 1]] if at else None, "atas"),
        (column.true[codes[at + 1]] if at + 1 < len(codes) else None, "bawah"),
        *((figures[codes[at]], "kolom") for figures in column.beside.values()),
    ]
    value, name = chance.choice(sources)
    return None if value is None else _one_cell(kind, column, codes[at], str(value), name)


def _rows(kind: str, column: Column, chance: random.Random) -> Slip | None:
    """Two rows exchanged, one row keyed twice, or one left out; later ones stand shifted."""
    codes, true = list(column.true), list(column.true.values())
    first = chance.randrange(len(codes) - 2)
    last = chance.randrange(first + 2, len(codes))
    match chance.choice(("exchanged", "twice", "left out")):
        case "exchanged":
            order = list(range(len(codes)))
            order[first], order[first + 1] = first + 1, first
            cells, name = codes[first : first + 2], "bertukar"
        case "twice":
            order = [*range(first + 1), *range(first, last), *range(last + 1, len(codes))]
            cells, name = codes[first + 1 : last + 1], "geser"
        case _:
            order = [*range(first), *range(first + 1, last + 1), *range(last, len(codes))]
            cells, name = codes[first:last], "geser"
    keyed = dict(zip(codes, (true[i] for i in order), strict=True))
    return Slip(kind, column, keyed, tuple(cells), frozenset({name}))


Plant = Callable[[str, Column, random.Random], Slip | None]
KINDS: dict[str, Plant] = {
    "digits swapped": _swapped,
    "digit doubled": _doubled,
    "digit dropped": _dropped,
    "one digit wrong": _wrong,
    "a zero more": _zero_more,
    "a zero less": _zero_less,
    "neighbour's value": _neighbours,
    "rows exchanged or shifted": _rows,
}


def by_kind(slips: Sequence[Slip]) -> dict[str, list[Slip]]:
    """The slips, kind by kind."""
    return {kind: [slip for slip in slips if slip.kind == kind] for kind in KINDS}
