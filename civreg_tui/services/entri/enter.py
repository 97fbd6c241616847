"""Step 4: keying figures, each cell one durable transaction with its old and new value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from civreg_tui.domain.dokumen import Rincian
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan, Peralihan
from civreg_tui.domain.lembar import KOSONG, Alamat, Isian, Kolom
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.trail_names import cell_name, column_name
from civreg_tui.services.month.months import blank_sheet, load_sheet, previous_sheet
from civreg_tui.services.month.procedure import (
    Catatan,
    act,
    carry_out,
    permitted,
    require,
    require_open,
)
from civreg_tui.services.month.returns import reopened_cells
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store import cells
from civreg_tui.store.months import KepalaLembar

TERBESAR = 10**12 - 1
"""The largest count a cell takes; more is a slip of the hand."""
MEMBATALKAN_VALIDASI = "Rekap sudah divalidasi. Mengubah angka membatalkan validasi itu."
BERTANDA = "ditandai"
"""How the trail says that a note flags its cell for follow-up."""


class AkanGugur(Ditolak):
    """Writing would void the month's validation: ask first, then write with ``gugurkan``."""


class Terbuka(NamedTuple):
    """Cells of a sheet that may be written, what they hold, and what allows it."""

    periode: str
    dokumen: str
    isi: Mapping[Alamat, Isian]
    izin: Peralihan

    @property
    def menggugurkan(self) -> bool:
        """Whether a figure changed now voids the month's validation."""
        return self.izin.dari is Keadaan.TERVALIDASI

    def isian(self, alamat: Alamat) -> Isian:
        """What stands in one of the cells (an empty one when nothing does)."""
        return self.isi.get(alamat, KOSONG)


def commit_cell(
    ws: Workspace,
    periode: str,
    dokumen: str,
    alamat: Alamat,
    isian: Isian,
    *,
    seen: Isian | None = None,
) -> None:
    """Write one cell durably. ``seen`` is what the writer saw there before typing.

    Raises Ditolak when the procedure forbids it, the value is no count, or a colleague wrote
    the cell meanwhile.
    """
    commit_cells(ws, periode, dokumen, {alamat: isian}, seen={alamat: seen} if seen else None)


def commit_cells(
    ws: Workspace,
    periode: str,
    dokumen: str,
    changes: Mapping[Alamat, Isian],
    *,
    seen: Mapping[Alamat, Isian | None] | None = None,
    kelompok: str = "",
    gugurkan: bool = True,
) -> int:
    """Write a block of cells durably, as one act that one undo takes back; how many changed.

    ``kelompok`` joins blocks of several documents into one act. Without ``gugurkan`` raises
    AkanGugur, and writes nothing, where the write would void a validation.
    """
    with ws.store.transaction():
        group = kelompok or str(ws.store.trail.next_number())
        open_ = writable(ws, periode, dokumen, changes)
        if open_.menggugurkan and not gugurkan:
            raise AkanGugur(MEMBATALKAN_VALIDASI)
        refuse_overtaken(ws, open_, seen or {})
        changed = {a: v for a, v in changes.items() if open_.isian(a) != v}
        for alamat, isian in changed.items():
            write_cell(ws, open_, alamat, isian, (group, ""))
    return len(changed)


def writable(ws: Workspace, periode: str, dokumen: str, changes: Mapping[Alamat, Isian]) -> Terbuka:
    """The cells as they are found, ready to be written; Ditolak says which may not be, and why."""
    row = permitted(ws, periode, Aksi.ISI_SEL)
    sheet = blank_sheet(ws, periode, dokumen)
    reopened = reopened_cells(ws, periode)
    for alamat, isian in changes.items():
        if alamat.wilayah not in sheet.wilayah or alamat.kolom not in sheet.entry_columns:
            raise Ditolak("Sel ini tidak dapat diisi: angkanya dihitung sendiri.")
        if reopened is not None and (dokumen, alamat) not in reopened:
            raise Ditolak("Kasi hanya membuka sel yang ditandai; sel ini terkunci.")
        if isian.angka is not None and not 0 <= isian.angka <= TERBESAR:
            raise Ditolak("Angka harus bilangan bulat, nol atau lebih, paling banyak 12 angka.")
    return Terbuka(periode, dokumen, ws.store.cells.held(periode, dokumen, changes), row)


def refuse_overtaken(ws: Workspace, open_: Terbuka, seen: Mapping[Alamat, Isian | None]) -> None:
    """Ditolak, naming the writer, where a cell no longer holds the figure that was seen."""
    for alamat, before in seen.items():
        now = open_.isian(alamat)
        if before is not None and (before.angka, before.nihil) != (now.angka, now.nihil):
            author = ws.store.cells.author(open_.periode, open_.dokumen, alamat)
            who = author[0] if author else "orang lain"
            raise Ditolak(
                f"Sel ini baru diisi {format_count(now.angka)} oleh {who}. "
                "Periksa dulu, lalu ketik ulang bila perlu."
            )


