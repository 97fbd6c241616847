"""How each kind of paper is made from a report: a month's as it stands, or a revision's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import susun
from civreg_tui.domain.laporan import Laporan
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.lakip.paper import lakip_document
from civreg_tui.services.output.signing import DISPOSISI, signing_office
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's file name's middle and ending (``rekap``, ``.xlsx``), and its content."""

    middle: str
    ending: str
    content: bytes
    final: bool = True


def recap(_: Workspace, report: Laporan) -> list[Paper]:
    """The workbook of recaps."""
    from civreg_tui.papers.rekap import write_rekap

    return [Paper("rekap", ".xlsx", write_rekap(report))]


def figures(_: Workspace, report: Laporan) -> list[Paper]:
    """The recaps as plain data."""
    from civreg_tui.papers.tidy import write_csv

    return [Paper("angka", ".csv", write_csv(report))]


def disposition(ws: Workspace, report: Laporan) -> list[Paper]:
    """The disposition sheet, with who signed it."""
    from civreg_tui.papers.disposisi import write_disposisi

    signed = replace(report, kantor=signing_office(ws, report.periode, DISPOSISI))
    return [Paper("disposisi", ".docx", write_disposisi(signed))]


def lakip_draft(ws: Workspace, report: Laporan) -> list[Paper]:
    """The LAKIP composed from the report and its tables: a draft until it is delivered."""
    from civreg_tui.papers.lakip_xlsx import write_lakip_tables

    edisi = edition(ws, report.periode)
    text = lakip_document(ws, report, susun(report, edisi, load_phrases()))
    book = write_lakip_tables(report, edisi, disampaikan=False)
    return [Paper("lakip", ".docx", text, final=False), Paper("lakip", ".xlsx", book, final=False)]


def sop(_: Workspace, report: Laporan) -> list[Paper]:
    """The sheet of the seven steps and the time they took."""
    from civreg_tui.papers.sop import write_sop

    return [Paper("sop", ".xlsx", write_sop(report))]


Maker = Callable[[Workspace, Laporan], list[Paper]]
MAKERS: dict[str, Maker] = {
    "rekap": recap,
    "csv": figures,
    "lakip": lakip_draft,
    "disposisi": disposition,
    "sop": sop,
}
"""The kinds that need nothing besides a report."""
