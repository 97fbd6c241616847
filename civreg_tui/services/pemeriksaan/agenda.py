"""What the Kasi looks at, most important first: findings, then figures nothing confirms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from civreg_tui.domain.bobot import BELUM_COCOK, DIJELASKAN, KERAGUAN, pengaruh, pengaruh_selisih
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.month.procedure import Catatan, act
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.pemeriksaan.review import pointed_cell
from civreg_tui.services.pemeriksaan.unverified import BelumCocok, unverified
from civreg_tui.services.pemeriksaan.validate import blocks
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Penjelasan

TERIMA = "terima"
"""Marks an acceptance among the explanations: it passes nothing, it says who looked."""
SELURUHNYA = Fraction(100)
"""The effect of what concerns a whole document or month."""


@dataclass(frozen=True, slots=True)
class Butir:
    """Something to look at. ``temuan`` is None for figures that nothing confirms.

    ``sel`` are the cells concerned (the first is shown), ``bobot`` is effect × doubt in points
    of the province's percent, ``diterima`` names the account that looked and accepted.
    """

    kunci: str
    bukti: str
    teks: str
    dokumen: str | None
    sel: tuple[Alamat, ...]
    bobot: Fraction
    temuan: TemuanDijawab | None = None
    diterima: str = ""

    @property
    def menghalangi(self) -> bool:
        """Whether it keeps the month from being validated."""
        return self.temuan is not None and blocks(self.temuan)

    @property
    def alamat(self) -> Alamat | None:
        """The cell whose evidence is shown."""
        return self.sel[0] if self.sel else None

    @property
    def info(self) -> bool:
        """Whether it only informs."""
        return self.temuan is not None and self.temuan.temuan.level == "info"


def agenda(ws: Workspace, periode: str) -> tuple[Butir, ...]:
    """Errors, unexplained warnings, what is doubted, what was accepted, then information."""
    desk = _Meja(ws, periode, Archive(ws), _accepted(ws, periode))
    items = [*_findings(desk), *_unconfirmed(desk)]
    return tuple(sorted(items, key=_place))


@dataclass(frozen=True)
class _Meja:
    """What is laid out once for all items."""

    ws: Workspace
    periode: str
    archive: Archive
    accepted: Mapping[tuple[str, str], str]

    def who(self, key: str, evidence: str) -> str:
        return self.accepted.get((key, evidence), "")


def _place(item: Butir) -> tuple[bool, bool, bool, bool, Fraction]:
    """An error is certain, so it comes before every doubt."""
    error = item.temuan is not None and item.temuan.temuan.level == "error"
    return not error, not item.menghalangi, item.info, bool(item.diterima), -item.bobot


def _findings(desk: _Meja) -> Iterator[Butir]:
    for found in check_month(desk.ws, desk.periode, desk.archive):
        finding = found.temuan
        sheet = desk.archive.sheet(desk.periode, finding.document) if finding.document else None
        cell = pointed_cell(sheet, finding) if sheet else None
        yield Butir(
            kunci=finding.kunci,
            bukti=finding.bukti,
            teks=finding.message,
            dokumen=finding.document,
            sel=(cell,) if cell else (),
            bobot=_weight(desk, sheet, cell, finding) * _doubt(found),
            temuan=found,
            diterima=desk.who(finding.kunci, finding.bukti),
        )


def _doubt(found: TemuanDijawab) -> Fraction:
    return KERAGUAN[found.temuan.level] if found.alasan is None else DIJELASKAN


def _weight(desk: _Meja, sheet: Lembar | None, cell: Alamat | None, finding: Temuan) -> Fraction:
    """A cell's effect, a column's where its sum is off, else everything."""
    if sheet is not None and cell is not None:
        return _effect(desk, sheet, cell)
    if sheet is not None and finding.kolom is not None:
        return _column_effect(desk, sheet, finding.kolom)
    return SELURUHNYA


def _column_effect(desk: _Meja, sheet: Lembar, kolom: Kolom) -> Fraction:
    """How far the hardcopy's or the softcopy's total is from the column's sum."""
    code, total = sheet.dokumen.kode, sheet.total(*kolom) or 0
    reading = received_reading(desk.ws, desk.periode)
    rows = [row for table in (reading.dokumen(code) if reading else ()) for row in table.jumlah]
    printed = [row.sel[kolom].angka for row in rows if kolom in row.sel]
    totals = [*printed, desk.ws.store.cells.controls(desk.periode, code).get(kolom)]
    gaps = [abs(value - total) for value in totals if value is not None]
    return pengaruh_selisih(sheet, kolom, max(gaps)) if gaps else SELURUHNYA


