"""A small program around the entry grid: what the tests of this layer drive and measure.

`python -m tests.terminal.demo_grid [--draft FILE] [--empty]`
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from civreg_tui.terminal import environment

environment.prepare()

from textual.app import ComposeResult  # noqa: E402
from textual.binding import BindingType  # noqa: E402
from textual.containers import Vertical  # noqa: E402
from textual.screen import ModalScreen, Screen  # noqa: E402
from textual.widgets import Input, OptionList, Static  # noqa: E402

from civreg_tui.terminal.frugal import FrugalApp  # noqa: E402
from civreg_tui.terminal.grid import EntryGrid  # noqa: E402
from civreg_tui.terminal.grid_model import legend  # noqa: E402
from tests.terminal.fake_model import FakeModel  # noqa: E402


def help_lines() -> Iterator[str]:
    yield "TOMBOL"
    yield "angka, Enter   simpan dan lanjut"
    yield "F2             ubah di tempat, Esc batal"
    yield "Del            kosongkan, - nihil"
    yield ""
    for sign in legend():
        yield f"{sign.mark}  {sign.name:12} {sign.meaning}"


class Help(ModalScreen[None]):
    """A page of text over the sheet."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Tutup")]

    def compose(self) -> ComposeResult:
        yield Static("\n".join(help_lines()), markup=False)


class Find(ModalScreen[str]):
    """A dialog with an input and a list."""

    CSS = "Find { align: center middle; } Find Vertical { width: 40; height: 8; }"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Tutup")]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder="kab/kota", compact=True)
            yield OptionList("Agam", "Solok 世界", "Pasaman")


class Sheet(Screen[None]):
    """Title, grid, message."""

    BINDINGS: ClassVar[list[BindingType]] = [("f1", "help", "Bantuan"), ("slash", "find", "Cari")]
    CSS = "Static { height: 1; }"

    def __init__(self, model: FakeModel) -> None:
        super().__init__()
        self.model = model

    def compose(self) -> ComposeResult:
        yield Static("REKAP AKTA KELAHIRAN 0-17 TAHUN - DESEMBER 2024 - ENTRI", markup=False)
        yield EntryGrid(self.model)
        yield Static("F1 bantuan  / cari  t dokumen lain  q keluar", id="pesan", markup=False)

    def say(self, sentence: str) -> None:
        self.query_one("#pesan", Static).update(sentence)

    def on_entry_grid_refused(self, message: EntryGrid.Refused) -> None:
        self.say(message.sentence)

    def on_entry_grid_paste_asked(self, message: EntryGrid.PasteAsked) -> None:
        self.say(f"TEMPEL {len(message.plan.changes)} sel")
        self.query_one(EntryGrid).apply_paste(message.plan)

    def on_entry_grid_finished(self) -> None:
        self.say("SELESAI")

    def action_help(self) -> None:
        self.app.push_screen(Help())

    def action_find(self) -> None:
        self.app.push_screen(Find())


class DemoGrid(FrugalApp[None]):
    """The demo program; keeps a draft in a file when its line is cut."""

    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "quit", "Keluar"),
        ("t", "other", "Dokumen lain"),
        ("z", "wide", "Huruf lebar"),
        ("x", "break", "Kesalahan"),
        ("ctrl+p", "command_palette", "Perintah"),
        ("ctrl+z", "suspend_process", "Tunda"),
    ]

    def __init__(self, *, draft: Path | None = None, empty: bool = False) -> None:
        super().__init__()
        self.draft_file = draft
        self.seed = 0
        self.model = FakeModel() if empty else FakeModel().fill()

    def on_mount(self) -> None:
        self.push_screen(Sheet(self.model))

    @property
    def grid(self) -> EntryGrid:
        return next(screen for screen in self.screen_stack if isinstance(screen, Sheet)).query_one(
            EntryGrid
        )

    def action_other(self) -> None:
        self.seed += 1
        self.model = FakeModel().fill(self.seed)
        self.grid.set_model(self.model)

    def action_wide(self) -> None:
        self.notify("世界 ≠ é [/] 𝕏", markup=False)

    def action_break(self) -> None:
        self.set_timer(0.01, self._fail)
        self._fail()

    def _fail(self) -> None:
        raise ZeroDivisionError("sengaja")

    def keep_draft(self, reason: str) -> None:
        if self.draft_file is not None:
            draft = self.grid.draft
            self.draft_file.write_text(f"{reason} {draft.text if draft else ''}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--draft", type=Path)
    parser.add_argument("--empty", action="store_true")
    options = parser.parse_args()
    app = DemoGrid(draft=options.draft, empty=options.empty)
    app.run()
    raise SystemExit(app.return_code)


if __name__ == "__main__":
    main()
