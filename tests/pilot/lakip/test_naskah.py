"""Step 6, the text: judged, edited, replaced from a file, taken back, kept on a cut line."""

import pytest

from civreg_tui.domain.lakip import teks_dari
from civreg_tui.services.lakip.composing import compose
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.lakip.naskah import keep_edit, kept_draft
from screens.lakip import Lakip
from screens.lakip.penyunting import Penyunting, SimpanDulu
from tests.pilot.conftest import BULAN
from tests.pilot.lakip.bantu import bagian, penyunting, pilih, samar, target_baru
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks


@pytest.mark.parametrize(("name", "size"), [("lakip_80", KECIL), ("lakip_120", BESAR)])
async def test_it_opens_at_the_first_empty_judgement(buka, name, size):
    app = buka(6)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.screen.terpilih.id == "bab3.penyebab"
        sesuai_golden(name, samar(teks(app)))


async def test_a_section_is_edited_and_kept_with_f10(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab1.gambaran")
        await tekan(pilot, "enter")
        await ketik(pilot, "[b]Baru[/] ")
        assert "[b]Baru[/] Bidang Fasilitasi" in teks(app)
        await tekan(pilot, "f10")
        assert isinstance(app.screen, Lakip)
        assert "* " in teks(app)
    assert bagian(app.ws, "bab1.gambaran").paragraf[0].startswith("[b]Baru[/] Bidang")


async def test_an_unchanged_section_is_no_edit(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab1.gambaran")
        await tekan(pilot, "f2", "f10")
        assert "Tidak ada perubahan." in teks(app)
    assert not bagian(app.ws, "bab1.gambaran").disunting


@pytest.mark.parametrize(
    ("answer", "left", "kept"), [("t", True, False), ("y", True, True), ("escape", False, False)]
)
async def test_escape_asks_what_becomes_of_a_changed_text(buka, answer, left, kept):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab1.gambaran")
        await tekan(pilot, "enter")
        await ketik(pilot, "Ubah ")
        await tekan(pilot, "escape")
        assert isinstance(app.screen, SimpanDulu)
        await tekan(pilot, answer)
        assert isinstance(app.screen, Lakip if left else Penyunting)
    assert bagian(app.ws, "bab1.gambaran").disunting is kept


async def test_suggestions_are_taken_with_one_key_and_finished_in_the_editor(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "s")
        assert "Saran dipakai. Enter, lalu F3" in teks(app)
        assert bagian(app.ws, "bab3.penyebab").kosong
        await tekan(pilot, "enter", "f3")
        sesuai_golden("penyunting_80", teks(app))
        while "[uraikan" in penyunting(app).text:
            assert penyunting(app).selected_text.startswith("[uraikan")
            await ketik(pilot, "kerja sama")
            await tekan(pilot, "f3")
        await tekan(pilot, "f10")
        assert "a. Analisis Penyebab disimpan." in teks(app)
    assert not bagian(app.ws, "bab3.penyebab").kosong


async def test_a_number_that_is_not_in_the_data_is_named(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab4.langkah")
        await tekan(pilot, "enter")
        await ketik(pilot, "Sebanyak 12.345 akta.")
        await tekan(pilot, "f10")
        shown = teks(app)
        assert "Disimpan. Periksa: 12.345 tidak ada dalam data bulan ini." in shown
        assert "?  B. Langkah ke Depan" in shown


async def test_a_changed_figure_shows_the_conflict_beside_the_edit(buka):
    app = buka(6)
    section = bagian(app.ws, "bab4.simpulan")
    keep_edit(app.ws, BULAN, section, "Kinerja bidang baik.")
    target_baru(app.ws)
    async with app.run_test(size=BESAR) as pilot:
        pilih(app, "bab4.simpulan")
        await pilot.pause()
        assert "#  A. Simpulan" in teks(app)
        assert "Kinerja bidang baik." in teks(app)
        assert "SUSUNAN PROGRAM DARI ANGKA SEKARANG" in teks(app)
        await tekan(pilot, "enter")
        sesuai_golden("bentrok_120", teks(app))
        await tekan(pilot, "f10")
        assert "*  A. Simpulan" in teks(app)
    now = bagian(app.ws, "bab4.simpulan")
    assert now.paragraf == ("Kinerja bidang baik.",)
    assert not now.bentrok


async def test_a_section_is_replaced_by_a_text_file(buka):
    app = buka(6)
    (app.ws.masuk / "solusi.txt").write_text("\ufeffAlinea satu.\n\nAlinea dua.\n", "utf-8")
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab3.solusi")
        await tekan(pilot, "g", "enter")
        assert "Bagian diganti dengan solusi.txt." in teks(app)
    assert bagian(app.ws, "bab3.solusi").paragraf == ("Alinea satu.", "Alinea dua.")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00k", "bukan teks UTF-8"),
        (b"  \n", "kosong"),
        (b"a" * 200_001, "terlalu besar"),
    ],
)
async def test_a_file_that_is_no_text_is_refused_in_one_line(buka, content, sentence):
    app = buka(6)
    (app.ws.masuk / "rusak.txt").write_bytes(content)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "g", "enter")
        assert f"! rusak.txt {sentence}" in teks(app)
    assert not bagian(app.ws, "bab3.penyebab").disunting


