"""Which one slip would explain a column that does not foot, or an entry unlike its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from civreg_tui.domain.lembar import Kolom, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.temuan.salah_ketik import KALIMAT, Cara, cara
from civreg_tui.domain.wilayah import DaftarWilayah

Sebab = Cara | Literal["kosong", "atas", "bawah", "kolom", "geser", "baris"]

KEYAKINAN: dict[Sebab, int] = {
    "kosong": 95,
    "tukar": 90,
    "geser": 88,
    "atas": 85,
    "bawah": 84,
    "kolom": 83,
    "nol": 80,
    "ganda": 75,
    "tertinggal": 74,
    "digit": 60,
    "lebih": 45,
    "kurang": 40,
    "baris": 30,
}
"""How plausible each cause is on its own, 0–100; last month's figure moves it up or down."""


@dataclass(frozen=True, slots=True)
class Diagnosa:
    """One explanation: the cells (regions) to look at, what stands there, what should."""

    sebab: Sebab
    wilayah: tuple[str, ...]
    kolom: Kolom
    ditulis: int | None
    seharusnya: int
    keyakinan: int
    kalimat: str


@dataclass(frozen=True)
class KolomDiperiksa:
    """A column as keyed (regions in the order of the sheet), its control total, and context.

    ``tetangga`` are the sheet's other columns, ``lalu`` last month's figures of this one.
    """

    kolom: Kolom
    nilai: Mapping[str, int | None]
    kendali: int
    daftar: DaftarWilayah
    tetangga: Mapping[Kolom, Mapping[str, int | None]]
    lalu: Mapping[str, int | None]

    @property
    def selisih(self) -> int:
        """What the keyed figures exceed the control total by (negative: fall short)."""
        return sum(value or 0 for value in self.nilai.values()) - self.kendali


def diagnosa_kolom(
    kolom: Kolom,
    nilai: Mapping[str, int | None],
    kendali: int,
    daftar: DaftarWilayah,
    *,
    tetangga: Mapping[Kolom, Mapping[str, int | None]] | None = None,
    lalu: Mapping[str, int | None] | None = None,
    terbanyak: int = 5,
) -> tuple[Diagnosa, ...]:
    """The single slips that would make the column foot exactly, most plausible first.

    Empty when it already foots, when several cells are empty, or when no one slip explains it.
    """
    asked = KolomDiperiksa(kolom, nilai, kendali, daftar, tetangga or {}, lalu or {})
    empty = [kode for kode, value in nilai.items() if value is None]
    if len(empty) > 1 or (asked.selisih == 0 and not empty):
        return ()
    found = _one_empty(asked, empty[0]) if empty else _one_wrong(asked)
    ranked = sorted(found, key=lambda d: (-d.keyakinan, list(nilai).index(d.wilayah[0])))
    best: dict[tuple[str, ...], Diagnosa] = {}
    for guess in ranked:
        best.setdefault(guess.wilayah, guess)
    return tuple(best.values())[:terbanyak]


