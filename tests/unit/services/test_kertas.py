"""All papers of a month as the office gets them: complete, marked, the same twice, printable."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from civreg_tui.config import Config
from civreg_tui.services.output.export import export_month
from civreg_tui.services.output.printing import make_pdfs
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.conftest import budi
from tests.unit.papers import office
from tests.unit.papers.muat import terpotong
from tests.unit.services.bantu import BULAN

SEMUA = ("rekap", "lakip", "disposisi", "sop", "csv", "kabupaten:13.06")
HALAMAN = {
    "rekap": (11, 16),
    "lakip": (16, 26),
    "lakip_tabel": (6, 14),
    "bahan": (1, 1),
    "disposisi": (1, 1),
    "tanda-terima": (1, 1),
    "sop": (1, 1),
    "13.06-kabupaten-agam": (1, 1),
}
"""Fewest and most pages of every paper."""
FINAL = frozenset({"disposisi", "tanda-terima"})
"""Papers of steps that were finished before any figure is validated."""
INGGRIS = re.compile(
    r"\b(page|sheet|date|draft|name|january|february|march|june|july|august|october|december|"
    r"error|none|null|true|false|unknown|the|and)\b",
    re.IGNORECASE,
)
SALAH = re.compile(r"###|#(REF|VALUE|NAME|DIV|N/A|NUM)|Err:\d|\{\{|\}\}")

BuatKertas = Callable[[int], list[Path]]


@pytest.fixture(scope="module")
def kertas(
    tmp_path_factory: pytest.TempPathFactory, cetakan: Callable[[int], Path], config: Config
) -> BuatKertas:
    """The papers of the demo at a step, written once."""
    made: dict[int, list[Path]] = {}

    def make(step: int) -> list[Path]:
        if step not in made:
            folder = tmp_path_factory.mktemp(f"kertas{step}")
            ws = Workspace(config, Store(cetakan(step)), pelaku=budi())
            what = (*SEMUA, "bahan") if step == 7 else SEMUA
            made[step] = export_month(ws, BULAN, folder, what)
            ws.close()
        return made[step]

    return make


@pytest.fixture(scope="module")
def pdf(kertas: BuatKertas) -> Callable[[int], dict[str, Path]]:
    """The PDFs of all papers by the paper's name, converted once."""
    made: dict[int, dict[str, Path]] = {}

    def make(step: int) -> dict[str, Path]:
        if step not in made:
            made[step] = {_nama(path): path for path in make_pdfs(kertas(step))}
        return made[step]

    return make


def _nama(path: Path) -> str:
    return re.sub(r"_(r\d+|DRAF)", "", path.stem).removeprefix(f"{BULAN}_")


def test_validated_papers_have_names_that_sort_and_carry_no_draf(kertas):
    assert sorted(path.name for path in kertas(7)) == [
        "2024-12_13.06-kabupaten-agam_r1.xlsx",
        "2024-12_angka_r1.csv",
        "2024-12_bahan-lakip-dinas_r1.zip",
        "2024-12_bahan-lakip-dinas_r1.zip.sha256",
        "2024-12_bahan_r1.xlsx",
        "2024-12_disposisi.docx",
        "2024-12_lakip_r1.docx",
        "2024-12_lakip_r1.xlsx",
        "2024-12_rekap_r1.xlsx",
        "2024-12_sop_r1.xlsx",
        "2024-12_tanda-terima.docx",
    ]
    office_files = [path for path in kertas(7) if path.suffix not in {".csv", ".sha256"}]
    assert not any(b"DRAF" in _isi(path) for path in office_files)


def test_what_is_not_validated_says_draf_in_name_and_content(kertas):
    for path in kertas(5):
        final = _nama(path) in FINAL
        assert ("DRAF" in path.name) is not final
        if path.suffix == ".csv":
            assert b";draf" in path.read_bytes()
        else:
            assert (b"DRAF" in _isi(path)) is not final, path.name


def test_the_lakip_is_a_draft_until_it_is_delivered(kertas):
    # GIVEN a validated month, its LAKIP not delivered yet (step 6), and one delivered (step 7)
    for step, draft in ((6, True), (7, False)):
        papers = [p for p in kertas(step) if _nama(p) == "lakip"]
        assert len(papers) == 2
        for path in papers:
            assert ("DRAF" in path.name) is draft
            assert (b"DRAF" in _isi(path)) is draft, path.name
    # THEN the validated recap is none
    (recap,) = [p for p in kertas(6) if _nama(p) == "rekap"]
    assert recap.name == "2024-12_rekap_r1.xlsx"


