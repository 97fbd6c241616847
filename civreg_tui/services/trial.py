"""A new or changed rule tried against the stored months: what it would have flagged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from civreg_tui.config import KonfigurasiSalah
from civreg_tui.config.build import build_config
from civreg_tui.config.tables import overlay, read_toml
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.temuan import periksa_bulan
from civreg_tui.domain.temuan.aturan.daftar import ATURAN_FUNGSI
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.services.archive import Archive
from civreg_tui.services.check import month_subject
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HasilCoba:
    """A month under the tried rules: what they find, and how that differs from today's.

    ``hilang`` are findings of the rules in force that the tried ones would not report.
    """

    periode: str
    temuan: tuple[Temuan, ...]
    baru: tuple[Temuan, ...]
    hilang: tuple[Temuan, ...]


def try_rules(ws: Workspace, path: Path) -> tuple[HasilCoba, ...]:
    """Try the ``[aturan.Rxx]`` tables of a file on every stored month; nothing is changed.

    KonfigurasiSalah for a wrong file; Ditolak when it names no rule.
    """
    changed = _named_rules(path)
    archive = Archive(ws)
    return tuple(_one_month(ws, periode, path, changed, archive) for periode in archive.months)


def _named_rules(path: Path) -> frozenset[str]:
    """The rules that the file sets; only rules may be in it."""
    if not path.is_file():
        raise Ditolak(f"Berkas aturan {path} tidak ada. Periksa nama berkas setelah --coba.")
    tables = read_toml(path)
    for section in tables.keys() - {"aturan"}:
        raise KonfigurasiSalah(f"{path.name}: hanya [aturan.Rxx] yang dicoba, bukan [{section}].")
    named = frozenset(tables.get("aturan", {}))
    if not named:
        raise Ditolak(f"{path.name} tidak memuat [aturan.Rxx] yang dapat dicoba.")
    for rule in sorted(named - ATURAN_FUNGSI.keys()):
        raise KonfigurasiSalah(f"{path.name}, kunci aturan.{rule}: aturan itu belum ada fungsinya.")
    return named


def _one_month(
    ws: Workspace, periode: str, path: Path, changed: frozenset[str], archive: Archive
) -> HasilCoba:
    subject = month_subject(ws, periode, archive)
    today, tried = ws.facts(periode).aturan, _tried(ws, periode, path)
    before = periksa_bulan(subject, _only(today, changed))
    after = periksa_bulan(subject, _only(tried, changed))
    known, found = {(f.kunci, f.level) for f in before}, {(f.kunci, f.level) for f in after}
    return HasilCoba(
        periode,
        after,
        tuple(f for f in after if (f.kunci, f.level) not in known),
        tuple(f for f in before if (f.kunci, f.level) not in found),
    )


def _only(rules: dict[str, Aturan], wanted: frozenset[str]) -> dict[str, Aturan]:
    return {kode: rule for kode, rule in rules.items() if kode in wanted}


def _tried(ws: Workspace, periode: str, path: Path) -> dict[str, Aturan]:
    """The month's rules (today's where it has none) with the file's tables over them."""
    frozen = msgspec.json.decode(ws.month(periode).definisi)
    raw = {**ws.config.raw, "aturan": {**ws.config.raw["aturan"], **frozen["aturan"]}}
    overlay(raw, read_toml(path), path)
    return build_config(raw, path.name).facts.aturan
