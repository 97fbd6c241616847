"""The LAKIP as a document: in the office's own template when one is configured, else ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from civreg_tui.domain.lakip import BagianLakip
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.workspace import Workspace

BATAS_TEMPLAT = 20_000_000
"""Largest template, in bytes."""


def lakip_document(
    ws: Workspace, report: Laporan, sections: Sequence[BagianLakip], *, disampaikan: bool = False
) -> bytes:
    """The .docx of the chosen edition; Ditolak says what is wrong with the office's template.

    Only what is being delivered goes without DRAF.
    """
    from civreg_tui.papers.lakip.templat_teks import TemplatSalah
    from civreg_tui.papers.lakip_docx import write_lakip
    from civreg_tui.papers.lakip_templat import write_lakip_templat

    chosen = edition(ws, report.periode)
    if not ws.config.templat_lakip:
        return write_lakip(report, sections, chosen, disampaikan=disampaikan)
    template = _template(Path(ws.config.templat_lakip))
    try:
        return write_lakip_templat(report, sections, chosen, template, disampaikan=disampaikan)
    except TemplatSalah as error:
        raise Ditolak(str(error)) from None


def _template(path: Path) -> tuple[str, bytes]:
    try:
        with path.open("rb") as file:
            content = file.read(BATAS_TEMPLAT + 1)
    except OSError as error:
        reason = "tidak ada" if isinstance(error, FileNotFoundError) else "tidak dapat dibaca"
        raise Ditolak(
            f"Templat LAKIP {path} {reason}. Periksa civreg.toml, bagian [templat]."
        ) from None
    if len(content) > BATAS_TEMPLAT:
        raise Ditolak(f"Templat LAKIP {path.name} terlalu besar. Kecilkan gambar di dalamnya.")
    return path.name, content
