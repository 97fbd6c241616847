"""What each kind of content takes on the page: headings, paragraphs, tables, charts."""

from __future__ import annotations

from civreg_tui.domain.lakip import BagianLakip, GrafikLakip, TabelLakip
from civreg_tui.papers.lakip import gaya, grafik_docx, tabel_docx
from civreg_tui.papers.lakip.halaman import Balok
from civreg_tui.papers.lakip.huruf import MM_PER_POINT, jumlah_baris

SEL, TEPI_SEL, GARIS = 9.0, 2.5, 0.5
"""Points of the cells' type, millimetres of their side margins, points of the rules."""


def judul(bagian: BagianLakip, lebar: float) -> Balok:
    """A heading; chapters have the number on a line of its own."""
    size = gaya.UKURAN_JUDUL[bagian.tingkat]
    before, after = gaya.JARAK_JUDUL[bagian.tingkat]
    text = bagian.judul if bagian.tingkat == 1 else bagian.kepala
    chapter = bagian.tingkat == 1
    lines = jumlah_baris(text, size, lebar, tebal=True) + int(chapter and bool(bagian.nomor))
    pieces = (gaya.baris(size),) * lines
    return Balok(pieces, before, after, True, True, chapter, tanda=bagian.id)


def alinea(text: str, lebar: float, *, butir: bool = False) -> Balok:
    """A paragraph of the body, or an item of a list."""
    width = lebar - gaya.LEKUK if butir else lebar
    lines = jumlah_baris(text, gaya.UKURAN, width)
    return Balok((gaya.SPASI,) * lines, sesudah=4.0 if butir else 8.0)


def keterangan(text: str, lebar: float) -> Balok:
    """A caption, above its table or chart."""
    lines = jumlah_baris(text, 10.0, lebar, tebal=True)
    return Balok((gaya.baris(10.0),) * lines, 6.0, 3.0, True, True)


def catatan(text: str, lebar: float) -> Balok:
    """The note under a table or chart; an empty line when there is none."""
    lines = jumlah_baris(text, 8.5, lebar)
    return Balok((gaya.baris(8.5),) * lines, 2.0, 10.0)


def tabel(isi: TabelLakip, lebar: float) -> Balok:
    """A table: a piece a row; a table with a total stays on one page."""
    widths = [w / tabel_docx.TWIPS - TEPI_SEL for w in tabel_docx.lebar_kolom(isi, lebar)]
    heads = [kolom.judul for kolom in isi.kolom]
    head = _baris(heads, widths, tebal=True) + _baris(["1"], widths)
    rows = []
    for row in isi.baris:
        shown = [tabel_docx.tampil(v, k) for v, k in zip(row, isi.kolom, strict=True)]
        rows.append(_baris(shown, widths))
    whole = tabel_docx.utuh(isi)
    return Balok((head, *rows), utuh=whole, dengan_berikut=whole, kepala=head)


def _baris(texts: list[str], widths: list[float], *, tebal: bool = False) -> float:
    pairs = zip(texts, widths, strict=False)
    lines = max(jumlah_baris(text, SEL, width, tebal=tebal) for text, width in pairs)
    return lines * gaya.baris(SEL) + 2.0 + GARIS


def grafik(isi: GrafikLakip) -> Balok:
    """A chart with its caption below."""
    return Balok((grafik_docx.tinggi(isi) / MM_PER_POINT + 2.0,), dengan_berikut=True, utuh=True)
