"""Steps 1 and 2: the sheet is prefilled, saved when left, and sent on by the right role."""

from textual.widgets import Input

from civreg_tui.app import CivregApp
from civreg_tui.domain.langkah import Keadaan
from civreg_tui.services.disposisi import load_disposisi
from screens.meja_kerja import MejaKerja
from tests.pilot.conftest import BULAN
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks


async def test_the_sheet_is_prefilled(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        sesuai_golden("disposisi_80", teks(app))


async def test_the_large_screen_shows_the_same_sheet(buka):
    app = buka(2)
    async with app.run_test(size=BESAR) as pilot:
        await pilot.pause()
        sesuai_golden("disposisi_kasi_120", teks(app))


async def test_f10_sends_it_and_the_home_screen_names_the_next_role(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10")
        assert isinstance(app.screen, MejaKerja)
        shown = teks(app)
        assert "✓ Disposisi dikirim kepada Kasi." in shown
        assert "giliran Kasi" in shown
        assert app.ws.month(BULAN).keadaan is Keadaan.DISPOSISI_KASI


async def test_both_levels_by_keys_alone_after_changing_the_role(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10", "p", "enter", "enter")
        await ketik(pilot, "Cepat. ")
        await tekan(pilot, "f10")
        assert app.ws.month(BULAN).keadaan is Keadaan.PENERIMAAN
        assert load_disposisi(app.ws, BULAN).petunjuk.startswith("Cepat. Entri data")


async def test_a_field_is_saved_when_it_is_left(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        app.screen.query_one("#no_surat", Input).focus()
        await ketik(pilot, "[/]=1+1")
        await tekan(pilot, "tab")
        assert load_disposisi(app.ws, BULAN).no_surat == "[/]=1+1"
        assert "[/]=1+1" in teks(app)


async def test_escape_saves_and_goes_back(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await ketik(pilot, "Segera. ")
        await tekan(pilot, "escape")
        assert isinstance(app.screen, MejaKerja)
        assert load_disposisi(app.ws, BULAN).arahan.startswith("Segera. ")


async def test_a_lost_line_keeps_what_was_typed(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await ketik(pilot, "Putus. ")
        app.keep_draft("SIGHUP")
        assert load_disposisi(app.ws, BULAN).arahan.startswith("Putus. ")


async def test_boxes_are_ticked_with_the_space_bar(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        app.screen.query_one("#sifat").focus()
        await tekan(pilot, "right", "right", "space", "tab")
        app.screen.query_one("#harap").focus()
        await tekan(pilot, "space", "tab")
        sheet = load_disposisi(app.ws, BULAN)
        assert sheet.sifat == "Rahasia"
        assert sheet.harap[0] == "Tanggapan dan Saran"


async def test_an_empty_direction_is_refused_with_a_sentence(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        app.screen.query_one("#arahan").load_text("")
        await tekan(pilot, "f10")
        assert "! Isi dulu arahan kepada Kasi." in teks(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.DISPOSISI_KABID


async def test_another_role_sees_the_sheet_but_cannot_change_it(demo):
    ws = demo(1)
    ws.pelaku = ws.pelaku.sebagai("staf")
    app = CivregApp(ws, period=BULAN, step=1)
    async with app.run_test(size=KECIL) as pilot:
        await ketik(pilot, "xyz")
        await tekan(pilot, "f10")
        assert "hanya baca" in teks(app)
        assert "xyz" not in teks(app)
        assert ws.month(BULAN).keadaan is Keadaan.DISPOSISI_KABID


async def test_in_the_stand_alone_mode_one_account_does_both(kosong):
    app = CivregApp(kosong)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n", "f10", "enter", "f10", "enter", "f10")
        assert kosong.month(BULAN).keadaan is Keadaan.PENERIMAAN
        roles = [e.peran for e in kosong.store.trail.events(BULAN) if e.aksi == "pindah"]
        assert roles == ["kabid", "kasi"]
