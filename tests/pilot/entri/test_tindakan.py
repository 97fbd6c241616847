"""What is done to whole sheets and to single cells besides typing."""

from __future__ import annotations

from civreg_tui.domain.lembar import Alamat, Isian, Kolom
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, baris, entri, isi, pesan, sel, tempel, tulis
from tests.pilot.layar import KECIL, ketik, tekan, teks


async def test_taking_over_fills_only_empty_cells_and_marks_what_differs(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "157528")
        await tekan(pilot, "t")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_528
        assert isi(app.ws, "AK017", sel("13.06", "wajib")) == Isian(151_806, asal="softcopy")
        assert "157.528≠" in baris(app, "Pesisir")
        assert "37 sel diisi dari softcopy." in pesan(app)


async def test_all_documents_are_taken_over_with_one_key(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "T")
        assert "190 sel diisi dari softcopy." in pesan(app)
        assert "98,53" in baris(app, "JUMLAH")


async def test_taking_over_twice_says_that_nothing_is_left(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t", "t")
        assert "Tidak ada sel kosong" in pesan(app)


async def test_undo_and_redo_read_the_trail_also_in_a_new_session(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "157582")
        await angka(pilot, "156615")
        await tekan(pilot, "u")
        assert "Dibatalkan: Pesisir Sel., Memiliki menjadi kosong." in pesan(app)
        assert entri(app).grid.cursor == (0, 1)
    again = type(app)(app.ws, period=BULAN, step=4)
    async with again.run_test(size=KECIL) as pilot:
        await tekan(pilot, "u")
        assert app.ws.store.cells.of(BULAN, "AK017")[sel("13.01", "wajib")].angka is None
        await tekan(pilot, "r", "r")
        assert "Diulang: Pesisir Sel., Memiliki menjadi 156.615." in pesan(again)
        await tekan(pilot, "r")
        assert "Tidak ada lagi yang dapat diulang." in pesan(again)


async def test_undo_goes_to_the_document_it_changes(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "157582")
        await tekan(pilot, "d", "d", "u")
        assert entri(app).kode == "AK017"


async def test_undo_takes_back_totals_of_the_paper_notes_and_reasons_in_their_order(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        before = app.ws.store.cells.controls(BULAN, "AK017").get(Kolom("wajib", "jml"))
        await tekan(pilot, "home", "n")
        await ketik(pilot, "tanya PIAK")
        await tekan(pilot, "enter", "k")
        await angka(pilot, "1732411")
        await tekan(pilot, "d", "u")
        assert "Dibatalkan: Wajib di kertas menjadi" in pesan(app)
        assert app.ws.store.cells.controls(BULAN, "AK017").get(Kolom("wajib", "jml")) == before
        assert entri(app).kode == "AK017"
        assert entri(app).grid.cursor == (20, 0)
        await tekan(pilot, "u")
        assert "Dibatalkan: catatan Pesisir Sel., Wajib: tidak ada." in pesan(app)
        await tekan(pilot, "r")
        assert 'Diulang: catatan Pesisir Sel., Wajib: "tanya PIAK".' in pesan(app)
        await tekan(pilot, "r")
        assert "Diulang: Wajib di kertas menjadi 1.732.411." in pesan(app)


async def test_undo_of_l_and_p_shows_the_columns_anew(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "l")
        assert "Wajib L" in teks(app)
        await tekan(pilot, "u")
        assert "Dibatalkan: diisi jumlah saja." in pesan(app)
        assert "Wajib L" not in teks(app)


async def test_wajib_is_carried_from_last_month_and_skipped_by_enter(buka):
    app = buka(4)
    before = app.ws.month("2024-11").acuan
    app.ws.store.months.set_acuan(BULAN, before)
    app.ws.store.database.sql.execute("DELETE FROM softcopy")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "w")
        assert "19 sel wajib dibawa dari bulan lalu" in pesan(app)
        assert "153.169=" in baris(app, "Pesisir")
        await tekan(pilot, "right", "home", "right")
        await angka(pilot, "150000")
        assert entri(app).grid.cursor == (1, 1)
        await tekan(pilot, "up", "left")
        await angka(pilot, "157582")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")) == Isian(157_582)


async def test_wajib_is_not_carried_over_a_change_of_the_dkb(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "w")
        assert "Acuan DKB berganti" in pesan(app)
        assert app.ws.store.cells.of(BULAN, "AK017") == {}


async def test_a_pasted_block_is_looked_at_first_and_is_one_undo(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tempel(pilot, app, "157.582\t156.615\r\n124034\t122349\r\n")
        assert "Menempel 4 angka. Benar begini?" in teks(app)
        assert "Pesisir Sel.   Wajib" in teks(app)
        assert app.ws.store.cells.of(BULAN, "AK017") == {}
        await tekan(pilot, "y")
        assert isi(app.ws, "AK017", sel("13.02", "memiliki")).angka == 122_349
        assert "4 angka ditempel." in pesan(app)
        await tekan(pilot, "u")
        assert {i.angka for i in app.ws.store.cells.of(BULAN, "AK017").values()} == {None}


async def test_a_block_with_a_wrong_value_is_refused_whole(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tempel(pilot, app, "157582\t156615\n12,5\t1\n")
        assert '"12,5" bukan bilangan bulat' in pesan(app)
        assert app.ws.store.cells.of(BULAN, "AK017") == {}


async def test_a_pasted_row_needs_no_question(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tempel(pilot, app, "157582\t156615")
        assert isi(app.ws, "AK017", sel("13.01", "memiliki")).angka == 156_615
        assert "99,39" in baris(app, "Pesisir")


async def test_notes_and_flags_stay_with_their_cell(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 157_582})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "n")
        await ketik(pilot, "tanya PIAK [/]")
        await tekan(pilot, "enter", "f", "i")
        assert "157.582*" in baris(app, "Pesisir")
        assert "[tindak lanjut] tanya PIAK [/]" in pesan(app)
        await tekan(pilot, "f", "n")
        field = app.focused
        field.value = ""
        await tekan(pilot, "enter")
        assert "157.582*" not in baris(app, "Pesisir")


async def test_the_sheet_is_copied_out_to_a_file(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.06", "wajib"): 151_806, sel("13.06", "memiliki"): 149_001})
    async with app.run_test(size=(120, 40)) as pilot:
        await tekan(pilot, "c")
    (file,) = app.ws.keluar.glob("*.csv")
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0] == "kode;kabupaten/kota;Wajib Akta JML;Memiliki JML;Belum Memiliki JML;persen"
    assert lines[6] == "13.06;Kabupaten Agam;151806;149001;2805;98,15"
    assert lines[1] == "13.01;Kabupaten Pesisir Selatan;;;;"
    assert lines[20] == ";JUMLAH;151806;149001;2805;98,15"


async def test_totals_or_both_sexes_while_the_sheet_is_empty(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "l")
        assert "Wajib L Wajib P" in teks(app)
        await angka(pilot, "5")
        assert isi(app.ws, "AK017", Alamat("13.01", "wajib", "l")).angka == 5
        await tekan(pilot, "l")
        assert "hanya dapat diganti selagi rekap dokumen ini kosong" in pesan(app)
