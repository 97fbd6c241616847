"""Which targets nobody of the office has confirmed yet, and the words that say so beside them."""

from __future__ import annotations

from collections.abc import Iterable

from civreg_tui.domain.laporan import Rekap, Sasaran

SASARAN = {"target": "target", "renstra": "target Renstra", "nasional": "target nasional"}
"""The figures of ``Sasaran`` by field, as papers and screens name them."""
KONFIGURASI = "konfigurasi program"


def belum_pasti(sasaran: Sasaran, *nama: str) -> tuple[str, ...]:
    """The fields (all, or those named) that hold a figure the office has not confirmed."""
    return tuple(
        field
        for field in nama or SASARAN
        if field in sasaran.belum_dikonfirmasi and getattr(sasaran, field) is not None
    )


def tanda(sasaran: Sasaran, nama: str) -> str:
    """``?`` behind an unconfirmed figure where a word has no room, else nothing."""
    return "?" if belum_pasti(sasaran, nama) else ""


def catatan(rekap: Iterable[Rekap], *nama: str) -> str:
    """The note under a paper's figures: source and what is unconfirmed; empty when all is."""
    notes = (_catatan(r.sasaran, nama or tuple(SASARAN)) for r in rekap)
    return " ".join(dict.fromkeys(note for note in notes if note))


def _catatan(sasaran: Sasaran, nama: tuple[str, ...]) -> str:
    told: dict[tuple[str, bool], list[str]] = {}
    for field in nama:
        unsure = bool(belum_pasti(sasaran, field))
        known = field in sasaran.sumber_angka and getattr(sasaran, field) is not None
        if unsure or known:
            told.setdefault((sumber(sasaran, field), unsure), []).append(field)
    return " ".join(
        f"{_besar(sebut(fields))} menurut {source}{'; belum dikonfirmasi' if unsure else ''}."
        for (source, unsure), fields in told.items()
    )


def sumber(sasaran: Sasaran, nama: str) -> str:
    """Where a figure is from, in words."""
    return sasaran.sumber_angka.get(nama, KONFIGURASI)


def sebut(fields: Iterable[str]) -> str:
    """Fields in words: ``target, target Renstra, dan target nasional``."""
    words = [SASARAN[field] for field in fields]
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def _besar(text: str) -> str:
    return text[:1].upper() + text[1:]
