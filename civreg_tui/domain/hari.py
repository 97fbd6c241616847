"""Days typed by people, in the ways an office writes them."""

from __future__ import annotations

import re
from datetime import date

from civreg_tui.domain.periode import NAMA_BULAN
from civreg_tui.domain.salah import SalahIsi

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_ANGKA = re.compile(r"([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4})")
_KATA = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]+)\.?[ -]([0-9]{4})")


def parse_hari(text: str) -> date:
    """A day as ``22 November 2026``, ``22-11-2026`` or ``2026-11-22``; SalahIsi otherwise."""
    clean = " ".join(text.split())
    try:
        if found := _ISO.fullmatch(clean):
            return _sejak_1900(int(found[1]), int(found[2]), int(found[3]))
        if found := _ANGKA.fullmatch(clean):
            return _sejak_1900(int(found[3]), int(found[2]), int(found[1]))
        if found := _KATA.fullmatch(clean):
            return _sejak_1900(int(found[3]), NAMA_BULAN.get(found[2].upper(), 0), int(found[1]))
    except ValueError:
        pass
    raise SalahIsi(f'"{clean}" tidak dikenal. Tulis misalnya 22 November 2026 atau 22-11-2026.')


def _sejak_1900(year: int, month: int, day: int) -> date:
    if year < 1900:
        raise ValueError(year)
    return date(year, month, day)
