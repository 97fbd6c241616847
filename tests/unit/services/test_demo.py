"""The demo store: the right step, the real figures, labelled examples, nothing by chance."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from civreg_tui.config import load_config
from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.services.demo import make_demo
from civreg_tui.services.month.months import load_month
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.pemeriksaan.validate import blocks, entry_blockers
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.unit.services.bantu import BULAN, keadaan

STEPS = {
    1: Keadaan.DISPOSISI_KABID,
    2: Keadaan.DISPOSISI_KASI,
    3: Keadaan.PENERIMAAN,
    4: Keadaan.ENTRI,
    5: Keadaan.PEMERIKSAAN,
    6: Keadaan.TERVALIDASI,
    7: Keadaan.SEKRETARIAT,
}


@pytest.mark.parametrize(("step", "state"), STEPS.items())
def test_it_stands_at_the_start_of_the_step(demo, step: int, state: Keadaan) -> None:
    ws = demo(step)
    assert keadaan(ws) is state
    assert ws.demo
    assert ws.store.trail.verify().ok
    assert [p.name for p in ws.masuk.iterdir()] == ["laporan_adminduk_2024-12.xlsx"]
    errors = [f for f in check_month(ws, BULAN) if f.temuan.level == "error"]
    if step >= 5:
        assert errors == []
        assert not any(blocks(f) for f in check_month(ws, BULAN))
        assert entry_blockers(ws, BULAN) == ()


def test_eleven_finished_months_are_labelled_as_examples(demo) -> None:
    ws = demo(4)
    for month in ws.store.months.all()[:-1]:
        assert month.contoh
        assert month.keadaan is Keadaan.SELESAI
        assert all(head.contoh for head in ws.store.months.sheets(month.periode))
        assert not any(sheet.kosong() for sheet in load_month(ws, month.periode))
    december = ws.month(BULAN)
    assert not december.contoh
    labelled = {h.dokumen for h in ws.store.months.sheets(BULAN) if h.contoh}
    assert labelled == {"AKAWIN"}


def test_step_four_waits_for_the_first_key(demo) -> None:
    assert all(not sheet.isi for sheet in load_month(demo(4), BULAN))


def test_example_months_raise_no_error(demo) -> None:
    ws = demo(4)
    for month in ws.store.months.all()[:-1]:
        errors = [
            f.temuan for f in check_month(ws, month.periode)
            if f.temuan.level == "error" and f.temuan.rule not in {"R16"}
        ]  # fmt: skip
        assert errors == [], month.periode


def test_the_story_is_told_by_times_that_never_run_backwards(demo) -> None:
    times = [e.waktu for e in demo(7).store.trail.events()]
    assert times == sorted(times)
    assert times[0].startswith("2024-02-0")
    assert times[-1].startswith("2025-01-0")


@pytest.mark.parametrize("step", [5, 7])
def test_two_demos_are_the_same_in_every_row(cetakan, config, tmp_path: Path, step: int) -> None:
    make_demo(config, tmp_path / "lagi", step)
    assert rows(tmp_path / "lagi") == rows(cetakan(step))


def rows(folder: Path) -> dict[str, list[tuple]]:
    with closing(sqlite3.connect(folder / "civreg.db")) as sql:
        tables = [r[0] for r in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {t: sorted(sql.execute(f"SELECT * FROM {t}").fetchall(), key=repr) for t in tables}


def test_it_never_replaces_a_store(config, salinan) -> None:
    with pytest.raises(Ditolak, match=r"sudah berisi simpanan\. Pilih folder lain untuk demo\."):
        make_demo(config, salinan(4), 4)


def test_roles_are_free_in_a_demo_and_only_there(demo, kosong, config) -> None:
    from civreg_tui.services.people.identity import identify

    ws = Workspace(config, demo(4).store)
    assert ws.demo
    assert ws.pelaku.bebas
    assert {"kabid", "kasi", "staf", "sekretariat"} <= ws.pelaku.peran
    assert not Workspace(config, kosong.store).demo
    assert not identify(config).bebas


def test_a_demo_survives_a_program_with_other_documents_on(salinan, tmp_path: Path) -> None:
    from civreg_tui.config import load_config

    (tmp_path / "c.toml").write_text(
        "[dokumen.AK04]\naktif = true\n[dokumen.AK017]\naktif = false\n"
    )
    ws = Workspace(load_config(tmp_path / "c.toml"), Store(salinan(5)))
    assert [s.dokumen.kode for s in load_month(ws, BULAN)] == ["AK017", "AKAWIN", "ACERAI", "AMATI"]
    ws.close()


def test_an_office_that_recaps_more_or_fewer_documents_can_have_its_demo_too(tmp_path) -> None:
    office = tmp_path / "civreg.toml"
    office.write_text(
        "[dokumen.AK04]\naktif = true\n[dokumen.AKALL]\naktif = true\n"
        "[dokumen.AMATI]\naktif = false\n",
        "utf-8",
    )
    config = load_config(office)
    make_demo(config, tmp_path / "demo", 6)
    store = Store(tmp_path / "demo")
    heads = [head.dokumen for head in store.months.sheets(BULAN)]
    (made,) = store.records.revisions(BULAN)
    store.close()
    assert heads == ["AK017", "AKAWIN", "ACERAI"]
    assert made.gugur is None
