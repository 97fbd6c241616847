"""What came out of the second keying, in words."""

from __future__ import annotations

from collections.abc import Mapping

from civreg_tui.domain.verifikasi import Hitungan


def baris_hasil(counts: Hitungan, keadaan: str) -> list[str]:
    """The standing, the cells keyed twice, and the slips by keyer and by verifier."""
    lines = [keadaan, f"{counts.sel} sel diketik dua kali."]
    if counts.sendiri:
        lines.append(f"{counts.sendiri} di antaranya oleh orang yang sama; lebih baik orang lain.")
    lines += _per_orang("Salah pada entri", counts.pengentri)
    lines += _per_orang("Salah waktu ketik ulang", counts.pengulang)
    return lines


def _per_orang(judul: str, counts: Mapping[str, int]) -> list[str]:
    if not counts:
        return [f"{judul}: tidak ada."]
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [f"{judul}: " + ", ".join(f"{who or '?'} {count}" for who, count in ranked) + "."]
