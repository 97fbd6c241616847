"""The month that a title line speaks of, in every way an office writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from civreg_tui.domain.periode import NAMA_BULAN, Periode
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.words import words

_NAMES = "|".join(sorted(NAMA_BULAN, key=len, reverse=True))
_OF_YEAR = r"\.?\W{0,3}(?:TAHUN ANGGARAN|TAHUN|THN|TH\.?|TA)?\W{0,3}"
_MONTH = re.compile(rf"\b({_NAMES})\b{_OF_YEAR}((?:19|20)\d{{2}})\b")
_SHORT = re.compile(rf"\b({_NAMES})\W{{0,2}}(\d{{2}})$")
_NUMERIC = re.compile(r"\b\d{1,2}\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})\b")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_](\d{2})(?:[-_]\d{2})?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
TANPA_TAHUN = 0
"""The year of a month that is named without one."""
_QUARTER = re.compile(
    r"\b(?:TRIWULAN|TRIW|TW)\W*(IV|III|II|I|[1-4])\b\W*(?:TAHUN|THN|TH)?\W*((?:19|20)\d{2})"
)
_QUARTERS = {"I": 3, "1": 3, "II": 6, "2": 6, "III": 9, "3": 9, "IV": 12, "4": 12}
_MONTH_ALONE = re.compile(rf"^(?:BULAN|PERIODE|BLN)\W*({_NAMES})$")
_YEAR_ALONE = re.compile(r"^(?:TAHUN|THN|TH)\W*((?:19|20)\d{2})$")
_SEMESTER = re.compile(
    r"\b(?:SEMESTER|SMT|SEM)\W*(II|I|2|1)\b\W*(?:TAHUN|THN|TH)?\W*((?:19|20)\d{2})"
)
_SIGNED = re.compile(rf"^([A-Z][A-Z .]+),\s*(?:TGL\.?\s*)?\d{{0,2}}\s*(?:{_NAMES})\b")
SUMBER = re.compile(r"\b(?:DKB|SUMBER|KONSOLIDASI BERSIH|KEPENDUDUKAN BERSIH)\b")


def period_in(line: str, kamus: Kamus) -> Periode | None:
    """The month a title line speaks of (the last one of a range); None for dates of signing."""
    text = " ".join(line.upper().split())
    if _is_signing(text, kamus) or kamus.cetak & set(words(line)):
        return None
    return _named(text) or _numbered(text) or _semester(text)


def _is_signing(text: str, kamus: Kamus) -> bool:
    """Whether a line is a place and date of signing (``PADANG, 6 JANUARI 2025``) and no title."""
    match = _SIGNED.match(text)
    return match is not None and not kamus.dokumen.find(words(match[1]))


def _named(text: str) -> Periode | None:
    found = _MONTH.findall(text)
    if found:
        return Periode(int(found[-1][1]), NAMA_BULAN[found[-1][0]])
    short = _SHORT.search(text)
    return Periode(2000 + int(short[2]), NAMA_BULAN[short[1]]) if short else None


def _numbered(text: str) -> Periode | None:
    for pattern, year, month in ((_ISO, 1, 2), (_NUMERIC, 2, 1)):
        found = list(pattern.finditer(text))
        if found and 1 <= int(found[-1][month]) <= 12:
            return Periode(int(found[-1][year]), int(found[-1][month]))
    return None


def _semester(text: str) -> Periode | None:
    """A semester's or quarter's last month, unless the line only names the figures' DKB."""
    if SUMBER.search(text):
        return None
    if quarter := _QUARTER.search(text):
        return Periode(int(quarter[2]), _QUARTERS[quarter[1]])
    match = _SEMESTER.search(text)
    if match is None:
        return None
    return Periode(int(match[2]), 12 if match[1] in {"II", "2"} else 6)


def month_named(text: str, kamus: Kamus) -> Periode | None:
    """The month of a heading; one that is only ``DESEMBER`` has no year yet."""
    alone = NAMA_BULAN.get(" ".join(text.upper().split()).rstrip("."))
    return Periode(TANPA_TAHUN, alone) if alone else period_in(text, kamus)


def dated(month: Periode, lines: Iterable[str]) -> Periode | None:
    """A heading's month with the year that the titles tell, the nearest line first."""
    if month.year != TANPA_TAHUN:
        return month
    years = [found[-1] for line in lines if (found := _YEAR.findall(line))]
    return Periode(int(years[-1]), month.month) if years else None


def period_of(lines: Iterable[str], kamus: Kamus) -> tuple[Periode | None, str]:
    """The month of a table's titles and the line that names it, the nearest line first.

    A line that only tells the semester speaks when no other line tells the month.
    """
    lines = list(lines)[::-1]
    for semester in (False, True):
        for line in lines:
            has_semester = _SEMESTER.search(" ".join(line.upper().split())) is not None
            if has_semester == semester and (period := period_in(line, kamus)):
                return period, " ".join(line.split())
    return _apart(lines)


def _apart(lines: list[str]) -> tuple[Periode | None, str]:
    """``BULAN : DESEMBER`` on one line and ``TAHUN : 2024`` on another."""
    upper = [" ".join(line.upper().split()) for line in lines]
    month = next((m for line in upper if (m := _MONTH_ALONE.match(line))), None)
    year = next((y for line in upper if (y := _YEAR_ALONE.match(line))), None)
    if month is None or year is None:
        return None, ""
    return Periode(int(year[1]), NAMA_BULAN[month[1]]), f"{month[0]} {year[0]}"
