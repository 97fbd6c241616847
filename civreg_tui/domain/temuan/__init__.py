"""Findings: the rules R01–R30 as small functions, their levels and thresholds as data."""

from civreg_tui.domain.temuan.mesin import periksa_bacaan, periksa_bulan, periksa_lembar, urutkan
from civreg_tui.domain.temuan.model import Aturan, Level, Temuan
from civreg_tui.domain.temuan.subjek import Penerimaan, SubjekBulan, SubjekLembar

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
