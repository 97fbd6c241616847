"""Headings and places: levels, merges, blocks, pivots, several tables on one sheet."""

from __future__ import annotations

from tests.unit.softcopy.corpus import Kasus, kasus
from tests.unit.softcopy.figures import Angka, figures
from tests.unit.softcopy.pages import Kolom, Rekap, death_columns, titles
from tests.unit.softcopy.writers import Halaman, Isi, to_csv, to_html, to_xlsx
from tests.unit.softcopy.xls_writer import to_xls

MINISTRY: list[Kolom] = [
    ("WAJIB AKTA(AWAL - JML)", lambda r: (r.wajib or 0) - 9),
    ("MEMILIKI(AWAL - JML)", lambda r: r.memiliki - 9),
    ("WAJIB AKTA(DINAMIS - JML)", lambda r: r.wajib),
    ("MEMILIKI(DINAMIS-JML)", lambda r: r.memiliki),
    ("BELUM MEMILIKI(DINAMIS-JML)", lambda r: r.belum),
    ("PERSEN (DINAMIS)(%)", lambda r: r.persen),
]


@kasus
def ministry_export_with_awal_and_dinamis() -> Kasus:
    page = Rekap("AK017", kolom=MINISTRY).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


@kasus
def awal_and_dinamis_on_two_sheets() -> Kasus:
    awal = Rekap("ACERAI", nama="Cerai AWAL", baris=[
        r._replace(memiliki=r.memiliki - 1) for r in figures("ACERAI")]).page()  # fmt: skip
    return Kasus(
        {"a.xlsx": to_xlsx(awal, Rekap("ACERAI", nama="Cerai DINAMIS").page())},
        ("ACERAI",),
        dilewati=frozenset({"Cerai AWAL"}),
    )


def split(total: int | None) -> tuple[int, int, int]:
    """A made-up L and P of a total, for headings with sexes."""
    male = (total or 0) * 49 // 100
    return male, (total or 0) - male, total or 0


def sexed_rows(rows: list[Angka]) -> list[list[Isi]]:
    return [
        [i, r.kode, r.nama, *split(r.wajib), *split(r.memiliki), *_minus(r), r.persen]
        for i, r in enumerate(rows, 1)
    ]


def _minus(r: Angka) -> list[Isi]:
    return [w - m for w, m in zip(split(r.wajib), split(r.memiliki), strict=True)]


SEXES: list[Isi] = ["L", "P", "JML"] * 3


def grouped(document: str, *heading: list[Isi]) -> Halaman:
    """A page with its own heading rows over NO, KODE, KAB/KOTA and three groups of sexes."""
    lines: list[list[Isi]] = [[text] for text in titles(document)]
    return Halaman("Rekap", [*lines, [], *heading, *sexed_rows(figures(document))])


@kasus
def two_merged_levels() -> Kasus:
    page = grouped(
        "AK017",
        ["NO", "KODE", "KABUPATEN/KOTA", "WAJIB AKTA", *[None] * 2, "MEMILIKI", *[None] * 2,
         "BELUM MEMILIKI", *[None] * 2, "%"],
        [None, None, None, *SEXES],
    )  # fmt: skip
    page.gabungan = [(5, c, 6, c) for c in (0, 1, 2, 12)] + [(5, c, 5, c + 2) for c in (3, 6, 9)]
    return Kasus({"a.xlsx": to_xlsx(page), }, ("AK017",))  # fmt: skip


@kasus
def three_merged_levels_in_old_excel() -> Kasus:
    page = grouped(
        "ACERAI",
        ["NO.", "KODE WILAYAH", "NAMA KAB/KOTA", "KEPEMILIKAN AKTA PERCERAIAN"],
        [None, None, None, "PENDUDUK STATUS\nCERAI HIDUP", None, None, "MEMILIKI AKTA CERAI",
         None, None, "BELUM MEMILIKI", None, None, "CAKUPAN (%)"],
        [None, None, None, "LAKI-LAKI", "PEREMPUAN", "JUMLAH", "LK", "PR", "TOTAL", "Lk", "Pr",
         "Jml"],
    )  # fmt: skip
    page.gabungan = [(5, c, 7, c) for c in (0, 1, 2)] + [(5, 3, 5, 12), (6, 12, 7, 12)]
    page.gabungan += [(6, c, 6, c + 2) for c in (3, 6, 9)]
    return Kasus({"a.xls": to_xls(page)}, ("ACERAI",))


@kasus
def groups_without_merges() -> Kasus:
    page = grouped(
        "AK017",
        ["NO", "KODE", "KAB/KOTA", "WAJIB AKTA", None, None, "MEMILIKI", None, None,
         "BELUM MEMILIKI", None, None, "PERSENTASE"],
        [None, None, None, *SEXES],
    )  # fmt: skip
    return Kasus({"a.csv": to_csv(page)}, ("AK017",))


