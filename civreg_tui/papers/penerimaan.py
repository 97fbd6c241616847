"""The papers of step 3: tanda terima for what came in, nota kekurangan for what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from civreg_tui.domain.laporan import Pejabat
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.penerimaan import Penerimaan
from civreg_tui.domain.periode import Periode, tanggal
from civreg_tui.domain.saat import pukul
from civreg_tui.papers import docx_base, marks
from civreg_tui.papers.docx_base import line
from civreg_tui.papers.docx_table import listed
from civreg_tui.papers.styles import Halaman

if TYPE_CHECKING:
    from docx.document import Document

LAPORAN = "Laporan Bulanan Rekapitulasi Cakupan Kepemilikan Dokumen Adminduk"
PUTUSAN = {
    "diterima": "diterima lengkap",
    "diterima_belum_lengkap": "diterima belum lengkap, dengan kekurangan di bawah ini",
    "dikembalikan": "dikembalikan untuk dilengkapi",
}


def write_tanda_terima(receipt: Penerimaan) -> bytes:
    """The receipt as .docx: softcopies with their hashes, hardcopies, control totals, gaps."""
    document = _opened(receipt, "TANDA TERIMA")
    line(document, _received(receipt), align="justify")
    _softcopies(document, receipt)
    _hardcopies(document, receipt)
    _controls(document, receipt, "C. Jumlah Kendali")
    _gaps(document, receipt.kekurangan, "D. Kekurangan")
    line(document, "")
    if receipt.alasan:
        line(document, f"Keterangan: {receipt.alasan}", align="justify")
    line(document, "")
    sender = Pejabat(receipt.kantor.pengirim, receipt.pengirim or marks.TITIK, "", marks.TITIK)
    staf = _official(receipt, "staf")
    place = f"{_place(receipt)}\nYang menerima,"
    docx_base.signatures(document, place, sender, staf, kepala_kiri="\nYang menyerahkan,")
    return _saved(document, receipt, "Tanda Terima")


def write_nota_kekurangan(receipt: Penerimaan) -> bytes:
    """The note with which an incomplete report goes back to its senders, as .docx."""
    document = _opened(receipt, "NOTA KEKURANGAN")
    for text in ("Kepada Yth.", f"Kepala {receipt.kantor.pengirim}", "di Tempat", ""):
        line(document, text)
    line(document, _returned(receipt), align="justify")
    _gaps(document, receipt.kekurangan, "Yang perlu dilengkapi atau diperbaiki:")
    if receipt.berkas:
        _softcopies(document, receipt, "Berkas yang diperiksa")
    _controls(document, receipt)
    line(document, "")
    if receipt.alasan:
        line(document, f"Catatan: {receipt.alasan}", align="justify")
    line(document, "")
    line(document, _request(receipt), align="justify")
    line(document, "")
    kabid, kasi = _official(receipt, "kabid"), _official(receipt, "kasi")
    docx_base.signatures(document, _place(receipt), kabid, kasi)
    return _saved(document, receipt, "Nota Kekurangan")


def _opened(receipt: Penerimaan, title: str) -> Document:
    document = docx_base.new_document()
    docx_base.kop(document, receipt.kantor)
    line(document, "")
    line(document, title, size=13, bold=True, underline=True, align="center")
    line(document, f"Nomor: {receipt.nomor or marks.TITIK}", align="center")
    line(document, "")
    return document


def _what(receipt: Penerimaan) -> str:
    return f"{LAPORAN} keadaan s.d. {tanggal(Periode.parse(receipt.periode).last_day)}"


def _received(receipt: Penerimaan) -> str:
    when = _kapan(receipt.diterima_pada)
    sender = f" (diserahkan oleh {receipt.pengirim})" if receipt.pengirim else ""
    standing = f" Ketepatan waktu: {receipt.ketepatan}." if receipt.ketepatan else ""
    return (
        f"Pada tanggal {when} telah diterima dari {receipt.kantor.pengirim}{sender} "
        f"{_what(receipt)} berupa {_kinds(receipt)}, dan dinyatakan "
        f"{PUTUSAN[receipt.putusan]}. Diperiksa oleh {receipt.oleh}.{standing}"
    )


def _kapan(iso: str) -> str:
    """The day in words, and the time where the moment has one; dots to fill in when unknown."""
    if "T" not in iso:
        return marks.hari(iso) or marks.TITIK
    return pukul(iso)


def _kinds(receipt: Penerimaan) -> str:
    """What came in: softcopy, hardcopy, or both."""
    kinds = ["softcopy"] * bool(receipt.berkas)
    kinds += ["hardcopy"] * any(one.ada for one in receipt.hardcopy)
    return " dan ".join(kinds) or "surat tanpa lampiran"


def _returned(receipt: Penerimaan) -> str:
    when = marks.hari(receipt.diterima_pada) or marks.TITIK
    return (
        f"Berdasarkan pemeriksaan kelengkapan pada tanggal {when}, {_what(receipt)} "
        f"{_standing(receipt)}"
    )


def _standing(receipt: Penerimaan) -> str:
    if receipt.putusan == "diterima_belum_lengkap":
        return "sudah diterima tetapi belum lengkap. Kekurangannya sebagai berikut."
    return "belum dapat diproses karena kekurangan berikut."


def _request(receipt: Penerimaan) -> str:
    until = f" paling lambat tanggal {marks.hari(receipt.batas)}" if receipt.batas else ""
    return (
        "Mohon laporan yang sudah dilengkapi, hardcopy dan softcopy, disampaikan kembali "
        f"kepada {receipt.kantor.seksi}{until}. Atas kerja samanya diucapkan terima kasih."
    )


def _softcopies(document: Document, receipt: Penerimaan, caption: str = "A. Softcopy") -> None:
    rows = [
        (str(i), one.nama, format_count(one.ukuran), marks.waktu(one.pada) or "–", one.sha256)
        for i, one in enumerate(receipt.berkas, 1)
    ]
    heads = ("NO", "NAMA BERKAS", "UKURAN (BYTE)", "DITERIMA", "SIDIK BERKAS (SHA-256)")
    sides = ("center", "left", "right", "left", "left")
    _table(document, caption, heads, rows, (10, 44, 22, 24, 70), sides)


def _hardcopies(document: Document, receipt: Penerimaan) -> None:
    rows = [
        (
            str(i),
            one.dokumen,
            _yes(one.ada),
            format_count(one.halaman),
            _yes(one.ditandatangani),
            one.acuan or "–",
        )
        for i, one in enumerate(receipt.hardcopy, 1)
    ]
    heads = ("NO", "DOKUMEN", "ADA", "HALAMAN", "DITANDA-TANGANI", "ACUAN")
    sides = ("center", "left", "center", "center", "center", "left")
    _table(document, "B. Hardcopy", heads, rows, (10, 54, 16, 20, 24, 46), sides)


def _controls(document: Document, receipt: Penerimaan, caption: str = "Jumlah kendali") -> None:
    rows = [
        (
            one.dokumen,
            one.kolom,
            format_count(one.hardcopy),
            format_count(one.softcopy),
            format_count(one.selisih),
        )
        for one in receipt.kendali
    ]
    heads = ("DOKUMEN", "KOLOM", "HARDCOPY", "SOFTCOPY", "SELISIH")
    sides = ("left", "left", "right", "right", "right")
    _table(document, caption, heads, rows, (56, 42, 26, 26, 20), sides)


def _table(
    document: Document,
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    sides: Sequence[str],
) -> None:
    line(document, "")
    line(document, caption, bold=True).paragraph_format.keep_with_next = True
    if rows:
        listed(document, heads, rows, widths, sides)
    else:
        line(document, "Tidak ada.")


def _gaps(document: Document, gaps: Sequence[str], caption: str) -> None:
    from docx.shared import Mm

    line(document, "")
    line(document, caption, bold=True).paragraph_format.keep_with_next = True
    for number, text in enumerate(gaps, 1):
        layout = line(document, f"{number}.\t{text}", align="justify").paragraph_format
        layout.left_indent, layout.first_line_indent = Mm(8), Mm(-8)
    if not gaps:
        line(document, "Tidak ada.")


def _yes(value: object) -> str:
    return "ya" if value else "tidak"


def _official(receipt: Penerimaan, role: str) -> Pejabat:
    return receipt.kantor.pejabat.get(role, Pejabat("", marks.TITIK, "", marks.TITIK))


def _place(receipt: Penerimaan) -> str:
    return marks.tempat_tanggal(receipt.kantor.kota, marks.parse_day(receipt.diterima_pada))


def _saved(document: Document, receipt: Penerimaan, title: str) -> bytes:
    docx_base.mark_pages(document.sections[0], Halaman(f"{title} {receipt.periode}"))
    last_day = Periode.parse(receipt.periode).last_day
    day = marks.parse_day(receipt.diterima_pada) or last_day
    name = f"{title} {Periode.parse(receipt.periode).label}"
    made = datetime.combine(day, time())
    return docx_base.save(document, name, receipt.kantor.seksi, made)
