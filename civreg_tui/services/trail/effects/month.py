"""Months again: opened, moved through the procedure, their base and the split of their sheets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from civreg_tui.config import month_config
from civreg_tui.domain.langkah import Keadaan
from civreg_tui.services.month.months import keep_month
from civreg_tui.services.trail.effects.run import Efek, Ulang
from civreg_tui.store.months import BerkasBulan
from civreg_tui.store.trail import Peristiwa


def _open(run: Ulang, periode: str, event: Peristiwa) -> None:
    definitions, example = event.baru or "{}", event.alasan == "contoh"
    month = BerkasBulan(periode, event.objek, Keadaan.DISPOSISI_KABID, definitions, example)
    facts = month_config(run.config, msgspec.json.decode(definitions)).facts
    keep_month(run.hasil, month, facts)


def _move(run: Ulang, periode: str, event: Peristiwa) -> None:
    run.hasil.months.set_state(periode, Keadaan(event.baru or ""))


def _reference(run: Ulang, periode: str, event: Peristiwa) -> None:
    run.hasil.months.set_acuan(periode, event.baru or "")


def _change_head(run: Ulang, periode: str, dokumen: str, **change: Any) -> None:
    heads = {head.dokumen: head for head in run.hasil.months.sheets(periode)}
    run.hasil.months.put_sheet(periode, replace(heads[dokumen], **change))


def _split(run: Ulang, periode: str, event: Peristiwa) -> None:
    _change_head(run, periode, event.objek, rincian=event.baru)


def _example(run: Ulang, periode: str, event: Peristiwa) -> None:
    _change_head(run, periode, event.objek, contoh=True)


EFFECTS: dict[str, Efek] = {
    "buka_bulan": _open,
    "tandai_contoh": _example,
    "pindah": _move,
    "ganti_acuan": _reference,
    "ganti_rincian": _split,
    "ikuti_rincian": _split,
}
