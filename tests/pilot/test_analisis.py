"""The views of coverage: why it changed, what is missing, the map, twelve months."""

from __future__ import annotations

import pytest

from civreg_tui.app import CivregApp
from screens.analisis.cakupan import Cakupan
from screens.analisis.garis import Garis
from screens.analisis.kurang import Kurang
from screens.analisis.peta import Peta, tanda
from screens.analisis.urai import Urai, poin
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks


@pytest.mark.parametrize("ukuran", [KECIL, BESAR])
@pytest.mark.parametrize(
    ("key", "name"), [("u", "urai"), ("t", "kurang"), ("m", "peta"), ("g", "garis")]
)
async def test_every_view_on_both_screens(demo, ukuran, key, name):
    app = CivregApp(demo(6))
    async with app.run_test(size=ukuran) as pilot:
        await tekan(pilot, "c", key)
        sesuai_golden(f"{name}_{ukuran[0]}", teks(app))


async def test_every_view_is_one_key_from_every_other_and_esc_goes_back(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "right")
        for key, kind in (("u", Urai), ("t", Kurang), ("m", Peta), ("g", Garis), ("g", Garis)):
            await tekan(pilot, key)
            assert isinstance(app.screen, kind)
            assert "[Akta Perkawinan]" in teks(app)
        await tekan(pilot, "escape")
        assert isinstance(app.screen, Cakupan)


async def test_the_shown_parts_add_up_to_the_shown_sum(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=BESAR) as pilot:
        await tekan(pilot, "c", "u")
        rows = [line.split() for line in teks(app).splitlines()[5:24]]
        shown = [[int(t.replace(",", "")) for t in row if "," in t] for row in rows]
        total = next(line for line in teks(app).splitlines() if "JUMLAH   " in line and "=" in line)
        sums = [int(t.replace(",", "")) for t in total.split() if "," in t]
        assert [sum(column) for column in zip(*shown, strict=True)] == sums == [3053, -2795, 258]


async def test_the_parts_can_be_sorted_by_denominator(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "u", "s", "s")
        assert "urut penyebut" in teks(app)
        assert "Padang" in teks(app).splitlines()[5]


async def test_another_target_is_tried_and_taken_back(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "t")
        assert "Target provinsi 98,00 % (belum dikonfirmasi) tercapai, lebih 9.130 akta." in teks(
            app
        )
        await tekan(pilot, "f2", *["backspace"] * 5)
        await ketik(pilot, "101")
        await tekan(pilot, "enter")
        assert "antara 0 dan 100" in teks(app)
        await tekan(pilot, *["backspace"] * 3)
        await ketik(pilot, "99")
        await tekan(pilot, "enter")
        shown = " ".join(teks(app).split())
        assert "Target provinsi 99,00 % (dicoba): kurang 8.194 akta." in shown
        assert "Pada laju 3.273 akta sebulan tercapai Maret 2025." in shown
        await tekan(pilot, "f2", *["backspace"] * 5, "enter")
        assert "Target provinsi 98,00 % (belum dikonfirmasi) tercapai" in teks(app)


@pytest.mark.parametrize(
    ("dokumen", "told"),
    [(1, "Belum ada target dokumen ini."), (3, "tidak punya cakupan dalam persen")],
)
async def test_documents_without_a_target_or_a_percent_say_so(demo, dokumen, told):
    app = CivregApp(demo(6))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "t", *["d"] * dokumen)
        assert told in teks(app)


async def test_the_cursor_walks_over_the_map(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "m", "down", "down", "right")
        assert "Kota Padang Panjang: 99,91 % = 19.821/19.838" in teks(app)
        tiles = app.screen.query_one("PetaUbin")
        assert tiles.cursor_screen_offset == (30, 4 + 2 * 3)
        await tekan(pilot, "d", "d", "d")
        assert "Kota Padang Panjang: 3.543 akta" in teks(app)


async def test_the_whole_map_stands_on_the_smallest_screen_too(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=(80, 22)) as pilot:
        await tekan(pilot, "c", "m", *["down"] * 5)
        shown = teks(app)
        for region in app.ws.facts("2024-12").wilayah.semua:
            assert region.singkat in shown
        assert "91,22" in shown
        row = shown.splitlines()[app.screen.query_one("PetaUbin").cursor_screen_offset.y]
        assert "Mentawai" in row or "Pesisir Sel." in row


async def test_akta_kematian_has_counts_on_the_map_and_in_the_lines(demo):
    app = CivregApp(demo(6))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "m", "left", "left", *["d"] * 3)
        assert "PROVINSI 247.834 akta" in teks(app)
        assert "%" not in teks(app)
        await tekan(pilot, "g")
        assert "247.834" in teks(app)
        await tekan(pilot, "u")
        assert "perubahan belum dapat diurai" in teks(app)


async def test_an_empty_month_has_gaps_and_no_percent(demo):
    app = CivregApp(demo(3))
    async with app.run_test(size=KECIL) as pilot:
        for key in "utmg":
            await tekan(pilot, "c", key)
            assert "PROVINSI – %" in teks(app)
            await tekan(pilot, "escape", "escape")


@pytest.mark.parametrize(
    ("percent", "mark"),
    [(9800, "+"), (9799, "~"), (9701, "~"), (9700, "-"), (9300, "-"), (9299, "!"), (None, "·")],
)
def test_the_state_is_a_character(percent, mark):
    assert tanda(percent, 9800) == mark
    assert tanda(percent, None) == "·"


@pytest.mark.parametrize(("units", "text"), [(258, "+0,258"), (-1003, "-1,003"), (0, "0,000")])
def test_parts_have_a_sign_and_three_decimals(units, text):
    assert poin(units) == text
