"""The coverage view: bars, ranking, shortfall, trend, and the DKB of every percent."""

import pytest

from civreg_tui.app import CivregApp
from tests.pilot.layar import BESAR, KECIL, sesuai_golden, tekan, teks


@pytest.mark.parametrize("ukuran", [KECIL, BESAR])
async def test_bars_ranks_and_trend(buka, ukuran):
    app = buka(6, layar=None)
    async with app.run_test(size=ukuran) as pilot:
        await tekan(pilot, "c")
        sesuai_golden(f"cakupan_{ukuran[0]}", teks(app))


async def test_the_four_below_the_target_come_first_when_sorted_by_shortfall(buka):
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "s")
        lines = teks(app).splitlines()
        assert "98,53 % = 1.706.893/1.732.411" in lines[2]
        assert "DKB Semester II Tahun 2024" in lines[2]
        short = [(line.split()[1], line.split()[-1]) for line in lines[5:9]]
        assert short == [
            ("Mentawai", "2.181"),
            ("50", "1.954"),
            ("Pasaman", "1.391"),
            ("Dharmasraya", "627"),
        ]


async def test_arrows_change_the_document(buka):
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "right", "right")
        assert "57,16 % = 61.143/106.968" in teks(app)
        await tekan(pilot, "right")
        shown = teks(app)
        assert "247.834 akta" in shown
        assert "%" not in shown.splitlines()[2]
        await tekan(pilot, "left", "left")
        assert "ANGKA CONTOH, BUKAN RESMI" in teks(app)


async def test_a_region_is_found_and_told_with_numerator_and_denominator(buka):
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c", "slash", "down", "enter")
        shown = teks(app).replace("\n", " ")
        assert "Kabupaten Solok: 122.349 dari 124.034 anak berumur di bawah 18" in shown


async def test_a_month_without_figures_has_no_percent(demo):
    app = CivregApp(demo(3))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c")
        assert "PROV – % = –/–" in teks(app)
        assert "capaian belum dapat dihitung" in teks(app)
