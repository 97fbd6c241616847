"""Getting around: documents, findings, names, the paper's totals, details."""

from __future__ import annotations

import re

from civreg_tui.domain.lembar import KOSONG, Isian, Kolom
from civreg_tui.domain.numbers import format_count
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.takeover import take_over_all
from screens.entri import Entri
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, baris, entri, isi, pesan, sel, sumber, tulis
from tests.pilot.layar import KECIL, ketik, sesuai_golden, tekan, teks

WAJIB = Kolom("wajib", "jml")


async def test_documents_follow_one_another_and_keep_their_cells(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "down", "d")
        assert "Lahir 0-17  [Kawin]  Cerai  Mati" in teks(app)
        assert "Wajib L Wajib P Wajib JML" in teks(app)
        await tekan(pilot, "D")
        assert entri(app).grid.cursor == (1, 0)
        await tekan(pilot, "D")
        assert "[Mati]" in teks(app)


async def test_a_half_typed_value_is_kept_before_the_document_changes(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await ketik(pilot, "157582")
        await tekan(pilot, "ctrl+pagedown")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_582
        await ketik(pilot, "1")
        await tekan(pilot, "d")
        assert "bukan bilangan bulat" in pesan(app)
        assert "[Kawin]" in teks(app)


async def test_findings_are_walked_through_all_documents_with_their_sentences(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.06", "wajib"): 10, sel("13.06", "memiliki"): 20})
    tulis(app.ws, "ACERAI", {sel("13.72", "wajib"): 10, sel("13.72", "memiliki"): 20})
    seen = []
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "up")
        for _ in range(14):
            await tekan(pilot, "f3")
            seen.append((entri(app).kode, entri(app).grid.cursor[0], pesan(app)))
        assert {(code, row) for code, row, _ in seen} == {("AK017", 5), ("ACERAI", 13)}
        assert any("yang memiliki akta (20) melebihi wajib akta (10)" in said for *_, said in seen)
        before = (entri(app).kode, entri(app).grid.cursor)
        await tekan(pilot, "right_square_bracket", "left_square_bracket")
        assert (entri(app).kode, entri(app).grid.cursor) == before


async def test_without_findings_f3_says_so(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f3")
        assert "Tidak ada temuan." in pesan(app)


async def test_a_marked_cell_says_its_finding_when_the_cursor_comes(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 10, sel("13.01", "memiliki"): 20})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "up", "up", "right")
        assert "melebihi wajib akta" in pesan(app)
        await tekan(pilot, "down")
        assert "melebihi" not in pesan(app)


async def test_names_codes_and_columns_are_found(buka):
    app = buka(4, dokumen="AKAWIN")
    async with app.run_test(size=KECIL) as pilot:
        for text, place in (("agam", (5, 0)), ("13.77", (18, 0)), ("milik p", (18, 4))):
            await tekan(pilot, "slash")
            await angka(pilot, text)
            assert entri(app).grid.cursor == place
        await tekan(pilot, "f4")
        await angka(pilot, "jakarta")
        assert '"jakarta" tidak ditemukan' in pesan(app)


async def cari(pilot, teks: str) -> None:
    await tekan(pilot, "slash")
    await angka(pilot, teks)


async def test_an_ambiguous_name_leaves_all_it_may_mean_and_esc_shows_the_rest(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await cari(pilot, "solok")
        assert [row.key for row in entri(app).model.rows] == ["13.02", "13.72"]
        assert "2 dari 19" in teks(app)
        assert "2 dari 19: solok. JUMLAH tetap semua." in pesan(app)
        await tekan(pilot, "down", "escape")
        assert len(entri(app).model.rows) == 19
        assert entri(app).grid.cursor == (13, 0)
        assert isinstance(app.screen, Entri)


def _isi(app):
    return app.ws.store.cells.of(BULAN, "AK017")


async def test_only_rows_that_need_work_and_enter_follows_them(buka):
    app = buka(4)
    take_over_all(app.ws, BULAN)
    hilang = {sel("13.03", "memiliki"): KOSONG, sel("13.71", "wajib"): KOSONG}
    commit_cells(app.ws, BULAN, "AK017", hilang)
    async with app.run_test(size=KECIL) as pilot:
        await cari(pilot, "kosong")
        assert [row.key for row in entri(app).model.rows] == ["13.03", "13.71"]
        every = sum(i.angka or 0 for a, i in _isi(app).items() if a.ukuran == "memiliki")
        assert format_count(every) in baris(app, "JUMLAH (19)")
        entri(app).grid.go(0, 1)
        await angka(pilot, "74978")
        assert entri(app).grid.cursor == (1, 0)
        await angka(pilot, "273663")
        assert entri(app).grid.cursor == (1, 1)
        await cari(pilot, "kosong")
        assert 'Tidak ada kabupaten/kota yang "kosong".' in pesan(app)
        assert len(entri(app).model.rows) == 19


async def test_a_finding_out_of_sight_brings_all_rows_back(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 10, sel("13.01", "memiliki"): 20})
    async with app.run_test(size=KECIL) as pilot:
        await cari(pilot, "kota")
        assert len(entri(app).model.rows) == 7
        await tekan(pilot, "f3")
        assert len(entri(app).model.rows) == 19
        assert entri(app).grid.cursor[0] == 0
        await cari(pilot, "kota")
        await cari(pilot, "13.06")
        assert entri(app).grid.cursor == (5, 0)


