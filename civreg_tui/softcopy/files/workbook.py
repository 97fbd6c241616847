"""The one boundary to python-calamine: its sheets as grids, its failures as one clear line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.archive import encrypted
from civreg_tui.softcopy.files.grid import Grid, Nilai

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook, SheetMetadata

Koreksi = dict[tuple[int, int], str]
"""What the library loses: the text of broken formulas by (row, column) from zero."""

TERSEMBUNYI = "lembar tersembunyi"


def read_workbook(stream: io.BytesIO, name: str, corrections: dict[str, Koreksi]) -> list[Grid]:
    """All worksheets of a workbook; SoftcopyTidakTerbaca when the library cannot read it."""
    from python_calamine import CalamineError, PasswordError

    try:
        return _read_all(stream, corrections)
    except PasswordError:
        raise SoftcopyTidakTerbaca(encrypted(name)) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise SoftcopyTidakTerbaca(damaged(name)) from None
    except BaseException as error:
        # The library's panics derive from BaseException and have no importable class.
        if type(error).__name__ != "PanicException":
            raise
        raise SoftcopyTidakTerbaca(damaged(name)) from None


def damaged(name: str) -> str:
    """The sentence for a workbook whose content is broken."""
    return f"{name} rusak. Buka dan simpan ulang di aplikasi lembar kerja, atau minta kirim ulang."


def _read_all(stream: io.BytesIO, corrections: dict[str, Koreksi]) -> list[Grid]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(stream)
    return [_grid(workbook, m, corrections.get(m.name, {})) for m in workbook.sheets_metadata]


def _grid(workbook: CalamineWorkbook, meta: SheetMetadata, corrections: Koreksi) -> Grid:
    if str(meta.typ) != "SheetTypeEnum.WorkSheet":
        return Grid(meta.name, dilewati="bukan lembar angka (grafik atau makro)")
    if str(meta.visible) != "SheetVisibleEnum.Visible":
        return Grid(meta.name, dilewati=TERSEMBUNYI)
    sheet = workbook.get_sheet_by_name(meta.name)
    if sheet.start is None:
        return Grid(meta.name, _corrected([], corrections))
    margin: list[Nilai] = [None] * sheet.start[1]
    rows = [
        margin + [v if type(v) is float else _value(v) for v in row] for row in sheet.iter_rows()
    ]
    merged = tuple((a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ())
    return Grid(meta.name, _corrected(rows, corrections), merged)


def _corrected(rows: list[list[Nilai]], corrections: Koreksi) -> list[list[Nilai]]:
    for (row, column), text in corrections.items():
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        rows[row][column] = text
    return rows


def _value(value: Any) -> Nilai:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (str, int, float)):
        return value if value != "" else None
    return None if value is None else str(value)  # a date, a time of day, a duration
