"""Every made-up delivery reads to the exact figures and the exact findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from civreg_tui.config import Facts
from civreg_tui.domain.periode import Periode
from civreg_tui.services.penerimaan.inspect import Inspection, inspect_files
from tests.unit.softcopy.corpus import Kasus, Pembuat, cases

CASES = dict(cases())


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request: pytest.FixtureRequest) -> Kasus:
    make: Pembuat = request.param
    return make()


def inspected(case: Kasus, folder: Path, facts: Facts) -> Inspection:
    paths = []
    for name, data in case.berkas.items():
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    asked = Periode.parse(case.diminta) if case.diminta else None
    return inspect_files(paths, asked, facts)


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 40


def test_figures_and_findings_are_exact(case: Kasus, tmp_path: Path, facts: Facts) -> None:
    found = inspected(case, tmp_path, facts)
    result = found.json()

    read = {
        document["code"]: {
            row["region"]: (row["wajib"]["jml"], row["memiliki"]["jml"]) for row in document["rows"]
        }
        for document in result["documents"]
    }
    assert read == {code: case.expected(code) for code in case.dokumen}
    assert {(f.rule, f.region, f.cell) for f in found.findings} == case.temuan
    assert (result["period"], result["base"]) == (case.periode, case.acuan)
    sheets = [sheet for file in result["files"] for sheet in file["sheets"]]
    assert {s["name"] for s in sheets if s["skipped"]} == case.dilewati
    assert all((s["document"] is None) == (s["skipped"] is not None) for s in sheets)
