"""Both sample deliveries, the clean one and the tangled one, against their known answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from civreg_tui.config import Facts
from civreg_tui.services.penerimaan.inspect import inspect_files

DATA = Path(__file__).parents[2] / "data" / "softcopy"
EXPECTED: dict[str, Any] = json.loads((DATA / "expected.json").read_text("utf-8"))


def as_number(text: str | None) -> float | None:
    return None if text is None else float(text)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_figure_of_a_sample_is_read_exactly(name: str, facts: Facts) -> None:
    expected = EXPECTED[name]

    result = inspect_files([DATA / name], None, facts).json()

    assert result["period"] == expected["period"]
    assert result["base"] == expected.get("base", "DKB Semester II Tahun 2024")
    documents = {document["code"]: document for document in result["documents"]}
    assert list(documents) == list(expected["documents"])
    for code, wanted in expected["documents"].items():
        rows = {
            row["region"]: (row["wajib"]["jml"], row["memiliki"]["jml"], row["cakupan"])
            for row in documents[code]["rows"]
        }
        assert rows == {
            region: (figures["wajib"], figures["memiliki"], as_number(figures["persen"]))
            for region, figures in wanted["rows"].items()
        }
        province, answer = documents[code]["province"], wanted["province"]
        assert (province["wajib"], province["memiliki"]) == (answer["wajib"], answer["memiliki"])
        assert province["cakupan"] == as_number(answer["persen"])
        assert (province["reported"], province["regions"]) == (19, 19)


def test_the_clean_sample_is_complete_and_the_tangled_one_is_not(facts: Facts) -> None:
    complete = {
        name: inspect_files([DATA / name], None, facts).json()["complete"] for name in EXPECTED
    }

    assert list(complete.values()) == [True, False]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_has_no_errors(name: str, facts: Facts) -> None:
    assert [
        f for f in inspect_files([DATA / name], None, facts).findings if f.level == "error"
    ] == []


def test_sheets_that_were_not_read_say_why(facts: Facts) -> None:
    tangled = inspect_files([DATA / "laporan_adminduk_2024-12_kusut.xlsx"], None, facts).json()

    skipped = {s["name"]: s["skipped"] for s in tangled["files"][0]["sheets"]}

    assert skipped["lama"] == "lembar tersembunyi"
    assert skipped["Cover"] is not None
    assert skipped["Akta Mati"] is None


def test_cells_keep_their_true_address(facts: Facts) -> None:
    tangled = inspect_files([DATA / "laporan_adminduk_2024-12_kusut.xlsx"], None, facts).bacaan

    row = tangled.dokumen("AK017")[0].rows["13.06"]

    assert {cell.alamat: cell.teks for cell in row.sel.values()} == {
        "AktaLahir0-17 (rev)!D17": "151.806 ",
        "AktaLahir0-17 (rev)!E17": "149.001\xa0",
        "AktaLahir0-17 (rev)!F17": "2.805",
    }
