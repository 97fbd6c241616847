"""Reading in the background: keys go on, progress can be looked at, and it can be told to stop."""

from __future__ import annotations

import threading

from civreg_tui.services.penerimaan.reading_job import Pembacaan, Terbaca

LEBAR_BATANG = 20
"""Cells of the progress bar."""


class Latar:
    """One reading job in a thread of its own."""

    def __init__(self, pekerjaan: Pembacaan) -> None:
        self.pekerjaan = pekerjaan
        self._hasil: Terbaca | None = None
        self._galat: BaseException | None = None
        self._berhenti = threading.Event()
        self._kemajuan = (-1, max(1, len(pekerjaan.paths)), "")
        self._lembar = 0
        self._utas = threading.Thread(target=self._kerja, name="baca-softcopy", daemon=True)
        self._utas.start()

    def _kerja(self) -> None:
        try:
            self._hasil = self.pekerjaan.run(self._catat, self._berhenti.is_set)
        except BaseException as error:  # noqa: BLE001 - handed to the screen by ``hasil``
            self._galat = error

    def _catat(self, selesai: int, semua: int, apa: str) -> None:
        self._lembar = 0 if selesai != self._kemajuan[0] else self._lembar + 1
        self._kemajuan = (selesai, semua, apa)

    def tunggu(self, detik: float) -> bool:
        """Wait so long at most; whether it is done."""
        self._utas.join(detik)
        return self.selesai

    @property
    def selesai(self) -> bool:
        """Whether the reading ended, well or not."""
        return not self._utas.is_alive()

    def batal(self) -> None:
        """Stop at the next worksheet; what was read is thrown away."""
        self._berhenti.set()

    @property
    def gagal(self) -> bool:
        """Whether there is no result: ``hasil`` raises why."""
        return self._hasil is None

    @property
    def hasil(self) -> Terbaca:
        """What was read, once it is done; raises what the reading raised."""
        if self._galat is not None:
            raise self._galat
        if self._hasil is None:
            raise RuntimeError("the reading is not done")
        return self._hasil

    def baris(self) -> str:
        """The progress as a line with a bar."""
        done, total, what = max(0, self._kemajuan[0]), *self._kemajuan[1:]
        part = (done + self._lembar / (self._lembar + 2)) / max(1, total)
        full = min(LEBAR_BATANG, round(part * LEBAR_BATANG))
        bar = "#" * full + "-" * (LEBAR_BATANG - full)
        return f"Membaca [{bar}] berkas {min(done + 1, total)} dari {total}  {what}".rstrip()
