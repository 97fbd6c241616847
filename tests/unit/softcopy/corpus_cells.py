"""Cells: numbers as text, nils, blanks, damaged thousands, formulas, percents in three ways."""

from __future__ import annotations

from tests.unit.softcopy.corpus import Kasus, kasus
from tests.unit.softcopy.figures import Angka
from tests.unit.softcopy.ods_writer import to_ods
from tests.unit.softcopy.pages import Kolom, Rekap, stock_columns
from tests.unit.softcopy.writers import Galat, Halaman, Isi, Rumus, to_csv, to_xlsx
from tests.unit.softcopy.xls_writer import to_xls


def dotted(number: int | None) -> str:
    return f"{number:,}".replace(",", ".")


@kasus
def counts_as_text_with_blanks() -> Kasus:
    columns: list[Kolom] = [
        ("Wajib  Akta", lambda r: f"{r.wajib} "),
        ("Memiliki\xa0", lambda r: f"\xa0{r.memiliki}\u202f"),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", kolom=columns).page())}, ("AK017",))


@kasus
def counts_as_text_with_dots() -> Kasus:
    columns: list[Kolom] = [
        ("WAJIB AKTA", lambda r: dotted(r.wajib)),
        ("MEMILIKI", lambda r: f"{r.memiliki:,}".replace(",", " ")),
        ("BELUM MEMILIKI", lambda r: f"{dotted(r.belum)},00"),
    ]
    return Kasus({"a.csv": to_csv(Rekap("AK017", kolom=columns).page())}, ("AK017",))


def _percents(show: object) -> bytes:
    columns = [*stock_columns()[:3], ("PERSEN (%)", show)]
    return to_xlsx(Rekap("AK017", kolom=columns).page())  # type: ignore[arg-type]


@kasus
def percents_with_a_sign() -> Kasus:
    return Kasus({"a.xlsx": _percents(lambda r: f"{r.persen} %")}, ("AK017",))


@kasus
def percents_as_fractions() -> Kasus:
    return Kasus({"a.xlsx": _percents(lambda r: r.memiliki / (r.wajib or 1))}, ("AK017",))


@kasus
def percents_as_unrounded_numbers() -> Kasus:
    return Kasus({"a.xlsx": _percents(lambda r: r.memiliki * 100 / (r.wajib or 1))}, ("AK017",))


def one_cell(value: Isi, *, measure: str = "memiliki") -> Halaman:
    """Akta perceraian with one cell of Kabupaten Agam replaced (row 12)."""
    page = Rekap("ACERAI", jumlah=None).page()
    page.put(11, {"wajib": 3, "memiliki": 4, "belum": 5}[measure], value)
    return page


def _damaged(data: bytes, name: str = "a.xlsx", *, cell: str = "Cerai!E12") -> Kasus:
    return Kasus(
        {name: data},
        ("ACERAI",),
        frozenset({("R05", "13.06", cell)}),
        kecuali={("ACERAI", "13.06"): (11712, None)},
    )


@kasus
def damaged_thousands_are_flagged_not_multiplied() -> Kasus:
    return _damaged(to_xlsx(one_cell(7.373)))


@kasus
def decimals_are_no_count() -> Kasus:
    return _damaged(to_xlsx(one_cell(7373.5)))


@kasus
def minus_is_no_count() -> Kasus:
    return _damaged(to_xlsx(one_cell(-7373)))


@kasus
def words_are_no_count() -> Kasus:
    return _damaged(to_xlsx(one_cell("7373 jiwa")))


@kasus
def comma_thousands_are_doubtful() -> Kasus:
    return _damaged(to_csv(one_cell("7,373")), "Cerai.csv")


@kasus
def broken_formula_in_xlsx() -> Kasus:
    return _damaged(to_xlsx(one_cell(Galat("#REF!"))))


@kasus
def broken_formula_in_xls() -> Kasus:
    return _damaged(to_xls(one_cell(Galat("#DIV/0!"))), "a.xls")


@kasus
def broken_formula_in_ods() -> Kasus:
    return _damaged(to_ods(one_cell(Galat("#REF!"))), "a.ods")


@kasus
def broken_formula_in_csv() -> Kasus:
    return _damaged(to_csv(one_cell("#REF!")), "Cerai.csv")


@kasus
def formula_that_was_never_calculated() -> Kasus:
    return _damaged(to_xlsx(one_cell(Rumus("=D12-F12", None))))


@kasus
def formulas_with_their_last_values() -> Kasus:
    columns: list[Kolom] = [
        ("WAJIB AKTA", lambda r: Rumus("=1+1", float(r.wajib or 0))),
        ("MEMILIKI", lambda r: Rumus("=SUM(A1:A2)", float(r.memiliki))),
    ]
    return Kasus({"a.xlsx": to_xlsx(Rekap("AK017", kolom=columns).page())}, ("AK017",))


@kasus
def totals_and_differences_as_formulas_nobody_calculated() -> Kasus:
    columns: list[Kolom] = [
        *stock_columns()[:2],
        ("BELUM MEMILIKI", lambda r: Rumus("=D7-E7", 0.0)),
        ("PERSEN (%)", lambda r: Rumus("=E7/D7*100", 0.0)),
    ]
    page = Rekap("AK017", kolom=columns).page()
    page.put(25, 3, Rumus("=SUM(D7:D25)", 0.0))
    page.put(25, 4, Rumus("=SUM(E7:E25)", None))
    return Kasus({"a.xlsx": to_xlsx(page)}, ("AK017",))


def _nil(value: Isi) -> Kasus:
    page = one_cell(value)
    page.put(11, 5, 11712)
    page.put(11, 6, None)
    return Kasus({"a.xlsx": to_xlsx(page)}, ("ACERAI",),
                 kecuali={("ACERAI", "13.06"): (11712, 0)})  # fmt: skip


@kasus
def nihil_is_a_declared_zero() -> Kasus:
    return _nil("NIHIL")


@kasus
def dash_is_a_declared_zero() -> Kasus:
    return _nil(" – ")


@kasus
def blank_is_not_given() -> Kasus:
    return Kasus(
        {"a.xlsx": to_xlsx(one_cell("  "))},
        ("ACERAI",),
        frozenset({("R06", "13.06", "Cerai!E12")}),
        kecuali={("ACERAI", "13.06"): (11712, None)},
    )


@kasus
def column_that_is_missing_altogether() -> Kasus:
    columns: list[Kolom] = [("MEMILIKI", lambda r: r.memiliki), ("PERSEN", lambda r: r.persen)]
    page = Rekap("ACERAI", kolom=columns, jumlah=None)
    rows = [r for r in page.rows() if isinstance(r, Angka)]
    return Kasus(
        {"a.xlsx": to_xlsx(page.page())},
        ("ACERAI",),
        frozenset(("R06", r.kode, f"Cerai!C{7 + i}") for i, r in enumerate(rows)),
        kecuali={("ACERAI", r.kode): (None, r.memiliki) for r in rows},
    )
