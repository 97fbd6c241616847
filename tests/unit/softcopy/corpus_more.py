"""Shapes that other offices might send: the same figures, written in yet another way."""

from __future__ import annotations

from tests.unit.softcopy.corpus import Kasus, kasus
from tests.unit.softcopy.figures import Angka, figures, province
from tests.unit.softcopy.pages import Kolom, Rekap, stock_columns, titles
from tests.unit.softcopy.writers import Halaman, Isi, to_csv, to_html, to_xlsx

KEADAAN = ["31 DESEMBER 2024", "DKB SEMESTER II TAHUN 2024"]


@kasus
def whole_sentences_as_headings() -> Kasus:
    columns: list[Kolom] = [
        ("Jumlah Anak Usia\n0 s/d 17 Tahun", lambda r: r.wajib),
        ("Jumlah Anak yang Telah Memiliki Akta Kelahiran", lambda r: r.memiliki),
        ("Jumlah Anak yang Belum\nMemiliki Akta Kelahiran", lambda r: r.belum),
        ("Cakupan Kepemilikan Akta Kelahiran (%)", lambda r: r.persen),
        ("Ranking", lambda r: 7),
        ("Ket.", lambda r: "lengkap"),
    ]
    page = Rekap("AK017", judul=["CAKUPAN AKTA LAHIR", *KEADAAN], kolom=columns, nama="Sheet1")
    return Kasus({"a.xlsx": to_xlsx(page.page())}, ("AK017",))


@kasus
def words_broken_over_two_heading_rows() -> Kasus:
    lines: list[list[Isi]] = [[text] for text in titles("ACERAI")]
    heading: list[list[Isi]] = [
        ["NO", "KODE", "KABUPATEN/", "WAJIB", "SUDAH", "BELUM", "%"],
        [None, None, None, "AKTA", "MEMILIKI", "MEMILIKI"],
    ]
    rows: list[list[Isi]] = [
        [i, r.kode, r.nama, r.wajib, r.memiliki, r.belum, r.persen]
        for i, r in enumerate(figures("ACERAI"), 1)
    ]
    page = Halaman("Cerai", [*lines, [], *heading, *rows])
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def name_column_without_a_heading() -> Kasus:
    label: list[Kolom] = [("", lambda r: r.nama)]
    page = Rekap("ACERAI", label=label).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def name_column_called_something_else() -> Kasus:
    label: list[Kolom] = [("URAIAN", lambda r: r.nama)]
    page = Rekap("ACERAI", label=label).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def kind_in_a_column_of_its_own() -> Kasus:
    label: list[Kolom] = [
        ("KAB/KOTA", lambda r: r.nama.split(" ")[0] if r.kode else None),
        ("NAMA", lambda r: r.nama.split(" ", 1)[-1]),
    ]
    page = Rekap("ACERAI", label=label).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def kind_and_name_under_one_merged_heading() -> Kasus:
    label: list[Kolom] = [
        ("KABUPATEN/KOTA", lambda r: r.nama.split(" ")[0] if r.kode else None),
        ("", lambda r: r.nama.split(" ", 1)[-1]),
    ]
    page = Rekap("ACERAI", label=label)
    sheet = page.page()
    sheet.gabungan = [(page.header_row() - 1, 1, page.header_row() - 1, 2)]
    return Kasus({"a.xlsx": to_xlsx(sheet)}, ("ACERAI",))


