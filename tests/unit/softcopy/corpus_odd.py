"""Stranger shapes: what an office might send that no sample showed."""

from __future__ import annotations

from tests.unit.softcopy.corpus import Kasus, kasus
from tests.unit.softcopy.figures import Angka, figures, province
from tests.unit.softcopy.pages import Kolom, Rekap, stock_columns
from tests.unit.softcopy.writers import Halaman, Isi, to_csv, to_xlsx

PER_KELAMIN = "satu kabupaten/kota beberapa baris (jenis kelamin); minta satu baris per daerah"


def _grouped(document: str, groups: list[str], heads: list[str], rows: list[list[Isi]]) -> Halaman:
    """A page whose figures stand under merged group headings."""
    wide = len(heads)
    above: list[Isi] = ["NO", "KAB/KOTA"]
    for group in groups:
        above += [group, *[None] * (wide - 1)]
    below: list[Isi] = [None, None, *heads * len(groups)]
    title = Rekap(document).page().rows[:4]
    page = Halaman(document, [*title, [], above, below, *rows])
    page.gabungan = [(5, 0, 6, 0), (5, 1, 6, 1)]
    page.gabungan += [(5, 2 + wide * g, 5, 1 + wide * (g + 1)) for g in range(len(groups))]
    return page


@kasus
def months_as_groups_of_columns() -> Kasus:
    rows: list[list[Isi]] = [
        [i, r.nama, r.wajib and r.wajib - 90, r.memiliki - 200, r.wajib, r.memiliki]
        for i, r in enumerate(figures("AK017"), 1)
    ]
    months = ["NOVEMBER 2024", "DESEMBER 2024"]
    return Kasus(
        {"a.xlsx": to_xlsx(_grouped("AK017", months, ["WAJIB AKTA", "MEMILIKI"], rows))},
        ("AK017",),
    )


@kasus
def the_month_asked_for_among_groups_of_columns() -> Kasus:
    rows: list[list[Isi]] = [
        [i, r.nama, r.wajib, r.memiliki, r.wajib, r.memiliki + 1]
        for i, r in enumerate(figures("AK017"), 1)
    ]
    months = ["NOVEMBER 2024", "DESEMBER 2024"]
    return Kasus(
        {"a.xlsx": to_xlsx(_grouped("AK017", months, ["WAJIB AKTA", "MEMILIKI"], rows))},
        ("AK017",),
        periode="2024-11",
        diminta="2024-11",
    )


@kasus
def ages_as_groups_of_columns() -> Kasus:
    rows: list[list[Isi]] = [
        [i, r.nama, young.wajib, young.memiliki, r.wajib, r.memiliki]
        for i, (r, young) in enumerate(zip(figures("AK017"), figures("AK04"), strict=True), 1)
    ]
    ages = ["USIA 0-4 TAHUN", "USIA 0-17 TAHUN"]
    return Kasus(
        {"a.xlsx": to_xlsx(_grouped("AK017", ages, ["JUMLAH ANAK", "MEMILIKI AKTA"], rows))},
        ("AK017", "AK04"),
    )


