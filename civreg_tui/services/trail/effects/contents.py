"""What is kept as it came or was made: softcopies, revisions, deliveries.

An event names them by their hash only: they are taken from the source, when they have that hash.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import msgspec

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.laporan import Bahan
from civreg_tui.services.serial import dump
from civreg_tui.services.trail.effects.run import Efek, Ulang
from civreg_tui.store.trail import Peristiwa


def _files(run: Ulang, periode: str, event: Peristiwa) -> None:
    if event.objek != "softcopy":
        return
    wanted = msgspec.json.decode(event.baru or "[]", type=list[str])
    for file in run.asal.records.softcopies(periode):
        if file.sha256 in wanted and hashlib.sha256(file.isi).hexdigest() == file.sha256:
            run.hasil.records.put_softcopy(periode, replace(file, oleh=event.akun))


def _validated(run: Ulang, periode: str, event: Peristiwa) -> None:
    for row in run.asal.records.revisions(periode):
        whole = hashlib.sha256(row.isi.encode("utf-8", "surrogateescape")).hexdigest() == event.baru
        if row.kode == event.objek and whole:
            made = replace(
                row, hash=event.baru or "", oleh=event.akun, pada=event.waktu, gugur=None
            )
            run.hasil.records.put_revision(made)


def _delivered(run: Ulang, periode: str, event: Peristiwa) -> None:
    number = event.objek.partition("/")[2]
    if not number:
        return
    for made in run.asal.records.deliveries(periode):
        whole = hashlib.sha256(made.isi).hexdigest() == event.baru
        if str(made.no) == number and whole:
            kept = replace(made, sha256=event.baru or "", oleh=event.akun, pada=event.waktu)
            run.hasil.records.put_delivery(periode, kept)
    run.hasil.records.put_form(periode, "bahan", dump(Bahan()))


EFFECTS: dict[str, Efek] = {
    Aksi.TERIMA_LAPORAN: _files,
    Aksi.TERIMA_SUSULAN: _files,
    Aksi.VALIDASI: _validated,
    Aksi.SAMPAIKAN_LAKIP: _delivered,
}
