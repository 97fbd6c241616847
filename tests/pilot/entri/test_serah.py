"""Handing over, being sent back, and reading when it is somebody else's turn."""

from __future__ import annotations

import subprocess
import sys

import pytest

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.lembar import Alamat
from civreg_tui.services.month.returns import return_to_staf
from civreg_tui.services.pemeriksaan.validate import hand_over
from screens.meja_kerja import MejaKerja
from screens.pemeriksaan.pengembalian import Pengembalian
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import angka, entri, isi, pesan, sel, tulis
from tests.pilot.layar import KECIL, sesuai_golden, tekan, teks


async def test_an_empty_cell_stands_in_the_way_and_the_cursor_goes_there(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "T", "d")
        entri(app).grid.go(6, 1)
        await tekan(pilot, "delete", "d", "f10")
        assert "Belum dapat diserahkan. Akta Perkawinan: 1 sel masih kosong." in pesan(app)
        assert (entri(app).kode, entri(app).grid.cursor) == ("AKAWIN", (6, 1))


async def test_an_undecided_difference_stands_in_the_way(buka):
    app = buka(4)
    tulis(app.ws, "ACERAI", {sel("13.06", "wajib"): 11_721})
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "T", "full_stop")
        assert "1 selisih dengan softcopy belum diputuskan (F9)." in pesan(app)
        assert (entri(app).kode, entri(app).grid.cursor) == ("ACERAI", (5, 0))


async def test_a_complete_month_goes_to_the_kasi_in_two_keys(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "T", "full_stop")
        assert isinstance(app.screen, MejaKerja)
        assert "Rekap diserahkan. Sekarang giliran Kasi" in teks(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.PEMERIKSAAN


async def test_a_typed_value_that_is_none_stops_the_hand_over(buka):
    app = buka(4)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "T", "1", "comma", "5", "f10")
        assert "bukan bilangan bulat" in pesan(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.ENTRI


def kembalikan(app, *cells: tuple[str, Alamat]) -> None:
    ws = app.ws
    ws.pelaku = ws.pelaku.sebagai("kasi")
    return_to_staf(ws, BULAN, list(cells), "Angka Agam tidak cocok dengan kertas")
    ws.pelaku = ws.pelaku.sebagai("staf")


async def test_after_a_return_reason_and_cells_are_listed_and_only_these_are_open(buka):
    app = buka(5, layar=None)
    cells = ("AK017", sel("13.06", "wajib")), ("AMATI", sel("13.71", "memiliki", "p"))
    kembalikan(app, *cells)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "enter")
        assert isinstance(app.screen, Pengembalian)
        sesuai_golden("entri_dikembalikan_80", teks(app))
        await tekan(pilot, "enter")
        assert (entri(app).kode, entri(app).grid.cursor) == ("AK017", (5, 0))
        await angka(pilot, "151806")
        assert isi(app.ws, "AK017", cells[0][1]).angka == 151_806
        await tekan(pilot, "home", "up", "5")
        assert "dapat diubah" in pesan(app)
        assert isi(app.ws, "AK017", sel("13.05", "wajib")).angka == 134_703
        await tekan(pilot, "f3", "f3")
        assert (entri(app).kode, entri(app).grid.cursor) == ("AMATI", (12, 1))
        assert "Dibuka oleh Kasi: Angka Agam tidak cocok dengan kertas" in pesan(app)
        await tekan(pilot, "b")
        assert isinstance(app.screen, Pengembalian)


@pytest.mark.parametrize("step", [5, 7])
async def test_when_it_is_not_the_stafs_turn_all_figures_are_there_to_read(buka, step):
    app = buka(step, layar=4)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "hanya baca" in teks(app).splitlines()[0]
        assert "157.582" in teks(app)
        assert "Hanya baca: sekarang giliran" in pesan(app)
        await tekan(pilot, "1", "enter", "delete", "t", "w", "u")
        assert "Hanya baca: sekarang giliran" in pesan(app)
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_582


async def test_another_role_sees_the_sheet_but_types_nothing(buka):
    app = buka(4)
    app.ws.pelaku = app.ws.pelaku.sebagai("kabid")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "1")
        assert "Anda Kabid. Hanya baca: sekarang giliran Staf" in pesan(app)


async def test_after_validation_a_change_asks_first_since_it_voids_it(buka):
    app = buka(6, layar=4, dokumen="AK017")
    app.ws.pelaku = app.ws.pelaku.sebagai("staf")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "1", "5", "7", "0", "0", "0", "enter")
        assert "Rekap sudah divalidasi. Mengubah angka membatalkan validasi itu." in teks(app)
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_582
        await tekan(pilot, "t")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_582
        await tekan(pilot, "escape", "home", "1", "5", "7", "0", "0", "0", "enter", "y")
        assert isi(app.ws, "AK017", sel("13.01", "wajib")).angka == 157_000
        assert app.ws.month(BULAN).keadaan is Keadaan.ENTRI
        assert app.ws.store.records.revisions(BULAN)[-1].gugur is not None
        assert "validasi gugur" in pesan(app)


def test_the_way_to_the_entry_screen_loads_no_heavy_library(demo):
    ws = demo(4)
    code = (
        "import asyncio, sys\n"
        "from civreg_tui.terminal import environment; environment.prepare()\n"
        "from pathlib import Path\n"
        "from civreg_tui.app import CivregApp\n"
        "from civreg_tui.config import load_config\n"
        "from civreg_tui.services.workspace import Workspace\n"
        "from civreg_tui.store.store import Store\n"
        f"app = CivregApp(Workspace(load_config(), Store(Path({str(ws.store.folder)!r}))),"
        " period='2024-12', step=4)\n"
        "async def go():\n"
        "    async with app.run_test(size=(80, 24)) as pilot:\n"
        "        await pilot.press(*'157582', 'enter', 'd', 'f9')\n"
        "        await pilot.pause()\n"
        "asyncio.run(go())\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules}"
        " & {'polars', 'xlsxwriter', 'docx', 'lxml'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_handing_over_needs_the_services_permission(demo):
    ws = demo(4)
    ws.pelaku = ws.pelaku.sebagai("kabid")
    with pytest.raises(Exception, match="Staf"):
        hand_over(ws, BULAN)
