"""Several deliveries of one month: what came later stands, region by region, and says so."""

from __future__ import annotations

from dataclasses import replace

from civreg_tui.domain.bacaan import Bacaan, BarisSumber, SelSumber, TabelSumber
from civreg_tui.domain.beda_kiriman import beda_sel, sel_sumber
from civreg_tui.domain.gabungan import Penggantian, gabung
from civreg_tui.domain.lembar import Alamat, Kolom
from civreg_tui.domain.wilayah import Penetapan, Wilayah

WAJIB, MEMILIKI = Kolom("wajib", "jml"), Kolom("memiliki", "jml")
AGAM, SOLOK, PADANG = "13.06", "13.72", "13.71"
Angka = int | None | str


def wilayah(kode: str) -> Wilayah:
    return Wilayah(kode, f"Kabupaten {kode}", "", kode)


def sel(isi: Angka) -> SelSumber:
    if isinstance(isi, str):
        return SelSumber("L!F8", isi, masalah="rumus")
    return SelSumber("L!F8", "" if isi is None else str(isi), isi)


def baris(kode: str, **angka: Angka) -> BarisSumber:
    cells = {Kolom(*k.split("_")): sel(v) for k, v in angka.items()}  # type: ignore[arg-type]
    return BarisSumber(8, kode, kode, Penetapan(wilayah(kode)), "L!C8", cells)


def ragu(*kandidat: str) -> BarisSumber:
    unsure = Penetapan(None, "R03", tuple(wilayah(k) for k in kandidat))
    return BarisSumber(9, "", "SOLOK", unsure, "L!C9", {WAJIB: sel(1)})


def tabel(berkas: str, *rows: BarisSumber, dokumen: str = "ACERAI") -> TabelSumber:
    columns = tuple(dict.fromkeys(k for row in rows for k in row.sel))
    total = baris("", wajib_jml=99)
    return TabelSumber(
        berkas, "L", 7, dokumen, dokumen, dokumen, None, "", None, "", columns, rows, (total,)
    )


def hasil(*tables: TabelSumber) -> tuple[dict[Alamat, int | None], tuple[Penggantian, ...]]:
    merged, replaced = gabung(Bacaan((), tables, None, None))
    return {a: c.angka for a, c in sel_sumber(merged.tabel).items()}, replaced


def test_a_later_file_replaces_the_regions_it_gives_and_only_these():
    lama = tabel("0/a", baris(AGAM, wajib_jml=10, memiliki_jml=5),
                 baris(PADANG, wajib_jml=20, memiliki_jml=8))  # fmt: skip
    baru = tabel("1/a", baris(AGAM, wajib_jml=11, memiliki_jml=6))
    angka, diganti = hasil(lama, baru)
    assert angka == {
        Alamat(AGAM, *WAJIB): 11, Alamat(AGAM, *MEMILIKI): 6,
        Alamat(PADANG, *WAJIB): 20, Alamat(PADANG, *MEMILIKI): 8,
    }  # fmt: skip
    assert diganti == (Penggantian("ACERAI", "0/a", "1/a", (AGAM,)),)


def test_each_region_stands_once_and_a_broken_up_table_loses_its_total_row():
    lama = tabel("0/a", baris(AGAM, wajib_jml=10), baris(PADANG, wajib_jml=20))
    merged, _ = gabung(Bacaan((), (lama, tabel("1/a", baris(AGAM, wajib_jml=11))), None, None))
    regions = [row.wilayah for table in merged.tabel for row in table.baris]
    assert sorted(filter(None, regions)) == [AGAM, PADANG]
    assert [len(table.jumlah) for table in merged.tabel] == [0, 1]


def test_a_blank_row_takes_nothing_back_but_a_blank_cell_of_a_given_row_does():
    lama = tabel("0/a", baris(AGAM, wajib_jml=10, memiliki_jml=5),
                 baris(PADANG, wajib_jml=20, memiliki_jml=8))  # fmt: skip
    baru = tabel("1/a", baris(AGAM, wajib_jml=None, memiliki_jml=None),
                 baris(PADANG, wajib_jml=21, memiliki_jml=None))  # fmt: skip
    angka, _ = hasil(lama, baru)
    assert angka[Alamat(AGAM, *WAJIB)] == 10
    assert angka[Alamat(PADANG, *WAJIB)] == 21
    assert angka[Alamat(PADANG, *MEMILIKI)] is None


