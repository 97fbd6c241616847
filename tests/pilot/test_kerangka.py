"""The frame: small terminals, refusals, faults, lost lines, imports."""

import os
import subprocess
import sys

import pytest

from civreg_tui.app import CivregApp
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.keys import UMUM
from civreg_tui.services.entri.place import last_place
from civreg_tui.services.month import desk
from civreg_tui.store.database import StoreBermasalah
from screens.meja_kerja import MejaKerja
from tests.pilot.conftest import BULAN
from tests.pilot.layar import KECIL, tekan, teks


async def test_a_too_small_terminal_shows_one_sentence_and_recovers(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=(79, 24)) as pilot:
        await pilot.pause()
        shown = "Layar 79x24 terlalu kecil. Perbesar jendela menjadi sedikitnya 80x24."
        assert teks(app).strip() == shown
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "TUGAS SAYA" in teks(app)


async def test_the_status_lines_of_tmux_and_screen_leave_room_enough(buka):
    app = buka(4)
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.pause()
        lines = teks(app).splitlines()
        assert lines[2].startswith("Pesisir Sel.")
        assert lines[-3].startswith("JUMLAH")
        assert lines[-1].startswith("Sisa 38 sel")
        await tekan(pilot, "end", *["down"] * 18)
        assert "Pariaman" in teks(app).splitlines()[-4]


@pytest.mark.parametrize(
    "salah",
    [Ditolak("Belum [/] boleh."), StoreBermasalah("Simpanan penuh [/]."), SalahIsi("Salah [/].")],
)
async def test_a_refusal_is_one_line_and_the_screen_goes_on(buka, monkeypatch, salah):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:

        def refuse(self):
            raise salah

        monkeypatch.setattr(MejaKerja, "action_bulan_baru", refuse)
        monkeypatch.setattr(MejaKerja, "_wajib_pilih", refuse)
        await tekan(pilot, "n")
        assert f"! {salah}" in teks(app)
        await tekan(pilot, "enter")
        assert f"! {salah}" in teks(app)
        await tekan(pilot, "down")
        assert f"! {salah}" not in teks(app)


async def test_a_store_that_fails_on_loading_is_a_line_too(demo, monkeypatch):
    ws = demo(4)

    def fail(ws):
        raise StoreBermasalah("Simpanan rusak. Pulihkan dari cadangan.")

    monkeypatch.setattr("screens.meja_kerja.layar.desk", fail)
    app = CivregApp(ws)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "! Simpanan rusak. Pulihkan dari cadangan." in teks(app)
    assert desk.desk(ws)


async def test_an_unknown_month_on_the_command_line_is_a_line_on_the_home_screen(demo):
    app = CivregApp(demo(4), period="1999-01", step=4)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "! Bulan Januari 1999 belum dibuka." in teks(app)


async def test_a_fault_ends_with_one_line_and_a_report_without_values(buka, monkeypatch):
    app = buka(4, layar=None)

    def fault(self):
        rahasia = "1.706.893"
        raise KeyError(len(rahasia))

    monkeypatch.setattr(MejaKerja, "action_cakupan", fault)
    with pytest.raises(KeyError):
        async with app.run_test(size=KECIL) as pilot:
            await tekan(pilot, "c")
    (report,) = (app.ws.store.folder / "log").iterdir()
    assert "in fault" in report.read_text()
    assert "1.706.893 " not in report.read_text()
    assert app.return_code == 1


async def test_ctrl_c_says_how_to_leave(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "ctrl+c")
        assert "Untuk keluar: Esc sampai meja kerja, lalu q." in teks(app)


@pytest.mark.parametrize("layar", [None, 1, 2, 3])
async def test_the_footer_names_only_what_fits_and_every_key_has_help(buka, layar):
    app = buka(layar or 4, layar=layar)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        footer = teks(app).splitlines()[-1]
        assert len(footer) <= 80
        assert "F1 Bantuan" in footer
        assert all(b.tooltip.endswith((".", ")")) for b in app.screen.tombol_aktif())


def test_every_function_key_of_the_registry_has_another_way():
    for key in UMUM.values():
        names = key.keys.split(",")
        assert not names[0].startswith("f") or len(names) > 1 or key.id == "ubah"


def test_home_and_steps_one_to_three_load_no_heavy_library(cetakan, tmp_path):
    script = f"""
import asyncio, sys
from pathlib import Path
from civreg_tui.terminal import environment
environment.prepare()
from civreg_tui.config import load_config
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from civreg_tui.app import CivregApp

async def main():
    app = CivregApp(Workspace(load_config(), Store(Path({str(tmp_path / "s")!r}))))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("1", "escape", "2", "escape", "3", "escape"):
            await pilot.press(key)
            await pilot.pause()

asyncio.run(main())
print(sorted({{"polars", "xlsxwriter", "docx"}} & sys.modules.keys()))
"""
    import shutil

    shutil.copytree(cetakan(3), tmp_path / "s")
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=os.environ, check=True
    )
    assert run.stdout.strip() == "[]"


async def test_a_month_without_a_step_opens_at_its_current_one_and_stays_chosen(demo):
    app = CivregApp(demo(3), period=BULAN)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "3 Penerimaan" in teks(app)


async def test_the_month_of_the_command_line_is_chosen(demo):
    app = CivregApp(demo(4), period="2024-10", step=1)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "escape")
        assert app.screen.pilihan.periode == "2024-10"
        assert BULAN in app.screen.baris


async def test_a_screen_that_cannot_keep_its_draft_keeps_no_other_from_it(buka, monkeypatch):
    app = buka(4)

    def refuse(self: MejaKerja) -> None:
        raise SalahIsi('"12 rahasia" bukan bilangan bulat.')

    monkeypatch.setattr(MejaKerja, "simpan_draf", refuse)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "7", "7")
        app.keep_draft("SIGHUP")
        assert last_place(app.ws, BULAN).text == "77"
    log = (app.ws.store.folder / "log" / "civreg.log").read_text("utf-8")
    assert "MejaKerja" in log
    assert "rahasia" not in log


async def test_a_key_without_use_on_a_screen_says_so_and_a_used_one_does_not(buka):
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f9")
        assert "F9 tidak dipakai di layar ini. F1 menampilkan tombolnya." in teks(app)
        await tekan(pilot, "u")
        assert "u tidak dipakai di layar ini." in teks(app)
        await tekan(pilot, "f1")
        assert "tidak dipakai" not in teks(app)


async def test_letters_typed_into_a_field_are_text_and_no_such_key(buka):
    app = buka(1, layar=1)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "u", "r", "q", "full_stop")
        assert "urq." in teks(app)
        assert "tidak dipakai" not in teks(app)
