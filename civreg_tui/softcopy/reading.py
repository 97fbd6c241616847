"""Files to one reading: each file once, its worksheets, its tables, the month and the DKB."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from civreg_tui.config.model import Facts
from civreg_tui.domain.bacaan import Bacaan, BerkasSumber, LembarSumber, TabelSumber
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.cells import read_cells
from civreg_tui.softcopy.errors import PembacaanDibatalkan
from civreg_tui.softcopy.kamus import load_kamus
from civreg_tui.softcopy.labels import Labels
from civreg_tui.softcopy.source import Berkas, load
from civreg_tui.softcopy.tables import HasilLembar, read_sheet
from civreg_tui.softcopy.titles import acuan_of, most_common, period_of
from civreg_tui.softcopy.workbook import TERSEMBUNYI

Kemajuan = Callable[[int, int, str], None]
"""Told before each file and after each worksheet: files done, files in all, what was read."""

Batal = Callable[[], bool]
"""Asked at the same moments; true stops the reading."""


def read_files(
    paths: Sequence[str | os.PathLike[str]],
    facts: Facts,
    *,
    progress: Kemajuan | None = None,
    cancelled: Batal | None = None,
) -> Bacaan:
    """Read softcopies from disk as they stand.

    Raises SoftcopyTidakTerbaca for the first file that cannot be read, PembacaanDibatalkan
    when ``cancelled`` turns true.
    """
    return read_berkas(
        [load(path) for path in paths], facts, progress=progress, cancelled=cancelled
    )


def read_berkas(
    berkas: Sequence[Berkas],
    facts: Facts,
    *,
    progress: Kemajuan | None = None,
    cancelled: Batal | None = None,
) -> Bacaan:
    """The same for files whose bytes are already here (kept in the store)."""
    labels = Labels(facts.wilayah, load_kamus())
    files: list[BerkasSumber] = []
    results: list[HasilLembar] = []
    for done, file in enumerate(berkas):

        def step(what: str, done: int = done) -> None:
            if cancelled is not None and cancelled():
                raise PembacaanDibatalkan
            if progress is not None:
                progress(done, len(berkas), what)

        read, found = _read_file(file, labels, step)
        files.append(read)
        results += found
    return _together(files, results, labels)


def _read_file(
    source: Berkas, labels: Labels, step: Callable[[str], None]
) -> tuple[BerkasSumber, list[HasilLembar]]:
    step(source.nama)
    sheets: list[LembarSumber] = []
    results: list[HasilLembar] = []
    for grid in read_cells(source):
        result = read_sheet(grid, source.path, source.pokok, labels)
        results.append(result)
        sheets += _sheets(grid.nama, result)
        step(f"{source.nama}: {grid.nama}")
    return BerkasSumber(source.path, source.sha256, tuple(sheets)), results


def _sheets(name: str, result: HasilLembar) -> Iterable[LembarSumber]:
    if not result.tabel:
        return [LembarSumber(name, None, None, result.dilewati)]
    return [LembarSumber(name, t.dokumen, t.baris_judul, None) for t in result.tabel]


def _together(files: list[BerkasSumber], results: list[HasilLembar], labels: Labels) -> Bacaan:
    tables = [table for result in results for table in result.tabel]
    covers = [r for r in results if not r.tabel and r.dilewati != TERSEMBUNYI]
    lines = [line for result in covers for line in result.judul]
    acuan = most_common(t.acuan for t in tables) or acuan_of(lines)
    return Bacaan(tuple(files), tuple(tables), _period(tables, lines, labels), acuan)


def _period(tables: list[TabelSumber], lines: list[str], labels: Labels) -> Periode | None:
    """The month most tables name; a cover's month when no table names one."""
    named = most_common(str(t.periode) for t in tables if t.periode)
    if named is not None:
        return Periode.parse(named)
    return period_of(lines, labels.kamus)[0]
