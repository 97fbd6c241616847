"""Printing from the home screen, with stand-ins for LibreOffice and lp on the path."""

from __future__ import annotations

import pytest

from tests.pilot.layar import KECIL, tekan, teks
from tests.unit.services.pencetak import pasang

SOP_PDF = ("e", *["down"] * 4, "enter", "down", "enter")


async def test_a_paper_and_its_pdf_are_written(buka, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice")
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, *SOP_PDF)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "✓ 1 berkas dan 1 PDF ditulis ke" in teks(app)
    names = sorted(path.name for path in app.ws.keluar.iterdir())
    assert names == ["2024-12_sop_r1.pdf", "2024-12_sop_r1.xlsx"]


async def test_printing_says_where_the_papers_went(buka, tmp_path, monkeypatch):
    log = pasang(tmp_path / "bin", monkeypatch, "soffice", "lp")
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "e", *["down"] * 4, "enter", "end", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "✓ 1 kertas dikirim ke pencetak bawaan." in teks(app)
    assert log.read_text().strip().endswith("2024-12_sop_r1.pdf")


@pytest.mark.parametrize(
    ("there", "missing"), [((), "LibreOffice tidak terpasang"), (("soffice",), "(lp) tidak ada")]
)
async def test_what_is_missing_is_said_before_anything_is_written(
    buka, tmp_path, monkeypatch, there, missing
):
    pasang(tmp_path / "bin", monkeypatch, *there)
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "e", *["down"] * 4, "enter", "end", "enter")
        assert missing in " ".join(teks(app).split())
    assert not app.ws.keluar.exists()


async def test_a_failed_conversion_is_told_when_it_happens(buka, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice", gagal=True)
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, *SOP_PDF)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "LibreOffice tidak dapat membuat PDF dari 2024-12_sop_r1.xlsx" in teks(app)


async def test_a_regions_own_sheets_are_written_on_demand(buka):
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "e", *["down"] * 5, "enter", "enter")
        assert "✓ 19 berkas ditulis ke" in teks(app)
    assert (app.ws.keluar / "2024-12_13.06-kabupaten-agam_r1.xlsx").is_file()


async def test_the_coverage_view_writes_the_chosen_regions_sheet(buka):
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "s", "e")
        assert "2024-12_13.09-kabupaten-kepulauan-mentawai_r1.xlsx ditulis" in teks(app)
    assert len(list(app.ws.keluar.iterdir())) == 1
