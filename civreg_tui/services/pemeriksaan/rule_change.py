"""A rule changed on a form: what was typed, checked, and the lines that would make it last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from civreg_tui.domain.salah import SalahIsi
from civreg_tui.domain.temuan.model import NAMA_LEVEL, Aturan, Level, desimal

Ambang = int | str
TINGKAT = "tingkat"
"""The key of the rule's level in a form."""
MATI = "mati"
"""What is typed for a level to switch a rule off."""


@dataclass(frozen=True, slots=True)
class UbahAturan:
    """What is to be different about a rule; None and absent thresholds stay as they are."""

    kode: str
    level: Level | None = None
    aktif: bool | None = None
    ambang: Mapping[str, Ambang] = field(default_factory=dict)

    def pada(self, rule: Aturan) -> Aturan:
        """The rule with the change made."""
        return replace(
            rule,
            level=self.level or rule.level,
            aktif=rule.aktif if self.aktif is None else self.aktif,
            ambang={**rule.ambang, **self.ambang},
        )

    @property
    def tabel(self) -> dict[str, object]:
        """The change as the tables of a configuration file."""
        rule: dict[str, object] = {}
        if self.level is not None:
            rule["level"] = self.level
        if self.aktif is not None:
            rule["aktif"] = self.aktif
        if self.ambang:
            rule["ambang"] = dict(self.ambang)
        return {"aturan": {self.kode: rule}}

    @property
    def baris(self) -> tuple[str, ...]:
        """The lines to write into ``civreg.toml`` for the change to last."""
        lines = []
        if self.level is not None or self.aktif is not None:
            lines.append(f"[aturan.{self.kode}]")
        if self.level is not None:
            lines.append(f"level = {json.dumps(self.level)}")
        if self.aktif is not None:
            lines.append(f"aktif = {str(self.aktif).lower()}")
        if self.ambang:
            lines.append(f"[aturan.{self.kode}.ambang]")
        lines += [
            f"{name} = {json.dumps(value, ensure_ascii=False)}"
            for name, value in self.ambang.items()
        ]
        return tuple(lines)


def form_of(rule: Aturan) -> dict[str, str]:
    """What a form about the rule shows at first: its level in words, then its thresholds."""
    level = NAMA_LEVEL[rule.level] if rule.aktif else MATI
    return {TINGKAT: level} | {name: _shown(name, value) for name, value in rule.ambang.items()}


def _shown(name: str, value: Ambang) -> str:
    if not name.startswith("tingkat_"):
        return str(value)
    return next((words for level, words in NAMA_LEVEL.items() if level == value), str(value))


def change_of(rule: Aturan, jawaban: Mapping[str, str]) -> UbahAturan:
    """The change that a filled-in form asks for; SalahIsi for a wrong entry, or when none is."""
    wanted = jawaban[TINGKAT].strip().casefold()
    level, active = (None, False) if wanted == MATI else (_level(jawaban[TINGKAT]), True)
    made = UbahAturan(
        rule.id,
        level if level not in {None, rule.level} else None,
        active if active != rule.aktif else None,
        {
            name: value
            for name, old in rule.ambang.items()
            if not _same(value := _threshold(name, jawaban[name]), old)
        },
    )
    if made == UbahAturan(rule.id):
        raise SalahIsi("Belum ada yang diubah. Ganti tingkat atau salah satu ambangnya.")
    return made


def _same(new: Ambang, old: Ambang) -> bool:
    """Whether two thresholds say the same: ``22`` and ``"22"`` and ``"22,0"`` do."""
    try:
        return desimal(new) == desimal(old)
    except (ValueError, ZeroDivisionError):
        return new == old


def _level(text: str) -> Level:
    names = {name.casefold(): level for level, name in NAMA_LEVEL.items()}
    if text.strip().casefold() not in names:
        known = ", ".join(NAMA_LEVEL.values())
        raise SalahIsi(f'Tingkat "{text.strip()}" tidak dikenal. Tulis {known}, atau {MATI}.')
    return names[text.strip().casefold()]


def _threshold(name: str, text: str) -> Ambang:
    """A threshold as the data hold it: a whole number, an exact decimal, a level, or codes."""
    value = " ".join(text.split())
    if name.startswith("tingkat_"):
        return _level(value)
    if name.endswith("_dokumen"):
        return value
    try:
        number = desimal(value)
    except (ValueError, ZeroDivisionError):
        raise SalahIsi(f'{name}: tulis angka, misalnya 2 atau 0,5, bukan "{value}".') from None
    if number < 0 or "/" in value:
        raise SalahIsi(f"{name}: tulis angka nol atau lebih, misalnya 2 atau 0,5.")
    return int(number) if value.isdecimal() else value.replace(".", ",")