async def test_an_edit_is_taken_back_after_asking(buka):
    app = buka(6)
    section = bagian(app.ws, "bab1.isu")
    keep_edit(app.ws, BULAN, section, "Isu lain.")
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab1.isu")
        await tekan(pilot, "x", "t")
        assert bagian(app.ws, "bab1.isu").disunting
        await tekan(pilot, "x", "y")
        assert "susunan program tampil lagi" in teks(app)
    assert teks_dari(bagian(app.ws, "bab1.isu")) == teks_dari(section)


async def test_a_cut_line_keeps_the_half_written_text(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "enter")
        await ketik(pilot, "Setengah")
        app.keep_draft("putus")
    assert kept_draft(app.ws, BULAN, "bab3.penyebab") == "Setengah"
    again = type(app)(app.ws, period=BULAN, step=6)
    async with again.run_test(size=KECIL) as pilot:
        await tekan(pilot, "enter")
        assert penyunting(again).text == "Setengah"
        assert "sambungan yang terputus dipulihkan" in teks(again)
        await tekan(pilot, "f10")
    assert kept_draft(app.ws, BULAN, "bab3.penyebab") is None
    assert bagian(app.ws, "bab3.penyebab").paragraf == ("Setengah",)


async def test_f3_goes_round_the_sections_that_need_attention(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        passed = []
        for key in ("f3", "right_square_bracket", "f3", "left_square_bracket"):
            await tekan(pilot, key)
            passed.append(app.screen.terpilih.id)
    assert passed == ["bab3.solusi", "bab4.langkah", "bab3.penyebab", "bab4.langkah"]


async def test_the_monthly_edition_is_chosen_with_two_keys(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "m", "up", "enter")
        assert "Edisi bulanan" in teks(app)
    assert edition(app.ws, BULAN) == "bulanan"
    assert compose(app.ws, BULAN)[1] != ()


async def test_the_text_fills_the_screen_and_gives_the_room_back(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "lampiran")
        await tekan(pilot, "v")
        assert "Kabupaten Pesisir Selatan" in teks(app)
        assert "BAB IV PENUTUP" not in teks(app)
        await tekan(pilot, "v")
        assert "BAB IV PENUTUP" in teks(app)
        assert app.focused.id == "bagian"


async def test_another_role_only_reads(buka):
    app = buka(6)
    app.ws.pelaku = app.ws.pelaku.sebagai("staf")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "enter")
        shown = teks(app)
        assert isinstance(app.screen, Lakip)
        assert "hanya baca" in shown
        assert "! Menyusun LAKIP Bidang hanya boleh oleh Kabid" in shown
        assert "Saran" not in shown.splitlines()[-1]
