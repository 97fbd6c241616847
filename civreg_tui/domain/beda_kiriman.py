"""What a delivery changes: which figures of a month's softcopies changed, came or went."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from civreg_tui.domain.bacaan import SelSumber, TabelSumber
from civreg_tui.domain.lembar import Alamat

Jenis = Literal["berubah", "baru", "hilang"]


@dataclass(frozen=True, slots=True)
class BedaSel:
    """A cell whose figure differs; ``lama`` or ``baru`` None = nothing is written there."""

    dokumen: str
    alamat: Alamat
    lama: SelSumber | None
    baru: SelSumber | None

    @property
    def jenis(self) -> Jenis:
        """Whether the figure changed, was not there before, or is no longer there."""
        if self.lama is None:
            return "baru"
        return "hilang" if self.baru is None else "berubah"


def sel_sumber(tables: Sequence[TabelSumber]) -> dict[Alamat, SelSumber]:
    """The source cell of every sheet cell; a later table replaces an earlier one."""
    found: dict[Alamat, SelSumber] = {}
    for table in tables:
        for kode, row in table.rows.items():
            for kolom, cell in row.sel.items():
                found[Alamat(kode, *kolom)] = cell
    return found


def beda_sel(
    dokumen: str,
    lama: Mapping[Alamat, SelSumber],
    baru: Mapping[Alamat, SelSumber],
    wilayah: Collection[str],
) -> tuple[BedaSel, ...]:
    """The differing cells of a document, in the order of the regions, then of the columns."""
    order = {kode: place for place, kode in enumerate(wilayah)}
    found = []
    for alamat in {**lama, **baru}:
        before, after = _given(lama.get(alamat)), _given(baru.get(alamat))
        if alamat.wilayah in order and not _same(before, after):
            found.append(BedaSel(dokumen, alamat, before, after))
    return tuple(sorted(found, key=lambda beda: order[beda.alamat.wilayah]))


def _given(cell: SelSumber | None) -> SelSumber | None:
    return cell if cell and (cell.angka is not None or cell.masalah) else None


def _same(before: SelSumber | None, after: SelSumber | None) -> bool:
    if before is None or after is None:
        return before is after
    if before.angka is None and after.angka is None:
        return before.teks.strip() == after.teks.strip()
    return before.angka == after.angka
