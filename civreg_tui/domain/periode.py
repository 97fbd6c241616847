"""The month a report is about, and the DKB reference its denominators come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civreg_tui.domain.salah import SalahIsi

if TYPE_CHECKING:
    from datetime import date

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

SETAHUN = 12
"""The months of a series: the one that is shown, and the eleven before it."""

_EJAAN_LAMA = {
    "PEBRUARI": 2,
    "NOPEMBER": 11,
    "AGUST": 8,
    "AGT": 8,
    "DES": 12,
    "JAN": 1,
    "FEB": 2,
    "PEB": 2,
    "MAR": 3,
    "APR": 4,
    "JUN": 6,
    "JUL": 7,
    "AGU": 8,
    "AGS": 8,
    "SEP": 9,
    "SEPT": 9,
    "OKT": 10,
    "NOV": 11,
    "NOP": 11,
}
_INGGRIS = {
    "JANUARY": 1,
    "FEBRUARY": 2,
    "MARCH": 3,
    "MAY": 5,
    "JUNE": 6,
    "JULY": 7,
    "AUGUST": 8,
    "AUG": 8,
    "OCTOBER": 10,
    "OCT": 10,
    "DECEMBER": 12,
    "DEC": 12,
}
NAMA_BULAN: dict[str, int] = (
    {nama.upper(): i for i, nama in enumerate(BULAN, 1)} | _EJAAN_LAMA | _INGGRIS
)
"""Every spelling of a month's name seen in softcopies, upper case, to its number."""


@dataclass(frozen=True, order=True, slots=True)
class Periode:
    """One calendar month; sorts by time and prints as ``2024-12``."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Periode:
        """Read ``YYYY-MM``; raises SalahIsi with an Indonesian sentence otherwise."""
        match = re.fullmatch(r"(\d{4})-(\d{2})", text.strip())
        if not match or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1900:
            raise SalahIsi(f'Bulan "{text}" tidak dikenal. Tulis sebagai TAHUN-BULAN: 2024-12.')
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def label(self) -> str:
        """The month in words: ``Desember 2024``."""
        return f"{BULAN[self.month - 1]} {self.year}"

    @property
    def singkat(self) -> str:
        """The same where there is little room: ``Des 24``."""
        return f"{BULAN[self.month - 1][:3]} {self.year % 100:02d}"

    @property
    def last_day(self) -> date:
        """The last calendar day, on which the figures stand."""
        import calendar
        from datetime import date

        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def shift(self, months: int) -> Periode:
        """The month that many months later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Periode(index // 12, index % 12 + 1)

    def last(self, count: int) -> tuple[Periode, ...]:
        """The ``count`` months that end with this one, oldest first."""
        return tuple(self.shift(-back) for back in range(count - 1, -1, -1))


def tanggal(day: date) -> str:
    """A date in words: ``31 Desember 2024``."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def acuan_for(periode: Periode) -> str:
    """The DKB reference whose position date is the last one not after the month's end."""
    if periode.month == 12:
        return f"DKB Semester II Tahun {periode.year}"
    if periode.month >= 6:
        return f"DKB Semester I Tahun {periode.year}"
    return f"DKB Semester II Tahun {periode.year - 1}"


_SEMESTER = r"(?<![A-Z])(?:SEMESTER|SMT|SMST|SEM|S)\W*(II|I|2|1)\b"
_ACUAN = re.compile(rf"{_SEMESTER}\W*(?:TAHUN|THN|TH)?\W*(20\d{{2}})")
_ACUAN_TAHUN_DULU = re.compile(rf"\b(20\d{{2}})\W*{_SEMESTER}")


def parse_acuan(text: str) -> str | None:
    """The DKB reference named in a text, as ``DKB Semester II Tahun 2024``, or None."""
    upper = " ".join(text.upper().split())
    if match := _ACUAN.search(upper):
        number, year = match[1], match[2]
    elif match := _ACUAN_TAHUN_DULU.search(upper):
        year, number = match[1], match[2]
    else:
        return None
    return f"DKB Semester {'II' if number in {'II', '2'} else 'I'} Tahun {year}"


def posisi_acuan(acuan: str) -> date | None:
    """The position date of a DKB reference (30 June or 31 December), or None when unknown."""
    known = parse_acuan(acuan)
    if known is None:
        return None
    from datetime import date

    year = int(known[-4:])
    return date(year, 12, 31) if "Semester II " in known else date(year, 6, 30)
