"""Figures that nothing independent confirms: neither the softcopy nor a closing control total."""

from __future__ import annotations

from dataclasses import dataclass

from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.services.month.months import load_month
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BelumCocok:
    """The unconfirmed keyed figures of a region in a document."""

    lembar: Lembar
    wilayah: str
    sel: tuple[Alamat, ...]


def unverified(ws: Workspace, periode: str) -> tuple[BelumCocok, ...]:
    """The regions with figures that match no softcopy cell and stand in no closing column."""
    reading = received_reading(ws, periode)
    found: list[BelumCocok] = []
    for sheet in load_month(ws, periode):
        source = source_cells(reading.dokumen(sheet.dokumen.kode)) if reading else {}
        same = {a for a, cell in source.items() if cell.angka == sheet.nilai(*a)}
        closed = _closed_columns(ws, sheet)
        for kode in sheet.wilayah:
            cells = tuple(a for a in _given(sheet, kode) if a not in same and a.kolom not in closed)
            if cells:
                found.append(BelumCocok(sheet, kode, cells))
    return tuple(found)


def _given(sheet: Lembar, kode: str) -> list[Alamat]:
    cells = [Alamat(kode, *kolom) for kolom in sheet.entry_columns]
    return [alamat for alamat in cells if sheet.isian(alamat).angka is not None]


def _closed_columns(ws: Workspace, sheet: Lembar) -> set[Kolom]:
    """The complete columns whose sum is the hardcopy's control total."""
    controls = ws.store.cells.controls(str(sheet.periode), sheet.dokumen.kode)
    return {
        kolom
        for kolom, total in controls.items()
        if sheet.total(*kolom) == total
        and all(sheet.nilai(kode, *kolom) is not None for kode in sheet.wilayah)
    }
