"""A paper that carries a revision's code is that revision, whatever was changed since."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.laporan import Bahan, Sasaran
from civreg_tui.services.month.targets import may_set_target, set_target, target_of
from civreg_tui.services.output.export import export_month
from civreg_tui.services.output.export_revision import export_revision
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.revisions import revision, standing
from civreg_tui.services.pemeriksaan.validate import validate
from civreg_tui.services.sekretariat import accept_lakip, match_recap
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN, LALU, ditolak, letakkan, sebagai
from tests.unit.services.test_revisions import sentuh

BERKODE = ("rekap", "csv", "kabupaten:13.06")
SELESAI = ("lakip", "bahan")
TERIMA = Bahan(True, True, True, "470/15", "2025-01-07")
BARU = Sasaran("AK017", 2024, target=10_000)


def kertas(ws: Workspace, folder: Path, what: tuple[str, ...] = BERKODE) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export_month(ws, BULAN, folder, what)}


def sasaran_lain(ws: Workspace) -> None:
    """The Kabid enters another target of the year, while November's LAKIP is still open."""
    letakkan(ws, Keadaan.LAKIP, LALU)
    set_target(ws, LALU, BARU)


def konfigurasi_lain(ws: Workspace) -> None:
    """The office writes other targets into its configuration."""
    other = tuple(replace(s, target=9900) for s in ws.config.facts.sasaran)
    ws.config = replace(ws.config, facts=replace(ws.config.facts, sasaran=other))


def kepala_lain(ws: Workspace) -> None:
    """The office has another Kasi today."""
    office = ws.config.facts.kantor
    other = replace(office.pejabat["kasi"], nama="Kasi Berikutnya", nip="19900303 201503 2 003")
    changed = replace(office, pejabat=office.pejabat | {"kasi": other})
    ws.config = replace(ws.config, facts=replace(ws.config.facts, kantor=changed))


def bernama(ws: Workspace) -> Workspace:
    """The same office with officials that are no samples."""
    office = ws.config.facts.kantor
    named = {role: replace(who, nama=f"Nama {role}") for role, who in office.pejabat.items()}
    changed = replace(office, pejabat=named)
    ws.config = replace(ws.config, facts=replace(ws.config.facts, kantor=changed))
    return ws


@pytest.mark.parametrize("change", [sasaran_lain, konfigurasi_lain, kepala_lain])
def test_a_standing_revision_s_papers_stay_the_same_bytes(demo, tmp_path, change) -> None:
    # GIVEN a month that was validated and printed
    ws = bernama(demo(5))
    validate(ws, BULAN)
    before = kertas(ws, tmp_path / "dulu")
    assert all("_r1." in name for name in before)
    # WHEN something changes that the revision does not know of
    change(ws)
    # THEN its papers are what they were, also when its LAKIP is delivered and accepted
    assert kertas(ws, tmp_path / "kini") == before
    letakkan(ws, Keadaan.SELESAI)
    assert kertas(ws, tmp_path / "nanti") == before


def test_the_month_s_papers_are_those_of_its_revision(demo, tmp_path) -> None:
    ws = demo(7)
    sasaran_lain(ws)
    month = export_month(ws, BULAN, tmp_path / "bulan", ["rekap", "csv"])
    frozen = export_revision(ws, BULAN, 1, tmp_path / "revisi", ["rekap", "csv"])
    assert [p.read_bytes() for p in month] == [p.read_bytes() for p in frozen]


def test_the_sealed_bundle_holds_the_same_recap(demo, tmp_path) -> None:
    ws = demo(7)
    sasaran_lain(ws)
    papers = kertas(ws, tmp_path, ("rekap", "csv", "bahan"))
    with ZipFile(BytesIO(papers["2024-12_bahan-lakip-dinas_r1.zip"])) as bundle:
        for name in ("2024-12_rekap_r1.xlsx", "2024-12_angka_r1.csv"):
            assert bundle.read(f"2024-12_bahan-lakip-dinas/{name}") == papers[name]


