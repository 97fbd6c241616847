"""Step 4: taking figures over from the softcopy, and deciding on differences."""

from __future__ import annotations

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.lembar import Alamat, Isian, Lembar
from civreg_tui.domain.trail_names import cell_name, figure_of, figure_text
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.month.months import load_month, load_sheet
from civreg_tui.services.month.procedure import require_open
from civreg_tui.services.penerimaan.softcopies import Selisih, received_reading, source_cells
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.cells import Keputusan


def take_over(ws: Workspace, periode: str, dokumen: str) -> int:
    """Fill a sheet's empty cells from the softcopy; keyed cells stay and show as different.

    Returns how many cells were filled; Ditolak when there is no softcopy for the document.
    """
    sheet = load_sheet(ws, periode, dokumen)
    changes = _fillings(ws, sheet)
    if not changes:
        raise Ditolak(f"Tidak ada sel kosong {sheet.dokumen.nama} yang ada di softcopy.")
    return commit_cells(ws, periode, dokumen, changes)


def take_over_all(ws: Workspace, periode: str) -> int:
    """Fill the empty cells of every sheet from the softcopy, as one act; returns how many."""
    with ws.store.transaction():
        group = str(ws.store.trail.next_number())
        filled = [
            commit_cells(ws, periode, sheet.dokumen.kode, changes, kelompok=group)
            for sheet in load_month(ws, periode)
            if (changes := _fillings(ws, sheet))
        ]
    return sum(filled)


def _fillings(ws: Workspace, sheet: Lembar) -> dict[Alamat, Isian]:
    reading = received_reading(ws, str(sheet.periode))
    if reading is None:
        raise Ditolak("Belum ada softcopy yang diterima pada bulan ini.")
    cells = source_cells(reading.dokumen(sheet.dokumen.kode))
    return {
        alamat: Isian(cell.angka, cell.nihil, "softcopy")
        for alamat, cell in cells.items()
        if alamat.kolom in sheet.entry_columns
        and cell.angka is not None
        and sheet.isian(alamat).angka is None
    }


def take_softcopy(ws: Workspace, periode: str, diff: Selisih) -> None:
    """Decide a difference for the softcopy: its value replaces the entry."""
    value = Isian(diff.sel.angka, diff.sel.nihil, "softcopy")
    commit_cells(ws, periode, diff.dokumen, {diff.alamat: value})


def keep_entry(ws: Workspace, periode: str, diff: Selisih) -> None:
    """Decide a difference for the entry: it stays, and the decision is on record."""
    with ws.store.transaction():
        role = require_open(ws, periode, "putuskan_selisih", "Keputusan atas selisih")
        made = Keputusan(diff.entri, diff.sel.angka, ws.pelaku.akun, ws.now())
        ws.store.cells.put_decision(periode, diff.dokumen, diff.alamat, made)
        ws.record(
            "putuskan_selisih", cell_name(diff.dokumen, diff.alamat), peran=role, periode=periode,
            lama=figure_text(diff.sel.angka), baru=figure_text(diff.entri), alasan="pakai entri",
        )  # fmt: skip


def put_back_decision(
    ws: Workspace,
    periode: str,
    dokumen: str,
    alamat: Alamat,
    made: tuple[str | None, str | None] | None,
    *,
    kelompok: str,
) -> None:
    """Let an earlier decision (entry, softcopy as the trail wrote them) hold again, or none."""
    with ws.store.transaction():
        role = require_open(ws, periode, "putuskan_selisih", "Keputusan atas selisih")
        entri, softcopy = made or (None, None)
        if made is None:
            ws.store.cells.drop_decision(periode, dokumen, alamat)
        else:
            kept = Keputusan(figure_of(entri), figure_of(softcopy), ws.pelaku.akun, ws.now())
            ws.store.cells.put_decision(periode, dokumen, alamat, kept)
        ws.record(
            "putuskan_selisih", cell_name(dokumen, alamat), peran=role, periode=periode,
            lama=softcopy, baru=entri, kelompok=kelompok,
            alasan="pakai entri" if made else "keputusan dibatalkan",
        )  # fmt: skip