def _effect(desk: _Meja, sheet: Lembar, cell: Alamat) -> Fraction:
    """Against what the figure might have been: the softcopy's, else last month's, else nothing."""
    code, now = sheet.dokumen.kode, sheet.nilai(*cell)
    reading = received_reading(desk.ws, desk.periode)
    source = source_cells(reading.dokumen(code)).get(cell) if reading else None
    if source is not None and source.angka is not None and source.angka != now:
        return pengaruh(sheet, cell, source.angka)
    before = desk.archive.sheet(str(sheet.periode.shift(-1)), code)
    return pengaruh(sheet, cell, before.nilai(*cell) if before else None)


def _unconfirmed(desk: _Meja) -> Iterator[Butir]:
    """A line per region; one for the whole document where no region is confirmed."""
    by_sheet = groupby(unverified(desk.ws, desk.periode), key=lambda row: row.lembar.dokumen.kode)
    for _, group in by_sheet:
        rows = list(group)
        if len(rows) == len(rows[0].lembar.wilayah):
            yield _whole_document(desk, rows)
        else:
            yield from (_row(desk, row) for row in rows)


def _row(desk: _Meja, row: BelumCocok) -> Butir:
    sheet = row.lembar
    name = desk.ws.facts(desk.periode).wilayah[row.wilayah].nama
    figures = ", ".join(f"{a.kolom.label} {format_count(sheet.nilai(*a))}" for a in row.sel)
    text = f"{name}: {figures} belum cocok dengan softcopy atau kendali."
    weight = max(pengaruh(sheet, cell, None) for cell in row.sel)
    return _figures(desk, sheet, row.wilayah, row.sel, text, weight)


def _whole_document(desk: _Meja, rows: list[BelumCocok]) -> Butir:
    sheet, cells = rows[0].lembar, tuple(cell for row in rows for cell in row.sel)
    text = (
        f"{sheet.dokumen.nama}: {len(cells)} angka dari {len(rows)} kabupaten/kota belum cocok "
        "dengan softcopy atau angka kendali."
    )
    return _figures(desk, sheet, "", cells, text, SELURUHNYA)


def _figures(
    desk: _Meja, sheet: Lembar, kode: str, cells: tuple[Alamat, ...], teks: str, effect: Fraction
) -> Butir:
    key, evidence = f"angka|{sheet.dokumen.kode}|{kode}", _evidence(sheet, cells)
    return Butir(
        kunci=key,
        bukti=evidence,
        teks=teks,
        dokumen=sheet.dokumen.kode,
        sel=cells,
        bobot=effect * BELUM_COCOK,
        diterima=desk.who(key, evidence),
    )


def _evidence(sheet: Lembar, cells: tuple[Alamat, ...]) -> str:
    return ";".join(f"{'.'.join(cell)}={sheet.nilai(*cell)}" for cell in cells)


def _accepted(ws: Workspace, periode: str) -> dict[tuple[str, str], str]:
    """Who accepted what, by key and evidence: an acceptance lapses when the values change."""
    rows = ws.store.records.explanations(periode).items()
    prefix = f"{TERIMA}|"
    return {
        (key.removeprefix(prefix), row.bukti): row.oleh
        for key, row in rows
        if key.startswith(prefix)
    }


def accept(ws: Workspace, periode: str, item: Butir) -> None:
    """Record that the Kasi looked at it and lets it stand; what blocks cannot be accepted."""
    if item.menghalangi:
        raise Ditolak("Kesalahan diperbaiki, peringatan dijelaskan; keduanya tidak cukup diterima.")
    if ws.keadaan(periode) is not Keadaan.PEMERIKSAAN:
        raise Ditolak("Angka dan temuan diterima oleh Kasi pada pemeriksaan.")
    key = f"{TERIMA}|{item.kunci}"
    with ws.store.transaction():
        act(ws, periode, Aksi.JELASKAN_TEMUAN, Catatan(key, None, item.bukti, "diterima"))
        given = Penjelasan(key, item.bukti, "diterima", ws.pelaku.akun, ws.now())
        ws.store.records.put_explanation(periode, given)
