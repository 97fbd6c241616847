"""Which one slip would explain a column that does not foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from civreg_tui.domain.lembar import Kolom, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.temuan.diagnosa_banding import diagnosa_baris, diagnosa_pasangan
from civreg_tui.domain.temuan.diagnosa_geser import bergeser, bertukar
from civreg_tui.domain.temuan.diagnosa_model import (
    KEYAKINAN,
    Diagnosa,
    KolomDiperiksa,
    Sebab,
    away,
)
from civreg_tui.domain.temuan.salah_ketik import KALIMAT, cara
from civreg_tui.domain.wilayah import DaftarWilayah

__all__ = [
    "Diagnosa",
    "Sebab",
    "diagnosa_baris",
    "diagnosa_kolom",
    "diagnosa_lembar",
    "diagnosa_pasangan",
]

_SOFTCOPY = 300
"""Points for a cell that differs from the softcopy just as the explanation says."""


def diagnosa_kolom(
    kolom: Kolom,
    nilai: Mapping[str, int | None],
    kendali: int,
    daftar: DaftarWilayah,
    *,
    tetangga: Mapping[Kolom, Mapping[str, int | None]] | None = None,
    lalu: Mapping[str, int | None] | None = None,
    sumber: Mapping[str, int | None] | None = None,
    terbanyak: int = 5,
) -> tuple[Diagnosa, ...]:
    """The single slips that would make the column right, most plausible first.

    Each makes it foot exactly; where it foots already, rows that were exchanged are named.
    Empty when several cells are empty, or when no one slip explains it.
    """
    asked = KolomDiperiksa(
        kolom, nilai, kendali, daftar, tetangga or {}, lalu or {}, sumber or {}
    )  # fmt: skip
    empty = [kode for kode, value in nilai.items() if value is None]
    if len(empty) > 1:
        return ()
    if empty:
        found = [*_one_empty(asked, empty[0]), *bergeser(asked)]
    elif asked.selisih == 0:
        found = list(bertukar(asked))
    else:
        found = list(_one_wrong(asked))
    return _ranked(asked, found)[:terbanyak]


def _ranked(asked: KolomDiperiksa, found: Sequence[Diagnosa]) -> tuple[Diagnosa, ...]:
    """The best explanation of every cell, most plausible first."""
    order = list(asked.nilai)
    best: dict[tuple[str, ...], Diagnosa] = {}
    for guess in sorted(found, key=lambda d: (-d.keyakinan, order.index(d.wilayah[0]))):
        best.setdefault(guess.wilayah, guess)
    return tuple(best.values())


def diagnosa_lembar(
    lembar: Lembar,
    kolom: Kolom,
    kendali: int,
    daftar: DaftarWilayah,
    lalu: Lembar | None = None,
    sumber: Mapping[str, int | None] | None = None,
) -> tuple[Diagnosa, ...]:
    """The same for a keyed column of a sheet, beside its other columns and last month's sheet.

    ``sumber`` are the softcopy's figures of the column, where there are any.
    """

    def figures(sheet: Lembar, which: Kolom) -> dict[str, int | None]:
        return {kode: sheet.nilai(kode, *which) for kode in lembar.wilayah}

    return diagnosa_kolom(
        kolom,
        figures(lembar, kolom),
        kendali,
        daftar,
        tetangga={other: figures(lembar, other) for other in lembar.entry_columns},
        lalu=figures(lalu, kolom) if lalu else None,
        sumber=sumber,
    )


def _one_empty(asked: KolomDiperiksa, kode: str) -> Iterator[Diagnosa]:
    """One cell is still empty: the difference is its figure, if all others are right."""
    if asked.selisih <= 0:
        name, value = asked.daftar[kode].nama, -asked.selisih
        text = (
            f"{name} masih kosong; {format_count(value)} membuat jumlahnya cocok, "
            "bila baris lain sudah benar."
        )
        yield Diagnosa("kosong", (kode,), asked.kolom, None, value, KEYAKINAN["kosong"], text)


def _one_wrong(asked: KolomDiperiksa) -> Iterator[Diagnosa]:
    codes = list(asked.nilai)
    for place, kode in enumerate(codes):
        typed = asked.nilai[kode]
        true = None if typed is None else typed - asked.selisih
        if typed is None or true is None or true < 0:
            continue
        for sebab, extra in _causes(asked, codes, place, typed, true):
            yield _diagnosa(asked, kode, sebab, true, extra)
    yield from bergeser(asked)
    yield from _row_twice(asked, codes)


def _causes(
    asked: KolomDiperiksa, codes: Sequence[str], place: int, typed: int, true: int
) -> Iterator[tuple[Sebab, str]]:
    slip = cara(typed, true)
    if slip is not None:
        yield slip, KALIMAT[slip]
    if typed and place > 0 and asked.nilai[codes[place - 1]] == typed:
        yield "atas", f"sama dengan baris di atasnya, {asked.daftar[codes[place - 1]].nama}"
    if typed and place + 1 < len(codes) and asked.nilai[codes[place + 1]] == typed:
        yield "bawah", f"sama dengan baris di bawahnya, {asked.daftar[codes[place + 1]].nama}"
    for kolom, figures in asked.tetangga.items():
        if typed and kolom != asked.kolom and figures.get(codes[place]) == typed:
            yield "kolom", f"sama dengan kolom {kolom.label} pada baris itu"
        if true and kolom != asked.kolom and figures.get(codes[place]) == true != typed:
            yield "silang", f"mungkin tertukar dengan kolom {kolom.label}"


def _diagnosa(asked: KolomDiperiksa, kode: str, sebab: Sebab, true: int, extra: str) -> Diagnosa:
    typed = asked.nilai[kode]
    text = (
        f"{asked.daftar[kode].nama}: tertulis {format_count(typed)}, "
        f"mungkin seharusnya {format_count(true)} ({extra})."
    )
    weight = KEYAKINAN[sebab] + _nearer(asked, kode, typed, true)
    if asked.sumber.get(kode) == true:
        weight += _SOFTCOPY
    return Diagnosa(sebab, (kode,), asked.kolom, typed, true, weight, text)


def _nearer(asked: KolomDiperiksa, kode: str, typed: int | None, true: int) -> int:
    """Up to 100 points when the true figure is near the expected one and the typed one is not."""
    expected = asked.patokan.get(kode)
    if not expected or typed is None:
        return 0
    return (away(typed, expected) - away(true, expected)) // 10


def _row_twice(asked: KolomDiperiksa, codes: Sequence[str]) -> Iterator[Diagnosa]:
    """A region's figure stands in another row too, where the difference belongs instead."""
    for kode in codes:
        typed = asked.nilai[kode]
        true = -1 if typed is None else typed - asked.selisih
        twins = [other for other in codes if other != kode and asked.nilai[other] == typed]
        if typed and twins and true >= 0:
            name = asked.daftar[twins[0]].nama
            yield _diagnosa(asked, kode, "baris", true, f"angkanya sama dengan {name}")
