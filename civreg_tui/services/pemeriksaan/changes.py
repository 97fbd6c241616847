"""What was done to a month since its last validation: cells net, and everything beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.trail_names import cell_of
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

_SELAIN_SEL = {
    "isi_kendali": "angka kendali",
    "ganti_acuan": "acuan DKB",
    "ganti_rincian": "rincian L/P",
    "catat_sel": "catatan",
    "putuskan_selisih": "selisih diputuskan",
    Aksi.JELASKAN_TEMUAN: "penjelasan",
    "jawab_pengembalian": "jawaban",
}
"""Acts beside keying that change what a recap rests on, in words."""


@dataclass(frozen=True, slots=True)
class UbahSel:
    """A cell whose figure is another one than at the last validation (or the beginning).

    ``kali`` is how often it was written, ``pada`` when it was last (UTC, ISO); ``pertama`` is
    the first figure that stood there.
    """

    dokumen: str
    alamat: Alamat
    lama: int | None
    baru: int | None
    oleh: str
    pada: str
    kali: int
    pertama: int | None = None

    @property
    def semula(self) -> int | None:
        """What the figure replaced: the old one, else the first that was keyed."""
        return self.pertama if self.lama is None else self.lama

    @property
    def dikoreksi(self) -> bool:
        """Whether a figure that was there was replaced."""
        return self.lama is not None or self.kali > 1


@dataclass(frozen=True, slots=True)
class UbahLain:
    """Something else that changed: what, where, from what to what, why and by whom."""

    hal: str
    objek: str
    lama: str
    baru: str
    alasan: str
    oleh: str


def cell_changes(ws: Workspace, periode: str) -> tuple[UbahSel, ...]:
    """The net change of every cell; corrected figures first, then what was filled in."""
    written: dict[str, list[Peristiwa]] = {}
    for event in _since_validation(ws, periode):
        if event.aksi == Aksi.ISI_SEL:
            written.setdefault(event.objek, []).append(event)
    found = [_net(name, events) for name, events in written.items()]
    return tuple(sorted((c for c in found if c.lama != c.baru), key=lambda c: not c.dikoreksi))


def _net(name: str, events: Sequence[Peristiwa]) -> UbahSel:
    last, keyed = events[-1], [_figure(event.baru) for event in events]
    return UbahSel(
        *cell_of(name), _figure(events[0].lama), keyed[-1], last.akun, last.waktu, len(events),
        next((figure for figure in keyed if figure is not None), None),
    )  # fmt: skip


def _figure(text: str | None) -> int | None:
    return msgspec.json.decode(text, type=Isian).angka if text else None


def other_changes(ws: Workspace, periode: str) -> tuple[UbahLain, ...]:
    """Control totals, base, notes, reasons and decisions since the last validation."""
    return tuple(
        UbahLain(_SELAIN_SEL[e.aksi], e.objek, e.lama or "", e.baru or "", e.alasan, e.akun)
        for e in _since_validation(ws, periode)
        if e.aksi in _SELAIN_SEL
    )


def ever_validated(ws: Workspace, periode: str) -> bool:
    """Whether the month was validated before."""
    return any(e.aksi == Aksi.VALIDASI for e in ws.store.trail.events(periode))


def _since_validation(ws: Workspace, periode: str) -> list[Peristiwa]:
    events: list[Peristiwa] = []
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.VALIDASI:
            events = []
        else:
            events.append(event)
    return events
