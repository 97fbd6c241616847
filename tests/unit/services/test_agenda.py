"""Step 5: what comes first, what is accepted, noted and evidenced, and what changed since."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest

from civreg_tui.domain.bobot import pengaruh
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Isian, Kolom
from civreg_tui.services.entri.enter import commit_cell, set_control, set_note
from civreg_tui.services.entri.takeover import keep_entry, take_over_all
from civreg_tui.services.month.hold import held_by, hold, holder, release
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.month.returns import return_to_staf
from civreg_tui.services.pemeriksaan.agenda import accept, agenda
from civreg_tui.services.pemeriksaan.changes import cell_changes, ever_validated, other_changes
from civreg_tui.services.pemeriksaan.check import explain
from civreg_tui.services.pemeriksaan.review import evidence
from civreg_tui.services.pemeriksaan.unverified import unverified
from civreg_tui.services.pemeriksaan.validate import hand_over, unvalidate, validate
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import ALASAN, BULAN, ditolak, peristiwa, sebagai, sel

AGAM, PADANG = sel("13.06", "memiliki"), sel("13.71", "memiliki")


def ketik(ws: Workspace, dokumen: str, isi: dict) -> None:
    """Key figures over the softcopy's and decide every difference for the entry."""
    for alamat, angka in isi.items():
        commit_cell(ws, BULAN, dokumen, alamat, Isian(angka))
    for diff in differences(ws, load_sheet(ws, BULAN, dokumen)):
        keep_entry(ws, BULAN, diff)


@pytest.fixture
def staf(demo) -> Workspace:
    """Everything taken over from the softcopy, not yet handed over."""
    ws = sebagai(demo(4), "staf", akun="ani")
    take_over_all(ws, BULAN)
    return ws


def kasi(ws: Workspace) -> Workspace:
    """Handed over and in the Kasi's hands."""
    hand_over(ws, BULAN)
    return sebagai(ws, "kasi", akun="kasi")


class TestOrder:
    def test_a_clean_month_shows_only_information(self, staf) -> None:
        assert all(item.info for item in agenda(kasi(staf), BULAN))

    def test_what_blocks_comes_first_and_heavier_regions_before_lighter(self, staf) -> None:
        ketik(staf, "AK017", {sel("13.74", "memiliki"): 20_000, PADANG: 280_000})
        items = agenda(kasi(staf), BULAN)
        errors = [i for i in items if i.menghalangi and i.temuan.temuan.rule == "R09"]
        assert items[0] == errors[0]
        assert [i.alamat.wilayah for i in errors] == ["13.71", "13.74"]
        assert errors[0].bobot > errors[1].bobot

    def test_unconfirmed_figures_stand_between_blockers_and_information(self, staf) -> None:
        ketik(staf, "AK017", {AGAM: 149_002})
        items = agenda(kasi(staf), BULAN)
        kinds = ["~" if i.temuan is None else "i" if i.info else "!" for i in items]
        assert kinds == sorted(kinds, key="!~i".index)
        (item,) = [i for i in items if i.temuan is None]
        assert item.sel == (AGAM,)
        assert "Kabupaten Agam" in item.teks
        assert "149.002" in item.teks

    def test_effect_is_the_move_of_the_provinces_percent(self, staf) -> None:
        sheet = load_sheet(staf, BULAN, "AK017")
        assert pengaruh(sheet, AGAM, 149_001) == 0
        whole = sheet.total("wajib")
        assert pengaruh(sheet, AGAM, 149_101) == Fraction(100 * 100, whole)
        assert pengaruh(sheet, sel("13.06"), 151_906) > 0
        deaths = load_sheet(staf, BULAN, "AMATI")
        assert pengaruh(deaths, sel("13.06", "memiliki", "l"), 0) > 0

    def test_where_nobody_is_due_there_is_no_percent_to_move(self, staf) -> None:
        sheet = load_sheet(staf, BULAN, "AK017")
        alone = {sel("13.06"): Isian(5), AGAM: Isian(4)}
        small = replace(sheet, isi=MappingProxyType(alone))
        assert pengaruh(small, sel("13.06"), 0) == 80  # without its five there is no percent
        none = replace(sheet, isi=MappingProxyType({sel("13.06"): Isian(0), AGAM: Isian(4)}))
        assert pengaruh(none, AGAM, 9) == 0


