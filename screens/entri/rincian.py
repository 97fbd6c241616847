"""The detail line of a cell: twelve months, last month, the softcopy, who and when."""

from __future__ import annotations

from civreg_tui.domain.lembar import Alamat, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.periode import SETAHUN
from civreg_tui.domain.saat import pada
from civreg_tui.services.entri.sheet_view import SheetView
from civreg_tui.services.pemeriksaan.review import last_writer
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.charts import spark


def rincian(ws: Workspace, view: SheetView, alamat: Alamat) -> str:
    """One line on a cell; the note stands first, since it was written to be read."""
    months = seri(view, alamat)
    parts = []
    if alamat in view.notes:
        note = view.notes[alamat]
        parts.append(("[tindak lanjut] " if note.tanda else "") + note.teks)
    parts.append(f"{spark(months)} lalu {format_count(months[-2])}")
    source = view.source.get(alamat)
    if source is not None:
        figure = source.teks if source.angka is None else format_count(source.angka)
        parts.append(f"softcopy {figure} ({source.alamat})")
    parts.append(_penulis(*last_writer(ws, view.sheet, alamat)))
    return "  ".join(part for part in parts if part)


def seri(view: SheetView, alamat: Alamat) -> tuple[int | None, ...]:
    """The cell's figure in the last twelve months, this one last; None where there is none."""
    sheets: dict[str, Lembar] = {
        str(sheet.periode): sheet
        for sheet in (view.sheet, view.before, *view.subject.riwayat)
        if sheet is not None
    }
    months = (sheets.get(str(month)) for month in view.sheet.periode.last(SETAHUN))
    return tuple(sheet.nilai(*alamat) if sheet else None for sheet in months)


def _penulis(akun: str, saat: str) -> str:
    return f"{akun} {pada(saat):%d-%m %H.%M}" if akun else ""
