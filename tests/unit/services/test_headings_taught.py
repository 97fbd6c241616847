"""A heading that was not recognised: taught once, remembered by its form, listed, removable."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.lembar import Kolom
from civreg_tui.services.penerimaan.ajaran import (
    forget,
    meanings,
    taught,
    teach,
    unknown_headings,
)
from civreg_tui.services.penerimaan.receive import Pratinjau, accept, examine
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN, ditolak, peristiwa, sebagai, sel
from tests.unit.services.kiriman import kertas_lengkap, semua, tulis

KEPALA = ("NO", "KODE", "KABUPATEN/KOTA", "WAJIB AKTA", "DIPEGANG WARGA")
MEMILIKI = Kolom("memiliki", "jml")


@pytest.fixture
def ws(demo) -> Workspace:
    return sebagai(demo(3), "staf", akun="ani")


@pytest.fixture
def berkas(ws, tmp_path):
    return tulis(tmp_path / "a.csv", ws, semua(ws), kepala=KEPALA)


def terbaca(view: Pratinjau) -> int | None:
    assert view.bacaan is not None
    cell = source_cells(view.bacaan.dokumen("ACERAI")).get(sel("13.06", "memiliki"))
    return cell.angka if cell else None


def asing(view: Pratinjau):
    assert view.mentah is not None
    return unknown_headings(view.mentah.tabel)


def test_a_heading_is_taught_once_and_known_ever_after(ws, berkas, tmp_path):
    view = examine(ws, BULAN, [berkas])
    (heading,) = asing(view)
    assert (heading.judul, heading.alamat) == ("DIPEGANG WARGA", "a!E4")
    assert terbaca(view) is None
    teach(ws, heading, MEMILIKI)
    view = examine(ws, BULAN, [berkas])
    assert (terbaca(view), asing(view)) == (405, ())
    same_form = ("No.", "Kode", "Kabupaten/Kota", "Wajib  Akta", "Dipegang warga")
    later = tulis(tmp_path / "b.csv", ws, semua(ws, memiliki=700), kepala=same_form)
    assert terbaca(examine(ws, BULAN, [later])) == 705


def test_another_form_is_not_touched(ws, berkas, tmp_path):
    (heading,) = asing(examine(ws, BULAN, [berkas]))
    teach(ws, heading, MEMILIKI)
    other = tulis(tmp_path / "b.csv", ws, {k: (*v, 1) for k, v in semua(ws).items()},
                  kepala=(*KEPALA, "KETERANGAN LAIN"))  # fmt: skip
    assert {a.judul for a in asing(examine(ws, BULAN, [other]))} >= {"DIPEGANG WARGA"}


def test_a_heading_may_be_taught_to_be_none_of_ours(ws, berkas):
    (heading,) = asing(examine(ws, BULAN, [berkas]))
    teach(ws, heading, None)
    view = examine(ws, BULAN, [berkas])
    assert (asing(view), terbaca(view)) == ((), None)
    assert view.mentah is not None
    reasons = [why for table in view.mentah.tabel for _, why in table.diabaikan]
    assert "diabaikan: DIPEGANG WARGA" in reasons


def test_lessons_are_listed_recorded_and_removable(ws, berkas):
    (heading,) = asing(examine(ws, BULAN, [berkas]))
    teach(ws, heading, Kolom("wajib", "l"))
    teach(ws, heading, MEMILIKI)
    (lesson,) = taught(ws)
    assert (lesson.kolom, lesson.oleh, lesson.contoh) == (MEMILIKI, "ani", "a!E4")
    said = [(e.lama, e.baru) for e in peristiwa(ws, "ajarkan_judul")]
    assert said == [(None, "wajib/l"), ("wajib/l", "memiliki/jml")]
    forget(ws, lesson)
    assert taught(ws) == ()
    assert len(asing(examine(ws, BULAN, [berkas]))) == 1
    (event,) = peristiwa(ws, "lupakan_judul")
    assert (event.lama, event.akun) == ("memiliki/jml", "ani")
    with pytest.raises(Ditolak):
        forget(ws, lesson)


def test_a_month_keeps_the_lessons_its_softcopies_were_accepted_with(ws, berkas):
    (heading,) = asing(examine(ws, BULAN, [berkas]))
    teach(ws, heading, MEMILIKI)
    accept(ws, BULAN, kertas_lengkap(ws), examine(ws, BULAN, [berkas]), incomplete=True)
    forget(ws, taught(ws)[0])
    reading = received_reading(ws, BULAN)
    assert reading is not None
    assert source_cells(reading.dokumen("ACERAI"))[sel("13.06", "memiliki")].angka == 405


def test_only_staf_and_kasi_teach(ws, berkas):
    (heading,) = asing(examine(ws, BULAN, [berkas]))
    sebagai(ws, "sekretariat")
    ditolak(ws, teach, ws, heading, MEMILIKI, aksi="ajarkan_judul")
    sebagai(ws, "kasi")
    teach(ws, heading, MEMILIKI)
    sebagai(ws, "auditor")
    ditolak(ws, forget, ws, taught(ws)[0], aksi="lupakan_judul")


def test_every_meaning_is_a_column_of_a_recap():
    assert len(meanings()) == len(set(meanings())) == 15


def test_a_table_of_which_no_heading_is_known_can_be_taught_too(ws, tmp_path):
    head = ("NO", "KODE", "DAERAH TINGKAT II", "BASIS", "DIPEGANG")
    path = tulis(tmp_path / "a.csv", ws, semua(ws), kepala=head)
    headings = {one.judul: one for one in asing(examine(ws, BULAN, [path]))}
    assert set(headings) == {"BASIS", "DIPEGANG"}
    teach(ws, headings["BASIS"], Kolom("wajib", "jml"))
    teach(ws, headings["DIPEGANG"], MEMILIKI)
    view = examine(ws, BULAN, [path])
    assert (terbaca(view), asing(view)) == (405, ())
