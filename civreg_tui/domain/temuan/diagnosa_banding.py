"""How an entry differs from the softcopy: a cell, rows exchanged, rows shifted; in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.temuan.salah_ketik import KALIMAT, cara
from civreg_tui.domain.wilayah import DaftarWilayah


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
