"""The Sekretariat's workbook: receipt and checklist ready to sign, and the tables as data."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import Frasa
from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks, styles
from civreg_tui.papers.bahan import daftar_periksa, data
from civreg_tui.papers.bahan.pencocokan import HasilCocok, cocokkan
from civreg_tui.papers.bahan.penyerahan import Penyerahan

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def write_bahan(
    laporan: Laporan,
    serah: Penyerahan | None = None,
    frasa: Frasa | None = None,
    hasil: HasilCocok | None = None,
) -> bytes:
    """The workbook's bytes; without ``hasil`` the delivery's figures are checked here."""
    phrases = frasa or load_phrases()
    if hasil is None and serah is not None:
        hasil = cocokkan(laporan, serah, phrases)
    buffer = BytesIO()
    title = f"Bahan LAKIP Dinas {Periode.parse(laporan.periode).label}"
    book = styles.new_book(buffer, title, laporan.kantor.dinas, marks.created(laporan))
    _isi(book, laporan, serah, hasil, phrases)
    book.close()
    return buffer.getvalue()


def _isi(
    book: Workbook,
    laporan: Laporan,
    serah: Penyerahan | None,
    hasil: HasilCocok | None,
    frasa: Frasa,
) -> None:
    look = styles.Styles(book)
    sheet = book.add_worksheet("Lembar Penerimaan")
    daftar_periksa.tulis(sheet, look, laporan, serah, hasil)
    data.tulis_tabel(book.add_worksheet("Tabel LAKIP"), look, laporan, frasa)
    data.tulis_angka(book.add_worksheet("Angka Rekap"), look, laporan)