@kasus
def group_names_typed_over_the_middle_column() -> Kasus:
    page = grouped(
        "AK017",
        [None, None, None, None, "WAJIB AKTA", None, None, "MEMILIKI", None, None, "BELUM"],
        ["NO", "KODE", "DAERAH", *SEXES, "PERSEN"],
    )
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


@kasus
def html_with_spanned_headings() -> Kasus:
    page = grouped(
        "AK017",
        ["NO", "KODE", "KABUPATEN / KOTA", "WAJIB AKTA", None, None, "MEMILIKI", None, None,
         "BELUM MEMILIKI", None, None, "%"],
        [None, None, None, *SEXES],
    )  # fmt: skip
    page.gabungan = [(5, c, 6, c) for c in (0, 1, 2, 12)] + [(5, c, 5, c + 2) for c in (3, 6, 9)]
    return Kasus({"a.xls": to_html(page)}, ("AK017",))


@kasus
def sexes_above_measures() -> Kasus:
    lines: list[list[Isi]] = [[text] for text in titles("AKAWIN")]
    rows: list[list[Isi]] = []
    for r in figures("AKAWIN"):
        due, owned = split(r.wajib), split(r.memiliki)
        cells = [v for pair in zip(due, owned, strict=True) for v in pair]
        rows.append([r.kode, r.nama, *cells])
    page = Halaman("Kawin", [
        *lines,
        ["KODE", "KABUPATEN/KOTA", "LAKI-LAKI", None, "PEREMPUAN", None, "JUMLAH", None],
        [None, None, *["WAJIB", "MEMILIKI"] * 3],
        *rows,
    ])  # fmt: skip
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AKAWIN",))


@kasus
def only_men_and_women_given() -> Kasus:
    columns: list[Kolom] = [
        ("WAJIB L", lambda r: split(r.wajib)[0]),
        ("WAJIB P", lambda r: split(r.wajib)[1]),
        ("MEMILIKI L", lambda r: split(r.memiliki)[0]),
        ("MEMILIKI P", lambda r: split(r.memiliki)[1]),
    ]
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("AKAWIN", kolom=columns, jumlah=None).page())}, ("AKAWIN",)
    )


@kasus
def status_columns_instead_of_wajib_akta() -> Kasus:
    kawin: list[Kolom] = [
        ("STATUS KAWIN(JML)", lambda r: r.wajib),
        ("MEMILIKI AKTA KAWIN(JML)", lambda r: r.memiliki),
    ]
    cerai: list[Kolom] = [
        ("STATUS CERAI(JML)", lambda r: r.wajib),
        ("MEMILIKI AKTA CERAI(JML)", lambda r: r.memiliki),
        ("JUMLAH PENDUDUK", lambda r: 999_999),
        ("WAJIB KTP", lambda r: 888_888),
    ]
    plain = ["PROVINSI SUMATERA BARAT", "31 DESEMBER 2024", "DKB SEMESTER II TAHUN 2024"]
    return Kasus(
        {"a.xlsx": to_xlsx(
            Rekap("AKAWIN", judul=plain, kolom=kawin, nama="Sheet1").page(),
            Rekap("ACERAI", judul=plain, kolom=cerai, nama="Sheet2").page(),
        )},
        ("AKAWIN", "ACERAI"),
    )  # fmt: skip


@kasus
def a_column_given_twice_with_the_same_figures() -> Kasus:
    columns: list[Kolom] = [("WAJIB AKTA", lambda r: r.wajib), ("MEMILIKI", lambda r: r.memiliki),
                            ("SUDAH MEMILIKI", lambda r: r.memiliki)]  # fmt: skip
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", kolom=columns).page())}, ("ACERAI",))


@kasus
def a_column_given_twice_with_other_figures_is_not_guessed() -> Kasus:
    columns: list[Kolom] = [("WAJIB AKTA", lambda r: r.wajib), ("MEMILIKI", lambda r: r.memiliki),
                            ("SUDAH MEMILIKI", lambda r: r.memiliki - 1)]  # fmt: skip
    rows = figures("ACERAI")
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("ACERAI", kolom=columns, jumlah=None).page())},
        ("ACERAI",),
        frozenset({("R06", None, "Cerai!E6")}),
        kecuali={("ACERAI", r.kode): (r.wajib, None) for r in rows},
    )


