"""Disposisi, tanda terima and nota kekurangan: contents, paper and bytes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from civreg_tui.domain.laporan import LembarDisposisi
from civreg_tui.papers.disposisi import pilihan, write_disposisi
from civreg_tui.papers.penerimaan import write_nota_kekurangan, write_tanda_terima
from tests.unit.papers import office, sample


def words(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def test_the_disposisi_carries_both_levels(laporan):
    text = words(write_disposisi(laporan))
    for expected in (
        "LEMBAR DISPOSISI",
        "470/12/PIAK/2025",
        "☒ Segera",
        "☐ Sangat segera",
        "☒ Proses lebih lanjut",
        "☐ Tanggapan dan Saran",
        "ARAHAN KABID KEPADA KASI",
        "PETUNJUK KASI KEPADA STAF",
        "Batas waktu: 8 Januari 2025",
        "Padang, 3 Januari 2025",
        "NIP. 19700101 199503 1 001",
        "NIP. 19800202 200501 2 002",
        "Perhatikan acuan DKB.",
    ):
        assert expected in text, expected


def header(content: bytes) -> str:
    return docx.Document(BytesIO(content)).sections[0].header._element.xml


def test_the_disposisi_is_a_draft_until_both_levels_sent_it(laporan):
    assert "DRAF" not in header(write_disposisi(laporan))
    unsent = replace(laporan, waktu=(replace(laporan.waktu[0], state="berjalan"),))
    assert 'string="DRAF"' in header(write_disposisi(unsent))


def test_a_choice_that_is_not_on_the_list_is_added():
    assert pilihan(("Segera",), ("Penting",)) == "☐ Segera   ☒ Penting"


def test_an_empty_disposisi_leaves_dots_for_the_pen(laporan):
    text = words(write_disposisi(replace(laporan, disposisi=LembarDisposisi())))
    assert "Batas waktu: ………" in text
    assert "☒" not in text


def test_control_characters_cannot_break_the_document(laporan):
    odd = replace(laporan.disposisi, catatan="a\x00b\x0bc & <d>")
    assert "abc & <d>" in words(write_disposisi(replace(laporan, disposisi=odd)))


def test_the_receipt_names_what_came_and_what_is_missing():
    text = words(write_tanda_terima(sample.penerimaan()))
    for expected in (
        "TANDA TERIMA",
        "Pada tanggal 3 Januari 2025",
        "keadaan s.d. 31 Desember 2024",
        "laporan_adminduk_2024-12.xlsx",
        "ab" * 32,
        "21.504",
        "61.134",
        "-9",
        "Hardcopy Akta Perceraian belum ada.",
        "NAMA STAF (CONTOH)",
    ):
        assert expected in text, expected


def test_the_nota_asks_for_completion_by_a_day():
    text = words(write_nota_kekurangan(sample.penerimaan()))
    assert "Kepala Bidang PIAK dan Pemanfaatan Data" in text
    assert "2.\tHardcopy Akta Perkawinan belum ditandatangani." in text
    assert "paling lambat tanggal 6 Januari 2025" in text


def test_an_empty_receipt_is_still_a_paper():
    bare = sample.penerimaan(berkas=(), hardcopy=(), kendali=(), kekurangan=(), batas="")
    assert "Tidak ada." in words(write_tanda_terima(bare))
    assert "paling lambat" not in words(write_nota_kekurangan(bare))


def test_two_runs_give_the_same_bytes(laporan):
    receipt = sample.penerimaan()
    assert write_disposisi(laporan) == write_disposisi(laporan)
    assert write_tanda_terima(receipt) == write_tanda_terima(receipt)
    assert write_nota_kekurangan(receipt) == write_nota_kekurangan(receipt)


@office.needs_office
@pytest.mark.parametrize("name", ["disposisi", "tanda_terima", "nota_kekurangan"])
def test_printed_it_is_one_page_of_the_right_paper(name, laporan, tmp_path):
    content = {
        "disposisi": lambda: write_disposisi(laporan),
        "tanda_terima": lambda: write_tanda_terima(sample.penerimaan()),
        "nota_kekurangan": lambda: write_nota_kekurangan(sample.penerimaan()),
    }[name]()
    path = office.convert(content, ".docx", "pdf", tmp_path)
    pages = office.pdf_pages(path)
    size = office.HALF_FOLIO_POINTS if name == "disposisi" else office.F4_POINTS
    assert len(pages) == 1
    office.assert_size(pages[0], size)
    assert "Halaman 1 dari 1" in office.pdf_texts(path)[0]
