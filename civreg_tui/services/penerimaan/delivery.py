"""A delivery as step 3 shows it: what was recognised, control totals, and its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.gabungan import memuat
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.penerimaan import JumlahKendali
from civreg_tui.domain.temuan.model import Level, Temuan
from civreg_tui.services.errors import sentence
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.procedure import may
from civreg_tui.services.penerimaan.receipt_form import FormTerima, load_receipt
from civreg_tui.services.penerimaan.receipt_papers import Kertas, write_kept
from civreg_tui.services.penerimaan.receive import Pratinjau, accept, send_back
from civreg_tui.services.penerimaan.softcopies import source_sums
from civreg_tui.services.workspace import Workspace

Petak = Literal["ada", "ragu", "salah", "tiada"]
"""Figures without a finding, with a warning, with an error, or none at all."""


@dataclass(frozen=True, slots=True)
class BarisDikenali:
    """A document's row of the recognition grid: how each region stands in the softcopy."""

    dokumen: str
    singkat: str
    petak: tuple[Petak, ...]

    @property
    def jumlah(self) -> int:
        """How many regions are there."""
        return sum(petak != "tiada" for petak in self.petak)


@dataclass(frozen=True, slots=True)
class BarisKendali:
    """A column to be controlled: the paper's total beside the softcopy's."""

    dokumen: str
    kolom: Kolom
    jumlah: JumlahKendali


def recognised(
    ws: Workspace, periode: str, bacaan: Bacaan | None, temuan: Sequence[Temuan] = ()
) -> tuple[BarisDikenali, ...]:
    """The grid of the month's documents × kabupaten/kota, with their findings."""
    rows = []
    for sheet in load_month(ws, periode):
        code = sheet.dokumen.kode
        tables = bacaan.dokumen(code) if bacaan else ()
        given = {kode for table in tables for kode, row in table.rows.items() if memuat(row)}
        own = [f for f in temuan if f.document == code]
        levels = {(f.region, f.level) for f in own}
        if any(f.rule == "R06" and f.region is None for f in own):
            levels |= {(kode, "error") for kode in sheet.wilayah}  # a column nobody's row has
        cells = tuple(_petak(kode, given, levels) for kode in sheet.wilayah)
        rows.append(BarisDikenali(code, sheet.dokumen.singkat, cells))
    return tuple(rows)


def _petak(kode: str, given: set[str], levels: set[tuple[str | None, Level]]) -> Petak:
    if kode not in given:
        return "tiada"
    if (kode, "error") in levels:
        return "salah"
    return "ragu" if (kode, "warning") in levels else "ada"


def control_rows(ws: Workspace, periode: str, bacaan: Bacaan | None) -> tuple[BarisKendali, ...]:
    """Every required column of every document with both totals, as far as they are given."""
    rows = []
    for sheet in load_month(ws, periode):
        code = sheet.dokumen.kode
        sums = source_sums(bacaan, code)
        papers = ws.store.cells.controls(periode, code)
        for kolom in sheet.required_columns:
            name, paper = sheet.dokumen.nama, papers.get(kolom)
            both = JumlahKendali(name, kolom.label, paper, sums.get(kolom))
            rows.append(BarisKendali(code, kolom, both))
    return tuple(rows)


def can_receive(ws: Workspace, periode: str) -> bool:
    """Whether the account may take in the report, or a supplementary delivery, now."""
    return may(ws, periode, Aksi.TERIMA_LAPORAN) or may(ws, periode, Aksi.TERIMA_SUSULAN)


@dataclass(frozen=True, slots=True)
class Diterima:
    """What acceptance or return wrote: the papers' paths, or why they could not be written."""

    kertas: tuple[Path, ...]
    gagal: str = ""


def accept_with_papers(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, *, incomplete: bool = False
) -> Diterima:
    """Accept the delivery; the tanda terima (and what is lacking) is written into the outbox.

    The acceptance stands even when a paper cannot be written: it can be printed again later.
    """
    accept(ws, periode, form, view, incomplete=incomplete)
    lacking = load_receipt(ws, periode).kekurangan
    return _write(ws, periode, ("tanda_terima", "nota") if lacking else ("tanda_terima",))


def return_with_note(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, alasan: str
) -> Diterima:
    """Return the delivery to Bidang PIAK; the nota kekurangan is written into the outbox."""
    send_back(ws, periode, form, view, alasan)
    return _write(ws, periode, ("nota",))


def _write(ws: Workspace, periode: str, kinds: Sequence[Kertas]) -> Diterima:
    try:
        paths = [write_kept(ws, periode, kind) for kind in kinds]
    except OSError as error:
        return Diterima((), sentence(error))
    return Diterima(tuple(path for path in paths if path is not None))
