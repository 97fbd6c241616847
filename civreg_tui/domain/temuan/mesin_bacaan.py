"""The engine over what was read from softcopies: the rules that can judge a file alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from civreg_tui.domain.bacaan import Bacaan, TabelSumber
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.aturan.acuan import judge_bases
from civreg_tui.domain.temuan.aturan.daftar_berkas import ATURAN_BERKAS, FungsiTabel
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.domain.temuan.tabel import Tabel, rows_from_source
from civreg_tui.domain.temuan.urutan import urutkan
from civreg_tui.domain.wilayah import DaftarWilayah

DaftarAturan = Mapping[str, Aturan]


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
        found += over_table(ATURAN_BERKAS, table, aturan)
    found += _bases(present, aturan)
    return urutkan(found, [document.kode for document in present])


def _isi(table: TabelSumber, dokumen: Mapping[str, Dokumen]) -> str | None:
    """The document whose figures a table holds: a copied heading does not move them (R13)."""
    known = table.dokumen in dokumen and table.dokumen_isi in dokumen
    return table.dokumen_isi if known else table.dokumen


def _most_named(tables: Iterable[TabelSumber]) -> Periode | None:
    named = Counter(table.periode for table in tables if table.periode is not None)
    return max(named, key=lambda month: (named[month], month), default=None)


def _bases(
    present: Mapping[Dokumen, tuple[TabelSumber, ...]], aturan: DaftarAturan
) -> Iterator[Temuan]:
    """R23 over the bases that the tables state; a table without one is no finding here."""
    bases = {
        f"{document.kode} {table.lembar}": table.acuan
        for document, tables in present.items()
        for table in tables
        if table.acuan
    }
    rule = aturan.get("R23")
    if rule is not None and rule.aktif:
        yield from judge_bases(rule, bases)


def over_table(
    functions: Mapping[str, FungsiTabel],
    tabel: Tabel,
    aturan: DaftarAturan,
    hanya: Collection[str] | None = None,
) -> Iterator[Temuan]:
    """The findings of some rules on one document's figures; ``hanya`` limits them further."""
    for kode, function in functions.items():
        rule = aturan.get(kode)
        if rule is None or not rule.aktif or not rule.berlaku(tabel.dokumen.kode):
            continue
        if hanya is None or kode in hanya:
            yield from function(rule, tabel)
