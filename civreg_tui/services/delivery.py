"""A delivery as step 3 shows it: what was recognised, control totals, and its papers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.cakupan import add_up
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.penerimaan import JumlahKendali
from civreg_tui.services.months import load_month
from civreg_tui.services.procedure import may
from civreg_tui.services.receipt_form import FormTerima
from civreg_tui.services.receive import Pratinjau, send_back
from civreg_tui.services.softcopies import read_kept, source_cells
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BarisDikenali:
    """A document's row of the recognition grid: which regions the softcopy gives figures for."""

    dokumen: str
    singkat: str
    ada: tuple[bool, ...]

    @property
    def jumlah(self) -> int:
        """How many regions are there."""
        return sum(self.ada)


@dataclass(frozen=True, slots=True)
class BarisKendali:
    """A column to be controlled: the paper's total beside the softcopy's."""

    dokumen: str
    kolom: Kolom
    jumlah: JumlahKendali


def recognised(ws: Workspace, periode: str, bacaan: Bacaan | None) -> tuple[BarisDikenali, ...]:
    """The grid of the month's documents × kabupaten/kota."""
    rows = []
    for sheet in load_month(ws, periode):
        tables = bacaan.dokumen(sheet.dokumen.kode) if bacaan else ()
        given = {kode for table in tables for kode, row in table.rows.items() if row.sel}
        there = tuple(kode in given for kode in sheet.wilayah)
        rows.append(BarisDikenali(sheet.dokumen.kode, sheet.dokumen.singkat, there))
    return tuple(rows)


def control_rows(ws: Workspace, periode: str, bacaan: Bacaan | None) -> tuple[BarisKendali, ...]:
    """Every required column of every document with both totals, as far as they are given."""
    rows = []
    for sheet in load_month(ws, periode):
        code = sheet.dokumen.kode
        cells = source_cells(bacaan.dokumen(code)) if bacaan else {}
        papers = ws.store.cells.controls(periode, code)
        for kolom in sheet.required_columns:
            total = add_up(cell.angka for place, cell in cells.items() if place.kolom == kolom)
            both = JumlahKendali(sheet.dokumen.nama, kolom.label, papers.get(kolom), total)
            rows.append(BarisKendali(code, kolom, both))
    return tuple(rows)


def with_received(ws: Workspace, periode: str, view: Pratinjau) -> Pratinjau:
    """A supplementary delivery as it completes what was accepted before."""
    kept = ws.store.records.softcopies(periode)
    if not kept:
        return view
    known = {file.sha256 for file in kept}
    files = [*kept, *(file for file in view.berkas if file.sha256 not in known)]
    return replace(view, bacaan=read_kept(ws, periode, files))


def can_receive(ws: Workspace, periode: str) -> bool:
    """Whether the account may take in the report, or a supplementary delivery, now."""
    return may(ws, periode, Aksi.TERIMA_LAPORAN) or may(ws, periode, Aksi.TERIMA_SUSULAN)


def return_with_note(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, alasan: str
) -> Path:
    """Return the delivery to Bidang PIAK; the nota kekurangan is written into the outbox."""
    from civreg_tui.papers.files import write_paper
    from civreg_tui.papers.penerimaan import write_nota_kekurangan

    paper = send_back(ws, periode, form, view, alasan)
    return write_paper(ws.keluar, f"{periode}_nota-kekurangan.docx", write_nota_kekurangan(paper))