@kasus
def heading_far_down_and_to_the_right() -> Kasus:
    page = Rekap("ACERAI", left=3, kosong=4).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def pivot_left_above_the_table() -> Kasus:
    page = Rekap("ACERAI", kosong=2).page()
    pivot: list[list[Isi]] = [["Row Labels", "Sum of MEMILIKI"], ["KABUPATEN AGAM", 7373],
                              ["KOTA PADANG", 11519], ["Grand Total", 18892], []]  # fmt: skip
    page.rows = pivot + page.rows
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def pivot_under_the_same_heading_words() -> Kasus:
    page = Rekap("ACERAI").page()
    scrap: list[list[Isi]] = [["KABUPATEN/KOTA", "Sum of MEMILIKI"], ["KAB. AGAM", 1], []]
    page.rows = scrap + page.rows
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


def beside(left: Halaman, right: Halaman, gap: int = 1) -> Halaman:
    width = max(len(row) for row in left.rows) + gap
    joined = Halaman("Rekap", [])
    for r in range(max(len(left.rows), len(right.rows))):
        first = left.rows[r] if r < len(left.rows) else []
        second = right.rows[r] if r < len(right.rows) else []
        joined.rows.append([*first, *[None] * (width - len(first)), *second])
    return joined


@kasus
def two_documents_side_by_side() -> Kasus:
    page = beside(Rekap("ACERAI").page(), Rekap("AMATI").page())
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI", "AMATI"))


@kasus
def kabupaten_left_and_kota_right() -> Kasus:
    rows = figures("AK017")
    left = Rekap("AK017", baris=list(rows[:12]), jumlah="SUB JUMLAH").page()
    right = Rekap(
        "AK017", judul=["", "", "", ""], baris=list(rows[12:]), jumlah="SUB JUMLAH"
    ).page()
    return Kasus({"a.xlsx": to_xlsx(beside(left, right))}, ("AK017",))


@kasus
def documents_below_each_other_on_one_sheet() -> Kasus:
    page = Halaman("Rekap", [])
    for document in ("AK017", "ACERAI", "AMATI"):
        page.rows += [*Rekap(document).page().rows, [], []]
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017", "ACERAI", "AMATI"))


@kasus
def documents_as_groups_of_one_table() -> Kasus:
    lines: list[list[Isi]] = [["REKAPITULASI AKTA DAN KTP-EL"], ["KEADAAN s.d. 31 DESEMBER 2024"],
                              ["DKB SEMESTER II TAHUN 2024"], []]  # fmt: skip
    heading: list[list[Isi]] = [
        ["NO", "KABUPATEN/KOTA", "AKTA KELAHIRAN 0-17", None, "AKTA PERCERAIAN", None,
         "AKTA KEMATIAN", "KTP-EL", None],
        [None, None, "WAJIB", "MEMILIKI", "WAJIB", "MEMILIKI", "JML", "WAJIB KTP", "MEMILIKI"],
    ]  # fmt: skip
    rows: list[list[Isi]] = [
        [i, birth.nama, birth.wajib, birth.memiliki, divorce.wajib, divorce.memiliki,
         death.memiliki, 5, 4]
        for i, (birth, divorce, death) in enumerate(
            zip(figures("AK017"), figures("ACERAI"), figures("AMATI"), strict=True), 1)
    ]  # fmt: skip
    page = Halaman("Semua", [*lines, *heading, *rows])
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017", "ACERAI", "AMATI"))


@kasus
def heading_repeated_on_the_second_page() -> Kasus:
    page = Rekap("AK017").page()
    page.rows[16:16] = [[], list(page.rows[5]), ["1", "2", "3", "4", "5", "6", "7"]]
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


@kasus
def province_template_as_it_is_filled_in() -> Kasus:
    heading: list[list[Isi]] = [
        ["NO", "KODE", "KABUPATEN/KOTA", "AKTA KEMATIAN s.d. BULAN INI", None, None,
         "TERBIT BULAN INI", None, None, "KEMATIAN DILAPORKAN BULAN INI (opsional)", "PERSEN",
         "KETERANGAN"],
        [None, None, None, "L", "P", "JML", "L", "P", "JML"],
        list(range(1, 13)),
    ]  # fmt: skip
    rows: list[list[Isi]] = [
        [i, r.kode, r.nama, r.l, r.p, r.memiliki, 3, 4, 7, 10, "70,00", None]
        for i, r in enumerate(figures("AMATI"), 1)
    ]
    lines: list[list[Isi]] = [[text] for text in titles("AMATI")]
    page = Halaman("Akta Kematian", [*lines, *heading, *rows])
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AMATI",))


@kasus
def deaths_as_reported_by_the_ministry() -> Kasus:
    columns = [(h.replace("AKTA KEMATIAN", "MENINGGAL"), f) for h, f in death_columns()]
    page = Rekap("AMATI", judul=["JUMLAH AKTA KEMATIAN", "BULAN DESEMBER 2024"], kolom=columns)
    return Kasus({"a.xlsx": to_xlsx(page.page())}, ("AMATI",), acuan=None)
