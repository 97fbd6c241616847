"""The received softcopies of a month, read again from the bytes that were kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from civreg_tui.domain.bacaan import Bacaan, SelSumber
from civreg_tui.domain.beda_kiriman import sel_sumber
from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.services.penerimaan.reading_job import reading_job
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Softcopy


@dataclass(frozen=True, slots=True)
class Selisih:
    """A cell whose entry differs from the softcopy; ``sel`` is the source with its address."""

    dokumen: str
    alamat: Alamat
    entri: int | None
    sel: SelSumber


def received_files(ws: Workspace, periode: str) -> tuple[Softcopy, ...]:
    """The softcopies that the month has accepted, in the order they came."""
    return tuple(ws.store.records.softcopies(periode))


def received_reading(ws: Workspace, periode: str) -> Bacaan | None:
    """What the month's accepted softcopies say together, or None when none was received."""
    return reading_job(ws, periode).run().bacaan


source_cells = sel_sumber
"""The source cell of every sheet cell; a later table of a file replaces an earlier one."""


def source_sums(reading: Bacaan | None, dokumen: str) -> dict[Kolom, int]:
    """The softcopy's own sum of every column it has figures in."""
    cells = source_cells(reading.dokumen(dokumen)) if reading else {}
    given: dict[Kolom, int] = {}
    for address, cell in cells.items():
        if cell.angka is not None:
            given[address.kolom] = given.get(address.kolom, 0) + cell.angka
    return given


def differences(
    ws: Workspace, sheet: Lembar, source: Mapping[Alamat, SelSumber] | None = None
) -> tuple[Selisih, ...]:
    """The cells whose entry is not what the softcopy says and that nobody has decided on.

    Cells the softcopy does not give, and those that are still to be keyed, are no difference;
    a decision holds while both values are the ones it was made on. ``source`` are the
    document's source cells, where they are at hand already.
    """
    periode, dokumen = str(sheet.periode), sheet.dokumen.kode
    if source is None:
        reading = received_reading(ws, periode)
        source = source_cells(reading.dokumen(dokumen)) if reading else {}
    decided = ws.store.cells.decisions(periode, dokumen)
    found = []
    for alamat, cell in source.items():
        entered = sheet.nilai(*alamat)
        if alamat.kolom not in comparable(sheet) or cell.angka is None or entered == cell.angka:
            continue
        if entered is None and alamat.kolom not in _optional(sheet):
            continue
        made = decided.get(alamat)
        if made is None or (made.entri, made.softcopy) != (entered, cell.angka):
            found.append(Selisih(dokumen, alamat, entered, cell))
    return tuple(sorted(found, key=lambda d: _place(sheet, d.alamat)))


def comparable(sheet: Lembar) -> tuple[tuple[str, str], ...]:
    """The columns that are compared with the softcopy: the keyed ones and their JML."""
    keyed = sheet.entry_columns
    return (*keyed, *{(kolom.ukuran, "jml") for kolom in keyed})


def _optional(sheet: Lembar) -> set[Kolom]:
    return set(sheet.entry_columns) - set(sheet.required_columns)


def _place(sheet: Lembar, alamat: Alamat) -> tuple[int, str, str]:
    return sheet.wilayah.index(alamat.wilayah), alamat.ukuran, alamat.seks
