"""Rows: order, sections, totals, names and codes in every spelling, titles in every spelling."""

from __future__ import annotations

import random

from tests.unit.softcopy.corpus import Kasus, kasus
from tests.unit.softcopy.figures import figures, province
from tests.unit.softcopy.pages import Kolom, Rekap
from tests.unit.softcopy.writers import to_csv, to_xlsx

SEEN = {
    "13.01": "PESSEL", "13.02": "Kab.  Solok", "13.03": "SWL/SIJUNJUNG", "13.04": "TD. DATAR",
    "13.05": "PDG PARIAMAN", "13.06": "agam", "13.07": "L. KOTA", "13.08": "KABUPATEN\nPASAMAN",
    "13.09": "KEP.MENTAWAI", "13.10": "Dharmas Raya", "13.11": "SOLSEL", "13.12": "PASAMAN  BRT",
    "13.71": "KOTAMADYA PADANG", "13.72": "KOTA SOLOK *)", "13.73": "SAWAH LUNTO",
    "13.74": "PD. PANJANG", "13.75": "Bukit Tinggi", "13.76": "PYK", "13.77": "Kota\xa0Pariaman",
}  # fmt: skip


@kasus
def names_in_every_spelling_without_codes() -> Kasus:
    label: list[Kolom] = [("KAB / KOTA", lambda r: SEEN.get(r.kode, r.nama))]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label).page())}, ("AK017",))


@kasus
def names_with_the_office_before_them() -> Kasus:
    label: list[Kolom] = [("DISDUKCAPIL", lambda r: f"Disdukcapil {r.nama.title()}")]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label, jumlah=None).page())}, ("AK017",))


@kasus
def kind_after_the_name() -> Kasus:
    def turned(name: str) -> str:
        kind, _, rest = name.partition(" ")
        return f"{rest} ({kind.title()})"

    label: list[Kolom] = [("WILAYAH", lambda r: turned(r.nama) if r.kode else r.nama)]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label).page())}, ("AK017",))


@kasus
def code_and_name_in_one_cell() -> Kasus:
    label: list[Kolom] = [("KODE DAN NAMA KAB/KOTA", lambda r: f"{r.kode} {r.nama}".strip())]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label).page())}, ("AK017",))


@kasus
def numbers_before_the_names() -> Kasus:
    order = {r.kode: i for i, r in enumerate(figures("AK017"), 1)}
    label: list[Kolom] = [
        ("KABUPATEN/KOTA", lambda r: f"{order[r.kode]}. {r.nama}" if r.kode else r.nama)
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label).page())}, ("AK017",))


@kasus
def codes_read_as_numbers() -> Kasus:
    label: list[Kolom] = [
        ("KODE", lambda r: float(r.kode) if r.kode else None),
        ("KAB/KOTA", lambda r: r.nama),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label).page())}, ("AK017",))


@kasus
def only_codes_and_no_names() -> Kasus:
    label: list[Kolom] = [("KODE", lambda r: r.kode or r.nama)]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", label=label).page())}, ("AK017",))


@kasus
def bare_solok_settled_by_sections() -> Kasus:
    rows = figures("ACERAI")
    label: list[Kolom] = [("KABUPATEN/KOTA", lambda r: r.nama.split(" ", 1)[-1])]
    baris = ["A. KABUPATEN", *rows[:12], "B. KOTA", *rows[12:]]
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", label=label, baris=baris).page())}, ("ACERAI",))


@kasus
def bare_solok_is_never_guessed() -> Kasus:
    label: list[Kolom] = [("KABUPATEN/KOTA", lambda r: r.nama.split(" ", 1)[-1])]
    page = Rekap("ACERAI", label=label)
    return Kasus(
        {"a.xlsx": to_xlsx(page.page())},
        ("ACERAI",),
        frozenset({("R03", None, "Cerai!B8"), ("R03", None, "Cerai!B20")}),
        kecuali={("ACERAI", "13.02"): None, ("ACERAI", "13.72"): None},
    )


@kasus
def rows_in_any_order_province_first() -> Kasus:
    rows = figures("AKAWIN")
    random.Random(7).shuffle(rows)
    baris = [province(rows), *rows]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AKAWIN", baris=baris, jumlah=None).page())}, ("AKAWIN",))