@kasus
def codes_of_both_offices_side_by_side() -> Kasus:
    label: list[Kolom] = [
        ("KODE BPS", lambda r: "1311" if r.kode == "13.10" else None),
        ("KODE KEMENDAGRI", lambda r: r.kode),
        ("KABUPATEN/KOTA", lambda r: r.nama),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", label=label).page())}, ("ACERAI",))


@kasus
def place_of_signing_is_no_second_row() -> Kasus:
    page = Rekap("ACERAI", bawah=["", "PADANG", "6 Januari 2025"]).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def province_in_a_column_of_its_own() -> Kasus:
    label: list[Kolom] = [
        ("PROVINSI", lambda r: "SUMATERA BARAT" if r.kode else None),
        ("KODE", lambda r: r.kode),
        ("KABUPATEN/KOTA", lambda r: r.nama),
    ]
    page = Rekap("ACERAI", label=label).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def regions_of_other_provinces_are_left_alone() -> Kasus:
    others = [Angka("11.01", "KAB. ACEH SELATAN", 10, 5), Angka("14.71", "KOTA PEKANBARU", 20, 6)]
    baris = [others[0], *figures("ACERAI"), others[1]]
    page = Rekap("ACERAI", baris=baris, jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def total_label_merged_over_all_label_columns() -> Kasus:
    page = Rekap("ACERAI").page()
    page.rows[25][:3] = ["J U M L A H", None, None]
    page.gabungan = [(25, 0, 25, 2)]
    page.rows[25][0] = "JUMLAH TOTAL"
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def month_and_year_in_cells_of_their_own() -> Kasus:
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN"]).page()
    page.rows[1:1] = [["BULAN", ":", "DESEMBER"], ["TAHUN", ":", 2024], ["DKB", "SMT II", 2024]]
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def month_told_by_the_sheet_name_only() -> Kasus:
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN"], nama="Cerai Des 2024").page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), acuan=None)


@kasus
def base_with_the_year_before_the_semester() -> Kasus:
    page = Rekap("ACERAI", judul=["AKTA CERAI", "DESEMBER 2024", "Data: DKB 2024 Semester 2"])
    return Kasus({"a.xlsx": to_xlsx(page.page())}, ("ACERAI",))


@kasus
def deaths_counted_until_a_named_month() -> Kasus:
    columns: list[Kolom] = [
        ("AKTA KEMATIAN YANG DITERBITKAN s.d. DESEMBER 2024", lambda r: r.memiliki),
        ("AKTA KEMATIAN YANG DITERBITKAN BULAN INI", lambda r: 3),
    ]
    page = Rekap("AMATI", kolom=columns, jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AMATI",))


@kasus
def months_before_and_now_side_by_side() -> Kasus:
    columns: list[Kolom] = [
        ("AKTA KEMATIAN s.d. BULAN LALU", lambda r: r.memiliki - 5),
        ("BULAN INI", lambda r: 5),
        ("AKTA KEMATIAN s.d. BULAN INI", lambda r: r.memiliki),
    ]
    page = Rekap("AMATI", kolom=columns, jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AMATI",))


@kasus
def two_semesters_side_by_side_the_newer_counts() -> Kasus:
    columns: list[Kolom] = [
        ("WAJIB AKTA\nSMT I 2024", lambda r: (r.wajib or 0) - 50),
        ("MEMILIKI\nSMT I 2024", lambda r: r.memiliki - 60),
        ("WAJIB AKTA\nSMT II 2024", lambda r: r.wajib),
        ("MEMILIKI\nSMT II 2024", lambda r: r.memiliki),
    ]
    page = Rekap("AK017", judul=["AKTA KELAHIRAN 0-17", "DESEMBER 2024"], kolom=columns).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


@kasus
def letterhead_and_units_around_the_table() -> Kasus:
    kop = ["PEMERINTAH PROVINSI SUMATERA BARAT", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
           "Jalan Pramuka No. 13 Padang"]  # fmt: skip
    page = Rekap("ACERAI", judul=[*kop, *titles("ACERAI")]).page()
    page.rows.insert(9, [None, None, None, "(jiwa)", "(jiwa)", "(jiwa)", "(%)"])
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def a_page_of_the_web_service_with_layout_tables() -> Kasus:
    inner = to_html(Rekap("ACERAI").page()).decode()
    table = inner[inner.index("<table") : inner.index("</table>") + 8]
    page = f"<html><body><h2>SIAK</h2><table><tr><td>menu</td><td>{table}</td></tr></table></body>"
    return Kasus({"cerai.xls": page.encode()}, ("ACERAI",))


@kasus
def csv_that_declares_its_delimiter() -> Kasus:
    data = b"sep=|\n" + to_csv(Rekap("ACERAI").page(), "|")
    return Kasus({"a.csv": data}, ("ACERAI",))


@kasus
def everything_at_once() -> Kasus:
    rows = figures("AK017")
    dotted: list[Kolom] = [
        ("Wajib  Akta\n(Awal)", lambda r: "1.234"),
        ("Wajib  Akta\nDinamis", lambda r: f"{r.wajib:,} ".replace(",", ".")),
        ("Memiliki\xa0(Awal)", lambda r: "-"),
        ("Memiliki\xa0Dinamis", lambda r: f"{r.memiliki:,}\xa0".replace(",", ".")),
        ("Belum Memiliki Dinamis", lambda r: f"{r.belum:,}".replace(",", ".")),
        ("Persen Dinamis (%)", lambda r: f"{r.persen} "),
        ("KET", lambda r: None),
    ]
    label: list[Kolom] = [("KABUPATEN /\nKOTA", lambda r: r.nama.split(" ", 1)[-1].title())]
    baris = [
        province(rows), "A. KABUPATEN", *rows[11::-1],
        province(rows[:12])._replace(nama="SUB JUMLAH"), "B. KOTA", *rows[12:],
        province(rows[12:])._replace(nama="SUB JUMLAH"),
    ]  # fmt: skip
    label[0] = (label[0][0], lambda r: r.nama if r.kode == "13" else label_of(r))
    page = Rekap(
        "AK017", judul=["", "REKAP AKTA KELAHIRAN (0-18 TAHUN)", "KEADAAN 31 DESEMBER 2024"],
        label=label, kolom=dotted, baris=baris, jumlah=None, left=2, kosong=3,
        nama="AKTALAHIR(rev)",
        bawah=["", "Padang, 6 Januari 2025", "Catatan: angka per DKB Semester II Tahun 2024"],
    ).page()  # fmt: skip
    page.rows.insert(7, [None, None, "1", "2", "3", "4", "5", "6", "7=(4-6)", "8", "9"])
    old = Rekap("AK017", nama="lama", judul=["AKTA KELAHIRAN", "30 JUNI 2024"]).page()
    old.tersembunyi = True
    cover = Halaman("Cover", [["LAPORAN BULANAN"]])
    return Kasus(
        {"a.xlsx": to_xlsx(cover, page, old)}, ("AK017",), dilewati=frozenset({"Cover", "lama"})
    )


def label_of(row: Angka) -> str:
    """The bare name, only unlike where the sections must settle it."""
    return row.nama.split(" ", 1)[-1].title() if row.nama != "SUB JUMLAH" else row.nama


@kasus
def percent_only_columns_do_not_count() -> Kasus:
    columns = [*stock_columns()[:2], ("PERSEN BELUM MEMILIKI", lambda r: "1,00")]
    page = Rekap("ACERAI", kolom=columns).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))
