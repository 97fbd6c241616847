"""The three return loops, handing over, validating, and what voids a validation."""

from __future__ import annotations

import hashlib
import json

import pytest

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.answers import answer_cells, returned_cells, unanswered
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.entri.undo import Tersentuh, redo, undo
from civreg_tui.services.month.desk import desk
from civreg_tui.services.month.returns import return_to_kabid, return_to_kasi, return_to_staf
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.validate import (
    entry_blockers,
    find_code,
    hand_over,
    short_code,
    unvalidate,
    validate,
    validation_blockers,
)
from civreg_tui.services.penerimaan.receipt_form import CekHardcopy, FormTerima, load_receipt
from civreg_tui.services.penerimaan.receive import Pratinjau, accept, examine, inbox, send_back
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import (
    ALASAN,
    BULAN,
    ditolak,
    isi,
    keadaan,
    letakkan,
    peristiwa,
    sebagai,
    sel,
)

A, B = sel("13.01"), sel("13.02")


def open_returns(ws: Workspace) -> list[tuple[str, str]]:
    (row,) = [r for r in desk(ws) if r.periode == BULAN]
    return [(r.aksi, r.alasan) for r in row.pengembalian]


def papers(ws: Workspace, **lain: object) -> FormTerima:
    heads = ws.store.months.sheets(BULAN)
    checks = tuple(CekHardcopy(h.dokumen, True, 2, True, h.acuan) for h in heads)
    return FormTerima(checks, **lain)  # type: ignore[arg-type]


class TestThreeToPiak:
    @pytest.fixture
    def ws(self, demo) -> Workspace:
        return sebagai(demo(3), "staf", akun="ani")

    def test_a_poor_delivery_goes_back_with_a_list_that_piak_can_act_on(self, ws) -> None:
        nota = send_back(ws, BULAN, FormTerima(), Pratinjau((), None, ()), ALASAN)
        assert nota.putusan == "dikembalikan"
        assert nota.alasan == ALASAN
        assert nota.kekurangan[0].startswith("Softcopy belum diterima.")
        assert "Hardcopy Akta Perceraian belum diterima." in nota.kekurangan
        assert keadaan(ws) is Keadaan.PENERIMAAN
        assert open_returns(ws) == [("kembalikan_ke_piak", ALASAN)]

    def test_a_return_is_answered_when_the_delivery_is_accepted(self, ws) -> None:
        send_back(ws, BULAN, FormTerima(), Pratinjau((), None, ()), ALASAN)
        accept(ws, BULAN, papers(ws), examine(ws, BULAN, inbox(ws)))
        assert keadaan(ws) is Keadaan.ENTRI
        assert open_returns(ws) == []

    def test_nothing_is_kept_of_what_was_only_looked_at(self, ws) -> None:
        before = ws.store.trail.head()
        view = examine(ws, BULAN, inbox(ws))
        assert view.bacaan is not None
        assert ws.store.trail.head() == before
        assert ws.store.records.softcopies(BULAN) == []

    def test_a_gap_is_named_and_needs_a_decision(self, ws) -> None:
        view = examine(ws, BULAN, inbox(ws))
        form = papers(ws).dengan(CekHardcopy("ACERAI", True, 2, ditandatangani=False))
        with pytest.raises(Ditolak, match="Hardcopy Akta Perceraian belum ditandatangani"):
            accept(ws, BULAN, form, view)
        assert ws.store.records.softcopies(BULAN) == []
        accept(ws, BULAN, form, view, incomplete=True)
        kept = load_receipt(ws, BULAN)
        assert kept.putusan == "diterima_belum_lengkap"
        assert kept.kekurangan == ("Hardcopy Akta Perceraian belum ditandatangani.",)
        assert keadaan(ws) is Keadaan.ENTRI

    def test_a_complete_delivery_is_kept_byte_for_byte(self, ws) -> None:
        (path,) = inbox(ws)
        accept(ws, BULAN, papers(ws, nomor="470/12"), examine(ws, BULAN, [path]))
        (kept,) = ws.store.records.softcopies(BULAN)
        assert kept.isi == path.read_bytes()
        assert kept.sha256 == hashlib.sha256(kept.isi).hexdigest()
        assert kept.oleh == "ani"
        form = load_receipt(ws, BULAN)
        assert (form.putusan, form.oleh, form.nomor) == ("diterima", "ani", "470/12")
        assert form.diterima_pada.startswith("2025-01-06")
        taken = peristiwa(ws, "terima_laporan")[-1]
        assert json.loads(taken.baru or "") == [kept.sha256]

    def test_a_supplement_during_entry_is_on_record_even_if_the_list_is_unchanged(self, ws) -> None:
        (path,) = inbox(ws)
        accept(ws, BULAN, papers(ws), examine(ws, BULAN, [path]))
        more = path.with_name("susulan.xlsx")
        more.write_bytes(path.read_bytes() + b"\0")
        view = examine(ws, BULAN, [path])
        before = len(peristiwa(ws, "terima_susulan"))
        accept(ws, BULAN, load_receipt(ws, BULAN), view, incomplete=True)
        accept(ws, BULAN, load_receipt(ws, BULAN), view, incomplete=True)
        assert len(peristiwa(ws, "terima_susulan")) >= before + 2
        assert keadaan(ws) is Keadaan.ENTRI
        assert len(ws.store.records.softcopies(BULAN)) == 1  # the same bytes are kept once

    def test_a_file_that_was_received_before_is_told(self, ws) -> None:
        accept(ws, BULAN, papers(ws), examine(ws, BULAN, inbox(ws)))
        assert examine(ws, BULAN, inbox(ws)).sudah_ada == (inbox(ws)[0].name,)


