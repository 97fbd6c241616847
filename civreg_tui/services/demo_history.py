"""Example figures for the months before the demo's real one: plausible, and labelled as such."""

from __future__ import annotations

from collections.abc import Mapping

from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.domain.periode import acuan_for

_PERMIL = 1000
_WAJIB_PER_ACUAN = (1000, 972, 958)
"""Residents against December's, per mille, by how many DKB changes lie between."""
_NAIK_PER_BULAN = 2
"""How many per mille fewer certificates each month back."""


def example_cells(sheet: Lembar, december: Mapping[Alamat, int], back: int) -> dict[Alamat, int]:
    """The cells of a sheet ``back`` months before December, derived from December's figures."""
    cells: dict[Alamat, int] = {}
    for number, kode in enumerate(sheet.wilayah):
        for kolom in sheet.entry_columns:
            if kolom.ukuran in {"wajib", "memiliki"}:
                alamat = Alamat(kode, *kolom)
                cells[alamat] = _example(december, alamat, _scale(sheet, kolom, back, number))
    return cells


def _example(december: Mapping[Alamat, int], alamat: Alamat, permil: int) -> int:
    figure = december.get(alamat)
    if figure is None:  # the published source has no L and P: split the total in two
        total = december.get(Alamat(alamat.wilayah, alamat.ukuran, "jml"), 0)
        figure = total // 2 if alamat.seks == "l" else total - total // 2
    return figure * permil // _PERMIL


def _scale(sheet: Lembar, kolom: Kolom, back: int, number: int) -> int:
    base = _WAJIB_PER_ACUAN[_changes(sheet, back)] if sheet.dokumen.penyebut else _PERMIL
    if kolom.ukuran == "wajib":
        return base
    fewer = _NAIK_PER_BULAN * back + (number + back) % 2
    return base * (_PERMIL - fewer) // _PERMIL


def _changes(sheet: Lembar, back: int) -> int:
    months = [acuan_for(sheet.periode.shift(step)) for step in range(back + 1)]
    return len(set(months)) - 1
