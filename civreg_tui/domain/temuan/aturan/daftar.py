"""The one table that joins every rule's id to its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from civreg_tui.domain.temuan.aturan import bulan, kewajaran, riwayat, sumber
from civreg_tui.domain.temuan.aturan.daftar_berkas import ATURAN_BERKAS, FungsiTabel
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.domain.temuan.subjek import SubjekBulan

FungsiBulan = Callable[[Aturan, SubjekBulan], Iterator[Temuan]]

ATURAN_TABEL: dict[str, FungsiTabel] = {
    **ATURAN_BERKAS,
    "R15": sumber.r15_control,
    "R18": riwayat.r18_unchanged,
    "R19": riwayat.r19_leap,
    "R20": riwayat.r20_fall,
    "R21": riwayat.r21_coverage,
    "R22": riwayat.r22_denominator,
    "R29": kewajaran.r29_below_target,
}
"""The rules over one document's figures, keyed or read."""

ATURAN_BULAN: dict[str, FungsiBulan] = {
    "R16": bulan.r16_incomplete,
    "R23": bulan.r23_base,
    "R27": bulan.r27_time,
    "R28": bulan.r28_hands,
}
"""The rules over a month as a whole."""

ATURAN_FUNGSI: dict[str, FungsiTabel | FungsiBulan] = {**ATURAN_TABEL, **ATURAN_BULAN}
