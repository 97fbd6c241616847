"""Step 3 over several deliveries: compared, taught, read in the background, never obeyed."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path

import pytest
from textual.widgets import Input

from civreg_tui.app import CivregApp
from civreg_tui.domain.langkah import Keadaan
from civreg_tui.services.penerimaan.ajaran import taught
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.softcopy import reading
from civreg_tui.softcopy.errors import PembacaanDibatalkan
from screens.meja_kerja import MejaKerja
from screens.penerimaan import Penerimaan, berkas, pembaca
from screens.penerimaan.hardcopy import PeriksaHardcopy
from tests.pilot.conftest import BULAN
from tests.pilot.layar import KECIL, ketik, sesuai_golden, tekan, teks
from tests.pilot.test_penerimaan import NAMA, tanpa_folder
from tests.unit.services.kiriman import KEPALA, semua, tulis

BARU = "cerai (rev).csv"


def rev(app: CivregApp) -> Path:
    """A newer version of akta perceraian in the inbox, above everything else there."""
    figures = semua(app.ws)
    return tulis(app.ws.masuk / BARU, app.ws, {k: figures[k] for k in ("13.01", "13.06")})


def isi_simpanan(app: CivregApp) -> list[str]:
    return [line for line in app.ws.store.database.sql.iterdump() if "buka_layar" not in line]


async def test_a_newer_version_is_shown_compared_and_confirmed_before_it_is_accepted(buka):
    app = buka(4, layar=3)
    rev(app)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        before = isi_simpanan(app)
        await tekan(pilot, "home", "space")
        sesuai_golden("kiriman_versi_baru_80", tanpa_folder(app))
        await tekan(pilot, "f9")
        sesuai_golden("kiriman_beda_80", teks(app))
        await tekan(pilot, "escape", "i")
        shown = teks(app)
        assert "SHA-256" in shown
        assert "judul" in shown
        await tekan(pilot, "escape", "f10")
        assert "versi baru, menggantikan" in teks(app)
        assert "Terima juga?" in teks(app)
        assert isi_simpanan(app) == before
        await tekan(pilot, "y")
        assert isinstance(app.screen, MejaKerja)
        assert len(app.ws.store.records.softcopies(BULAN)) == 2


async def test_the_same_file_says_so_and_is_not_kept_twice(buka):
    app = buka(4, layar=3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space")
        shown = teks(app)
        assert f"= {NAMA}: berkas yang sama sudah diterima" in shown
        assert f"Sudah pernah diterima: {NAMA}" in shown
        await tekan(pilot, "f10")
        assert "✓ Susulan diterima." in teks(app)
        assert len(app.ws.store.records.softcopies(BULAN)) == 1


async def test_a_sentence_too_long_for_its_line_is_read_whole_with_enter(buka):
    app = buka(4, layar=3)
    rev(app)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "space", "tab", "enter")
        whole = " ".join(teks(app).replace("│", " ").split())
        assert "Kiriman sebagian, 1 dari 4 dokumen: Akta Perceraian 2/19." in whole
        await tekan(pilot, "enter")
        assert isinstance(app.screen, Penerimaan)


async def test_an_unknown_heading_is_taught_on_screen_and_forgotten_again(buka):
    app = buka(3)
    head = (*KEPALA[:4], "DIPEGANG [b]WARGA")
    tulis(app.ws.masuk / BARU, app.ws, semua(app.ws), kepala=head)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "space")
        assert 'judul kolom "DIPEGANG [b]WARGA" tidak dikenal' in teks(app)
        await tekan(pilot, "j")
        sesuai_golden("judul_kolom_80", teks(app))
        await tekan(pilot, "enter", "down", "down", "down", "enter")
        assert '"DIPEGANG [b]WARGA" = Memiliki JML. Diingat.' in teks(app)
        assert "✓ DIPEGANG [b]WARGA = Memiliki JML" in teks(app)
        await tekan(pilot, "escape")
        assert "tidak dikenal" not in teks(app)
        cells = [r for r in app.screen.pratinjau.temuan if r.rule == "R06"]
        assert cells == []
        await tekan(pilot, "j", "x", "y")
        assert "Ajaran dihapus." in teks(app)
        assert taught(app.ws) == ()
        await tekan(pilot, "escape")
        assert "tidak dikenal" in teks(app)


class Lambat:
    """A reading that goes on until it is let go or cancelled."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.lepas = threading.Event()
        self.mulai = threading.Event()
        self.dibatalkan = threading.Event()
        self._asli = reading.read_berkas
        patch.setattr(reading, "read_berkas", self.baca)
        patch.setattr(pembaca, "SABAR", 0.05)

    def baca(self, berkas, facts, *, progress=None, cancelled=None, **lain):
        if progress is None or not any("cerai" in b.nama for b in berkas):
            return self._asli(berkas, facts, **lain)
        progress(0, len(berkas), "cerai.csv: Lembar 3")
        self.mulai.set()
        while not self.lepas.wait(0.01):
            if cancelled():
                self.dibatalkan.set()
                raise PembacaanDibatalkan
        return self._asli(berkas, facts, progress=progress, cancelled=cancelled, **lain)


