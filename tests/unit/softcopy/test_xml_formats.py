"""Workbooks that are one XML text: Excel 2003 XML and flat OpenDocument."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from civreg_tui.config import Facts
from civreg_tui.services.penerimaan.inspect import Inspection, inspect_files
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from tests.unit.softcopy.figures import figures
from tests.unit.softcopy.ods_writer import to_ods
from tests.unit.softcopy.pages import Rekap
from tests.unit.softcopy.writers import Galat, Halaman, Isi, pack, parts

HEAD = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
)
OLD = (
    '<Worksheet ss:Name="Lama"><Table><Row><Cell><Data ss:Type="String">KAB. AGAM</Data></Cell>'
    "</Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    "</Worksheet>"
)


def to_sheetml(page: Halaman, extra: str = "") -> str:
    rows = "".join(_row(number, row) for number, row in enumerate(page.rows, 1) if row)
    sheet = f'<Worksheet ss:Name="{escape(page.nama)}"><Table>{rows}</Table></Worksheet>'
    return f"{HEAD}{extra}{sheet}</Workbook>"


def _row(number: int, row: list[Isi]) -> str:
    cells = "".join(_cell(c, value) for c, value in enumerate(row, 1) if value is not None)
    return f'<Row ss:Index="{number}">{cells}</Row>'


def _cell(column: int, value: Isi) -> str:
    if isinstance(value, Galat):
        data = f'<Data ss:Type="Error">{value.teks}</Data>'
    elif isinstance(value, str):
        data = f'<Data ss:Type="String">{escape(value)}</Data>'
    else:
        data = f'<Data ss:Type="Number">{value}</Data>'
    return f'<Cell ss:Index="{column}">{data}</Cell>'


def read(folder: Path, name: str, content: bytes, facts: Facts) -> Inspection:
    (folder / name).write_bytes(content)
    return inspect_files([folder / name], None, facts)


def pairs(found: Inspection) -> dict[str, tuple[int | None, int | None]]:
    (document,) = found.json()["documents"]
    return {r["region"]: (r["wajib"]["jml"], r["memiliki"]["jml"]) for r in document["rows"]}


TRUE = {r.kode: (r.wajib, r.memiliki) for r in figures("ACERAI")}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_excel_2003_xml_is_read_and_its_hidden_sheets_are_named(
    tmp_path: Path, facts: Facts, encoding: str
) -> None:
    text = to_sheetml(Rekap("ACERAI").page(), OLD)
    found = read(tmp_path, "a.xls", text.encode(encoding), facts)

    assert (pairs(found), found.findings) == (TRUE, ())
    sheets = found.json()["files"][0]["sheets"]
    assert [s["skipped"] for s in sheets] == ["lembar tersembunyi", None]


def test_merged_headings_and_broken_formulas_keep_their_places(
    tmp_path: Path, facts: Facts
) -> None:
    page = Rekap("ACERAI").page()
    page.rows[8][4] = Galat("#REF!")
    text = to_sheetml(page).replace(
        '<Cell ss:Index="1"><Data ss:Type="String">REKAP',
        '<Cell ss:MergeAcross="6" ss:MergeDown="0"><Data ss:Type="String">REKAP',
    )
    found = read(tmp_path, "a.xml", text.encode(), facts)

    assert {(f.rule, f.cell) for f in found.findings} >= {("R05", "Cerai!E9")}
    assert pairs(found)["13.03"] == (TRUE["13.03"][0], None)


def test_flat_opendocument_is_read(tmp_path: Path, facts: Facts) -> None:
    content = parts(to_ods(Rekap("ACERAI").page()))["content.xml"].decode()
    kind = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" '
    text = content.replace("<office:document-content ", f"<office:document {kind}", 1)
    text = text.replace("</office:document-content>", "</office:document>")
    assert kind in text
    found = read(tmp_path, "a.fods", text.encode(), facts)

    assert (pairs(found), found.findings) == (TRUE, ())


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda t: t[:-200], "rusak"),
        (lambda t: t.replace('ss:Type="Number">9', 'ss:Type="Number">x9'), "rusak"),
        (lambda t: t.replace("<?mso", '<!DOCTYPE a [<!ENTITY b "c">]><?mso'), "definisi XML"),
        (lambda t: t.replace('ss:Index="9"', 'ss:Index="900000"'), "terlalu besar"),
        (lambda t: t.replace('<Row ss:Index="9"', '<Row ss:Index="8"'), "rusak"),
        (lambda t: t.replace('<Cell ss:Index="3"', '<Cell ss:Index="0"'), "rusak"),
    ],
)
def test_broken_and_hostile_ones_are_refused_in_a_line(
    tmp_path: Path, facts: Facts, damage, says: str
) -> None:
    text = damage(to_sheetml(Rekap("ACERAI").page()))
    with pytest.raises(SoftcopyTidakTerbaca, match=says):
        read(tmp_path, "a.xml", text.encode(), facts)


def test_a_binary_workbook_is_named_with_the_remedy(tmp_path: Path, facts: Facts) -> None:
    content = pack({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01\x00"})
    with pytest.raises(SoftcopyTidakTerbaca, match=r"berformat \.xlsb.*\.xlsx"):
        read(tmp_path, "a.xlsb", content, facts)
