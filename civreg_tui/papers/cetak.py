"""The workbook as it goes to the printer: sheets of plain data stay out of the pages."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

LEMBAR_DATA = ("Data", "Tabel LAKIP", "Angka Rekap")
"""Sheets for those who calculate on, at the end of a workbook: never on paper."""
_BUKU = "xl/workbook.xml"
_LEMBAR = re.compile(r'<sheet name="([^"]*)"[^>]*/>')
_NAMA = re.compile(r'<definedName [^>]*localSheetId="(\d+)"[^>]*>[^<]*</definedName>')


def untuk_cetak(content: bytes) -> bytes:
    """A copy of the workbook without its data sheets; LibreOffice prints even hidden ones.

    What is no workbook is given back as it is.
    """
    if not zipfile.is_zipfile(BytesIO(content)):
        return content
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            target.writestr(entry, _tanpa_data(data) if entry.filename == _BUKU else data)
    return out.getvalue()


def _tanpa_data(book: bytes) -> bytes:
    """The workbook's list of sheets, and their names for ranges, without the data sheets."""
    text = book.decode()
    names = [found[1] for found in _LEMBAR.finditer(text)]
    keep = [i for i, name in enumerate(names) if name not in LEMBAR_DATA]
    if keep != list(range(len(keep))) or not keep:
        return book
    text = _LEMBAR.sub(lambda m: "" if m[1] in LEMBAR_DATA else m[0], text)
    return _NAMA.sub(lambda m: m[0] if int(m[1]) < len(keep) else "", text).encode()
