"""The LAKIP's tables as word-processing XML: fixed widths, repeated heads, figures right."""

from __future__ import annotations

from typing import Any

from civreg_tui.domain.lakip import KolomTabel, TabelLakip
from civreg_tui.domain.lakip.model import Sel
from civreg_tui.domain.numbers import BLANK, format_count, format_percent
from civreg_tui.papers.lakip import xml

KEPALA, JUMLAH = "D9D9D9", "F2F2F2"
BARIS_UTUH = 12
"""Tables up to this length are not parted by a page break."""
TWIPS = 56.6929
"""Twentieths of a point in a millimetre."""


def utuh(tabel: TabelLakip) -> bool:
    """Whether a table is kept on one page: with a total, or short."""
    return tabel.jumlah or len(tabel.baris) <= BARIS_UTUH


def tampil(value: Sel, kolom: KolomTabel) -> str:
    """A cell as it is printed; a dash where nothing was given."""
    if value is None:
        return BLANK
    if isinstance(value, str):
        return value
    return format_percent(value) if kolom.jenis == "persen" else format_count(value)


def lebar_kolom(tabel: TabelLakip, lebar: float) -> list[int]:
    """The columns' widths in twips, sharing ``lebar`` millimetres."""
    total = sum(kolom.lebar for kolom in tabel.kolom)
    return [round(kolom.lebar / total * lebar * TWIPS) for kolom in tabel.kolom]


def tabel_xml(tabel: TabelLakip, lebar: float) -> Any:
    """The whole table as an element, ``lebar`` millimetres wide."""
    widths = lebar_kolom(tabel, lebar)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    last = len(tabel.baris) - 1
    rows = [_kepala(tabel, widths), _nomor(widths)]
    for index, row in enumerate(tabel.baris):
        rows.append(_baris(tabel, row, widths, total=tabel.jumlah and index == last))
    return xml.element(
        f'<w:tbl {xml.NS}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _kepala(tabel: TabelLakip, widths: list[int]) -> str:
    cells = (
        _sel(kolom.judul, width, "center", fill=KEPALA, look="<w:b/>")
        for kolom, width in zip(tabel.kolom, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _nomor(widths: list[int]) -> str:
    look = '<w:i/><w:sz w:val="15"/>'
    cells = (
        _sel(str(index), width, "center", fill=JUMLAH, look=look)
        for index, width in enumerate(widths, 1)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _baris(tabel: TabelLakip, row: tuple[Sel, ...], widths: list[int], *, total: bool) -> str:
    cells = []
    for value, kolom, width in zip(row, tabel.kolom, widths, strict=True):
        shown = "" if total and value is None else tampil(value, kolom)
        side = "left" if kolom.jenis == "teks" else "right"
        fill, look = (JUMLAH, "<w:b/>") if total else ("", "")
        cells.append(_sel(shown, width, side, fill=fill, look=look, keep=utuh(tabel)))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _sel(
    value: str, width: int, side: str, *, fill: str = "", look: str = "", keep: bool = False
) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    together = "<w:keepNext/>" if keep else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/>'
        f'</w:tcPr><w:p><w:pPr><w:pStyle w:val="SelTabel"/>{together}<w:jc w:val="{side}"/>'
        f"</w:pPr>{xml.run(value, look)}</w:p></w:tc>"
    )
