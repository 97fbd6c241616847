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

    def key(found: Temuan) -> tuple[int, str, int, str, str, int, str]:
        document = order.get(found.document or "", -1)
        column = _KOLOM.get(found.kolom, -1) if found.kolom else -1
        return (
            _LEVEL[found.level],
            found.rule,
            document,
            found.document or "",
            found.region or "",
            column,
            found.cell or "",
        )

    return tuple(sorted(dict.fromkeys(temuan), key=key))
