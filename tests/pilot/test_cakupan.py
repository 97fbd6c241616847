"""The coverage view: bars, ranking, shortfall, trend, and the DKB of every percent."""

import pytest

from civreg_tui.app import CivregApp
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.takeover import take_over_all
from tests.pilot.conftest import BULAN
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


async def test_numerator_and_denominator_give_the_percent_beside_them_in_a_month_half_filled(demo):
    ws = demo(4)
    ws.pelaku = ws.pelaku.sebagai("staf")
    take_over_all(ws, BULAN)
    empty = {Alamat("13.71", "memiliki", "jml"): Isian()}
    commit_cells(ws, BULAN, "AK017", empty)
    app = CivregApp(ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "c")
        # without Padang's 272.411 owners, its 273.663 children do not count either
        assert "98,34 % = 1.434.482/1.458.748" in teks(app)
        assert "18/19 terisi" in teks(app)


async def test_without_a_denominator_a_region_lacks_nothing_and_reaches_nothing(demo):
    ws = demo(4)
    ws.pelaku = ws.pelaku.sebagai("staf")
    take_over_all(ws, BULAN)
    commit_cells(ws, BULAN, "AK017", {Alamat("13.09", "wajib", "jml"): Isian(0, nihil=True)})
    app = CivregApp(ws)
    async with app.run_test(size=BESAR) as pilot:
        await tekan(pilot, "c")
        (row,) = [line for line in teks(app).splitlines() if "Mentawai" in line and "/0" in line]
        assert row.endswith("29.356/0        –")
        await tekan(pilot, "t")
        (row,) = [line for line in teks(app).splitlines() if line.startswith("Mentawai")]
        assert "tercapai" not in row
        assert row.split()[1:3] == ["–", "–"]
