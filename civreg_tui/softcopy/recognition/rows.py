"""The rows below a heading, each told apart: region, section, total, numbering, note, blank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from civreg_tui.domain.wilayah import Jenis, Penetapan
from civreg_tui.softcopy.files.grid import PANJANG_TEKS, Grid, Nilai, as_text, is_blank
from civreg_tui.softcopy.recognition.figures import count_cell
from civreg_tui.softcopy.recognition.header import Blok
from civreg_tui.softcopy.recognition.labels import Label, Labels, code_text
from civreg_tui.softcopy.recognition.words import words

Macam = Literal["wilayah", "jumlah", "bagian", "nomor", "catatan", "banding", "rinci", "lepas"]

ALASAN: dict[Macam, str] = {
    "bagian": "judul bagian",
    "nomor": "nomor kolom",
    "catatan": "catatan atau tanda tangan",
    "banding": "baris pembanding, bukan kabupaten/kota",
    "rinci": "rincian kecamatan atau desa",
    "lepas": "angka tanpa nama kabupaten/kota",
}
"""Why the rows that hold no figures of the recap were passed over."""

_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?\.?")
_NUMBERING = re.compile(
    r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?\s*(?:=.*)?|=?\(?[\d\s()+\-–:/*xX%.,=]*\)?"
)
_NOTHING: frozenset[str] = frozenset()


class Baris(NamedTuple):
    """One row below a heading: what it is, its label, and the region it settles on."""

    row: int
    macam: Macam
    label: Label
    penetapan: Penetapan | None = None


def read_rows(grid: Grid, block: Blok, last: int, labels: Labels) -> list[Baris]:
    """Every row with anything in it, from below the heading to row ``last``."""
    rows = [
        row
        for row in range(block.bawah + 1, last + 1)
        if any(not is_blank(v) for v in grid.rows[row][block.kiri : block.kanan + 1])
    ]
    reader = _RowReader(grid, block, labels)
    found = [reader.read(row) for row in rows]
    kind = labels.section([block.judul[block.nama].teks]) if block.nama in block.judul else None
    if kind and _only(found, kind) and any(_ambiguous(row) for row in found):
        reader = _RowReader(grid, block, labels)
        reader.section = kind  # the names' own heading says KABUPATEN or KOTA
        found = [reader.read(row) for row in rows]
    return found


def _ambiguous(row: Baris) -> bool:
    return row.penetapan is not None and len(row.penetapan.kandidat) > 1


def _only(rows: Iterable[Baris], kind: Jenis) -> bool:
    """Whether all regions that settled are of one kind."""
    regions = [row.penetapan.wilayah for row in rows if row.penetapan and row.penetapan.wilayah]
    return bool(regions) and all(region.jenis == kind for region in regions)


class _RowReader:
    """Tells rows apart; remembers the section (A. KABUPATEN) it is under."""

    def __init__(self, grid: Grid, block: Blok, labels: Labels) -> None:
        self.grid, self.block, self.labels = grid, block, labels
        counted = block.columns("hitung") + block.columns("persen")
        self.figures = counted + block.columns("asing")
        self.code = block.label("kode")
        self.codes = [c for c, j in block.judul.items() if j.peran == "kode"]
        self.label_end = max(min(counted or self.figures, default=0), block.nama + 1)
        self.names = [c for c in block.names() if c != self.code]
        self.section: Jenis | None = None
        self.seen: set[str] = set()

    def read(self, row: int) -> Baris:
        """The row's kind, its label, and its region if it is a region's row."""
        label = self._label(row)
        figures = self._has_figures(row)
        if self._is_numbering(row):
            return Baris(row, "nomor", label)
        if not figures and (opened := self.labels.section(self._label_texts(row))):
            self.section = opened
            return Baris(row, "bagian", label)
        if self.labels.is_total(label):
            return Baris(row, "jumlah" if figures else "catatan", label)
        if self.labels.is_below(label):
            return Baris(row, "rinci", label)
        return self._region_or_note(row, label, figures)

    def _region_or_note(self, row: int, label: Label, figures: bool) -> Baris:
        self.section = self._own_section(row) or self.section
        settled = self.labels.settle(label, self.section)
        region = settled.wilayah
        if region and not figures and region.kode in self.seen:
            # The place of signing is often a region's name.
            return Baris(row, "catatan", label)
        if region or self.labels.knows(label.nama):
            self.seen |= {region.kode} if region else set()
            return Baris(row, "wilayah", label, settled)
        if self.labels.kamus.bukan_wilayah.find(words(label.nama)) or self.labels.is_abroad(label):
            return Baris(row, "banding", label)
        if not figures:
            return Baris(row, "catatan", label)
        if label.nama or label.kode:
            return Baris(row, "wilayah", label, settled)
        return Baris(row, "lepas", label)

    def _own_section(self, row: int) -> Jenis | None:
        """KABUPATEN or KOTA in a column of its own beside the name."""
        cells = self.grid.rows[row][self.block.kiri : self.block.nama]
        found = [self.labels.section([v]) for v in cells if isinstance(v, str)]
        return next((kind for kind in found if kind), None)

    def _label(self, row: int) -> Label:
        """The row's code and name; a name may be split over the columns that head one."""
        code = self._code(row)
        texts = [as_text(self.grid.at(row, c)).strip() for c in self.names]
        names = texts if len(texts) == 1 else dict.fromkeys((" ".join(texts), *texts))
        read = {name: self.labels.label(code, name) for name in names}
        for label in read.values():
            if label.nama and self.labels.knows(label.nama):
                return label
        label = read[texts[0]] if texts else self.labels.label(code, None)
        if label.nama:
            return label
        spare = [t for t in self._label_texts(row) if any(c.isalpha() for c in t)]
        return Label("", spare[-1]) if spare else label

    def _code(self, row: int) -> Nilai:
        """The row's code; that of the province may stand in a column of its own before it."""
        if self.code is None:
            return None
        value = self.grid.at(row, self.code)
        if is_blank(value):
            return None
        parts = [code_text(self.grid.at(row, column)) for column in self.codes[:2]]
        if len(parts) == 1:
            parts = [self.labels.province_code, *parts]
        if all(part.isdecimal() and len(part) <= 2 for part in parts):
            return f"{parts[0]}.{parts[1]:0>2}"
        return value

    def _label_texts(self, row: int) -> list[str]:
        """The texts of the label columns (NO, KODE, KABUPATEN/KOTA) of a row."""
        cells = self.grid.rows[row][self.block.kiri : self.label_end]
        return [as_text(value)[:PANJANG_TEKS].strip() for value in cells if not is_blank(value)]

    def _has_figures(self, row: int) -> bool:
        """Whether a column of figures holds a number here, sound or damaged."""
        for column in self.figures:
            value = self.grid.at(row, column)
            if isinstance(value, (int, float)):
                return True
            if value:
                cell = count_cell(value, "", self.labels.kamus.nihil)
                if cell.angka is not None or cell.masalah not in {None, "teks"}:
                    return True
        return False

    def _is_numbering(self, row: int) -> bool:
        """A row of column numbers (1, 2, 3 … 6=(3+4-5)): the name column holds one, too."""
        name = as_text(self.grid.at(row, self.block.nama)).strip()
        if not _NUMBER.fullmatch(name):
            return False
        cells = self.grid.rows[row][self.block.kiri : self.block.kanan + 1]
        texts = [as_text(value).strip() for value in cells if not is_blank(value)]
        return all(len(text) < 24 and _NUMBERING.fullmatch(text) for text in texts)
