"""What reading and judging a softcopy needs to know: regions, documents, rules, residents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from civreg_tui.config.tables import KEYED, Raw, read_toml
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.temuan.model import Aturan
from civreg_tui.domain.wilayah import DaftarWilayah, Wilayah
from civreg_tui.paths import data_dir, default_config

_FILES = ("wilayah", "dokumen", "penduduk", "aturan")

_T = TypeVar("_T")


@dataclass(frozen=True)
class Definitions:
    """Facts about softcopies. ``penduduk`` is DKB reference -> region code -> residents."""

    wilayah: DaftarWilayah
    dokumen: dict[str, Dokumen]
    aturan: dict[str, Aturan]
    penduduk: dict[str, dict[str, int]]

    @property
    def aktif(self) -> tuple[Dokumen, ...]:
        """The documents that are switched on, in their order."""
        return tuple(d for d in self.dokumen.values() if d.aktif)


def load_definitions(path: Path | None = None) -> Definitions:
    """The definitions of ``path``, else of the user's own file, else as they are shipped.

    Raises KonfigurasiSalah for a file with any wrong entry, as every command does.
    """
    if path is None and not default_config().is_file():
        return _shipped()
    from civreg_tui.config.load import load_config

    return load_config(path).facts


def _shipped() -> Definitions:
    """The tables of ``data/``, which the tests have checked, without the checking library."""
    raw: Raw = {}
    for name in _FILES:
        raw |= read_toml(data_dir() / f"{name}.toml")
    return Definitions(
        wilayah=DaftarWilayah(_made(Wilayah, row) for row in raw["wilayah"]),
        dokumen=_keyed("dokumen", (_made(Dokumen, row) for row in raw["dokumen"])),
        aturan=_keyed("aturan", (_made(Aturan, row) for row in raw["aturan"])),
        penduduk={row["acuan"]: row["jiwa"] for row in raw["penduduk"]},
    )


def _made(kind: type[_T], row: dict[str, Any]) -> _T:
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()})


def _keyed(section: str, rows: Iterable[_T]) -> dict[str, _T]:
    return {getattr(row, KEYED[section]): row for row in rows}
