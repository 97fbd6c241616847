"""Percents, ranks and province totals by both calculations: plain integers and polars."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.cakupan import peringkat, ratio_hundredths
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.numbers import format_percent
from civreg_tui.services.cakupan.series import Series, load_series
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.pemeriksaan.recheck.model import Beda, add
from civreg_tui.services.workspace import Workspace


def figures_again(ws: Workspace, counted: dict[str, int]) -> Iterator[Beda]:
    """Compare the calculation of screens and papers with the sheets' own, for every month."""
    archive = Archive(ws)
    series = load_series(ws, archive.months)
    for periode in archive.months:
        for sheet in archive.sheets(periode):
            yield from _sheet(sheet, series, counted)


def _sheet(sheet: Lembar, series: Series, counted: dict[str, int]) -> Iterator[Beda]:
    periode, code = str(sheet.periode), sheet.dokumen.kode
    pairs = [(sheet.nilai(k, "memiliki"), sheet.nilai(k, "wajib")) for k in sheet.wilayah]
    add(counted, "persen", len(pairs) + 1)
    for kode, pair, rank in zip(sheet.wilayah, pairs, peringkat(pairs), strict=True):
        percent = ratio_hundredths(*pair)
        if series.percent(periode, code, kode) != percent:
            shown = format_percent(series.percent(periode, code, kode))
            yield Beda(periode, "cakupan", f"{code} {kode}: {format_percent(percent)} ≠ {shown} %.")
        if series.rank(periode, code, kode) != rank:
            yield Beda(periode, "peringkat", f"{code} {kode}: peringkat {rank} tidak cocok.")
    yield from _province(sheet, series)


def _province(sheet: Lembar, series: Series) -> Iterator[Beda]:
    periode, code = str(sheet.periode), sheet.dokumen.kode
    if not sheet.dokumen.penyebut:
        return
    point = series.point(periode, code, "")
    if point is None or point.persen != sheet.persen_provinsi():
        shown = format_percent(point.persen if point else None)
        own = format_percent(sheet.persen_provinsi())
        yield Beda(periode, "cakupan", f"{code} provinsi: {own} ≠ {shown} %.")
