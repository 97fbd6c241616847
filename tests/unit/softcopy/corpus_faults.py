"""Faults in the figures: each must come out as its own finding, at its own cell."""

from __future__ import annotations

from tests.unit.softcopy.corpus import Kasus, changed, kasus
from tests.unit.softcopy.figures import figures, province
from tests.unit.softcopy.pages import Kolom, Rekap, stock_columns
from tests.unit.softcopy.writers import to_xlsx


@kasus
def region_missing() -> Kasus:
    rows = [r for r in figures("ACERAI") if r.kode != "13.09"]
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("ACERAI", baris=rows, jumlah=None).page())},
        ("ACERAI",),
        frozenset({("R01", "13.09", None)}),
        kecuali={("ACERAI", "13.09"): None},
    )


@kasus
def region_twice() -> Kasus:
    rows = figures("ACERAI")
    page = Rekap("ACERAI", baris=[*rows, rows[5]], jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), frozenset({("R02", "13.06", "Cerai!C26")}))


@kasus
def name_with_a_slip() -> Kasus:
    rows = changed(figures("ACERAI"), "13.76", nama="KOTA PAYAKUMBUAH", kode="")
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("ACERAI", baris=rows, jumlah=None).page())},
        ("ACERAI",),
        frozenset({("R03", None, "Cerai!C24"), ("R01", "13.76", None)}),
        kecuali={("ACERAI", "13.76"): None},
    )


@kasus
def code_of_the_statistics_office() -> Kasus:
    bps = {"13.10": "1311", "13.11": "1310"}
    label: list[Kolom] = [
        ("KODE", lambda r: bps.get(r.kode, r.kode)),
        ("KAB/KOTA", lambda r: r.nama),
    ]
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("ACERAI", label=label, jumlah=None).page())},
        ("ACERAI",),
        frozenset({("R04", "13.10", "Cerai!C16"), ("R04", "13.11", "Cerai!C17")}),
        kecuali={("ACERAI", "13.10"): None, ("ACERAI", "13.11"): None},
    )


@kasus
def men_and_women_do_not_add_up() -> Kasus:
    rows = changed(figures("AMATI"), "13.06", l=13435)
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("AMATI", baris=rows, jumlah=None).page())},
        ("AMATI",),
        frozenset({("R07", "13.06", "Mati!F12")}),
    )


@kasus
def parts_do_not_add_up() -> Kasus:
    page = Rekap("ACERAI", jumlah=None).page()
    page.put(11, 5, 4340)
    found = frozenset({("R08", "13.06", "Cerai!F12")})
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), found)


def _two(columns: int = 2) -> list[Kolom]:
    return stock_columns()[:columns]


@kasus
def more_owners_than_people() -> Kasus:
    rows = changed(figures("ACERAI"), "13.06", memiliki=11713)
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("ACERAI", baris=rows, kolom=_two(), jumlah=None).page())},
        ("ACERAI",),
        frozenset({("R09", "13.06", "Cerai!E12")}),
        kecuali={("ACERAI", "13.06"): (11712, 11713)},
    )


@kasus
def owners_although_nobody_is_due() -> Kasus:
    rows = changed(figures("AKAWIN"), "13.09", wajib=0)
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("AKAWIN", baris=rows, kolom=_two(), jumlah=None).page())},
        ("AKAWIN",),
        frozenset({("R10", "13.09", "Kawin!D15")}),
        kecuali={("AKAWIN", "13.09"): (0, 14121)},
    )


@kasus
def total_row_is_wrong() -> Kasus:
    rows = figures("ACERAI")
    total = province(rows)._replace(memiliki=61134, nama="JUMLAH", kode="")
    page = Rekap("ACERAI", baris=[*rows, total], kolom=_two(), jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), frozenset({("R11", None, "Cerai!E26")}))


@kasus
def title_of_last_semester() -> Kasus:
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN", "KEADAAN 30 JUNI 2024",
                                  "DKB SEMESTER II TAHUN 2024"]).page()  # fmt: skip
    return Kasus(
        {"a.xlsx": to_xlsx(page)},
        ("ACERAI",),
        frozenset({("R12", None, "Cerai!A2")}),
        periode="2024-12",
        diminta="2024-12",
    )


@kasus
def title_copied_from_another_document() -> Kasus:
    page = Rekap("ACERAI", judul=["REKAPITULASI AKTA PERKAWINAN", "31 DESEMBER 2024"]).page()
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("AKAWIN").page(), page)},
        ("AKAWIN", "ACERAI"),
        frozenset({("R13", None, "Cerai!A1")}),
    )


@kasus
def headings_copied_from_another_document() -> Kasus:
    columns: list[Kolom] = [
        ("STATUS KAWIN(JML)", lambda r: r.wajib),
        ("MEMILIKI AKTA KAWIN(JML)", lambda r: r.memiliki),
    ]
    page = Rekap("ACERAI", kolom=columns).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), frozenset({("R13", None, "Cerai!A1")}))


@kasus
def printed_percent_shows_a_slip() -> Kasus:
    rows = changed(figures("ACERAI"), "13.06", memiliki=7337)
    page = Rekap("ACERAI", baris=rows, kolom=[*_two(), stock_columns()[3]], jumlah=None).page()
    page.put(11, 5, "62,95")
    return Kasus(
        {"a.xlsx": to_xlsx(page)},
        ("ACERAI",),
        frozenset({("R14", "13.06", "Cerai!E12")}),
        kecuali={("ACERAI", "13.06"): (11712, 7337)},
    )


@kasus
def row_copied_from_the_neighbour() -> Kasus:
    rows = changed(figures("ACERAI"), "13.07", wajib=11712, memiliki=7373)
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("ACERAI", baris=rows, kolom=_two(), jumlah=None).page())},
        ("ACERAI",),
        frozenset({("R17", "13.07", "Cerai!C13")}),
        kecuali={("ACERAI", "13.07"): (11712, 7373)},
    )


@kasus
def month_and_total_swapped() -> Kasus:
    columns: list[Kolom] = [
        ("AKTA KEMATIAN s.d. BULAN INI", lambda r: r.memiliki),
        ("TERBIT BULAN INI", lambda r: 99_999 if r.kode == "13.06" else 5),
    ]
    return Kasus(
        {"a.xlsx": to_xlsx(Rekap("AMATI", kolom=columns, jumlah=None).page())},
        ("AMATI",),
        frozenset({("R26", "13.06", "Mati!E12")}),
    )


@kasus
def province_percent_is_the_mean() -> Kasus:
    rows = figures("AK017")
    page = Rekap("AK017", baris=rows, kolom=[*_two(), stock_columns()[3]]).page()
    page.put(25, 5, "98,33")
    return Kasus(
        {"a.xlsx": to_xlsx(page)}, ("AK017",), frozenset({("R30", None, "Akta Lahir 0-17!F26")})
    )
