"""Rows that were shifted or exchanged inside a column, seen by what each row should hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.temuan.diagnosa_model import (
    KEYAKINAN,
    Diagnosa,
    KolomDiperiksa,
    fits,
    misfit,
)

_JELAS = 100
"""Points for rows that all fit once they are put back: no single slip could do that by chance."""


@dataclass(frozen=True, slots=True)
class _Pulih:
    """Rows ``first``–``last`` as they stood before they moved, and the figure that was lost."""

    first: int
    last: int
    down: bool
    lost: int
    values: tuple[int, ...]


def bergeser(asked: KolomDiperiksa) -> Iterator[Diagnosa]:
    """A row keyed twice or left out, so that a run of rows stands one line off: the best run."""
    codes = list(asked.nilai)
    if not asked.patokan:
        return
    expected = [asked.patokan[kode] for kode in codes]
    standing = misfit(list(asked.nilai.values()), expected)
    found = [r for r in _restored(asked) if _all_fit(r, expected)]
    ranked = sorted(found, key=lambda r: (misfit(r.values, expected), r.last - r.first))
    for run in ranked[:1]:
        if 2 * misfit(run.values, expected) < standing:
            yield _shift(asked, codes, run)


def _all_fit(run: _Pulih, expected: Sequence[int]) -> bool:
    moved = slice(run.first, run.last + 1)
    pairs = zip(run.values[moved], expected[moved], strict=True)
    return run.lost >= 0 and all(fits(value, then) for value, then in pairs)


def _restored(asked: KolomDiperiksa) -> Iterator[_Pulih]:
    """Every column that one row keyed twice, or one left out, could have turned into this one."""
    values = list(asked.nilai.values())
    for end in [i for i, value in enumerate(values) if value is None]:
        yield from _left_out(values, end, end, -asked.selisih)
    for upper in range(len(values) - 1):
        twice = values[upper]
        if twice is None or values[upper + 1] != twice:
            continue
        lost = twice - asked.selisih
        for end in range(upper + 2, len(values)):
            down = [*values[: upper + 1], *values[upper + 2 : end + 1], lost, *values[end + 1 :]]
            yield _Pulih(upper + 1, end, True, lost, _whole(down))
        yield from _left_out(values, upper + 1, upper, lost)


def _left_out(values: Sequence[int | None], end: int, last: int, lost: int) -> Iterator[_Pulih]:
    """A row was left out; those below it, as far as ``end``, moved up, down to ``last``."""
    for start in range(last):
        up = [*values[:start], lost, *values[start:end], *values[end + 1 :]]
        yield _Pulih(start, last, False, lost, _whole(up))


def _whole(values: Sequence[int | None]) -> tuple[int, ...]:
    return tuple(value or 0 for value in values)


def _shift(asked: KolomDiperiksa, codes: Sequence[str], run: _Pulih) -> Diagnosa:
    moved = tuple(codes[run.first : run.last + 1])
    first, last = asked.daftar[moved[0]].nama, asked.daftar[moved[-1]].nama
    where = last if run.down else first
    place = moved[-1] if run.down else moved[0]
    text = (
        f"{first} sampai {last} bergeser satu baris ke {'bawah' if run.down else 'atas'}; "
        f"{where} mungkin seharusnya {format_count(run.lost)}."
    )
    weight = KEYAKINAN["geser"] + _JELAS
    return Diagnosa("geser", moved, asked.kolom, asked.nilai[place], run.lost, weight, text)


def bertukar(asked: KolomDiperiksa) -> Iterator[Diagnosa]:
    """Two rows that hold each other's figure: the sum is right all the same."""
    codes = [kode for kode, value in asked.nilai.items() if value is not None]
    pairs = [(a, b) for i, a in enumerate(codes) for b in codes[i + 1 :]]
    scored = ((_gain(asked, a, b), a, b) for a, b in pairs if asked.patokan)
    ranked = sorted(((gain, a, b) for gain, a, b in scored if gain), reverse=True)
    taken: set[str] = set()
    for gain, a, b in ranked:
        if taken.isdisjoint((a, b)):
            taken |= {a, b}
            yield _exchange(asked, a, b, gain)


def _gain(asked: KolomDiperiksa, a: str, b: str) -> int:
    """How much better two rows fit when exchanged, per mille; 0 when that is not clear."""
    expected = [asked.patokan[a], asked.patokan[b]]
    first, second = asked.nilai[a] or 0, asked.nilai[b] or 0
    standing = misfit([first, second], expected)
    put_back = misfit([second, first], expected)
    clear = standing >= _TAMPAK and 3 * put_back <= standing
    both = fits(second, expected[0]) and fits(first, expected[1])
    return standing - put_back if clear and both else 0


_TAMPAK = 30
"""Rows less than three percent apart (both together) cannot be told from each other."""


def _exchange(asked: KolomDiperiksa, a: str, b: str, gain: int) -> Diagnosa:
    text = (
        f"{asked.daftar[a].nama} ({format_count(asked.nilai[a])}) dan {asked.daftar[b].nama} "
        f"({format_count(asked.nilai[b])}) mungkin bertukar baris."
    )
    weight = KEYAKINAN["bertukar"] + min(_JELAS, gain // 10)
    true = asked.nilai[b] or 0
    return Diagnosa("bertukar", (a, b), asked.kolom, asked.nilai[a], true, weight, text)