class TestHandingOver:
    def test_nothing_required_may_be_empty(self, demo) -> None:
        ws = sebagai(demo(4), "staf")
        take_over_all(ws, BULAN)
        assert entry_blockers(ws, BULAN) == ()
        commit_cell(ws, BULAN, "ACERAI", B, Isian())
        (blocker,) = entry_blockers(ws, BULAN)
        assert blocker.kalimat == "Akta Perceraian: 1 sel masih kosong."
        assert (blocker.dokumen, blocker.alamat) == ("ACERAI", B)
        sentence = ditolak(ws, hand_over, ws, BULAN)
        assert sentence == "Belum dapat diserahkan. Akta Perceraian: 1 sel masih kosong."
        undo(ws, BULAN)
        hand_over(ws, BULAN)
        assert keadaan(ws) is Keadaan.PEMERIKSAAN

    def test_an_undecided_difference_stands_in_the_way(self, demo) -> None:
        ws = sebagai(demo(4), "staf")
        take_over_all(ws, BULAN)
        commit_cell(ws, BULAN, "ACERAI", B, Isian(1))
        assert "1 selisih dengan softcopy belum diputuskan" in ditolak(ws, hand_over, ws, BULAN)


class TestFiveToFour:
    @pytest.fixture
    def ws(self, demo) -> Workspace:
        ws = sebagai(demo(5), "kasi")
        return_to_staf(ws, BULAN, [("AK017", A), ("ACERAI", B)], ALASAN)
        return sebagai(ws, "staf", akun="ani")

    def test_the_reason_and_the_cells_are_seen(self, ws) -> None:
        assert keadaan(ws) is Keadaan.ENTRI
        assert open_returns(ws) == [("kembalikan_ke_staf", ALASAN)]
        (made,) = ws.store.records.returns(BULAN)
        assert json.loads(made.sel) == [
            ["AK017", ["13.01", "wajib", "jml"]], ["ACERAI", ["13.02", "wajib", "jml"]],
        ]  # fmt: skip

    def test_only_the_named_cells_open(self, ws) -> None:
        now = isi(ws, A)
        commit_cell(ws, BULAN, "AK017", A, Isian((now.angka or 0) + 1))
        for dokumen, alamat in (("AK017", B), ("ACERAI", A), ("AK017", sel("13.01", "memiliki"))):
            with pytest.raises(Ditolak, match="sel ini terkunci"):
                commit_cell(ws, BULAN, dokumen, alamat, Isian(1))

    def test_each_cell_must_be_changed_or_answered_first(self, ws) -> None:
        assert "2 sel yang dikembalikan" in ditolak(ws, hand_over, ws, BULAN)
        answer_cells(ws, BULAN, [("AK017", A)], "sesuai kertas halaman 2")
        assert "1 sel yang dikembalikan" in ditolak(ws, hand_over, ws, BULAN)

    def test_one_undo_takes_an_answer_to_several_cells_back(self, ws) -> None:
        both = [("AK017", A), ("ACERAI", B)]
        answer_cells(ws, BULAN, [("AK017", A)], "sesuai kertas")
        answer_cells(ws, BULAN, both, "sudah ditanyakan")
        assert undo(ws, BULAN) == Tersentuh("jawab_pengembalian", "AK017", "13.01", A.kolom)
        assert [c.jawaban for c in returned_cells(ws, BULAN)] == ["sesuai kertas", ""]
        undo(ws, BULAN)
        assert [c.jawaban for c in returned_cells(ws, BULAN)] == ["", ""]
        assert len(unanswered(ws, BULAN)) == 2
        redo(ws, BULAN)
        redo(ws, BULAN)
        assert [c.jawaban for c in returned_cells(ws, BULAN)] == ["sudah ditanyakan"] * 2

    def test_an_answer_to_an_earlier_return_is_not_taken_back(self, ws) -> None:
        answer_cells(ws, BULAN, [("AK017", A), ("ACERAI", B)], "sesuai kertas halaman 2")
        hand_over(ws, BULAN)
        return_to_staf(sebagai(ws, "kasi"), BULAN, [("AK017", A)], ALASAN)
        sebagai(ws, "staf", akun="ani")
        assert undo(ws, BULAN) is None

    def test_handing_over_again_answers_the_return_and_closes_the_cells(self, ws) -> None:
        answer_cells(ws, BULAN, [("AK017", A), ("ACERAI", B)], "sesuai kertas halaman 2")
        hand_over(ws, BULAN)
        assert open_returns(ws) == []
        sebagai(ws, "kasi")
        return_to_staf(ws, BULAN, [("AK017", B)], ALASAN)
        sebagai(ws, "staf")
        with pytest.raises(Ditolak, match="terkunci"):
            commit_cell(ws, BULAN, "AK017", A, Isian(1))

    def test_undo_does_not_reach_into_closed_cells(self, demo) -> None:
        ws = sebagai(demo(4), "staf", akun="ani")
        take_over_all(ws, BULAN)
        hand_over(ws, BULAN)
        return_to_staf(sebagai(ws, "kasi"), BULAN, [("AK017", A)], ALASAN)
        sebagai(ws, "staf", akun="ani")
        with pytest.raises(Ditolak, match="terkunci"):
            undo(ws, BULAN)

    def test_cells_must_be_named(self, demo) -> None:
        ws = sebagai(demo(5), "kasi")
        assert ditolak(ws, return_to_staf, ws, BULAN, [], ALASAN).startswith("Tandai dulu sel")


