"""F9: only the differences, each with its address and in words; 1, 2, 3 decide."""

from __future__ import annotations

from civreg_tui.domain.lembar import Isian
from screens.entri.selisih import Selisih
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, entri, isi, pesan, sel, tulis
from tests.pilot.layar import KECIL, sesuai_golden, tekan, teks

BEDA = {
    sel("13.06", "wajib"): 158_106,
    sel("13.08", "memiliki"): 9_601,
    sel("13.71", "wajib"): 273_663,
}


async def test_differences_with_address_and_diagnosis(buka):
    app = buka(4)
    tulis(app.ws, "AK017", BEDA)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f9")
        assert isinstance(app.screen, Selisih)
        sesuai_golden("selisih_80", teks(app))
        await tekan(pilot, "down")
        assert "Akta Kelahiran 0-17!I" in teks(app)


async def test_one_takes_the_softcopy_two_keeps_the_entry(buka):
    app = buka(4)
    tulis(app.ws, "AK017", BEDA)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "equals_sign", "1")
        assert isi(app.ws, "AK017", sel("13.06", "wajib")) == Isian(151_806, asal="softcopy")
        assert "Dipakai softcopy. Sisa 1 selisih." in pesan(app)
        await tekan(pilot, "2")
        made = app.ws.store.cells.decisions(BULAN, "AK017")[sel("13.08", "memiliki")]
        assert (made.entri, made.softcopy, made.oleh) == (9_601, 96_013, "budi")
        assert isi(app.ws, "AK017", sel("13.08", "memiliki")).angka == 9_601
        assert "Selesai." in pesan(app)
        await tekan(pilot, "f9")
        assert "≠" not in teks(app)


async def test_undo_takes_a_decision_back_and_redo_makes_it_again(buka):
    app = buka(4)
    tulis(app.ws, "AK017", BEDA)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f9", "2", "1", "u")
        assert "Dibatalkan: Pasaman, Memiliki menjadi 9.601." in pesan(app)
        await tekan(pilot, "u")
        assert "Dibatalkan: keputusan selisih Agam, Wajib." in pesan(app)
        assert app.ws.store.cells.decisions(BULAN, "AK017") == {}
        await tekan(pilot, "r", "r")
        assert "Diulang: Pasaman, Memiliki menjadi 96.013." in pesan(app)
        assert len(app.ws.store.cells.decisions(BULAN, "AK017")) == 1


async def test_a_decision_lapses_when_the_entry_changes(buka):
    app = buka(4)
    tulis(app.ws, "AK017", BEDA)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f9", "down", "2", "escape")
        entri(app).grid.go(7, 1)
        await angka(pilot, "9602")
        await tekan(pilot, "f9")
        assert "9.602" in teks(app)


async def test_three_goes_to_the_cell(buka):
    app = buka(4)
    tulis(app.ws, "AK017", BEDA)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f9", "down", "3")
        assert entri(app).grid.cursor == (7, 1)
        assert "Ketik angka dari kertas" in pesan(app)


async def test_a_sum_of_both_sexes_is_not_taken_but_typed(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "l")
        await angka(pilot, "100")
        await angka(pilot, "100")
        await tekan(pilot, "f9")
        assert "Wajib JML" in teks(app)
        await tekan(pilot, "1")
        assert "Angka ini dihitung dari L dan P." in pesan(app)
        await tekan(pilot, "3")
        assert entri(app).grid.cursor[0] == 0


async def test_other_documents_with_differences_are_named(buka):
    app = buka(4)
    tulis(app.ws, "ACERAI", {sel("13.06", "wajib"): 1})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "d", "d", "f9")
        assert "Tidak ada selisih pada sel yang sudah diisi. Dokumen lain: Cerai 1 (d)." in pesan(
            app
        )
        await tekan(pilot, "d", "d")
        assert "[Cerai]" in teks(app)
        assert "11.712" in teks(app)


async def test_exchanged_rows_are_told_in_one_sentence(buka):
    app = buka(4)
    tulis(app.ws, "ACERAI", {sel("13.06", "wajib"): 7_034, sel("13.07", "wajib"): 11_712})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f9")
        assert "Wajib: Agam dan 50 Kota bertukar baris." in teks(app)
