"""Step 3: choosing softcopies, what they give, the paper's checklist, accept and return."""

import shutil
from pathlib import Path

from textual.widgets import Input

from civreg_tui.app import CivregApp
from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.lembar import Kolom
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from screens.meja_kerja import MejaKerja
from screens.penerimaan import Penerimaan
from tests.pilot.conftest import BULAN
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks

NAMA = "laporan_adminduk_2024-12.xlsx"
UJUNG_WAJIB = "kendali-AK017-wajib-jml"


def tanpa_folder(app: CivregApp) -> str:
    """The screen without what differs by machine: the folder's path, the file's size and time."""
    lines = [line for line in teks(app).splitlines() if "FOLDER MASUK" not in line]
    return "\n".join(line[:40].rstrip() if " KB " in line else line for line in lines)


async def test_before_anything_is_chosen_everything_is_missing(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        sesuai_golden("penerimaan_awal_80", tanpa_folder(app))


async def test_a_chosen_file_shows_what_was_recognised_and_writes_nothing(buka):
    app = buka(3)
    async with app.run_test(size=BESAR) as pilot:
        await tekan(pilot, "space")
        sesuai_golden("penerimaan_terpilih_120", tanpa_folder(app))
        assert app.ws.store.records.softcopies(BULAN) == []
        await tekan(pilot, "space")
        assert "0/19" in teks(app)


async def test_the_shortest_way_to_entry_is_three_keys(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "a", "full_stop")
        assert isinstance(app.screen, MejaKerja)
        assert "✓ Laporan Adminduk diterima. Lanjut ke entri." in teks(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.ENTRI
        (kept,) = app.ws.store.records.softcopies(BULAN)
        assert kept.nama == NAMA


async def test_an_incomplete_delivery_is_accepted_only_after_the_list_was_shown(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "f10")
        shown = teks(app)
        assert "Belum lengkap: 4 kekurangan, 0 kesalahan. Terima juga?" in shown
        assert "Hardcopy Akta Perceraian belum diterima." in shown
        await tekan(pilot, "t")
        assert app.ws.month(BULAN).keadaan is Keadaan.PENERIMAAN
        await tekan(pilot, "f10", "y")
        form = load_receipt(app.ws, BULAN)
        assert form.putusan == "diterima_belum_lengkap"
        assert len(form.kekurangan) == 4


async def test_a_return_needs_a_reason_and_writes_the_nota_kekurangan(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "k", "end", "enter")
        await ketik(pilot, "[/] kurang")
        await tekan(pilot, "enter")
        assert app.ws.month(BULAN).keadaan is Keadaan.PENERIMAAN
        (note,) = app.ws.keluar.iterdir()
        assert note.name == f"{BULAN}_nota-kekurangan.docx"
        assert "Dikembalikan. Nota kekurangan:" in teks(app)
        await tekan(pilot, "escape")
        assert "! Dikembalikan oleh budi: [/] kurang" in teks(app)


async def test_a_reason_that_is_too_short_is_refused_in_the_dialog(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "k", "end", "enter")
        await ketik(pilot, "kurang")
        await tekan(pilot, "enter")
        assert "! Alasan sedikitnya 10 huruf." in teks(app)
        assert app.ws.store.records.returns(BULAN) == []


async def test_a_reason_typed_on_the_list_is_written_into_the_field(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "k")
        await ketik(pilot, "laporan salah bulan")
        assert app.screen.query_one("#alasan", Input).value == "laporan salah bulan"


async def test_a_digit_on_the_list_takes_the_reason_of_that_number(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "k", "4", "enter")
        assert app.ws.store.records.returns(BULAN)[0].alasan == "Laporan bukan untuk bulan ini"


async def test_control_totals_stand_beside_the_softcopy(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "h")
        app.screen.query_one(f"#{UJUNG_WAJIB}", Input).focus()
        await ketik(pilot, "1732411")
        await tekan(pilot, "tab")
        await ketik(pilot, "1.706.983")
        await tekan(pilot, "tab")
        sesuai_golden("hardcopy_80", teks(app))
        controls = app.ws.store.cells.controls(BULAN, "AK017")
        assert controls == {Kolom("wajib", "jml"): 1732411, Kolom("memiliki", "jml"): 1706983}


async def test_a_control_total_that_is_no_number_is_refused_and_kept_on_screen(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "h")
        app.screen.query_one(f"#{UJUNG_WAJIB}", Input).focus()
        await ketik(pilot, "12[/]")
        await tekan(pilot, "tab")
        assert '! "12[/]" bukan bilangan bulat.' in teks(app)
        assert app.ws.store.cells.controls(BULAN, "AK017") == {}


async def test_a_cut_line_keeps_what_was_filled_in_beside_numbers_that_are_none(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "h")
        first, second = UJUNG_WAJIB, UJUNG_WAJIB.replace("wajib", "memiliki")
        for name, text in ((first, "12[/]"), (second, "1706983"), ("halaman-AK017", "dua"),
                           ("halaman-AMATI", "3"), ("pengirim", "Rina")):  # fmt: skip
            app.screen.query_one(f"#{name}", Input).value = text
        app.keep_draft("SIGHUP")
        form, controls = load_receipt(app.ws, BULAN), app.ws.store.cells.controls(BULAN, "AK017")
        assert controls == {Kolom("memiliki", "jml"): 1706983}
        assert form.pengirim == "Rina"
        assert (form.cek("AK017").halaman, form.cek("AMATI").halaman) == (None, 3)


async def test_the_checklist_is_ticked_by_keys(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "h", "space", "right", "space", "tab")
        await ketik(pilot, "2")
        await tekan(pilot, "escape")
        cek = load_receipt(app.ws, BULAN).cek("AK017")
        assert (cek.ada, cek.ditandatangani, cek.halaman) == (True, True, 2)
        assert "HARDCOPY 1 dari 4 dokumen ada, 1 ditandatangani" in teks(app)


async def test_a_broken_file_with_markup_in_its_name_is_one_line(buka):
    app = buka(3)
    bad = app.ws.masuk / "rusak [b] [.xlsx"
    bad.write_bytes(b"PK\x03\x04 bukan buku kerja")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "space")
        assert isinstance(app.screen, Penerimaan)
        shown = teks(app)
        assert "[ ] rusak [b] [.xlsx" in shown
        assert "! " in shown
        assert app.screen.dipilih == []


async def test_a_path_may_be_typed(buka, tmp_path: Path):
    app = buka(3)
    shutil.copy(app.ws.masuk / NAMA, tmp_path / "lain.xlsx")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t")
        app.screen.query_one(Input).value = str(tmp_path / "lain.xlsx")
        await tekan(pilot, "enter")
        assert "19/19" in teks(app)
        assert "[x] lain.xlsx" in teks(app)
        await tekan(pilot, "t")
        app.screen.query_one(Input).value = "/tidak/ada.xlsx"
        await tekan(pilot, "enter")
        assert "! Berkas /tidak/ada.xlsx tidak ada." in teks(app)


async def test_a_supplementary_delivery_during_entry(buka):
    app = buka(4, layar=3)
    susulan = app.ws.masuk / "susulan.csv"
    susulan.write_text("NO;KABUPATEN/KOTA;WAJIB AKTA;MEMILIKI\n")
    async with app.run_test(size=KECIL) as pilot:
        assert "susulan" in teks(app).splitlines()[0]
        assert f"DITERIMA {NAMA}" in teks(app)
        await tekan(pilot, "home", "space", "f10")
        if "Terima juga?" in teks(app):
            await tekan(pilot, "y")
        assert "✓ Susulan diterima." in teks(app)
        assert len(app.ws.store.records.softcopies(BULAN)) == 2
        assert app.ws.month(BULAN).keadaan is Keadaan.ENTRI


async def test_after_step_four_one_may_only_look(buka):
    app = buka(6, layar=3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10", "space", "k", "a")
        assert isinstance(app.screen, Penerimaan)
        assert "hanya baca" in teks(app)
        assert "19/19" in teks(app)