class TestUnconfirmed:
    def test_a_closing_control_total_confirms_a_column(self, staf) -> None:
        ketik(staf, "AK017", {AGAM: 149_002})
        assert [row.wilayah for row in unverified(staf, BULAN)] == ["13.06"]
        total = load_sheet(staf, BULAN, "AK017").total("memiliki")
        set_control(staf, BULAN, "AK017", Kolom("memiliki", "jml"), total)
        assert unverified(staf, BULAN) == ()
        set_control(staf, BULAN, "AK017", Kolom("memiliki", "jml"), total - 1)
        assert len(unverified(staf, BULAN)) == 1

    def test_without_any_source_a_document_is_one_line(self, demo) -> None:
        ws = demo(7)
        lines = [i for i in agenda(ws, "2024-11") if i.temuan is None]
        assert [i.dokumen for i in lines] == ["AK017", "AKAWIN", "ACERAI", "AMATI"]
        assert "38 angka dari 19 kabupaten/kota" in lines[0].teks


class TestAccept:
    @pytest.fixture
    def ws(self, staf) -> Workspace:
        ketik(staf, "AK017", {AGAM: 149_002})
        return kasi(staf)

    def butir(self, ws: Workspace):
        return next(i for i in agenda(ws, BULAN) if i.temuan is None)

    def test_an_accepted_figure_is_named_and_moves_back(self, ws) -> None:
        accept(ws, BULAN, self.butir(ws))
        assert self.butir(ws).diterima == "kasi"
        (event,) = peristiwa(ws, Aksi.JELASKAN_TEMUAN)
        assert (event.akun, event.alasan) == ("kasi", "diterima")

    def test_it_comes_back_when_the_figure_changes(self, ws) -> None:
        accept(ws, BULAN, self.butir(ws))
        return_to_staf(ws, BULAN, [("AK017", AGAM)], ALASAN)
        sebagai(ws, "staf", akun="ani")
        ketik(ws, "AK017", {AGAM: 149_003})
        assert self.butir(kasi(ws)).diterima == ""

    def test_an_error_is_never_accepted(self, demo) -> None:
        ws = sebagai(demo(4), "staf", akun="ani")
        take_over_all(ws, BULAN)
        ketik(ws, "AK017", {PADANG: 280_000})
        blocker = next(i for i in agenda(kasi(ws), BULAN) if i.menghalangi)
        assert "tidak cukup diterima" in ditolak(ws, accept, ws, BULAN, blocker)

    def test_only_during_the_review(self, staf) -> None:
        item = agenda(staf, BULAN)[0]
        assert "pada pemeriksaan" in ditolak(staf, accept, staf, BULAN, item)

    def test_an_acceptance_does_not_take_a_month_out_of_the_history(self, ws) -> None:
        from civreg_tui.services.pemeriksaan.check import month_subject

        accept(ws, BULAN, self.butir(ws))
        subject = month_subject(ws, BULAN).lembar[0]
        assert subject.dijelaskan == frozenset()


class TestEvidence:
    def test_everything_known_about_a_cell(self, staf) -> None:
        set_control(staf, BULAN, "AK017", Kolom("memiliki", "jml"), 1_706_893)
        set_note(staf, BULAN, "AK017", AGAM, "lihat surat", tanda=True)
        found = evidence(staf, BULAN, "AK017", AGAM)
        assert (found.kini, found.sumber.angka) == (149_001, 149_001)
        assert found.lalu == load_sheet(staf, "2024-11", "AK017").nilai(*AGAM) == found.seri[-2]
        assert (found.kendali, found.jumlah) == (1_706_893, 1_706_893)
        assert len(found.seri) == 12
        assert (found.oleh, found.catatan) == ("ani", "lihat surat")
        assert found.pengembalian is None

    def test_a_derived_figure_was_keyed_by_whoever_keyed_its_parts(self, staf) -> None:
        sebagai(staf, "staf", akun="siti")
        commit_cell(staf, BULAN, "AMATI", sel("13.06", "memiliki", "p"), Isian(7_000))
        commit_cell(staf, BULAN, "AK017", sel("13.06", "wajib"), Isian(151_807))
        assert evidence(staf, BULAN, "AMATI", sel("13.06", "memiliki")).oleh == "siti"
        assert evidence(staf, BULAN, "AMATI", sel("13.06", "memiliki", "l")).oleh == "ani"
        assert evidence(staf, BULAN, "AK017", sel("13.06", "belum")).oleh == "siti"
        assert evidence(staf, BULAN, "AK017", AGAM).oleh == "ani"

    def test_what_became_of_a_returned_cell(self, staf) -> None:
        ws = kasi(staf)
        return_to_staf(ws, BULAN, [("AK017", AGAM)], ALASAN)
        sebagai(ws, "staf", akun="ani")
        commit_cell(ws, BULAN, "AK017", AGAM, Isian(149_010))
        told = evidence(ws, BULAN, "AK017", AGAM).pengembalian
        assert (told.semula, told.kini, told.terjawab) == (149_001, 149_010, True)


