"""On which page everything falls, so that the table of contents is right before any update.

All lines have exact distances and all letters known widths; heights are in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from civreg_tui.papers.docx_base import F4, Kertas
from civreg_tui.papers.lakip.huruf import MM_PER_POINT

AWAL_MIN = 2
"""Widow and orphan control: fewest lines of a paragraph at the foot or head of a page."""


@dataclass(frozen=True, slots=True)
class Balok:
    """A piece of the flow: pieces that may part, space around, and what it must stay with."""

    potongan: tuple[float, ...]
    sebelum: float = 0.0
    sesudah: float = 0.0
    dengan_berikut: bool = False
    utuh: bool = False
    halaman_baru: bool = False
    kepala: float = 0.0
    tanda: str = ""

    @property
    def awal(self) -> float:
        """The least height that must fit where the block begins."""
        if self.utuh or len(self.potongan) <= AWAL_MIN + 1:
            return sum(self.potongan)
        return sum(self.potongan[:AWAL_MIN])


def _bersama(pair: Sequence[Balok]) -> bool:
    """Whether a block must stay on a page with the next one."""
    return len(pair) == 2 and pair[0].dengan_berikut and not pair[1].halaman_baru


@dataclass
class TataHalaman:
    """Lets blocks flow over pages of one paper and remembers where the marked ones begin."""

    kertas: Kertas = F4
    halaman: int = 1
    letak: dict[str, int] = field(default_factory=dict)
    _y: float = 0.0
    _sisa: float = 0.0

    @property
    def tinggi(self) -> float:
        """The height of the text on a page."""
        top, _, bottom, _ = self.kertas.tepi
        return (self.kertas.tinggi - top - bottom) / MM_PER_POINT

    def ganti_kertas(self, kertas: Kertas) -> None:
        """A new section on other paper."""
        self.kertas = kertas
        self.baru()

    def baru(self) -> None:
        """The next page."""
        self.halaman, self._y, self._sisa = self.halaman + 1, 0.0, 0.0

    def alirkan(self, blok: Sequence[Balok]) -> None:
        """Place the blocks one after another; chains that stay together move together."""
        index = 0
        while index < len(blok):
            end = index
            while _bersama(blok[end : end + 2]):
                end += 1
            self._rangkaian(blok[index : end + 1])
            index = end + 1

    def _rangkaian(self, chain: Sequence[Balok]) -> None:
        if chain[0].halaman_baru and self._y:
            self.baru()
        need = sum(max(b.sebelum, 0) + sum(b.potongan) + b.sesudah for b in chain[:-1])
        need += chain[-1].sebelum + chain[-1].awal
        if self._y and self._y + need > self.tinggi:
            self.baru()
        for block in chain:
            self._letakkan(block)

    def _letakkan(self, block: Balok) -> None:
        gap = max(block.sebelum, self._sisa) if self._y else block.sebelum
        self._y += gap
        if block.tanda:
            self.letak[block.tanda] = self.halaman
        for index, piece in enumerate(block.potongan):
            left = len(block.potongan) - index
            room = piece if left != AWAL_MIN or block.kepala else piece * AWAL_MIN
            if self._y and self._y + room > self.tinggi + 0.5:
                self.baru()
                self._y += block.kepala
            self._y += piece
        self._sisa = block.sesudah
