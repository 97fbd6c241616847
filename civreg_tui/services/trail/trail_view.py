"""The trail looked at by month, person or cell, and as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civreg_tui.domain import saat
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

KEPALA = ("no", "waktu_utc", "waktu_setempat", "akun", "peran", "sebutan", "tempat", "periode",
          "aksi", "objek", "lama", "baru", "alasan", "kelompok", "hash")  # fmt: skip


def trail_view(
    ws: Workspace, periode: str | None = None, *, akun: str = "", objek: str = ""
) -> Iterator[Peristiwa]:
    """Events of a month, an account, and a cell (``AK017/13.06/wajib/jml``) or its beginning."""
    parts = [part for part in objek.strip("/").split("/") if part]
    for event in ws.store.trail.events(periode):
        fits = event.objek.split("/")[: len(parts)] == parts
        if fits and akun in {"", event.akun}:
            yield event


def trail_csv(events: Iterable[Peristiwa]) -> bytes:
    """The events as CSV (UTF-8 with BOM, ``;``); no text can be taken for a formula."""
    from civreg_tui.papers.tabel_csv import tabel_csv

    return tabel_csv(KEPALA, map(_row, events))


def _row(e: Peristiwa) -> tuple[str | int | None, ...]:
    local = saat.pada(e.waktu).isoformat(" ", "seconds")
    return (e.no, e.waktu, local, e.akun, e.peran, e.sebutan, e.tempat, e.periode, e.aksi,
            e.objek, e.lama, e.baru, e.alasan, e.kelompok, e.hash)  # fmt: skip
