"""Files to one reading: each file once, its worksheets, its tables, the month and the DKB."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from civreg_tui.config.definitions import Definitions
from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.assembly import assemble
from civreg_tui.softcopy.errors import PembacaanDibatalkan, SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.cells import read_cells
from civreg_tui.softcopy.files.sniff import kind_of
from civreg_tui.softcopy.files.source import Berkas, load
from civreg_tui.softcopy.recognition.collector import collector_paused
from civreg_tui.softcopy.recognition.kamus import load_kamus
from civreg_tui.softcopy.recognition.konteks import Ajaran, Konteks
from civreg_tui.softcopy.recognition.labels import Labels
from civreg_tui.softcopy.recognition.tables import TANPA_TABEL, HasilLembar, read_sheet

Kemajuan = Callable[[int, int, str], None]
"""Told before each file and after each worksheet: files done, files in all, what was read."""

Batal = Callable[[], bool]
"""Asked at the same moments; true stops the reading."""


def read_files(
    paths: Sequence[str | os.PathLike[str]],
    facts: Definitions,
    *,
    periode: Periode | None = None,
    ajaran: Ajaran | None = None,
    progress: Kemajuan | None = None,
    cancelled: Batal | None = None,
) -> Bacaan:
    """Read softcopies from disk as they stand.

    Raises SoftcopyTidakTerbaca for the first file that cannot be read, PembacaanDibatalkan
    when ``cancelled`` turns true. See ``read_berkas`` for the rest.
    """
    return read_berkas(
        [load(path) for path in paths],
        facts,
        periode=periode,
        ajaran=ajaran,
        progress=progress,
        cancelled=cancelled,
    )


def read_berkas(
    berkas: Sequence[Berkas],
    facts: Definitions,
    *,
    periode: Periode | None = None,
    ajaran: Ajaran | None = None,
    progress: Kemajuan | None = None,
    cancelled: Batal | None = None,
) -> Bacaan:
    """Read files whose bytes are already here (kept in the store).

    ``periode`` chooses among several months of one document in a delivery (default: the one
    most sheets name); ``ajaran`` are headings that people taught.
    """
    konteks = Konteks(Labels(facts.wilayah, load_kamus()), facts.dokumen, ajaran or {}, periode)
    sheets: list[list[HasilLembar]] = []
    with collector_paused():
        for done, file in enumerate(berkas):

            def step(what: str, done: int = done) -> None:
                if cancelled is not None and cancelled():
                    raise PembacaanDibatalkan
                if progress is not None:
                    progress(done, len(berkas), what)

            sheets.append(_read_file(file, konteks, step))
        return assemble(berkas, sheets, konteks, periode)


def _read_file(source: Berkas, konteks: Konteks, step: Callable[[str], None]) -> list[HasilLembar]:
    step(source.nama)
    results: list[HasilLembar] = []
    for grid in read_cells(source):
        results.append(read_sheet(grid, source.path, source.pokok, konteks))
        step(f"{source.nama}: {grid.nama}")
    if [r.dilewati for r in results] == [TANPA_TABEL] and kind_of(
        source.data, source.nama
    ) == "teks":
        raise SoftcopyTidakTerbaca(
            f"{source.nama} hanya teks tanpa tabel kabupaten/kota. Pilih berkas softcopy rekap."
        )
    return results
