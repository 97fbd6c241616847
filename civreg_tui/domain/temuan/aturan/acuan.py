"""Is the base of the figures told, and the same everywhere? R23."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from civreg_tui.domain.temuan.model import TANPA_LOKASI, Aturan, Temuan
from civreg_tui.domain.temuan.tabel import bukti


def judge_bases(aturan: Aturan, bases: Mapping[str, str]) -> Iterator[Temuan]:
    """R23 over DKB references by document: one is empty, or two differ."""
    given = {base.strip() for base in bases.values()} - {""}
    evidence = bukti(tuple(sorted(bases.items())))
    if len(given) > 1:
        yield aturan.lapor(TANPA_LOKASI, evidence, varian="berbeda")
    elif any(not base.strip() for base in bases.values()):
        yield aturan.lapor(TANPA_LOKASI, evidence)
