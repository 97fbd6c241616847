"""Dates, times and footers as the office writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from civreg_tui.papers import marks
from tests.unit.papers import sample


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-01-05T10:15:00+07:00", "5 Jan 2025 10.15"),
        ("2025-01-04T23:30:00+00:00", "5 Jan 2025 06.30"),
        ("2025-01-05T08:00:00", "5 Jan 2025 08.00"),
        ("kemarin", "kemarin"),
        (None, ""),
    ],
)
def test_times_are_the_offices(text, shown):
    assert marks.waktu(text) == shown


def test_the_day_of_a_paper_is_the_offices_day():
    assert marks.parse_day("2025-01-04T23:30:00+00:00") == date(2025, 1, 5)
    assert marks.parse_day("2025-01-04") == date(2025, 1, 4)
    assert marks.parse_day("") is None


def test_a_paper_without_a_day_leaves_room_for_the_pen():
    assert marks.tempat_tanggal("Padang", None).startswith("Padang, …")
    undated = replace(sample.laporan(draf=True), dicetak="")
    assert marks.tanggal_surat(undated) is None
    assert marks.created(undated).date() == date(2024, 12, 31)


def test_the_state_of_the_figures_is_named_once():
    month = sample.laporan()
    for text in (
        "31 Desember 2024",
        "KEADAAN s.d. 31 DESEMBER 2024",
        "",
        "keadaan 31 desember 2024",
    ):
        named = replace(month, keadaan=text)
        assert marks.keadaan(named) == "KEADAAN s.d. 31 DESEMBER 2024"


def test_the_footer_tells_revision_or_draft():
    assert marks.tanda_revisi(sample.laporan()) == (
        "Kode verifikasi K7QF-2M9D · revisi 1 · jejak 9f2c4b7a11d03e58"
    )
    assert marks.tanda_revisi(sample.laporan(draf=True)).startswith("DRAF — belum divalidasi")
