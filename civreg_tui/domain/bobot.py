"""What deserves to be looked at first: effect on the province's figure times doubt."""

from __future__ import annotations

from fractions import Fraction

from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.domain.temuan.model import Level

KERAGUAN: dict[Level, Fraction] = {
    "error": Fraction(1),
    "warning": Fraction(1, 2),
    "info": Fraction(0),
}
"""How far a finding of a level is doubted, from 0 to 1."""
DIJELASKAN = Fraction(1, 10)
"""The doubt that is left when a warning was explained."""
BELUM_COCOK = Fraction(1, 4)
"""The doubt in a figure that nothing independent confirms."""


def pengaruh(sheet: Lembar, alamat: Alamat, pembanding: int | None) -> Fraction:
    """Points by which the province's percent moves if the cell held ``pembanding`` instead.

    Without a comparison the whole figure is at stake; without a denominator it is measured in
    percent of the province's total.
    """
    now = sheet.nilai(*alamat) or 0
    return pengaruh_selisih(sheet, alamat.kolom, (pembanding or 0) - now)


def pengaruh_selisih(sheet: Lembar, kolom: Kolom, selisih: int) -> Fraction:
    """The same for a column's sum that is off by ``selisih``."""
    owned, due = sheet.total("memiliki") or 0, sheet.total("wajib") or 0
    if not sheet.dokumen.penyebut:
        return Fraction(100 * abs(selisih), owned) if owned else Fraction(0)
    wajib = kolom.ukuran == "wajib"
    other = (owned, due + selisih) if wajib else (owned + selisih, due)
    return abs(_percent(*other) - _percent(owned, due))


def _percent(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole) if whole > 0 else Fraction(0)
