"""The application: one store, a stack of screens, and one place where errors become a line."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode

from civreg_tui.applog import log_line
from civreg_tui.crash import crash_line, write_crash
from civreg_tui.domain.langkah import GILIRAN
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.errors import EXPECTED
from civreg_tui.services.people.presence import leave
from civreg_tui.services.people.watch import Pengamat, wait_to_look
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import StoreBermasalah, engine_line
from civreg_tui.store.trail import Peristiwa
from civreg_tui.terminal.frugal import FrugalApp
from screens.shell.kerangka import LayarDasar
from screens.shell.rute import buka, meja_kerja

AMATI = 1.5
"""Seconds between two looks at what others wrote, while nobody types."""


_SEDIKIT = 0.001


class CivregApp(FrugalApp[None]):
    """Opens at the home screen, or straight at a month: at a step, else at its current one."""

    TITLE = "civreg-tui"
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 0
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("gambar", "redraw", show=False),
        khusus("ctrl+c", "cara_keluar", "Cara keluar", show=False),
    ]
    CSS_PATH = None

    def __init__(
        self,
        ws: Workspace,
        *,
        period: str | None = None,
        step: int | None = None,
        document: str | None = None,
    ) -> None:
        super().__init__()
        self.ws = ws
        self._target = (period, step, document)
        self._kabar: list[Peristiwa] = []
        """Others' acts that the screen on top has not shown yet."""
        self._dilihat = self._diketik = monotonic()

    def on_mount(self) -> None:
        """Show the home screen and, over it, the screen that was asked for."""
        period, step, document = self._target
        self._take_turn(period)
        self._pengamat = Pengamat(self.ws)
        self.set_timer(AMATI, self._amati)
        self.push_screen(meja_kerja(self.ws, period))
        if period is not None:
            try:
                self.push_screen(buka(self.ws, period, step, document))
            except EXPECTED as error:
                self.call_after_refresh(self.report, error)

    async def on_event(self, event: events.Event) -> None:
        """Note when a key was pressed: others' work is shown between the keys."""
        if isinstance(event, events.Key):
            self._diketik = monotonic()
        await super().on_event(event)

    def key_taken(self) -> None:
        """The same for a key that did not come as an event."""
        self._diketik = monotonic()

    def _amati(self) -> None:
        """Look at what others wrote when it is time, and see to the next look."""
        if not self.screen_stack:
            return  # the program is just ending
        due = wait_to_look(monotonic(), self._dilihat, self._diketik, AMATI) <= 0
        if due and not self._lihat():
            return
        if due:
            self._dilihat = monotonic()
        left = wait_to_look(monotonic(), self._dilihat, self._diketik, AMATI)
        self.set_timer(left + _SEDIKIT, self._amati)

    def _lihat(self) -> bool:
        """Bring what others wrote to the screen on top, if it can take it; False ends looking."""
        try:
            found = self._pengamat.look()
            self._kabar += found.peristiwa
            top = self.screen
            if isinstance(top, LayarDasar) and top.siap and top.ws is self.ws:
                if self._kabar and top.dari_lain(tuple(self._kabar)):
                    self._kabar.clear()
                elif found.berubah:
                    top.hadir_berubah()
        except NoMatches:
            return True  # the screen is just being taken down
        except EXPECTED as error:
            self.report(error)
            return False
        return True

    def on_unmount(self) -> None:
        """Nobody is where this program was any more."""
        leave(self.ws)

    def _take_turn(self, period: str | None) -> None:
        """A demo begins in the role whose turn it is."""
        months = self.ws.store.months.all()
        month = next((m for m in months if m.periode == period), months[-1] if months else None)
        if self.ws.demo and self.ws.pelaku.dipilih is None:
            role = GILIRAN[month.keadaan][0] if month else "kabid"
            self.ws.pelaku = self.ws.pelaku.sebagai(role or "kabid")

    async def run_action(
        self,
        action: Any,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Perform what a key asks for; a refusal becomes one line on the screen."""
        clear = getattr(self.screen, "pesan", None)
        if clear is not None and not str(action).startswith("app."):
            clear("")
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except EXPECTED as error:
            self.report(error)
            return True

    def report(self, error: Exception) -> None:
        """Show an expected error on the screen on top; the store's own go to the log too."""
        if isinstance(error, StoreBermasalah):
            log_line(self.ws.store.folder, self.ws.pelaku.akun, str(error))
        refuse = getattr(self.screen, "refuse", None)
        if refuse is None:
            raise error
        refuse(error)

    def action_cara_keluar(self) -> None:
        """Tell who presses Ctrl+C how the program is left."""
        self.report(SalahIsi("Untuk keluar: Esc sampai meja kerja, lalu q."))

    def keep_draft(self, reason: str) -> None:
        """Let every screen keep what is half-typed; one that cannot is named in the log."""
        for screen in self.screen_stack:
            keep = getattr(screen, "simpan_draf", None)
            if keep is None:
                continue
            try:
                keep()
            except EXPECTED as error:
                lost = f"{reason}: ketikan pada {type(screen).__name__} tidak tersimpan"
                log_line(
                    self.ws.store.folder, self.ws.pelaku.akun, f"{lost}: {type(error).__name__}"
                )

    def fatal_line(self, error: BaseException) -> str:
        """One line for an unexpected error, which is written to a report."""
        return engine_line(error) or crash_line(write_crash(error, self.ws.store.folder / "log"))
