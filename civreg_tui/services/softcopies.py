"""The received softcopies of a month, read again from the bytes that were kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from civreg_tui.config import Facts
from civreg_tui.domain.bacaan import Bacaan, SelSumber, TabelSumber
from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Softcopy


@dataclass(frozen=True, slots=True)
class Selisih:
    """A cell whose entry differs from the softcopy; ``sel`` is the source with its address."""

    dokumen: str
    alamat: Alamat
    entri: int | None
    sel: SelSumber


def received_reading(ws: Workspace, periode: str) -> Bacaan | None:
    """What the month's accepted softcopies say, or None when none was received."""
    return read_kept(ws, periode, ws.store.records.softcopies(periode))


def read_kept(ws: Workspace, periode: str, files: list[Softcopy]) -> Bacaan | None:
    """Read files that are kept in the store; the reading is remembered by their hashes."""
    if not files:
        return None
    key = tuple(file.sha256 for file in files)
    if key not in ws.readings:
        ws.readings[key] = _read(files, ws.facts(periode))
    return ws.readings[key]


def _read(files: list[Softcopy], facts: Facts) -> Bacaan:
    from civreg_tui.softcopy.reading import read_berkas
    from civreg_tui.softcopy.source import Berkas

    return read_berkas([Berkas(f.nama, f.isi, f.sha256) for f in files], facts)


def source_cells(tables: tuple[TabelSumber, ...]) -> Mapping[Alamat, SelSumber]:
    """The source cell of every sheet cell; a later table of the delivery replaces an earlier."""
    found: dict[Alamat, SelSumber] = {}
    for table in tables:
        for kode, row in table.rows.items():
            for kolom, cell in row.sel.items():
                found[Alamat(kode, *kolom)] = cell
    return found


def differences(ws: Workspace, sheet: Lembar) -> tuple[Selisih, ...]:
    """The cells whose entry is not what the softcopy says and that nobody has decided on.

    Cells the softcopy does not give, and those that are still to be keyed, are no difference;
    a decision holds while both values are the ones it was made on.
    """
    periode, dokumen = str(sheet.periode), sheet.dokumen.kode
    reading = received_reading(ws, periode)
    if reading is None:
        return ()
    decided = ws.store.cells.decisions(periode, dokumen)
    found = []
    for alamat, cell in source_cells(reading.dokumen(dokumen)).items():
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
