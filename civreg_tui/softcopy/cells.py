"""A file's bytes as worksheets of cells, whatever kind of file it is."""

from __future__ import annotations

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.grid import Grid
from civreg_tui.softcopy.sniff import kind_of
from civreg_tui.softcopy.source import Berkas
from civreg_tui.softcopy.xlsx import read_xlsx


def read_cells(berkas: Berkas) -> list[Grid]:
    """The worksheets of a file; SoftcopyTidakTerbaca when it is no table at all."""
    match kind_of(berkas.data, berkas.nama):
        case "zip":
            return read_xlsx(berkas.data, berkas.nama)
        case _:
            raise SoftcopyTidakTerbaca(f"{berkas.nama} belum didukung.")
