"""Finding a kabupaten/kota or a column from a few typed letters (plain Python)."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.wilayah import DaftarWilayah, Wilayah, normal_name
from screens.entri.kolom import KolomLayar


def cari_wilayah(daftar: DaftarWilayah, teks: str) -> tuple[Wilayah, ...]:
    """By code (``13.06``, ``1306``), by exact alias, else by how a word of the name begins."""
    coded, _ = daftar.by_code(teks)
    if coded is not None:
        return (coded,)
    if exact := daftar.by_name(teks):
        return exact
    wanted = normal_name(teks)
    return tuple(w for w in daftar.semua if wanted and _begins(w, wanted))


def _begins(region: Wilayah, wanted: str) -> bool:
    names = (normal_name(region.nama), normal_name(region.singkat), *map(normal_name, region.alias))
    return any((" " + name).find(" " + wanted) >= 0 for name in names)


def cari_kolom(layar: Sequence[KolomLayar], teks: str) -> int | None:
    """The first column whose heading begins with the text."""
    wanted = normal_name(teks)
    for place, column in enumerate(layar):
        heads = (column.tampil.head, f"{column.tampil.group} {column.tampil.head}")
        if wanted and any(normal_name(head).startswith(wanted) for head in heads):
            return place
    return None