class TestValidation:
    def test_a_clean_month_is_frozen_with_number_hash_and_code(self, demo) -> None:
        ws = sebagai(demo(5), "kasi", akun="siti")
        assert validation_blockers(ws, BULAN) == ()
        revision = validate(ws, BULAN)
        assert keadaan(ws) is Keadaan.TERVALIDASI
        assert (revision.no, revision.oleh, revision.gugur) == (1, "siti", None)
        assert revision.hash == hashlib.sha256(revision.isi.encode()).hexdigest()
        assert revision.kode == short_code(revision.hash)
        assert peristiwa(ws, "validasi")[-1].baru == revision.hash
        content = json.loads(revision.isi)
        cerai = next(r for r in content["rekap"] if r["dokumen"]["kode"] == "ACERAI")
        assert cerai["provinsi"]["persen"] == 5716
        assert not build_report(ws, BULAN).draf

    def test_a_code_is_found_however_it_is_typed(self, demo) -> None:
        ws = demo(6)
        revision = find_code(ws, ws.store.records.revisions(BULAN)[0].kode)
        assert revision is not None
        for typed in (revision.kode.lower(), revision.kode.replace("-", ""), f" {revision.kode} "):
            assert find_code(ws, typed) == revision
        assert find_code(ws, "AAAA-AAAA") is find_code(ws, "") is None

    def test_the_code_is_the_hash_s_beginning_in_letters(self) -> None:
        assert short_code("0" * 64) == "AAAA-AAAA"
        assert short_code("ff" * 32) == "7777-7777"

    def test_errors_block(self, demo) -> None:
        ws = demo(5)
        with ws.store.transaction():  # more certificates than children
            event = ws.record("uji", "x", periode=BULAN)
            ws.store.cells.put(BULAN, "AK017", sel("13.01", "memiliki"), Isian(10**7), event)
        sebagai(ws, "kasi")
        sentence = ditolak(ws, validate, ws, BULAN)
        assert sentence.startswith("Belum dapat divalidasi (")
        assert keadaan(ws) is Keadaan.PEMERIKSAAN
        assert ws.store.records.revisions(BULAN) == []

    def test_it_can_be_taken_back_until_step_six_begins(self, demo) -> None:
        ws = sebagai(demo(6), "kasi")
        unvalidate(ws, BULAN, ALASAN)
        assert keadaan(ws) is Keadaan.PEMERIKSAAN
        assert ws.store.records.revisions(BULAN)[0].gugur
        assert validate(ws, BULAN).no == 2
        letakkan(ws, Keadaan.LAKIP)
        sentence = ditolak(ws, unvalidate, ws, BULAN, ALASAN, aksi=Aksi.BATAL_VALIDASI)
        assert "giliran Kabid" in sentence
        assert ws.store.records.revisions(BULAN)[1].gugur is None

    def test_a_changed_figure_voids_it_and_moves_the_month_back(self, demo) -> None:
        ws = sebagai(demo(6), "staf", akun="ani")
        code = ws.store.records.revisions(BULAN)[0].kode
        figure = isi(ws, A).angka or 0
        commit_cell(ws, BULAN, "AK017", A, Isian(figure + 1))
        assert keadaan(ws) is Keadaan.ENTRI
        found = find_code(ws, code)
        assert found is not None
        assert found.gugur
        assert build_report(ws, BULAN).draf
        moved = peristiwa(ws, "pindah")[-1]
        assert (moved.lama, moved.baru) == (Keadaan.TERVALIDASI, Keadaan.ENTRI)

    def test_the_same_figure_again_voids_nothing(self, demo) -> None:
        ws = sebagai(demo(6), "staf")
        commit_cell(ws, BULAN, "AK017", A, isi(ws, A))
        assert keadaan(ws) is Keadaan.TERVALIDASI

    def test_figures_cannot_be_changed_once_step_six_has_begun(self, demo) -> None:
        ws = sebagai(demo(6), "staf")
        for state in (Keadaan.LAKIP, Keadaan.SEKRETARIAT, Keadaan.SELESAI):
            letakkan(ws, state)
            with pytest.raises(Ditolak):
                commit_cell(ws, BULAN, "AK017", A, Isian(1))
        assert ws.store.records.revisions(BULAN)[0].gugur is None

    def test_every_revision_has_a_code_of_its_own(self, demo) -> None:
        ws = demo(6)
        (first,) = ws.store.records.revisions(BULAN)
        commit_cell(ws, BULAN, "AMATI", sel("13.01", "memiliki", "l"), Isian(14_785))
        commit_cell(ws, BULAN, "AMATI", sel("13.01", "memiliki", "l"), Isian(14_784))
        hand_over(ws, BULAN)
        second = validate(ws, BULAN)
        assert second.no == 2
        assert json.loads(second.isi)["rekap"] == json.loads(first.isi)["rekap"]
        assert second.kode != first.kode  # another act, another time


