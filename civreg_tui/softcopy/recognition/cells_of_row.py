"""A source row's cells by column, worked out from the worksheet's row when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from civreg_tui.domain.bacaan import SelMalas, SelSumber
from civreg_tui.domain.kolom import Kolom
from civreg_tui.softcopy.files.grid import Nilai, is_blank
from civreg_tui.softcopy.recognition.figures import count_cell


class Alamat(NamedTuple):
    """Where a table's columns stand: index and ``Akta Cerai!F``; and the texts that mean zero.

    The third is what stands behind the row's name, where rows and columns were exchanged.
    """

    kolom: Mapping[Kolom, tuple[int, str, str]]
    nihil: frozenset[str]


class SelBaris(SelMalas):
    """The cells of one row. Tens of thousands of village rows fit because none is spelled out.

    A formula that was never calculated counts as not given where the figure follows from others
    (JML of L and P, belum, a total row); elsewhere it is a broken formula.
    """

    __slots__ = ("_columns", "_number", "_total", "_values")

    def __init__(
        self, columns: Alamat, values: Sequence[Nilai], number: str, *, total: bool = False
    ) -> None:
        self._columns, self._values, self._number, self._total = columns, values, number, total

    def __getitem__(self, kolom: Kolom) -> SelSumber:
        column, place, end = self._columns.kolom[kolom]
        value = self._value(column)
        if isinstance(value, str) and value.startswith("=") and self._follows(kolom):
            value = None
        return count_cell(value, f"{place}{self._number}{end}", self._columns.nihil)

    def __iter__(self) -> Iterator[Kolom]:
        return iter(self._columns.kolom)

    def __len__(self) -> int:
        return len(self._columns.kolom)

    def rusak(self) -> Iterator[Kolom]:
        """The columns whose cells are no count; a plain number needs no second look."""
        for kolom, (column, *_) in self._columns.kolom.items():
            value = self._value(column)
            if value is None or (type(value) is float and value >= 0 and value.is_integer()):
                continue
            if self[kolom].masalah is not None:
                yield kolom

    def spelled(self) -> dict[Kolom, SelSumber]:
        """All cells at once, for rows that are looked at again and again."""
        return {kolom: self[kolom] for kolom in self._columns.kolom}

    def _value(self, column: int) -> Nilai:
        return self._values[column] if column < len(self._values) else None

    def _follows(self, kolom: Kolom) -> bool:
        if self._total or kolom.ukuran == "belum":
            return True
        if kolom.seks != "jml":
            return False
        parts = [Kolom(kolom.ukuran, "l"), Kolom(kolom.ukuran, "p")]
        if kolom.ukuran in {"terbit", "dilaporkan"} and self._blank(parts):
            return True
        return all(part in self and self[part].angka is not None for part in parts)

    def _blank(self, parts: list[Kolom]) -> bool:
        known = [self._columns.kolom[part][0] for part in parts if part in self]
        return all(is_blank(self._value(column)) for column in known)
