"""The LAKIP as a text document, reopened and read like any reader would."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.section import Section
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civreg_tui.domain.lakip import BagianLakip, susun
from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers.lakip_docx import write_lakip
from tests.unit.lakip import contoh

TERISI = (
    ("bab3.penyebab", "Penyebabnya sudah jelas.\n- butir satu\n- butir dua"),
    ("bab3.solusi", "1. Jemput bola.\n2. Kerja sama."),
    ("bab4.langkah", "Langkah berikutnya."),
)


def tulis(laporan: Laporan, edisi: str = "bulanan") -> bytes:
    return write_lakip(laporan, susun(laporan, edisi, contoh.FRASA), edisi, contoh.FRASA)


@pytest.fixture(scope="module")
def final() -> bytes:
    return tulis(contoh.laporan(naskah=TERISI, anggaran=contoh.ANGGARAN))


@pytest.fixture(scope="module")
def dokumen(final: bytes) -> Dokumen:
    return Document(BytesIO(final))


def semua_teks(document: Dokumen) -> str:
    return "\n".join(p.text for p in document.paragraphs)


def milimeter(section: Section) -> tuple[int, int]:
    return round(section.page_width.mm), round(section.page_height.mm)


def bagian_xml(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {n: archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml")}


def test_chapters_are_real_headings_in_order(dokumen):
    heads = [p.text.replace("\n", " ") for p in dokumen.paragraphs if p.style.name == "Heading 1"]
    assert heads == [
        "KATA PENGANTAR", "IKHTISAR EKSEKUTIF", "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA", "BAB III AKUNTABILITAS KINERJA", "BAB IV PENUTUP", "LAMPIRAN",
    ]  # fmt: skip


def test_the_figures_of_december_are_in_the_text(dokumen):
    text = semua_teks(dokumen)
    for figure in ("98,53", "57,16", "247.834", "2.181", "1.954", "1.391", "627", "6.153"):
        assert figure in text


def test_contents_list_every_section_before_any_update(dokumen):
    lines = [p.text for p in dokumen.paragraphs if p.style.name.startswith("toc ")]
    assert len(lines) == 23
    assert all(re.search(r"\t\d+$", line) for line in lines)
    assert lines[0] == "KATA PENGANTAR\t2"


def test_every_contents_line_points_to_a_bookmark(final):
    body = bagian_xml(final)["word/document.xml"]
    anchors = set(re.findall(r'w:anchor="([^"]+)"', body))
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
    assert anchors <= set(names)
    assert len(names) == len(set(names))


def test_every_style_in_use_is_defined(final):
    parts = bagian_xml(final)
    used = set(re.findall(r'<w:(?:p|tbl)Style w:val="([^"]+)"', parts["word/document.xml"]))
    defined = set(re.findall(r'w:styleId="([^"]+)"', parts["word/styles.xml"]))
    assert used <= defined
    assert {"Heading1", "Heading4", "TOC3", "Caption", "TableGrid"} <= used


def test_tables_are_numbered_without_gaps(dokumen):
    captions = [p.text for p in dokumen.paragraphs if p.style.name == "Caption"]
    tables = [int(c.split()[1].rstrip(".")) for c in captions if c.startswith("Tabel")]
    charts = [int(c.split()[1].rstrip(".")) for c in captions if c.startswith("Gambar")]
    assert tables == list(range(1, len(tables) + 1))
    assert charts == [1, 2, 3]


def test_the_recap_tables_show_every_region_and_the_sum(dokumen):
    recap = next(t for t in dokumen.tables if t.cell(0, 2).text == "Kabupaten/Kota")
    rows = [[cell.text for cell in row.cells] for row in recap.rows]
    assert len(rows) == 2 + 19 + 1
    mentawai = next(row for row in rows if row[1] == "13.09")
    assert mentawai[3:] == ["32.180", "29.356", "2.824", "91,22", "2.181"]
    assert rows[-1][2:] == ["JUMLAH", "1.732.411", "1.706.893", "25.518", "98,53", "6.153"]


def test_paper_is_folio_and_the_appendix_lies_on_its_side(dokumen):
    first, appendix = dokumen.sections
    assert milimeter(first) == (215, 330)
    assert appendix.orientation == WD_ORIENT.LANDSCAPE
    assert milimeter(appendix) == (330, 215)


def test_the_kabid_signs_and_the_code_is_on_every_page(dokumen):
    cells = [c.text for t in dokumen.tables for row in t.rows for c in row.cells]
    assert any("NIP. 19700101 199503 1 001" in text for text in cells)
    for section in dokumen.sections:
        assert "2412-R1-7F3A-9C21" in section.footer.paragraphs[0].text


def test_a_draft_is_marked_on_every_page_and_shows_its_empty_slots():
    content = tulis(contoh.laporan(revisi=None))
    document = Document(BytesIO(content))
    assert semua_teks(document).count("[Bagian ini belum diisi") == 3
    parts = bagian_xml(content)
    marked = [n for n, x in parts.items() if "header" in n and 'string="DRAF"' in x]
    assert len(marked) == 3  # cover, chapters, appendix
    assert all("belum divalidasi" in s.footer.paragraphs[0].text for s in document.sections)


def test_a_validated_month_carries_no_draft_mark(final):
    assert not any('string="DRAF"' in xml for xml in bagian_xml(final).values())


def test_same_report_same_bytes(final):
    assert tulis(contoh.laporan(naskah=TERISI, anggaran=contoh.ANGGARAN)) == final


def test_charts_carry_their_own_numbers(final):
    charts = {n: x for n, x in bagian_xml(final).items() if "charts/chart" in n}
    assert len(charts) == 3
    first = charts["word/charts/chart1.xml"]
    assert "Kab. Kepulauan Mentawai  91,22" in first
    assert "<c:v>91.22</c:v>" in first
    assert "TARGET  98,00" in first
    with zipfile.ZipFile(BytesIO(final)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert types.count("drawingml.chart+xml") == 3


def test_every_part_is_well_formed(final):
    for xml in bagian_xml(final).values():
        ET.fromstring(xml)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(min_size=1))
def test_no_edit_can_break_the_file(teks):
    # GIVEN whatever an editor or a pasted file can hold, control characters and markup included
    sections = (BagianLakip("x", 1, "", "JUDUL " + teks, paragraf=(teks,), asal=(teks,)),)
    content = write_lakip(contoh.laporan(), sections, "bulanan", contoh.FRASA)
    # THEN the document opens, and holds what XML can hold of it
    document = Document(BytesIO(content))
    assert any(p.style.name == "Heading 1" for p in document.paragraphs)


def test_markup_in_an_edit_stays_text():
    laporan = contoh.laporan(naskah=(("bab1.gambaran", "<w:p/>&amp; {x} [/b] \x00\x0b =1+1"),))
    assert "<w:p/>&amp; {x} [/b]" in semua_teks(Document(BytesIO(tulis(laporan))))


def test_lists_keep_their_numbers_and_bullets(dokumen):
    items = [p.text for p in dokumen.paragraphs if p.style.name == "List Paragraph"]
    assert "•\tbutir satu" in items
    assert "2.\tKerja sama." in items
