"""Kinds of files: the same figures in every format an office uses."""

from __future__ import annotations

from tests.unit.softcopy.corpus import Kasus, kasus
from tests.unit.softcopy.ods_writer import to_ods
from tests.unit.softcopy.pages import Rekap
from tests.unit.softcopy.writers import Halaman, to_csv, to_html, to_xlsx
from tests.unit.softcopy.xls_writer import to_xls

INTI = ("AK017", "AKAWIN", "ACERAI", "AMATI")


def pages() -> list[Halaman]:
    return [Rekap(document).page() for document in INTI]


@kasus
def workbook_xlsx() -> Kasus:
    return Kasus({"laporan.xlsx": to_xlsx(*pages())}, INTI)


@kasus
def workbook_xls_of_old_excel() -> Kasus:
    return Kasus({"laporan.xls": to_xls(*pages())}, INTI)


@kasus
def workbook_ods() -> Kasus:
    return Kasus({"laporan.ods": to_ods(*pages())}, INTI)


@kasus
def workbook_with_the_wrong_ending() -> Kasus:
    return Kasus({"laporan.xls": to_xlsx(*pages())}, INTI)


@kasus
def html_table_named_xls() -> Kasus:
    return Kasus({"cerai.xls": to_html(Rekap("ACERAI").page())}, ("ACERAI",))


@kasus
def csv_semicolon_with_bom() -> Kasus:
    return Kasus({"lahir.csv": to_csv(Rekap("AK017").page(), ";", "utf-8-sig")}, ("AK017",))


@kasus
def csv_comma_without_bom() -> Kasus:
    return Kasus({"cerai.csv": to_csv(Rekap("ACERAI").page(), ",")}, ("ACERAI",))


@kasus
def csv_tab_utf16() -> Kasus:
    return Kasus({"mati.csv": to_csv(Rekap("AMATI").page(), "\t", "utf-16")}, ("AMATI",))


@kasus
def csv_windows_1252() -> Kasus:
    page = Rekap("ACERAI", bawah=["", "Catatan – résumé per DKB Semester II Tahun 2024"]).page()
    return Kasus({"cerai.csv": to_csv(page, ";", "cp1252")}, ("ACERAI",))


@kasus
def csv_document_told_by_the_file_name() -> Kasus:
    page = Rekap("ACERAI", judul=["KEADAAN 31 DESEMBER 2024"]).page()
    file = {"rekap akta perceraian.csv": to_csv(page, ";")}
    return Kasus(file, ("ACERAI",), acuan=None)


@kasus
def several_files_of_one_delivery() -> Kasus:
    return Kasus(
        {"a.xlsx": to_xlsx(*pages()[:2]), "b.ods": to_ods(pages()[2]), "c.xls": to_xls(pages()[3])},
        INTI,
    )


@kasus
def hidden_old_sheet_cover_and_foreign_documents() -> Kasus:
    cover = Halaman("Cover", [[], [None, "LAPORAN BULANAN"], [None, "DESEMBER 2024"]])
    old = Rekap("ACERAI", nama="lama").page()
    old.tersembunyi = True
    ktp = Rekap("ACERAI", nama="KTP-el", judul=["KEPEMILIKAN KTP-EL", "31 DESEMBER 2024"]).page()
    kia = Rekap("ACERAI", nama="Sheet5", judul=["CAKUPAN KIA", "31 DESEMBER 2024"]).page()
    page = Rekap("ACERAI", nama="Akta Cerai (rev)").page()
    return Kasus(
        {"laporan.xlsx": to_xlsx(cover, page, old, ktp, kia)},
        ("ACERAI",),
        dilewati=frozenset({"Cover", "lama", "KTP-el", "Sheet5"}),
    )


@kasus
def months_beside_each_other_in_one_workbook() -> Kasus:
    def page(month: str, name: str) -> Halaman:
        return Rekap("ACERAI", nama=name, judul=["AKTA PERCERAIAN", f"BULAN {month} 2024"]).page()

    months = [page("OKTOBER", "OKT"), page("NOPEMBER", "NOP"), page("DESEMBER", "DES")]
    return Kasus(
        {"cerai.xlsx": to_xlsx(*months)},
        ("ACERAI",),
        diminta="2024-12",
        acuan=None,
        dilewati=frozenset({"OKT", "NOP"}),
    )
