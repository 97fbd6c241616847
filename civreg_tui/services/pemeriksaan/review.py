"""Step 5: the evidence behind a figure, and the cells that a finding is about."""

from __future__ import annotations

from dataclasses import dataclass

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.domain.periode import SETAHUN
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.entri.answers import SelKembali, returned_cells
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Bukti:
    """Everything known about the cell a finding points to; ``seri`` ends with this month.

    ``jumlah`` is the column's sum, to be held against the hardcopy's ``kendali``;
    ``pengembalian`` is what became of the cell when it was last sent back.
    """

    alamat: Alamat
    kini: int | None
    lalu: int | None
    sumber: SelSumber | None
    kendali: int | None
    seri: tuple[int | None, ...]
    oleh: str
    pada: str
    catatan: str
    jumlah: int | None = None
    pengembalian: SelKembali | None = None


def pointed_cell(sheet: Lembar, finding: Temuan) -> Alamat | None:
    """The cell a finding is about: its column, else the region's first empty or main figure."""
    if finding.region is None or finding.region not in sheet.wilayah:
        return None
    if finding.kolom is not None:
        return Alamat(finding.region, *finding.kolom)
    return Alamat(finding.region, *sheet.required_columns[-1])


def cells_to_return(ws: Workspace, periode: str, finding: Temuan) -> list[tuple[str, Alamat]]:
    """The keyed cells that answer a finding: its own column, or all of the region's row."""
    if finding.document is None or finding.region is None:
        return []
    sheet = load_sheet(ws, periode, finding.document)
    keyed = sheet.entry_columns
    named = [k for k in keyed if finding.kolom is not None and covers(finding.kolom, k)]
    return [(finding.document, Alamat(finding.region, *k)) for k in named or keyed]


def covers(wanted: Kolom, keyed: Kolom) -> bool:
    """Whether a keyed column is, or is part of, the column that is looked at."""
    same = wanted.ukuran in {keyed.ukuran, "belum"}
    return same and wanted.seks in {keyed.seks, "jml"}


def evidence(ws: Workspace, periode: str, dokumen: str, alamat: Alamat) -> Bukti:
    """Value, last month's, softcopy's, control total, twelve months, who keyed it and when."""
    sheet = load_sheet(ws, periode, dokumen)
    reading = received_reading(ws, periode)
    source = source_cells(reading.dokumen(dokumen)).get(alamat) if reading else None
    author = last_writer(ws, sheet, alamat)
    note = ws.store.cells.notes(periode, dokumen).get(alamat)
    months = _series(ws, periode, dokumen, alamat)
    return Bukti(
        alamat=alamat,
        kini=sheet.nilai(*alamat),
        lalu=months[-2],
        sumber=source,
        kendali=ws.store.cells.controls(periode, dokumen).get(alamat.kolom),
        seri=months,
        oleh=author[0],
        pada=author[1],
        catatan=note.teks if note else "",
        jumlah=sheet.total(*alamat.kolom),
        pengembalian=next(
            (c for c in returned_cells(ws, periode) if (c.dokumen, c.alamat) == (dokumen, alamat)),
            None,
        ),
    )


def last_writer(ws: Workspace, sheet: Lembar, alamat: Alamat) -> tuple[str, str]:
    """Who wrote a figure last and when (UTC), or two empty texts.

    Of a derived figure that is who wrote what it is derived from.
    """
    keyed = [k for k in sheet.entry_columns if k == alamat.kolom]
    behind = keyed or [k for k in sheet.required_columns if covers(alamat.kolom, k)]
    cells = [Alamat(alamat.wilayah, *kolom) for kolom in behind]
    periode, dokumen = str(sheet.periode), sheet.dokumen.kode
    found = [ws.store.cells.author(periode, dokumen, cell) for cell in cells]
    return max((who for who in found if who), key=lambda who: who[1], default=("", ""))


def _series(ws: Workspace, periode: str, dokumen: str, alamat: Alamat) -> tuple[int | None, ...]:
    sheets = Archive(ws).last(periode, dokumen, SETAHUN)
    return tuple(sheet.nilai(*alamat) if sheet else None for sheet in sheets)
