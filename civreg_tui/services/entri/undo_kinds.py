"""What each kind of act at the sheet left behind, read from the trail, and how it is put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from civreg_tui.domain.dokumen import Rincian
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Isian
from civreg_tui.domain.trail_names import cell_of, column_of, figure_text
from civreg_tui.services.entri.answers import MENJAWAB, answer_now, put_back_answer
from civreg_tui.services.entri.enter import (
    BERTANDA,
    refuse_overtaken,
    set_control,
    set_note,
    set_split,
    writable,
    write_cell,
)
from civreg_tui.services.entri.takeover import put_back_decision
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.pemeriksaan.check import put_back_reason
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.cells import Catatan
from civreg_tui.store.trail import Peristiwa

Tanda = tuple[str, str]
"""The group of the events that undo or redo, and which group that is (``urung:12``)."""


@dataclass(frozen=True)
class Jenis:
    """A kind of act beside keying: ``left`` is what an event left, ``was`` what it found where it
    says so, ``nothing`` what stands where no event is; ``now`` and ``put`` read and write it.
    """

    apa: str
    left: Callable[[Peristiwa], Any]
    now: Callable[[Workspace, str, str], Any]
    put: Callable[[Workspace, str, str, Any, str], None]
    was: Callable[[Peristiwa], Any] | None = None
    nothing: Any = None

    def before(self, event: Peristiwa, events: Sequence[Peristiwa]) -> Any:
        """What stood there before an event: what it says itself, or what the last one left."""
        if self.was is not None:
            return self.was(event)
        earlier = (e for e in reversed(events) if e.no < event.no)
        same = (e for e in earlier if (e.aksi, e.objek) == (event.aksi, event.objek))
        return next((self.left(e) for e in same), self.nothing)


def change_of(event: Peristiwa, events: Sequence[Peristiwa]) -> tuple[Any, Any]:
    """What stood at an event's place before it and after it, by the month's trail."""
    if event.aksi == Aksi.ISI_SEL:
        return _isian(event.lama), _isian(event.baru)
    kind = JENIS[event.aksi]
    return kind.before(event, events), kind.left(event)


def put_back(
    ws: Workspace, periode: str, event: Peristiwa, change: tuple[Any, Any], mark: Tanda
) -> None:
    """Write the second of two states where the first still stands; Ditolak when it does not."""
    seen, wanted = change
    if event.aksi == Aksi.ISI_SEL:
        dokumen, alamat = cell_of(event.objek)
        open_ = writable(ws, periode, dokumen, {alamat: wanted})
        refuse_overtaken(ws, open_, {alamat: seen})
        write_cell(ws, open_, alamat, wanted, mark)
        return
    kind = JENIS[event.aksi]
    if kind.now(ws, periode, event.objek) != seen:
        raise Ditolak(_overtaken(ws, periode, event, kind.apa))
    kind.put(ws, periode, event.objek, wanted, mark[1])


def _overtaken(ws: Workspace, periode: str, event: Peristiwa, what: str) -> str:
    same = (event.aksi, event.objek)
    last = [e for e in ws.store.trail.events(periode) if (e.aksi, e.objek) == same][-1]
    return f"{what} sudah diubah oleh {last.akun} sesudahnya. Periksa dulu; tidak ada yang berubah."


def _isian(text: str | None) -> Isian:
    return msgspec.json.decode(text or "{}", type=Isian)


def _count(text: str | None) -> int | None:
    return msgspec.json.decode(text or "null", type=int | None)


# -- the paper's totals, L and P -------------------------------------------------------------------


def _total_now(ws: Workspace, periode: str, objek: str) -> int | None:
    dokumen, kolom = column_of(objek)
    return ws.store.cells.controls(periode, dokumen).get(kolom)


def _put_total(ws: Workspace, periode: str, objek: str, value: int | None, mark: str) -> None:
    set_control(ws, periode, *column_of(objek), value, kelompok=mark)


def _split_now(ws: Workspace, periode: str, objek: str) -> str:
    return load_sheet(ws, periode, objek).rincian


def _put_split(ws: Workspace, periode: str, objek: str, value: Rincian, mark: str) -> None:
    set_split(ws, periode, objek, value, kelompok=mark)


# -- words -----------------------------------------------------------------------------------------


def _note_now(ws: Workspace, periode: str, objek: str) -> Catatan:
    dokumen, alamat = cell_of(objek)
    return ws.store.cells.notes(periode, dokumen).get(alamat, Catatan("", tanda=False))


def _put_note(ws: Workspace, periode: str, objek: str, value: Catatan, mark: str) -> None:
    set_note(ws, periode, *cell_of(objek), value.teks, tanda=value.tanda, kelompok=mark)


def _decided(event: Peristiwa) -> tuple[str | None, str | None] | None:
    return None if event.baru is None else (event.baru, event.lama)


def _decision_now(
    ws: Workspace, periode: str, objek: str
) -> tuple[str | None, str | None] | None:  # fmt: skip
    dokumen, alamat = cell_of(objek)
    made = ws.store.cells.decisions(periode, dokumen).get(alamat)
    return None if made is None else (figure_text(made.entri), figure_text(made.softcopy))


def _put_decision(ws: Workspace, periode: str, objek: str, value: Any, mark: str) -> None:
    put_back_decision(ws, periode, *cell_of(objek), value, kelompok=mark)


def _reason(event: Peristiwa) -> tuple[str, str] | None:
    return None if event.baru is None else (event.baru, event.alasan)


def _reason_now(ws: Workspace, periode: str, objek: str) -> tuple[str, str] | None:
    given = ws.store.records.explanations(periode).get(objek)
    return None if given is None else (given.bukti, given.alasan)


def _put_reason(ws: Workspace, periode: str, objek: str, value: Any, mark: str) -> None:
    put_back_reason(ws, periode, objek, value, kelompok=mark)


def _answer_now(ws: Workspace, periode: str, objek: str) -> str:
    return answer_now(ws, periode, cell_of(objek))


def _put_answer(ws: Workspace, periode: str, objek: str, value: str, mark: str) -> None:
    put_back_answer(ws, periode, cell_of(objek), value, kelompok=mark)


JENIS: dict[str, Jenis] = {
    "isi_kendali": Jenis(
        "Jumlah kertas", lambda e: _count(e.baru), _total_now, _put_total, lambda e: _count(e.lama)
    ),
    "ganti_rincian": Jenis(
        "Rincian L/P", lambda e: e.baru, _split_now, _put_split, lambda e: e.lama
    ),
    "catat_sel": Jenis(
        "Catatan",
        lambda e: Catatan(e.baru or "", e.alasan == BERTANDA),
        _note_now,
        _put_note,
        nothing=Catatan("", tanda=False),
    ),
    "putuskan_selisih": Jenis("Keputusan", _decided, _decision_now, _put_decision),
    MENJAWAB: Jenis(
        "Jawaban",
        lambda e: e.baru or "",
        _answer_now,
        _put_answer,
        lambda e: e.lama or "",
    ),
    Aksi.JELASKAN_TEMUAN: Jenis("Penjelasan", _reason, _reason_now, _put_reason),
}
"""The acts beside keying that undo knows, by their name in the trail."""
DIKENAL = frozenset({Aksi.ISI_SEL, *JENIS})
"""All acts that undo knows."""
