"""Names of cells and sheets as formulas write them; rows and columns count from zero."""

from __future__ import annotations

import re


def nama_sel(row: int, col: int) -> str:
    """``D13`` for row 12, column 3."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, col))


def tetap(row: int, col: int) -> str:
    """``$D$13`` for row 12, column 3."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, col, row_abs=True, col_abs=True))


def nama_lembar(text: str, kode: str, taken: frozenset[str]) -> str:
    """A sheet name that spreadsheets accept: at most 31 characters, none of ``[]:*?/\\``, new."""
    clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", text).strip(" '")[:31]
    if not clean or clean.casefold() in taken:
        return f"{clean[:22]} {kode}".strip()[:31]
    return clean
