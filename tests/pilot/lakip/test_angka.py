"""Step 6, figures: targets, the way back to the cells, the budget."""

from civreg_tui.domain.laporan import Anggaran
from civreg_tui.services.lakip.composing import load_budget
from civreg_tui.services.month.targets import target_of
from screens.lakip.capaian import Capaian
from screens.lakip.wilayah import AngkaWilayah, AsalAngka
from tests.pilot.conftest import BULAN
from tests.pilot.lakip.bantu import pilih, samar
from tests.pilot.layar import KECIL, ketik, sesuai_golden, tekan, teks


async def test_targets_and_performance_stand_in_one_table(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t")
        sesuai_golden("capaian_80", teks(app))


async def test_a_target_is_entered_and_the_capaian_follows(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t", "down", "down", "f2")
        await ketik(pilot, "57,5")
        await tekan(pilot, "enter", "enter", "enter")
        # 61.143 / 106.968 against 57,5 is 99,41 of the target.
        assert "99,41" in teks(app)
        assert "belum tercapai" in teks(app)
    assert target_of(app.ws, "ACERAI", BULAN).target == 5750


async def test_a_wrong_percent_stays_in_the_form_with_its_sentence(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t", "f2")
        await ketik(pilot, "9x")
        await tekan(pilot, "f10")
        assert "bukan persen" in teks(app)
        await tekan(pilot, "escape")
        assert isinstance(app.screen, Capaian)
    assert target_of(app.ws, "AK017", BULAN).target == 9800


async def test_the_form_goes_to_the_wrong_percent_and_names_it(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t", "f2", "down")
        await ketik(pilot, "9x")
        await tekan(pilot, "up", "f10")
        assert 'Renstra (%): "9x" bukan persen' in teks(app)
        assert app.focused.id == "ruas-renstra"


async def test_only_the_kabid_changes_targets(buka):
    app = buka(6)
    app.ws.pelaku = app.ws.pelaku.sebagai("kasi")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t", "f2")
        assert isinstance(app.screen, Capaian)
        assert "Ubah target" not in teks(app)


async def test_two_keys_lead_from_a_figure_to_its_cells(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t", "enter")
        sesuai_golden("asal_angka_80", samar(teks(app)))
        await tekan(pilot, "enter")
        assert isinstance(app.screen, AsalAngka)
        sesuai_golden("asal_sel_80", samar(teks(app)))


async def test_a_number_of_the_text_leads_to_its_cells(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab3.analisis")
        await tekan(pilot, "l")
        assert "91,22  cakupan Kabupaten Kepulauan Mentawai" in teks(app)
        places = [(j.angka, j.wilayah) for j in app.screen.jejak]
        daftar = app.screen.query_one("#angka")
        daftar.highlighted = places.index(("91,22", "13.09"))
        await tekan(pilot, "enter")
        shown = teks(app)
        assert "29.356" in shown
        assert "29356 di Akta Kelahiran 0-17!" in shown
        assert "diisi budi" in shown


async def test_a_province_figure_leads_to_the_regions_it_adds_up(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "bab3.target")
        await tekan(pilot, "l", "enter")
        assert isinstance(app.screen, AngkaWilayah)
        assert "Kab. Pesisir Selatan" in teks(app)


async def test_budget_lines_are_added_changed_and_deleted(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "a", "n")
        for field in ("Program A", "Kegiatan A", "125.000.000"):
            await ketik(pilot, field)
            await tekan(pilot, "enter")
        await ketik(pilot, "Rp 118.250.000")
        await tekan(pilot, "enter")
        sesuai_golden("anggaran_80", teks(app))
        assert load_budget(app.ws, BULAN) == (
            Anggaran("Program A", "Kegiatan A", 125_000_000, 118_250_000),
        )
        await tekan(pilot, "enter", "tab")
        await ketik(pilot, "Kegiatan B")
        await tekan(pilot, "f10")
        assert load_budget(app.ws, BULAN)[0].kegiatan == "Kegiatan B"
        await tekan(pilot, "delete", "y")
    assert load_budget(app.ws, BULAN) == ()


async def test_budget_with_a_decimal_is_refused_in_the_form(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "a", "n", "tab")
        await ketik(pilot, "Kegiatan A")
        await tekan(pilot, "enter")
        await ketik(pilot, "12,5")
        await tekan(pilot, "f10")
        assert "bukan bilangan bulat" in teks(app)
    assert load_budget(app.ws, BULAN) == ()
