"""A screen that reads softcopies: quick ones at once, slow ones in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.penerimaan.reading_job import Terbaca, reading_job
from screens.penerimaan.latar import Latar
from screens.shell.kerangka import LayarBulan

SABAR = 0.3
"""Seconds that a reading may take before its progress is shown instead of its result."""
SELANG = 0.1
"""Seconds between two looks at a reading that goes on."""
SIBUK = "Softcopy sedang dibaca. Tunggu, atau tekan Esc untuk membatalkan."


class LayarPembaca(LayarBulan):
    """``baca`` starts a reading; ``sesudah_baca`` or ``gagal_baca`` is called at its end.

    The screen has a Static ``#kemajuan``, hidden while nothing is read.
    """

    class Terpantau(Message):
        """It is time to look at the reading."""

    latar: Latar | None = None
    _jam: Timer | None = None

    def sesudah_baca(self, read: Terbaca) -> None:
        """Take over what was read."""
        raise NotImplementedError

    def gagal_baca(self) -> None:
        """Go back to what was there before: the reading failed or was cancelled."""
        raise NotImplementedError

    def baca(self, paths: Sequence[Path]) -> None:
        """Read over what the month has; keys stay alive, Esc cancels."""
        self._sudahi()
        self.latar = Latar(reading_job(self.ws, self.periode, paths))
        if self.latar.tunggu(SABAR):
            self._selesai()
            return
        self._tunjukkan()
        self._jam = self.set_interval(SELANG, lambda: self.post_message(self.Terpantau()))

    def on_layar_pembaca_terpantau(self) -> None:
        """Show the progress, or the result."""
        if self.latar is None:
            return
        if self.latar.selesai:
            self._selesai()
        else:
            self._tunjukkan()

    def _selesai(self) -> None:
        done = self._sudahi()
        if done is None:
            return
        if done.gagal:
            self.gagal_baca()
        self.sesudah_baca(done.hasil)

    def _tunjukkan(self) -> None:
        line = self.query_one("#kemajuan", Static)
        line.display = True
        if self.latar is not None:
            line.update(f"{self.latar.baris()}\nEsc membatalkan")

    def _sudahi(self) -> Latar | None:
        """Stop looking; gives the reading that was looked at."""
        if self._jam is not None:
            self._jam.stop()
        for line in self.query("#kemajuan"):
            line.display = False
        done, self.latar, self._jam = self.latar, None, None
        return done

    def on_unmount(self) -> None:
        """A reading does not outlive its screen."""
        if self.latar is not None:
            self.latar.batal()

    def pastikan_siap(self) -> None:
        """Ditolak while something is being read."""
        if self.latar is not None:
            raise Ditolak(SIBUK)

    def action_kembali(self) -> None:
        """Cancel the reading, else go back."""
        if self.latar is None:
            super().action_kembali()
            return
        self.latar.batal()
        self._sudahi()
        self.gagal_baca()
        self.pesan("Pembacaan dibatalkan. Tidak ada yang berubah.")
