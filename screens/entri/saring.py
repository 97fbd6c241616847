"""Which kabupaten/kota stay in sight while only some are wanted (plain Python)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from civreg_tui.domain.wilayah import normal_name
from civreg_tui.services.entri.sheet_view import SheetView
from screens.entri.cari import cari_wilayah

SEMUA = frozenset({"", "SEMUA"})
"""What shows every row again."""


def saringan(view: SheetView, teks: str) -> tuple[str, ...] | None:
    """The codes of the rows a text leaves, in the order of the sheet; None if it names nothing.

    A text is a kind of work (``belum``), ``kab`` or ``kota``, or the beginning of names.
    """
    kind = JENIS.get(normal_name(teks))
    if kind is not None:
        wanted = set(kind(view))
    else:
        wanted = {region.kode for region in cari_wilayah(view.subject.daftar, teks)}
        if not wanted:
            return None
    return tuple(kode for kode in view.sheet.wilayah if kode in wanted)


def _kosong(view: SheetView) -> Iterator[str]:
    return (alamat.wilayah for alamat in view.sheet.kosong())


def _temuan(view: SheetView) -> Iterator[str]:
    for one in view.findings:
        if one.temuan.level != "info" and one.alasan is None and one.temuan.region:
            yield one.temuan.region


def _beda(view: SheetView) -> Iterator[str]:
    return (alamat.wilayah for alamat in view.differences)


def _belum(view: SheetView) -> Iterator[str]:
    yield from _kosong(view)
    yield from _temuan(view)
    yield from _beda(view)
    yield from (alamat.wilayah for alamat in view.reopened or ())


def _catatan(view: SheetView) -> Iterator[str]:
    return (alamat.wilayah for alamat in view.notes)


def _bernama(kata: str) -> Callable[[SheetView], Iterator[str]]:
    def named(view: SheetView) -> Iterator[str]:
        regions = (view.subject.daftar[kode] for kode in view.sheet.wilayah)
        return (region.kode for region in regions if region.nama.startswith(kata))

    return named


JENIS: dict[str, Callable[[SheetView], Iterator[str]]] = {
    "BELUM": _belum,
    "KOSONG": _kosong,
    "TEMUAN": _temuan,
    "BEDA": _beda,
    "CATATAN": _catatan,
    "KAB": _bernama("Kabupaten"),
    "KABUPATEN": _bernama("Kabupaten"),
    "KOTA": _bernama("Kota"),
}
"""Words that choose rows by what is still to be done there, or by kabupaten and kota."""
PETUNJUK = "belum kosong temuan beda catatan kab kota"
