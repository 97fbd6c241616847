"""The engine: the same rules over a sheet, a month, or what was read from softcopies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from civreg_tui.domain.bacaan import Bacaan, TabelSumber
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.aturan.daftar import ATURAN_BULAN, ATURAN_TABEL
from civreg_tui.domain.temuan.model import NAMA_LEVEL, Aturan, Temuan
from civreg_tui.domain.temuan.subjek import SubjekBulan, SubjekLembar
from civreg_tui.domain.temuan.tabel import KOLOM, Tabel, from_sheet, rows_from_source
from civreg_tui.domain.wilayah import DaftarWilayah

DaftarAturan = Mapping[str, Aturan]
_LEVEL = {level: place for place, level in enumerate(NAMA_LEVEL)}
_KOLOM = {kolom: place for place, kolom in enumerate(KOLOM)}


def periksa_lembar(
    subjek: SubjekLembar, aturan: DaftarAturan, *, hanya: Collection[str] | None = None
) -> tuple[Temuan, ...]:
    """The findings on one sheet; ``hanya`` limits them to some rules."""
    found = _over_table(from_sheet(subjek), aturan, hanya)
    return urutkan(found, (subjek.lembar.dokumen.kode,))


def periksa_bulan(subjek: SubjekBulan, aturan: DaftarAturan) -> tuple[Temuan, ...]:
    """The findings on a month: on all its sheets, its receipt, its base, its time and hands."""
    found = [*_over_month(subjek, aturan)]
    for sheet in subjek.lembar:
        found += _over_table(from_sheet(sheet), aturan)
    return urutkan(found, [s.lembar.dokumen.kode for s in subjek.lembar])


def periksa_bacaan(
    bacaan: Bacaan,
    periode: Periode | None,
    dokumen: Mapping[str, Dokumen],
    daftar: DaftarWilayah,
    penduduk: Mapping[str, int] | None,
    aturan: DaftarAturan,
) -> tuple[Temuan, ...]:
    """The findings on what files contain. A document that is not in them is none.

    Without ``periode`` the titles are only compared with each other.
    """
    wanted = periode or bacaan.periode or _most_named(bacaan.tabel)
    names = {kode: document.nama for kode, document in dokumen.items()}
    groups = {kode: [t for t in bacaan.tabel if _isi(t, dokumen) == kode] for kode in dokumen}
    present = {dokumen[kode]: tuple(tables) for kode, tables in groups.items() if tables}
    found: list[Temuan] = []
    for document, tables in present.items():
        table = Tabel(
            document,
            daftar,
            rows_from_source(tables, daftar),
            acuan=next((t.acuan for t in tables if t.acuan), bacaan.acuan or ""),
            periode=wanted,
            sumber=tables,
            penduduk=penduduk,
            dikerjakan=wanted,
            nama_dokumen=names,
        )
        found += _over_table(table, aturan)
    found += _bases(present, wanted, daftar, aturan)
    return urutkan(found, [document.kode for document in present])


def _isi(table: TabelSumber, dokumen: Mapping[str, Dokumen]) -> str | None:
    """The document whose figures a table holds: a copied heading does not move them (R13)."""
    known = table.dokumen in dokumen and table.dokumen_isi in dokumen
    return table.dokumen_isi if known else table.dokumen


def _most_named(tables: Iterable[TabelSumber]) -> Periode | None:
    named = Counter(table.periode for table in tables if table.periode is not None)
    return max(named, key=lambda month: (named[month], month), default=None)


def _bases(
    present: Mapping[Dokumen, tuple[TabelSumber, ...]],
    periode: Periode | None,
    daftar: DaftarWilayah,
    aturan: DaftarAturan,
) -> Iterator[Temuan]:
    """R23 over the bases that the tables state; a table without one is no finding here."""
    bases = {
        f"{document.kode} {table.lembar}": table.acuan
        for document, tables in present.items()
        for table in tables
        if table.acuan
    }
    month = SubjekBulan(periode or Periode(1900, 1), daftar, acuan=bases)
    yield from _over_month(month, aturan, {"R23"})


def _over_table(
    tabel: Tabel, aturan: DaftarAturan, hanya: Collection[str] | None = None
) -> Iterator[Temuan]:
    for kode, function in ATURAN_TABEL.items():
        rule = aturan.get(kode)
        if rule is None or not rule.aktif or not rule.berlaku(tabel.dokumen.kode):
            continue
        if hanya is None or kode in hanya:
            yield from function(rule, tabel)


def _over_month(
    subjek: SubjekBulan, aturan: DaftarAturan, hanya: Collection[str] | None = None
) -> Iterator[Temuan]:
    for kode, function in ATURAN_BULAN.items():
        rule = aturan.get(kode)
        if rule is not None and rule.aktif and (hanya is None or kode in hanya):
            yield from function(rule, subjek)


def urutkan(temuan: Iterable[Temuan], dokumen: Collection[str] = ()) -> tuple[Temuan, ...]:
    """Errors, warnings, info; within each by rule, document (in that order), region, column."""
    order = {kode: place for place, kode in enumerate(dokumen)}

    def key(found: Temuan) -> tuple[int, str, int, str, str, int, str]:
        document = order.get(found.document or "", -1)
        column = _KOLOM.get(found.kolom, -1) if found.kolom else -1
        return (
            _LEVEL[found.level],
            found.rule,
            document,
            found.document or "",
            found.region or "",
            column,
            found.cell or "",
        )

    return tuple(sorted(dict.fromkeys(temuan), key=key))
