"""What the Staf did about each returned cell: changed it, or said why it is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import msgspec

from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.trail_names import cell_name
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.procedure import permitted
from civreg_tui.services.month.returns import NamedCell, last_return
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Pengembalian

FORM = "jawaban"
MENJAWAB = "jawab_pengembalian"
"""An answer's name in the trail."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """A written answer for one cell of a return."""

    pengembalian: int
    dokumen: str
    alamat: Alamat
    teks: str
    oleh: str
    pada: str

    @property
    def tempat(self) -> tuple[int, str, Alamat]:
        """What it answers: a cell of one return."""
        return self.pengembalian, self.dokumen, self.alamat


@dataclass(frozen=True, slots=True)
class SelKembali:
    """A returned cell: its figure when it was sent back and now, and what was answered."""

    dokumen: str
    alamat: Alamat
    semula: int | None
    kini: int | None
    jawaban: str = ""
    oleh: str = ""

    @property
    def diubah(self) -> bool:
        """Whether the figure is another one than when it was sent back."""
        return self.semula != self.kini

    @property
    def terjawab(self) -> bool:
        """Whether something was done: the figure changed, or an answer was written."""
        return self.diubah or bool(self.jawaban)


def returned_cells(ws: Workspace, periode: str) -> tuple[SelKembali, ...]:
    """The cells of the latest return with what became of them, in the order they were named."""
    returned = last_return(ws, periode)
    if returned is None:
        return ()
    named = msgspec.json.decode(returned.sel, type=list[NamedCell])
    before = _figures_before(ws, periode)
    written = {(a.dokumen, a.alamat): a for a in _answers(ws, periode)
               if a.pengembalian == returned.id}  # fmt: skip
    sheets = {sheet.dokumen.kode: sheet for sheet in load_month(ws, periode)}
    found = []
    for dokumen, alamat in named:
        now = sheets[dokumen].isian(alamat).angka
        made = written.get((dokumen, alamat))
        then = before.get(cell_name(dokumen, alamat), now)
        text, who = (made.teks, made.oleh) if made else ("", "")
        found.append(SelKembali(dokumen, alamat, then, now, text, who))
    return tuple(found)


def _figures_before(ws: Workspace, periode: str) -> dict[str, int | None]:
    """The figures that cells had when the latest return was made, where they changed since."""
    before: dict[str, int | None] = {}
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.KEMBALIKAN_KE_STAF:
            before = {}
        elif event.aksi == Aksi.ISI_SEL and event.objek not in before:
            old = msgspec.json.decode(event.lama or "{}", type=Isian)
            before[event.objek] = old.angka
    return before


def _answers(ws: Workspace, periode: str) -> tuple[Jawaban, ...]:
    return load_form(ws, periode, FORM, tuple[Jawaban, ...]) or ()


def unanswered(ws: Workspace, periode: str) -> tuple[SelKembali, ...]:
    """The cells of an open return that were neither changed nor answered."""
    returned = last_return(ws, periode)
    if returned is None or returned.dijawab:
        return ()
    return tuple(cell for cell in returned_cells(ws, periode) if not cell.terjawab)


def answer_cells(ws: Workspace, periode: str, cells: Sequence[NamedCell], teks: str) -> None:
    """Answer returned cells with one sentence; Ditolak when the cells were not returned."""
    text = " ".join(teks.split())
    with ws.store.transaction():
        _require_returned(ws, periode, cells)
        if not text:
            raise Ditolak("Tulis jawabannya: mengapa angka ini sudah benar.")
        group = str(ws.store.trail.next_number())
        for named in cells:
            _write(ws, periode, named, text, group)


def put_back_answer(
    ws: Workspace, periode: str, named: NamedCell, teks: str, *, kelompok: str
) -> None:
    """Undo and redo: let a returned cell have an earlier answer, or none (empty)."""
    with ws.store.transaction():
        _require_returned(ws, periode, [named])
        _write(ws, periode, named, teks, kelompok)


def answer_now(ws: Workspace, periode: str, named: NamedCell) -> str:
    """The answer to a cell of the open return, empty while there is none.

    Ditolak when the return is closed: what was handed over is the Kasi's to read.
    """
    returned = last_return(ws, periode)
    if returned is None or returned.dijawab or named not in _named(returned):
        raise Ditolak("Jawaban itu sudah diserahkan kepada Kasi. Tidak ada yang berubah.")
    made = (a for a in _answers(ws, periode) if a.pengembalian == returned.id)
    return next((a.teks for a in made if (a.dokumen, a.alamat) == named), "")


def _named(returned: Pengembalian) -> set[NamedCell]:
    return set(msgspec.json.decode(returned.sel, type=list[NamedCell]))


def _require_returned(ws: Workspace, periode: str, cells: Sequence[NamedCell]) -> None:
    permitted(ws, periode, Aksi.ISI_SEL)
    returned = last_return(ws, periode)
    if returned is None or returned.dijawab:
        raise Ditolak("Tidak ada sel yang dikembalikan Kasi.")
    if not cells or not set(cells) <= _named(returned):
        raise Ditolak("Sel ini tidak termasuk yang dikembalikan Kasi.")


def _write(ws: Workspace, periode: str, named: NamedCell, text: str, group: str) -> None:
    """Keep one cell's answer in place of the one before; an empty text removes it."""
    before = answer_now(ws, periode, named)
    returned = cast("Pengembalian", last_return(ws, periode))
    made = Jawaban(returned.id, *named, text, ws.pelaku.akun, ws.now())
    kept = [a for a in _answers(ws, periode) if a.tempat != made.tempat]
    ws.record(
        MENJAWAB, cell_name(*named),
        peran="staf", periode=periode, lama=before, baru=text, alasan=text, kelompok=group,
    )  # fmt: skip
    ws.store.records.put_form(periode, FORM, dump([*kept, *([made] if text else [])]))
