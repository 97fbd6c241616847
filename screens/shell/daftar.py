"""A list to choose from: one plain line per entry, the terminal's cursor on the chosen one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.geometry import Offset
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Baris = tuple[str, str | Content]


class Daftar(OptionList):
    """An OptionList whose entries are (key, plain text); never markup, never wrapped."""

    DEFAULT_CSS: ClassVar[str] = """
    Daftar, Daftar:focus {
        border: none; padding: 0; height: auto; max-height: 100%; background: ansi_default;
        background-tint: transparent; text-wrap: nowrap; text-overflow: ellipsis;
        overflow-y: auto; scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted {
            color: ansi_default; background: ansi_default; text-style: bold;
        }
    }
    """

    def __init__(self, baris: Iterable[Baris] = (), *, id: str | None = None) -> None:
        super().__init__(*_options(baris), id=id, markup=False)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Textual's own, with the reverse video that it leaves out for component styles.

        Without bold, since PuTTY paints bold in reverse dark grey on grey.
        """
        style = super().get_visual_style(*component_classes, partial=partial)
        chosen = self.has_focus and "option-list--option-highlighted" in component_classes
        return style + Style(reverse=True, bold=False) if chosen else style

    def isi_ulang(self, baris: Iterable[Baris], pilih: str | None = None) -> None:
        """Replace the entries; the entry with key ``pilih`` (or the old one) stays chosen."""
        rows = list(baris)
        wanted = pilih if pilih is not None else self.terpilih
        place = self.highlighted or 0
        self.set_options(_options(rows))
        keys = [key for key, _ in rows]
        if keys:
            self.highlighted = keys.index(wanted) if wanted in keys else min(place, len(keys) - 1)

    @property
    def terpilih(self) -> str | None:
        """The key of the chosen entry, or None when the list is empty."""
        option = self.highlighted_option
        return option.id if option else None

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor stands: the start of the chosen line."""
        line = (self.highlighted or 0) - int(self.scroll_offset.y)
        return self.content_region.offset + Offset(0, max(0, line))


def _options(baris: Iterable[Baris]) -> list[Option]:
    return [Option(text, id=key) for key, text in baris]