async def sampai(pilot, benar) -> None:
    """Let the screen go on until something is true."""
    for _ in range(500):
        if benar():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never became true")


async def test_a_slow_reading_shows_its_progress_and_keys_stay_alive(buka, monkeypatch):
    app = buka(3)
    rev(app)
    slow = Lambat(monkeypatch)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "space")
        assert "Membaca [--------------------] berkas 1 dari 1  cerai.csv: Lembar 3" in teks(app)
        await tekan(pilot, "f10")
        assert "! Softcopy sedang dibaca. Tunggu, atau tekan Esc" in teks(app)
        await tekan(pilot, "h")
        assert isinstance(app.screen, PeriksaHardcopy)
        await tekan(pilot, "escape", "f1")
        await tekan(pilot, "escape")
        slow.lepas.set()
        await sampai(pilot, lambda: "2/19" in teks(app))
        assert "Membaca [" not in teks(app)
        assert "[x] cerai (rev).csv" in teks(app)


async def test_a_reading_is_cancelled_at_any_time_and_leaves_nothing(buka, monkeypatch):
    app = buka(3)
    rev(app)
    slow = Lambat(monkeypatch)
    async with app.run_test(size=KECIL) as pilot:
        before = isi_simpanan(app)
        await tekan(pilot, "home", "space", "escape")
        assert "Pembacaan dibatalkan. Tidak ada yang berubah." in teks(app)
        assert isinstance(app.screen, Penerimaan)
        await sampai(pilot, slow.dibatalkan.is_set)
        assert "[ ] cerai (rev).csv" in teks(app)
        assert "0/19" in teks(app)
        assert isi_simpanan(app) == before


async def test_a_reading_does_not_outlive_its_screen(buka, monkeypatch):
    app = buka(3)
    rev(app)
    slow = Lambat(monkeypatch)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "space")
        app.pop_screen()
        await sampai(pilot, slow.dibatalkan.is_set)


async def test_a_bad_file_after_a_good_one_leaves_the_good_one_chosen(buka):
    app = buka(3)
    (app.ws.masuk / "zz rusak.xlsx").write_bytes(b"PK\x03\x04 bukan buku kerja")
    async with app.run_test(size=KECIL) as pilot:
        names = [p.name for p in app.screen.ws.masuk.iterdir()]
        assert len(names) == 2
        await tekan(pilot, "end", "space")
        assert "19/19" in teks(app)
        await tekan(pilot, "home", "space")
        shown = teks(app)
        assert "! zz rusak.xlsx" in shown
        assert f"[x] {NAMA}" in shown
        assert "19/19" in shown


