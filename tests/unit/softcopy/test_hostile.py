"""Broken and hostile files: one clear line each, never a crash, never a wait, never a wrong row."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from civreg_tui.config import Facts
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files import archive, source
from civreg_tui.softcopy.reading import read_files
from tests.unit.softcopy.ods_writer import to_ods
from tests.unit.softcopy.pages import Rekap
from tests.unit.softcopy.writers import Halaman, pack, parts, to_csv, to_html, to_xlsx
from tests.unit.softcopy.xls_writer import biff_stream, compound, record, to_xls

SHEET = "xl/worksheets/sheet1.xml"


def good() -> bytes:
    return to_xlsx(Rekap("ACERAI").page())


def edited(change: Callable[[bytes], bytes], part: str = SHEET) -> bytes:
    content = parts(good())
    return pack(content | {part: change(content[part])})


def with_cells(cells: bytes) -> bytes:
    return edited(lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>"))


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("xl/workbook.xml", b"<workbook/>")
        with packed.open(SHEET, "w", force_zip64=True) as part:
            for _ in range(90):
                part.write(bytes(1_000_000))
    return target.getvalue()


def lying_bomb() -> bytes:
    """The directory says a kilobyte; the part unpacks to ninety million bytes."""
    data = bytearray(bomb())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1024)
    return bytes(data)


def million_rows() -> bytes:
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    rows = b"".join(row % (n, n) for n in range(1, 200_500))
    return with_cells(rows)


def entities() -> bytes:
    doctype = b'<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy"><!ENTITY z "&x;&x;&x;&x;&x;&x;&x;&x;">]>'
    return edited(lambda xml: xml.replace(b"<worksheet", doctype + b"<worksheet", 1))


def locked_zip() -> bytes:
    data = bytearray(good())
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    return bytes(data)


def docx() -> bytes:
    return pack({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


def far_ods(rows: int, columns: int) -> bytes:
    content = parts(to_ods(Halaman("A", [["x"]])))
    cell = (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'table:number-columns-repeated="{columns}" office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    )
    xml = content["content.xml"].replace(b"</table:table>", cell.encode())
    return stored_ods(content | {"content.xml": xml})


def stored_ods(content: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, part in content.items():
            packed.writestr(zipfile.ZipInfo(name), part)
    return target.getvalue()


def encrypted_ods() -> bytes:
    content = parts(to_ods(Halaman("A", [["x"]])))
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    return stored_ods(content | {"META-INF/manifest.xml": manifest})


def ods_with_entities() -> bytes:
    content = parts(to_ods(Halaman("A", [["x"]])))
    xml = content["content.xml"].replace(b"?>", b'?><!DOCTYPE a [<!ENTITY x "y">]>', 1)
    return stored_ods(content | {"content.xml": xml})


def locked_xls() -> bytes:
    stream = biff_stream(Halaman("A", [["x"]]))
    first = struct.unpack_from("<H", stream, 2)[0] + 4
    return compound(stream[:first] + record(0x2F, bytes(6)) + stream[first:])


def circular_xls() -> bytes:
    """A sector chain that leads back to its start."""
    data = bytearray(to_xls(Rekap("ACERAI").page()))
    fat = 512 * (struct.unpack_from("<I", data, 76)[0] + 1)
    struct.pack_into("<I", data, fat + 4, 0)
    return bytes(data)


def far_xls() -> bytes:
    cells = b"".join(
        record(0x203, struct.pack("<HHHd", row, 255, 0, 1.0)) for row in range(0, 65_536, 4)
    )
    stream = biff_stream(Halaman("A", [["x"]]))
    return compound(stream[:-4] + cells + stream[-4:])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "a few bytes": lambda: b"PK",
    "random bytes": lambda: random.Random(1).randbytes(5000),
    "random bytes after a zip's mark": lambda: b"PK\x03\x04" + random.Random(2).randbytes(3000),
    "random bytes after an ole mark": lambda: (
        bytes.fromhex("d0cf11e0a1b11ae1") + random.Random(3).randbytes(9000)
    ),
    "half a workbook": lambda: good()[: len(good()) // 2],
    "half an old workbook": lambda: to_xls(Rekap("ACERAI").page())[:1500],
    "half an ods": lambda: to_ods(Rekap("ACERAI").page())[:700],
    "encrypted workbook": lambda: compound(bytes(5000), "EncryptedPackage"),
    "encrypted old workbook": locked_xls,
    "encrypted zip": locked_zip,
    "encrypted ods": encrypted_ods,
    "word document in a compound file": lambda: compound(bytes(5000), "WordDocument"),
    "excel 95": lambda: compound(bytes(5000), "Book"),
    "zip that is no workbook": lambda: pack({"halo.txt": b"halo"}),
    "word document in a zip": docx,
    "decompression bomb": bomb,
    "decompression bomb with a false directory": lying_bomb,
    "too many parts": lambda: pack({f"xl/worksheets/s{n}.xml": b"" for n in range(5001)}),
    "too many rows": million_rows,
    "one cell at the end of the world": lambda: with_cells(
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "the same with other quotes": lambda: with_cells(
        b"<row r='1048576'><c s='1'\nr = 'XFD1048576'><v>1</v></c></row>"
    ),
    "merged cells without end": lambda: edited(
        lambda xml: xml.replace(
            b"</sheetData>",
            b"</sheetData><mergeCells>" + b'<mergeCell ref="A6:B7"/>' * 60_000 + b"</mergeCells>",
        )
    ),
    "entity expansion": entities,
    "entity expansion in ods": ods_with_entities,
    "broken xml": lambda: edited(lambda xml: xml[: len(xml) // 2]),
    "workbook part missing": lambda: pack(
        {n: p for n, p in parts(good()).items() if n != "xl/workbook.xml"}
    ),
    "repeated cells without end in ods": lambda: far_ods(1_000_000, 16_000),
    "repeated rows without end in ods": lambda: far_ods(1_000_000, 1),
    "far cells in an old workbook": far_xls,
    "pdf": lambda: b"%PDF-1.7 " + bytes(100),
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "prose with commas": lambda: b"Yth. Bapak, Ibu\nbersama ini, kami kirim\nlaporan, terlampir",
    "plain text": lambda: b"Halo\nini bukan tabel\nsama sekali bukan",
    "xml that is no page": lambda: b"<?xml version='1.0'?><a><b>1</b></a>",
    "page without a table": lambda: b"<html><body><p>Halo</p></body></html>",
    "page with endless columns": lambda: b"<html><table><tr>" + b"<td colspan=256>x" * 20_000,
    "text with endless columns": lambda: b";" * 3_500_000,
    "text of one endless quote": lambda: b'a;b\n"' + b"x;" * 200_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_an_unreadable_file_gives_one_clear_line(name: str, tmp_path: Path, facts: Facts) -> None:
    path = tmp_path / "kiriman.xlsx"
    path.write_bytes(HOSTILE[name]())

    with pytest.raises(SoftcopyTidakTerbaca) as caught:
        read_files([path], facts)

    message = str(caught.value)
    assert message.startswith("kiriman.xlsx")
    assert "\n" not in message
    assert message.endswith(".")
    assert caught.value.__cause__ is None


def test_a_circular_chain_of_sectors_ends(tmp_path: Path, facts: Facts) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(circular_xls())

    with pytest.raises(SoftcopyTidakTerbaca):
        read_files([path], facts)


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, facts: Facts) -> None:
    pipe = tmp_path / "pipa.xlsx"
    os.mkfifo(pipe)

    for path in (pipe, tmp_path, tmp_path / "tidak-ada.xlsx", Path("/dev/zero"), "nul\0.xlsx"):
        with pytest.raises(SoftcopyTidakTerbaca):
            read_files([path], facts)


def test_no_permission_is_said(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(source.os, "open", refuse)

    with pytest.raises(SoftcopyTidakTerbaca, match="izin"):
        read_files([tmp_path / "a.xlsx"], facts)


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(good())
    real = os.fstat
    seen: list[int] = []

    def growing(handle: int) -> object:
        state = real(handle)
        seen.append(handle)
        return SimpleNamespace(st_mode=state.st_mode, st_size=state.st_size, st_mtime_ns=len(seen))

    monkeypatch.setattr(source.os, "fstat", growing)

    with pytest.raises(SoftcopyTidakTerbaca, match="berubah"):
        read_files([path], facts)


def test_a_file_that_is_too_large_is_refused_unread(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "UKURAN_MAKSIMUM", 1000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(good())

    with pytest.raises(SoftcopyTidakTerbaca, match="terlalu besar"):
        read_files([path], facts)


@pytest.mark.parametrize("write", [to_xlsx, to_xls, to_ods, to_html, to_csv])
def test_every_way_to_cut_a_file_short_is_read_or_refused(
    write: Callable[[Halaman], bytes], tmp_path: Path, facts: Facts
) -> None:
    data = write(Rekap("ACERAI").page())
    path = tmp_path / "a.dat"

    for cut in range(0, len(data), max(1, len(data) // 60)):
        path.write_bytes(data[:cut])
        try:
            tables = read_files([path], facts).tabel
        except SoftcopyTidakTerbaca:
            continue
        assert all(len(table.rows) <= 19 for table in tables)


def test_styled_empty_cells_far_away_do_no_harm(tmp_path: Path, facts: Facts) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        with_cells(b'<row r="1048576"><c r="XFD1048576" s="0"/><c r="XFD1048577" s="0"></c></row>')
    )

    assert len(read_files([path], facts).dokumen("ACERAI")[0].rows) == 19


def test_formulas_and_markup_in_names_stay_text(tmp_path: Path, facts: Facts) -> None:
    page = Rekap("ACERAI", nama="[red]=1+1").page()
    page.put(6, 2, "=cmd|'/c calc'!A1")
    path = tmp_path / "..%2f[bold]$(x).csv"
    path.write_bytes(to_csv(page))

    table = read_files([path], facts).dokumen("ACERAI")[0]

    assert table.baris[0].nama_teks == "=cmd|'/c calc'!A1"
    assert table.lembar == "..%2f[bold]$(x)"


def test_external_links_are_never_followed(tmp_path: Path, facts: Facts) -> None:
    content = parts(good())
    content["xl/externalLinks/externalLink1.xml"] = b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"
    path = tmp_path / "a.xlsx"
    path.write_bytes(pack(content))

    assert len(read_files([path], facts).dokumen("ACERAI")[0].rows) == 19


def test_the_size_limit_counts_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "BATAS_ISI", 1500)

    with pytest.raises(SoftcopyTidakTerbaca, match="mengembang"):
        archive.unpack(pack({"a": bytes(1000), "b": bytes(1000)}), "a", lambda _: True)
