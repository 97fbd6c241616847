"""Writing the month's papers into a folder; what is not validated carries DRAF."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from civreg_tui.domain.langkah import LANGKAH_DARI, Ditolak, Keadaan
from civreg_tui.domain.laporan import Laporan
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.output.kabupaten import KABUPATEN, choose_regions, region_books
from civreg_tui.services.output.makers import MAKERS, Paper, disposition, lakip_draft
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.revisions import standing
from civreg_tui.services.penerimaan.receipt_papers import printable
from civreg_tui.services.people.confine import writable_folder
from civreg_tui.services.sekretariat import delivered
from civreg_tui.services.workspace import Workspace

JENIS = ("rekap", "lakip", "bahan", "disposisi", "sop", "csv")
_SEJAK = {"rekap": 4, "csv": 4, "lakip": 6, "bahan": 7, "disposisi": 1, "sop": 1}
"""The first step at which a kind of paper is written when none is named."""
DIMINTA = (KABUPATEN,)
"""Kinds that are written only when named; ``kabupaten:13.06`` narrows them."""

DIBEKUKAN = frozenset({"rekap", "csv", KABUPATEN})
"""Kinds that carry a revision's code: while one stands, they are made from what it froze."""

PAKET = ".zip"


def allowed_kinds(ws: Workspace, periode: str) -> tuple[str, ...]:
    """The kinds of papers that the month's state allows."""
    step = LANGKAH_DARI[ws.keadaan(periode)] or 8
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
    sealed = standing(ws, periode) or report
    papers = [paper for kind in kinds for paper in _make(ws, kind, report, sealed)]
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


def _make(ws: Workspace, kind: str, report: Laporan, sealed: Laporan) -> list[Paper]:
    """A kind's papers from the month as it stands, or from the revision that stands."""
    name = kind.partition(":")[0]
    if name == KABUPATEN:
        return [Paper(middle, ".xlsx", book) for middle, book in region_books(ws, sealed, kind)]
    match kind:
        case "bahan":
            return _material(ws, report, sealed)
        case "disposisi":
            return _dispositions(ws, report)
        case "lakip":
            return _lakip(ws, report)
    return MAKERS[kind](ws, sealed if kind in DIBEKUKAN else report)


def _dispositions(ws: Workspace, report: Laporan) -> list[Paper]:
    """The disposition sheet and the papers of the receipt."""
    receipts = printable(ws, report.periode)
    return [*disposition(ws, report), *(Paper(name, ".docx", made) for name, made in receipts)]


def _lakip(ws: Workspace, report: Laporan) -> list[Paper]:
    """The text as it was delivered, while it is out of the Kabid's hands; else a draft."""
    from civreg_tui.papers.lakip_xlsx import write_lakip_tables

    made = delivered(ws, report.periode)
    handed_over = ws.keadaan(report.periode) in {Keadaan.SEKRETARIAT, Keadaan.SELESAI}
    if made is None or not handed_over:
        return lakip_draft(ws, report)
    book = write_lakip_tables(report, edition(ws, report.periode), disampaikan=True)
    return [Paper("lakip", ".docx", made.isi), Paper("lakip", ".xlsx", book)]


def _material(ws: Workspace, report: Laporan, sealed: Laporan) -> list[Paper]:
    from civreg_tui.papers.bahan import Penyerahan, cocokkan, write_bahan, write_paket
    from civreg_tui.papers.files import file_name

    made = delivered(ws, report.periode)
    if made is None:
        return [Paper("bahan", ".xlsx", write_bahan(report))]
    handed = Penyerahan(made.no, made.revisi, made.sha256, made.oleh, made.pada, made.isi)
    match = cocokkan(report, handed)
    sheet = write_bahan(report, handed, hasil=match)
    papers = _dispositions(ws, report)
    receipts = {file_name(report, p.middle, p.ending): p.content for p in papers}
    edisi = edition(ws, report.periode)
    bundle = write_paket(report, handed, receipts, hasil=match, edisi=edisi, beku=sealed)
    return [Paper("bahan", ".xlsx", sheet), Paper("bahan-lakip-dinas", PAKET, bundle)]
