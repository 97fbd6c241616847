"""The texts of the home screen: a month in a line, and the chosen one in detail."""

from __future__ import annotations

from textual.content import Content

from civreg_tui.domain.laporan import WaktuLangkah
from civreg_tui.services.month.desk import BarisMeja

TANDA = {"selesai": "✓", "berjalan": "▶", "menunggu": "·"}
KEPALA = f"{'1 2 3 4 5 6 7':<15}{'LANGKAH SEKARANG':<24}{'GILIRAN':<13}MENIT"
"""The heads beside the month's name."""


def tugas(row: BarisMeja) -> str:
    """What is to be done in a month, in one line."""
    return f"{row.label}, langkah {row.langkah}: {row.tindakan}"


def baris(row: BarisMeja) -> str:
    """A month as a line of the list: its seven steps, whose turn it is, minutes."""
    marks = " ".join(TANDA[step.state] for step in row.waktu)
    name = row.label + (" *" if row.contoh else "")
    step = row.waktu[row.langkah - 1].langkah.singkat if row.langkah else ""
    now = f"{row.langkah} {step}" if row.langkah else "selesai"
    return f"{name:<19}{marks:<15}{now:<24}{row.nama_giliran:<13}{row.menit}/{row.menit_baku}"


def rincian(row: BarisMeja) -> Content:
    """The chosen month: minutes of every step, deadline, who reviews, what was sent back."""
    head = f"{row.label} · {row.acuan} · {row.menit} dari {row.menit_baku} menit"
    parts: list[tuple[str, str]] = [(head + "\n", "bold")]
    half = (len(row.waktu) + 1) // 2
    for left, right in zip(row.waktu[:half], [*row.waktu[half:], None], strict=False):
        parts.append((f"{_waktu(left):<40}{_waktu(right)}".rstrip() + "\n", ""))
    if row.tenggat:
        parts.append((f"Laporan PIAK: {row.tenggat}\n", ""))
    if row.pemeriksa:
        parts.append((f"{row.pemeriksa}\n", ""))
    if row.ditarik:
        parts.append((f"! {row.ditarik}\n", "bold"))
    if row.dapat_ditarik:
        parts.append(("Sudah diserahkan dan tidak sedang diperiksa: m menariknya kembali.\n", ""))
    parts += [(f"! Dikembalikan oleh {r.oleh}: {r.alasan}\n", "bold") for r in row.pengembalian]
    return Content.assemble(*parts).rstrip()


def _waktu(step: WaktuLangkah | None) -> str:
    if step is None:
        return ""
    used = "–" if step.menit is None else str(step.menit)
    name = f"{step.langkah.no} {step.langkah.singkat}"
    return f"{TANDA[step.state]} {name:<20}{used:>4}/{step.langkah.menit:<4}menit"