@kasus
def codes_of_province_and_region_in_two_columns() -> Kasus:
    label: list[Kolom] = [
        ("KODE PROV", lambda r: "13" if r.kode else None),
        ("KODE KAB", lambda r: r.kode[3:] or None),
        ("KABUPATEN/KOTA", lambda r: r.nama),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", label=label).page())}, ("ACERAI",))


@kasus
def codes_without_the_province() -> Kasus:
    label: list[Kolom] = [
        ("KODE", lambda r: int(r.kode[3:]) if r.kode else None),
        ("KABUPATEN/KOTA", lambda r: r.nama),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", label=label).page())}, ("ACERAI",))


@kasus
def deaths_headed_only_by_sexes() -> Kasus:
    columns: list[Kolom] = [
        ("L", lambda r: r.l),
        ("P", lambda r: r.p),
        ("JML", lambda r: r.memiliki),
    ]
    page = Rekap("AMATI", kolom=columns, nama="mati").page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AMATI",))


@kasus
def targets_and_ranks_are_no_coverage() -> Kasus:
    columns: list[Kolom] = [
        ("TARGET 2024 (%)", lambda r: 98),
        *stock_columns(),
        ("KENAIKAN (%)", lambda r: 1.5),
        ("RANK", lambda r: 3),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", kolom=columns).page())}, ("ACERAI",))


@kasus
def a_row_for_each_sex_is_refused_and_not_taken_for_the_total() -> Kasus:
    columns: list[Kolom] = [("JENIS KELAMIN", lambda r: "L"), *stock_columns()]
    odd = Rekap("ACERAI", kolom=columns, nama="LP").page()
    files = {"a.xlsx": to_xlsx(odd, Rekap("AK017").page())}
    return Kasus(files, ("AK017",), dilewati=frozenset({"LP"}))


@kasus
def commas_that_split_figures_of_a_csv_are_noticed() -> Kasus:
    agam = next(i for i, r in enumerate(figures("ACERAI")) if r.kode == "13.06")
    columns: list[Kolom] = [("WAJIB AKTA", lambda r: r.wajib), ("MEMILIKI", lambda r: r.memiliki)]
    page = Rekap("ACERAI", kolom=columns, jumlah=None, bawah=())
    sheet = page.page()
    sheet.rows[page.header_row() + agam][3:] = [913, 12, 802, 345]
    line = page.header_row() + agam + 1
    found = frozenset({("R05", "13.06", f"a!F{line}"), ("R24", "13.06", f"a!D{line}")})
    return Kasus(
        {"a.csv": to_csv(sheet, ",")}, ("ACERAI",), found, kecuali={("ACERAI", "13.06"): (913, 12)}
    )


@kasus
def two_versions_of_a_document_in_two_files() -> Kasus:
    old = [r._replace(memiliki=r.memiliki - 2) for r in figures("ACERAI")]
    files = {
        "akta.xlsx": to_xlsx(Rekap("ACERAI", baris=old, kolom=stock_columns()[:2]).page()),
        "akta rev.xlsx": to_xlsx(Rekap("ACERAI", kolom=stock_columns()[:2]).page()),
    }
    was = {("ACERAI", r.kode): (r.wajib, r.memiliki) for r in old}
    return Kasus(files, ("ACERAI",), frozenset({("R02", None, "Cerai!C7")}), kecuali=was)


@kasus
def names_and_figures_as_people_write_them() -> Kasus:
    label: list[Kolom] = [
        ("Kode Wil.", lambda r: float(r.kode) if r.kode else None),
        ("Nama Kab / Kota", _spoken),
    ]
    columns: list[Kolom] = [
        ("Wajib\nAkta", lambda r: f"{r.wajib:,}".replace(",", "\u00a0")),
        ("Yg Memiliki", lambda r: f" {r.memiliki:,} ".replace(",", ".")),
        ("Blm", lambda r: r.belum),
        ("Prosentase", lambda r: f"{r.persen} %"),
    ]
    titles = ["CAKUPAN AKTE CERAI", "Posisi s.d. 31-12-2024 (DKB Smt 2 2024)"]
    page = Rekap("ACERAI", judul=titles, label=label, kolom=columns, nama="Sheet1")
    return Kasus({"a.xlsx": to_xlsx(page.page())}, ("ACERAI",))


def _spoken(row: Angka) -> str:
    spoken = {"13.07": "50 Kota", "13.03": "Swl Sijunjung", "13.10": "Darmasraya", "13.76": "Pyk"}
    return spoken.get(row.kode, row.nama.title().replace("Kabupaten", "Kab."))


@kasus
def months_named_without_a_year_as_groups() -> Kasus:
    rows: list[list[Isi]] = [
        [i, r.nama, r.wajib, r.memiliki - 200, r.wajib, r.memiliki]
        for i, r in enumerate(figures("AK017"), 1)
    ]
    page = _grouped("AK017", ["NOVEMBER", "DESEMBER"], ["WAJIB AKTA", "MEMILIKI"], rows)
    page.rows[2] = ["TAHUN 2024"]
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


@kasus
def certificates_issued_are_no_owners() -> Kasus:
    columns: list[Kolom] = [("L", lambda r: 4), ("P", lambda r: 5), ("JML", lambda r: 9)]
    titles = ["LAPORAN PENERBITAN AKTA KEMATIAN", "BULAN DESEMBER 2024"]
    page = Rekap("AMATI", judul=titles, kolom=columns, jumlah=None, nama="mati")
    cells = {r.kode: f"mati!C{page.header_row() + i}" for i, r in enumerate(figures("AMATI"), 1)}
    return Kasus(
        {"a.xlsx": to_xlsx(page.page())},
        ("AMATI",),
        frozenset(("R06", kode, cell) for kode, cell in cells.items())
        | frozenset({("R17", None, None)}),
        kecuali={("AMATI", kode): (None, None) for kode in cells},
        acuan=None,
    )


@kasus
def kecamatan_below_their_kabupaten_are_passed_over() -> Kasus:
    rows: list[Angka | str] = []
    for r in figures("ACERAI"):
        rows += [r, Angka(f"{r.kode}.01", "PASAMAN", 40, 20), Angka(f"{r.kode}.02", "ULAKAN", 9, 2)]
    page = Rekap("ACERAI", baris=rows, jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def month_in_a_sheet_name_like_a_file_name() -> Kasus:
    page = Rekap("ACERAI", judul=["AKTA PERCERAIAN"], nama="cerai_2024_12").page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), acuan=None)


def _turned(document: str, corner: str, titles: list[str]) -> Halaman:
    """The regions side by side, a line for each measure."""
    rows = [*figures(document), province(figures(document))._replace(nama="JUMLAH")]
    lines: list[list[Isi]] = [[None, text] for text in titles]
    head: list[Isi] = ["NO", corner, *(r.nama for r in rows)]
    measures: list[list[Isi]] = [
        [1, "WAJIB AKTA", *(r.wajib for r in rows)],
        [2, "MEMILIKI", *(r.memiliki for r in rows)],
        [3, "BELUM MEMILIKI", *(r.belum for r in rows)],
        [4, "PERSEN (%)", *(r.persen for r in rows)],
    ]
    return Halaman("Cerai", [*lines, [], head, *measures, [], [None, "Kepala Bidang PIAK"]])


@kasus
def regions_side_by_side() -> Kasus:
    titles = ["REKAP AKTA PERCERAIAN", "31 DESEMBER 2024", "DKB SEMESTER II TAHUN 2024"]
    return Kasus({"a.xlsx": to_xlsx(_turned("ACERAI", "URAIAN", titles))}, ("ACERAI",))


@kasus
def regions_side_by_side_with_a_slip() -> Kasus:
    titles = ["REKAP AKTA PERCERAIAN", "31 DESEMBER 2024", "DKB SEMESTER II TAHUN 2024"]
    page = _turned("ACERAI", "KABUPATEN/KOTA", titles)
    page.rows[6][4] = "1.786x"
    return Kasus(
        {"a.xlsx": to_xlsx(page)},
        ("ACERAI",),
        frozenset({("R05", "13.03", "Cerai!E7")}),
        kecuali={("ACERAI", "13.03"): (3761, None)},
    )


@kasus
def a_row_that_lost_its_name_is_a_finding() -> Kasus:
    page = Rekap("ACERAI", label=[("KAB/KOTA", lambda r: r.nama)], jumlah=None)
    sheet = page.page()
    sheet.rows[page.header_row() + 5][1] = None
    line = page.header_row() + 6
    return Kasus(
        {"a.xlsx": to_xlsx(sheet)},
        ("ACERAI",),
        frozenset({("R03", None, f"Cerai!B{line}"), ("R01", "13.06", None)}),
        kecuali={("ACERAI", "13.06"): None},
    )


@kasus
def totals_that_nobody_named_are_told_by_their_figures() -> Kasus:
    rows = figures("ACERAI")
    counties, towns = (
        [r for r in rows if r.nama.startswith(kind)] for kind in ("KABUPATEN", "KOTA")
    )
    nameless = [province(part)._replace(kode="", nama="") for part in (counties, towns)]
    lines: list[Angka | str] = [*counties, nameless[0], *towns, nameless[1]]
    page = Rekap("ACERAI", baris=lines, jumlah=None).page()
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",))


@kasus
def names_moved_against_codes_of_regions_side_by_side() -> Kasus:
    rows = figures("ACERAI")
    codes: list[Isi] = ["KODE", *(r.kode for r in rows)]
    names: list[Isi] = ["KABUPATEN/KOTA", *(r.nama for r in rows)]
    names[1], names[2] = names[2], names[1]
    due: list[Isi] = ["WAJIB AKTA", *(r.wajib for r in rows)]
    have: list[Isi] = ["MEMILIKI", *(r.memiliki for r in rows)]
    titles: list[list[Isi]] = [["AKTA PERCERAIAN"], ["31 DESEMBER 2024"], []]
    page = Halaman("Cerai", [*titles, codes, names, due, have])
    return Kasus(
        {"a.xlsx": to_xlsx(page)},
        ("ACERAI",),
        frozenset({("R04", "13.02", "Cerai!B5"), ("R04", "13.01", "Cerai!C5")}),
        kecuali={("ACERAI", "13.01"): None, ("ACERAI", "13.02"): None},
        acuan=None,
    )


@kasus
def age_groups_of_owners_beside_the_whole() -> Kasus:
    columns: list[Kolom] = [
        ("WAJIB AKTA", lambda r: r.wajib),
        ("MEMILIKI AKTA 0-4 TAHUN", lambda r: r.memiliki // 3),
        ("MEMILIKI AKTA 5-17 TAHUN", lambda r: r.memiliki - r.memiliki // 3),
        ("MEMILIKI AKTA 0-17 TAHUN", lambda r: r.memiliki),
    ]
    page = Rekap("AK017", kolom=columns, jumlah=None)
    cells = {r.kode: f"Akta Lahir 0-17!C{page.header_row() + i}"
             for i, r in enumerate(figures("AK017"), 1)}  # fmt: skip
    return Kasus(
        {"a.xlsx": to_xlsx(page.page())},
        ("AK017", "AK04"),
        frozenset(("R06", kode, cell) for kode, cell in cells.items()),
        kecuali={("AK04", r.kode): (None, r.memiliki // 3) for r in figures("AK017")},
    )


@kasus
def two_months_below_each_other_on_one_sheet() -> Kasus:
    old = [r._replace(memiliki=r.memiliki - 9) for r in figures("ACERAI")]
    titles = ["AKTA PERCERAIAN", "KEADAAN NOVEMBER 2024"]
    before = Rekap("ACERAI", judul=titles, baris=old, bawah=[""]).page()
    now = Rekap("ACERAI").page()
    page = Halaman("Cerai", [*before.rows, [], *now.rows])
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",), dilewati=frozenset({"Cerai"}))


@kasus
def a_title_with_a_comma_before_its_date_is_no_signature() -> Kasus:
    titles = ["KEPEMILIKAN AKTA PERCERAIAN, 31 DESEMBER 2024", "DKB SEMESTER II TAHUN 2024"]
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", judul=titles).page())}, ("ACERAI",))


@kasus
def all_ages_and_children_as_groups_of_columns() -> Kasus:
    rows: list[list[Isi]] = [
        [i, r.nama, everyone.wajib, everyone.memiliki, r.wajib, r.memiliki]
        for i, (r, everyone) in enumerate(zip(figures("AK017"), figures("AKALL"), strict=True), 1)
    ]
    page = _grouped("AK017", ["SEMUA UMUR", "ANAK 0-17 TAHUN"], ["WAJIB AKTA", "MEMILIKI"], rows)
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017", "AKALL"))


@kasus
def ages_of_the_columns_go_before_the_title_s() -> Kasus:
    columns: list[Kolom] = [
        ("WAJIB AKTA 0-17 TAHUN", lambda r: r.wajib),
        ("MEMILIKI AKTA 0-17 TAHUN", lambda r: r.memiliki),
    ]
    titles = ["AKTA KELAHIRAN BALITA 0-4 TAHUN", "31 DESEMBER 2024"]
    page = Rekap("AK017", judul=titles, kolom=columns, nama="LAHIR").page()
    found = frozenset({("R13", None, "LAHIR!A1")})
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",), found, acuan=None)


@kasus
def a_total_that_is_spaced_out() -> Kasus:
    return Kasus({"a.xlsx": to_xlsx(Rekap("ACERAI", jumlah="J U M L A H").page())}, ("ACERAI",))


@kasus
def a_csv_in_one_column_of_a_workbook_is_named() -> Kasus:
    lines: list[list[Isi]] = [[f"{i};{r.nama};{r.wajib}"] for i, r in enumerate(figures("ACERAI"))]
    one = Halaman("CSV", [["NO;KAB/KOTA;WAJIB AKTA"], *lines])
    files = {"a.xlsx": to_xlsx(one, Rekap("AK017").page())}
    return Kasus(files, ("AK017",), dilewati=frozenset({"CSV"}))


@kasus
def bare_solok_under_a_heading_of_its_kind() -> Kasus:
    parts = []
    for kind in ("KABUPATEN", "KOTA"):
        rows = [r._replace(nama=r.nama.removeprefix(f"{kind} "), kode="")
                for r in figures("ACERAI") if r.nama.startswith(kind)]  # fmt: skip
        label: list[Kolom] = [(kind, lambda r: r.nama)]
        judul = None if kind == "KABUPATEN" else []
        parts += (
            Rekap("ACERAI", judul=judul, label=label, baris=rows, jumlah=None, bawah=[""])
            .page()
            .rows
        )
    return Kasus({"a.xlsx": to_xlsx(Halaman("Cerai", parts))}, ("ACERAI",))
