"""The Staf takes the month back from the desk, the sheet or the review; not while it is held."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.services.month.hold import hold, release
from civreg_tui.services.people.identity import Pelaku
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, entri, isi, sel
from tests.pilot.layar import KECIL, ketik, tekan, teks


def sebagai_staf(ws):
    ws.pelaku = Pelaku("ani", frozenset({"staf"}), "uji", dipilih="staf")
    return ws


def dipegang(ws):
    ws.pelaku = Pelaku("siti", frozenset({"kasi"}), "uji", dipilih="kasi")
    hold(ws, BULAN)
    return sebagai_staf(ws)


@pytest.mark.parametrize("layar", [None, 4, 5])
async def test_one_key_and_a_reason(buka, layar) -> None:
    app = buka(5, layar=layar)
    sebagai_staf(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "m menarik" in teks(app)
        await tekan(pilot, "m")
        await ketik(pilot, "kurang")
        await tekan(pilot, "enter")
        assert "sedikitnya 10 huruf" in teks(app)
        await ketik(pilot, " satu lembar")
        await tekan(pilot, "enter")
        assert app.ws.month(BULAN).keadaan is Keadaan.ENTRI
        assert "Rekap ditarik kembali dan dapat diubah lagi" in teks(app)
        told = "! Ditarik kembali oleh ani: kurang satu lembar" in teks(app)
        assert told is (layar is None)


async def test_the_sheet_can_be_typed_on_at_once(buka) -> None:
    app = buka(5, layar=4, dokumen="AK017")
    sebagai_staf(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "giliran Kasi. m menarik rekap ini kembali." in teks(app)
        await tekan(pilot, "m")
        await ketik(pilot, "satu lembar tertinggal")
        await tekan(pilot, "enter", "home")
        entri(app).grid.go(0, 0)
        await angka(pilot, "157000")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_000


@pytest.mark.parametrize("layar", [None, 4, 5])
async def test_while_it_is_held_the_kasi_is_named(buka, layar) -> None:
    app = buka(5, layar=layar)
    dipegang(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "m")
        assert "Tidak dapat ditarik kembali. Sedang diperiksa Kasi (siti) sejak" in teks(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.PEMERIKSAAN


async def test_the_desk_says_who_has_it_and_that_it_can_be_taken_back(buka) -> None:
    app = buka(5, layar=None)
    ws = dipegang(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "Sedang diperiksa Kasi (siti) sejak" in teks(app)
        release(ws, BULAN)  # somebody else's hold stays
        ws.pelaku = Pelaku("siti", frozenset({"kasi"}), "uji", dipilih="kasi")
        release(ws, BULAN)
        sebagai_staf(ws)
        app.screen.muat()
        await pilot.pause()
        assert "tidak sedang diperiksa: m menariknya kembali." in teks(app)


@pytest.mark.parametrize("layar", [None, 4, 5])
async def test_a_review_that_opens_or_is_left_meanwhile_is_told(buka, layar) -> None:
    app = buka(5, layar=layar)
    ws = sebagai_staf(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "m menarik" in teks(app)
        dipegang(ws)
        app.screen.hadir_berubah()
        await pilot.pause()
        assert "iperiksa" in teks(app)
        assert "siti" in teks(app)
        assert "m menarik" not in teks(app)
        ws.pelaku = Pelaku("siti", frozenset({"kasi"}), "uji", dipilih="kasi")
        release(ws, BULAN)
        sebagai_staf(ws)
        app.screen.hadir_berubah()
        await pilot.pause()
        assert "m menarik" in teks(app)


@pytest.mark.parametrize("step", [4, 6])
async def test_there_is_no_such_key_otherwise(buka, step) -> None:
    app = buka(step, layar=None)
    sebagai_staf(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "m")
        assert "Tarik" not in teks(app)
        assert "menarik" not in teks(app).lower()
