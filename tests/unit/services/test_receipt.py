"""What the receipt keeps and prints: files, sender, checklist, totals; tanda terima and nota."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import zipfile

import pytest

from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.wilayah import DaftarWilayah
from civreg_tui.services.entri.enter import set_control
from civreg_tui.services.month.timeliness import timeliness
from civreg_tui.services.output.export import export_month
from civreg_tui.services.penerimaan.delivery import accept_with_papers, recognised, return_with_note
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.penerimaan.receipt_papers import kept_paper
from civreg_tui.services.penerimaan.receive import Pratinjau, examine, gaps
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import ALASAN, BULAN, LALU, peristiwa, sebagai
from tests.unit.services.kiriman import kertas_lengkap, semua, tulis

KOSONG = Pratinjau((), None, ())
WAJIB = Kolom("wajib", "jml")


@pytest.fixture
def ws(demo) -> Workspace:
    return sebagai(demo(3), "staf", akun="ani")


def lengkap(ws: Workspace) -> Pratinjau:
    return examine(ws, BULAN, [ws.masuk / "laporan_adminduk_2024-12.xlsx"])


def bertenggat(ws: Workspace, hari: int) -> Workspace:
    ws.config = dataclasses.replace(ws.config, tenggat_penerimaan=hari)
    return ws


def teks(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as paper:
        return paper.read("word/document.xml").decode()


def test_acceptance_keeps_the_original_file_with_hash_sender_and_time(ws):
    accept_with_papers(ws, BULAN, kertas_lengkap(ws, pengirim="Rina"), lengkap(ws))
    (file,) = ws.store.records.softcopies(BULAN)
    original = (ws.masuk / file.nama).read_bytes()
    assert file.isi == original
    assert file.sha256 == hashlib.sha256(original).hexdigest()
    assert (file.oleh, file.pengirim, file.pada[:10]) == ("ani", "Rina", "2025-01-06")
    form = load_receipt(ws, BULAN)
    assert (form.pengirim, form.cek("AMATI").halaman) == ("Rina", 2)
    (event,) = peristiwa(ws, "terima_laporan")[-1:]
    assert file.sha256 in (event.baru or "")


def test_the_tanda_terima_lies_in_the_outbox_at_once_and_is_printed_again_the_same(ws, tmp_path):
    set_control(ws, BULAN, "ACERAI", WAJIB, 106968)
    done = accept_with_papers(ws, BULAN, kertas_lengkap(ws, pengirim="Rina"), lengkap(ws))
    (path,) = done.kertas
    assert path == ws.keluar / "2024-12_tanda-terima.docx"
    text = teks(path.read_bytes())
    for part in ("TANDA TERIMA", "Rina", "laporan_adminduk_2024-12.xlsx", "106.968"):
        assert part in text
    written = export_month(ws, BULAN, tmp_path / "keluar", ["disposisi"])
    again = next(p for p in written if "tanda-terima" in p.name)
    assert again.read_bytes() == path.read_bytes()
    assert not any("nota" in p.name for p in written)


def test_a_return_writes_and_keeps_a_nota_that_names_every_fault(ws, tmp_path):
    rows = semua(ws) | {"13.06": (1005, "#REF!")}
    file = tulis(tmp_path / "rusak.csv", ws, rows)
    set_control(ws, BULAN, "ACERAI", WAJIB, 5)
    view = examine(ws, BULAN, [file])
    done = return_with_note(ws, BULAN, kertas_lengkap(ws), view, ALASAN)
    nota = kept_paper(ws, BULAN, "nota")
    assert nota is not None
    assert nota.alasan == ALASAN
    assert nota.diterima_pada[:10] == "2025-01-06"
    assert [b.nama for b in nota.berkas] == ["rusak.csv"]
    faults = "\n".join(nota.kekurangan)
    assert "Softcopy tidak memuat rekap Akta Kematian." in faults
    assert 'rusak!E10: Kabupaten Agam, kolom Memiliki JML: "#REF!"' in faults
    assert "Akta Perceraian, Wajib Akta JML: jumlah hardcopy 5, softcopy 19.171" in faults
    assert ws.store.records.softcopies(BULAN) == []
    (path,) = done.kertas
    written = export_month(ws, BULAN, tmp_path / "keluar", ["disposisi"])
    again = next(p for p in written if "nota-kekurangan" in p.name)
    assert again.read_bytes() == path.read_bytes()
    assert hashlib.sha256(file.read_bytes()).hexdigest() in teks(path.read_bytes())


def test_an_incomplete_acceptance_writes_both_papers(ws):
    view = lengkap(ws)
    form = dataclasses.replace(kertas_lengkap(ws), hardcopy=())
    done = accept_with_papers(ws, BULAN, form, view, incomplete=True)
    assert [p.name for p in done.kertas] == [
        "2024-12_tanda-terima.docx", "2024-12_nota-kekurangan.docx",
    ]  # fmt: skip
    assert "sudah diterima tetapi belum lengkap" in teks(done.kertas[1].read_bytes())


def test_the_acceptance_stands_when_the_outbox_cannot_be_written(ws):
    ws.keluar.parent.mkdir(exist_ok=True)
    ws.keluar.write_text("bukan folder")
    done = accept_with_papers(ws, BULAN, kertas_lengkap(ws), lengkap(ws))
    assert done.kertas == ()
    assert done.gagal.endswith(".")
    assert load_receipt(ws, BULAN).diterima_pada
    ws.keluar.unlink()
    assert kept_paper(ws, BULAN, "tanda_terima") is not None


def test_another_base_on_the_paper_is_a_gap(ws):
    form = kertas_lengkap(ws)
    old = dataclasses.replace(form.cek("AMATI"), acuan="DKB Semester I Tahun 2024")
    done = accept_with_papers(ws, BULAN, form.dengan(old), lengkap(ws), incomplete=True)
    assert done.kertas
    (gap,) = load_receipt(ws, BULAN).kekurangan
    assert "Akta Kematian memakai acuan DKB Semester I Tahun 2024" in gap


def test_timeliness_follows_the_configured_deadline(ws):
    assert timeliness(ws, BULAN) is None
    standing = timeliness(bertenggat(ws, 10), BULAN)
    assert standing is not None
    assert (standing.waktu, standing.hari) == ("belum", 4)
    accept_with_papers(ws, BULAN, kertas_lengkap(ws), lengkap(ws))
    standing = timeliness(ws, BULAN)
    assert standing is not None
    assert standing.waktu == "tepat"
    paper = kept_paper(ws, BULAN, "tanda_terima")
    assert paper is not None
    assert paper.ketepatan.startswith("diterima 6 Januari 2025, tepat waktu")


def test_a_month_received_before_forms_were_kept_is_dated_by_the_trail(ws):
    assert timeliness(bertenggat(ws, 1), LALU) is not None
    assert load_receipt(ws, LALU).diterima_pada == ""


def test_a_passed_deadline_is_not_asked_for(ws):
    return_with_note(bertenggat(ws, 2), BULAN, kertas_lengkap(ws), KOSONG, ALASAN)
    nota = kept_paper(ws, BULAN, "nota")
    assert nota is not None
    assert nota.batas == ""
    return_with_note(bertenggat(ws, 10), BULAN, kertas_lengkap(ws), KOSONG, ALASAN)
    nota = kept_paper(ws, BULAN, "nota")
    assert nota is not None
    assert nota.batas == "2025-01-10"


def test_the_grid_marks_blank_rows_errors_and_warnings(ws, tmp_path):
    rows = semua(ws) | {"13.01": (None, None), "13.06": (1005, "#REF!")}
    view = examine(ws, BULAN, [tulis(tmp_path / "a.csv", ws, rows)])
    grid = {row.dokumen: row for row in recognised(ws, BULAN, view.bacaan, view.temuan)}
    marks = dict(zip(ws.facts(BULAN).wilayah.kode, grid["ACERAI"].petak, strict=True))
    assert (marks["13.01"], marks["13.06"]) == ("tiada", "salah")
    assert grid["ACERAI"].jumlah == 18
    assert set(grid["AMATI"].petak) == {"tiada"}


def test_the_grid_marks_every_row_of_a_column_that_stands_twice_and_differs(ws, tmp_path):
    heads = ("NO", "KODE", "KABUPATEN/KOTA", "WAJIB AKTA", "MEMILIKI", "SUDAH MEMILIKI")
    figures = {kode: (due, have, have - 1) for kode, (due, have) in semua(ws).items()}
    view = examine(ws, BULAN, [tulis(tmp_path / "a.csv", ws, figures, kepala=heads)])

    assert [f.rule for f in view.temuan if f.level == "error"] == ["R06"]
    grid = {row.dokumen: row for row in recognised(ws, BULAN, view.bacaan, view.temuan)}
    assert set(grid["ACERAI"].petak) == {"salah"}


def test_figures_split_by_commas_are_found_until_a_later_file_brings_the_row(ws, tmp_path):
    figures = semua(ws)
    broken = tulis(tmp_path / "a.csv", ws, figures | {"13.06": (913, 12, 802)})
    mended = tulis(tmp_path / "b.csv", ws, {"13.06": (913, 802)})

    def errors(*paths):
        return [f for f in examine(ws, BULAN, list(paths)).temuan if f.level == "error"]

    found = errors(broken)
    assert [(f.rule, f.region, f.cell) for f in found] == [("R05", "13.06", "a!F10")]
    assert "(802)" in found[0].message
    assert errors(broken, mended) == []


@pytest.mark.parametrize("today", ["renamed", "removed"])
def test_a_gap_names_the_regions_as_the_month_froze_them(ws, tmp_path, today):
    # GIVEN a month that was opened before Agam was renamed, or taken off the list
    whole = semua(ws)
    file = tulis(tmp_path / "sebagian.csv", ws, {k: v for k, v in whole.items() if k != "13.06"})
    known = [w for w in ws.config.facts.wilayah.semua if w.kode != "13.06"]
    if today == "renamed":
        known.append(dataclasses.replace(ws.config.facts.wilayah["13.06"], nama="Kota Baru"))
    facts = dataclasses.replace(ws.config.facts, wilayah=DaftarWilayah(known))
    ws.config = dataclasses.replace(ws.config, facts=facts)
    # THEN what is missing is asked for by the name of then
    lacking = gaps(ws, BULAN, kertas_lengkap(ws), examine(ws, BULAN, [file]))
    assert "Softcopy Akta Perceraian: belum ada data Kabupaten Agam." in lacking
