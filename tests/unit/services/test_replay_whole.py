"""Whatever is done, the trail alone builds the same store again; and the store of any moment."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Anggaran, Bahan, Sasaran
from civreg_tui.domain.lembar import Alamat, Isian, Kolom
from civreg_tui.domain.periode import Periode
from civreg_tui.services.disposisi import load_disposisi, save_disposisi, send_disposisi
from civreg_tui.services.entri.answers import answer_cells, returned_cells
from civreg_tui.services.entri.enter import (
    carry_over,
    commit_cells,
    set_control,
    set_note,
    set_split,
)
from civreg_tui.services.entri.takeover import keep_entry, take_over_all
from civreg_tui.services.entri.undo import redo, undo
from civreg_tui.services.entri.verify_entry import rekey
from civreg_tui.services.lakip.composing import compose, deliver, save_budget, save_text
from civreg_tui.services.lakip.editions import choose_edition
from civreg_tui.services.month.months import load_sheet, open_month, set_acuan
from civreg_tui.services.month.returns import return_to_kabid, return_to_kasi, return_to_staf
from civreg_tui.services.month.take_back import take_back
from civreg_tui.services.month.targets import set_target
from civreg_tui.services.pemeriksaan.check import check_month, explain
from civreg_tui.services.pemeriksaan.validate import hand_over, unvalidate, validate
from civreg_tui.services.penerimaan.ajaran import JudulAsing, forget, taught, teach
from civreg_tui.services.penerimaan.receipt_form import CekHardcopy, FormTerima
from civreg_tui.services.penerimaan.receive import accept, examine, inbox, send_back
from civreg_tui.services.penerimaan.softcopies import differences as selisih
from civreg_tui.services.sekretariat import accept_lakip, save_checklist
from civreg_tui.services.trail.audit import audit
from civreg_tui.services.trail.replay import differences, replay
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.conftest import Jam, budi
from tests.unit.services.bantu import ALASAN, BULAN, sel

PENUH = Bahan(lengkap=True, ditandatangani=True, nomor="7", tanggal="2025-01-07")
ASING = JudulAsing("a1b2", "JML/ANAK", "x.xlsx!B4", "x.xlsx", "AK017")


def _receive(ws: Workspace) -> None:
    papers = tuple(CekHardcopy(h.dokumen, True, 2, True, h.acuan) for h in
                   ws.store.months.sheets(BULAN))  # fmt: skip
    accept(ws, BULAN, FormTerima(papers, pengirim="Rina"), examine(ws, BULAN, inbox(ws)))


def _send_back(ws: Workspace) -> None:
    send_back(ws, BULAN, FormTerima(nomor="1"), examine(ws, BULAN, inbox(ws)), ALASAN)


def _explain(ws: Workspace) -> None:
    for found in check_month(ws, BULAN):
        if found.temuan.level == "warning":
            explain(ws, BULAN, found.temuan, "pindah")


def _keep(ws: Workspace) -> None:
    for code in ("AK017", "ACERAI"):
        for diff in selisih(ws, load_sheet(ws, BULAN, code)):
            keep_entry(ws, BULAN, diff)


def _answer(ws: Workspace) -> None:
    cells = [(c.dokumen, c.alamat) for c in returned_cells(ws, BULAN)]
    answer_cells(ws, BULAN, cells, "sudah sesuai kertas")


def _compose(ws: Workspace) -> None:
    for section in compose(ws, BULAN)[1]:
        save_text(ws, BULAN, section, "Uraian Kepala Bidang.")


def _two(ws: Workspace) -> None:
    cells = {sel("13.01"): Isian(0, nihil=True), sel("13.02", "memiliki"): Isian(9)}
    commit_cells(ws, BULAN, "AK017", cells)


def _return(ws: Workspace) -> None:
    return_to_staf(ws, BULAN, [("AK017", sel("13.01")), ("ACERAI", sel("13.02"))], ALASAN)


TINDAKAN: dict[str, Callable[[Workspace], object]] = {
    "buka_bulan": lambda ws: open_month(ws, Periode(2025, 1), "DKB Semester II Tahun 2024"),
    "acuan": lambda ws: set_acuan(ws, BULAN, "DKB Semester I Tahun 2024"),
    "simpan_disposisi": lambda ws: save_disposisi(
        ws, BULAN, replace(load_disposisi(ws, BULAN), catatan=str(ws.store.trail.next_number()))
    ),
    "kirim_disposisi": lambda ws: send_disposisi(ws, BULAN, load_disposisi(ws, BULAN)),
    "kembalikan_piak": _send_back,
    "terima": _receive,
    "isi": _two,
    "isi_satu": lambda ws: commit_cells(ws, BULAN, "AK017", {sel("13.03"): Isian(3)}),
    "kosongkan": lambda ws: commit_cells(ws, BULAN, "AK017", {sel("13.03"): Isian()}),
    "ambil": lambda ws: take_over_all(ws, BULAN),
    "bawa": lambda ws: carry_over(ws, BULAN, "AK017"),
    "rincian": lambda ws: set_split(ws, BULAN, "AK017", "lp"),
    "kendali": lambda ws: set_control(ws, BULAN, "AK017", Kolom("wajib", "jml"), 5),
    "hapus_kendali": lambda ws: set_control(ws, BULAN, "AK017", Kolom("wajib", "jml"), None),
    "catatan": lambda ws: set_note(ws, BULAN, "AK017", sel("13.01"), "tanya", tanda=True),
    "hapus_catatan": lambda ws: set_note(ws, BULAN, "AK017", sel("13.01"), "", tanda=False),
    "putuskan": _keep,
    "ketik_ulang": lambda ws: rekey(ws, BULAN, "AK017", sel("13.03"), Isian(4)),
    "urung": lambda ws: undo(ws, BULAN),
    "ulang": lambda ws: redo(ws, BULAN),
    "jelaskan": _explain,
    "serahkan": lambda ws: hand_over(ws, BULAN),
    "tarik": lambda ws: take_back(ws, BULAN, ALASAN),
    "kembali_staf": _return,
    "jawab": _answer,
    "validasi": lambda ws: validate(ws, BULAN),
    "batal": lambda ws: unvalidate(ws, BULAN, ALASAN),
    "edisi": lambda ws: choose_edition(ws, BULAN, "bulanan"),
    "anggaran": lambda ws: save_budget(ws, BULAN, [Anggaran("p", "k", 10, 5)]),
    "naskah": _compose,
    "kembali_kasi": lambda ws: return_to_kasi(ws, BULAN, ALASAN),
    "sampaikan": lambda ws: deliver(ws, BULAN),
    "periksa": lambda ws: save_checklist(ws, BULAN, PENUH),
    "kembali_kabid": lambda ws: return_to_kabid(ws, BULAN, ALASAN),
    "terima_lakip": lambda ws: accept_lakip(ws, BULAN, PENUH),
    "target": lambda ws: set_target(ws, BULAN, Sasaran("ACERAI", 2024, 6000)),
    "ajarkan": lambda ws: teach(ws, ASING, Kolom("wajib", "jml")),
    "lewati": lambda ws: teach(ws, ASING, None),
    "lupakan": lambda ws: [forget(ws, lesson) for lesson in taught(ws)],
}


def built_again(ws: Workspace, folder: Path) -> tuple[str, ...]:
    target = Store(folder)
    try:
        count = replay(ws.store, target, ws.config)
        assert count == ws.store.trail.next_number() - 1
        assert target.trail.head() == ws.store.trail.head()
        return differences(ws.store, target)
    finally:
        target.close()


def attempt(ws: Workspace, name: str) -> bool:
    try:
        TINDAKAN[name](ws)
    except Ditolak:
        return False
    return True


@pytest.mark.parametrize("step", range(1, 8))
def test_the_demo_at_every_step(demo, tmp_path: Path, step: int) -> None:
    assert built_again(demo(step), tmp_path / "ulang") == ()


JALAN = (
    "simpan_disposisi kirim_disposisi kirim_disposisi kembalikan_piak terima catatan kendali ambil"
    " isi_satu putuskan ketik_ulang ketik_ulang urung ulang urung kosongkan ambil hapus_kendali"
    " jelaskan serahkan kembali_staf jawab serahkan tarik serahkan jelaskan validasi batal validasi"
    " isi_satu"
    " kosongkan ambil jelaskan serahkan jelaskan validasi edisi anggaran naskah kembali_kasi"
    " tarik serahkan kembali_staf jawab serahkan jelaskan validasi naskah sampaikan periksa"
    " kembali_kabid naskah sampaikan periksa terima_lakip target"
    " ajarkan lewati lupakan ajarkan buka_bulan"
)


def test_a_month_with_every_loop(demo, tmp_path: Path) -> None:
    ws = demo(1)
    done = [name for name in JALAN.split() if attempt(ws, name)]
    assert ws.month(BULAN).keadaan == "selesai"
    assert len(done) > 40, set(JALAN.split()) - set(done)
    assert built_again(ws, tmp_path / "ulang") == ()
    assert audit(ws).differences == ()  # the moments too


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 7), st.lists(st.sampled_from(sorted(TINDAKAN)), max_size=12))
def test_whatever_is_done(cetakan, config, step: int, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(cetakan(step), Path(place) / "a"))
        ws = Workspace(config, Store(folder), pelaku=budi(), clock=Jam())
        for name in names:
            attempt(ws, name)
        assert built_again(ws, Path(place) / "b") == ()
        ws.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE sel SET angka = angka + 1",
        "UPDATE berkas SET keadaan = 'selesai' WHERE periode = '2024-12'",
        "DELETE FROM penjelasan",
        "UPDATE naskah SET teks = 'lain'",
        "UPDATE softcopy SET isi = x'00'",
        "UPDATE isian SET isi = '{}' WHERE jenis = 'disposisi'",
    ],
)
def test_a_store_that_says_something_else_is_found(demo, tmp_path: Path, spoil: str) -> None:
    ws = demo(7)
    attempt(ws, "target")
    changed = ws.store.database.sql.execute(spoil).rowcount
    found = built_again(ws, tmp_path / "ulang")
    assert (found != ()) == (changed > 0)
    if changed:
        assert found[0].startswith(spoil.split()[1 if spoil.startswith("UPDATE") else 2])


def test_the_store_of_an_earlier_moment(demo, tmp_path: Path, jam) -> None:
    ws = demo(4)
    place = Alamat("13.03", "wajib", "jml")
    attempt(ws, "isi_satu")
    then = ws.now()
    commit_cells(ws, BULAN, "AK017", {place: Isian(4)})
    earlier = Store(tmp_path / "dulu")
    replay(ws.store, earlier, ws.config, until=then)
    assert earlier.cells.of(BULAN, "AK017")[place] == Isian(3)
    assert ws.store.cells.of(BULAN, "AK017")[place] == Isian(4)
    earlier.close()
