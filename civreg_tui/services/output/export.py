"""Writing the month's papers into a folder; what is not validated carries DRAF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from civreg_tui.domain.langkah import LANGKAH_DARI, Ditolak, Keadaan
from civreg_tui.domain.laporan import Laporan
from civreg_tui.services.lakip.composing import compose
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.lakip.paper import lakip_document
from civreg_tui.services.output.kabupaten import KABUPATEN, choose_regions, region_books
from civreg_tui.services.output.report import build_report
from civreg_tui.services.output.signing import DISPOSISI, signing_office
from civreg_tui.services.penerimaan.receipt_papers import printable
from civreg_tui.services.people.confine import writable_folder
from civreg_tui.services.sekretariat import delivered
from civreg_tui.services.workspace import Workspace

JENIS = ("rekap", "lakip", "bahan", "disposisi", "sop", "csv")
_SEJAK = {"rekap": 4, "csv": 4, "lakip": 6, "bahan": 7, "disposisi": 1, "sop": 1}
"""The first step at which a kind of paper is written when none is named."""
DIMINTA = (KABUPATEN,)
"""Kinds that are written only when named; ``kabupaten:13.06`` narrows them."""

PAKET = ".zip"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's file name's middle and ending (``rekap``, ``.xlsx``), and its content."""

    middle: str
    ending: str
    content: bytes
    final: bool = True


def allowed_kinds(ws: Workspace, periode: str) -> tuple[str, ...]:
    """The kinds of papers that the month's state allows."""
    step = LANGKAH_DARI[ws.month(periode).keadaan] or 8
    return tuple(kind for kind in JENIS if _SEJAK[kind] <= step)


def export_month(ws: Workspace, periode: str, folder: Path, what: Sequence[str] = ()) -> list[Path]:
    """Write the papers (all that the state allows, or the named ones); returns their paths.

    Raises Ditolak for a kind the month has not reached, or an unknown one.
    """
    from civreg_tui.papers.files import file_name, write_papers

    folder = writable_folder(ws, folder)
    kinds = tuple(what) or allowed_kinds(ws, periode)
    for kind in kinds:
        _check_kind(ws, periode, kind)
    report = build_report(ws, periode)
    papers = [paper for kind in kinds for paper in _make(ws, report, kind)]
    named = [(file_name(report, p.middle, p.ending, final=p.final), p.content) for p in papers]
    paths = write_papers([(folder / name, content) for name, content in named])
    seals = [_seal(path) for path in paths if path.suffix == PAKET]
    return paths + write_papers(seals, paths)


def _seal(bundle: Path) -> tuple[Path, bytes]:
    """The bundle's own hash beside it, as ``sha256sum -c`` reads it: it covers every byte."""
    line = f"{hashlib.sha256(bundle.read_bytes()).hexdigest()}  {bundle.name}\n"
    return bundle.with_name(f"{bundle.name}.sha256"), line.encode()


def _check_kind(ws: Workspace, periode: str, kind: str) -> None:
    if kind.partition(":")[0] == KABUPATEN:
        choose_regions(ws, periode, kind)
    elif kind not in JENIS:
        known = ", ".join((*JENIS, *DIMINTA))
        raise Ditolak(f'Jenis "{kind}" tidak dikenal. Pilih dari: {known}.')
    if kind == "bahan" and kind not in allowed_kinds(ws, periode):
        raise Ditolak("Bahan LAKIP Dinas baru ada setelah Kabid menyampaikan LAKIP Bidang.")


def _make(ws: Workspace, report: Laporan, kind: str) -> list[Paper]:
    if kind.partition(":")[0] == KABUPATEN:
        return [Paper(middle, ".xlsx", book) for middle, book in region_books(ws, report, kind)]
    return _MAKERS[kind](ws, report)


def _recap(_: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.rekap import write_rekap

    return [Paper("rekap", ".xlsx", write_rekap(report))]


def _csv(_: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.tidy import write_csv

    return [Paper("angka", ".csv", write_csv(report))]


def _sop(_: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.sop import write_sop

    return [Paper("sop", ".xlsx", write_sop(report))]


def _disposition(ws: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.disposisi import write_disposisi

    signed = replace(report, kantor=signing_office(ws, report.periode, DISPOSISI))
    papers = [Paper("disposisi", ".docx", write_disposisi(signed))]
    papers += [Paper(name, ".docx", made) for name, made in printable(ws, report.periode)]
    return papers


def _lakip(ws: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.lakip_xlsx import write_lakip_tables

    edisi = edition(ws, report.periode)
    frozen = delivered(ws, report.periode)
    handed_over = ws.month(report.periode).keadaan in {Keadaan.SEKRETARIAT, Keadaan.SELESAI}
    final = frozen is not None and handed_over
    if frozen is not None and final:
        text = frozen.isi
    else:
        text = lakip_document(ws, report, compose(ws, report.periode)[1])
    book = write_lakip_tables(report, edisi, disampaikan=final)
    return [Paper("lakip", ".docx", text, final), Paper("lakip", ".xlsx", book, final)]


def _material(ws: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.bahan import Penyerahan, cocokkan, write_bahan, write_paket
    from civreg_tui.papers.files import file_name

    made = delivered(ws, report.periode)
    if made is None:
        return [Paper("bahan", ".xlsx", write_bahan(report))]
    handed = Penyerahan(made.no, made.revisi, made.sha256, made.oleh, made.pada, made.isi)
    match = cocokkan(report, handed)
    sheet = write_bahan(report, handed, hasil=match)
    receipts = {file_name(report, p.middle, p.ending): p.content for p in _disposition(ws, report)}
    edisi = edition(ws, report.periode)
    bundle = write_paket(report, handed, receipts, hasil=match, edisi=edisi)
    return [Paper("bahan", ".xlsx", sheet), Paper("bahan-lakip-dinas", PAKET, bundle)]


_MAKERS: dict[str, Callable[[Workspace, Laporan], list[Paper]]] = {
    "rekap": _recap,
    "lakip": _lakip,
    "bahan": _material,
    "disposisi": _disposition,
    "sop": _sop,
    "csv": _csv,
}
