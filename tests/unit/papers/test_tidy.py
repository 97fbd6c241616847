"""The CSV: complete, tidy, and harmless when a spreadsheet opens it."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.papers.tidy import KEPALA, write_csv
from tests.unit.papers import sample


def parsed(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_one_row_a_figure(laporan):
    rows = parsed(write_csv(laporan))
    assert tuple(rows[0]) == KEPALA
    wajib = [int(r["nilai"]) for r in rows if (r["dokumen"], r["ukuran"]) == ("ACERAI", "wajib")]
    assert (len(wajib), sum(wajib)) == (19, 106_968)
    first = next(r for r in rows if (r["dokumen"], r["ukuran"]) == ("ACERAI", "cakupan"))
    assert (first["nilai"], first["satuan"]) == ("28,35", "persen")
    units = {(r["ukuran"], r["satuan"]) for r in rows if r["dokumen"] == "ACERAI"}
    assert {("wajib", "jiwa"), ("memiliki", "akta"), ("belum", "jiwa")} <= units
    assert {r["angka_contoh"] for r in rows if r["dokumen"] == "AKAWIN"} == {"ya"}
    assert {r["keadaan"] for r in rows} == {"tervalidasi"}


def test_missing_is_empty_and_nil_a_zero():
    one = sample.rekap("ACERAI", missing=frozenset({"13.05"}))
    one = replace(one, baris=(replace(one.baris[0], memiliki=sample.trio(0)), *one.baris[1:]))
    rows = parsed(write_csv(sample.laporan(recaps=(one,))))
    found = {r["kode_wilayah"]: r["nilai"] for r in rows if r["ukuran"] == "memiliki"}
    assert found["13.05"] == ""
    assert found["13.01"] == "0"


@given(st.text(min_size=1))
def test_no_field_begins_like_a_formula(name):
    one = sample.rekap("AMATI")
    one = replace(one, baris=(replace(one.baris[0], nama=name),))
    text = write_csv(sample.laporan(recaps=(one,))).decode("utf-8-sig")
    for row in csv.reader(StringIO(text, newline=""), delimiter=";"):
        assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r")) for field in row)
