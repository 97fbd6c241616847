"""The deadline where people look: the home screen's month and the status command."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

from civreg_tui.services.month.desk import desk
from civreg_tui.services.month.status import status, timeliness_lines
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.penerimaan.receive import Pratinjau, accept
from tests.unit.services.bantu import BULAN
from tests.unit.services.kiriman import kertas_lengkap


def test_without_a_deadline_nothing_is_said(demo):
    ws = demo(3)
    assert {row.tenggat for row in desk(ws)} == {""}
    assert timeliness_lines(ws) == []


def test_on_time_late_and_not_yet(demo):
    ws = demo(3)
    ws.config = dataclasses.replace(ws.config, tenggat_penerimaan=3)
    lines = {line.split(":")[0]: line for line in timeliness_lines(ws)}
    assert "belum diterima, sudah terlambat 3 hari (batas 3 Januari 2025)" in lines["Desember 2024"]
    assert "diterima 3 Desember 2024, tepat waktu" in lines["November 2024"]
    row = next(row for row in desk(ws) if row.periode == BULAN)
    assert row.tenggat in lines["Desember 2024"]
    assert timeliness_lines(ws, BULAN) == [lines["Desember 2024"]]
    ws.config = dataclasses.replace(ws.config, tenggat_penerimaan=2)
    assert "terlambat 1 hari" in next(r.tenggat for r in desk(ws) if r.periode == "2024-11")


def test_the_contracts_json_keeps_its_keys(demo):
    (month,) = status(demo(3), BULAN)["periods"]
    assert set(month) == {"period", "step", "state", "actor", "steps"}


def test_the_date_of_receipt_is_the_offices_wherever_the_machine_stands(demo, jam):
    ws = demo(3)
    ws.config = dataclasses.replace(ws.config, tenggat_penerimaan=10)
    jam.sekarang = datetime(2025, 1, 10, 17, 30, tzinfo=UTC)
    form = kertas_lengkap(ws)
    accept(ws, BULAN, form, Pratinjau((), None, ()), incomplete=True)
    assert load_receipt(ws, BULAN).diterima_pada.startswith("2025-01-11T00:30")
    assert "terlambat 1 hari" in timeliness_lines(ws, BULAN)[0]
