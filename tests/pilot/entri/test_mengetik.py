"""Typing: figures are durable at once, sums and coverage live, slips rung out of band."""

from __future__ import annotations

from civreg_tui.domain.lembar import Isian
from screens.meja_kerja import MejaKerja
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, baris, entri, isi, pesan, sel, sumber, tulis
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks


async def test_an_empty_sheet_at_eighty_columns(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        sesuai_golden("entri_kosong_80", teks(app))


async def test_both_sexes_filled_at_eighty_columns(buka):
    app = buka(4, dokumen="AKAWIN")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t")
        sesuai_golden("entri_kawin_80", teks(app))


async def test_a_large_terminal_shows_names_groups_last_month_and_findings(buka):
    app = buka(4, dokumen="ACERAI")
    tulis(app.ws, "ACERAI", {sel("13.06", "wajib"): 100, sel("13.06", "memiliki"): 200})
    async with app.run_test(size=BESAR) as pilot:
        await tekan(pilot, "t")
        sesuai_golden("entri_cerai_120", teks(app))


async def test_a_figure_is_kept_at_once_and_its_line_follows(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "157582")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")) == Isian(157_582)
        assert entri(app).grid.cursor == (0, 1)
        await angka(pilot, "156.615")
        assert "157.582     156.615         967  99,39  99,08   +0,31" in baris(app, "Pesisir")
        assert "157.582     156.615         967  99,39" in baris(app, "JUMLAH")
        assert entri(app).grid.cursor == (1, 0)


async def test_the_standing_counts_down_and_names_the_minutes(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "Sisa 38 sel (190 semua) 0/60 mnt" in pesan(app)
        await angka(pilot, "157582")
        assert "Sisa 37 sel (189 semua)" in pesan(app)


async def test_out_of_band_rings_once_says_one_line_and_the_hand_goes_on(buka):
    app = buka(4)
    rung = []
    async with app.run_test(size=KECIL) as pilot:
        app.bell = lambda: rung.append(1)
        await angka(pilot, "157582")
        assert rung == []
        await angka(pilot, "999999")
        assert rung == [1]
        assert "Pesisir Sel.: yang memiliki akta (999.999) melebihi wajib akta" in pesan(app)
        assert entri(app).grid.cursor == (1, 0)
        assert "999.999!" in baris(app, "Pesisir")
        await angka(pilot, "124034")
        assert "melebihi" not in pesan(app)
        assert rung == [1]


async def test_nil_clear_and_edit_in_place(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "-")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")) == Isian(0, nihil=True)
        await tekan(pilot, "left", "delete")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka is None
        await angka(pilot, "157")
        await tekan(pilot, "left", "f2")
        await angka(pilot, "582")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_582
        await tekan(pilot, "left")
        await ketik(pilot, "9")
        await tekan(pilot, "escape")
        assert "157.582" in baris(app, "Pesisir")


async def test_what_is_no_count_is_refused_and_changes_nothing(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        for text in ("12,5", "1.23"):
            await angka(pilot, text)
            assert "bukan bilangan bulat" in pesan(app)
            await tekan(pilot, "escape")
        assert app.ws.store.cells.of(BULAN, "AK017") == {}


async def test_enter_by_column_is_remembered_for_the_account(buka, demo):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "s")
        await angka(pilot, "157582")
        assert entri(app).grid.cursor == (1, 0)
        await tekan(pilot, "escape", "enter")
        assert entri(app).grid.state.order == "column"


async def test_the_end_of_the_sheet_says_what_comes_next(buka):
    app = buka(4)
    cells = sumber(app.ws, "AK017")
    last = sel("13.77", "memiliki")
    tulis(app.ws, "AK017", {a: v for a, v in cells.items() if a.ukuran != "belum" and a != last})
    async with app.run_test(size=KECIL) as pilot:
        entri(app).grid.go(18, 1)
        await angka(pilot, str(cells[last]))
        assert "Ujung lembar. d membuka dokumen berikutnya." in pesan(app)


async def test_a_colleagues_figure_is_never_overwritten_unseen(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        tulis(app.ws, "AK017", {sel("13.01", "wajib"): 157_582})
        await angka(pilot, "111")
        assert "Sel ini baru diisi 157.582" in pesan(app)
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_582
        await tekan(pilot, "escape")
        assert "157.582" in baris(app, "Pesisir")


async def test_leaving_and_coming_back_stands_on_the_same_cell(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "157582")
        await tekan(pilot, "d", "down", "down", "right", "escape")
        assert isinstance(app.screen, MejaKerja)
        await tekan(pilot, "enter")
        assert entri(app).kode == "AKAWIN"
        assert entri(app).grid.cursor == (2, 1)


async def test_a_value_given_up_with_esc_does_not_come_back(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "down")
        await ketik(pilot, "1240")
        app.keep_draft("SIGHUP")
        screen = entri(app)
        screen.grid.state.cancel()
        await tekan(pilot, "escape")
    app2 = type(app)(app.ws, period=BULAN, step=4)
    async with app2.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert entri(app2).grid.cursor == (1, 0)


async def test_a_draft_is_shown_and_enter_keeps_it(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "down")
        await ketik(pilot, "12403")
        app.keep_draft("SIGHUP")
    again = type(app)(app.ws, period=BULAN, step=4)
    async with again.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "12403" in baris(again, "Kab. Solok")
        assert "belum tersimpan" in pesan(again)
        await angka(pilot, "4")
        assert isi(again.ws, "AK017", sel("13.02", "wajib")).angka == 124_034


async def test_a_session_that_ended_without_farewell_goes_on_behind_its_last_cell(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 157_582})
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert entri(app).grid.cursor == (0, 1)


async def test_growing_and_shrinking_the_terminal_keeps_cell_and_typed_text(buka):
    app = buka(4, dokumen="AKAWIN")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "down", "right")
        await ketik(pilot, "49")
        await pilot.resize_terminal(*BESAR)
        await pilot.pause()
        assert entri(app).grid.draft.text == "49"
        assert "13.02 Kab. Solok" in teks(app)
        await pilot.resize_terminal(*KECIL)
        await pilot.pause()
        await angka(pilot, "641")
        assert isi(app.ws, "AKAWIN", sel("13.02", "wajib", "p")).angka == 49_641
