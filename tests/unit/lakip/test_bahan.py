"""The Sekretariat's material: figures proven against the delivery, a bundle anyone can check."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from civreg_tui.domain.lakip import susun
from civreg_tui.domain.laporan import Bahan, Laporan
from civreg_tui.papers.bahan import Penyerahan, cocokkan, seal, write_bahan, write_paket
from civreg_tui.papers.lakip_docx import write_lakip
from tests.unit.lakip import contoh

DITERIMA = Bahan(True, True, True, "050/12/Sekr/2025", "2025-01-07", "=baik")
NASKAH = (
    ("bab3.penyebab", "Ada 98.765 alasan."),
    ("bab3.solusi", "Jemput bola."),
    ("bab4.langkah", "Langkah."),
)


def serahkan(laporan: Laporan, edisi: str = "bulanan") -> Penyerahan:
    content = write_lakip(laporan, susun(laporan, edisi, contoh.FRASA), edisi, contoh.FRASA)
    digest = hashlib.sha256(content).hexdigest()
    return Penyerahan(1, 1, digest, "kabid", "2025-01-06T10:15:00+07:00", content)


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    return contoh.laporan(bahan=DITERIMA, naskah=NASKAH)


@pytest.fixture(scope="module")
def serah(laporan: Laporan) -> Penyerahan:
    return serahkan(laporan)


@pytest.fixture(scope="module")
def paket(laporan: Laporan, serah: Penyerahan) -> bytes:
    return write_paket(laporan, serah, {"tanda/terima.txt": b"ya"}, contoh.FRASA)


@pytest.mark.parametrize("edisi", ["bulanan", "tahunan"])
def test_the_delivery_of_the_validated_figures_matches(laporan, edisi):
    result = cocokkan(laporan, serahkan(laporan, edisi), contoh.FRASA)
    assert result.cocok
    assert result.sel > 19 * 8
    # the Kabid's own number is shown, not held against the delivery
    assert result.asing == ("98.765",)
    assert "98.765" in result.kalimat


def test_changed_figures_are_named(laporan, serah):
    others = laporan.rekap[1:]
    changed = replace(laporan, rekap=(contoh.rekap_lahir(target=9900), *others))
    result = cocokkan(changed, serah, contoh.FRASA)
    assert not result.cocok
    assert "Target (%) tertulis 98,00, seharusnya 99,00" in result.kalimat


def test_one_changed_count_is_found(laporan, serah):
    cerai = laporan.rekap[2]
    first = cerai.baris[0]
    moved = replace(first, memiliki=replace(first.memiliki, jml=2729))
    changed = replace(cerai, baris=(moved, *cerai.baris[1:]))
    rekap = (*laporan.rekap[:2], changed, laporan.rekap[3])
    result = cocokkan(replace(laporan, rekap=rekap), serah, contoh.FRASA)
    wanted = "Kabupaten Pesisir Selatan, Memiliki tertulis 2.728, seharusnya 2.729"
    assert any(wanted in text for text in result.beda)


def test_a_tampered_file_is_refused(laporan, serah):
    result = cocokkan(laporan, replace(serah, naskah=serah.naskah + b"x"), contoh.FRASA)
    assert not result.cocok
    assert "SHA-256" in result.kalimat


def test_the_sheet_shows_receipt_checks_and_signatures(laporan, serah):
    book = load_workbook(BytesIO(write_bahan(laporan, serah, contoh.FRASA)))
    texts = [str(c.value) for row in book["Lembar Penerimaan"].iter_rows() for c in row if c.value]
    assert ": 050/12/Sekr/2025" in texts
    assert ": 7 Januari 2025" in texts
    assert any("cocok dengan rekap" in text for text in texts)
    assert texts.count("✓ ya") == 3
    assert "NIP. 19690404 199403 1 004" in texts
    assert "Catatan: =baik" in texts


def test_unfinished_checks_are_open(laporan):
    book = load_workbook(BytesIO(write_bahan(replace(laporan, bahan=Bahan()), None, contoh.FRASA)))
    texts = [str(c.value) for row in book["Lembar Penerimaan"].iter_rows() for c in row if c.value]
    assert texts.count("☐ belum") == 3


def test_tables_are_there_as_data(laporan, serah):
    book = load_workbook(BytesIO(write_bahan(laporan, serah, contoh.FRASA)))
    rows = [[c.value for c in row] for row in book["Tabel LAKIP"].iter_rows(min_row=2)]
    found = {(r[1], r[3], r[4]): r[5] for r in rows}
    name = "Akta Kelahiran Anak 0–17 Tahun"
    assert found["target", name, "Cakupan (%)"] == 98.53
    assert found["target", name, "Capaian (%)"] == 100.54
    assert found["kurang_AK017", "Kabupaten Pasaman", "Kekurangan (akta)"] == 1391
    figures = [[c.value for c in row] for row in book["Angka Rekap"].iter_rows(min_row=2)]
    assert [r[6] for r in figures if r[1:6] == ["ACERAI", "13.01", "Kabupaten Pesisir Selatan",
                                                "memiliki", "jml"]] == [2728]  # fmt: skip


def test_the_bundle_holds_everything_under_one_folder(paket):
    with zipfile.ZipFile(BytesIO(paket)) as bundle:
        names = bundle.namelist()
        record = json.loads(bundle.read("2024-12_bahan-lakip-dinas/catatan-validasi.json"))
    assert sorted(n.partition("/")[2] for n in names) == [
        "2024-12_angka_r1.csv", "2024-12_bahan_r1.xlsx", "2024-12_lakip_r1.docx",
        "2024-12_lakip_r1.xlsx", "2024-12_rekap_r1.xlsx", "BACA-SAYA.txt", "SHA256SUMS",
        "catatan-validasi.json", "tanda-terima.txt",
    ]  # fmt: skip
    assert record["revisi"]["kode"] == "2412-R1-7F3A-9C21"
    assert record["penerimaan"]["cocok"] is True
    assert record["peringatan_dijawab"][0]["alasan"] == "acuan DKB berganti"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum tidak terpasang")
def test_a_stranger_can_check_it_with_one_command(paket, tmp_path):
    with zipfile.ZipFile(BytesIO(paket)) as bundle:
        bundle.extractall(tmp_path)
    folder = tmp_path / "2024-12_bahan-lakip-dinas"
    command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    (folder / "2024-12_angka_r1.csv").write_text("lain")
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1


def test_the_same_delivery_gives_the_same_bundle(laporan, serah, paket):
    again = write_paket(laporan, serah, {"tanda/terima.txt": b"ya"}, contoh.FRASA)
    assert again == paket


def test_no_name_leaves_the_folder():
    with zipfile.ZipFile(BytesIO(seal("../x", {"a": b"1"}))) as bundle:
        assert all(".." not in name and not name.startswith("/") for name in bundle.namelist())