async def test_other_documents_show_the_same_rows(buka):
    app = buka(4)
    async with app.run_test(size=(120, 40)) as pilot:
        await cari(pilot, "kota")
        await tekan(pilot, "d")
        assert len(entri(app).model.rows) == 7
        assert "JUMLAH (19)" in teks(app)
        await cari(pilot, "semua")
        assert len(entri(app).model.rows) == 19


async def test_foot_first_the_papers_total_is_counted_down_and_closes(buka):
    app = buka(4)
    figures = {a: v for a, v in sumber(app.ws, "AK017").items() if a.kolom == WAJIB}
    last = sel("13.77", "wajib")
    tulis(app.ws, "AK017", {a: v for a, v in figures.items() if a != last})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "k")
        assert baris(app, "Kertas")
        await ketik(pilot, str(sum(figures.values())))
        await tekan(pilot, "up")
        assert "Kertas" not in teks(app)
        assert f"{figures[last]:,}".replace(",", ".") in baris(app, "Selisih")
        assert app.ws.store.cells.controls(BULAN, "AK017")[WAJIB] == sum(figures.values())
        entri(app).grid.go(18, 0)
        await angka(pilot, str(figures[last]))
        assert "Wajib cocok dengan kertas: 1.732.411." in pesan(app)
        assert "cocok" in baris(app, "Selisih")


async def test_a_finished_column_that_does_not_close_names_its_cell(buka):
    app = buka(4)
    figures = {a: v for a, v in sumber(app.ws, "AK017").items() if a.kolom == WAJIB}
    last, slip = sel("13.77", "wajib"), sel("13.06", "wajib")
    tulis(app.ws, "AK017", {a: v for a, v in figures.items() if a != last} | {slip: 158_106})
    app.ws.store.cells.put_control(BULAN, "AK017", WAJIB, sum(figures.values()))
    async with app.run_test(size=KECIL) as pilot:
        entri(app).grid.go(18, 0)
        await angka(pilot, str(figures[last]))
        said = pesan(app)
        assert "Wajib lebih 6.300 dari kertas. Agam: tertulis 158.106" in said
        assert "seharusnya 151.806 (dua angka bertukar tempat)" in said


async def test_k_leads_back_to_the_cell_it_was_pressed_on(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "down", "down", "right", "k")
        assert entri(app).grid.cursor == (20, 1)
        await tekan(pilot, "k")
        assert entri(app).grid.cursor == (2, 1)


async def test_details_follow_the_cursor_until_they_are_closed(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await angka(pilot, "157582")
        await tekan(pilot, "left", "i")
        said = pesan(app)
        assert "lalu 153.169" in said
        assert "softcopy 157.582 (Akta Kelahiran 0-17!F8)" in said
        assert "budi 03-01" in said
        assert re.search("[▁-█]{5}", said)
        await tekan(pilot, "down")
        assert "lalu 120.561" in pesan(app)
        await tekan(pilot, "i")
        assert "Sisa" in pesan(app)


async def test_the_help_page_names_every_key_and_mark(buka):
    app = buka(4)
    async with app.run_test(size=(120, 60)) as pilot:
        await tekan(pilot, "question_mark")
        shown = teks(app)
        for word in ("angka Enter", "F10 atau .", "F9 atau =", "d atau Ctrl+PgDn", "F4 atau /"):
            assert word in shown
        await tekan(pilot, "escape")
        sesuai_golden("entri_besar_120", teks(app))


async def test_an_explained_warning_is_no_longer_walked_to(buka):
    app = buka(4)
    real = sumber(app.ws, "AK017")
    cells = {a: v for a, v in real.items() if a.ukuran != "belum" and a.wilayah == "13.06"}
    commit_cells(app.ws, BULAN, "AK017", {a: Isian(v - 9_000 if a.ukuran == "memiliki" else v)
                                          for a, v in cells.items()})  # fmt: skip
    async with app.run_test(size=KECIL) as pilot:
        entri(app).grid.go(5, 1)
        await pilot.pause()
        for _ in range(8):
            await tekan(pilot, "j")
            if "Tidak ada peringatan" in pesan(app):
                break
            await tekan(pilot, "enter")
            await tekan(pilot, "enter")
        given = app.ws.store.records.explanations(BULAN)
        assert given
        assert {e.alasan for e in given.values()} == {app.ws.config.facts.alasan[0]}


async def test_a_long_message_lies_over_the_sheet_and_follows_the_size(buka):
    app = buka(4)
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 10, sel("13.01", "memiliki"): 20})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "up", "up", "right")
        lines = teks(app).splitlines()
        assert lines[-2].startswith("Pesisir Sel.: yang memiliki akta (20) melebihi")
        assert lines[-1].startswith("200,00 %.") or "Biasanya penyebut" in lines[-1]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert sum("melebihi wajib akta" in line for line in teks(app).splitlines()[-4:]) == 1
        assert "Selisih" in teks(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await tekan(pilot, "down")
        assert teks(app).splitlines()[-2].startswith("Selisih")


async def test_a_long_message_on_opening_is_whole(buka):
    app = buka(5)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        app.push_screen(Entri(app.ws, BULAN))
        await pilot.pause()
        entri(app).pesan("kata " * 25)
        await pilot.pause()
        assert " ".join(teks(app).splitlines()[-2:]).count("kata") == 25
