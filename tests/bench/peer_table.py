"""The peer: the same sheet in a bare Textual DataTable with an Input over it, nothing tuned."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.coordinate import Coordinate
from textual.screen import ModalScreen
from textual.widgets import DataTable, Footer, Header, Input, Static

from tests.terminal.fake_model import COLUMNS, FakeModel


class Help(ModalScreen[None]):
    """A page of text."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        yield Static("\n".join(f"key {number}: does something" for number in range(15)))


class PeerTable(App[None]):
    """Digits go to the Input, Enter puts them into the cell and moves on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "quit", "Quit"),
        ("f1", "help", "Help"),
        ("t", "other", "Other"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.seed = 7

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable()
        yield Input()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("KAB/KOTA", *(f"{c.group} {c.head}" for c in COLUMNS))
        self.fill()
        table.focus()

    def fill(self) -> None:
        model = FakeModel().fill(self.seed)
        table = self.query_one(DataTable)
        table.clear()
        for row, region in enumerate(model.rows):
            table.add_row(region.label, *(model.cell(row, c).text for c in range(len(COLUMNS))))

    def on_key(self, event: events.Key) -> None:
        entry = self.query_one(Input)
        if event.character and event.character.isdigit() and not entry.has_focus:
            entry.value = event.character
            entry.focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        table = self.query_one(DataTable)
        place = table.cursor_coordinate
        table.update_cell_at(place, message.value)
        table.update_cell_at(Coordinate(place.row, 8), message.value)
        table.move_cursor(row=place.row + 1)
        message.input.value = ""
        table.focus()

    def action_help(self) -> None:
        self.push_screen(Help())

    def action_other(self) -> None:
        self.seed += 1
        self.fill()


if __name__ == "__main__":
    PeerTable().run()
