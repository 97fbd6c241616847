"""The sealed bundle: everything the Sekretariat received, with hashes a stranger can check."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import Edisi, Frasa
from civreg_tui.domain.laporan import Laporan, TemuanDijawab
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks
from civreg_tui.papers.bahan.buku import write_bahan
from civreg_tui.papers.bahan.daftar_periksa import identitas
from civreg_tui.papers.bahan.pencocokan import HasilCocok, cocokkan
from civreg_tui.papers.bahan.penyerahan import Penyerahan
from civreg_tui.papers.files import file_name, safe_name

MANIFES = "SHA256SUMS"
_WAKTU = (1980, 1, 1, 0, 0, 0)
_BACA = """BAHAN LAKIP DINAS — {bulan}
{dinas}

{identitas}

Isi paket ini dapat diperiksa siapa saja dengan satu perintah di dalam map ini:

    sha256sum -c {manifes}

Di Windows tanpa sha256sum, bandingkan hasil `certutil -hashfile NAMA SHA256`
dengan baris yang sama di {manifes}. Setiap berkas harus "OK" atau sama;
bila berbeda, berkas itu sudah berubah sejak disegel.

Paket .zip-nya sendiri, sampai byte terakhir, diperiksa dengan berkas .sha256 di sebelahnya:

    sha256sum -c {paket}.sha256
"""
_BELUM_DITERIMA = "BELUM DITERIMA Sekretariat: paket ini belum bernomor penerimaan."


def write_paket(
    laporan: Laporan,
    serah: Penyerahan,
    tambahan: Mapping[str, bytes] | None = None,
    frasa: Frasa | None = None,
    hasil: HasilCocok | None = None,
    edisi: Edisi = "bulanan",
    beku: Laporan | None = None,
) -> bytes:
    """The bundle's bytes: the delivered text, workbooks, CSV, validation record and manifest.

    ``tambahan`` are further papers by file name (a receipt, a disposition), ``beku`` the month
    as its revision froze it, from which the recap is made.
    """
    from civreg_tui.papers.lakip_xlsx import write_lakip_tables
    from civreg_tui.papers.rekap import write_rekap
    from civreg_tui.papers.tidy import write_csv

    phrases = frasa or load_phrases()
    match = hasil or cocokkan(laporan, serah, phrases)
    files = {safe_name(name): content for name, content in (tambahan or {}).items()}
    files |= {
        file_name(laporan, "lakip", ".docx"): serah.naskah,
        file_name(laporan, "lakip", ".xlsx"): write_lakip_tables(laporan, edisi, phrases),
        file_name(laporan, "rekap", ".xlsx"): write_rekap(beku or laporan),
        file_name(laporan, "bahan", ".xlsx"): write_bahan(laporan, serah, phrases, match),
        file_name(laporan, "angka", ".csv"): write_csv(beku or laporan),
        "catatan-validasi.json": catatan_validasi(laporan, serah, match),
        "BACA-SAYA.txt": _baca_saya(laporan, serah),
    }
    return seal(f"{laporan.periode}_bahan-lakip-dinas", files)


def seal(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A zip of the files in one folder with their SHA-256 sums; equal files give equal bytes."""
    sums = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in (*sorted(files.items()), (MANIFES, "".join(sums).encode())):
            entry = zipfile.ZipInfo(f"{safe_name(folder)}/{name}", _WAKTU)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o640 << 16
            entry.create_system = 3
            bundle.writestr(entry, data)
    return out.getvalue()


def catatan_validasi(laporan: Laporan, serah: Penyerahan, hasil: HasilCocok) -> bytes:
    """The validation record as JSON: revision, delivery, checklist, match, answered warnings."""
    delivery = {key: value for key, value in asdict(serah).items() if key != "naskah"}
    receipt = asdict(laporan.bahan) | {
        "cocok": hasil.cocok,
        "hasil_pencocokan": hasil.kalimat,
        "perbedaan": hasil.beda,
    }
    record = {
        "periode": laporan.periode,
        "acuan": laporan.acuan,
        "keadaan": marks.keadaan(laporan),
        "revisi": None if laporan.revisi is None else asdict(laporan.revisi),
        "jejak": laporan.jejak,
        "penyerahan": delivery,
        "penerimaan": receipt,
        "peringatan_dijawab": [_peringatan(found) for found in laporan.temuan if found.alasan],
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _peringatan(found: TemuanDijawab) -> dict[str, str | None]:
    return {
        "aturan": found.temuan.rule,
        "dokumen": found.temuan.document,
        "wilayah": found.temuan.region,
        "isi": found.temuan.message,
        "alasan": found.alasan,
        "oleh": found.oleh,
        "pada": found.pada,
    }


def _baca_saya(laporan: Laporan, serah: Penyerahan) -> bytes:
    lines = "\n".join(f"{label:<20}: {text}" for label, text in identitas(laporan, serah))
    text = _BACA.format(
        bulan=Periode.parse(laporan.periode).label.upper(),
        dinas=laporan.kantor.dinas,
        identitas=lines,
        manifes=MANIFES,
        paket=file_name(laporan, "bahan-lakip-dinas", ".zip"),
    )
    marked = [f"{marks.DRAF} — rekap belum divalidasi."] if laporan.draf else []
    if not laporan.bahan.nomor:
        marked.append(_BELUM_DITERIMA)
    return "\n\n".join((*marked, text)).encode()
