"""The half-folio lembar disposisi with both levels: Kabid → Kasi and Kasi → Staf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civreg_tui.domain.laporan import Laporan, LembarDisposisi, Pejabat
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import docx_base, marks
from civreg_tui.papers.docx_base import SETENGAH_FOLIO, fill, line
from civreg_tui.papers.docx_table import framed
from civreg_tui.papers.styles import Halaman

if TYPE_CHECKING:
    from docx.table import Table, _Cell

SIFAT = ("Sangat segera", "Segera", "Rahasia")
HARAP = ("Tanggapan dan Saran", "Proses lebih lanjut", "Koordinasi/konfirmasikan")
HURUF = 9.5
LEBAR = (91.0, 91.0)
TINGGI_CATATAN = 18
KOSONG, ISI = "☐", "☒"


@dataclass(frozen=True, slots=True)
class Tingkat:
    """One level of the disposition: who tells whom what, until when."""

    kepala: str
    isi: str
    batas: str
    tanggal: str
    pejabat: Pejabat


def write_disposisi(laporan: Laporan) -> bytes:
    """The sheet as .docx, filled from the record; the same record gives the same bytes."""
    from docx.shared import Mm

    document = docx_base.new_document(SETENGAH_FOLIO, HURUF)
    docx_base.kop(document, laporan.kantor, scale=0.72)
    line(document, "LEMBAR DISPOSISI", size=12, bold=True, align="center")
    table = framed(document, 5, LEBAR)
    _letter(table, laporan.disposisi)
    _forward(table, laporan.disposisi)
    for column, level in enumerate(tingkat(laporan)):
        _level(table.cell(3, column), level, laporan.kantor.kota)
    note = table.cell(4, 0).merge(table.cell(4, 1))
    _field(note, "Catatan", laporan.disposisi.catatan)
    table.rows[4].height = Mm(TINGGI_CATATAN)
    docx_base.mark_pages(
        document.sections[0], Halaman(_kaki(laporan), marks.disposisi_draf(laporan)), size=6.5
    )
    title = f"Lembar Disposisi {Periode.parse(laporan.periode).label}"
    return docx_base.save(document, title, laporan.kantor.bidang, marks.created(laporan))


def tingkat(laporan: Laporan) -> tuple[Tingkat, Tingkat]:
    """Both levels with their signers."""
    sheet = laporan.disposisi
    return (
        Tingkat(
            "ARAHAN KABID KEPADA KASI",
            sheet.arahan,
            sheet.arahan_batas,
            sheet.arahan_tgl,
            marks.pejabat(laporan, "kabid"),
        ),
        Tingkat(
            "PETUNJUK KASI KEPADA STAF",
            sheet.petunjuk,
            sheet.petunjuk_batas,
            sheet.petunjuk_tgl,
            marks.pejabat(laporan, "kasi"),
        ),
    )


def _kaki(laporan: Laporan) -> str:
    month = Periode.parse(laporan.periode).label
    return f"Disposisi Laporan Bulanan {month}"


def _letter(table: Table, sheet: LembarDisposisi) -> None:
    left, right = table.cell(0, 0), table.cell(0, 1)
    _field(left, "Surat dari", sheet.surat_dari)
    _field(left, "No. Surat", sheet.no_surat, first=False)
    _field(left, "Tgl. Surat", marks.hari(sheet.tgl_surat), first=False)
    _field(right, "Diterima Tgl.", marks.hari(sheet.diterima_tgl))
    _field(right, "No. Agenda", sheet.no_agenda, first=False)
    _field(right, "Sifat", pilihan(SIFAT, (sheet.sifat,)), first=False)
    _field(table.cell(1, 0).merge(table.cell(1, 1)), "Perihal", sheet.perihal)


def _forward(table: Table, sheet: LembarDisposisi) -> None:
    left, right = table.cell(2, 0), table.cell(2, 1)
    fill(left, "Diteruskan kepada Sdr.:", size=HURUF)
    target = sheet.diteruskan.strip()
    line(left, f"{ISI if target else KOSONG} {target or marks.TITIK}", size=HURUF)
    fill(right, "Dengan hormat harap:", size=HURUF)
    for text in pilihan(HARAP, sheet.harap).split("   "):
        line(right, text, size=HURUF)


def _level(cell: _Cell, level: Tingkat, kota: str) -> None:
    fill(cell, level.kepala, size=HURUF, bold=True)
    line(cell, level.isi or marks.TITIK, size=HURUF)
    line(cell, f"Batas waktu: {marks.hari(level.batas) or marks.TITIK}", size=HURUF)
    day = marks.hari(level.tanggal) or marks.TITIK
    who = level.pejabat
    line(cell, f"{kota}, {day}", size=HURUF, align="center")
    line(cell, f"{who.jabatan},", size=HURUF, align="center")
    for _ in range(4):
        line(cell, "", size=HURUF)
    line(cell, who.nama, size=HURUF, bold=True, underline=True, align="center")
    line(cell, who.pangkat, size=HURUF, align="center")
    line(cell, f"NIP. {who.nip}", size=HURUF, align="center")


def _field(cell: _Cell, name: str, value: str, *, first: bool = True) -> None:
    """``Name : value`` with the colons of a cell one under the other."""
    from docx.shared import Mm

    text = f"{name}\t: {value or marks.TITIK}"
    paragraph = fill(cell, text, size=HURUF) if first else line(cell, text, size=HURUF)
    layout = paragraph.paragraph_format
    layout.tab_stops.add_tab_stop(Mm(23))
    layout.left_indent, layout.first_line_indent = Mm(25), Mm(-25)


def pilihan(choices: Sequence[str], taken: Sequence[str]) -> str:
    """The choices as boxes, the taken ones crossed; what is not on the list stands at the end."""
    wanted = {text.strip().casefold(): text.strip() for text in taken if text.strip()}
    boxes = [f"{ISI if c.casefold() in wanted else KOSONG} {c}" for c in choices]
    known = {choice.casefold() for choice in choices}
    boxes += [f"{ISI} {text}" for key, text in wanted.items() if key not in known]
    return "   ".join(boxes)
