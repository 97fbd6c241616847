"""Keying again: blind, equal goes on, different rings and asks, the same twice wins."""

from __future__ import annotations

import pytest

from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.takeover import take_over_all
from screens.entri import Entri
from screens.entri.verifikasi import Verifikasi
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, baris, isi, pesan, sel, sumber, tulis
from tests.pilot.layar import KECIL, ketik, sesuai_golden, tekan, teks


@pytest.fixture
def terisi(buka):
    """The entry screen with every sheet filled from the softcopy."""
    app = buka(4, dokumen="AK017")
    app.ws.pelaku = app.ws.pelaku.sebagai("staf")
    take_over_all(app.ws, BULAN)
    return app


def ulang(app) -> Verifikasi:
    assert isinstance(app.screen, Verifikasi), app.screen
    return app.screen


async def mulai(pilot, *pilihan: str) -> None:
    """v, then the choice: riskiest, this document (down), all (down twice)."""
    await tekan(pilot, "v", *pilihan, "enter")


async def test_nothing_that_was_entered_is_shown(terisi):
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        sesuai_golden("ketik_ulang_80", teks(terisi))
        for figure in ("157.582", "156.615", "99,39", "1.732.411"):
            assert figure not in teks(terisi)


async def test_equal_goes_on_with_one_key_per_cell(terisi):
    rung = []
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        terisi.bell = lambda: rung.append(1)
        await angka(pilot, "157582")
        await angka(pilot, "156615")
        assert ulang(terisi).grid.cursor == (1, 0)
        assert baris(terisi, "Pesisir").split() == ["Pesisir", "Sel.", "157.582v", "156.615v"]
        assert "Sisa 36 sel" in pesan(terisi)
    assert not rung


async def test_different_rings_forgets_the_digits_and_asks_again(terisi):
    rung = []
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        terisi.bell = lambda: rung.append(1)
        await angka(pilot, "157528")
        assert rung
        assert "Berbeda dari entri" in pesan(terisi)
        assert ulang(terisi).grid.cursor == (0, 0)
        assert not ulang(terisi).grid.typing
        assert "157.582" not in teks(terisi)
        await angka(pilot, "157582")
        assert "157.582v" in baris(terisi, "Pesisir")
        assert isi(terisi.ws, "AK017", sel("13.01", "wajib")).angka == 157_582


async def test_digits_typed_ahead_of_the_bell_are_a_new_figure(terisi):
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        await pilot.press(*"157528", "enter", *"157582", "enter", *"156615", "enter")
        await pilot.pause()
        assert "157.582v      156.615v" in baris(terisi, "Pesisir")


async def test_the_same_new_figure_twice_wins(terisi):
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        await angka(pilot, "157528")
        await angka(pilot, "157528")
        assert "Wajib: 157.528 menggantikan 157.582" in pesan(terisi)
        assert isi(terisi.ws, "AK017", sel("13.01", "wajib")) == Isian(157_528)
        await tekan(pilot, "escape")
        assert isinstance(terisi.screen, Entri)
        assert "157.528" in baris(terisi, "Pesisir")
        await tekan(pilot, "u")
        assert isi(terisi.ws, "AK017", sel("13.01", "wajib")).angka == 157_582


async def test_the_riskiest_cells_alone_can_be_keyed(terisi):
    tulis(terisi.ws, "ACERAI", {sel("13.09", "memiliki"): 135})
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot)
        shown = ulang(terisi)
        assert sel("13.09", "memiliki") in shown.models["ACERAI"].sel
        assert sum(len(model.sel) for model in shown.models.values()) == 20
        closed = next(r for r in range(19) if shown.model.cell(r, 0).style == "locked")
        shown.grid.go(closed, 0)
        await ketik(pilot, "1")
        assert not shown.grid.typing


async def test_a_whole_document_then_its_result(terisi):
    figures = sumber(terisi.ws, "ACERAI")
    async with terisi.run_test(size=KECIL) as pilot:
        await tekan(pilot, "d", "d")
        await mulai(pilot, "down")
        for place in sorted(figures, key=lambda a: (a.wilayah, a.ukuran != "wajib")):
            if place.seks == "jml" and place.ukuran in {"wajib", "memiliki"}:
                await pilot.press(*str(figures[place]), "enter")
        await pilot.pause()
        shown = teks(terisi)
        assert "38 sel diketik dua kali." in shown
        assert "Salah pada entri: tidak ada." in shown
        assert "Salah waktu ketik ulang: tidak ada." in shown
        await tekan(pilot, "escape")
        assert "Semua sel sudah diketik ulang" in shown


async def test_the_path_goes_on_in_the_next_document_with_cells_left(buka):
    app = buka(4, dokumen="AK017")
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 5})
    tulis(app.ws, "ACERAI", {sel("13.02", "memiliki"): 6})
    async with app.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down", "down")
        assert ulang(app).kode == "AK017"
        await angka(pilot, "5")
        assert (ulang(app).kode, ulang(app).grid.cursor) == ("ACERAI", (1, 1))


async def test_emptying_and_pasting_prove_nothing_and_are_refused(terisi):
    from textual import events

    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        await tekan(pilot, "delete")
        assert "tidak dikosongkan" in pesan(terisi)
        ulang(terisi).grid.post_message(events.Paste("1\t2\n3\t4"))
        await pilot.pause()
        await pilot.pause()
        assert "tidak menerima tempelan" in pesan(terisi)
        ulang(terisi).grid.post_message(events.Paste("157582\t156615"))
        await pilot.pause()
        await pilot.pause()
        assert "tidak menerima tempelan" in pesan(terisi)
        assert ulang(terisi).model.sisa()[0] == (0, 0)


async def test_what_is_left_can_be_sought_and_a_name_found(terisi):
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        await tekan(pilot, "down", "down", "f3")
        assert ulang(terisi).grid.cursor == (2, 1)
        await tekan(pilot, "left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert ulang(terisi).grid.cursor == (1, 0)
        await tekan(pilot, "slash")
        await ketik(pilot, "agam")
        await tekan(pilot, "enter")
        assert ulang(terisi).grid.cursor[0] == 5
        await tekan(pilot, "slash")
        await ketik(pilot, "zzz")
        await tekan(pilot, "enter")
        assert "bukan nama atau kode" in pesan(terisi)


async def test_without_figures_there_is_nothing_to_key_again(buka):
    app = buka(4, dokumen="AK017")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "v")
        assert "Belum ada angka" in pesan(app)


async def test_the_help_explains_its_marks(terisi):
    async with terisi.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        await tekan(pilot, "f1")
        assert "sudah diketik dua kali" in teks(terisi)


async def test_slips_are_shown_by_who_made_them(buka):
    app = buka(4, dokumen="AK017")
    tulis(app.ws, "AK017", {sel("13.01", "wajib"): 5, sel("13.02", "wajib"): 7})
    async with app.run_test(size=KECIL) as pilot:
        await mulai(pilot, "down")
        for figure in ("6", "6", "8", "7"):
            await angka(pilot, figure)
        shown = teks(app)
        assert "Salah pada entri: budi 1." in shown
        assert "Salah waktu ketik ulang: budi 1." in shown
        assert "oleh orang yang sama" in shown
