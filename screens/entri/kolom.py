"""Which columns of a sheet are shown, and how wide, for the room there is (plain Python)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from civreg_tui.domain.lembar import NAMA_UKURAN, Kolom, Lembar, Seks, Ukuran
from civreg_tui.terminal.grid_model import Column

Jenis = Literal["angka", "persen", "lalu", "ubah"]
LEGA_LEBAR, LEGA_TINGGI = 112, 27
"""From this width and height on, names stand in full and columns in groups."""
LABEL_PENDEK, LABEL_PENUH = 12, 29
_TERLEBAR = 11
"""No figure's column is made wider than this."""


@dataclass(frozen=True)
class KolomLayar:
    """A column of the screen: figures (``kolom`` set), coverage, last month, or the change."""

    jenis: Jenis
    tampil: Column
    kolom: Kolom | None = None


@dataclass(frozen=True)
class Ruang:
    """The room for a sheet: columns of the terminal, and whether lines are plenty."""

    kolom: int = 80
    tinggi: bool = False

    @property
    def lebar(self) -> bool:
        """Whether names can stand in full."""
        return self.kolom >= LEGA_LEBAR

    @property
    def label(self) -> int:
        """Columns for the names."""
        return LABEL_PENUH if self.lebar else LABEL_PENDEK


def ruang(width: int, height: int) -> Ruang:
    """The room that a terminal of this size gives."""
    return Ruang(width, height >= LEGA_TINGGI)


def kolom_layar(sheet: Lembar, room: Ruang) -> tuple[KolomLayar, ...]:
    """All columns of a sheet from left to right: keyed, derived, coverage, last month.

    Last month is left out where it does not fit, and so is belum, which stands last among the
    figures; what room is left widens them.
    """
    figures = [_angka(sheet, kolom, grouped=room.tinggi) for kolom in _urut(sheet)]
    extras = []
    if sheet.dokumen.penyebut or sheet.dokumen.dilaporkan:
        extras.append(KolomLayar("persen", Column("persen", "", "%", 6, entry=False)))
    left = room.kolom - room.label - 1 - _lebar(figures) - _lebar(extras)
    if left < 0:
        left += _lebar(figures[-1:])
        figures.pop()
    last = _bulan_lalu(sheet, grouped=room.tinggi)
    if _lebar(last) <= left:
        extras += last
        left -= _lebar(last)
    return (*_lebarkan(figures, left), *extras)


def _lebar(columns: Sequence[KolomLayar]) -> int:
    return sum(k.tampil.width + 1 for k in columns)


def _lebarkan(figures: Sequence[KolomLayar], left: int) -> Iterator[KolomLayar]:
    """The figures' columns with the room that is left shared among them."""
    more = left // len(figures)
    for k in figures:
        width = max(k.tampil.width, min(_TERLEBAR, k.tampil.width + more))
        yield replace(k, tampil=replace(k.tampil, width=width))


def _urut(sheet: Lembar) -> Iterator[Kolom]:
    """Keyed columns in the order of the paper, the sum of L and P behind them, then belum."""
    for kolom in sheet.entry_columns:
        yield kolom
        if kolom.seks == "p":
            yield Kolom(kolom.ukuran, "jml")
    if sheet.dokumen.penyebut:
        yield Kolom("belum", "jml")


_NAMA: dict[Ukuran, str] = {
    "wajib": "Wajib",
    "memiliki": "Memiliki",
    "belum": "Belum",
    "terbit": "Terbit",
    "dilaporkan": "Dilaporkan",
}
_PENDEK: dict[Ukuran, str] = {**_NAMA, "memiliki": "Milik", "dilaporkan": "Lapor"}
_SEKS: dict[Seks, str] = {"l": "L", "p": "P", "jml": "JML"}


def _angka(sheet: Lembar, kolom: Kolom, *, grouped: bool) -> KolomLayar:
    column = Column(
        f"{kolom.ukuran}.{kolom.seks}",
        NAMA_UKURAN[kolom.ukuran] if grouped and kolom.ukuran != "belum" else "",
        _judul(sheet, kolom, grouped=grouped),
        9 if kolom.seks == "jml" and kolom.ukuran in {"wajib", "memiliki"} else 7,
        entry=kolom in sheet.entry_columns,
    )
    return KolomLayar("angka", column, kolom)


def _judul(sheet: Lembar, kolom: Kolom, *, grouped: bool) -> str:
    if kolom.ukuran in {"belum", "dilaporkan"}:
        return _PENDEK[kolom.ukuran]
    if grouped:
        return _SEKS[kolom.seks]
    if sheet.rincian != "lp":
        return _NAMA[kolom.ukuran]
    return f"{_PENDEK[kolom.ukuran]} {_SEKS[kolom.seks]}"


def _bulan_lalu(sheet: Lembar, *, grouped: bool) -> list[KolomLayar]:
    group = "Bulan Lalu" if grouped else ""
    if sheet.dokumen.penyebut:
        head, width = "%" if grouped else "% lalu", 6
    else:
        head, width = "JML" if grouped else "Bln lalu", 9
    last = Column("lalu", group, head, width, entry=False)
    return [
        KolomLayar("lalu", last),
        KolomLayar("ubah", Column("ubah", group, "Ubah", 7, entry=False)),
    ]


def judul_kolom(sheet: Lembar, kolom: Kolom) -> str:
    """A column's name in messages: ``Memiliki``, ``Wajib L``."""
    if sheet.rincian != "lp":
        return _NAMA[kolom.ukuran]
    return f"{_NAMA[kolom.ukuran]} {_SEKS[kolom.seks]}"
