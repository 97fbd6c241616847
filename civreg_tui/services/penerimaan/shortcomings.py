"""What a delivery lacks and what is wrong in it, in sentences that Bidang PIAK can act on."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.bacaan import Bacaan, TabelSumber
from civreg_tui.domain.gabungan import memuat
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.penerimaan import JumlahKendali
from civreg_tui.domain.periode import parse_acuan
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.domain.wilayah import DaftarWilayah
from civreg_tui.services.penerimaan.receipt_form import FormTerima
from civreg_tui.services.workspace import Workspace

_DISEBUT = frozenset({"R01", "R16"})
"""Rules whose findings the list of gaps says already, in one sentence per document."""


def missing(ws: Workspace, periode: str, form: FormTerima, bacaan: Bacaan | None) -> list[str]:
    """What is not there: files, documents, kabupaten/kota, papers, signatures."""
    facts = ws.facts(periode)
    found: list[str] = []
    if bacaan is None:
        found.append("Softcopy belum diterima. Kirim berkas rekap (.xlsx) bulan ini.")
    for head in ws.store.months.sheets(periode):
        name = facts.dokumen[head.dokumen].nama
        found += _paper(name, form, head.dokumen, ws.month(periode).acuan)
        if bacaan is not None:
            found += _file(name, bacaan.dokumen(head.dokumen), facts.wilayah)
    return found


def _paper(name: str, form: FormTerima, dokumen: str, acuan: str) -> list[str]:
    cek = form.cek(dokumen)
    if not cek.ada:
        return [f"Hardcopy {name} belum diterima."]
    found = [] if cek.ditandatangani else [f"Hardcopy {name} belum ditandatangani."]
    if cek.acuan and parse_acuan(cek.acuan) != acuan:
        found.append(f"Hardcopy {name} memakai acuan {cek.acuan}; bulan ini memakai {acuan}.")
    return found


def _file(name: str, tables: tuple[TabelSumber, ...], listed: DaftarWilayah) -> list[str]:
    if not tables:
        return [f"Softcopy tidak memuat rekap {name}."]
    given = {kode for table in tables for kode, row in table.rows.items() if memuat(row)}
    absent = [region.nama for region in listed.semua if region.kode not in given]
    return [f"Softcopy {name}: belum ada data {', '.join(absent)}."] if absent else []


def wrong(found: Sequence[Temuan], controls: Sequence[JumlahKendali]) -> list[str]:
    """What must be corrected: errors with their cells, and totals that differ from the paper's."""
    sentences = [
        f"{f'{one.cell}: ' if one.cell else ''}{one.message}"
        for one in found
        if one.level == "error" and one.rule not in _DISEBUT
    ]
    return sentences + [_difference(one) for one in controls if one.selisih]


def _difference(one: JumlahKendali) -> str:
    return (
        f"{one.dokumen}, {one.kolom}: jumlah hardcopy {format_count(one.hardcopy)}, "
        f"softcopy {format_count(one.softcopy)} (selisih {format_count(abs(one.selisih or 0))}). "
        "Kirim yang benar, hardcopy dan softcopy sama."
    )