@pytest.mark.parametrize("change", [sasaran_lain, konfigurasi_lain])
def test_the_targets_of_a_delivered_month_are_those_it_was_delivered_with(
    demo, tmp_path, change
) -> None:
    # GIVEN a delivered LAKIP
    ws = demo(7)
    before = kertas(ws, tmp_path / "dulu", SELESAI)
    # WHEN the year's target changes for the months that are still open
    change(ws)
    # THEN the delivered month keeps its own, its papers too, and can still be accepted
    assert target_of(ws, "AK017", BULAN).target == 9800
    assert target_of(ws, "AK017", LALU).target != 9800
    assert kertas(ws, tmp_path / "kini", SELESAI) == before
    assert match_recap(ws, BULAN).cocok
    accept_lakip(ws, BULAN, TERIMA)
    assert target_of(ws, "AK017", BULAN).target == 9800


def test_what_comes_back_follows_the_year_s_target_again(demo) -> None:
    ws = demo(7)
    sasaran_lain(ws)
    letakkan(ws, Keadaan.LAKIP)
    assert target_of(ws, "AK017", BULAN).target == 10_000


def test_a_month_that_is_not_validated_follows_the_year_s_target(demo, tmp_path) -> None:
    ws = demo(5)
    sasaran_lain(ws)
    assert build_report(ws, BULAN).rekap[0].sasaran.target == 10_000
    validate(ws, BULAN)
    assert standing(ws, BULAN).rekap[0].sasaran.target == 10_000


@pytest.mark.parametrize("state", [Keadaan.SEKRETARIAT, Keadaan.SELESAI])
def test_after_delivery_the_month_takes_no_target(demo, state) -> None:
    ws = sebagai(demo(7), "kabid")
    letakkan(ws, state)
    assert not may_set_target(ws, BULAN)
    refused = ditolak(ws, set_target, ws, BULAN, BARU, aksi="isi_target")
    assert refused.startswith("Target tidak dapat diubah lagi:")
    assert target_of(ws, "AK017", BULAN).target == 9800


def test_the_frozen_recap_says_that_step_five_is_done(demo, tmp_path) -> None:
    ws = demo(5)
    validate(ws, BULAN)
    (path,) = export_month(ws, BULAN, tmp_path, ["rekap"])
    sheet = openpyxl.load_workbook(path)["Waktu SOP"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)}
    assert [rows[no][14] for no in (5, 6, 7)] == ["selesai", "berjalan", "menunggu"]
    assert rows[5][13] == "budi"
    assert rows[5][10]


def test_a_sample_official_gives_way_to_who_is_named_since(demo, tmp_path) -> None:
    ws = demo(5)
    validate(ws, BULAN)
    assert "(CONTOH)" in standing(ws, BULAN).kantor.pejabat["kasi"].nama
    kepala_lain(ws)
    assert standing(ws, BULAN).kantor.pejabat["kasi"].nama == "Kasi Berikutnya"


def _tanpa(key: str) -> Callable[[dict], None]:
    return lambda content: content.pop(key)


def _sasaran_kosong(content: dict) -> None:
    for recap in content["rekap"]:
        recap["sasaran"] = {"dokumen": recap["dokumen"]["kode"], "tahun": 2024}
        recap.update(capaian=None, kategori="")
        for row in (*recap["baris"], recap["provinsi"]):
            row["kekurangan"] = None


@pytest.mark.parametrize("older", [_tanpa("aturan"), _tanpa("pengesahan"), _sasaran_kosong])
def test_a_revision_that_kept_less_is_printed_with_what_it_kept(demo, tmp_path, older) -> None:
    ws = demo(7)
    content = json.loads(revision(ws, BULAN, 1).isi)
    older(content)
    sentuh(ws, "DROP TRIGGER IF EXISTS revisi_tetap")
    ws.store.database.sql.execute("UPDATE revisi SET isi = ?", (json.dumps(content),))
    (path,) = export_month(ws, BULAN, tmp_path, ["rekap"])
    summary = openpyxl.load_workbook(path, data_only=True)["Ringkasan"]
    printed = {cell for row in summary.iter_rows(values_only=True) for cell in row}
    assert (98 in printed) is (older is not _sasaran_kosong)
