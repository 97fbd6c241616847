"""What the block fields of a template stand for, and whether all of the LAKIP is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from civreg_tui.domain.lakip import BagianLakip

Jenis = Literal["judul", "teks", "tabel", "grafik"]
PENGANTAR = "pengantar"
ISI, LAMPIRAN = "isi", "lampiran"


@dataclass(frozen=True, slots=True)
class Satuan:
    """A piece that can be placed: heading or text of a section, or one table or chart of it."""

    jenis: Jenis
    bagian: BagianLakip
    id: str

    @property
    def wajib(self) -> bool:
        """Whether leaving it out would lose words or figures."""
        if self.jenis == "teks":
            return bool(self.bagian.paragraf) or self.bagian.penilaian
        return self.jenis == "tabel"

    @property
    def sebutan(self) -> str:
        """How a message calls it."""
        if self.jenis == "tabel":
            title = next(t.judul for t in self.bagian.tabel if t.id == self.id)
            return f"tabel «{title}»"
        return f"bagian «{self.bagian.kepala}»"


def blok_templat(bagian: Sequence[BagianLakip]) -> dict[str, tuple[Satuan, ...]]:
    """Every block field by name with the pieces it stands for, in order."""
    body = [b for b in bagian if b.id != PENGANTAR and not b.lampiran]
    fields = {
        ISI: _berjudul(body),
        LAMPIRAN: _berjudul(b for b in bagian if b.lampiran),
    }
    for section in bagian:
        pieces = satuan(section)
        fields[f"bagian.{section.id}"] = pieces
        for piece in pieces:
            name = piece.id.removeprefix("grafik_") if piece.jenis == "grafik" else piece.id
            fields[f"{piece.jenis}.{name}"] = (piece,)
    return fields


def satuan(section: BagianLakip) -> tuple[Satuan, ...]:
    """The pieces of a section without its heading."""
    return (
        Satuan("teks", section, section.id),
        *(Satuan("tabel", section, table.id) for table in section.tabel),
        *(Satuan("grafik", section, chart.id) for chart in section.grafik),
    )


def _berjudul(bagian: Iterable[BagianLakip]) -> tuple[Satuan, ...]:
    return tuple(piece for b in bagian for piece in (Satuan("judul", b, b.id), *satuan(b)))


def belum_dimuat(bagian: Sequence[BagianLakip], used: Iterable[Satuan]) -> list[Satuan]:
    """The pieces that no field of the template brings in, though something would be lost."""
    placed = {(piece.jenis, piece.id) for piece in used}
    every = (piece for b in bagian for piece in satuan(b) if piece.wajib)
    return [piece for piece in every if (piece.jenis, piece.id) not in placed]
