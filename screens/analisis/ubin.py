"""The tiles on the screen: name, state and percent; the terminal's cursor on the chosen one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget

from civreg_tui.terminal.tiles import Place, tile_lines

LEBAR = 15
"""Columns of a tile with the gap to the next."""
TINGGI = 2
"""Lines of a tile: its name and its figure."""
_GAYA = {"+": "ansi_green", "~": "ansi_yellow", "-": "bold ansi_yellow", "!": "bold ansi_red"}


@dataclass(frozen=True, slots=True)
class Ubin:
    """A tile: the region's short name, its state, its figure as the user reads it."""

    nama: str
    tanda: str
    angka: str


class PetaUbin(Widget, can_focus=True):
    """Draws tiles; moving and what they say is the screen's."""

    def __init__(self, letak: Mapping[str, Place], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.letak = letak
        self.ubin: Mapping[str, Ubin] = {}
        self.terpilih = ""
        self.keterangan: tuple[str, ...] = ()

    def tampilkan(
        self, ubin: Mapping[str, Ubin], terpilih: str, keterangan: tuple[str, ...]
    ) -> None:
        """Show other tiles, or another chosen one."""
        self.ubin, self.terpilih, self.keterangan = ubin, terpilih, keterangan
        self.refresh()

    def render(self) -> Content:
        """All tiles; the legend stands in the empty sea at the upper left."""
        texts = {k: (u.nama, f"{u.tanda} {u.angka:>7}") for k, u in self.ubin.items()}
        parts: list[tuple[str, str]] = []
        for number, line in enumerate(tile_lines(self.letak, texts, LEBAR, gap=self._jarak)):
            runs = line if any(run.tile for run in line) else []
            told = self.keterangan[number] if number < len(self.keterangan) else ""
            if told and (not runs or not runs[0].tile):
                parts.append((told[: LEBAR - 1].ljust(LEBAR), ""))
                runs = runs[1:]
            parts += [(run.text, self._gaya(run.tile)) for run in runs]
            parts.append(("\n", ""))
        return Content.assemble(*parts)

    @property
    def _jarak(self) -> int:
        """Blank lines between the rows of tiles, where there is room for them."""
        rows = max((row for row, _ in self.letak.values()), default=-1) + 1
        return 1 if self.size.height >= rows * (TINGGI + 1) - 1 else 0

    def _gaya(self, kode: str) -> str:
        if not kode or kode not in self.ubin:
            return ""
        look = _GAYA.get(self.ubin[kode].tanda, "")
        return f"{look} reverse".strip() if kode == self.terpilih else look

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor stands: the start of the chosen tile."""
        row, column = self.letak.get(self.terpilih, (0, 0))
        return self.content_region.offset + Offset(column * LEBAR, row * (TINGGI + self._jarak))
