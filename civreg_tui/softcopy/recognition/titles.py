"""The lines above and below a table: as texts, and the DKB reference they name."""

from __future__ import annotations

from collections.abc import Iterable

from civreg_tui.domain.periode import parse_acuan
from civreg_tui.softcopy.files.grid import LEBAR_BARIS, PANJANG_TEKS, Grid
from civreg_tui.softcopy.recognition.header import Blok
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.periods import SUMBER
from civreg_tui.softcopy.recognition.words import words

_YEARS = range(1990, 2100)


def title_lines(
    grid: Grid, rows: tuple[int, int], columns: tuple[int, int], kamus: Kamus
) -> list[str]:
    """The text lines of some rows and columns: no rows of figures, no pivot table.

    A year may stand in a cell of its own.
    """
    lines: list[str] = []
    for row in range(*rows):
        line = grid.line(row, *columns)
        values = grid.rows[row][columns[0] : columns[1]]
        numbers = [v for v in values if isinstance(v, (int, float))]
        years = [str(int(v)) for v in numbers if v in _YEARS]
        line = " ".join([line, *years]) if line else ""
        if line and len(years) == len(numbers) and not kamus.pivot.find(words(line)):
            lines.append(line)
    return lines


def place_of(grid: Grid, line: str, block: Blok) -> str | None:
    """The cell above a block in which a title line begins; None when it stands in none."""
    wanted = " ".join(line.split())
    for row in range(block.atas):
        for column, value in enumerate(grid.rows[row][:LEBAR_BARIS]):
            text = " ".join(value[:PANJANG_TEKS].split()) if isinstance(value, str) else ""
            if text and wanted.startswith(text):
                return grid.address(row, column)
    return None


def tells_issued(lines: Iterable[str], kamus: Kamus) -> bool:
    """Whether titles speak of certificates issued (a flow) and not of owners or totals so far."""
    texts = [words(line) for line in lines]
    measures = {measure for text in texts for measure in kamus.ukuran.find(text)}
    return (
        "terbit" in measures
        and "kumulatif" not in measures
        and not any(kamus.milik & set(text) for text in texts)
    )


def acuan_of(lines: Iterable[str]) -> str | None:
    """The DKB reference of titles and notes; a line that says DKB or Sumber goes first."""
    lines = [" ".join(line.upper().split()) for line in lines]
    for line in sorted(lines, key=lambda text: SUMBER.search(text) is None):
        if found := parse_acuan(line):
            return found
    return None
