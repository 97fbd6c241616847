"""What the lines above and below a table say: its document, its month, its DKB reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from civreg_tui.domain.periode import NAMA_BULAN, Periode, parse_acuan
from civreg_tui.softcopy.grid import Grid
from civreg_tui.softcopy.kamus import Kamus
from civreg_tui.softcopy.words import words

_NAMES = "|".join(sorted(NAMA_BULAN, key=len, reverse=True))
_MONTH = re.compile(rf"\b({_NAMES})\b\.?\W{{0,3}}(?:TAHUN|THN|TH\.?)?\W{{0,3}}((?:19|20)\d{{2}})\b")
_SHORT = re.compile(rf"\b({_NAMES})\W{{0,2}}(\d{{2}})$")
_NUMERIC = re.compile(r"\b\d{1,2}\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})\b")
_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})(?:-\d{2})?\b")
_SEMESTER = re.compile(
    r"\b(?:SEMESTER|SMT|SEM)\W*(II|I|2|1)\b\W*(?:TAHUN|THN|TH)?\W*((?:19|20)\d{2})"
)
_SIGNED = re.compile(rf"^[A-Z][A-Z .]+,\s*(?:TGL\.?\s*)?\d{{0,2}}\s*(?:{_NAMES})\b")
_SOURCE = re.compile(r"\b(?:DKB|SUMBER|DATA KEPENDUDUKAN BERSIH)\b")


def title_lines(
    grid: Grid, rows: tuple[int, int], columns: tuple[int, int], kamus: Kamus
) -> list[str]:
    """The text lines of some rows and columns: no rows of figures, no pivot table."""
    lines: list[str] = []
    for row in range(*rows):
        line = grid.line(row, *columns)
        values = grid.rows[row][columns[0] : columns[1]]
        numeric = any(isinstance(v, (int, float)) for v in values)
        if line and not numeric and not kamus.pivot.find(words(line)):
            lines.append(line)
    return lines


def period_in(line: str, kamus: Kamus) -> Periode | None:
    """The month a title line speaks of (the last one of a range); None for dates of signing."""
    text = " ".join(line.upper().split())
    if _SIGNED.match(text) or kamus.cetak & set(words(line)):
        return None
    return _named(text) or _numbered(text) or _semester(text)


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
    """A semester's last month, unless the line only names the DKB the figures come from."""
    match = _SEMESTER.search(text)
    if match is None or _SOURCE.search(text):
        return None
    return Periode(int(match[2]), 12 if match[1] in {"II", "2"} else 6)


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
    return None, ""


def acuan_of(lines: Iterable[str]) -> str | None:
    """The DKB reference of titles and notes; a line that says DKB or Sumber goes first."""
    lines = [" ".join(line.upper().split()) for line in lines]
    for line in sorted(lines, key=lambda text: _SOURCE.search(text) is None):
        if found := parse_acuan(line):
            return found
    return None


def most_common(values: Iterable[str | None]) -> str | None:
    """The value given most often, the first one among equals; None when none is given."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None
