"""Writing the papers of a validated revision as it was frozen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.output.makers import MAKERS
from civreg_tui.services.pemeriksaan.revisions import printed, revision
from civreg_tui.services.people.confine import writable_folder
from civreg_tui.services.workspace import Workspace

BAWAAN = ("rekap", "csv")
"""The kinds that are written when none is named."""
JENIS = (*BAWAAN, "lakip", "disposisi")
"""The kinds that a revision has; its LAKIP is a draft, whatever has been delivered."""


def export_revision(
    ws: Workspace, periode: str, no: int, folder: Path, what: Sequence[str] = ()
) -> list[Path]:
    """Write a revision's papers (recap and CSV, or the named kinds); returns their paths.

    A revision that no longer stands carries DRAF. Ditolak for an unknown number or kind.
    """
    from civreg_tui.papers.files import file_name, write_papers

    report = printed(ws, revision(ws, periode, no))
    kinds = tuple(what) or BAWAAN
    for kind in kinds:
        if kind not in JENIS:
            known = ", ".join(JENIS)
            raise Ditolak(f'Jenis "{kind}" tidak dibuat dari revisi. Pilih dari: {known}.')
    place = writable_folder(ws, folder)
    papers = [paper for kind in kinds for paper in MAKERS[kind](ws, report)]
    names = [file_name(report, f"{p.middle}-revisi-{no}", p.ending, final=p.final) for p in papers]
    return write_papers([(place / n, p.content) for n, p in zip(names, papers, strict=True)])
