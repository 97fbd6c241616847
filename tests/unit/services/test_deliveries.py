"""Step 3 before accepting: the same file, a newer version, a part, an addition, the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.penerimaan.delivery import recognised
from civreg_tui.services.penerimaan.reading_job import reading_job
from civreg_tui.services.penerimaan.receipt_form import FormTerima, load_receipt
from civreg_tui.services.penerimaan.receive import (
    Pratinjau,
    accept,
    conclude,
    examine,
    inbox,
    received,
    send_back,
)
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace
from civreg_tui.softcopy.errors import PembacaanDibatalkan
from tests.unit.services.bantu import ALASAN, BULAN, LALU, letakkan, sebagai, sel, terakhir
from tests.unit.services.kiriman import kertas_lengkap, semua, tulis

AGAM, PADANG = "13.06", "13.71"


@pytest.fixture
def ws(demo) -> Workspace:
    return sebagai(demo(3), "staf", akun="ani")


def terima(ws: Workspace, *paths: Path) -> None:
    accept(ws, BULAN, kertas_lengkap(ws), examine(ws, BULAN, paths), incomplete=True)


def hubungan(ws: Workspace, *paths: Path) -> list[tuple[str, str]]:
    found = examine(ws, BULAN, paths).banding.berkas
    return [(one.nama, one.hubungan) for one in found]


def angka(ws: Workspace, kode: str, ukuran: str = "memiliki", dokumen: str = "ACERAI"):
    reading = received_reading(ws, BULAN)
    assert reading is not None
    return source_cells(reading.dokumen(dokumen))[sel(kode, ukuran)].angka


def isi_simpanan(ws: Workspace) -> list[str]:
    return list(ws.store.database.sql.iterdump())


def test_the_same_file_is_recognised_by_its_bytes_whatever_its_name(ws, tmp_path):
    first = tulis(tmp_path / "a.csv", ws, semua(ws))
    terima(ws, first)
    again = tmp_path / "nama lain.csv"
    again.write_bytes(first.read_bytes())
    view = examine(ws, BULAN, [again])
    (found,) = view.banding.berkas
    assert found.hubungan == "sama"
    assert "sudah diterima 6 Januari 2025" in found.kalimat
    assert "dengan nama a.csv" in found.kalimat
    assert (view.berkas, view.sudah_ada, view.banding.beda) == ((), ("nama lain.csv",), ())
    terima(ws, again)
    assert len(ws.store.records.softcopies(BULAN)) == 1


def test_the_same_file_chosen_twice_counts_once(ws, tmp_path):
    one, two = (tulis(tmp_path / name, ws, semua(ws)) for name in ("a.csv", "b.csv"))
    assert len(examine(ws, BULAN, [one, two]).berkas) == 1


def test_a_newer_version_shows_every_cell_that_changes_and_replaces_it_when_accepted(ws, tmp_path):
    terima(ws, tulis(tmp_path / "cerai.csv", ws, semua(ws)))
    rows = semua(ws) | {AGAM: (1005, 777), PADANG: (1012, None)}
    newer = tulis(tmp_path / "baru" / "cerai.csv", ws, rows)
    view = examine(ws, BULAN, [newer])
    (found,) = view.banding.berkas
    assert found.hubungan == "versi_baru"
    assert "menggantikan cerai.csv untuk Akta Perceraian (19 kabupaten/kota)" in found.kalimat
    assert "1 angka berubah, 1 hilang" in found.kalimat
    changes = {(b.alamat.wilayah, b.jenis): (b.lama, b.baru) for b in view.banding.beda}
    old, new = changes[AGAM, "berubah"]
    assert (old.angka, new.angka, new.alamat) == (405, 777, "cerai!E10")
    assert changes[PADANG, "hilang"][1] is None
    assert angka(ws, AGAM) == 405
    terima(ws, newer)
    assert angka(ws, AGAM) == 777


def test_other_bytes_with_the_same_figures_are_said_to_be_the_same(ws, tmp_path):
    terima(ws, tulis(tmp_path / "a.csv", ws, semua(ws)))
    other = tulis(tmp_path / "b.csv", ws, semua(ws))
    other.write_bytes(other.read_bytes() + b"\n")
    (found,) = examine(ws, BULAN, [other]).banding.berkas
    assert found.hubungan == "angka_sama"
    assert "dari a.csv" in found.kalimat


def test_a_partial_delivery_says_what_it_holds_and_leaves_the_rest(ws, tmp_path):
    rows = semua(ws)
    part = tulis(tmp_path / "a.csv", ws, {k: rows[k] for k in (AGAM, PADANG)})
    (found,) = examine(ws, BULAN, [part]).banding.berkas
    assert found.hubungan == "pertama"
    assert found.kalimat == "sebagian, 1 dari 4 dokumen: Akta Perceraian 2/19."
    terima(ws, tulis(tmp_path / "b.csv", ws, rows))
    later = tulis(tmp_path / "c.csv", ws, {AGAM: (2000, 999)})
    view = examine(ws, BULAN, [later])
    assert view.banding.berkas[0].hubungan == "versi_baru"
    assert "Kiriman sebagian" in view.banding.berkas[0].kalimat
    terima(ws, later)
    assert (angka(ws, AGAM), angka(ws, PADANG)) == (999, 412)
    assert [f for f in received(ws, BULAN).temuan if f.rule in {"R01", "R02", "R11"}] == []


def test_an_addition_completes_what_is_there(ws, tmp_path):
    terima(ws, tulis(tmp_path / "a.csv", ws, semua(ws)))
    deaths = {kode: (value[0],) for kode, value in semua(ws).items()}
    head = ("NO", "KODE", "KABUPATEN/KOTA", "AKTA KEMATIAN")
    other = tulis(tmp_path / "b.csv", ws, deaths, dokumen="AMATI", kepala=head)
    view = examine(ws, BULAN, [other])
    assert view.banding.berkas[0].hubungan == "susulan"
    assert "Akta Kematian (19)" in view.banding.berkas[0].kalimat
    assert {b.jenis for b in view.banding.beda} == {"baru"}
    counts = {row.dokumen: row.jumlah for row in recognised(ws, BULAN, view.bacaan)}
    assert (counts["ACERAI"], counts["AMATI"], counts["AK017"]) == (19, 19, 0)


def test_of_two_files_in_one_delivery_the_later_stands_and_says_so(ws, tmp_path):
    one = tulis(tmp_path / "a.csv", ws, semua(ws))
    two = tulis(tmp_path / "b.csv", ws, {AGAM: (1005, 500)})
    view = examine(ws, BULAN, [one, two])
    assert [b.hubungan for b in view.banding.berkas] == ["pertama", "versi_baru"]
    assert "menggantikan a.csv untuk Akta Perceraian (1 kabupaten/kota)" in (
        view.banding.berkas[1].kalimat
    )
    assert [f.rule for f in view.temuan if f.rule == "R02"] == []


def test_a_file_of_another_month_and_a_returned_one_are_known(ws, tmp_path):
    path = tulis(tmp_path / "a.csv", ws, semua(ws))
    send_back(ws, BULAN, kertas_lengkap(ws), examine(ws, BULAN, [path]), ALASAN)
    (found,) = examine(ws, BULAN, [path]).banding.berkas
    assert found.hubungan == "dikembalikan"
    assert "dikembalikan 6 Januari 2025" in found.kalimat
    (file,) = examine(ws, BULAN, [path]).berkas
    with ws.store.transaction():
        ws.store.records.put_softcopy(LALU, file)
    (found,) = examine(ws, BULAN, [path]).banding.berkas
    assert found.hubungan == "bulan_lain"
    assert "November 2024" in found.kalimat


def test_a_file_without_any_recap_is_said_to_be_none(ws, tmp_path):
    head = ("NO", "KODE", "KABUPATEN/KOTA", "WAJIB KTP-EL", "SUDAH REKAM KTP-EL")
    path = tulis(tmp_path / "x.csv", ws, semua(ws), kepala=head)
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(["REKAPITULASI PEREKAMAN KTP-EL", *lines[1:]]), "utf-8")
    assert hubungan(ws, path) == [("x.csv", "tanpa_rekap")]


def test_looking_writes_nothing(ws, tmp_path):
    terima(ws, tulis(tmp_path / "a.csv", ws, semua(ws)))
    before = isi_simpanan(ws)
    examine(ws, BULAN, [tulis(tmp_path / "b.csv", ws, semua(ws, memiliki=500)), *inbox(ws)])
    assert isi_simpanan(ws) == before


def test_what_a_colleague_accepted_meanwhile_is_not_overlooked(ws, tmp_path):
    view = examine(ws, BULAN, [tulis(tmp_path / "a.csv", ws, semua(ws))])
    terima(ws, tulis(tmp_path / "b.csv", ws, semua(ws, memiliki=500)))
    with pytest.raises(Ditolak, match=r"Sementara itu ani menerima b\.csv"):
        accept(ws, BULAN, kertas_lengkap(ws), view, incomplete=True)
    assert len(ws.store.records.softcopies(BULAN)) == 1


def test_what_was_seen_is_what_is_kept_even_if_the_file_changes(ws, tmp_path):
    path = tulis(tmp_path / "a.csv", ws, semua(ws))
    view = examine(ws, BULAN, [path])
    tulis(path, ws, semua(ws, memiliki=900))
    accept(ws, BULAN, kertas_lengkap(ws), view, incomplete=True)
    assert angka(ws, AGAM) == 405


def test_a_reading_can_be_cancelled_and_reports_its_progress(ws, tmp_path):
    paths = [tulis(tmp_path / f"{i}.csv", ws, semua(ws, memiliki=i)) for i in (1, 2)]
    seen: list[tuple[int, int, str]] = []
    read = reading_job(ws, BULAN, paths).run(lambda *told: seen.append(told))
    assert [told[:2] for told in seen] == [(0, 2), (0, 2), (1, 2), (1, 2)]
    assert conclude(ws, BULAN, read).bacaan is not None
    with pytest.raises(PembacaanDibatalkan):
        other = tulis(tmp_path / "3.csv", ws, semua(ws, memiliki=3))
        reading_job(ws, BULAN, [other]).run(cancelled=lambda: True)


def test_the_inbox_leaves_out_what_another_program_still_writes(ws):
    (ws.masuk / "~$laporan.xlsx").write_bytes(b"x")
    (ws.masuk / ".tersembunyi.xlsx").write_bytes(b"x")
    (ws.masuk / "folder.xlsx").mkdir()
    assert [path.name for path in inbox(ws)] == ["laporan_adminduk_2024-12.xlsx"]


def test_a_name_that_a_terminal_could_obey_is_kept_harmless(ws, tmp_path):
    path = tulis(tmp_path / "a\x1b[31m\u202e[b].csv", ws, semua(ws))
    terima(ws, path)
    (kept,) = ws.store.records.softcopies(BULAN)
    assert kept.nama == "a�[31m�[b].csv"


def test_a_supplement_after_entry_began_is_compared_too(ws, tmp_path):
    terima(ws, tulis(tmp_path / "a.csv", ws, semua(ws)))
    letakkan(ws, ws.month(BULAN).keadaan)
    before = terakhir(ws)
    terima(ws, tulis(tmp_path / "b.csv", ws, {AGAM: (1005, 500)}))
    acts = [e.aksi for e in ws.store.trail.events(BULAN, after=before)]
    assert "terima_susulan" in acts
    assert angka(ws, AGAM) == 500


def test_the_inbox_shows_every_kind_of_softcopy_that_can_be_read(ws):
    names = ["a.xlsx", "b.xls", "c.ods", "d.fods", "e.csv", "f.tsv", "g.xml", "h.html", "i.xlsb"]
    ws.masuk.mkdir(parents=True, exist_ok=True)
    for name in [*names, "surat.pdf", "~$a.xlsx"]:
        (ws.masuk / name).write_text("x")

    assert {path.name for path in inbox(ws)} - {"laporan_adminduk_2024-12.xlsx"} == set(names)


def test_without_a_file_of_one_s_own_a_colleague_s_acceptance_is_noticed_too(ws, tmp_path):
    # GIVEN a Staf who opened step 3 and chose no file yet, and a colleague who accepted one
    mine = FormTerima(catatan="belum saya periksa")
    view = Pratinjau((), None, ())
    terima(ws, tulis(tmp_path / "a.csv", ws, semua(ws)))
    kept = load_receipt(ws, BULAN)
    # WHEN the first accepts what their screen still shows
    with pytest.raises(Ditolak, match=r"Sementara itu ani menerima a\.csv"):
        accept(ws, BULAN, mine, view, incomplete=True)
    # THEN the colleague's checklist stands
    assert load_receipt(ws, BULAN) == kept
