"""Writing the papers of a validated revision as it was frozen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.lakip.paper import lakip_document
from civreg_tui.services.output.export import Paper
from civreg_tui.services.pemeriksaan.revisions import frozen, revision
from civreg_tui.services.people.confine import writable_folder
from civreg_tui.services.workspace import Workspace

BAWAAN = ("rekap", "csv")
"""The kinds that are written when none is named."""


def export_revision(
    ws: Workspace, periode: str, no: int, folder: Path, what: Sequence[str] = ()
) -> list[Path]:
    """Write a revision's papers (recap and CSV, or the named kinds); returns their paths.

    A revision that no longer stands carries DRAF. Ditolak for an unknown number or kind.
    """
    from civreg_tui.papers.files import file_name, write_papers

    report = frozen(revision(ws, periode, no))
    kinds = tuple(what) or BAWAAN
    for kind in kinds:
        if kind not in _MAKERS:
            known = ", ".join(_MAKERS)
            raise Ditolak(f'Jenis "{kind}" tidak dibuat dari revisi. Pilih dari: {known}.')
    place = writable_folder(ws, folder)
    papers = [paper for kind in kinds for paper in _MAKERS[kind](ws, report)]
    names = [file_name(report, f"{p.middle}-revisi-{no}", p.ending, final=p.final) for p in papers]
    return write_papers([(place / n, p.content) for n, p in zip(names, papers, strict=True)])


def _recap(_: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.rekap import write_rekap

    return [Paper("rekap", ".xlsx", write_rekap(report))]


def _csv(_: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.tidy import write_csv

    return [Paper("angka", ".csv", write_csv(report))]


def _lakip(ws: Workspace, report: Laporan) -> list[Paper]:
    """Composed anew from the frozen figures and texts: a draft, whatever has been delivered."""
    from civreg_tui.config import load_phrases
    from civreg_tui.domain.lakip import susun
    from civreg_tui.papers.lakip_xlsx import write_lakip_tables

    edisi = edition(ws, report.periode)
    sections = susun(report, edisi, load_phrases())
    return [
        Paper("lakip", ".docx", lakip_document(ws, report, sections), final=False),
        Paper("lakip", ".xlsx", write_lakip_tables(report, edisi, disampaikan=False), final=False),
    ]


def _disposition(_: Workspace, report: Laporan) -> list[Paper]:
    from civreg_tui.papers.disposisi import write_disposisi

    return [Paper("disposisi", ".docx", write_disposisi(report))]


_MAKERS: dict[str, Callable[[Workspace, Laporan], list[Paper]]] = {
    "rekap": _recap,
    "csv": _csv,
    "lakip": _lakip,
    "disposisi": _disposition,
}
