"""The sheet that the Sekretariat signs: what was received, what was checked, number and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civreg_tui.domain.laporan import Laporan, Pejabat
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks, styles, tables
from civreg_tui.papers.bahan.pencocokan import HasilCocok
from civreg_tui.papers.bahan.penyerahan import Penyerahan

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

JUDUL = ("LEMBAR PENERIMAAN LAKIP BIDANG", "SEBAGAI BAHAN LAKIP DINAS")
KEPALA = ("NO", "YANG DIPERIKSA", "HASIL", "DIPERIKSA OLEH", "KETERANGAN")
LEBAR = (5, 34, 12, 18, 52)
YA, BELUM = "✓ ya", "☐ belum"
Baris = tuple[int, str, str, str, str]


def tulis(
    sheet: Worksheet,
    look: styles.Styles,
    laporan: Laporan,
    serah: Penyerahan | None,
    hasil: HasilCocok | None,
) -> None:
    """Fill the sheet: identity of the delivery, checklist, note, signatures of both sides."""
    last = len(KEPALA) - 1
    tables.widths(sheet, LEBAR)
    row = styles.kop(sheet, look, laporan.kantor, last)
    month = Periode.parse(laporan.periode).label.upper()
    row = styles.title(sheet, look, row, last, (*JUDUL, f"BULAN {month}"))
    row = _identitas(sheet, look, row, laporan, serah)
    row = tables.head(sheet, look, row + 1, KEPALA)
    row = _periksa(sheet, look, row, laporan, hasil)
    styles.merge(
        sheet,
        (row + 1, 0, row + 1, last),
        f"Catatan: {laporan.bahan.catatan or marks.TITIK}",
        look("lipat"),
    )
    row = _tanda_tangan(sheet, look, row + 3, laporan)
    styles.page(sheet, styles.Halaman.dari(laporan), landscape=True, tall=1)
    sheet.print_area(0, 0, row, last)
    styles.stamp_draf(sheet, styles.Halaman.dari(laporan), (row // 3,), 1)


def identitas(laporan: Laporan, serah: Penyerahan | None) -> list[tuple[str, str]]:
    """What was received, as label and text; dots where it is still to be written by hand."""
    revisi, bahan = laporan.revisi, laporan.bahan
    code = f"{revisi.no} · kode {revisi.kode}" if revisi else "belum ada"
    delivery = (
        f"ke-{serah.no}, {marks.waktu(serah.pada)}, oleh {serah.oleh}" if serah else marks.TITIK
    )
    return [
        ("Nomor penerimaan", bahan.nomor or marks.TITIK),
        ("Tanggal penerimaan", marks.hari(bahan.tanggal) or marks.TITIK),
        ("Dari", laporan.kantor.bidang),
        ("Penyerahan", delivery),
        ("Revisi rekap", code),
        ("SHA-256 naskah", serah.sha256 if serah else marks.TITIK),
    ]


def _identitas(
    sheet: Worksheet, look: styles.Styles, row: int, laporan: Laporan, serah: Penyerahan | None
) -> int:
    for label, text in identitas(laporan, serah):
        styles.merge(sheet, (row, 0, row, 1), label, look("kiri"))
        styles.merge(sheet, (row, 2, row, len(KEPALA) - 1), f": {text}", look("kiri"))
        row += 1
    return row


def baris_periksa(laporan: Laporan, hasil: HasilCocok | None) -> list[Baris]:
    """The checklist's rows; the figures are judged by the program, the rest by the Sekretariat."""
    bahan = laporan.bahan
    matched = hasil.cocok if hasil is not None else bahan.cocok
    proof = hasil.kalimat if hasil is not None else ""
    return [
        (1, "Naskah lengkap (Bab I–IV dan lampiran)", _tanda(bahan.lengkap), "Sekretariat", ""),
        (2, "Angka cocok dengan rekap tervalidasi", _tanda(matched), "program", proof),
        (3, "Ditandatangani Kepala Bidang", _tanda(bahan.ditandatangani), "Sekretariat", ""),
    ]


def _tanda(done: bool) -> str:
    return YA if done else BELUM


def _periksa(
    sheet: Worksheet, look: styles.Styles, row: int, laporan: Laporan, hasil: HasilCocok | None
) -> int:
    centre, text = look("sel", "tengah"), look("sel", "teks", "bungkus")
    looks = (centre, text, centre, centre, text)
    for values in baris_periksa(laporan, hasil):
        tables.put_row(sheet, row, values, looks)
        sheet.set_row(row, max(20.0, tables.wrapped_height(values, LEBAR)))
        row += 1
    return row


def _tanda_tangan(sheet: Worksheet, look: styles.Styles, row: int, laporan: Laporan) -> int:
    """Handed over at the left by the Kabid, received at the right by the Sekretariat."""
    day = marks.parse_day(laporan.bahan.tanggal)
    place = marks.tempat_tanggal(laporan.kantor.kota, day)
    kabid, secretary = marks.pejabat(laporan, "kabid"), marks.pejabat(laporan, "sekretariat")
    sheet.write_string(row, 4, place, look("tengah"))
    sheet.write_string(row + 1, 1, "Yang menyerahkan,", look("tengah"))
    sheet.write_string(row + 1, 4, "Yang menerima,", look("tengah"))
    for column, who in ((1, kabid), (4, secretary)):
        _nama(sheet, look, row + 2, column, who)
    return row + 9


def _nama(sheet: Worksheet, look: styles.Styles, row: int, column: int, who: Pejabat) -> None:
    lines = (
        (0, f"{who.jabatan},", "lipat"),
        (5, who.nama, "garis_bawah"),
        (6, who.pangkat, "teks"),
        (7, f"NIP. {who.nip}", "teks"),
    )
    for offset, text, style in lines:
        sheet.write_string(row + offset, column, text, look(style, "tengah"))
    sheet.set_row(row, 26)
