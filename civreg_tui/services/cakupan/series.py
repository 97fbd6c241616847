"""The months side by side: percents, ranks and province totals, computed by polars once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civreg_tui.services.month.months import load_month
from civreg_tui.services.workspace import Workspace

Row = tuple[str, str, str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Titik:
    """Figures of a region or of the province in one month; the percent in hundredths."""

    wajib: int | None
    memiliki: int | None
    persen: int | None
    peringkat: int | None = None


class Series:
    """Points by (periode, dokumen, wilayah); wilayah is empty for the province."""

    def __init__(self, points: dict[tuple[str, str, str], Titik]) -> None:
        self._points = points

    def point(self, periode: str, dokumen: str, wilayah: str) -> Titik | None:
        """A point, or None where there is nothing."""
        return self._points.get((periode, dokumen, wilayah))

    def percent(self, periode: str, dokumen: str, wilayah: str) -> int | None:
        """The coverage of a point, in hundredths of a percent."""
        point = self.point(periode, dokumen, wilayah)
        return point.persen if point else None

    def rank(self, periode: str, dokumen: str, wilayah: str) -> int | None:
        """The rank of a region in its month (1 = highest coverage)."""
        point = self.point(periode, dokumen, wilayah)
        return point.peringkat if point else None

    def province(self, dokumen: str) -> Iterator[tuple[str, Titik]]:
        """The province's points of a document, oldest month first."""
        for (periode, code, wilayah), point in self._points.items():
            if code == dokumen and wilayah == "":
                yield periode, point

    def region(self, dokumen: str, wilayah: str) -> Iterator[tuple[str, Titik]]:
        """A region's points of a document, oldest month first."""
        for (periode, code, region), point in self._points.items():
            if code == dokumen and region == wilayah:
                yield periode, point


def load_series(ws: Workspace, months: Sequence[str]) -> Series:
    """Compute coverage of all documents over the given months (oldest first)."""
    return compute_series([row for periode in months for row in _rows(ws, periode)])


def compute_series(rows: list[Row]) -> Series:
    """The points of (periode, dokumen, wilayah, numerator's base and numerator) rows."""
    from civreg_tui.services.cakupan.compute import coverage, frame, province

    figures = frame(rows)
    points: dict[tuple[str, str, str], Titik] = {}
    for r in province(figures).collect().iter_rows(named=True):
        key = (r["periode"], r["dokumen"], "")
        points[key] = Titik(r["wajib"], r["memiliki"], r["persen"])
    for r in coverage(figures).collect().iter_rows(named=True):
        key = (r["periode"], r["dokumen"], r["wilayah"])
        points[key] = Titik(r["wajib"], r["memiliki"], r["persen"], r["peringkat"])
    return Series(points)


def _rows(ws: Workspace, periode: str) -> Iterator[Row]:
    for sheet in load_month(ws, periode):
        for kode in sheet.wilayah:
            wajib, memiliki = sheet.nilai(kode, "wajib"), sheet.nilai(kode, "memiliki")
            yield periode, sheet.dokumen.kode, kode, wajib, memiliki
