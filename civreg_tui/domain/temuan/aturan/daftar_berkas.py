"""The rules that can judge a file alone, each id with its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from civreg_tui.domain.temuan.aturan import angka, baris, kelengkapan, kewajaran, persen, sumber
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.domain.temuan.tabel import Tabel

FungsiTabel = Callable[[Aturan, Tabel], Iterator[Temuan]]

ATURAN_BERKAS: dict[str, FungsiTabel] = {
    "R01": kelengkapan.r01_missing,
    "R02": baris.r02_twice,
    "R03": baris.r03_unknown_name,
    "R04": baris.r04_code_against_name,
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
    "R17": kewajaran.r17_same_rows,
    "R24": kewajaran.r24_bands,
    "R25": kewajaran.r25_label_or_couples,
    "R26": angka.r26_flow_above_stock,
    "R30": sumber.r30_mean_of_percents,
}
"""The rules over one document's figures that need neither other months nor the paper."""