async def test_the_sender_is_written_down_and_printed(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space", "a", "h")
        app.screen.query_one("#pengirim", Input).focus()
        await ketik(pilot, "Rina [b]")
        await tekan(pilot, "escape")
        assert "PENGIRIM Rina [b]" in teks(app)
        await tekan(pilot, "f10")
        assert "Tanda terima:" in teks(app)
        assert app.ws.month(BULAN).keadaan is Keadaan.ENTRI
        (file,) = app.ws.store.records.softcopies(BULAN)
        assert file.pengirim == "Rina [b]"
        assert load_receipt(app.ws, BULAN).pengirim == "Rina [b]"
        assert (app.ws.keluar / f"{BULAN}_tanda-terima.docx").is_file()


async def test_the_deadline_stands_on_the_screen_where_one_is_configured(buka):
    app = buka(3)
    app.ws.config = dataclasses.replace(app.ws.config, tenggat_penerimaan=10)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        assert "TENGGAT  belum diterima, masih 7 hari (batas 10 Januari 2025)" in teks(app)


@pytest.mark.parametrize("nama", ["$(touch x)", "`touch x`", "; touch x", "~tidakada/x.xlsx",
                                  "a\x00b", "../../../etc/tidak-ada", "x" * 300])  # fmt: skip
async def test_a_typed_path_is_never_more_than_a_name(buka, nama, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = buka(3)
    before = sorted(tmp_path.iterdir())
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "t")
        app.screen.query_one(Input).value = nama
        await tekan(pilot, "enter")
        assert isinstance(app.screen, Penerimaan)
        assert "! " in teks(app)
        assert app.screen.dipilih == []
    assert sorted(tmp_path.iterdir()) == before


async def test_a_folder_a_pipe_and_an_unreadable_name_are_refused_in_one_line(buka, tmp_path):
    import os

    app = buka(3)
    os.mkfifo(tmp_path / "pipa.xlsx")
    async with app.run_test(size=KECIL) as pilot:
        for name in (str(tmp_path), str(tmp_path / "pipa.xlsx"), "'/dev/null'"):
            await tekan(pilot, "t")
            app.screen.query_one(Input).value = name
            await tekan(pilot, "enter")
            assert "! " in teks(app)
            assert app.screen.dipilih == []


async def test_a_file_name_with_control_characters_is_shown_harmlessly(buka):
    app = buka(3)
    name = "a\x1b]0;judul\x07\u202e[red].csv"
    tulis(app.ws.masuk / name, app.ws, semua(app.ws))
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "home", "space")
        shown = teks(app)
        assert "[x] a�]0;judul��[red].csv" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
        await tekan(pilot, "i")
        assert not {"\x1b", "\x07", "\u202e"} & set(teks(app))


async def test_a_file_put_into_the_inbox_is_found_by_the_next_space(buka):
    app = buka(3)
    (source,) = app.ws.masuk.iterdir()
    kept = source.read_bytes()
    source.unlink()
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "space")
        assert "Folder masuk kosong" in teks(app)
        source.write_bytes(kept)
        await tekan(pilot, "space")
        assert f"[x] {NAMA}" in teks(app)


async def test_a_file_put_into_the_inbox_appears_by_itself(buka, monkeypatch):
    monkeypatch.setattr(berkas, "SELANG_FOLDER", 0.05)
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        (app.ws.masuk / "susulan.csv").write_text("x", "utf-8")
        await sampai(pilot, lambda: "susulan.csv" in teks(app))


async def test_an_inbox_that_cannot_be_reached_is_told_once_and_looked_for_again(buka, monkeypatch):
    monkeypatch.setattr(berkas, "SELANG_FOLDER", 0.05)
    app = buka(3)
    away = app.ws.masuk.with_name("dicabut")
    async with app.run_test(size=KECIL) as pilot:
        bells = []
        monkeypatch.setattr(app, "bell", lambda: bells.append(1))
        app.ws.masuk.rename(away)
        app.ws.masuk.write_text("bukan folder")
        await sampai(pilot, lambda: "(folder masuk tidak dapat dibuka" in teks(app))
        assert NAMA not in teks(app)
        assert "\n!" in teks(app)
        await pilot.pause(0.3)
        assert len(bells) == 1
        await tekan(pilot, "space")
        assert app.screen.dipilih == []
        app.ws.masuk.unlink()
        away.rename(app.ws.masuk)
        await sampai(pilot, lambda: NAMA in teks(app))
        await tekan(pilot, "space")
        assert f"[x] {NAMA}" in teks(app)


async def test_without_its_inbox_step_three_opens_and_a_path_may_be_typed(buka, tmp_path):
    app = buka(3)
    app.ws.masuk.rename(tmp_path / "lain")
    app.ws.masuk.write_text("bukan folder")
    async with app.run_test(size=KECIL) as pilot:
        assert "(folder masuk tidak dapat dibuka" in teks(app)
        assert "KEKURANGAN (" in teks(app)
        await tekan(pilot, "t")
        app.screen.query_one(Input).value = str(tmp_path / "lain" / NAMA)
        await tekan(pilot, "enter")
        assert f"[x] {NAMA}" in teks(app)


async def test_a_reason_is_taken_from_the_list_with_f10_alone(buka):
    app = buka(3)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "k", "down", "f10")
        assert "Dikembalikan." in teks(app)
        assert any("Hardcopy belum lengkap atau" in line for line in isi_simpanan(app))
