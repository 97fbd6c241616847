"""Every text document and workbook holds to the schema that Word and Excel read by."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest

from civreg_tui.domain.lakip import susun
from civreg_tui.domain.laporan import Anggaran
from civreg_tui.papers.bahan import write_bahan
from civreg_tui.papers.disposisi import write_disposisi
from civreg_tui.papers.kabupaten import write_kabupaten
from civreg_tui.papers.lakip_docx import write_lakip
from civreg_tui.papers.lakip_templat import write_lakip_templat
from civreg_tui.papers.lakip_xlsx import write_lakip_tables
from civreg_tui.papers.penerimaan import write_nota_kekurangan, write_tanda_terima
from civreg_tui.papers.rekap import write_rekap
from civreg_tui.papers.sop import write_sop
from tests.unit.lakip import contoh, templat_contoh
from tests.unit.papers import sample
from tests.unit.papers.ooxml import faults

JAHAT = '<b>&"x"</b> [/] =1+1 \x07 \ud800'
"""Text from people with markup, a formula, and characters that XML cannot hold."""


def lakip(edisi: str, *, disampaikan: bool) -> bytes:
    report = contoh.laporan(
        anggaran=(Anggaran(JAHAT, JAHAT, 1000, 900),),
        naskah=(("bab3.penyebab", JAHAT),),
    )
    sections = susun(report, edisi, contoh.FRASA)
    return write_lakip(report, sections, edisi, contoh.FRASA, disampaikan=disampaikan)


PAPERS: dict[str, Callable[[], bytes]] = {
    "lakip bulanan": lambda: lakip("bulanan", disampaikan=False),
    "lakip tahunan": lambda: lakip("tahunan", disampaikan=True),
    "disposisi": lambda: write_disposisi(
        replace(contoh.laporan(), disposisi=replace(contoh.laporan().disposisi, perihal=JAHAT))
    ),
    "tanda terima": lambda: write_tanda_terima(sample.penerimaan()),
    "nota kekurangan": lambda: write_nota_kekurangan(sample.penerimaan()),
    "templat kantor": lambda: write_lakip_templat(
        contoh.laporan(revisi=None),
        susun(contoh.laporan(revisi=None), "bulanan", contoh.FRASA),
        "bulanan",
        ("kantor.docx", templat_contoh.contoh()),
        contoh.FRASA,
    ),
    "rekap": lambda: write_rekap(contoh.laporan()),
    "rekap draf": lambda: write_rekap(contoh.laporan(revisi=None)),
    "tabel lakip": lambda: write_lakip_tables(contoh.laporan(), disampaikan=False),
    "bahan": lambda: write_bahan(contoh.laporan()),
    "sop": lambda: write_sop(contoh.laporan()),
    "kabupaten": lambda: write_kabupaten(contoh.laporan(), "13.06"),
}


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_that_word_or_excel_would_refuse(name):
    assert faults(PAPERS[name]()) == []


def test_the_checker_notices_a_wrong_order_and_a_broken_link():
    # GIVEN a document whose paragraph borders stand behind the alignment
    content = PAPERS["lakip tahunan"]()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert b"<w:jc " in data
                data = data.replace(b"<w:pPr><w:pStyle", b'<w:pPr><w:jc w:val="left"/><w:pStyle', 1)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"charts/chart1.xml", b"charts/chart9.xml")
            target.writestr(name, data)
    found = " ".join(faults(out.getvalue()))
    assert "urutan pPr" in found
    assert "charts/chart9.xml" in found
