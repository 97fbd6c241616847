"""R28: who keyed a figure does not validate it, unless the office allows it, on record then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.pemeriksaan.revisions import frozen
from civreg_tui.services.pemeriksaan.validate import hand_over, validate, validation_blockers
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN, ditolak, sebagai


@pytest.fixture
def kantor(demo) -> Workspace:
    """An office's store, in which budi (Staf and Kasi) keyed and handed over."""
    ws = sebagai(demo(4), "staf", "kasi", akun="budi")
    ws.demo = False
    take_over_all(ws, BULAN)
    hand_over(ws, BULAN)
    return ws


def diizinkan(ws: Workspace, allowed: bool) -> None:
    ws.config = replace(ws.config, pengentri_memvalidasi=allowed)


def test_where_it_is_not_allowed_it_blocks_and_another_kasi_validates(kantor) -> None:
    diizinkan(kantor, False)
    (blocker,) = validation_blockers(kantor, BULAN)
    assert "dientri oleh budi, yang juga memvalidasinya" in blocker.kalimat
    assert "1 halangan" in ditolak(kantor, validate, kantor, BULAN)
    assert validate(sebagai(kantor, "kasi", akun="siti"), BULAN).oleh == "siti"


def test_where_it_is_allowed_the_revision_says_so(kantor) -> None:
    diizinkan(kantor, True)
    report = frozen(validate(kantor, BULAN))
    (found,) = [one.temuan for one in report.temuan if one.temuan.rule == "R28"]
    assert (found.level, found.message.endswith("tercatat.")) == ("info", True)


def test_in_a_demo_one_account_plays_every_role(kantor) -> None:
    diizinkan(kantor, False)
    kantor.demo = True
    assert validation_blockers(kantor, BULAN) == ()
