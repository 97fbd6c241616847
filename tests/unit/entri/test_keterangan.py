"""The sentences above and below the sheet."""

from __future__ import annotations

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.lembar import Alamat, Isian, Kolom
from civreg_tui.services.entri.progress import Progress
from screens.entri.keterangan import (
    daftar_singkat,
    hanya_baca,
    kabar_kolom,
    kalimat,
    kemajuan,
    sel_tertuduh,
    tab_dokumen,
    temuan_baru,
)
from tests.unit.entri.bangun import view
from tests.unit.temuan.bangun import KODE, NOV, bersih, lembar

WAJIB = Kolom("wajib", "jml")


def test_the_open_document_stands_in_brackets() -> None:
    views = {code: view(lembar(bersih(code), code)) for code in ("AK017", "AKAWIN", "AMATI")}
    assert tab_dokumen(views, "AKAWIN", 60) == "Lahir 0-17  [Kawin]  Mati"
    assert tab_dokumen(views, "AKAWIN", 20) == "[Kawin] 2/3"


def test_where_one_stands() -> None:
    assert kemajuan(Progress(3, 40, 12, 60, 9)) == "Sisa 3 sel (40 semua)  12/60 mnt  9 sel/mnt"
    assert kemajuan(Progress(0, 0, 12, 60, None)) == "Semua sel terisi  12/60 mnt"


def test_read_only_says_whose_turn_it_is() -> None:
    assert hanya_baca(Keadaan.PEMERIKSAAN) == (
        "Hanya baca: sekarang giliran Kasi memeriksa dan memvalidasi rekap."
    )
    assert hanya_baca(Keadaan.SELESAI) == "Hanya baca: bulan ini sudah selesai."


def test_only_what_a_figure_brought_up_is_said() -> None:
    rows = bersih()
    rows["13.01"] = {"wajib.jml": 10, "memiliki.jml": 20}
    before = view(lembar(rows))
    after = view(lembar({**rows, "13.06": {"wajib.jml": 10, "memiliki.jml": 20}}))
    assert temuan_baru(before, before, "13.01") == []
    new = temuan_baru(before, after, "13.06")
    assert {f.temuan.region for f in new} == {"13.06"}
    assert kalimat(new, daftar_singkat(after)).startswith("Agam: yang memiliki akta (20) melebihi")


def test_a_worse_value_is_said_again() -> None:
    rows = bersih()
    first = view(lembar({**rows, "13.06": {"wajib.jml": 10, "memiliki.jml": 20}}))
    worse = view(lembar({**rows, "13.06": {"wajib.jml": 10, "memiliki.jml": 30}}))
    assert temuan_baru(first, worse, "13.06")


def test_a_column_that_closes_is_said() -> None:
    rows = bersih()
    total = sum(row["wajib.jml"] or 0 for row in rows.values())
    news = kabar_kolom(view(lembar(rows), kendali={WAJIB: total}), (WAJIB,))
    assert news is not None
    assert news[0].startswith("Wajib cocok dengan kertas: ")
    assert news[1] is False


def test_the_softcopy_settles_which_cell_it_is() -> None:
    rows = bersih()
    total = sum(row["wajib.jml"] or 0 for row in rows.values())
    source = {Alamat(k, *WAJIB): SelSumber("L!F9", "", row["wajib.jml"]) for k, row in rows.items()}
    sheet = lembar(rows)
    place = Alamat(KODE[17], *WAJIB)
    sheet = sheet.dengan(place, Isian((sheet.nilai(*place) or 0) + 1))
    assert sel_tertuduh(view(sheet, kendali={WAJIB: total}), WAJIB) != place
    assert sel_tertuduh(view(sheet, kendali={WAJIB: total}, source=source), WAJIB) == place


def test_a_column_that_closes_over_two_exchanged_rows_says_so() -> None:
    rows = bersih()
    rows[KODE[2]], rows[KODE[16]] = rows[KODE[16]], rows[KODE[2]]
    before = lembar(bersih(langkah=-1), periode=NOV)
    total = sum(row["wajib.jml"] or 0 for row in rows.values())
    news = kabar_kolom(view(lembar(rows), kendali={WAJIB: total}, lalu=before), (WAJIB,))
    assert news is not None
    assert "mungkin bertukar baris" in news[0]
    assert news[1] is True


def test_a_column_that_does_not_close_names_the_cell_that_explains_it() -> None:
    rows = bersih()
    total = sum(row["wajib.jml"] or 0 for row in rows.values())
    sheet = lembar(rows)
    right = sheet.nilai(KODE[5], *WAJIB) or 0
    text = str(right)
    swapped = int(text[:3] + text[4] + text[3] + text[5:])
    sheet = sheet.dengan(Alamat(KODE[5], *WAJIB), Isian(swapped))
    wrong = view(sheet, kendali={WAJIB: total})
    news = kabar_kolom(wrong, (WAJIB,))
    assert news is not None
    assert news[1] is True
    assert "dua angka bertukar tempat" in news[0]
    assert sel_tertuduh(wrong, WAJIB) == Alamat(KODE[5], *WAJIB)


def test_an_unfinished_column_or_one_without_a_total_says_nothing() -> None:
    rows = bersih()
    rows["13.06"] = {}
    assert kabar_kolom(view(lembar(rows), kendali={WAJIB: 5}), (WAJIB,)) is None
    assert kabar_kolom(view(lembar(bersih())), (WAJIB,)) is None
