"""Seeing everything as it was at the end of a day, from the home screen."""

from __future__ import annotations

from contextlib import ExitStack

from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.workspace import Workspace
from screens.shell.dialog import IsianTeks
from screens.shell.kerangka import LayarDasar


class MelihatDulu(LayarDasar):
    """Opens the home screen over the store as a day left it."""

    def __init__(self, ws: Workspace) -> None:
        super().__init__(ws)
        self._dulu = ExitStack()

    def layar_dulu(self, ws: Workspace) -> LayarDasar:
        """The home screen over the store of that day."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """From a past day one goes back, not on to another."""
        if action == "per_tanggal" and self.ws.per_tanggal:
            return False
        return super().check_action(action, parameters)

    def action_per_tanggal(self) -> None:
        """Ask for a day and show everything as it was when that day ended."""
        today = f"{office_today(self.ws)}"
        question = IsianTeks("Lihat seperti pada suatu tanggal", "Tanggal", today)
        self.tanya(question, lambda jawaban: self._ke_tanggal(jawaban["teks"]))

    def _ke_tanggal(self, teks: str) -> None:
        from civreg_tui.services.trail.past import as_of, parse_day

        past = self._dulu.enter_context(as_of(self.ws, parse_day(teks)))
        self.buka(self.layar_dulu(past))

    def on_unmount(self) -> None:
        """Close the stores of past days."""
        self._dulu.close()
