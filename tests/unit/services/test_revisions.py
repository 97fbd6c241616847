"""Revisions stay readable, comparable and printable; everything stored is computed again."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from civreg_tui.domain.laporan import Pengesahan
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.demo import make_demo
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.entri.takeover import keep_entry
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.month.returns import return_to_staf
from civreg_tui.services.output.export_revision import export_revision
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.check import check_month, explain
from civreg_tui.services.pemeriksaan.recheck import recheck
from civreg_tui.services.pemeriksaan.revisions import compare, frozen, revision, revisions
from civreg_tui.services.pemeriksaan.validate import hand_over, unvalidate, validate
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import ALASAN, BULAN, ditolak, sebagai, sel

AGAM = sel("13.06", "memiliki")


@pytest.fixture
def dua(demo) -> Workspace:
    """Two revisions: Agam's figure fell by a tenth and was explained."""
    ws = sebagai(demo(5), "kasi", akun="kasi")
    validate(ws, BULAN)
    unvalidate(ws, BULAN, ALASAN)
    return_to_staf(ws, BULAN, [("AK017", AGAM)], ALASAN)
    sebagai(ws, "staf", akun="ani")
    commit_cell(ws, BULAN, "AK017", AGAM, Isian(135_000))
    for diff in differences(ws, load_sheet(ws, BULAN, "AK017")):
        keep_entry(ws, BULAN, diff)
    hand_over(ws, BULAN)
    sebagai(ws, "kasi", akun="kasi")
    for found in check_month(ws, BULAN):
        if found.temuan.level == "warning":
            explain(ws, BULAN, found.temuan, "data ganda dihapus")
    validate(ws, BULAN)
    return ws


def test_both_stay_readable_with_their_own_standing(dua) -> None:
    old, new = (frozen(row) for row in revisions(dua, BULAN))
    assert (old.revisi.no, old.draf, new.revisi.no, new.draf) == (1, True, 2, False)
    agam = [next(r for r in x.rekap[0].baris if r.kode == "13.06") for x in (old, new)]
    assert [row.memiliki.jml for row in agam] == [149_001, 135_000]


def test_cells_percents_and_reasons_are_compared(dua) -> None:
    found = compare(dua, BULAN, 1, 2)
    (change,) = found.sel
    assert (change.dokumen, change.wilayah, change.semula, change.menjadi) == (
        "AK017", "13.06", 149_001, 135_000,
    )  # fmt: skip
    assert [(p.wilayah, p.semula, p.menjadi) for p in found.persen] == [
        ("13.06", 9815, 8893),
        ("", 9853, 9772),
    ]
    assert {a.menjadi for a in found.alasan} == {"data ganda dihapus"}
    assert compare(dua, BULAN, 2, 2).sama
    back = compare(dua, BULAN, 2, 1).sel
    assert (back[0].semula, back[0].menjadi) == (135_000, 149_001)


def test_a_target_that_changed_shows(dua) -> None:
    from civreg_tui.domain.banding import bandingkan

    report = frozen(revision(dua, BULAN, 2))
    recap = report.rekap[0]
    other = replace(recap, sasaran=replace(recap.sasaran, target=9900))
    (change,) = bandingkan(report, replace(report, rekap=(other, *report.rekap[1:]))).target
    assert (change.dokumen, change.semula, change.menjadi) == ("AK017", 9800, 9900)


def test_the_papers_tell_what_changed_since_the_revision_before(dua) -> None:
    (change,) = build_report(dua, BULAN).perubahan
    assert (change.wilayah, change.semula, change.menjadi, change.oleh) == (
        "13.06", 149_001, 135_000, "ani",
    )  # fmt: skip


def test_an_earlier_revision_is_printed_with_draf_on_it(dua, tmp_path) -> None:
    names = [p.name for p in export_revision(dua, BULAN, 1, tmp_path)]
    assert names == ["2024-12_rekap-revisi-1_DRAF.xlsx", "2024-12_angka-revisi-1_DRAF.csv"]
    assert "149001" in (tmp_path / names[1]).read_text("utf-8-sig")
    (standing,) = export_revision(dua, BULAN, 2, tmp_path, ["csv"])
    assert standing.name == "2024-12_angka-revisi-2_r2.csv"
    assert "135000" in standing.read_text("utf-8-sig")


def test_other_papers_of_a_revision_on_request(dua, tmp_path) -> None:
    names = [p.name for p in export_revision(dua, BULAN, 2, tmp_path, ["lakip", "disposisi"])]
    assert names == [
        "2024-12_lakip-revisi-2_DRAF.docx",
        "2024-12_lakip-revisi-2_DRAF.xlsx",
        "2024-12_disposisi-revisi-2_r2.docx",
    ]


