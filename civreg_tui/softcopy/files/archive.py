"""A zipped workbook opened with a measured hand: sizes first, then each part, never more."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca

BATAS_ISI = 80 * 1024 * 1024
"""Bytes of all parts together once unpacked; more is a decompression bomb or no monthly recap."""

BATAS_BAGIAN = 5000
"""Parts in one archive."""

_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def unpack(data: bytes, name: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted parts of an archive, unpacked and checked against their declared sizes.

    SoftcopyTidakTerbaca for a broken, encrypted or oversized archive, or XML with entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_oversized(entries, name)
            return {e.filename: _part(archive, e, name) for e in entries if wanted(e.filename)}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise SoftcopyTidakTerbaca(
            f"{name} rusak atau terpotong. Minta kirim ulang, lalu coba lagi."
        ) from None


def _refuse_oversized(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > BATAS_BAGIAN or sum(e.file_size for e in entries) > BATAS_ISI:
        raise SoftcopyTidakTerbaca(
            f"{name} mengembang terlalu besar bila dibuka. Minta softcopy rekap yang biasa."
        )


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.flag_bits & 0x1:
        raise SoftcopyTidakTerbaca(encrypted(name))
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise zipfile.BadZipFile
    if entry.filename.endswith((".xml", ".rels")):
        return _utf8_xml(content, name)
    return content


def plain_xml(text: str, name: str) -> bytes:
    """XML text in UTF-8 without a document type; SoftcopyTidakTerbaca when it has one."""
    return _utf8_xml(re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode(), name)


def _utf8_xml(content: bytes, name: str) -> bytes:
    """XML in UTF-8 without a document type: the only kind that workbooks contain."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return plain_xml(content.decode("utf-16"), name)
    if _DTD.search(content):
        raise SoftcopyTidakTerbaca(
            f"{name} memuat definisi XML yang berbahaya dan tidak dibuka. "
            "Minta softcopy yang disimpan dari aplikasi lembar kerja."
        )
    return content


def encrypted(name: str) -> str:
    """The sentence for a file that needs a password."""
    return f"{name} terkunci kata sandi. Buka kuncinya, simpan ulang, lalu coba lagi."


def repack(parts: dict[str, bytes]) -> io.BytesIO:
    """The measured parts as a fresh archive: what is parsed is exactly what was measured.

    Empties ``parts`` on the way, so that nothing is held twice.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for filename in list(parts):
            archive.writestr(zipfile.ZipInfo(filename), parts.pop(filename))
    target.seek(0)
    return target
