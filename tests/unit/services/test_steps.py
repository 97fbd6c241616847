"""Steps 1, 2, 6 and 7: the disposition sheet, the LAKIP, the Sekretariat's desk, the targets."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.laporan import Anggaran, Bahan, Sasaran
from civreg_tui.domain.periode import Periode
from civreg_tui.services.disposisi import load_disposisi, save_disposisi, send_disposisi
from civreg_tui.services.lakip.composing import (
    compose,
    deliver,
    load_budget,
    save_budget,
    save_text,
)
from civreg_tui.services.lakip.editions import choose_edition, edition
from civreg_tui.services.month.months import open_month
from civreg_tui.services.month.status import status
from civreg_tui.services.month.targets import set_target, target_of, targets_of
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.validate import unvalidate
from civreg_tui.services.sekretariat import accept_lakip, delivered, match_recap, save_checklist
from tests.unit.services.bantu import ALASAN, BULAN, ditolak, keadaan, peristiwa, sebagai, terakhir

TERIMA = Bahan(True, True, True, "470/15", "2025-01-07")


class TestDisposition:
    def test_it_is_prefilled_from_last_month(self, demo) -> None:
        ws = sebagai(demo(7), "kabid")
        sheet = load_disposisi(ws, BULAN)
        open_month(ws, Periode(2025, 1), "DKB Semester II Tahun 2024")
        following = load_disposisi(ws, "2025-01")
        assert following.arahan == sheet.arahan
        assert following.perihal.endswith("bulan Januari 2025")
        assert following.no_surat == following.no_agenda == following.petunjuk_tgl == ""

    def test_one_sheet_carries_both_levels(self, demo) -> None:
        ws = sebagai(demo(1), "kabid")
        send_disposisi(ws, BULAN, replace(load_disposisi(ws, BULAN), arahan="Buat laporan."))
        assert keadaan(ws) is Keadaan.DISPOSISI_KASI
        sebagai(ws, "kasi")
        sheet = load_disposisi(ws, BULAN)
        assert sheet.arahan == "Buat laporan."
        assert sheet.petunjuk_tgl == ""
        send_disposisi(ws, BULAN, replace(sheet, petunjuk="Entri."))
        assert keadaan(ws) is Keadaan.PENERIMAAN
        sent = load_disposisi(ws, BULAN)
        assert (sent.arahan_tgl, sent.petunjuk_tgl) == ("6 Januari 2025", "6 Januari 2025")

    def test_an_empty_instruction_is_not_sent(self, demo) -> None:
        ws = sebagai(demo(1), "kabid")
        sheet = load_disposisi(ws, BULAN)
        empty = replace(sheet, arahan="  ")
        assert ditolak(ws, send_disposisi, ws, BULAN, empty) == "Isi dulu arahan kepada Kasi."
        nameless = replace(sheet, perihal="")
        assert ditolak(ws, send_disposisi, ws, BULAN, nameless) == "Isi dulu perihal disposisi."
        send_disposisi(ws, BULAN, sheet)
        sebagai(ws, "kasi")
        bare = replace(load_disposisi(ws, BULAN), petunjuk="")
        assert ditolak(ws, send_disposisi, ws, BULAN, bare) == "Isi dulu petunjuk untuk Staf."

    def test_what_was_filled_in_so_far_is_kept(self, demo) -> None:
        ws = sebagai(demo(1), "kabid")
        half = replace(load_disposisi(ws, BULAN), no_surat="470/1")
        save_disposisi(ws, BULAN, half)
        before = terakhir(ws)
        save_disposisi(ws, BULAN, half)
        assert terakhir(ws) == before
        assert load_disposisi(ws, BULAN) == half
        assert keadaan(ws) is Keadaan.DISPOSISI_KABID


class TestLakip:
    def test_delivering_freezes_the_text_with_its_hash(self, demo) -> None:
        ws = demo(7)
        made = delivered(ws, BULAN)
        assert made is not None
        assert made.sha256 == hashlib.sha256(made.isi).hexdigest()
        assert made.isi[:2] == b"PK"
        assert peristiwa(ws, "sampaikan_lakip")[-1].baru == made.sha256

    def test_an_empty_section_holds_it_back(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        assert "halangan). Bagian" in ditolak(ws, deliver, ws, BULAN)

    def test_the_first_touch_begins_step_six(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        _, sections = compose(ws, BULAN)
        save_text(ws, BULAN, sections[0], "Naskah saya.")
        assert keadaan(ws) is Keadaan.LAKIP
        _, again = compose(ws, BULAN)
        assert "Naskah saya." in "\n".join(again[0].paragraf)
        save_text(ws, BULAN, sections[0], "")
        assert ws.store.records.texts(BULAN) == {}

    def test_the_year_s_edition_is_december_s(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        assert edition(ws, BULAN) == "tahunan"
        assert edition(ws, "2024-11") == "bulanan"
        choose_edition(ws, BULAN, "bulanan")
        assert edition(ws, BULAN) == "bulanan"
        with pytest.raises(Ditolak, match="hanya disusun dari bulan Desember"):
            choose_edition(ws, "2024-11", "tahunan")

    def test_budgets(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        line = Anggaran("Pencatatan Sipil", "Pelayanan", 100_000_000, 98_500_000)
        save_budget(ws, BULAN, [line])
        assert load_budget(ws, BULAN) == (line,)
        assert build_report(ws, BULAN).anggaran == (line,)
        with pytest.raises(Ditolak, match="tidak boleh negatif"):
            save_budget(ws, BULAN, [replace(line, realisasi=-1)])


class TestSekretariat:
    def test_accepting_ends_the_month(self, demo) -> None:
        ws = sebagai(demo(7), "sekretariat", akun="rina")
        assert match_recap(ws, BULAN).cocok
        accept_lakip(ws, BULAN, TERIMA)
        assert keadaan(ws) is Keadaan.SELESAI
        done = peristiwa(ws, "terima_lakip")[-1]
        assert (done.objek, done.akun) == ("470/15", "rina")
        assert build_report(ws, BULAN).bahan == TERIMA

    @pytest.mark.parametrize(
        ("form", "lacking"),
        [
            (replace(TERIMA, lengkap=False), "naskah lengkap"),
            (replace(TERIMA, ditandatangani=False), "ditandatangani"),
            (replace(TERIMA, nomor=" "), "nomor penerimaan"),
            (replace(TERIMA, tanggal=""), "tanggal penerimaan"),
        ],
    )
    def test_what_the_checklist_lacks_is_named(self, demo, form: Bahan, lacking: str) -> None:
        ws = sebagai(demo(7), "sekretariat")
        sentence = ditolak(ws, accept_lakip, ws, BULAN, form)
        assert sentence == f"Belum dapat diterima. Lengkapi dulu: {lacking}."

    def test_a_delivery_whose_validation_fell_is_not_accepted(self, demo) -> None:
        ws = sebagai(demo(7), "sekretariat")
        with ws.store.transaction():
            ws.store.records.void_revisions(BULAN, ws.now())
        assert not match_recap(ws, BULAN).cocok
        assert "sudah tidak berlaku" in ditolak(ws, accept_lakip, ws, BULAN, TERIMA)

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ("UPDATE revisi SET isi = replace(isi, '9623', '9624') WHERE periode = '2024-12'",
             "tidak cocok dengan hash-nya"),
            ("UPDATE penyampaian SET isi = X'00' WHERE periode = '2024-12'",
             "Naskah LAKIP yang tersimpan tidak cocok"),
            ("DELETE FROM penyampaian WHERE periode = '2024-12'", "belum disampaikan"),
        ],
    )  # fmt: skip
    def test_tampering_between_validation_and_acceptance_is_seen(
        self, demo, change: str, sentence: str
    ) -> None:
        ws = sebagai(demo(7), "sekretariat")
        with ws.store.transaction():
            for trigger in ("revisi_tetap", "penyampaian_tetap", "penyampaian_utuh"):
                ws.store.database.sql.execute(f"DROP TRIGGER {trigger}")
            ws.store.database.sql.execute(change)
        found = match_recap(ws, BULAN)
        assert (found.cocok, sentence in found.kalimat) == (False, True)

    def test_the_checklist_is_kept_as_it_is_filled_in(self, demo) -> None:
        ws = sebagai(demo(7), "sekretariat")
        save_checklist(ws, BULAN, Bahan(lengkap=True))
        before = terakhir(ws)
        save_checklist(ws, BULAN, Bahan(lengkap=True))
        assert terakhir(ws) == before
        assert keadaan(ws) is Keadaan.SEKRETARIAT


class TestTargets:
    def test_the_kabid_s_target_replaces_the_configured_one(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        assert target_of(ws, "AK017", BULAN).target == 9800
        set_target(ws, BULAN, Sasaran("AK017", 2024, target=10_000))
        assert target_of(ws, "AK017", BULAN) == Sasaran("AK017", 2024, 10_000)
        recap = next(r for r in build_report(ws, BULAN).rekap if r.dokumen.kode == "AK017")
        assert (recap.capaian, recap.kategori) == (9853, "Sangat Tinggi")
        assert targets_of(ws, BULAN)["AK017"].target == 10_000
        assert target_of(ws, "AK017", "2023-12").nasional == 9800

    def test_no_target_no_shortfall(self, demo) -> None:
        ws = demo(6)
        assert target_of(ws, "ACERAI", BULAN) == Sasaran("ACERAI", 2024)
        recap = next(r for r in build_report(ws, BULAN).rekap if r.dokumen.kode == "ACERAI")
        assert recap.capaian is None
        assert recap.kategori == ""
        assert {row.kekurangan for row in recap.baris} == {None}

    def test_the_same_target_again_is_no_act(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        set_target(ws, BULAN, target_of(ws, "AK017", BULAN))
        assert peristiwa(ws, "isi_target") == []


def test_a_validation_undone_leaves_the_next_step_nobody_s(demo) -> None:
    ws = demo(6)
    unvalidate(ws, BULAN, ALASAN)
    (month,) = status(ws, BULAN)["periods"]
    assert [(s["by"], s["minutes"]) for s in month["steps"][5:]] == [(None, None)] * 2
