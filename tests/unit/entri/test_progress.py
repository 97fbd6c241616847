"""Where the Staf stands: cells left here and in all, and the pace of what was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.lembar import Lembar
from civreg_tui.services.entri.progress import Progress, progress
from tests.unit.entri.bangun import view
from tests.unit.temuan.bangun import bersih, lembar


def half() -> Lembar:
    rows = bersih()
    for kode in list(rows)[:4]:
        rows[kode] = {}
    return lembar(rows)


def test_cells_left_are_counted_here_and_in_all_documents() -> None:
    views = {"ACERAI": view(half()), "AMATI": view(lembar({}, "AMATI"))}
    now = progress(views, "ACERAI", 0, 60)
    assert (now.left_here, now.left) == (8, 8 + 38)


@pytest.mark.parametrize(("used", "pace"), [(0, None), (1, None), (2, 15), (4, 8), (60, 1)])
def test_the_pace_is_typed_cells_a_minute_rounded_half_up(used: int, pace: int | None) -> None:
    assert progress({"ACERAI": view(half())}, "ACERAI", used, 60) == Progress(8, 8, used, 60, pace)


def test_what_was_taken_over_is_no_pace() -> None:
    sheet = half()
    taken = {a: replace(i, asal="softcopy") for a, i in sheet.isi.items()}
    views = {"ACERAI": view(replace(sheet, isi=taken))}
    assert progress(views, "ACERAI", 10, 60).pace is None