def test_a_measure_without_a_column_stays_and_its_sexes_go_together():
    lama = tabel("0/a", baris(AGAM, wajib_jml=10, memiliki_l=2, memiliki_p=3, belum_jml=5))
    baru = tabel("1/b", baris(AGAM, memiliki_jml=6))
    angka, _ = hasil(lama, baru)
    assert angka == {Alamat(AGAM, *WAJIB): 10, Alamat(AGAM, *MEMILIKI): 6}


def test_two_sheets_of_the_later_file_stand_together():
    lama = tabel("0/a", baris(AGAM, wajib_jml=10, memiliki_jml=5))
    satu, dua = tabel("1/b", baris(AGAM, wajib_jml=11)), tabel("1/b", baris(AGAM, memiliki_jml=7))
    angka, diganti = hasil(lama, satu, dua)
    assert angka == {Alamat(AGAM, *WAJIB): 11, Alamat(AGAM, *MEMILIKI): 7}
    assert len(diganti) == 1


def test_twice_in_one_file_stays_twice():
    once = tabel("0/a", baris(AGAM, wajib_jml=10))
    merged, replaced = gabung(Bacaan((), (once, replace(once)), None, None))
    assert [len(table.baris) for table in merged.tabel] == [1, 1]
    assert replaced == ()


def test_a_doubtful_row_goes_when_a_later_file_names_all_it_might_have_meant():
    lama = tabel("0/a", baris(AGAM, wajib_jml=10), ragu("13.02", SOLOK))
    half = tabel("1/b", baris(SOLOK, wajib_jml=3))
    whole = tabel("1/b", baris(SOLOK, wajib_jml=3), baris("13.02", wajib_jml=4))
    for baru, doubts in ((half, 1), (whole, 0)):
        merged, _ = gabung(Bacaan((), (lama, baru), None, None))
        rows = [row for table in merged.tabel for row in table.baris]
        assert sum(row.wilayah is None for row in rows) == doubts


def test_three_versions_and_another_document():
    first = tabel("0/a", baris(AGAM, wajib_jml=1), baris(PADANG, wajib_jml=2))
    other = tabel("0/a", baris(AGAM, wajib_jml=50), dokumen="AMATI")
    second, third = tabel("1/b", baris(AGAM, wajib_jml=3)), tabel("2/c", baris(AGAM, wajib_jml=4))
    merged, replaced = gabung(Bacaan((), (first, other, second, third), None, None))
    ours = sel_sumber(merged.dokumen("ACERAI"))
    assert {a.wilayah: c.angka for a, c in ours.items()} == {PADANG: 2, AGAM: 4}
    assert [t.berkas for t in merged.tabel] == ["0/a", "0/a", "2/c"]
    assert [(p.lama, p.baru) for p in replaced] == [("0/a", "1/b"), ("1/b", "2/c")]


def test_a_broken_cell_replaces_a_good_figure_so_that_it_is_seen():
    lama, baru = (
        tabel("0/a", baris(AGAM, wajib_jml=1)),
        tabel("1/b", baris(AGAM, wajib_jml="#REF!")),
    )
    merged, _ = gabung(Bacaan((), (lama, baru), None, None))
    assert sel_sumber(merged.tabel)[Alamat(AGAM, *WAJIB)].masalah == "rumus"


def test_differences_name_what_changed_what_came_and_what_went():
    lama = sel_sumber([tabel("0/a", baris(AGAM, wajib_jml=1, memiliki_jml=2, belum_jml=0))])
    baru = sel_sumber([tabel("1/b", baris(AGAM, wajib_jml=1, memiliki_jml=3),
                             baris(PADANG, wajib_jml=4))])  # fmt: skip
    found = beda_sel("ACERAI", lama, baru, (PADANG, AGAM))
    assert [(b.alamat.wilayah, b.alamat.ukuran, b.jenis) for b in found] == [
        (PADANG, "wajib", "baru"), (AGAM, "memiliki", "berubah"), (AGAM, "belum", "hilang"),
    ]  # fmt: skip
    assert beda_sel("ACERAI", lama, lama, (AGAM,)) == ()