def diagnosa_lembar(
    lembar: Lembar, kolom: Kolom, kendali: int, daftar: DaftarWilayah, lalu: Lembar | None = None
) -> tuple[Diagnosa, ...]:
    """The same for a keyed column of a sheet, beside its other columns and last month's sheet."""

    def figures(sheet: Lembar, which: Kolom) -> dict[str, int | None]:
        return {kode: sheet.nilai(kode, *which) for kode in lembar.wilayah}

    return diagnosa_kolom(
        kolom,
        figures(lembar, kolom),
        kendali,
        daftar,
        tetangga={other: figures(lembar, other) for other in lembar.entry_columns},
        lalu=figures(lalu, kolom) if lalu else None,
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
    yield from _shifted(asked, codes)
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


def _diagnosa(asked: KolomDiperiksa, kode: str, sebab: Sebab, true: int, extra: str) -> Diagnosa:
    typed = asked.nilai[kode]
    text = (
        f"{asked.daftar[kode].nama}: tertulis {format_count(typed)}, "
        f"mungkin seharusnya {format_count(true)} ({extra})."
    )
    weight = KEYAKINAN[sebab] + _nearer(asked, kode, typed, true)
    return Diagnosa(sebab, (kode,), asked.kolom, typed, true, weight, text)


def _nearer(asked: KolomDiperiksa, kode: str, typed: int | None, true: int) -> int:
    """Up to 100 points when the true figure is near last month's and the typed one is not."""
    last = asked.lalu.get(kode)
    if not last or typed is None:
        return 0

    def away(value: int) -> int:
        return min(100, abs(value - last) * 100 // last)

    return away(typed) - away(true)


def _shifted(asked: KolomDiperiksa, codes: Sequence[str]) -> Iterator[Diagnosa]:
    """A row keyed twice pushed all below one line down and lost the last: seen by last month."""
    if not all(asked.lalu.get(kode) for kode in codes):
        return
    values = [asked.nilai[kode] or 0 for kode in codes]
    for place in range(len(codes) - 2):
        lost = values[place] - asked.selisih
        restored = [*values[:place], *values[place + 1 :], lost]
        if values[place] == values[place + 1] and lost >= 0 and _fits(asked, codes, restored):
            first, last = (asked.daftar[codes[i]].nama for i in (place + 1, -1))
            text = (
                f"Mulai {first} baris bergeser satu ke bawah; {last} mungkin seharusnya "
                f"{format_count(lost)}."
            )
            moved = tuple(codes[place + 1 :])
            weight = KEYAKINAN["geser"] + 100
            typed = values[-1]
            yield Diagnosa("geser", moved, asked.kolom, typed, lost, weight, text)


def _fits(asked: KolomDiperiksa, codes: Sequence[str], values: Sequence[int]) -> bool:
    """Whether every row, put back, stands within a tenth of last month's figure."""
    then = [asked.lalu.get(kode) or 0 for kode in codes]
    return all(abs(a - b) * 10 <= b for a, b in zip(values, then, strict=True))


def _row_twice(asked: KolomDiperiksa, codes: Sequence[str]) -> Iterator[Diagnosa]:
    """A region's figure stands in another row too, where the difference belongs instead."""
    for kode in codes:
        typed = asked.nilai[kode]
        true = -1 if typed is None else typed - asked.selisih
        twins = [other for other in codes if other != kode and asked.nilai[other] == typed]
        if typed and twins and true >= 0:
            name = asked.daftar[twins[0]].nama
            yield _diagnosa(asked, kode, "baris", true, f"angkanya sama dengan {name}")


def diagnosa_baris(
    entri: Mapping[str, int | None], softcopy: Mapping[str, int | None], daftar: DaftarWilayah
) -> tuple[str, ...]:
    """Sentences on rows that were exchanged or shifted against the softcopy's column."""
    codes = [kode for kode in entri if kode in softcopy]
    wrong = [kode for kode in codes if entri[kode] != softcopy[kode]]
    swapped = [
        (a, b)
        for place, a in enumerate(wrong)
        for b in wrong[place + 1 :]
        if entri[a] is not None and entri[a] == softcopy[b] and entri[b] == softcopy[a]
    ]
    sentences = [f"{daftar[a].nama} dan {daftar[b].nama} bertukar baris." for a, b in swapped]
    return (*sentences, *_shift_sentences(codes, entri, softcopy, daftar))


def _shift_sentences(
    codes: Sequence[str],
    entri: Mapping[str, int | None],
    softcopy: Mapping[str, int | None],
    daftar: DaftarWilayah,
) -> Iterator[str]:
    for step, way in ((1, "atas"), (-1, "bawah")):
        run: list[str] = []
        for place, kode in enumerate([*codes, ""]):
            source = place - step
            inside = bool(kode) and 0 <= source < len(codes) and entri[kode] is not None
            if inside and entri[kode] == softcopy[codes[source]] != softcopy[kode]:
                run.append(kode)
                continue
            if len(run) >= 3:
                first, last = daftar[run[0]].nama, daftar[run[-1]].nama
                yield f"{first} sampai {last} bergeser: isinya milik baris di {way}nya."
            run = []


def diagnosa_pasangan(entri: int | None, softcopy: int | None) -> str:
    """How an entry differs from the softcopy's figure, in words; empty when they are equal."""
    if entri == softcopy:
        return ""
    if entri is None:
        return f"Belum dientri; softcopy {format_count(softcopy)}."
    if softcopy is None:
        return f"Entri {format_count(entri)}; softcopy tidak memuat angka ini."
    head = f"Entri {format_count(entri)}, softcopy {format_count(softcopy)}"
    slip = cara(entri, softcopy)
    more = "lebih" if entri > softcopy else "kurang"
    gap = f"{more} {format_count(abs(entri - softcopy))}"
    return f"{head}: {KALIMAT[slip]} ({gap})." if slip else f"{head}: {gap}."
