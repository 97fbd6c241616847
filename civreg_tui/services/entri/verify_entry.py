"""Step 4: second keying of what was entered: all of it, one document, or what is riskiest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Alamat, Isian, Lembar
from civreg_tui.domain.trail_names import cell_name
from civreg_tui.domain.verifikasi import (
    Hitungan,
    Ketikan,
    SelRisiko,
    Ulangan,
    hitung,
    ketik_ulang,
    sampel,
    terverifikasi,
)
from civreg_tui.services.entri.enter import commit_cells, writable
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.procedure import Catatan, act, permitted
from civreg_tui.services.month.returns import NamedCell, reopened_cells
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace

Lingkup = Literal["semua", "dokumen", "sampel"]
_PER_JUTA = 1_000_000
_NOT_KEYED = {"softcopy": "softcopy", "bawaan": "bulan lalu"}
"""Figures that nobody keyed: a slip in them belongs to where they came from."""


@dataclass(frozen=True)
class Rencana:
    """The cells to key again, by document in the order of the paper, and which are done."""

    sel: Mapping[str, frozenset[Alamat]]
    sudah: Mapping[str, frozenset[Alamat]]

    @property
    def jumlah(self) -> int:
        """All cells of the plan."""
        return sum(len(cells) for cells in self.sel.values())

    def sisa(self, dokumen: str) -> frozenset[Alamat]:
        """The cells of a document that are still to be keyed again."""
        return self.sel.get(dokumen, frozenset()) - self.sudah.get(dokumen, frozenset())

    @property
    def semua_sisa(self) -> int:
        """How many cells are still to be keyed again."""
        return sum(len(self.sisa(code)) for code in self.sel)


def plan(ws: Workspace, periode: str, lingkup: Lingkup, dokumen: str | None = None) -> Rencana:
    """The filled cells to key again; ``dokumen`` names the one of that scope."""
    chosen: dict[str, set[Alamat]] = {}
    for code, alamat in _chosen(ws, periode, lingkup, dokumen):
        chosen.setdefault(code, set()).add(alamat)
    sheets = {s.dokumen.kode: s for s in load_month(ws, periode)}
    ordered = {code: frozenset(chosen[code]) for code in sheets if code in chosen}
    return Rencana(ordered, {c: _done(ws, sheets[c]) & cells for c, cells in ordered.items()})


def _chosen(
    ws: Workspace, periode: str, lingkup: Lingkup, dokumen: str | None
) -> Iterator[NamedCell]:
    cells = risks(ws, periode)
    picked = sampel(cells) if lingkup == "sampel" else cells
    for cell in picked:
        if lingkup != "dokumen" or cell.dokumen == dokumen:
            yield cell.dokumen, cell.alamat


def _done(ws: Workspace, sheet: Lembar) -> frozenset[Alamat]:
    again = ws.store.second_keying.of(str(sheet.periode), sheet.dokumen.kode)
    return frozenset(a for a, made in again.items() if terverifikasi(made, sheet.isian(a)))


def risks(ws: Workspace, periode: str) -> tuple[SelRisiko, ...]:
    """Every filled cell that may be changed now, with what speaks for keying it again."""
    reopened = reopened_cells(ws, periode)
    findings = Counter(
        (found.temuan.document, found.temuan.region)
        for found in check_month(ws, periode)
        if found.temuan.level != "info" and found.temuan.region
    )
    reading = received_reading(ws, periode)
    made = []
    for sheet in load_month(ws, periode):
        code = sheet.dokumen.kode
        source = source_cells(reading.dokumen(code)) if reading else {}
        for alamat in _filled(sheet):
            if reopened is None or (code, alamat) in reopened:
                value = sheet.isian(alamat).angka
                matched = alamat in source and source[alamat].angka == value
                seen = findings[code, alamat.wilayah]
                made.append(SelRisiko(code, alamat, not matched, seen, _effect(sheet, alamat)))
    return tuple(made)


def _filled(sheet: Lembar) -> Iterator[Alamat]:
    for kode in sheet.wilayah:
        for kolom in sheet.entry_columns:
            alamat = Alamat(kode, *kolom)
            if sheet.isian(alamat).angka is not None:
                yield alamat


def _effect(sheet: Lembar, alamat: Alamat) -> int:
    total = sheet.total(alamat.ukuran, alamat.seks)
    return (sheet.isian(alamat).angka or 0) * _PER_JUTA // total if total else 0


def rekey(ws: Workspace, periode: str, dokumen: str, alamat: Alamat, ketikan: Isian) -> Ulangan:
    """Key a cell again, durably. The same new value twice replaces what stood there.

    Raises Ditolak when the procedure forbids it or the cell may not be changed.
    """
    with ws.store.transaction():
        permitted(ws, periode, Aksi.VERIFIKASI)
        if ketikan.angka is None:
            raise Ditolak("Ketik angka dari kertas, atau - bila nihil.")
        now = writable(ws, periode, dokumen, {alamat: ketikan}).isian(alamat)
        before = ws.store.second_keying.of(periode, dokumen).get(alamat)
        made = ketik_ulang(now, before, ketikan)
        note = Catatan(cell_name(dokumen, alamat), dump(now), dump(made), made.hasil)
        event = act(ws, periode, Aksi.VERIFIKASI, note)
        ws.store.second_keying.put(periode, dokumen, alamat, made, event)
        if made.hasil == "ganti":
            commit_cells(ws, periode, dokumen, {alamat: ketikan}, seen={alamat: now})
    return made


def tally(ws: Workspace, periode: str) -> Hitungan:
    """Cells keyed twice in a month, and the slips by keyer and by verifier, from the trail."""
    return hitung(_keyings(ws, periode))


def _keyings(ws: Workspace, periode: str) -> Iterator[Ketikan]:
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.ISI_SEL:
            origin = msgspec.json.decode(event.baru or "{}", type=Isian).asal
            yield Ketikan(_NOT_KEYED.get(origin, event.akun), event.objek)
        elif event.aksi == Aksi.VERIFIKASI and event.baru:
            yield Ketikan(event.akun, event.objek, msgspec.json.decode(event.baru, type=Ulangan))