def test_the_disposition_is_a_draft_until_both_levels_are_sent(kertas):
    for step, draft in ((1, True), (2, True), (3, False)):
        (path,) = [p for p in kertas(step) if _nama(p) == "disposisi"]
        assert ("DRAF" in path.name) is draft
        assert (b'string="DRAF"' in _isi(path)) is draft
    assert not any(_nama(path) == "tanda-terima" for path in kertas(3))


def _isi(path: Path) -> bytes:
    """All parts of an office file, unpacked; a bundle's own files too."""
    with zipfile.ZipFile(path) as book:
        parts = [book.read(name) for name in book.namelist()]
    inner = [part for part in parts if part.startswith(b"PK\x03\x04")]
    for part in inner:
        with zipfile.ZipFile(BytesIO(part)) as book:
            parts += [book.read(name) for name in book.namelist()]
    return b"\n".join(parts)


LINGKUNGAN = (
    {"PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta"},
    {"PYTHONHASHSEED": "99", "TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "HOME": "/",
     "USER": "orang-lain", "LOGNAME": "orang-lain"},
)  # fmt: skip


@pytest.mark.parametrize("lingkungan", LINGKUNGAN)
def test_another_process_writes_the_same_bytes(kertas, cetakan, tmp_path, lingkungan):
    store = ["--store", str(cetakan(7))]
    what = ["--what", ",".join((*SEMUA, "bahan"))]
    command = [sys.executable, "-m", "civreg_tui", *store, "export", BULAN, "--out", str(tmp_path)]
    environ = os.environ | lingkungan
    done = subprocess.run([*command, *what], env=environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    for path in kertas(7):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum tidak terpasang")
def test_one_changed_byte_of_the_bundle_is_found_wherever_it_is(kertas, tmp_path):
    # GIVEN the bundle and the hash that was written beside it
    bundle, seal = (
        next(path for path in kertas(7) if path.name.endswith(ending))
        for ending in ("_r1.zip", ".zip.sha256")
    )
    content = bundle.read_bytes()
    (tmp_path / seal.name).write_bytes(seal.read_bytes())
    command = ["sha256sum", "--strict", "-c", seal.name]

    def checked(data: bytes) -> int:
        (tmp_path / bundle.name).write_bytes(data)
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode

    assert checked(content) == 0
    for place in (0, 10, len(content) // 2, len(content) - 900, len(content) - 1):
        changed = bytearray(content)
        changed[place] ^= 1
        assert checked(bytes(changed)) == 1, place
    assert checked(content + b" ") == 1


@pytest.mark.parametrize("step", [5, 7])
def test_no_text_is_wider_or_higher_than_its_cell(kertas, step):
    books = [path for path in kertas(step) if path.suffix == ".xlsx"]
    found = [f"{p.name}: {text}" for p in books for text in terpotong(p.read_bytes())]
    assert found == []


@office.needs_office
@pytest.mark.parametrize("name", HALAMAN)
def test_printed_it_has_its_size_its_pages_and_nothing_wrong_on_them(pdf, name):
    path = pdf(7)[name]
    pages, texts = office.pdf_pages(path), office.pdf_texts(path)
    low, high = HALAMAN[name]
    assert low <= len(pages) <= high
    for page in pages:
        half = name == "disposisi"
        office.assert_size(page, office.HALF_FOLIO_POINTS if half else office.F4_POINTS)
    for number, text in enumerate(texts, 1):
        assert not SALAH.search(text)
        assert not INGGRIS.search(text), INGGRIS.search(text)
        assert "DRAF" not in text
        if not (name == "lakip" and number == 1):
            assert f"Halaman {number} dari {len(pages)}" in text
            assert len(text.split()) > 20, f"halaman {number} hampir kosong"


@office.needs_office
@pytest.mark.parametrize("name", ["rekap", "lakip", "lakip_tabel", "sop", "13.06-kabupaten-agam"])
def test_a_draft_says_so_on_every_page(pdf, name):
    texts = office.pdf_texts(pdf(5)[name])
    cover = name == "lakip"
    assert all("DRAF" in text for text in texts[int(cover) :])