def test_unknown_numbers_and_kinds_are_refused(dua, tmp_path) -> None:
    assert "tidak punya revisi 3" in ditolak(dua, revision, dua, BULAN, 3)
    refused = ditolak(dua, export_revision, dua, BULAN, 1, tmp_path, ["bahan"])
    assert "tidak dibuat dari revisi" in refused
    broken = replace(revision(dua, BULAN, 1), isi="{")
    assert "tidak dapat dibaca" in ditolak(dua, frozen, broken)


def sentuh(ws: Workspace, statement: str) -> None:
    """Change the store behind the program's back, past everything that forbids it."""
    sql = ws.store.database.sql
    names = [row[0] for row in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    for name in names:
        sql.execute(f"DROP TRIGGER {name}")
    sql.execute(statement)


def test_what_is_hashed_says_who_when_and_by_which_rules_and_targets(dua) -> None:
    row = revision(dua, BULAN, 2)
    assert row.hash == hashlib.sha256(row.isi.encode()).hexdigest()
    report = frozen(row)
    assert report.pengesahan == Pengesahan(2, row.oleh, "", row.pada)
    assert {rule.id: rule for rule in report.aturan} == dua.facts(BULAN).aturan
    assert report.rekap[0].sasaran.target == 9800
    assert any(found.alasan and found.oleh and found.pada for found in report.temuan)


class TestRecheck:
    def test_nothing_differs_in_a_store_that_was_only_used(self, dua) -> None:
        result = recheck(dua)
        assert result.utuh, result.beda
        assert result.diperiksa["revisi"] == 2
        assert result.diperiksa["softcopy"] == 1
        assert result.diperiksa["bulan"] == 12

    @pytest.mark.parametrize("step", [1, 3, 7])
    def test_nor_at_any_step(self, demo, step) -> None:
        assert recheck(demo(step)).utuh

    @pytest.mark.parametrize(
        ("statement", "told"),
        [
            ("UPDATE sel SET angka = angka + 1 WHERE wilayah = '13.06' AND ukuran = 'memiliki'"
             " AND dokumen = 'AK017' AND periode = '2024-12'", {"sel", "revisi 2"}),
            ("DELETE FROM sel WHERE wilayah = '13.06' AND dokumen = 'AMATI'"
             " AND periode = '2024-11'", {"sel"}),
            ("UPDATE berkas SET keadaan = 'lakip' WHERE periode = '2024-12'", {"keadaan"}),
            ("UPDATE penjelasan SET alasan = 'lain' WHERE kunci LIKE 'R2%'", {"penjelasan"}),
            ("UPDATE revisi SET isi = replace(isi, '135000', '136000') WHERE no = 2",
             {"revisi 2"}),
            ("UPDATE revisi SET hash = 'x' WHERE no = 1", {"revisi 1"}),
            ("UPDATE revisi SET oleh = 'lain' WHERE no = 1", {"revisi 1"}),
            ("UPDATE revisi SET pada = '2020-01-01T00:00:00+00:00' WHERE no = 2", {"revisi 2"}),
            ("UPDATE softcopy SET isi = x'00'", {"softcopy"}),
        ],
    )  # fmt: skip
    def test_whatever_was_touched_behind_the_programs_back_is_named(
        self, dua, statement, told
    ) -> None:
        sentuh(dua, statement)
        assert {beda.hal for beda in recheck(dua).beda} == told

    def test_a_broken_trail_is_named(self, dua) -> None:
        sentuh(dua, "UPDATE peristiwa SET akun = 'lain' WHERE no = 5")
        found = recheck(dua).beda
        assert ("", "jejak") in {(b.periode, b.hal) for b in found}

    def test_a_wrong_percent_in_the_series_is_noticed(self, demo, monkeypatch) -> None:
        from civreg_tui.services.cakupan.series import Series
        from civreg_tui.services.pemeriksaan.recheck import figures

        monkeypatch.setattr(figures, "load_series", lambda ws, months: Series({}))
        kinds = {beda.hal for beda in recheck(demo(6)).beda}
        assert kinds == {"cakupan", "peringkat"}


def test_a_delivered_lakip_is_hashed_again(config, tmp_path, jam) -> None:
    from civreg_tui.services.people.identity import Pelaku
    from civreg_tui.store.store import Store

    make_demo(config, tmp_path / "demo", 7)
    ws = Workspace(config, Store(tmp_path / "demo"), pelaku=Pelaku("x", frozenset(), "uji"))
    assert recheck(ws).diperiksa["LAKIP disampaikan"] == 1
    sentuh(ws, "UPDATE penyampaian SET isi = x'00'")
    assert [beda.hal for beda in recheck(ws).beda] == ["LAKIP"]
    ws.close()
