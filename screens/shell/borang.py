"""Forms: labelled fields that hold a record's texts, boxes and choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from screens.shell.centang import Centang

Ruas = Input | TextArea | Centang


class Borang(VerticalScroll, can_focus=False):
    """Rows of fields; arrows and Enter go from field to field, each field is named by its id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    Borang {
        height: 1fr;
        overflow-x: hidden;
        .baris { height: auto; width: 100%; }
        .label { width: 15; height: 1; text-wrap: nowrap; }
        .label-kedua { margin-left: 2; }
        .bagian { height: 1; text-style: bold; width: 100%; }
        Input, TextArea, Input:focus, TextArea:focus {
            background: ansi_default; background-tint: transparent; border: none; padding: 0;
        }
        Input { width: 1fr; }
        TextArea { width: 1fr; height: 2; overflow-x: hidden; scrollbar-size-vertical: 0; }
        Input:focus, TextArea:focus { text-style: underline; }
        *:disabled { opacity: 1; }
    }
    """

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field."""
        event.stop()
        self.screen.focus_next()

    def ruas(self) -> Iterator[tuple[str, Ruas]]:
        """All fields with their names."""
        for widget in self.query("Input, TextArea, Centang").results():
            if isinstance(widget, Input | TextArea | Centang) and widget.id:
                yield widget.id, widget

    def isi(self) -> dict[str, Any]:
        """What the fields hold: texts, or the ticked choices."""
        return {name: _nilai(widget) for name, widget in self.ruas()}

    def tulis(self, nilai: Mapping[str, Any]) -> None:
        """Fill the fields in."""
        for name, widget in self.ruas():
            if name in nilai:
                _taruh(widget, nilai[name])

    def kunci(self, terbuka: set[str]) -> None:
        """Let only the named fields be changed."""
        for name, widget in self.ruas():
            widget.disabled = name not in terbuka


def _nilai(widget: Ruas) -> Any:
    if isinstance(widget, Centang):
        return widget.nilai
    return widget.value if isinstance(widget, Input) else widget.text


def _taruh(widget: Ruas, value: Any) -> None:
    if isinstance(widget, Centang):
        widget.nilai = value
    elif isinstance(widget, Input):
        widget.value = value
    elif widget.text != value:
        widget.load_text(value)


class TeksPanjang(TextArea):
    """A field of several lines; no key marks text, which the next letter would then replace."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f6,f7", "app.bell", show=False)]


def teks_panjang(id: str) -> TextArea:
    """A field of two lines for longer texts."""
    return TeksPanjang(
        id=id, compact=True, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False
    )


def baris(*bagian: tuple[str, Widget]) -> ComposeResult:
    """One row of labelled fields beside each other."""
    with Horizontal(classes="baris"):
        for place, (label, widget) in enumerate(bagian):
            yield Static(label, classes="label label-kedua" if place else "label", markup=False)
            yield widget


def judul(teks: str) -> Static:
    """A heading inside a form."""
    return Static(teks, classes="bagian", markup=False)


class SatuBaris(Input):
    """A field of one line: the first key typed replaces what stands in it; arrows or F2 edit it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "end", show=False)]


def satu_baris(id: str) -> Input:
    """A field of one line."""
    return SatuBaris(id=id, compact=True)
