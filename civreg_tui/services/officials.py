"""The sample officials that come with the program: whether papers name them, and who instead."""

from __future__ import annotations

from dataclasses import replace

from civreg_tui.config import Config
from civreg_tui.domain.laporan import Kantor, Pejabat

_CONTOH = "(CONTOH)"


def sample_officials(config: Config) -> str:
    """Which officials are still samples and what to do, in a sentence; empty when none is."""
    found = [o.jabatan for o in config.facts.kantor.pejabat.values() if _sample(o)]
    if not found:
        return ""
    return f"Nama pejabat masih contoh ({len(found)}). Isi [pejabat] di civreg.toml."


def without_samples(then: Kantor, today: Kantor) -> Kantor:
    """An office as it was, but for samples: in their place signs who is named today."""
    people = {
        role: today.pejabat.get(role, who) if _sample(who) else who
        for role, who in then.pejabat.items()
    }
    return replace(then, pejabat=people)


def _sample(who: Pejabat) -> bool:
    return _CONTOH in who.nama
