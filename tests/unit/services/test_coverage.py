"""The contract's JSON of coverage and status, and the report everything is printed from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.cakupan.coverage import coverage_json
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.month.clock import note_work, step_times
from civreg_tui.services.month.status import status
from civreg_tui.services.output.report import build_report
from tests.unit.services.bantu import BULAN, keadaan, letakkan, peristiwa, sebagai, sel, terakhir

EXPECTED = json.loads(
    (Path(__file__).parents[2] / "data" / "softcopy" / "expected.json").read_text("utf-8")
)["laporan_adminduk_2024-12.xlsx"]


def documents(ws) -> dict:
    return {d["code"]: d for d in coverage_json(build_report(ws, BULAN))["documents"]}


def test_the_figures_are_those_of_the_published_source(demo) -> None:
    made = coverage_json(build_report(demo(5), BULAN))
    assert set(made) == {"period", "base", "complete", "documents", "findings"}
    assert (made["period"], made["base"]) == (EXPECTED["period"], EXPECTED["base"])
    assert made["complete"] is True
    assert {d["code"] for d in made["documents"]} == set(EXPECTED["documents"])
    for document in made["documents"]:
        wanted = EXPECTED["documents"][document["code"]]
        for row in document["rows"]:
            expected = wanted["rows"][row["region"]]
            assert row["wajib"]["jml"] == expected["wajib"]
            assert row["memiliki"]["jml"] == expected["memiliki"]
            percent = row["cakupan"]
            assert expected["persen"] == (None if percent is None else f"{percent:.2f}")


def test_shape_of_a_document(demo) -> None:
    cerai = documents(demo(5))["ACERAI"]
    assert set(cerai) == {"code", "name", "rows", "province"}
    assert cerai["rows"][0] == {
        "region": "13.01", "name": "Kabupaten Pesisir Selatan",
        "wajib": {"l": None, "p": None, "jml": 9623},
        "memiliki": {"l": None, "p": None, "jml": 2728},
        "belum": {"l": None, "p": None, "jml": 6895},
        "cakupan": 28.35,
    }  # fmt: skip
    assert cerai["province"] == {
        "wajib": 106968, "memiliki": 61143, "belum": 45825, "cakupan": 57.16,
        "reported": 19, "regions": 19,
    }  # fmt: skip


def test_death_certificates_have_null_where_there_is_no_denominator(demo) -> None:
    mati = documents(demo(5))["AMATI"]
    assert mati["province"] == {
        "wajib": None, "memiliki": 247_834, "belum": None, "cakupan": None,
        "reported": 19, "regions": 19,
    }  # fmt: skip
    assert mati["rows"][0]["memiliki"] == {"l": 14784, "p": 10541, "jml": 25325}
    assert mati["rows"][0]["cakupan"] is None


def test_coverage_is_what_inspect_says_of_the_same_softcopy(demo, config) -> None:
    """The same documents, rows and percents, with nothing but `files` more in inspect."""
    from civreg_tui.services.penerimaan.inspect import inspect_files

    ws = demo(5)
    inspected = inspect_files(list(ws.masuk.glob("*.xlsx")), None, config.facts).json()
    covered = coverage_json(build_report(ws, BULAN))
    assert set(inspected) - set(covered) == {"files"}
    for seen, kept in zip(inspected["documents"], covered["documents"], strict=True):
        assert seen == kept


def test_a_partly_entered_month_gives_sums_that_give_its_percent(demo) -> None:
    ws = sebagai(demo(4), "staf")
    assert documents(ws)["ACERAI"]["province"] == {
        "wajib": None, "memiliki": None, "belum": None, "cakupan": None,
        "reported": 0, "regions": 19,
    }  # fmt: skip
    commit_cell(ws, BULAN, "ACERAI", sel("13.01"), Isian(200))
    commit_cell(ws, BULAN, "ACERAI", sel("13.01", "memiliki"), Isian(100))
    commit_cell(ws, BULAN, "ACERAI", sel("13.02"), Isian(1000))
    whole = documents(ws)["ACERAI"]["province"]
    assert whole == {
        "wajib": 200, "memiliki": 100, "belum": 100, "cakupan": 50.0,
        "reported": 1, "regions": 19,
    }  # fmt: skip
    assert coverage_json(build_report(ws, BULAN))["complete"] is False


def test_a_nil_and_a_gap_are_different_in_json(demo) -> None:
    ws = sebagai(demo(4), "staf")
    commit_cell(ws, BULAN, "ACERAI", sel("13.01"), Isian(5))
    commit_cell(ws, BULAN, "ACERAI", sel("13.01", "memiliki"), Isian(0, nihil=True))
    rows = documents(ws)["ACERAI"]["rows"]
    assert (rows[0]["memiliki"]["jml"], rows[0]["cakupan"]) == (0, 0.0)
    assert (rows[1]["memiliki"]["jml"], rows[1]["cakupan"]) == (None, None)


class TestReport:
    def test_ranks_and_shortfalls(self, demo) -> None:
        recap = next(r for r in build_report(demo(5), BULAN).rekap if r.dokumen.kode == "AK017")
        by_code = {row.kode: row for row in recap.baris}
        assert (by_code["13.11"].peringkat, by_code["13.74"].peringkat) == (1, 2)
        short = {k: r.kekurangan for k, r in by_code.items() if r.kekurangan}
        assert short == {"13.09": 2181, "13.07": 1954, "13.08": 1391, "13.10": 627}
        assert (recap.provinsi.persen, recap.capaian, recap.kategori) == (
            9853, 10054, "Sangat Tinggi"
        )  # fmt: skip

    def test_twelve_points_of_the_series_and_which_are_examples(self, demo) -> None:
        recap = next(r for r in build_report(demo(5), BULAN).rekap if r.dokumen.kode == "AK017")
        assert [p.periode for p in recap.seri] == [f"2024-{n:02d}" for n in range(1, 13)]
        assert [p.contoh for p in recap.seri] == [True] * 11 + [False]
        assert recap.seri[-1].persen == 9853
        assert all(row.persen_lalu is not None for row in recap.baris)

    def test_only_the_marriage_figures_of_december_are_examples(self, demo) -> None:
        report = build_report(demo(5), BULAN)
        assert {r.dokumen.kode for r in report.rekap if r.contoh} == {"AKAWIN"}

    def test_a_draft_until_validated(self, demo) -> None:
        assert build_report(demo(5), BULAN).draf
        assert not build_report(demo(6), BULAN).draf


class TestStatus:
    def test_shape_and_standing(self, demo) -> None:
        made = status(demo(5))
        assert set(made) == {"periods"}
        assert [p["period"] for p in made["periods"]] == [f"2024-{n:02d}" for n in range(1, 13)]
        december = made["periods"][-1]
        assert set(december) == {"period", "step", "state", "actor", "steps"}
        assert (december["step"], december["state"], december["actor"]) == (
            5, "pemeriksaan", "kasi"
        )  # fmt: skip
        assert [s["no"] for s in december["steps"]] == [1, 2, 3, 4, 5, 6, 7]
        assert [s["state"] for s in december["steps"]] == (
            ["selesai"] * 4 + ["berjalan"] + ["menunggu"] * 2
        )
        assert [s["standard_minutes"] for s in december["steps"]] == [10, 10, 10, 60, 15, 480, 15]
        assert set(december["steps"][0]) == {"no", "state", "by", "standard_minutes", "minutes"}
        assert december["steps"][5]["by"] is december["steps"][5]["minutes"] is None

    def test_a_finished_month(self, demo) -> None:
        (january,) = status(demo(4), "2024-01")["periods"]
        assert (january["step"], january["state"], january["actor"]) == (None, "selesai", None)
        assert {s["state"] for s in january["steps"]} == {"selesai"}

    @pytest.mark.parametrize("step", range(1, 8))
    def test_each_step(self, demo, step: int) -> None:
        (month,) = status(demo(step), BULAN)["periods"]
        actors = ["kabid", "kasi", "staf", "staf", "kasi", "kabid", "sekretariat"]
        assert (month["step"], month["actor"]) == (step, actors[step - 1])


class TestMinutes:
    def test_work_is_counted_and_pauses_are_not(self, demo, jam) -> None:
        ws = sebagai(demo(4), "staf", akun="ani")
        before = step_times(ws, BULAN)[3].menit or 0
        commit_cell(ws, BULAN, "ACERAI", sel("13.01"), Isian(1))
        jam.maju(minutes=4)
        commit_cell(ws, BULAN, "ACERAI", sel("13.02"), Isian(1))
        jam.maju(hours=3)
        commit_cell(ws, BULAN, "ACERAI", sel("13.03"), Isian(1))
        jam.maju(minutes=2)
        commit_cell(ws, BULAN, "ACERAI", sel("13.04"), Isian(1))
        used = step_times(ws, BULAN)[3]
        assert used.menit == before + 7
        assert (used.oleh, used.state) == ("ani", "berjalan")

    def test_a_refusal_is_no_work(self, demo, jam) -> None:
        from civreg_tui.domain.langkah import Aksi, Ditolak
        from civreg_tui.services.month.procedure import act

        ws = sebagai(demo(4), "kasi")
        before = step_times(ws, BULAN)
        for _ in range(3):
            jam.maju(minutes=2)
            with pytest.raises(Ditolak):
                act(ws, BULAN, Aksi.VALIDASI)
        assert step_times(ws, BULAN) == before

    def test_sitting_down_to_a_month_begins_the_clock_once_a_minute(self, demo, jam) -> None:
        ws = sebagai(demo(4), "staf", akun="ani")
        before = terakhir(ws)
        for _ in range(5):
            note_work(ws, BULAN)
            jam.maju(seconds=20)
        noted = peristiwa(ws, "buka_layar", after=before)
        assert 1 <= len(noted) <= 2
        assert {e.objek for e in noted} == {"4"}
        assert keadaan(ws) is Keadaan.ENTRI

    def test_the_papers_do_not_change_because_somebody_looked(self, demo) -> None:
        ws = demo(6)
        first = build_report(ws, BULAN)
        note_work(ws, BULAN)
        again = build_report(ws, BULAN)
        assert (first.jejak, first.dicetak) == (again.jejak, again.dicetak)


def test_a_month_that_is_taken_over_from_the_softcopy_is_complete(demo) -> None:
    ws = sebagai(demo(4), "staf")
    take_over_all(ws, BULAN)
    assert coverage_json(build_report(ws, BULAN))["complete"] is True
    letakkan(ws, Keadaan.PEMERIKSAAN)
    assert documents(ws)["AK017"]["province"]["cakupan"] == 98.53
