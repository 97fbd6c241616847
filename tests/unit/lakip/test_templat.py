"""The LAKIP in the office's own template: filled, complete, and clear about what is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from civreg_tui.domain.lakip import susun
from civreg_tui.domain.lakip.isian import isian_templat
from civreg_tui.papers.baca_docx import baca_docx
from civreg_tui.papers.bahan import Penyerahan, cocokkan
from civreg_tui.papers.lakip.templat_isi import blok_templat
from civreg_tui.papers.lakip.templat_teks import TemplatSalah
from civreg_tui.papers.lakip_templat import write_lakip_templat
from tests.unit.lakip import contoh, templat_contoh
from tests.unit.lakip.templat_contoh import simpan, templat
from tests.unit.papers import office

LENGKAP = ("{{bagian.pengantar}}", "{{isi}}", "{{lampiran}}")
PETUNJUK = Path(__file__).parents[3] / "docs" / "templat-lakip.md"


def tulis(content: bytes, laporan=None, edisi="tahunan") -> bytes:
    report = laporan or contoh.laporan()
    sections = susun(report, edisi, contoh.FRASA)
    return write_lakip_templat(report, sections, edisi, ("kantor.docx", content), contoh.FRASA)


def baca(content: bytes) -> Document:
    return Document(BytesIO(content))


def isi(content: bytes) -> str:
    return "\n".join(p.text for p in baca(content).paragraphs)


def salah(*alinea: str) -> str:
    with pytest.raises(TemplatSalah) as error:
        tulis(templat(*alinea))
    sentence = str(error.value)
    assert "\n" not in sentence
    assert sentence.startswith("Templat kantor.docx")
    assert sentence.endswith(".")
    return sentence


def test_plain_fields_are_filled_within_their_sentence():
    text = isi(tulis(templat("Cakupan {{ AK017.persen }} %, target {{AK017.target}}.", *LENGKAP)))
    assert "Cakupan 98,53 %, target 98,00." in text
    assert "{{" not in text


def test_a_field_that_is_split_over_runs_keeps_the_look_of_its_first():
    document = Document()
    paragraph = document.add_paragraph("Kabid: ")
    for piece, bold in (("{{ka", True), ("bid.na", False), ("ma}}", False), (" itu", False)):
        paragraph.add_run(piece).bold = bold
    for text in LENGKAP:
        document.add_paragraph(text)
    made = baca(tulis(simpan(document))).paragraphs[0]
    name = contoh.laporan().kantor.pejabat["kabid"].nama
    assert made.text == f"Kabid: {name} itu"
    assert [run.text for run in made.runs if run.bold] == [name]


def test_fields_stand_in_tables_headers_and_footers_too():
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{{dinas}}"
    document.sections[0].header.paragraphs[0].text = "{{bidang}}"
    document.sections[0].footer.paragraphs[0].text = "{{tanda}}"
    for text in LENGKAP:
        document.add_paragraph(text)
    made = baca(tulis(simpan(document)))
    kantor = contoh.laporan().kantor
    assert "Dinas Kependudukan" in made.tables[0].cell(0, 0).text
    assert made.sections[0].header.paragraphs[0].text == kantor.bidang
    assert "Kode verifikasi" in made.sections[0].footer.paragraphs[0].text
    assert len(made.sections[0].footer.paragraphs) == 1


def test_blocks_bring_headings_tables_and_charts_in_the_templates_styles():
    document = Document()
    document.styles["Heading 1"].font.size = Pt(31)
    for text in LENGKAP:
        document.add_paragraph(text)
    content = tulis(simpan(document))
    blocks = baca_docx(content)
    heads = [b.teks for b in blocks if b.jenis == "judul" and b.tingkat == 1]
    assert "BAB III AKUNTABILITAS KINERJA" in heads
    assert sum(b.jenis == "tabel" for b in blocks) > 8
    assert any(b.jenis == "gambar" for b in blocks)
    assert baca(content).styles["Heading 1"].font.size == Pt(31)


def test_a_localised_templates_own_style_ids_are_used():
    document = Document()
    document.styles["Heading 1"].element.styleId = "Judul1"
    for text in LENGKAP:
        document.add_paragraph(text)
    made = baca(tulis(simpan(document)))
    chapter = next(p for p in made.paragraphs if p.text.startswith("BAB III"))
    assert chapter._p.pPr.pStyle.val == "Judul1"
    assert chapter.style.name == "Heading 1"


def test_all_chapters_can_be_placed_one_by_one():
    sections = susun(contoh.laporan(), "tahunan", contoh.FRASA)
    fields = [f"{{{{bagian.{b.id}}}}}" for b in sections if not b.lampiran]
    text = isi(tulis(templat(*fields, "{{lampiran}}")))
    assert "Puji syukur" in text
    assert "BAB III" not in text


def test_the_end_of_a_section_stays_where_a_block_stood_in_it():
    document = Document()
    document.add_paragraph("{{isi}}")
    document.add_section()
    last = document.paragraphs[0]._p
    assert last.pPr is None or last.pPr.sectPr is None
    for text in ("{{bagian.pengantar}}", "{{lampiran}}"):
        document.add_paragraph(text)
    assert len(baca(tulis(simpan(document))).sections) == 2


def test_tables_are_as_wide_as_the_pages_text():
    content = tulis(templat_contoh.contoh())
    tables = baca(content).tables
    widths = [sum(int(col.width or 0) for col in t.columns) // 36_000 for t in tables]
    assert 165 <= widths[0] <= 171
    assert widths[-1] >= 280


def test_an_unknown_field_is_named_with_the_likely_one():
    sentence = salah("Kepala: {{kabid.nma}}", *LENGKAP)
    assert "«Kepala: {{kabid.nma}}»: isian {{kabid.nma}} tidak dikenal" in sentence
    assert "Mungkin maksudnya {{kabid.nama}}. Daftarnya: docs/templat-lakip.md." in sentence


def test_braces_without_a_partner_are_pointed_out():
    assert "tidak berpasangan" in salah("{{dinas} dan", *LENGKAP)


def test_a_block_inside_a_sentence_is_refused():
    assert "harus sendirian dalam satu alinea" in salah("Isi: {{isi}}", *LENGKAP)


def test_a_block_inside_a_table_is_refused():
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{{isi}}"
    with pytest.raises(TemplatSalah, match="tidak dapat di dalam tabel"):
        tulis(simpan(document))


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (LENGKAP[1:], "bagian «KATA PENGANTAR»"),
        (LENGKAP[:1], r"bagian «IKHTISAR EKSEKUTIF» \(dan \d+ lainnya\)"),
        (LENGKAP[:2], r"tabel «.*».*\{\{lampiran\}\}"),
    ],
)
def test_what_the_template_leaves_out_is_named(fields, missing):
    assert re.search(rf"belum memuat {missing}", salah(*fields))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04kosong", b"{\\rtf1 }"])
def test_a_file_that_is_no_document_is_refused(content):
    with pytest.raises(TemplatSalah, match=r"bukan berkas \.docx"):
        tulis(content)


def test_a_draft_is_marked_on_every_kind_of_page():
    document = Document()
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    for text in LENGKAP:
        document.add_paragraph(text)
    made = baca(tulis(simpan(document), replace(contoh.laporan(), revisi=None)))
    section = made.sections[0]
    headers = (section.header, section.first_page_header, section.even_page_header)
    assert all('string="DRAF"' in header._element.xml for header in headers)
    assert "belum divalidasi" in section.footer.paragraphs[-1].text


def test_a_table_of_contents_of_the_template_is_made_anew_on_opening():
    document = Document()
    toc = document.add_paragraph()
    for text in LENGKAP:
        document.add_paragraph(text)
    plain = tulis(simpan(document))
    from civreg_tui.papers import docx_xml

    docx_xml.field(toc, 'TOC \\o "1-3"')
    made = tulis(simpan(document))
    assert "updateFields" not in baca(plain).settings.element.xml
    assert "updateFields" in baca(made).settings.element.xml


def test_the_delivered_figures_are_found_again_in_a_template():
    report = contoh.laporan()
    content = tulis(templat_contoh.contoh(), report)
    import hashlib

    handed = Penyerahan(1, 1, hashlib.sha256(content).hexdigest(), "kabid", "", content)
    found = cocokkan(report, handed, contoh.FRASA)
    assert found.cocok, found.kalimat
    assert found.sel > 100


def test_two_runs_give_the_same_bytes():
    assert tulis(templat_contoh.contoh()) == tulis(templat_contoh.contoh())


def test_the_example_in_the_documentation_works():
    assert "98,53" in isi(tulis(templat_contoh.CONTOH.read_bytes(), edisi="bulanan"))


def test_every_field_is_documented():
    text = PETUNJUK.read_text("utf-8")
    report = contoh.laporan()
    fields = isian_templat(report, "tahunan", contoh.FRASA)
    own = [f for f in fields if "." not in f or f.startswith(("AK017.", "kabid."))]
    assert [f for f in own if f"{{{{{f}}}}}" not in text] == []
    blocks = blok_templat(susun(report, "tahunan", contoh.FRASA))
    ids = {f.partition(".")[2] for f in blocks if f.startswith(("bagian.", "tabel."))}
    named = {re.sub(r"_[A-Z0-9]+$", "_KODE", id_) for id_ in ids}
    outline = {e.id for e in contoh.FRASA.kerangka if not e.teks and e.id.count(".") == 0}
    assert {n for n in named - outline if f"`{n}`" not in text} == set()


@office.needs_office
def test_libreoffice_lays_it_out_on_f4_with_draf(tmp_path):
    report = replace(contoh.laporan(), revisi=None)
    path = office.convert(tulis(templat_contoh.contoh(), report), ".docx", "pdf", tmp_path)
    pages, texts = office.pdf_pages(path), office.pdf_texts(path)
    assert 12 <= len(pages) <= 24
    for page, text in zip(pages, texts, strict=True):
        office.assert_size(page, office.F4_POINTS)
        assert "{{" not in text