def write_cell(
    ws: Workspace, open_: Terbuka, alamat: Alamat, isian: Isian, mark: tuple[str, str]
) -> None:
    """Write a cell that was found `writable` in the same transaction.

    ``mark`` is its act's group and reason.
    """
    periode, dokumen = open_.periode, open_.dokumen
    note = Catatan(
        cell_name(dokumen, alamat), dump(open_.isian(alamat)), dump(isian), mark[1], mark[0]
    )
    event = (
        act(ws, periode, Aksi.ISI_SEL, note)  # it moves the month, so that the next one differs
        if open_.menggugurkan
        else carry_out(ws, periode, open_.izin, note)
    )
    ws.store.cells.put(periode, dokumen, alamat, isian, event)


def carry_over(ws: Workspace, periode: str, dokumen: str) -> int:
    """Fill empty wajib cells from last month while the DKB reference is the same.

    Numerators are never carried. Returns how many cells were filled; raises Ditolak.
    """
    sheet, before = load_sheet(ws, periode, dokumen), previous_sheet(ws, periode, dokumen)
    if before is None:
        raise Ditolak("Bulan lalu belum pernah direkap; wajib akta tidak dapat dibawa.")
    if before.acuan != sheet.acuan:
        raise Ditolak(f"Acuan DKB berganti ({before.acuan}); ketik wajib akta dari kertas.")
    changes = {
        Alamat(kode, *kolom): Isian(before.isian(Alamat(kode, *kolom)).angka, asal="bawaan")
        for kode in sheet.wilayah
        for kolom in sheet.entry_columns
        if kolom.ukuran == "wajib"
        and sheet.isian(Alamat(kode, *kolom)).angka is None
        and before.isian(Alamat(kode, *kolom)).angka is not None
    }
    return commit_cells(ws, periode, dokumen, changes)


def set_split(
    ws: Workspace, periode: str, dokumen: str, rincian: Rincian, *, kelompok: str = ""
) -> None:
    """Choose whether a sheet is keyed as totals or as L and P; only while it is empty."""
    with ws.store.transaction():
        role = permitted(ws, periode, Aksi.ISI_SEL).peran
        sheet = load_sheet(ws, periode, dokumen)
        if sheet.rincian == rincian:
            return
        if any(isian.angka is not None for isian in sheet.isi.values()):
            raise Ditolak("Rincian L/P hanya dapat diganti selagi rekap dokumen ini kosong.")
        head = next(h for h in ws.store.months.sheets(periode) if h.dokumen == dokumen)
        changed = KepalaLembar(dokumen, rincian, head.acuan, head.kelompok, head.contoh)
        ws.store.months.put_sheet(periode, changed)
        ws.record(
            "ganti_rincian", dokumen,
            peran=role, periode=periode, lama=sheet.rincian, baru=rincian, kelompok=kelompok,
        )  # fmt: skip


def set_control(
    ws: Workspace,
    periode: str,
    dokumen: str,
    kolom: Kolom,
    angka: int | None,
    *,
    kelompok: str = "",
) -> None:
    """Key the paper's total of a column, before or while its cells are entered."""
    with ws.store.transaction():
        role = require_open(ws, periode, "isi_kendali", "Jumlah kendali")
        before = ws.store.cells.controls(periode, dokumen).get(kolom)
        if before == angka:
            return
        ws.store.cells.put_control(periode, dokumen, kolom, angka)
        ws.record(
            "isi_kendali", column_name(dokumen, kolom),
            peran=role, periode=periode, lama=dump(before), baru=dump(angka), kelompok=kelompok,
        )  # fmt: skip


def set_note(
    ws: Workspace,
    periode: str,
    dokumen: str,
    alamat: Alamat,
    teks: str,
    *,
    tanda: bool | None = None,
    kelompok: str = "",
) -> None:
    """Put a note on a cell; ``tanda`` flags it for follow-up or not, None leaves that as it is."""
    with ws.store.transaction():
        words = "Catatan sel hanya ditulis oleh Staf atau Kasi."
        role = require(ws, {"staf", "kasi"}, "catat_sel", words, periode)
        before = note_on(ws, periode, dokumen, alamat)
        flagged = tanda if tanda is not None else before is not None and before.tanda
        ws.store.cells.put_note(periode, dokumen, alamat, cells.Catatan(teks, flagged))
        ws.record(
            "catat_sel", cell_name(dokumen, alamat),
            peran=role, periode=periode, lama=before.teks if before else None, baru=teks,
            alasan=BERTANDA if flagged else "", kelompok=kelompok,
        )  # fmt: skip


def note_on(ws: Workspace, periode: str, dokumen: str, alamat: Alamat) -> cells.Catatan | None:
    """The note and flag of a cell, or None when nobody ever put one there."""
    return ws.store.cells.notes(periode, dokumen).get(alamat)