class TestChanges:
    def test_corrected_figures_come_before_first_fillings(self, staf) -> None:
        commit_cell(staf, BULAN, "ACERAI", AGAM, Isian(5))
        changes = cell_changes(staf, BULAN)
        assert not ever_validated(staf, BULAN)
        assert (changes[0].dokumen, changes[0].alamat, changes[0].kali) == ("ACERAI", AGAM, 2)
        assert changes[0].dikoreksi
        assert not any(c.dikoreksi for c in changes[1:])

    def test_only_what_came_after_the_validation(self, staf) -> None:
        ws = kasi(staf)
        validate(ws, BULAN)
        assert cell_changes(ws, BULAN) == ()
        unvalidate(ws, BULAN, ALASAN)
        return_to_staf(ws, BULAN, [("AK017", AGAM)], ALASAN)
        sebagai(ws, "staf", akun="ani")
        commit_cell(ws, BULAN, "AK017", AGAM, Isian(149_010))
        (change,) = cell_changes(ws, BULAN)
        assert (change.lama, change.baru, change.oleh) == (149_001, 149_010, "ani")
        assert ever_validated(ws, BULAN)

    def test_a_figure_that_was_put_back_is_no_change(self, staf) -> None:
        ws = kasi(staf)
        validate(ws, BULAN)
        unvalidate(ws, BULAN, ALASAN)
        return_to_staf(ws, BULAN, [("AK017", AGAM)], ALASAN)
        sebagai(ws, "staf", akun="ani")
        for angka in (1, 149_001):
            commit_cell(ws, BULAN, "AK017", AGAM, Isian(angka))
        assert cell_changes(ws, BULAN) == ()

    def test_control_totals_notes_and_decisions_are_told_too(self, staf) -> None:
        ketik(staf, "AK017", {AGAM: 149_002})
        set_control(staf, BULAN, "AK017", Kolom("wajib", "jml"), 1)
        set_note(staf, BULAN, "AK017", AGAM, "lihat surat", tanda=False)
        told = {change.hal for change in other_changes(staf, BULAN)}
        assert {"angka kendali", "catatan", "selisih diputuskan"} <= told


class TestExplained:
    def test_a_reason_given_for_a_history_rule_takes_the_month_out_of_the_habit(self, staf) -> None:
        from civreg_tui.services.pemeriksaan.check import check_month, month_subject

        ketik(staf, "AK017", {AGAM: 140_000})
        ws = kasi(staf)
        found = next(f.temuan for f in check_month(ws, BULAN)
                     if f.temuan.region == "13.06" and f.temuan.rule == "R21")  # fmt: skip
        explain(ws, BULAN, found, "pindah")
        ws.store.months.add(replace(ws.month(BULAN), periode="2025-01"))
        for head in ws.store.months.sheets(BULAN):
            ws.store.months.put_sheet("2025-01", head)
        subject = month_subject(ws, "2025-01").lembar[0]
        assert subject.dijelaskan == {(BULAN, "13.06")}


class TestHold:
    def test_the_staf_is_told_who_reviews_and_leaving_lets_go(self, demo) -> None:
        ws = sebagai(demo(5), "kasi", akun="rina")
        assert hold(ws, BULAN) is None
        sebagai(ws, "staf", akun="ani")
        assert "Sedang diperiksa Kasi (rina) sejak" in held_by(ws, BULAN)
        release(ws, BULAN)
        assert holder(ws, BULAN) is not None
        release(sebagai(ws, "kasi", akun="rina"), BULAN)
        assert held_by(ws, BULAN) == ""

    def test_a_second_kasi_is_told_and_does_not_take_it(self, demo) -> None:
        ws = sebagai(demo(5), "kasi", akun="rina")
        hold(ws, BULAN)
        assert hold(sebagai(ws, "kasi", akun="dedi"), BULAN).akun == "rina"
        assert holder(ws, BULAN).akun == "rina"

    def test_a_session_that_vanished_is_forgotten_after_an_hour(self, demo, jam) -> None:
        ws = sebagai(demo(5), "kasi", akun="rina")
        hold(ws, BULAN)
        jam.maju(minutes=61)
        assert holder(ws, BULAN) is None

    def test_who_cannot_validate_holds_nothing(self, demo) -> None:
        ws = sebagai(demo(5), "staf")
        hold(ws, BULAN)
        assert holder(ws, BULAN) is None
