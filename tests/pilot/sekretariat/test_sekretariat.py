"""Step 7: exactly what was delivered, its checklist, acceptance, the bundle, and the return."""

import hashlib
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.laporan import Bahan
from civreg_tui.services.lakip.composing import deliver
from civreg_tui.services.month.returns import return_to_kabid
from civreg_tui.services.sekretariat import delivered, load_checklist, save_checklist
from screens.meja_kerja import MejaKerja
from tests.pilot.conftest import BULAN
from tests.pilot.lakip.bantu import isi_semua, samar
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks


@pytest.mark.parametrize(("name", "size"), [("sekretariat_80", KECIL), ("sekretariat_120", BESAR)])
async def test_the_frozen_text_stands_beside_the_checklist(buka, name, size):
    app = buka(7)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert delivered(app.ws, BULAN).sha256 in teks(app)
        sesuai_golden(name, samar(teks(app)))


async def test_headings_and_tables_of_the_delivery_are_reached_with_f3(buka):
    app = buka(7)
    async with app.run_test(size=BESAR) as pilot:
        await tekan(pilot, "v", *["f3"] * 40)
        shown = teks(app)
        assert shown.splitlines()[4] == "LAMPIRAN"
        assert "Rekapitulasi kepemilikan Akta Kelahiran" in shown
        assert "1.732.411  1.706.893" in shown


async def test_it_shows_the_bytes_that_were_frozen_and_nothing_composed_since(buka):
    app = buka(7)
    paper = Document()
    paper.add_paragraph("NASKAH UJI [/] =1+1")
    out = BytesIO()
    paper.save(out)
    foreign = replace(
        delivered(app.ws, BULAN),
        no=2,
        isi=out.getvalue(),
        sha256=hashlib.sha256(out.getvalue()).hexdigest(),
    )
    app.ws.store.records.put_delivery(BULAN, foreign)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "NASKAH UJI [/] =1+1" in teks(app)
        assert "[ ] Angka cocok (program)" in teks(app)
        assert "perbedaan dengan rekap" in " ".join(teks(app).split())
        await tekan(pilot, "space", "down", "down", "space", "f10")
        assert "! Angkanya tidak cocok dengan rekap tervalidasi." in teks(app)
    assert app.ws.month(BULAN).keadaan is Keadaan.SEKRETARIAT


async def test_from_the_checklist_to_acceptance_and_the_bundle_by_keys(buka):
    app = buka(7)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10")
        assert "! Periksa dulu apakah naskahnya lengkap" in teks(app)
        await tekan(pilot, "space", "f10")
        assert "! Periksa dulu apakah sudah ditandatangani" in teks(app)
        await tekan(pilot, "space", "f10", "f10")
        assert "Nomor penerimaan belum diisi." in teks(app)
        await ketik(pilot, "900/12/2025")
        await tekan(pilot, "f10")
        assert "LAKIP diterima dengan nomor 900/12/2025." in teks(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.SELESAI
        await tekan(pilot, "e")
        assert "Ditulis ke" in teks(app)
    names = sorted(path.name for path in app.ws.keluar.iterdir())
    assert names == [
        "2024-12_bahan-lakip-dinas_r1.zip",
        "2024-12_bahan-lakip-dinas_r1.zip.sha256",
        "2024-12_bahan_r1.xlsx",
    ]
    form = load_checklist(app.ws, BULAN, None)
    assert (form.nomor, form.tanggal) == ("900/12/2025", "2025-01-03")


async def test_a_date_may_be_typed_the_office_way_but_must_be_one(buka):
    app = buka(7)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "end", "up", "enter")
        await ketik(pilot, "31-02-2025")
        await tekan(pilot, "enter")
        assert 'Tanggal "31-02-2025" tidak dikenal.' in teks(app)
        await tekan(pilot, "escape", "enter")
        await ketik(pilot, "05-01-2025")
        await tekan(pilot, "enter")
        assert "Tanggal 05-01-2025" in teks(app)
    assert load_checklist(app.ws, BULAN, None).tanggal == "2025-01-05"


async def test_accepting_goes_to_the_field_that_is_wrong(buka):
    app = buka(7)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "down", "down", "space", "f10", "tab")
        await ketik(pilot, "31 Februari 2025")
        await tekan(pilot, "f10")
        assert 'Tanggal "31 Februari 2025" tidak dikenal.' in teks(app)
        await ketik(pilot, "3 Januari 2025")
        await tekan(pilot, "f10")
        assert "Nomor penerimaan belum diisi." in teks(app)
        await ketik(pilot, "900/12/2025")
        await tekan(pilot, "f10")
    assert load_checklist(app.ws, BULAN, None).tanggal == "2025-01-03"


async def test_it_goes_back_to_the_kabid_and_the_next_delivery_is_checked_afresh(buka):
    app = buka(7)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "k")
        await ketik(pilot, "Bab III belum lengkap")
        await tekan(pilot, "enter")
        assert isinstance(app.screen, MejaKerja)
        assert "Sekarang giliran Kabid." in teks(app)
    assert app.ws.month(BULAN).keadaan is Keadaan.LAKIP
    app.ws.pelaku = app.ws.pelaku.sebagai("kabid")
    deliver(app.ws, BULAN)
    assert not load_checklist(app.ws, BULAN, None).lengkap


async def test_another_role_only_reads(buka):
    app = buka(7)
    app.ws.pelaku = app.ws.pelaku.sebagai("kabid")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "enter")
        assert "hanya boleh oleh Sekretariat" in teks(app)
        await tekan(pilot, "f10")
        assert "! Menerima LAKIP Bidang hanya boleh oleh Sekretariat" in teks(app)


async def test_before_any_delivery_there_is_only_a_sentence(buka):
    app = buka(6, layar=7)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f3")
        assert "LAKIP Bidang belum disampaikan." in teks(app)


async def test_from_step_six_to_the_end_by_keys_with_the_roles_switched(buka):
    app = buka(6)
    isi_semua(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10", "y", "p", "enter", "enter")
        await tekan(pilot, "space", "down", "down", "space", "f10")
        await ketik(pilot, "1/2025")
        await tekan(pilot, "f10")
        assert "LAKIP diterima" in teks(app)
    assert app.ws.month(BULAN).keadaan is Keadaan.SELESAI


async def test_a_checklist_saved_twice_is_one_act(buka):
    app = buka(7)
    before = len(list(app.ws.store.trail.events(BULAN)))
    for _ in range(2):
        save_checklist(app.ws, BULAN, Bahan(lengkap=True))
    assert len(list(app.ws.store.trail.events(BULAN))) == before + 1
    return_to_kabid(app.ws, BULAN, "Naskah belum lengkap.")
