"""The rows below a heading, each told apart: region, section, total, numbering, note, blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from civreg_tui.domain.wilayah import Jenis
from civreg_tui.softcopy.figures import count_cell
from civreg_tui.softcopy.grid import Grid, as_text, is_blank
from civreg_tui.softcopy.header import Blok
from civreg_tui.softcopy.labels import Label, Labels

Macam = Literal["wilayah", "jumlah", "bagian", "nomor", "catatan", "banding", "lepas"]

_NUMBERING = re.compile(
    r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?\s*(?:=.*)?|=?\(?[\d\s()+\-–:/*xX%.,=]*\)?"
)


@dataclass(frozen=True, slots=True)
class Baris:
    """One row below a heading: what it is, its label, and the section it stands under."""

    row: int
    macam: Macam
    label: Label
    bagian: Jenis | None


def read_rows(grid: Grid, block: Blok, last: int, labels: Labels) -> Iterator[Baris]:
    """Every row with anything in it, from below the heading to row ``last``."""
    section: Jenis | None = None
    for row in range(block.bawah + 1, last + 1):
        cells = [c for c in range(block.kiri, block.kanan + 1) if not is_blank(grid.at(row, c))]
        if not cells:
            continue
        label = _label(grid, block, row, labels)
        kind, opened = _kind(grid, block, row, label, labels)
        section = opened or section
        yield Baris(row, kind, label, section)


def _label(grid: Grid, block: Blok, row: int, labels: Labels) -> Label:
    code_column = block.label("kode")
    code = None if code_column is None else grid.at(row, code_column)
    name = None if code_column == block.nama else grid.at(row, block.nama)
    label = labels.label(code, name)
    if label.nama:
        return label
    spare = _label_texts(grid, block, row)
    words_only = [text for text in spare if any(c.isalpha() for c in text)]
    return Label("", words_only[-1]) if words_only else label


def _label_texts(grid: Grid, block: Blok, row: int) -> list[str]:
    """The texts of the label columns (NO, KODE, KABUPATEN/KOTA) of a row."""
    figures = [c for c, j in block.judul.items() if j.isi in {"hitung", "persen"}]
    end = min(figures, default=block.nama + 1)
    columns = range(block.kiri, max(end, block.nama + 1))
    return [as_text(grid.at(row, c)).strip() for c in columns if not is_blank(grid.at(row, c))]


def _kind(
    grid: Grid, block: Blok, row: int, label: Label, labels: Labels
) -> tuple[Macam, Jenis | None]:
    texts = _label_texts(grid, block, row)
    has_figures = _has_figures(grid, block, row)
    if _is_numbering(grid, block, row):
        return "nomor", None
    if not has_figures and (section := labels.section(texts)):
        return "bagian", section
    if labels.is_total(label) or _province_code(label):
        return ("jumlah" if has_figures else "catatan"), None
    if labels.settle(label, None).wilayah or labels.is_region(label.nama):
        return "wilayah", None
    if labels.kamus.bukan_wilayah.find(_words(label)):
        return "banding", None
    if not has_figures:
        return "catatan", None
    return ("wilayah" if label.nama or label.kode else "lepas"), None


def _words(label: Label) -> tuple[str, ...]:
    from civreg_tui.softcopy.words import words

    return words(label.nama)


def _province_code(label: Label) -> bool:
    return label.kode.removesuffix(".0") in {"13", "1300", "13.00"} and not label.nama


def _has_figures(grid: Grid, block: Blok, row: int) -> bool:
    """Whether a column of figures holds a number here, sound or damaged."""
    for column in block.columns("hitung") + block.columns("persen"):
        cell = count_cell(grid.at(row, column), "", frozenset())
        if cell.angka is not None or cell.masalah not in {None, "teks"}:
            return True
    return False


def _is_numbering(grid: Grid, block: Blok, row: int) -> bool:
    """A row of column numbers (1, 2, 3 … 6=(3+4-5)): also the name column holds one."""
    name = as_text(grid.at(row, block.nama)).strip()
    if not name or not _NUMBERING.fullmatch(name):
        return False
    filled = [
        as_text(v).strip() for v in grid.rows[row][block.kiri : block.kanan + 1] if not is_blank(v)
    ]
    return all(_NUMBERING.fullmatch(text) and len(text) < 24 for text in filled)
