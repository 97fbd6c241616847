"""A new or changed rule tried against the stored months: what it would have flagged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from civreg_tui.config import KonfigurasiSalah
from civreg_tui.config.build import build_config
from civreg_tui.config.tables import Raw, overlay, read_toml
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.temuan import periksa_bulan
from civreg_tui.domain.temuan.aturan.daftar import ATURAN_FUNGSI
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.pemeriksaan.check import month_subject
from civreg_tui.services.pemeriksaan.rule_change import UbahAturan
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HasilCoba:
    """A month under the tried rules: what they find, and how that differs from today's.

    ``semula`` are the findings of the rules in force, ``hilang`` those of them that the tried
    ones would not report.
    """

    periode: str
    temuan: tuple[Temuan, ...]
    baru: tuple[Temuan, ...]
    hilang: tuple[Temuan, ...]
    semula: tuple[Temuan, ...] = ()


@dataclass(frozen=True)
class _Percobaan:
    """What is tried: tables of rules, and where they come from."""

    ws: Workspace
    tabel: Raw
    sumber: str

    @property
    def aturan(self) -> frozenset[str]:
        return frozenset(self.tabel["aturan"])


def try_rules(ws: Workspace, path: Path) -> tuple[HasilCoba, ...]:
    """Try the ``[aturan.Rxx]`` tables of a file on every stored month; nothing is changed.

    KonfigurasiSalah for a wrong file; Ditolak when it names no rule.
    """
    return _try(_Percobaan(ws, _read(path), path.name))


def try_change(ws: Workspace, change: UbahAturan) -> tuple[HasilCoba, ...]:
    """Try a rule changed on a form on every stored month; nothing is changed."""
    return _try(_Percobaan(ws, change.tabel, "aturan yang dicoba"))


def _read(path: Path) -> Raw:
    """The tables of a file; only rules that have a function may be in it."""
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
    return tables


def _try(tried: _Percobaan) -> tuple[HasilCoba, ...]:
    archive = Archive(tried.ws)
    rules: dict[str, dict[str, Aturan]] = {}
    return tuple(_one_month(tried, periode, archive, rules) for periode in archive.months)


def _one_month(
    tried: _Percobaan, periode: str, archive: Archive, rules: dict[str, dict[str, Aturan]]
) -> HasilCoba:
    """``rules`` keeps the tried rules by the definitions that months have frozen."""
    frozen = tried.ws.month(periode).definisi
    if frozen not in rules:
        rules[frozen] = _tried(tried, frozen)
    subject = month_subject(tried.ws, periode, archive)
    before = periksa_bulan(subject, _only(tried.ws.facts(periode).aturan, tried.aturan))
    after = periksa_bulan(subject, _only(rules[frozen], tried.aturan))
    known, found = {(f.kunci, f.level) for f in before}, {(f.kunci, f.level) for f in after}
    return HasilCoba(
        periode,
        after,
        tuple(f for f in after if (f.kunci, f.level) not in known),
        tuple(f for f in before if (f.kunci, f.level) not in found),
        before,
    )


def _only(rules: dict[str, Aturan], wanted: frozenset[str]) -> dict[str, Aturan]:
    return {kode: rule for kode, rule in rules.items() if kode in wanted}


def _tried(tried: _Percobaan, definisi: str) -> dict[str, Aturan]:
    """A month's rules (today's where it has none) with the tried tables over them."""
    config, frozen = tried.ws.config.raw, msgspec.json.decode(definisi)
    raw = {**config, "aturan": {**config["aturan"], **frozen["aturan"]}}
    overlay(raw, tried.tabel, Path(tried.sumber))
    return build_config(raw, tried.sumber).facts.aturan
