"""The application: one store, a stack of screens, and one place where errors become a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.dom import DOMNode

from civreg_tui.crash import crash_line, write_crash
from civreg_tui.domain.langkah import GILIRAN
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.errors import EXPECTED
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import engine_line
from civreg_tui.terminal.frugal import FrugalApp
from screens.rute import buka, meja_kerja


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

    def on_mount(self) -> None:
        """Show the home screen and, over it, the screen that was asked for."""
        period, step, document = self._target
        self._take_turn(period)
        self.push_screen(meja_kerja(self.ws, period))
        if period is not None:
            try:
                self.push_screen(buka(self.ws, period, step, document))
            except EXPECTED as error:
                self.call_after_refresh(self.report, error)

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
        """Show an expected error on the screen on top."""
        refuse = getattr(self.screen, "refuse", None)
        if refuse is None:
            raise error
        refuse(error)

    def action_cara_keluar(self) -> None:
        """Tell who presses Ctrl+C how the program is left."""
        self.report(SalahIsi("Untuk keluar: Esc sampai meja kerja, lalu q."))

    def keep_draft(self, reason: str) -> None:
        """Let every screen keep what is half-typed before the program ends."""
        del reason
        for screen in self.screen_stack:
            keep = getattr(screen, "simpan_draf", None)
            if keep is not None:
                keep()

    def fatal_line(self, error: BaseException) -> str:
        """One line for an unexpected error, which is written to a report."""
        return engine_line(error) or crash_line(write_crash(error, self.ws.store.folder / "log"))

    def panic(self, *renderables: Any) -> None:
        """End like any unexpected error: one line, never a traceback on screen."""
        del renderables
        self._fatal_error()
