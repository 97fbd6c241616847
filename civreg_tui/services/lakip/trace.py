"""From a figure of the LAKIP back to its cells, who keyed them, the softcopy and the receipt."""

from __future__ import annotations

from dataclasses import dataclass

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import BagianLakip, PemeriksaAngka, Rujukan
from civreg_tui.domain.lakip.sumber import Sumber
from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.lembar import Alamat, Kolom
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.penerimaan.receipt_form import FormTerima, load_receipt
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Softcopy

TEMPAT = 3
"""How many places of one number are listed."""


@dataclass(frozen=True, slots=True)
class JejakAngka:
    """A number of a text and where it stands; ``wilayah`` is empty for the whole province."""

    angka: str
    uraian: str
    dokumen: str
    wilayah: str


@dataclass(frozen=True, slots=True)
class JejakSel:
    """A keyed cell: its figure, the softcopy's cell and text, who keyed it and when (ISO)."""

    kolom: Kolom
    angka: int | None
    alamat: str
    teks: str
    oleh: str
    pada: str


@dataclass(frozen=True, slots=True)
class JejakBaris:
    """All keyed cells of a region in a document, and the delivery they came with."""

    sel: tuple[JejakSel, ...]
    terima: FormTerima
    berkas: tuple[Softcopy, ...]


def number_traces(report: Laporan, section: BagianLakip) -> tuple[JejakAngka, ...]:
    """The numbers of a section that come from the recaps, in reading order, each place once."""
    checker = PemeriksaAngka(report, load_phrases())
    names = {row.kode: row.nama for recap in report.rekap for row in recap.baris}
    found: dict[JejakAngka, None] = {}
    for text in section.paragraf:
        for number in checker.rujukan(text):
            for source in _places(number, names, text):
                place = source.wilayah or ""
                found[JejakAngka(number.angka, source.uraian, source.dokumen or "", place)] = None
    return tuple(found)


def _places(number: Rujukan, names: dict[str, str], text: str) -> list[Sumber]:
    """The places a number can come from: regions that the text names first, years never."""
    if any(source.uraian.startswith("tahun") for source in number.sumber):
        return []
    named, whole = [], []
    for source in (s for s in number.sumber if s.dokumen):
        name = names.get(source.wilayah or "")
        if name is None:
            whole.append(source)
        elif name in text:
            named.append(source)
    return [*named, *whole][:TEMPAT]


def row_trace(ws: Workspace, periode: str, dokumen: str, wilayah: str) -> JejakBaris:
    """Where a region's figures in a document come from."""
    sheet = load_sheet(ws, periode, dokumen)
    reading = received_reading(ws, periode)
    sources = source_cells(reading.dokumen(dokumen)) if reading else {}
    cells = []
    for kolom in sheet.entry_columns:
        place = Alamat(wilayah, *kolom)
        source = sources.get(place)
        who, when = ws.store.cells.author(periode, dokumen, place) or ("", "")
        where, text = (source.alamat, source.teks) if source else ("", "")
        cells.append(JejakSel(kolom, sheet.nilai(*place), where, text, who, when))
    files = ws.store.records.softcopies(periode)
    return JejakBaris(tuple(cells), load_receipt(ws, periode), tuple(files))
