"""The engine: the rules over a sheet, or over a month."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from civreg_tui.domain.temuan.aturan.daftar import ATURAN_BULAN, ATURAN_TABEL
from civreg_tui.domain.temuan.mesin_bacaan import DaftarAturan, over_table
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.domain.temuan.subjek import SubjekBulan, SubjekLembar
from civreg_tui.domain.temuan.tabel import from_sheet
from civreg_tui.domain.temuan.urutan import urutkan


def periksa_lembar(
    subjek: SubjekLembar, aturan: DaftarAturan, *, hanya: Collection[str] | None = None
) -> tuple[Temuan, ...]:
    """The findings on one sheet; ``hanya`` limits them to some rules."""
    found = over_table(ATURAN_TABEL, from_sheet(subjek), aturan, hanya)
    return urutkan(found, (subjek.lembar.dokumen.kode,))


def periksa_bulan(subjek: SubjekBulan, aturan: DaftarAturan) -> tuple[Temuan, ...]:
    """The findings on a month: on all its sheets, its receipt, its base, its time and hands."""
    found = [*_over_month(subjek, aturan)]
    for sheet in subjek.lembar:
        found += over_table(ATURAN_TABEL, from_sheet(sheet), aturan)
    return urutkan(found, [s.lembar.dokumen.kode for s in subjek.lembar])


def _over_month(subjek: SubjekBulan, aturan: DaftarAturan) -> Iterator[Temuan]:
    for kode, function in ATURAN_BULAN.items():
        rule = aturan.get(kode)
        if rule is not None and rule.aktif:
            yield from function(rule, subjek)
