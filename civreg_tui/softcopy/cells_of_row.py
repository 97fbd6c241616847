"""A source row's cells by column, worked out from the worksheet's row when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.lembar import Kolom
from civreg_tui.softcopy.figures import count_cell
from civreg_tui.softcopy.grid import Nilai


class Alamat(NamedTuple):
    """Where a table's columns stand: index and ``Akta Cerai!F``; and the texts that mean zero."""

    kolom: Mapping[Kolom, tuple[int, str]]
    nihil: frozenset[str]


class SelBaris(Mapping[Kolom, SelSumber]):
    """The cells of one row. Tens of thousands of village rows fit because none is spelled out."""

    __slots__ = ("_columns", "_number", "_values")

    def __init__(self, columns: Alamat, values: Sequence[Nilai], number: int) -> None:
        self._columns, self._values, self._number = columns, values, number

    def __getitem__(self, kolom: Kolom) -> SelSumber:
        column, place = self._columns.kolom[kolom]
        value = self._values[column] if column < len(self._values) else None
        return count_cell(value, f"{place}{self._number}", self._columns.nihil)

    def __iter__(self) -> Iterator[Kolom]:
        return iter(self._columns.kolom)

    def __len__(self) -> int:
        return len(self._columns.kolom)
