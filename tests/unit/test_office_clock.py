"""One office clock: what the machine's time zone is changes no date that anybody reads."""

from __future__ import annotations

import ast
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from civreg_tui.cli.lines import event_lines, head_line, revision_line
from civreg_tui.domain.saat import tercatat
from civreg_tui.services.disposisi import load_disposisi, send_disposisi
from civreg_tui.services.month.desk import next_month
from civreg_tui.services.sekretariat import today
from civreg_tui.services.trail.heads import KepalaCetak
from civreg_tui.services.trail.past import as_of
from civreg_tui.services.trail.trail_view import trail_csv
from civreg_tui.store.records import BarisRevisi
from screens.pemeriksaan.revisi import _baris
from screens.pemeriksaan.teks import _kapan as periksa
from screens.penerimaan.teks import baris_berkas
from tests.unit.services.bantu import peristiwa

AKAR = Path(__file__).parents[2]
SUMBER = [
    path.relative_to(AKAR)
    for room in ("civreg_tui", "screens")
    for path in sorted((AKAR / room).rglob("*.py"))
]
ZONA = ("UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Jakarta")
LEWAT_TENGAH_MALAM = datetime(2025, 1, 6, 18, 0, tzinfo=UTC)
"""One in the morning of 7 January in Padang, still the 6th in most of the world."""


@pytest.fixture
def zona() -> Iterator[Callable[[str], None]]:
    """Sets the machine's time zone; what it was is back after the test."""
    before = os.environ.get("TZ")

    def become(name: str | None) -> None:
        if name is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = name
        time.tzset()

    yield become
    become(before)


@pytest.mark.parametrize("nama", ZONA)
def test_a_sheet_s_dates_are_the_office_s(demo, jam, zona, nama) -> None:
    zona(nama)
    jam.sekarang = LEWAT_TENGAH_MALAM
    ws = demo(1)
    sheet = load_disposisi(ws, "2024-12")
    assert (sheet.diterima_tgl, sheet.arahan_tgl) == ("7 Januari 2025", "7 Januari 2025")
    send_disposisi(ws, "2024-12", sheet)
    send_disposisi(ws, "2024-12", load_disposisi(ws, "2024-12"))
    assert load_disposisi(ws, "2024-12").petunjuk_tgl == "7 Januari 2025"
    assert today(ws) == "2025-01-07"


@pytest.mark.parametrize("nama", ZONA)
def test_what_is_shown_of_the_trail_is_the_office_s(demo, jam, zona, nama) -> None:
    zona(nama)
    jam.sekarang = LEWAT_TENGAH_MALAM
    ws = demo(1)
    send_disposisi(ws, "2024-12", load_disposisi(ws, "2024-12"))
    event = peristiwa(ws, "pindah")[-1]
    assert "2025-01-07 01:00:0" in event_lines([event], ws.config.facts)[0]
    assert "2025-01-07 01:00:0" in trail_csv([event]).decode("utf-8-sig")
    assert "2025-01-07 01:00" in head_line(KepalaCetak("AB", event, True, 0))
    row = BarisRevisi("2024-12", 1, "K", "h", "{}", "budi", event.waktu, event.waktu)
    assert "sejak 2025-01-07" in revision_line("K", row, intact=True)
    assert "07-01-2025 01.00" in _baris(row)
    for shown in (tercatat, periksa):
        assert shown(event.waktu) == "07-01-2025 01.00"


@pytest.mark.parametrize("nama", ZONA)
def test_a_file_s_time_in_the_inbox_is_the_office_s(tmp_path, zona, nama) -> None:
    zona(nama)
    path = tmp_path / "piak.xlsx"
    path.write_bytes(b"x")
    os.utime(path, (LEWAT_TENGAH_MALAM.timestamp(),) * 2)
    assert "07-01-2025 01.00" in baris_berkas(path, dipilih=False)


@pytest.mark.parametrize("nama", ZONA)
def test_a_day_ends_at_the_office_s_midnight(demo, jam, zona, nama) -> None:
    zona(nama)
    ws = demo(1)
    jam.sekarang = LEWAT_TENGAH_MALAM
    send_disposisi(ws, "2024-12", load_disposisi(ws, "2024-12"))
    with as_of(ws, date(2025, 1, 6)) as past:
        assert past.month("2024-12").keadaan == "disposisi_kabid"
    with as_of(ws, date(2025, 1, 7)) as past:
        assert past.month("2024-12").keadaan == "disposisi_kasi"


@pytest.mark.parametrize("nama", ZONA)
def test_the_year_turns_with_the_office(kosong, jam, zona, nama) -> None:
    zona(nama)
    jam.sekarang = datetime(2024, 12, 31, 18, 0, tzinfo=UTC)
    assert next_month(kosong)[0] == "2024-12"


@pytest.mark.parametrize("nama", ZONA)
def test_an_assignment_runs_by_the_office_s_days(config, demo, jam, zona, nama) -> None:
    zona(nama)
    ws = demo(1)
    from civreg_tui.services.people.identity import Pelaku

    seen: list[date] = []

    class Melihat(Pelaku):
        __slots__ = ()

        def pada(self, hari: date) -> Pelaku:
            seen.append(hari)
            return self

    jam.sekarang = LEWAT_TENGAH_MALAM
    ws.pelaku = Melihat("ani", frozenset({"kasi"}), "uji", tugas=(object(),))  # type: ignore[arg-type]
    assert ws.pelaku.akun == "ani"
    assert seen == [date(2025, 1, 7)]


def test_the_papers_of_a_month_are_byte_the_same_in_every_zone(
    salinan, config, jam, zona, tmp_path
) -> None:
    import shutil

    from civreg_tui.services.output.export import export_month
    from civreg_tui.services.workspace import Workspace
    from civreg_tui.store.store import Store
    from tests.conftest import budi

    base, made = salinan(7), {}
    for name in ZONA:
        zona(name)
        folder = Path(shutil.copytree(base, tmp_path / name.replace("/", "-")))
        ws = Workspace(config, Store(folder), pelaku=budi(), clock=lambda: LEWAT_TENGAH_MALAM)
        out = tmp_path / f"keluar-{name.replace('/', '-')}"
        export_month(ws, "2024-12", out)
        made[name] = {p.name: p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
        ws.close()
    first = made["UTC"]
    assert first
    assert all(papers == first for papers in made.values())


def _machine_s_clock(node: ast.AST) -> str:
    """The call by which a piece of source asks for the machine's own zone, else empty."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    name = node.func.attr
    of = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
    bare = not node.args and not node.keywords
    always = name in {"utcnow", "localtime"} or (name == "today" and of in {"date", "datetime"})
    local = bare and (name in {"astimezone"} or (name == "now" and of == "datetime"))
    stamp = name == "fromtimestamp" and len(node.args) + len(node.keywords) < 2
    return name if always or local or stamp else ""


@pytest.mark.parametrize("path", SUMBER, ids=str)
def test_no_module_asks_for_the_machine_s_own_time_zone(path: Path) -> None:
    found = [
        f"{path}:{getattr(node, 'lineno', 0)} {name}"
        for node in ast.walk(ast.parse((AKAR / path).read_text("utf-8")))
        if (name := _machine_s_clock(node))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    ["x.astimezone()", "date.today()", "datetime.now()", "datetime.fromtimestamp(1)", "a.utcnow()"],
)
def test_such_a_call_is_seen(line: str) -> None:
    assert any(_machine_s_clock(node) for node in ast.walk(ast.parse(line)))
