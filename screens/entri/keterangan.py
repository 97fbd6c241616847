"""What the entry screen says in its lines: tabs, standing, findings, closing columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from civreg_tui.domain.langkah import GILIRAN, NAMA_PERAN, Keadaan
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Kolom
from civreg_tui.domain.numbers import format_count
from civreg_tui.services.entri.progress import Progress
from civreg_tui.services.entri.sheet_view import SheetView, column_foot, why_open
from screens.entri.kolom import judul_kolom

Kabar = tuple[str, bool]
"""A sentence, and whether it is a warning (bell)."""
KUNCI = "F1 Bantuan  F9 Banding  F10 Serahkan"


def tab_dokumen(views: Mapping[str, SheetView], kode: str, room: int) -> str:
    """The documents with the open one in brackets; only that one where there is no room."""
    names = [
        f"[{v.sheet.dokumen.singkat}]" if code == kode else v.sheet.dokumen.singkat
        for code, v in views.items()
    ]
    whole = "  ".join(names)
    if len(whole) <= room:
        return whole
    number = list(views).index(kode) + 1
    return f"[{views[kode].sheet.dokumen.singkat}] {number}/{len(views)}"


def hanya_baca(keadaan: Keadaan, *, ditarik: bool = False) -> str:
    """Why nothing can be changed: whose turn it is, and for what, or that it can be taken back."""
    role, act = GILIRAN[keadaan]
    if ditarik and role is not None:
        return f"Hanya baca: sekarang giliran {NAMA_PERAN[role]}. m menarik rekap ini kembali."
    if role is None:
        return "Hanya baca: bulan ini sudah selesai."
    return f"Hanya baca: sekarang giliran {NAMA_PERAN[role]} {act}."


def kemajuan(now: Progress) -> str:
    """Cells left here and in the month, minutes against the standard, cells a minute."""
    parts = [f"Sisa {now.left_here} sel ({now.left} semua)" if now.left else "Semua sel terisi"]
    parts.append(f"{now.minutes}/{now.standard} mnt")
    if now.pace is not None:
        parts.append(f"{now.pace} sel/mnt")
    return "  ".join(parts)


def kalimat(found: Iterable[TemuanDijawab], daftar_nama: Mapping[str, str]) -> str:
    """The weightiest of some findings as a sentence with short names, and how many more."""
    order = {"error": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda f: (f.alasan is not None, order[f.temuan.level]))
    first = ranked[0]
    text = ringkas(first.temuan.message, daftar_nama)
    if first.alasan is not None:
        text += f" Alasan: {first.alasan}."
    return text + (f" (+{len(ranked) - 1} lagi)" if len(ranked) > 1 else "")


def ringkas(text: str, daftar_nama: Mapping[str, str]) -> str:
    """The sentence with the short names of the regions."""
    for long, short in daftar_nama.items():
        text = text.replace(long, short)
    return text


def temuan_baru(before: SheetView, after: SheetView, kode: str | None) -> list[TemuanDijawab]:
    """Unexplained findings that a change of a region's figures has brought up."""
    known = {(f.temuan.kunci, f.temuan.bukti) for f in before.findings}
    return [
        f
        for f in after.findings
        if f.temuan.level != "info"
        and f.alasan is None
        and (f.temuan.kunci, f.temuan.bukti) not in known
        and f.temuan.region == kode
    ]


def kabar_kolom(after: SheetView, columns: Sequence[Kolom]) -> Kabar | None:
    """Whether finished columns add up to the paper's totals, or which cell may be wrong."""
    for kolom in columns:
        foot = column_foot(after, kolom)
        if foot.paper is None or not foot.complete:
            continue
        name = judul_kolom(after.sheet, kolom)
        if foot.closes:
            return _cocok(after, kolom, f"{name} cocok dengan kertas: {format_count(foot.paper)}.")
        return _tidak_cocok(after, kolom, name, foot.gap or 0), True
    return None


def _cocok(view: SheetView, kolom: Kolom, text: str) -> Kabar:
    """A sum that is right may still hide two rows in each other's place."""
    guesses = why_open(view, kolom)
    return (f"{text} Tetapi {guesses[0].kalimat}", True) if guesses else (text, False)


def _tidak_cocok(view: SheetView, kolom: Kolom, name: str, gap: int) -> str:
    word = "kurang" if gap > 0 else "lebih"
    guesses = why_open(view, kolom)
    text = f"{name} {word} {format_count(abs(gap))} dari kertas."
    if not guesses:
        return (
            text + " Tidak ada satu salah ketik yang menjelaskannya; bandingkan baris demi baris."
        )
    more = f" (+{len(guesses) - 1} kemungkinan)" if len(guesses) > 1 else ""
    return f"{text} {guesses[0].kalimat}{more}"


def sel_tertuduh(view: SheetView, kolom: Kolom) -> Alamat | None:
    """The cell that most probably keeps a column from adding up."""
    guesses = why_open(view, kolom)
    return Alamat(guesses[0].wilayah[0], *kolom) if guesses else None


def baris_temuan(view: SheetView, daftar_nama: Mapping[str, str]) -> list[str]:
    """The sheet's findings, a line each, what must be done first."""
    signs = {"error": "!", "warning": "?", "info": "i"}
    return [
        f"{'+' if f.alasan is not None else signs[f.temuan.level]} "
        + ringkas(f.temuan.message, daftar_nama)
        for f in sorted(view.findings, key=lambda f: f.alasan is not None)
    ]


def daftar_singkat(view: SheetView) -> dict[str, str]:
    """Official name -> short name, longest first, so that no name hides in another."""
    regions = sorted(view.subject.daftar.semua, key=lambda w: -len(w.nama))
    return {w.nama: w.singkat for w in regions}
