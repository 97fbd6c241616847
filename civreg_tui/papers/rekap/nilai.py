"""The figures of a recap as cells hold them: counts, percents, sums, what is missing."""

from __future__ import annotations

from civreg_tui.domain.cakupan import add_up
from civreg_tui.domain.laporan import BarisRekap, Rekap, Trio
from civreg_tui.domain.lembar import Seks
from civreg_tui.domain.numbers import BLANK
from civreg_tui.papers.lajur import Isi

Hasil = int | float | str


def hitungan(row: BarisRekap, isi: Isi, seks: Seks = "jml") -> int | None:
    """A count of a row; JML of a measure with both sexes given is their sum."""
    if isi == "dilaporkan":
        return row.dilaporkan
    if isi == "kurang":
        return row.kekurangan
    trio: Trio = getattr(row, isi)
    given: int | None = getattr(trio, seks)
    if given is None and seks == "jml" and trio.l is not None and trio.p is not None:
        return trio.l + trio.p
    return given


def jumlah(rekap: Rekap, isi: Isi, seks: Seks = "jml") -> int | None:
    """The sum over the regions that have the figure; None when none has."""
    return add_up(hitungan(row, isi, seks) for row in rekap.baris)


def persen(hundredths: int | None) -> Hasil:
    """A percent as a workbook shows it: 98.53, or a dash where there is none."""
    return BLANK if hundredths is None else hundredths / 100


def atau_kosong(value: int | None) -> Hasil:
    """A formula's cached value: an empty text where there is no figure."""
    return "" if value is None else value


def di_bawah_target(rekap: Rekap) -> list[BarisRekap]:
    """The regions that still need certificates to reach the target, largest gap first."""
    below = [row for row in rekap.baris if row.kekurangan]
    return sorted(below, key=lambda row: (-(row.kekurangan or 0), row.kode))
