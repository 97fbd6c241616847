"""The papers turned into PDF by LibreOffice, where it is installed, and read back."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from civreg_tui.domain.laporan import Sasaran
from civreg_tui.papers.bahan import write_bahan
from civreg_tui.papers.lakip_xlsx import write_lakip_tables
from tests.unit.lakip import contoh
from tests.unit.lakip.test_bahan import DITERIMA, serahkan
from tests.unit.lakip.test_docx import TERISI, tulis
from tests.unit.papers.office import needs_office, recalculated, same
from tests.unit.papers.test_rekap_kantor import swollen

pytestmark = needs_office


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers converted in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pdf")
    final = contoh.laporan(naskah=TERISI, anggaran=contoh.ANGGARAN, bahan=DITERIMA)
    papers = {
        "final.docx": tulis(final, "tahunan"),
        "draf.docx": tulis(contoh.laporan(revisi=None)),
        "tabel.xlsx": write_lakip_tables(final, frasa=contoh.FRASA),
        "bahan.xlsx": write_bahan(final, serahkan(final), contoh.FRASA),
    }
    for name, content in papers.items():
        (folder / name).write_bytes(content)
    profile = (folder / "profil").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, *papers], cwd=folder, check=True, capture_output=True, timeout=300)
    return folder


def halaman(path: Path) -> list[str]:
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


@pytest.mark.parametrize("name", ["final", "draf"])
def test_the_contents_name_the_pages_that_libreoffice_lays_out(pdf, name):
    pages = halaman(pdf / f"{name}.pdf")
    entries = re.findall(r"^\s*(\S.*?)\.{3,}\s*(\d+)\s*$", pages[2], re.MULTILINE)
    assert len(entries) == 23
    for title, page in entries:
        heading = title.split(" ", 2)[-1] if title.startswith("BAB") else title
        found = re.search(rf"^\s*{re.escape(heading)}\s*$", pages[int(page) - 1], re.MULTILINE)
        assert found, f"{title} tidak ada di halaman {page}"


@pytest.mark.parametrize("name", ["final", "draf", "tabel", "bahan"])
def test_no_error_value_and_no_clipped_figure(pdf, name):
    text = "\n".join(halaman(pdf / f"{name}.pdf"))
    assert "###" not in text
    assert not re.search(r"#(REF|VALUE|NAME|DIV|N/A|NUM)|Err:\d", text)


def test_every_page_is_folio(pdf):
    command = ["pdfinfo", "-l", "99", str(pdf / "final.pdf")]
    info = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)
    assert {tuple(sorted(round(float(side) / 72 * 25.4) for side in s)) for s in sizes} == {
        (215, 330)
    }


def test_pages_are_counted_and_the_appendix_has_a_page_for_each_recap(pdf):
    pages = halaman(pdf / "final.pdf")
    assert f"Halaman 2 dari {len(pages)}" in pages[1]
    for name in ("Anak 0–17 Tahun", "Perkawinan", "Perceraian", "Kematian"):
        [recap] = [p for p in pages if f"Rekapitulasi kepemilikan Akta {name}" in p
                   or f"Rekapitulasi kepemilikan Akta Kelahiran {name}" in p]  # fmt: skip
        assert "13.01" in recap
        assert "JUMLAH" in recap


@pytest.mark.parametrize(
    "lahir", [contoh.rekap_lahir(), contoh.rekap_lahir(negatif=True), swollen()],
    ids=["target", "batas", "sebagian"],
)  # fmt: skip
def test_every_formula_recalculated_gives_the_cached_value(tmp_path, lahir):
    # GIVEN the workbook with its cached values, and one whose values LibreOffice worked out anew
    rows = [(b.kode, b.nama, b.wajib, b.memiliki) for b in contoh.rekap_cerai().baris]
    cerai = contoh.rekap(contoh.ACERAI, rows, Sasaran("ACERAI", 2024, 6000))
    rekap = (lahir, cerai, *contoh.laporan().rekap[1:2])
    laporan = contoh.laporan(rekap=rekap, anggaran=contoh.ANGGARAN)
    content = write_lakip_tables(laporan, frasa=contoh.FRASA)
    cached = openpyxl.load_workbook(BytesIO(content), data_only=True)
    anew = recalculated(content, tmp_path)
    # THEN no cell differs
    for sheet in cached:
        for row in sheet.iter_rows():
            for cell in row:
                other = anew[sheet.title][cell.coordinate].value
                assert same(cell.value, other), (sheet.title, cell.coordinate, cell.value, other)
