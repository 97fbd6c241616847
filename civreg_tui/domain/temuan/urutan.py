"""The order in which findings are told."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from civreg_tui.domain.temuan.model import NAMA_LEVEL, Temuan
from civreg_tui.domain.temuan.tabel import KOLOM

_LEVEL = {level: place for place, level in enumerate(NAMA_LEVEL)}
_KOLOM = {kolom: place for place, kolom in enumerate(KOLOM)}


def urutkan(temuan: Iterable[Temuan], dokumen: Collection[str] = ()) -> tuple[Temuan, ...]:
    """Errors, warnings, info; within each by rule, document (in that order), region, column."""
    order = {kode: place for place, kode in enumerate(dokumen)}

    def key(found: Temuan) -> tuple[int, str, int, str, str, int, tuple[str, int, str]]:
        document = order.get(found.document or "", -1)
        column = _KOLOM.get(found.kolom, -1) if found.kolom else -1
        return (
            _LEVEL[found.level],
            found.rule,
            document,
            found.document or "",
            found.region or "",
            column,
            _place(found.cell or ""),
        )

    return tuple(sorted(dict.fromkeys(temuan), key=key))


def _place(cell: str) -> tuple[str, int, str]:
    """A cell's address in the order of reading: its sheet, its row, its column."""
    sheet, _, place = cell.rpartition("!")
    column = place.rstrip("0123456789")
    return sheet, int(place[len(column) :] or 0), column.rjust(3)
