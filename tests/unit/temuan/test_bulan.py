from __future__ import annotations

from datetime import date

import pytest

from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan import Penerimaan
from tests.unit.temuan.bangun import (
    DES,
    FACTS,
    NOV,
    S1,
    S2,
    bersih,
    lembar,
    pada_bacaan,
    pada_bulan,
    subjek,
    tabel,
)

SEMUA = frozenset(d.kode for d in FACTS.aktif)


@pytest.mark.parametrize(
    ("penerimaan", "daftar"),
    [
        (Penerimaan(hardcopy=False, softcopy=True), "hardcopy"),
        (Penerimaan(hardcopy=True, softcopy=False), "softcopy"),
        (Penerimaan(False, False), "hardcopy, softcopy"),
        (
            Penerimaan(True, True, dokumen_softcopy=SEMUA - {"ACERAI"}),
            "softcopy Akta Perceraian",
        ),
        (
            Penerimaan(True, True, dokumen_hardcopy=SEMUA - {"AMATI"}),
            "hardcopy Akta Kematian",
        ),
    ],
)
def test_r16_lists_what_is_missing(penerimaan: Penerimaan, daftar: str) -> None:
    (found,) = pada_bulan("R16", penerimaan=penerimaan, dokumen=FACTS.aktif)
    assert found.level == "error"
    assert found.message == (
        f"Laporan Adminduk belum lengkap: {daftar}. Kembalikan ke Bidang PIAK untuk dilengkapi."
    )


def test_r16_a_whole_set_and_a_receipt_not_yet_looked_at() -> None:
    whole = Penerimaan(True, True, SEMUA, SEMUA)
    assert pada_bulan("R16", penerimaan=whole, dokumen=FACTS.aktif) == ()
    assert pada_bulan("R16", penerimaan=Penerimaan(), dokumen=FACTS.aktif) == ()
    assert pada_bulan("R16", dokumen=FACTS.aktif) == ()


def test_r23_bases_of_the_sheets() -> None:
    same = (subjek(lembar(bersih(), acuan=S2)), subjek(lembar(bersih("AKAWIN"), "AKAWIN")))
    assert pada_bulan("R23", lembar=same) == ()
    mixed = (subjek(lembar(bersih(), acuan=S1)), same[1])
    (found,) = pada_bulan("R23", lembar=mixed)
    assert found.message == "Acuan DKB berbeda antar dokumen. Tulis semester dan tahunnya."
    empty = (subjek(lembar(bersih(), acuan="")), same[1])
    (found,) = pada_bulan("R23", lembar=empty)
    assert found.message == "Acuan DKB belum diisi. Tulis semester dan tahunnya."


def test_r23_a_document_without_denominator_needs_no_base() -> None:
    sheet = subjek(lembar(bersih("AMATI"), "AMATI", acuan=""))
    assert pada_bulan("R23", lembar=(sheet,)) == ()


def test_r23_in_files_only_compares_what_they_state() -> None:
    pair = tabel(bersih(), acuan=S2), tabel(bersih("AMATI"), "AMATI", acuan=None)
    assert pada_bacaan(*pair) == ()
    other = tabel(bersih("AMATI"), "AMATI", acuan=S1)
    assert [t.rule for t in pada_bacaan(pair[0], other)] == ["R23"]


@pytest.mark.parametrize(("hari", "count"), [(9, 0), (10, 0), (11, 1)])
def test_r27_received_against_the_deadline(hari: int, count: int) -> None:
    receipt = Penerimaan(diterima=date(2025, 1, hari))
    found = pada_bulan("R27", penerimaan=receipt, batas=date(2025, 1, 10))
    assert len(found) == count
    if found:
        assert found[0].message == (
            "Laporan diterima 11 Januari 2025, lewat 1 hari dari batas 10 Januari 2025."
        )
    assert pada_bulan("R27", penerimaan=receipt) == ()


def test_r27_months_that_were_skipped() -> None:
    found = pada_bulan("R27", bulan_ada=frozenset({Periode(2024, 9), NOV, DES}))
    assert [t.message for t in found] == ["Bulan Oktober 2024 belum pernah direkap."]
    assert pada_bulan("R27", bulan_ada=frozenset({NOV, DES})) == ()
    assert pada_bulan("R27", bulan_ada=frozenset()) == ()
    assert pada_bulan("R27") == ()


def test_r27_lateness_and_each_gap_have_keys_of_their_own() -> None:
    found = pada_bulan(
        "R27",
        penerimaan=Penerimaan(diterima=date(2025, 2, 1)),
        batas=date(2025, 1, 10),
        bulan_ada=frozenset({Periode(2024, 9)}),
    )
    assert len({t.kunci for t in found}) == len(found) == 3


def test_r28_changed_after_validation() -> None:
    (found,) = pada_bulan("R28", berubah_setelah_validasi=True)
    assert found.level == "error"
    assert found.message == "Data berubah setelah divalidasi Kasi. Validasi harus diulang."
    assert pada_bulan("R28") == ()


def test_r28_the_validator_keyed_the_figures() -> None:
    hands = {"pengentri": frozenset({"budi"}), "pemvalidasi": "budi"}
    (found,) = pada_bulan("R28", **hands)
    assert (found.level, "budi" in found.message) == ("error", True)
    (allowed,) = pada_bulan("R28", **hands, pengentri_diizinkan=True)
    assert allowed.level == "info" and "tercatat" in allowed.message
    assert pada_bulan("R28", pengentri=frozenset({"budi"}), pemvalidasi="ani") == ()
