"""Delimited text as one worksheet: comma, semicolon, tab or bar, found by trying."""

from __future__ import annotations

import csv
import io
from collections import Counter

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.extent import Jatah, check_extent
from civreg_tui.softcopy.files.grid import Grid, Nilai

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 60


def read_csv(text: str, name: str, stem: str) -> list[Grid]:
    """The text as a worksheet named like the file; SoftcopyTidakTerbaca when it is no table."""
    declared = text[:6].lower().startswith("sep=") and text[4:5]
    if declared:
        # The line that tells Excel the delimiter keeps its row, so that addresses stay true.
        text = "\n" + text.split("\n", 1)[-1]
    delimiter = declared or _delimiter(text)
    if not delimiter or text.lstrip().startswith(("<", "{", "[")):
        raise SoftcopyTidakTerbaca(
            f"{name} bukan tabel (tidak ada kolom). Minta softcopy .xlsx, .xls, .ods atau .csv."
        )
    rows = _parse(text, delimiter, name)
    return [Grid(stem, rows, teks=True)]


def _delimiter(text: str) -> str:
    """The delimiter that gives the most lines the same number of columns, the more the better."""
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    best, best_score = "", 1.0
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        except csv.Error:
            continue
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        if width == 1:
            wider = Counter(w for w in widths if w > 1).most_common(1)
            width, count = wider[0] if wider else (1, 0)
        score = width * count / max(1, len(widths))
        if width > 1 and (score > best_score or not best):
            best, best_score = delimiter, score
    return best


def _parse(text: str, delimiter: str, name: str) -> list[list[Nilai]]:
    budget = Jatah(name)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows: list[list[Nilai]] = []
        for row in reader:
            budget.take(len(row) + 1)
            rows.append([field or None for field in row])
        check_extent(len(rows), 1, name)
        return rows
    except csv.Error:
        raise SoftcopyTidakTerbaca(
            f"{name} rusak: tanda kutipnya tidak tertutup. Simpan ulang sebagai .xlsx."
        ) from None
