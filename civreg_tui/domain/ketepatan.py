"""Whether the month's report came in time, measured against the configured deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from civreg_tui.domain.periode import tanggal

Waktu = Literal["tepat", "lambat", "belum"]
"""In time, after the deadline (with or without a delivery), or still to come."""


@dataclass(frozen=True, slots=True)
class Ketepatan:
    """A deadline and what became of it; ``diterima`` None = nothing was accepted yet.

    ``hari`` are the days late, or the days left until the deadline.
    """

    batas: date
    diterima: date | None
    waktu: Waktu
    hari: int

    @property
    def kalimat(self) -> str:
        """The standing in words."""
        last = f"batas {tanggal(self.batas)}"
        if self.diterima is not None:
            came = f"diterima {tanggal(self.diterima)}"
            return f"{came}, {'tepat waktu' if not self._late else self._days_late} ({last})"
        if self._late:
            return f"belum diterima, sudah {self._days_late} ({last})"
        left = "hari ini hari terakhir" if self.hari == 0 else f"masih {self.hari} hari"
        return f"belum diterima, {left} ({last})"

    @property
    def _late(self) -> bool:
        return self.waktu == "lambat"

    @property
    def _days_late(self) -> str:
        return f"terlambat {self.hari} hari"


def ketepatan(batas: date, diterima: date | None, hari_ini: date) -> Ketepatan:
    """How a delivery (or its absence today) stands against the deadline."""
    late = ((diterima or hari_ini) - batas).days
    if late > 0:
        return Ketepatan(batas, diterima, "lambat", late)
    return Ketepatan(batas, diterima, "belum" if diterima is None else "tepat", -late)
