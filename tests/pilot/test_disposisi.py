"""Steps 1 and 2: the sheet is prefilled, saved when left, and sent on by the right role."""

from textual.widgets import Input, TextArea

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


async def test_no_function_key_marks_a_text_that_the_next_letter_would_replace(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f7", "f6")
        await ketik(pilot, "Ya. ")
        assert app.screen.query_one("#arahan", TextArea).text.startswith("Ya. Buat Laporan")


async def test_a_field_is_saved_when_it_is_left(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        app.screen.query_one("#no_surat", Input).focus()
        await ketik(pilot, "[/]=1+1")
        await tekan(pilot, "tab")
        assert load_disposisi(app.ws, BULAN).no_surat == "[/]=1+1"
        assert "[/]=1+1" in teks(app)


async def _ke(pilot, ruas):
    pilot.app.screen.query_one(f"#{ruas}", Input).focus()
    await pilot.pause()


async def test_the_first_key_replaces_what_stands_in_a_line_and_arrows_edit_it(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await _ke(pilot, "diteruskan")
        await ketik(pilot, "Kasi")
        await tekan(pilot, "tab", "shift+tab", "end")
        await ketik(pilot, " Monev")
        await tekan(pilot, "tab", "shift+tab", "f2")
        await ketik(pilot, "!")
        await tekan(pilot, "tab")
        assert load_disposisi(app.ws, BULAN).diteruskan == "Kasi Monev!"


async def test_f10_refuses_a_day_that_is_none_and_goes_to_it(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await _ke(pilot, "arahan_tgl")
        await ketik(pilot, "31 februari 2025")
        await tekan(pilot, "f10")
        assert '! Tanggal arahan "31 februari 2025" tidak dikenal. Tulis misalnya' in teks(app)
        assert app.focused.id == "arahan_tgl"
        assert app.ws.month(BULAN).keadaan is Keadaan.DISPOSISI_KABID
        await ketik(pilot, "3-1-2025")
        await tekan(pilot, "f10")
        assert app.ws.month(BULAN).keadaan is Keadaan.DISPOSISI_KASI


async def test_a_field_with_a_day_that_is_none_cannot_be_left(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await _ke(pilot, "arahan_batas")
        await ketik(pilot, "470/12/PIAK/2025")
        for key in ("tab", "escape"):
            await tekan(pilot, key)
            assert '! Batas waktu arahan "470/12/PIAK/2025" tidak dikenal.' in teks(app)
            assert app.focused.id == "arahan_batas"
        await tekan(pilot, "home", "shift+end", "delete", "tab")
        assert app.focused.id == "arahan_tgl"


async def test_a_day_is_kept_in_words_however_it_is_written(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await _ke(pilot, "arahan_batas")
        await ketik(pilot, "2025-01-06")
        await tekan(pilot, "tab")
        assert "Batas waktu    6 Januari 2025" in teks(app)
        assert load_disposisi(app.ws, BULAN).arahan_batas == "6 Januari 2025"


async def test_a_lost_line_keeps_everything_but_a_day_that_is_none(buka):
    app = buka(1)
    async with app.run_test(size=KECIL) as pilot:
        await ketik(pilot, "Putus. ")
        await _ke(pilot, "arahan_batas")
        await ketik(pilot, "31-02-2025")
        app.keep_draft("SIGHUP")
        kept = load_disposisi(app.ws, BULAN)
        assert kept.arahan.startswith("Putus. ")
        assert kept.arahan_batas == ""


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
