"""What others did while a screen is open: looked for every moment, at the price of one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from civreg_tui.domain.langkah import TABEL, Aksi
from civreg_tui.domain.trail_names import document_of
from civreg_tui.services.month.acts import BUKAN_TINDAKAN, MENYERTAI
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

_BUKAN_KABAR = BUKAN_TINDAKAN | MENYERTAI | {"pindah"}
"""What nobody is told: the act it goes with says it."""

Acts = tuple[Peristiwa, ...]
"""What others did, the oldest first."""
JEDA_KETIK = 0.4
"""Seconds after a key in which no look is taken: the answer to the key comes first."""
TERLAMBAT = 1.9
"""Seconds from one look to the next, at most, however fast somebody types."""


def wait_to_look(now: float, looked: float, typed: float, every: float) -> float:
    """Seconds to wait for the next look, between the keys if there is room; 0 when it is due.

    ``looked`` and ``typed`` are the moments of the last look and of the last key.
    """
    between = max(looked + every, typed + JEDA_KETIK)
    return max(0.0, min(between, looked + TERLAMBAT) - now)


@dataclass(frozen=True, slots=True)
class Kabar:
    """What a look found: whether anything was written by another program, and which acts."""

    berubah: bool
    peristiwa: Acts = ()


class Pengamat:
    """Watches the store for one open program."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._version = ws.store.database.version()
        self._last = ws.store.trail.next_number() - 1

    def look(self) -> Kabar:
        """What other programs wrote since the last look; reads nothing else when nothing was."""
        version = self._ws.store.database.version()
        if version == self._version:
            return Kabar(False)
        self._version = version
        events = list(self._ws.store.trail.events(after=self._last))
        self._last = events[-1].no if events else self._last
        me = (self._ws.pelaku.akun, self._ws.pelaku.tempat)
        news = (e for e in events if (e.akun, e.tempat) != me and e.aksi not in _BUKAN_KABAR)
        return Kabar(True, tuple(news))


def in_words(events: Sequence[Peristiwa]) -> str:
    """The last of others' acts in one line: ``siti mengisi 2 sel AK017.``"""
    last = events[-1]
    mine = [e for e in events if (e.akun, e.aksi) == (last.akun, last.aksi)]
    if last.aksi == Aksi.ISI_SEL:
        documents = ", ".join(sorted({document_of(e.objek) for e in mine}))
        return f"{last.akun} mengisi {len(mine)} sel {documents}."
    label = next((row.label for row in TABEL if row.aksi == last.aksi), last.aksi.replace("_", " "))
    return f"{last.akun}: {label[0].lower()}{label[1:]}."
