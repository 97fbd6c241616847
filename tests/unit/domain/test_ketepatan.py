"""On time, late, not yet: against the configured deadline."""

from datetime import date

import pytest

from civreg_tui.domain.ketepatan import ketepatan

BATAS = date(2025, 1, 10)


@pytest.mark.parametrize(
    ("diterima", "hari_ini", "waktu", "hari", "kalimat"),
    [
        (date(2025, 1, 10), date(2025, 2, 1), "tepat", 0, "diterima 10 Januari 2025, tepat waktu"),
        (date(2025, 1, 11), BATAS, "lambat", 1, "diterima 11 Januari 2025, terlambat 1 hari"),
        (None, date(2025, 1, 7), "belum", 3, "belum diterima, masih 3 hari"),
        (None, BATAS, "belum", 0, "belum diterima, hari ini hari terakhir"),
        (None, date(2025, 1, 12), "lambat", 2, "belum diterima, sudah terlambat 2 hari"),
    ],
)  # fmt: skip
def test_standing_against_the_deadline(diterima, hari_ini, waktu, hari, kalimat):
    found = ketepatan(BATAS, diterima, hari_ini)
    assert (found.waktu, found.hari) == (waktu, hari)
    assert found.kalimat == f"{kalimat} (batas 10 Januari 2025)"
