"""The home screen: months at a glance, tasks, new month, roles, leaving."""

import pytest
from textual.widgets import Input

from civreg_tui.app import CivregApp
from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.months import open_month
from civreg_tui.services.month.returns import return_to_piak
from civreg_tui.services.people.identity import Pelaku
from screens.meja_kerja import MejaKerja
from screens.shell.dialog import Konfirmasi
from tests.pilot.conftest import BULAN
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks


@pytest.mark.parametrize("ukuran", [KECIL, BESAR])
async def test_months_steps_tasks_and_minutes_at_a_glance(buka, ukuran):
    app = buka(4, layar=None)
    async with app.run_test(size=ukuran) as pilot:
        await pilot.pause()
        sesuai_golden(f"meja_kerja_{ukuran[0]}", teks(app))


async def test_help_names_every_key_of_the_screen(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "question_mark")
        sesuai_golden("meja_kerja_bantuan", teks(app))


async def test_the_demo_starts_in_the_role_whose_turn_it_is_and_says_so(buka):
    app = buka(5, layar=None)
    async with app.run_test(size=KECIL):
        assert app.ws.pelaku.dipilih == "kasi"
        assert "DEMO · Kasi" in teks(app)


async def test_another_role_is_told_whose_turn_it_is_and_how_to_change(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "p", "home", "enter")
        assert app.ws.pelaku.dipilih == "kabid"
        assert "giliran Staf" in teks(app)
        assert "tekan p untuk berganti peran" in teks(app).replace("\n", " ")


async def test_roles_are_not_switched_in_a_store_that_is_no_demo(kosong):
    app = CivregApp(kosong)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "p")
        assert isinstance(app.screen, MejaKerja)
        assert "Peran" not in teks(app)
        assert "DEMO" not in teks(app)


async def test_first_use_opens_a_month_with_its_dkb_reference(kosong):
    app = CivregApp(kosong)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n")
        sesuai_golden("bulan_baru", teks(app))
        await tekan(pilot, "enter", "enter")
        month = kosong.month(BULAN)
        assert month.keadaan is Keadaan.DISPOSISI_KABID
        assert month.acuan == "DKB Semester II Tahun 2024"
        assert "Bulan Desember 2024 dibuka" in teks(app)


async def test_a_wrong_reference_is_refused_inside_the_dialog(kosong):
    app = CivregApp(kosong)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n", "tab")
        app.screen.query_one("#ruas-acuan", Input).value = "[/] entah"
        await tekan(pilot, "f10")
        assert "Acuan DKB tidak dikenal" in teks(app)
        assert kosong.store.months.all() == []


async def test_only_the_kabid_opens_a_month(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n", "f10")
        assert "! Membuka bulan baru hanya boleh oleh Kabid." in teks(app)


async def test_an_empty_store_answers_every_key_with_a_sentence(kosong):
    app = CivregApp(kosong)
    async with app.run_test(size=KECIL) as pilot:
        for key in ("enter", "c", "e", "3"):
            await tekan(pilot, key)
            assert isinstance(app.screen, MejaKerja)
        assert "Belum ada bulan. Tekan n untuk membuka bulan baru." in teks(app)


async def test_an_open_return_is_shown_with_its_reason_as_plain_text(demo):
    ws = demo(3)
    ws.pelaku = ws.pelaku.sebagai("staf")
    return_to_piak(ws, BULAN, "[/] [bold]rekap kosong[/bold]")
    app = CivregApp(ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "! Dikembalikan oleh budi: [/] [bold]rekap kosong[/bold]" in teks(app)


async def test_digits_open_any_step_read_only_when_it_is_not_ones_turn(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "1")
        assert "1 Disposisi Kabid · Desember 2024 · hanya baca" in teks(app)
        assert "F10" not in teks(app)


async def test_papers_are_written_to_the_outbox(buka):
    app = buka(6, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "e", "end", "enter")
        assert "✓ 1 berkas ditulis ke" in teks(app)
        assert [p.suffix for p in app.ws.keluar.iterdir()] == [".csv"]


async def test_escape_asks_before_leaving_and_q_leaves(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "escape")
        assert isinstance(app.screen, Konfirmasi)
        await tekan(pilot, "t")
        assert isinstance(app.screen, MejaKerja)
        assert app._exit is False
        await pilot.press("q")
        assert app._exit is True


async def test_unknown_keys_do_nothing(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        before = teks(app)
        await ketik(pilot, "TUVWXYZ")
        await tekan(pilot, "ctrl+q", "ctrl+s", "f5", "f12")
        assert teks(app) == before


async def test_it_opens_at_the_newest_month_whose_turn_is_mine(demo):
    ws = demo(5)
    ws.pelaku = Pelaku("hadi", frozenset({"kabid"}), "uji", dipilih="kabid")
    open_month(ws, Periode(2025, 1), "DKB Semester II Tahun 2024")
    ws.pelaku = Pelaku("siti", frozenset({"kasi"}), "uji", dipilih="kasi")
    app = CivregApp(ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert app.screen.pilihan.periode == "2024-12"
        await tekan(pilot, "up")
        app.screen.muat()
        assert app.screen.pilihan.periode == "2025-01"  # and stays where one went


async def test_the_reference_follows_the_month_until_it_is_typed(buka):
    app = buka(1, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n")
        await ketik(pilot, "2023-08")
        await tekan(pilot, "tab")
        assert "DKB Semester I Tahun 2023" in teks(app)
        await ketik(pilot, "DKB Semester II Tahun 2022")
        await tekan(pilot, "shift+tab")
        await ketik(pilot, "2023-12")
        assert "DKB Semester II Tahun 2022" in teks(app)


async def test_a_month_that_is_none_is_gone_back_to(buka):
    app = buka(1, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n")
        await ketik(pilot, "2024-13")
        await tekan(pilot, "tab", "enter")
        assert '! Bulan "2024-13" tidak dikenal.' in teks(app)
        assert app.focused.id == "ruas-bulan"
        await ketik(pilot, "2023-08")
        await tekan(pilot, "f10")
        assert app.ws.month("2023-08").acuan == "DKB Semester I Tahun 2023"


async def test_a_reference_of_a_later_day_is_asked_about(buka):
    app = buka(1, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "n")
        await ketik(pilot, "2023-08")
        await tekan(pilot, "tab")
        await ketik(pilot, "DKB Semester II Tahun 2023")
        await tekan(pilot, "f10")
        assert "! DKB Semester II Tahun 2023 (31 Desember 2023) sesudah" in teks(app)
        assert app.ws.store.months.get("2023-08") is None
        await tekan(pilot, "f10")
        assert app.ws.month("2023-08").acuan == "DKB Semester II Tahun 2023"
