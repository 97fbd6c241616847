"""A file's bytes as worksheets of cells, whatever kind of file it is."""

from __future__ import annotations

from civreg_tui.softcopy.files.grid import Grid
from civreg_tui.softcopy.files.sniff import Jenis, decode, kind_of
from civreg_tui.softcopy.files.source import Berkas


def read_cells(berkas: Berkas) -> list[Grid]:
    """The worksheets of a file; SoftcopyTidakTerbaca when it is no table at all.

    Each kind's reader is imported when a file of that kind comes.
    """
    data, name = berkas.data, berkas.nama
    match kind := kind_of(data, name):
        case "zip":
            from civreg_tui.softcopy.files.xlsx import read_xlsx

            return read_xlsx(data, name)
        case "ods":
            from civreg_tui.softcopy.files.ods import read_ods

            return read_ods(data, name)
        case "ole":
            from civreg_tui.softcopy.files.biff import read_xls

            return read_xls(data, name)
        case _:
            return _read_text(kind, decode(data, name), berkas)


def _read_text(kind: Jenis, text: str, berkas: Berkas) -> list[Grid]:
    match kind:
        case "xml2003":
            from civreg_tui.softcopy.files.sheetml import read_sheetml

            return read_sheetml(text, berkas.nama)
        case "fods":
            from civreg_tui.softcopy.files.ods import read_fods

            return read_fods(text, berkas.nama)
        case "html":
            from civreg_tui.softcopy.files.html_table import read_html

            return read_html(text, berkas.nama, berkas.pokok)
        case _:
            from civreg_tui.softcopy.files.csv_text import read_csv

            return read_csv(text, berkas.nama, berkas.pokok)
