"""The list sheets: findings with their reasons, changes since the last revision, plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import NAMA_UKURAN
from civreg_tui.domain.temuan.model import NAMA_LEVEL
from civreg_tui.papers import marks, styles, tables, tidy
from civreg_tui.papers.rekap.buku import Buku
from civreg_tui.papers.tables import Nilai

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BARIS_PER_HALAMAN = 30
BARIS_CAP = 20
"""Rows under the slanted DRAF; on a short list it begins over the heading."""


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list for a sheet: title, heads with widths, the looks of its columns, what if empty."""

    judul: str
    kepala: tuple[str, ...]
    lebar: tuple[float, ...]
    rupa: tuple[tuple[str, ...], ...]
    kosong: str


TEMUAN = Daftar(
    "TEMUAN DAN ALASANNYA",
    ("NO", "TINGKAT", "ATURAN", "DOKUMEN", "KABUPATEN/KOTA", "SEL", "ISI TEMUAN", "ALASAN",
     "OLEH", "PADA"),
    (5, 12, 8, 24, 25, 18, 56, 34, 14, 17),
    (("tengah",), ("tengah",), ("tengah",), *[("teks",)] * 7),
    "Tidak ada temuan.",
)  # fmt: skip
PERUBAHAN = Daftar(
    "PERUBAHAN SEJAK REVISI SEBELUMNYA",
    ("NO", "DOKUMEN", "KABUPATEN/KOTA", "UKURAN", "L/P/JML", "SEMULA", "MENJADI", "SELISIH",
     "ALASAN", "OLEH", "PADA"),
    (5, 26, 28, 18, 9, 13, 13, 12, 34, 16, 17),
    (("tengah",), *[("teks",)] * 3, ("tengah",), *[("angka",)] * 3, *[("teks",)] * 3),
    "Tidak ada perubahan.",
)  # fmt: skip
ATURAN_TARGET = "R29"
"""The rule whose finding names the target."""
_URUTAN = {"error": 0, "warning": 1, "info": 2}


def write_temuan(buku: Buku, sheet: Worksheet) -> None:
    """Fill the sheet of findings, the gravest first."""
    found = sorted(buku.laporan.temuan, key=lambda one: _URUTAN[one.temuan.level])
    rows = [_finding(buku, i, one) for i, one in enumerate(found, 1)]
    note = konfirmasi.catatan(buku.laporan.rekap, "target")
    aimed = any(one.temuan.rule == ATURAN_TARGET for one in found)
    _write(buku, sheet, TEMUAN, rows, note if aimed else "")


def _finding(buku: Buku, number: int, one: TemuanDijawab) -> tuple[Nilai, ...]:
    return (
        number,
        NAMA_LEVEL[one.temuan.level],
        one.temuan.rule,
        buku.nama_dokumen(one.temuan.document),
        buku.nama_wilayah(one.temuan.region),
        one.temuan.cell or "",
        one.temuan.message,
        one.alasan or "",
        one.oleh or "",
        marks.waktu(one.pada),
    )


def write_perubahan(buku: Buku, sheet: Worksheet) -> None:
    """Fill the sheet of figures that changed since the previous revision."""
    rows: list[tuple[Nilai, ...]] = [
        (
            number,
            buku.nama_dokumen(one.dokumen),
            buku.nama_wilayah(one.wilayah),
            NAMA_UKURAN.get(one.ukuran, one.ukuran),
            one.seks.upper(),
            one.semula,
            one.menjadi,
            None if one.semula is None or one.menjadi is None else one.menjadi - one.semula,
            one.alasan,
            one.oleh,
            marks.waktu(one.pada),
        )
        for number, one in enumerate(buku.laporan.perubahan, 1)
    ]
    _write(buku, sheet, PERUBAHAN, rows)


def _write(
    buku: Buku, sheet: Worksheet, kind: Daftar, rows: Sequence[Sequence[Nilai]], note: str = ""
) -> None:
    look, last = buku.styles, len(kind.kepala) - 1
    tables.widths(sheet, kind.lebar)
    row = styles.kop(sheet, look, buku.laporan.kantor, last)
    row = styles.title(sheet, look, row, last, (kind.judul, marks.keadaan(buku.laporan)))
    first = tables.head(sheet, look, row, kind.kepala)
    looks = [look("sel", *names, "lipat") for names in kind.rupa]
    for offset, values in enumerate(rows):
        tables.put_row(sheet, first + offset, values, looks)
        sheet.set_row(first + offset, tables.wrapped_height(values, kind.lebar))
    if not rows:
        styles.merge(sheet, (first, 0, first, last), kind.kosong, look("sel", "miring", "tengah"))
    final = end = first + max(1, len(rows)) - 1
    if note:
        end += 1
        sheet.write_string(end, 0, note, look("keterangan"))
    styles.page(sheet, buku.halaman, repeat=(row, row + 1))
    sheet.print_area(0, 0, end, last)
    sheet.freeze_panes(first, 0)
    sheet.autofilter(first - 1, 0, final, last)
    top = max(1, min(first, end - BARIS_CAP))
    styles.stamp_draf(sheet, buku.halaman, range(top, end + 1, BARIS_PER_HALAMAN), 3)


KOLOM_TEKS = (0, 1, 2, 3, 4, 5, 7, 8, 9, 10)
"""The columns of words on the data sheet; the figure stands between them."""
LEBAR_DATA = (9, 10, 13, 30, 12, 7, 13, 9, 28, 14, 13)


def write_data(buku: Buku, sheet: Worksheet) -> None:
    """Fill the sheet for those who calculate on: one row a figure, no letterhead, no merging."""
    look, last = buku.styles, len(tidy.KEPALA) - 1
    tables.widths(sheet, LEBAR_DATA)
    for column, text in enumerate(tidy.KEPALA):
        sheet.write_string(0, column, text, look("kepala"))
    count, percent, text = look("sel", "angka"), look("sel", "persen"), look("sel", "teks")
    number = 0
    for number, row in enumerate(tidy.rows(buku.laporan), 1):
        for column in KOLOM_TEKS:
            sheet.write_string(number, column, row[column], text)
        if row[6] is None:
            sheet.write_blank(number, 6, None, count)
        elif row[7] == tidy.PERSERATUS:
            sheet.write_number(number, 6, row[6] / 100, percent)
        else:
            sheet.write_number(number, 6, row[6], count)
    styles.page(sheet, buku.halaman, repeat=(0, 0), landscape=False)
    sheet.print_area(0, 0, number, last)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, number), last)
    styles.stamp_draf(sheet, buku.halaman, range(8, number + 1, 2 * BARIS_PER_HALAMAN), 3)
