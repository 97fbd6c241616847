"""Findings: the rules R01–R30 as small functions, their levels and thresholds as data.

What is named here is found on first use: judging a file needs a part of the rules only.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civreg_tui.domain.temuan.mesin import periksa_bulan, periksa_lembar
    from civreg_tui.domain.temuan.mesin_bacaan import periksa_bacaan
    from civreg_tui.domain.temuan.model import Aturan, Level, Temuan
    from civreg_tui.domain.temuan.subjek import Penerimaan, SubjekBulan, SubjekLembar
    from civreg_tui.domain.temuan.urutan import urutkan

__all__ = [
    "Aturan",
    "Level",
    "Penerimaan",
    "SubjekBulan",
    "SubjekLembar",
    "Temuan",
    "periksa_bacaan",
    "periksa_bulan",
    "periksa_lembar",
    "urutkan",
]

_ROOMS = {
    "periksa_bulan": "mesin",
    "periksa_lembar": "mesin",
    "periksa_bacaan": "mesin_bacaan",
    "urutkan": "urutan",
    "Penerimaan": "subjek",
    "SubjekBulan": "subjek",
    "SubjekLembar": "subjek",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"civreg_tui.domain.temuan.{_ROOMS.get(name, 'model')}"), name)
