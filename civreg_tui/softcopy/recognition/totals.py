"""What a total row adds up: the whole province, or only the kabupaten or the kota above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from civreg_tui.domain.bacaan import BarisSumber
from civreg_tui.domain.cakupan import add_up
from civreg_tui.domain.kolom import Kolom
from civreg_tui.domain.wilayah import Jenis
from civreg_tui.softcopy.recognition.body import Potongan
from civreg_tui.softcopy.recognition.labels import Cakup, Labels


class Penjumlahan:
    """Total rows by what they add up; ``lepas`` could not be placed."""

    def __init__(self) -> None:
        self.provinsi: list[BarisSumber] = []
        self.bagian: list[tuple[Jenis, BarisSumber]] = []
        self.lepas: list[BarisSumber] = []


def place_totals(pieces: Sequence[Potongan], labels: Labels) -> Penjumlahan:
    """Every total row of a table's pieces, placed by its words, else by what it equals."""
    everything = [source for piece in pieces for source in piece.of("wilayah")]
    result = Penjumlahan()
    for piece in pieces:
        above: list[BarisSumber] = []
        for row, source in piece.baris:
            if row.macam == "wilayah":
                above.append(source)
                continue
            scope, kind = labels.total_scope(row.label)
            group = above or _section(piece, kind)
            _place(result, source, scope, kind or _only_kind(group), (group, everything))
            if len(above) < len(everything):
                above = []
    return result


def _section(piece: Potongan, kind: Jenis | None) -> list[BarisSumber]:
    rows = piece.of("wilayah")
    return [r for r in rows if r.penetapan.wilayah and r.penetapan.wilayah.jenis == kind]


def _only_kind(rows: Iterable[BarisSumber]) -> Jenis | None:
    kinds = {r.penetapan.wilayah.jenis for r in rows if r.penetapan.wilayah}
    return kinds.pop() if len(kinds) == 1 else None


def _place(
    result: Penjumlahan,
    source: BarisSumber,
    scope: Cakup,
    kind: Jenis | None,
    rows: tuple[list[BarisSumber], list[BarisSumber]],
) -> None:
    group, everything = rows
    whole = scope == "provinsi"
    if scope == "tidak disebut":
        whole = len(group) in {0, len(everything)} or _nearer(source, everything, group)
    if whole:
        result.provinsi.append(source)
    elif kind is not None:
        result.bagian.append((kind, source))
    else:
        result.lepas.append(source)


def _nearer(source: BarisSumber, everything: list[BarisSumber], group: list[BarisSumber]) -> bool:
    """Whether a row called only JUMLAH is nearer to the sum of all than to that of its group."""
    far = near = 0
    for kolom, cell in source.sel.items():
        all_sum, group_sum = _sum(everything, kolom), _sum(group, kolom)
        if cell.angka is None or all_sum is None or group_sum is None:
            continue
        far += abs(cell.angka - all_sum)
        near += abs(cell.angka - group_sum)
    return far <= near


def _sum(rows: Iterable[BarisSumber], kolom: Kolom) -> int | None:
    return add_up(row.sel[kolom].angka for row in rows if kolom in row.sel)
