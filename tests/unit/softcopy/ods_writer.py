"""Pages as an OpenDocument spreadsheet, with the repeats that office programs leave at the end."""

from __future__ import annotations

import io
import zipfile
from html import escape

from tests.unit.softcopy.writers import Galat, Halaman, Isi, Rumus

_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:automatic-styles><style:style style:name="t1" style:family="table">'
    '<style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="t2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    "<office:body><office:spreadsheet>"
)


def to_ods(*pages: Halaman) -> bytes:
    tables = "".join(_ods_table(page) for page in pages)
    content = f"{_ODS_HEAD}{tables}</office:spreadsheet></office:body></office:document-content>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        kind = zipfile.ZipInfo("mimetype")
        archive.writestr(kind, "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
        archive.writestr("content.xml", content)
    return target.getvalue()


def _ods_table(page: Halaman) -> str:
    boxes = {(t, left): (b - t + 1, r - left + 1) for t, left, b, r in page.gabungan}
    rows = []
    for r, row in enumerate(page.rows):
        cells = [_ods_cell(value, boxes.get((r, c))) for c, value in enumerate(row)]
        tail = '<table:table-cell table:number-columns-repeated="16000"/>'
        rows.append(f"<table:table-row>{''.join(cells)}{tail}</table:table-row>")
    style = "t2" if page.tersembunyi else "t1"
    end = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    name = escape(page.nama)
    inside = "".join(rows)
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">{inside}{end}</table:table>'
    )


def _ods_cell(value: Isi, box: tuple[int, int] | None) -> str:
    span = ""
    if box:
        span = f' table:number-rows-spanned="{box[0]}" table:number-columns-spanned="{box[1]}"'
    match value:
        case None:
            return f"<table:table-cell{span}/>"
        case Galat(text):
            kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
            return f"<table:table-cell{span} {kind}><text:p>{text}</text:p></table:table-cell>"
        case Rumus(_, None):
            return f'<table:table-cell{span} table:formula="of:={escape(value.teks[1:])}"/>'
        case Rumus(_, known):
            return _ods_cell(known, box)
        case str():
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
            return f'<table:table-cell{span} office:value-type="string">{lines}</table:table-cell>'
        case _:
            return (
                f'<table:table-cell{span} office:value-type="float" office:value="{value}">'
                f"<text:p>{value}</text:p></table:table-cell>"
            )
