"""Whether the papers would still be signed by the sample names that come with the program."""

from __future__ import annotations

from civreg_tui.config import Config

_CONTOH = "(CONTOH)"


def sample_officials(config: Config) -> str:
    """Which officials are still samples and what to do, in a sentence; empty when none is."""
    found = [o.jabatan for o in config.facts.kantor.pejabat.values() if _CONTOH in o.nama]
    if not found:
        return ""
    return f"Nama pejabat masih contoh ({len(found)}). Isi [pejabat] di civreg.toml."
