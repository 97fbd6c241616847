"""The trail replayed: its chain, the cells it wrote, the states it moved, the reasons it gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from civreg_tui.domain.langkah import Aksi, Keadaan
from civreg_tui.domain.lembar import KOSONG, Isian
from civreg_tui.domain.trail_names import cell_name
from civreg_tui.services.pemeriksaan.recheck.model import Beda, add
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa


def replay_again(ws: Workspace, counted: dict[str, int]) -> Iterator[Beda]:
    """Follow all events from the beginning and compare with what is stored."""
    yield from _chain(ws, counted)
    for month in ws.store.months.all():
        events = list(ws.store.trail.events(month.periode))
        yield from _cells(ws, month.periode, events, counted)
        yield from _state(month.periode, month.keadaan, events, counted)
        yield from _reasons(ws, month.periode, events, counted)


def _chain(ws: Workspace, counted: dict[str, int]) -> Iterator[Beda]:
    result = ws.store.trail.verify()
    add(counted, "peristiwa jejak", result.events)
    if not result.ok:
        yield Beda("", "jejak", f"Jejak terputus pada peristiwa {result.broken_at}.")


def _cells(
    ws: Workspace, periode: str, events: Iterable[Peristiwa], counted: dict[str, int]
) -> Iterator[Beda]:
    written: dict[str, Isian] = {}
    for event in events:
        if event.aksi == Aksi.ISI_SEL:
            written[event.objek] = msgspec.json.decode(event.baru or "{}", type=Isian)
    stored = {
        cell_name(head.dokumen, alamat): isian
        for head in ws.store.months.sheets(periode)
        for alamat, isian in ws.store.cells.of(periode, head.dokumen).items()
    }
    add(counted, "sel", len(stored))
    for name in sorted({**written, **stored}):
        if written.get(name, KOSONG) != stored.get(name, KOSONG):
            said, holds = written.get(name, KOSONG).angka, stored.get(name, KOSONG).angka
            yield Beda(periode, "sel", f"{name}: jejak mencatat {said}, simpanan berisi {holds}.")


def _state(
    periode: str, keadaan: Keadaan, events: Iterable[Peristiwa], counted: dict[str, int]
) -> Iterator[Beda]:
    add(counted, "bulan")
    moves = [event.baru for event in events if event.aksi == "pindah"]
    reached = moves[-1] if moves else Keadaan.DISPOSISI_KABID.value
    if reached != keadaan.value:
        yield Beda(periode, "keadaan", f"Menurut jejak {reached}, tersimpan {keadaan.value}.")


def _reasons(
    ws: Workspace, periode: str, events: Iterable[Peristiwa], counted: dict[str, int]
) -> Iterator[Beda]:
    last = {e.objek: e for e in events if e.aksi == Aksi.JELASKAN_TEMUAN}
    given = {key: e.alasan for key, e in last.items() if e.baru is not None}
    stored = {key: row.alasan for key, row in ws.store.records.explanations(periode).items()}
    add(counted, "penjelasan", len(stored))
    for key in sorted(k for k in {**given, **stored} if given.get(k) != stored.get(k)):
        yield Beda(periode, "penjelasan", f"{key}: berbeda dengan jejak.")
