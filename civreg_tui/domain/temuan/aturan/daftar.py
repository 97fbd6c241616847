"""The one table that joins every rule's id to its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from civreg_tui.domain.temuan.aturan import (
    angka,
    bulan,
    kelengkapan,
    kewajaran,
    persen,
    riwayat,
    sumber,
)
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.domain.temuan.subjek import SubjekBulan
from civreg_tui.domain.temuan.tabel import Tabel

FungsiTabel = Callable[[Aturan, Tabel], Iterator[Temuan]]
FungsiBulan = Callable[[Aturan, SubjekBulan], Iterator[Temuan]]

ATURAN_TABEL: dict[str, FungsiTabel] = {
    "R01": kelengkapan.r01_missing,
    "R02": kelengkapan.r02_twice,
    "R03": kelengkapan.r03_unknown_name,
    "R04": kelengkapan.r04_code_against_name,
    "R05": kelengkapan.r05_no_whole_number,
    "R06": kelengkapan.r06_empty,
    "R07": angka.r07_sexes,
    "R08": angka.r08_parts,
    "R09": angka.r09_above_whole,
    "R10": angka.r10_zero_whole,
    "R11": sumber.r11_total_row,
    "R12": kelengkapan.r12_other_month,
    "R13": kelengkapan.r13_other_document,
    "R14": persen.r14_printed_percent,
    "R15": sumber.r15_control,
    "R17": kewajaran.r17_same_rows,
    "R18": riwayat.r18_unchanged,
    "R19": riwayat.r19_leap,
    "R20": riwayat.r20_fall,
    "R21": riwayat.r21_coverage,
    "R22": riwayat.r22_denominator,
    "R24": kewajaran.r24_bands,
    "R25": kewajaran.r25_label_or_couples,
    "R26": angka.r26_flow_above_stock,
    "R29": kewajaran.r29_below_target,
    "R30": sumber.r30_mean_of_percents,
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
