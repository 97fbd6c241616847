"""Figures again: cells, the paper's totals, notes, decisions, the second keying."""

from __future__ import annotations

import msgspec

from civreg_tui.domain.langkah import Aksi, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.domain.trail_names import cell_of, column_of, figure_of
from civreg_tui.domain.verifikasi import Ulangan
from civreg_tui.services.entri.enter import BERTANDA
from civreg_tui.services.trail.effects.run import Efek, Ulang
from civreg_tui.store.cells import Catatan, Keputusan
from civreg_tui.store.trail import Peristiwa


def _key(run: Ulang, periode: str, event: Peristiwa) -> None:
    month = run.hasil.months.get(periode)
    if month is not None and month.keadaan is Keadaan.TERVALIDASI:
        run.hasil.records.void_revisions(periode, event.waktu)
    value = msgspec.json.decode(event.baru or "{}", type=Isian)
    run.hasil.cells.put(periode, *cell_of(event.objek), value, event.no)


def _control(run: Ulang, periode: str, event: Peristiwa) -> None:
    total = msgspec.json.decode(event.baru or "null", type=int | None)
    run.hasil.cells.put_control(periode, *column_of(event.objek), total)


def _note(run: Ulang, periode: str, event: Peristiwa) -> None:
    note = Catatan(event.baru or "", event.alasan == BERTANDA)
    run.hasil.cells.put_note(periode, *cell_of(event.objek), note)


def _decide(run: Ulang, periode: str, event: Peristiwa) -> None:
    if event.baru is None:
        run.hasil.cells.drop_decision(periode, *cell_of(event.objek))
        return
    made = Keputusan(figure_of(event.baru), figure_of(event.lama), event.akun, event.waktu)
    run.hasil.cells.put_decision(periode, *cell_of(event.objek), made)


def _again(run: Ulang, periode: str, event: Peristiwa) -> None:
    made = msgspec.json.decode(event.baru or "{}", type=Ulangan)
    run.hasil.second_keying.put(periode, *cell_of(event.objek), made, event.no)


EFFECTS: dict[str, Efek] = {
    Aksi.ISI_SEL: _key,
    "isi_kendali": _control,
    "catat_sel": _note,
    "putuskan_selisih": _decide,
    Aksi.VERIFIKASI: _again,
}
