"""The LAKIP's tables as a workbook: live formulas with the same figures as the text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import Edisi, Frasa, KolomTabel, TabelLakip, judul, susun
from civreg_tui.domain.lakip.model import Sel
from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.numbers import BLANK
from civreg_tui.papers import marks, sel, styles, tables
from civreg_tui.papers.lakip import huruf
from civreg_tui.papers.lakip.lembar import BARIS_KEPALA, BARIS_PERTAMA, NAMA, LetakTabel
from civreg_tui.papers.lakip.rumus_tabel import rumus_tabel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HURUF = 1.25
"""Characters of sheet width for one share of a table's column."""
UKURAN_JUDUL = 12
"""Points of a sheet's title."""
MM_PER_HURUF = 7 * 25.4 / 96
"""Millimetres of one character of a column's width."""
PIKSEL_PER_HURUF = 7
BARIS_CAP, TINGGI_CAP = 3, 26
"""The row where a draft's watermark begins, and how many rows it needs."""
_RUPA = {"teks": ("teks", "bungkus"), "jumlah": ("angka",), "rupiah": ("angka",)}


def write_lakip_tables(
    laporan: Laporan,
    edisi: Edisi = "bulanan",
    frasa: Frasa | None = None,
    *,
    disampaikan: bool = True,
) -> bytes:
    """The workbook's bytes, one sheet a table; the same report gives the same bytes."""
    phrases = frasa or load_phrases()
    buffer = BytesIO()
    title = " ".join(judul(laporan, edisi, phrases))
    book = styles.new_book(buffer, title, laporan.kantor.bidang, marks.created(laporan))
    look = styles.Styles(book)
    places = _letak(laporan, edisi, phrases)
    halaman = styles.Halaman.lakip(laporan, disampaikan=disampaikan)
    for place in places.values():
        sheet = book.add_worksheet(place.lembar)
        end = _sheet(sheet, look, laporan, places, place)
        _halaman(sheet, halaman, end, place.tabel)
    book.close()
    return buffer.getvalue()


def _letak(laporan: Laporan, edisi: Edisi, frasa: Frasa) -> dict[str, LetakTabel]:
    """The tables of the chapters; the recaps of the appendix have a workbook of their own."""
    found = [t for b in susun(laporan, edisi, frasa) if not b.lampiran for t in b.tabel]
    taken: set[str] = set()
    places = {}
    for table in found:
        kode = table.id.rpartition("_")[2]
        plain = NAMA.get(table.id, f"Kekurangan {kode}")
        name = sel.nama_lembar(plain, kode, frozenset(taken))
        taken.add(name.casefold())
        places[table.id] = LetakTabel(table, name)
    return places


def _sheet(
    sheet: Worksheet,
    look: styles.Styles,
    laporan: Laporan,
    places: dict[str, LetakTabel],
    here: LetakTabel,
) -> int:
    """Fill a table's sheet; returns the last row of its page."""
    table, last = here.tabel, len(here.tabel.kolom) - 1
    tables.widths(sheet, _lebar(table))
    row = styles.kop(sheet, look, laporan.kantor, last)
    stand = () if "keadaan" in table.judul.lower() else (marks.keadaan(laporan),)
    styles.title(sheet, look, row, last, (_kapital(table.judul), *stand))
    tables.head(sheet, look, BARIS_KEPALA, [kolom.judul for kolom in table.kolom])
    _cells(sheet, look, here, rumus_tabel(places, here, laporan))
    end = BARIS_PERTAMA + len(table.baris)
    if table.catatan:
        sheet.write_string(end, 0, table.catatan, look("keterangan"))
    return end


def _halaman(sheet: Worksheet, halaman: styles.Halaman, end: int, table: TabelLakip) -> None:
    """The printed page; a draft's reaches down as far as its watermark does."""
    last = len(table.kolom) - 1
    end = max(end, BARIS_CAP + TINGGI_CAP) if halaman.draf else end
    styles.page(sheet, halaman, repeat=(BARIS_KEPALA, BARIS_KEPALA + 1))
    sheet.print_area(0, 0, end, last)
    sheet.freeze_panes(BARIS_PERTAMA, 1)
    styles.stamp_draf(sheet, halaman, (BARIS_CAP,), 0, sum(_lebar(table)) * PIKSEL_PER_HURUF)


def _kapital(judul: str) -> str:
    """A title in capitals; «s.d.» stays small, as the office writes it."""
    return judul.upper().replace("S.D.", "s.d.")


def _lebar(table: TabelLakip) -> list[float]:
    """The columns' widths in characters, together at least as wide as the title."""
    shares = [kolom.lebar * HURUF for kolom in table.kolom]
    title = huruf.lebar(table.judul.upper(), UKURAN_JUDUL, tebal=True) / MM_PER_HURUF
    stretch = max(1.0, (title + 2) / sum(shares))
    return [share * stretch for share in shares]


def _cells(
    sheet: Worksheet,
    look: styles.Styles,
    here: LetakTabel,
    formulas: dict[tuple[int, int], str],
) -> None:
    final = len(here.tabel.baris) - 1
    characters = _lebar(here.tabel)
    for offset, cells in enumerate(here.tabel.baris):
        row = BARIS_PERTAMA + offset
        base = "jumlah" if here.tabel.jumlah and offset == final else "sel"
        for column, (value, kolom) in enumerate(zip(cells, here.tabel.kolom, strict=True)):
            style = look(base, *_RUPA.get(kolom.jenis, ("persen",)))
            shown = _nilai(value, kolom, total=base == "jumlah")
            formula = formulas.get((row, column))
            if formula is None:
                tables.put(sheet, row, column, shown, style)
            else:
                sheet.write_formula(row, column, formula, style, "" if shown is None else shown)
        sheet.set_row(row, max(15.0, tables.wrapped_height(_teks(here.tabel, offset), characters)))


def _nilai(value: Sel, kolom: KolomTabel, *, total: bool) -> tables.Nilai:
    if value is None:
        return None if total else BLANK
    if isinstance(value, int) and kolom.jenis == "persen":
        return value / 100
    return value


def _teks(table: TabelLakip, offset: int) -> list[tables.Nilai]:
    return [v if isinstance(v, str) else None for v in table.baris[offset]]
