"""Asking for the PIN, and setting it; what is typed is never shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from civreg_tui.services.errors import EXPECTED
from screens.shell.dialog import Dialog

MENGETIK = {"pin": "PIN"}
MEMBUAT = {"baru": "PIN baru", "ulang": "PIN baru sekali lagi"}
MENGGANTI = {"lama": "PIN sekarang", **MEMBUAT}


class TanyaPin(Dialog[Mapping[str, str]]):
    """One or more hidden lines; Enter goes to the next, in the last one it answers.

    ``periksa`` may raise an expected error, which is shown in the box.
    """

    def __init__(
        self,
        judul: str,
        ruas: Mapping[str, str],
        periksa: Callable[[Mapping[str, str]], object],
    ) -> None:
        super().__init__(judul, "Enter Lanjut   Esc Batal")
        self.ruas, self.periksa = ruas, periksa

    def isi(self) -> ComposeResult:
        """The hidden lines with their names."""
        for key, label in self.ruas.items():
            with Horizontal(classes="ruas"):
                yield Static(label, markup=False)
                yield Input(password=True, id=key, max_length=64, compact=True)

    def on_mount(self) -> None:
        """Begin in the first line."""
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def _lanjut(self, event: Input.Submitted) -> None:
        event.stop()
        lines = list(self.query(Input))
        following = lines.index(event.input) + 1
        if following < len(lines):
            lines[following].focus()
            return
        answers = {str(line.id): line.value for line in lines}
        try:
            self.periksa(answers)
        except EXPECTED as error:
            self.refuse(error)
            self._kosongkan(lines)
        else:
            self.dismiss(answers)

    def _kosongkan(self, lines: list[Input]) -> None:
        """Begin again with empty lines."""
        for line in lines:
            line.value = ""
        lines[0].focus()
