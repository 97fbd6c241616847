"""How the trail writes places and decided figures: ``AK017/13.06/wajib/jml`` and back."""

from __future__ import annotations

from civreg_tui.domain.kolom import KOLOM, Alamat, Kolom

_NONE = "None"
"""A figure that was not given, in a decision."""


def cell_name(dokumen: str, alamat: Alamat) -> str:
    """A cell: ``AK017/13.06/wajib/jml``."""
    return "/".join((dokumen, *alamat))


def cell_of(name: str) -> tuple[str, Alamat]:
    """The document and the cell that such a name means."""
    dokumen, wilayah, ukuran, seks = name.split("/")
    return dokumen, Alamat(wilayah, *KOLOM[ukuran][seks])


def column_name(dokumen: str, kolom: Kolom) -> str:
    """A column: ``AK017/wajib/jml``."""
    return "/".join((dokumen, *kolom))


def column_of(name: str) -> tuple[str, Kolom]:
    """The document and the column that such a name means."""
    dokumen, ukuran, seks = name.split("/")
    return dokumen, KOLOM[ukuran][seks]


def document_of(name: str) -> str:
    """The document of a cell, a column or a sheet."""
    return name.partition("/")[0]


def place_of(name: str) -> tuple[str, str | None, Kolom | None]:
    """Document, region and column of a cell, a column or a sheet; None for what it leaves out."""
    match name.count("/"):
        case 3:
            dokumen, alamat = cell_of(name)
            return dokumen, alamat.wilayah, alamat.kolom
        case 2:
            dokumen, kolom = column_of(name)
            return dokumen, None, kolom
        case _:
            return name, None, None


def figure_text(angka: int | None) -> str:
    """A figure of a decision, which may be one that was not given."""
    return _NONE if angka is None else str(angka)


def figure_of(text: str | None) -> int | None:
    """The figure that such a text means."""
    return None if text is None or text == _NONE else int(text)
