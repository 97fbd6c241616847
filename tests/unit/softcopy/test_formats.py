"""One page in every format gives the same cells; each format's own traps."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from civreg_tui.softcopy.files.biff import read_xls
from civreg_tui.softcopy.files.csv_text import read_csv
from civreg_tui.softcopy.files.grid import Grid, Nilai
from civreg_tui.softcopy.files.html_table import read_html
from civreg_tui.softcopy.files.ods import read_ods
from civreg_tui.softcopy.files.sniff import decode, kind_of
from civreg_tui.softcopy.files.xlsx import read_xlsx
from tests.unit.softcopy.ods_writer import to_ods
from tests.unit.softcopy.pages import Rekap
from tests.unit.softcopy.writers import Galat, Halaman, Rumus, to_csv, to_html, to_xlsx
from tests.unit.softcopy.xls_writer import biff_stream, compound, record, to_xls

Baca = Callable[[bytes, str], list[Grid]]


def trimmed(rows: object) -> list[list[Nilai]]:
    """Rows without blank cells at their ends and blank rows at the end."""
    out: list[list[Nilai]] = []
    for row in rows:  # type: ignore[attr-defined]
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        out.append(cells)
    while out and not out[-1]:
        out.pop()
    return out


texts = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_characters="\x7f"), max_size=12
).filter(lambda text: not text.startswith("="))  # fmt: skip
numbers = st.floats(-1e9, 1e9).map(lambda v: round(v, 3)) | st.integers(-(2**28), 2**28).map(float)
pages = st.lists(st.lists(st.none() | texts.filter(bool) | numbers, max_size=6), max_size=8)


@pytest.mark.parametrize(
    ("write", "read"), [(to_xlsx, read_xlsx), (to_xls, read_xls), (to_ods, read_ods)]
)
@settings(deadline=None)
@given(pages)
def test_every_cell_comes_back(
    write: Callable[..., bytes], read: Baca, rows: list[list[str | float | None]]
) -> None:
    (grid,) = read(write(Halaman("A–B", [list(row) for row in rows])), "a")

    assert grid.nama == "A–B"
    assert trimmed(grid.rows) == trimmed(rows)


@settings(deadline=None)
@given(pages)
def test_old_workbooks_agree_with_the_library_on_what_both_can_read(
    rows: list[list[str | float | None]],
) -> None:
    data = to_xls(Halaman("A", [["x"], *rows]))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)

    assert trimmed(read_xls(data, "a")[0].rows) == trimmed(
        [[None if v == "" else v for v in row] for row in sheet.iter_rows()]
    )


def test_merged_boxes_are_known_in_every_format() -> None:
    page = Halaman("A", [["x", None, "y"], ["z", None, None]], [(0, 0, 0, 1), (0, 2, 1, 2)])

    for grids in (
        read_xlsx(to_xlsx(page), "a"),
        read_xls(to_xls(page), "a"),
        read_ods(to_ods(page), "a"),
        read_html(to_html(page).decode(), "a", "A"),
    ):
        assert sorted(grids[0].gabungan) == [(0, 0, 0, 1), (0, 2, 1, 2)]


def test_errors_and_uncalculated_formulas_keep_a_text() -> None:
    page = Halaman("A", [["x", Galat("#REF!"), Rumus("=SUM(A1)", None), Rumus("=1+1", 2.0)]])

    assert trimmed(read_xlsx(to_xlsx(page), "a")[0].rows) == [["x", "#REF!", "=SUM(A1)", 2.0]]
    assert trimmed(read_ods(to_ods(page), "a")[0].rows) == [["x", "#REF!", "=SUM(A1)", 2.0]]
    assert trimmed(read_xls(to_xls(page), "a")[0].rows)[0][1] == "#REF!"


def test_records_of_old_workbooks_that_the_writer_does_not_make() -> None:
    place = struct.pack("<HHH", 1, 0, 0)
    shown_text = record(0x06, place + b"\0\0\0\0\0\0\xff\xff" + bytes(8))
    shown_text += record(0x207, struct.pack("<HB", 3, 0) + b"abc")
    packed_hundredths = record(0x27E, struct.pack("<HHHi", 2, 0, 0, 9853 << 2 | 3))
    row_of_packed = record(0xBD, struct.pack("<HH", 3, 1) + b"".join(
        struct.pack("<Hi", 0, n << 2 | 2) for n in (7, 8)) + struct.pack("<H", 2))  # fmt: skip
    half = struct.unpack("<q", struct.pack("<d", 0.5))[0] >> 32
    packed_float = record(0x27E, struct.pack("<HHHi", 4, 0, 0, half))
    truth = record(0x205, struct.pack("<HHHBB", 5, 0, 0, 1, 0))
    chart = record(0x809, bytes(16)) + record(0x203, struct.pack("<HHHd", 0, 0, 0, 9.0))
    chart += record(0x0A, b"")
    stream = biff_stream(Halaman("A", [["x"]]))
    extra = shown_text + packed_hundredths + row_of_packed + packed_float + truth + chart

    (grid,) = read_xls(compound(stream[:-4] + extra + stream[-4:]), "a")

    assert trimmed(grid.rows) == [["x"], ["abc"], [98.53], [None, 7.0, 8.0], [0.5], ["TRUE"]]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings_of_text(delimiter: str, encoding: str) -> None:
    page = Rekap("ACERAI", bawah=["", "Sumber – résumé"]).page()
    data = to_csv(page, delimiter, encoding)

    assert kind_of(data, "a") == "teks"
    (grid,) = read_csv(decode(data, "a"), "a", "cerai")

    assert grid.nama == "cerai"
    assert trimmed(grid.rows) == trimmed(
        [[None if v in {None, ""} else str(v) for v in row] for row in page.rows]
    )


def test_utf16_without_a_mark_is_recognised() -> None:
    data = to_csv(Rekap("ACERAI").page(), ";", "utf-16-le")

    assert "AKTA PERCERAIAN" in decode(data, "a")


def test_decimal_commas_do_not_pass_for_delimiters() -> None:
    text = "A;98,53;1\nB;97,16;2\nC;96,24;3\n"

    assert read_csv(text, "a", "a")[0].rows[1] == ["B", "97,16", "2"]


def test_the_line_that_declares_the_delimiter_keeps_its_row() -> None:
    (grid,) = read_csv("sep=,\nA,1\n", "a", "a")

    assert list(grid.rows) == [[], ["A", "1"]]


def test_numbers_that_a_page_carries_beside_the_text_are_preferred() -> None:
    page = "<html><table><tr><td x:num='157582'>157,582</td><td x:num>12</td></tr></table></html>"

    assert read_html(page, "a", "a")[0].rows == [[157582.0, "12"]]


def test_cells_below_tall_cells_move_aside_and_comments_are_dropped() -> None:
    page = """<html><!-- <table><tr><td>no</td></tr></table> --><table>
      <tr><th rowspan=2>A<br>B</th><th colspan=2>C&nbsp;&amp;</th></tr><tr><td>1<td>2</tr>
      <tr><td>x</td></tr></table><p>after</p></html>"""

    (grid,) = read_html(page, "a", "a")

    assert grid.rows == [["A\nB", "C &", None], [None, "1", "2"], ["x"], ["after"]]


def test_annotations_and_blanks_of_ods_are_told_apart_from_the_text(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>catatan</text:p>'
        '</office:annotation><text:p>KAB.<text:s text:c="2"/>AGAM</text:p></table:table-cell>'
    )
    data = to_ods(Halaman("A", [["ganti"]]))
    at = data.index(b'<table:table-cell office:value-type="string"><text:p>ganti')
    end = data.index(b"</table:table-cell>", at) + len(b"</table:table-cell>")
    from tests.unit.softcopy.test_hostile import stored_ods
    from tests.unit.softcopy.writers import parts

    content = parts(data)
    content["content.xml"] = content["content.xml"].replace(data[at:end], cell.encode())

    assert read_ods(stored_ods(content), "a")[0].rows == [["KAB.  AGAM"]]
