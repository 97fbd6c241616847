"""The workbook's own charts: bars against the target, and the trend line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

TEKS: dict[str, Any] = {"name": "Arial", "size": 9}
JUDUL: dict[str, Any] = {"name": "Arial", "size": 11, "bold": True}
BATANG = "#4F81BD"
KURANG = "#C0504D"
TARGET = "#000000"
SATUAN_HALUS = 12
"""Up to this many points of percent the axis counts them one by one."""


@dataclass(frozen=True, slots=True)
class Rentang:
    """A block of rows on a sheet whose columns feed a chart."""

    lembar: str
    pertama: int
    terakhir: int

    def kolom(self, column: int) -> list[Any]:
        """One column of the block as a chart's data."""
        return [self.lembar, self.pertama, column, self.terakhir, column]


def batang(
    book: Workbook,
    data: Rentang,
    columns: tuple[int, int, int | None],
    below: Sequence[bool],
    judul: str,
    persen: Sequence[int],
) -> Chart:
    """Coverage bars with the target as a line; bars below it are hatched as well as red.

    ``columns`` are names, coverage and target (None without a target); ``persen`` are the
    coverages in hundredths.
    """
    names, values, target = columns
    chart = book.add_chart({"type": "column"})
    fill = {"fill": {"color": BATANG}, "border": {"color": TARGET}}
    hatch = {"pattern": "wide_upward_diagonal", "fg_color": KURANG, "bg_color": "#FFFFFF"}
    points = [{"pattern": hatch, "border": {"color": TARGET}} if low else fill for low in below]
    chart.add_series(
        {
            "name": "Cakupan",
            "categories": data.kolom(names),
            "values": data.kolom(values),
            "points": points,
            "gap": 40,
            **fill,
        }
    )
    if target is not None:
        chart.combine(_garis_target(book, data, names, target))
    _finish(chart, judul, "Cakupan (%)", _floor(persen), _ceiling(persen))
    chart.set_x_axis({"num_font": {**TEKS, "rotation": -60}})
    return chart


def _garis_target(book: Workbook, data: Rentang, names: int, target: int) -> Chart:
    line = book.add_chart({"type": "line"})
    line.add_series(
        {
            "name": "Target",
            "categories": data.kolom(names),
            "values": data.kolom(target),
            "line": {"color": TARGET, "width": 2, "dash_type": "dash"},
            "marker": {"type": "none"},
        }
    )
    return line


def tren(
    book: Workbook,
    data: Rentang,
    columns: tuple[int, int, int | None],
    judul: str,
    satuan: str,
    bounds: tuple[int | None, int | None],
) -> Chart:
    """The province's line over the months, with the target where there is one."""
    names, values, target = columns
    chart = book.add_chart({"type": "line"})
    chart.add_series(
        {
            "name": satuan,
            "categories": data.kolom(names),
            "values": data.kolom(values),
            "line": {"color": BATANG, "width": 2.25},
            "marker": {"type": "circle", "size": 6, "fill": {"color": BATANG}},
        }
    )
    if target is not None:
        chart.combine(_garis_target(book, data, names, target))
    _finish(chart, judul, satuan, *bounds)
    chart.set_x_axis({"num_font": {**TEKS, "rotation": -45}})
    chart.show_blanks_as("gap")
    return chart


def _finish(chart: Chart, judul: str, satuan: str, low: int | None, high: int | None) -> None:
    chart.set_title({"name": judul, "name_font": JUDUL, "overlay": False})
    note = f"{satuan}, sumbu mulai dari {low}" if low else satuan
    axis: dict[str, Any] = {"name": note, "name_font": TEKS, "num_font": TEKS}
    axis["num_format"] = "[$-421]#,##0"
    axis["major_gridlines"] = {"visible": True, "line": {"color": "#D9D9D9"}}
    if low is not None:
        axis["min"] = low
    if high is not None:
        axis["max"] = high
    if low is not None and high is not None and high - low <= SATUAN_HALUS:
        axis["major_unit"] = 1
    chart.set_y_axis(axis)
    chart.set_legend({"position": "bottom", "font": TEKS})


def _floor(persen: Sequence[int]) -> int:
    """Where the axis of bars begins: at zero unless all bars are long; tens only."""
    lowest = min(persen, default=0)
    return 0 if lowest < 8500 else lowest // 1000 * 10 - 10


def _ceiling(persen: Sequence[int]) -> int | None:
    return 100 if max(persen, default=0) <= 10_000 else None
