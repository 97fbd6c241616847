"""The rekap workbook of a month: a sheet per document and what belongs to them."""

from __future__ import annotations

from io import BytesIO

from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks, sop, styles
from civreg_tui.papers.rekap.buku import Buku, tata_letak


def write_rekap(laporan: Laporan) -> bytes:
    """The workbook of the month's recaps; the same month gives the same bytes."""
    buffer = BytesIO()
    title = f"Rekapitulasi Cakupan Kepemilikan Akta {Periode.parse(laporan.periode).label}"
    book = styles.new_book(buffer, title, laporan.kantor.bidang, marks.created(laporan))
    halaman = styles.Halaman.dari(laporan)
    buku = Buku(book, styles.Styles(book), laporan, halaman, tata_letak(laporan))
    _sheets(buku)
    book.close()
    return buffer.getvalue()


def _sheets(buku: Buku) -> None:
    from civreg_tui.papers.rekap import daftar, lembar_dokumen, peringkat, ringkasan, tren

    laporan = buku.laporan
    ringkasan.write_ringkasan(buku, buku.sheet("Ringkasan"))
    for rekap in laporan.rekap:
        lembar_dokumen.write_lembar(buku, rekap)
    peringkat.write_peringkat(buku, buku.sheet("Peringkat"))
    tren.write_tren(buku, buku.sheet("Tren"))
    daftar.write_temuan(buku, buku.sheet("Temuan"))
    if laporan.perubahan:
        daftar.write_perubahan(buku, buku.sheet("Perubahan"))
    sop.write_waktu(buku.sheet("Waktu SOP"), buku.styles, laporan, buku.halaman)
    daftar.write_data(buku, buku.sheet("Data"))
