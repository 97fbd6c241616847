"""What kind of file the bytes are, by their content; the file's ending is never trusted."""

from __future__ import annotations

import re
from typing import Literal

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca

Jenis = Literal["zip", "ods", "ole", "xml2003", "fods", "html", "teks"]

_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_HTML = re.compile(r"<\s*(?:!doctype html|html|table|meta|head|body)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml\b")
_KINDS_OF_XML: dict[str, Jenis] = {
    "urn:schemas-microsoft-com:office:spreadsheet": "xml2003",
    "application/vnd.oasis.opendocument.spreadsheet": "fods",
}
_BINARY = {
    b"%PDF": "berkas PDF",
    b"{\\rtf": "dokumen RTF",
    b"\x89PNG": "gambar",
    b"\xff\xd8\xff": "gambar",
    b"GIF8": "gambar",
    b"Rar!": "arsip RAR",
    b"7z\xbc\xaf": "arsip 7z",
    b"\x1f\x8b": "arsip gzip",
    b"BZh": "arsip bzip2",
    b"\xfd7zXZ": "arsip xz",
}
TEKS_MAKSIMUM = 16 * 1024 * 1024
"""Bytes of a delimited text or a web page."""

_KIRIM_ULANG = "Minta softcopy berupa .xlsx, .xls, .ods atau .csv."


def kind_of(data: bytes, name: str) -> Jenis:
    """The kind of a file's bytes; SoftcopyTidakTerbaca names what it is when it is no table."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "ods" if _ODS in data[:200] else "zip"
    if data.startswith(_OLE):
        return "ole"
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise SoftcopyTidakTerbaca(f"{name} adalah {what}, bukan lembar kerja. {_KIRIM_ULANG}")
    text = decode(data, name)
    if _XML.match(text):
        for mark, kind in _KINDS_OF_XML.items():
            if mark in text[:8192]:
                return kind
    return "html" if _HTML.search(text[:4096]) else "teks"


def decode(data: bytes, name: str) -> str:
    """Text in UTF-8 (with or without BOM), UTF-16 or Windows-1252; refused when binary."""
    if len(data) > TEKS_MAKSIMUM:
        raise SoftcopyTidakTerbaca(
            f"{name} terlalu besar untuk sebuah rekap ({len(data) // 1_048_576} MB). {_KIRIM_ULANG}"
        )
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if _looks_binary(text):
        raise SoftcopyTidakTerbaca(f"{name} rusak atau bukan lembar kerja. {_KIRIM_ULANG}")
    return text


def _encoding(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:512]
    if len(head) >= 4 and head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    if len(head) >= 4 and head[0::2].count(0) > len(head) // 4:
        return "utf-16-be"
    return "utf-8"


def _looks_binary(text: str) -> bool:
    sample = text[:65536]
    strange = sum(1 for c in sample if (c < " " and c not in "\t\r\n\f") or c == "\ufffd")
    return strange * 100 > len(sample)
