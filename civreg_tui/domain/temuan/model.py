"""What a finding is, and what a rule is told about itself by ``data/aturan.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from civreg_tui.domain.lembar import Kolom

Level = Literal["error", "warning", "info"]
NAMA_LEVEL: dict[Level, str] = {"error": "Salah", "warning": "Peringatan", "info": "Info"}


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule as data: its level, message templates, thresholds and the documents it covers."""

    id: str
    level: Level
    judul: str
    pesan: Mapping[str, str]
    ambang: Mapping[str, int | str] = field(default_factory=dict)
    dokumen: tuple[str, ...] = ()
    aktif: bool = True


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. ``bukti`` holds the values it rests on: when they change, it comes back."""

    rule: str
    level: Level
    message: str
    document: str | None = None
    region: str | None = None
    cell: str | None = None
    kolom: Kolom | None = None
    bukti: str = ""

    @property
    def kunci(self) -> str:
        """Identifies the finding across runs, whatever its values are."""
        kolom = f"{self.kolom.ukuran}.{self.kolom.seks}" if self.kolom else ""
        return "|".join((self.rule, self.document or "", self.region or "", kolom))
