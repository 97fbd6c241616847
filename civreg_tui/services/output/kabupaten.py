"""The papers that go back to the kabupaten/kota: each with its own place and its own trend."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan, TitikSeri
from civreg_tui.domain.periode import SETAHUN
from civreg_tui.domain.wilayah import Wilayah, normal_name
from civreg_tui.services.cakupan.series import Series, load_series
from civreg_tui.services.month.months import earlier
from civreg_tui.services.workspace import Workspace

KABUPATEN = "kabupaten"
SEMUA = "semua"

Berkas = tuple[str, bytes]
"""The middle of a file name, and the workbook."""


def choose_regions(ws: Workspace, periode: str, jenis: str) -> tuple[Wilayah, ...]:
    """The regions that ``kabupaten`` (all), ``kabupaten:13.06`` or ``kabupaten:agam`` names.

    Ditolak for a code or name that settles on no region, or on several.
    """
    known = ws.facts(periode).wilayah
    wanted = jenis.partition(":")[2].strip()
    if not wanted or wanted.casefold() == SEMUA:
        return known.semua
    if wanted in known:
        return (known[wanted],)
    found = known.by_name(wanted)
    if len(found) == 1:
        return found
    if found:
        codes = " atau ".join(f"{w.kode} ({w.nama})" for w in found)
        raise Ditolak(f'"{wanted}" bisa berarti {codes}. Tulis kodenya.')
    raise Ditolak(f'Kabupaten/kota "{wanted}" tidak dikenal. Tulis kodenya, misalnya 13.06.')


def region_books(ws: Workspace, report: Laporan, jenis: str) -> list[Berkas]:
    """The workbooks of the regions named by ``jenis``: one each, or one for ``kabupaten:semua``."""
    from civreg_tui.papers.kabupaten import write_kabupaten, write_semua_kabupaten

    chosen = choose_regions(ws, report.periode, jenis)
    months = (*reversed(earlier(ws, report.periode, SETAHUN - 1)), report.periode)
    series = load_series(ws, months)
    trends = {w.kode: tuple(_trend(ws, report, series, w.kode)) for w in chosen}
    if jenis.partition(":")[2].strip().casefold() == SEMUA:
        return [("kabupaten-kota", write_semua_kabupaten(report, trends))]
    return [
        (_file_name(region), write_kabupaten(report, region.kode, trends[region.kode]))
        for region in chosen
    ]


def _file_name(region: Wilayah) -> str:
    return f"{region.kode}-{normal_name(region.nama).lower().replace(' ', '-')}"


def _trend(ws: Workspace, report: Laporan, series: Series, kode: str) -> Iterator[TitikSeri]:
    months = {month.periode: month for month in ws.store.months.all()}
    for rekap in report.rekap:
        document = rekap.dokumen.kode
        for periode, point in series.region(document, kode):
            month = months[periode]
            yield TitikSeri(
                periode, document, point.memiliki, point.wajib, point.persen, month.acuan,
                month.contoh,
            )  # fmt: skip
