"""The texts of step 3: the recognition grid, the list of gaps and findings, file lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from textual.content import Content

from civreg_tui.domain.ketepatan import Ketepatan
from civreg_tui.domain.numbers import format_change, format_count
from civreg_tui.domain.saat import WIB
from civreg_tui.domain.teks import terbaca
from civreg_tui.domain.temuan.model import Level, Temuan
from civreg_tui.services.penerimaan.ajaran import JudulAsing
from civreg_tui.services.penerimaan.comparison import KenalBerkas
from civreg_tui.services.penerimaan.delivery import BarisDikenali, Petak
from civreg_tui.services.penerimaan.receipt_form import FormTerima
from civreg_tui.services.penerimaan.receive import Pratinjau

TANDA_PETAK: dict[Petak, str] = {"ada": "✓", "ragu": "?", "salah": "!", "tiada": "·"}
TANDA_LEVEL: dict[Level, str] = {"error": "!", "warning": "?", "info": "i"}
BANDING = "="
LEGENDA = (
    (TANDA_PETAK["ada"], "softcopy memuat angka kabupaten/kota itu"),
    (TANDA_PETAK["tiada"], "belum ada angka"),
    ("! ?", "ada kesalahan, peringatan (juga pada daftar)"),
    (BANDING, "berkas dibandingkan dengan yang sudah diterima"),
    ("–", "kekurangan laporan"),
    ("i", "keterangan"),
)
PERLU_DITANYA = frozenset({"versi_baru", "bulan_lain", "dikembalikan", "tanpa_rekap"})
"""Files that are not accepted before their sentence was shown and confirmed."""

Masalah = list[tuple[str, tuple[str, str]]]
"""(key, (line, whole text)) of everything to be read before accepting."""


def kisi(rows: Sequence[BarisDikenali], kode: Sequence[str]) -> Content:
    """Documents × kabupaten/kota: a mark where the softcopy gives figures."""
    head = f"{'DIKENALI':<12}" + "".join(f"{code[-2:]:>3}" for code in kode)
    lines: list[tuple[str, str]] = [(head, "bold")]
    for row in rows:
        marks = "".join(f"{TANDA_PETAK[petak]:>3}" for petak in row.petak)
        lines.append((f"\n{row.singkat:<12}{marks}{row.jumlah:>4}/{len(row.petak)}", ""))
    return Content.assemble(*lines)


def baris_berkas(path: Path, *, dipilih: bool) -> str:
    """A file of the inbox: chosen or not, name, size, time."""
    mark, name = "x" if dipilih else " ", terbaca(path.name)
    try:
        status = path.stat()
    except OSError:
        return f"[{mark}] {name}"
    when = datetime.fromtimestamp(status.st_mtime, WIB)
    size = -(-status.st_size // 1024)
    return f"[{mark}] {name:<44} {size:>6} KB  {when:%d-%m-%Y %H.%M}"


def daftar_masalah(
    kurang: Sequence[str],
    temuan: Sequence[Temuan],
    berkas: Sequence[KenalBerkas] = (),
    asing: Sequence[JudulAsing] = (),
) -> Masalah:
    """How the files stand, headings that mean nothing yet, what is missing, every finding."""
    rows: Masalah = [(f"b{i}", _sama(f"{BANDING} ", kalimat(b))) for i, b in enumerate(berkas)]
    rows += [(f"a{i}", _sama("i ", judul_asing(a))) for i, a in enumerate(asing)]
    rows += [(f"k{i}", _sama("– ", text)) for i, text in enumerate(kurang)]
    for i, found in enumerate(temuan):
        place = f"{found.cell}: " if found.cell else ""
        text = f"{found.rule} {place}{found.message}"
        rows.append((f"t{i}", _sama(f"{TANDA_LEVEL[found.level]} ", text)))
    return rows


def _sama(tanda: str, text: str) -> tuple[str, str]:
    clean = terbaca(text)
    return tanda + clean, clean


def kalimat(berkas: KenalBerkas) -> str:
    """A file's standing as a sentence."""
    return f"{berkas.nama}: {berkas.kalimat}"


def judul_asing(asing: JudulAsing) -> str:
    """A heading that means nothing yet."""
    return f'{asing.alamat}: judul kolom "{asing.judul}" tidak dikenal. Tekan j bila perlu dibaca.'


def perlu_ditanya(view: Pratinjau) -> list[str]:
    """What the comparison with earlier deliveries asks the Staf to confirm."""
    return [kalimat(b) for b in view.banding.berkas if b.hubungan in PERLU_DITANYA]


def ringkas_berkas(
    form: FormTerima, diterima: Sequence[str], tepat: Ketepatan | None = None
) -> str:
    """The hardcopy, the softcopies accepted before, and the standing against the deadline."""
    signed = sum(cek.ditandatangani for cek in form.hardcopy)
    total = len(form.hardcopy)
    lines = [
        f"HARDCOPY {len(form.ada)} dari {total} dokumen ada, {signed} ditandatangani (h periksa)"
    ]
    if form.pengirim:
        lines.append(f"PENGIRIM {terbaca(form.pengirim)}")
    if diterima:
        lines.append(f"DITERIMA {terbaca(', '.join(diterima))}")
    if tepat is not None:
        lines.append(f"TENGGAT  {tepat.kalimat}")
    return "\n".join(lines)


def beda_angka(lama: int | None, baru: int | None) -> str:
    """``2.728 → 2.730 (+2)``."""
    text = f"{format_count(lama):>11} → {format_count(baru):>11}"
    if lama is None or baru is None:
        return text
    return f"{text}  ({format_change(baru - lama)})"
