"""Names of cells as formulas write them; rows and columns count from zero."""

from __future__ import annotations


def nama_sel(row: int, col: int) -> str:
    """``D13`` for row 12, column 3."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, col))


def tetap(row: int, col: int) -> str:
    """``$D$13`` for row 12, column 3."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, col, row_abs=True, col_abs=True))