@kasus
def province_between_kabupaten_and_kota() -> Kasus:
    rows = figures("AKAWIN")
    baris = [*rows[:12], province(rows)._replace(nama="TOTAL", kode=""), *rows[12:]]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AKAWIN", baris=baris, jumlah=None).page())}, ("AKAWIN",))


@kasus
def subtotals_and_a_grand_total() -> Kasus:
    rows = figures("AK017")
    baris = [
        "A. KABUPATEN", *rows[:12], province(rows[:12])._replace(nama="SUB JUMLAH", kode=""),
        "B. KOTA", *rows[12:], province(rows[12:])._replace(nama="JUMLAH KOTA", kode=""),
        province(rows)._replace(nama="JUMLAH (A+B)", kode=""),
    ]  # fmt: skip
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", baris=baris, jumlah=None).page())}, ("AK017",))


@kasus
def subtotals_that_are_only_called_jumlah() -> Kasus:
    rows = figures("AK017")
    baris = [
        *rows[:12], province(rows[:12])._replace(nama="JUMLAH", kode=""),
        *rows[12:], province(rows[12:])._replace(nama="JUMLAH", kode=""),
        province(rows)._replace(nama="TOTAL", kode=""),
    ]  # fmt: skip
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", baris=baris, jumlah=None).page())}, ("AK017",))


@kasus
def numbering_row_with_formulas() -> Kasus:
    page = Rekap("AK017").page()
    page.rows.insert(6, ["1", "2", "3", "4", "5", "6=(4-5)", "7=(5/4x100)"])
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


@kasus
def rows_that_compare_are_left_alone() -> Kasus:
    rows = figures("AK017")
    extra = [rows[0]._replace(nama=n, kode="") for n in ("RATA-RATA", "NASIONAL", "TARGET 2024")]
    page = Rekap("AK017", baris=[*rows, *extra], jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


TITLES = {
    "keadaan": ["KEADAAN s.d. 31 DESEMBER 2024", "2024-12"],
    "posisi": ["Posisi 31 Desember 2024", "2024-12"],
    "bulan": ["BULAN : DESEMBER TAHUN 2024", "2024-12"],
    "pebruari": ["KEADAAN 28 PEBRUARI 2025", "2025-02"],
    "nopember": ["S/D BULAN NOPEMBER 2024", "2024-11"],
    "rentang": ["JANUARI s.d. OKTOBER 2024", "2024-10"],
    "angka": ["PER 31/12/2024", "2024-12"],
    "iso": ["Periode: 2024-12", "2024-12"],
    "semester": ["KEADAAN SEMESTER II TAHUN 2024", "2024-12"],
    "semester satu": ["SEMESTER I TAHUN 2024", "2024-06"],
    "dua angka": ["DES-24", "2024-12"],
}


def _title_case(line: str, month: str) -> Kasus:
    base = {"2024-06": "DKB Semester I Tahun 2024"} if "SEMESTER I " in line else {}
    own = "DKB Semester II Tahun 2024" if "SEMESTER II" in line else base.get(month)
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN", line, "Padang, 6 Januari 2025"]).page()
    return Kasus({"a.csv": to_csv(page)}, ("ACERAI",), periode=month, acuan=own)


for _name, (_line, _month) in TITLES.items():
    kasus_name = f"title {_name}"

    def _make(line: str = _line, month: str = _month) -> Kasus:
        return _title_case(line, month)

    _make.__name__ = kasus_name
    kasus(_make)


@kasus
def base_told_by_a_note_below() -> Kasus:
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN", "DESEMBER 2024"],
                 bawah=["", "Catatan: angka per DKB Smt. II Thn 2024"]).page()  # fmt: skip
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def month_told_by_the_cover() -> Kasus:
    from tests.unit.softcopy.writers import Halaman

    cover = Halaman("Sampul", [["LAPORAN ADMINDUK"], ["BULAN DESEMBER 2024"]])
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN"]).page()
    file = {"a.xlsx": to_xlsx(cover, page)}
    return Kasus(file, ("ACERAI",), acuan=None, dilewati=frozenset({"Sampul"}))