class TestSixToFive:
    def test_the_kabid_sends_the_recap_back_and_the_validation_is_void(self, demo) -> None:
        ws = sebagai(demo(6), "kabid")
        return_to_kasi(ws, BULAN, ALASAN)
        assert keadaan(ws) is Keadaan.PEMERIKSAAN
        assert ws.store.records.revisions(BULAN)[0].gugur
        assert open_returns(ws) == [("kembalikan_ke_kasi", ALASAN)]
        sebagai(ws, "kasi")
        assert validate(ws, BULAN).no == 2
        assert open_returns(ws) == []

    def test_the_kabid_s_reason_stays_in_sight_until_the_kasi_validates_again(self, demo) -> None:
        ws = demo(6)
        return_to_kasi(ws, BULAN, ALASAN)
        return_to_staf(ws, BULAN, [("AK017", A)], ALASAN)
        answer_cells(ws, BULAN, [("AK017", A)], "sesuai kertas halaman 2")
        hand_over(ws, BULAN)
        assert open_returns(ws) == [("kembalikan_ke_kasi", ALASAN)]
        validate(ws, BULAN)
        assert open_returns(ws) == []


class TestSevenToSix:
    def test_the_sekretariat_sends_the_lakip_back_and_the_figures_stand(self, demo) -> None:
        from civreg_tui.services.lakip.composing import deliver
        from civreg_tui.services.sekretariat import delivered

        ws = sebagai(demo(7), "sekretariat")
        return_to_kabid(ws, BULAN, ALASAN)
        assert keadaan(ws) is Keadaan.LAKIP
        assert ws.store.records.revisions(BULAN)[0].gugur is None
        assert open_returns(ws) == [("kembalikan_ke_kabid", ALASAN)]
        sebagai(ws, "kabid")
        assert deliver(ws, BULAN).no == 2
        assert open_returns(ws) == []
        assert keadaan(ws) is Keadaan.SEKRETARIAT
        again = delivered(ws, BULAN)
        assert again is not None
        assert again.sha256 == hashlib.sha256(again.isi).hexdigest()
