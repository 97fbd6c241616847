"""A file's bytes as worksheets of cells, whatever kind of file it is."""

from __future__ import annotations

from civreg_tui.softcopy.grid import Grid
from civreg_tui.softcopy.sniff import decode, kind_of
from civreg_tui.softcopy.source import Berkas


def read_cells(berkas: Berkas) -> list[Grid]:
    """The worksheets of a file; SoftcopyTidakTerbaca when it is no table at all.

    Each kind's reader is imported when a file of that kind comes.
    """
    data, name = berkas.data, berkas.nama
    match kind_of(data, name):
        case "zip":
            from civreg_tui.softcopy.xlsx import read_xlsx

            return read_xlsx(data, name)
        case "ods":
            from civreg_tui.softcopy.ods import read_ods

            return read_ods(data, name)
        case "ole":
            from civreg_tui.softcopy.biff import read_xls

            return read_xls(data, name)
        case "html":
            from civreg_tui.softcopy.html_table import read_html

            return read_html(decode(data, name), name, berkas.pokok)
        case "teks":
            from civreg_tui.softcopy.csv_text import read_csv

            return read_csv(decode(data, name), name, berkas.pokok)
