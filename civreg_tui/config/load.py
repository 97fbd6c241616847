"""The facts of ``data/*.toml`` with the user's ``civreg.toml`` laid over them, checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from civreg_tui import paths
from civreg_tui.config.build import build_config
from civreg_tui.config.model import Config, Facts
from civreg_tui.config.salah import KonfigurasiSalah
from civreg_tui.config.tables import Raw, overlay, read_defaults, read_toml
from civreg_tui.paths import data_dir, default_config

if TYPE_CHECKING:
    from civreg_tui.domain.lakip import Frasa

KANTOR_SAJA = ("akun", "pelaksana", "layanan", "izin", "konfirmasi")
"""The sections that no file but ``/etc/civreg-tui/civreg.toml`` decides, where there is one."""
BEKU = ("wilayah", "provinsi", "dokumen", "aturan", "kategori", "penduduk")
"""The sections that a month freezes when it is opened."""


def load_config(path: Path | None = None) -> Config:
    """The defaults with ``path`` (or the user's own file, if there is one) laid over them.

    Raises KonfigurasiSalah with one Indonesian line when a file or an entry is wrong.
    """
    raw = read_defaults()
    chosen = path or default_config()
    if path is not None or chosen.is_file():
        overlay(raw, read_toml(chosen), chosen)
        _settle_template(raw, chosen.parent)
    _settle_office(raw, chosen)
    config = build_config(raw, chosen.name)
    _refuse_lost_targets(config.facts, chosen.name)
    return config


def _settle_office(raw: Raw, chosen: Path) -> None:
    """Who is who is said by the office's file alone, whatever other file was chosen."""
    office = paths.SYSTEM_CONFIG
    if chosen == office or not office.is_file():
        return
    plain = read_defaults()
    overlay(plain, read_toml(office), office)
    for section in KANTOR_SAJA:
        raw[section] = plain[section]


def _settle_template(raw: Raw, folder: Path) -> None:
    """The office's own template is looked for beside the configuration file."""
    named = raw["templat"].get("lakip") if isinstance(raw["templat"], dict) else None
    if isinstance(named, str) and named:
        raw["templat"]["lakip"] = str(folder / Path(named).expanduser())


def _refuse_lost_targets(facts: Facts, file: str) -> None:
    for target in facts.sasaran:
        if target.dokumen not in facts.dokumen:
            known = ", ".join(facts.dokumen)
            raise KonfigurasiSalah(
                f"{file}, kunci sasaran.dokumen: {target.dokumen} tidak dikenal. Pilih: {known}."
            )


def frozen_definitions(raw: Raw) -> Raw:
    """The part of the merged tables that a month keeps as it was opened."""
    return {section: raw[section] for section in BEKU}


def month_config(config: Config, frozen: Raw) -> Config:
    """The configuration as it applies to a month: its frozen definitions, today's settings."""
    rules = {
        kode: _with_later_thresholds(rule, config.raw["aturan"].get(kode, {}))
        for kode, rule in frozen["aturan"].items()
    }
    return build_config({**config.raw, **frozen, "aturan": rules}, "berkas bulan")


def _with_later_thresholds(rule: Raw, today: Raw) -> Raw:
    """A frozen rule with the thresholds that the program learnt only afterwards."""
    ambang = today.get("ambang", {}) | rule.get("ambang", {})
    return rule | {"ambang": ambang} if ambang else rule


def load_phrases() -> Frasa:
    """The outline and wording of the LAKIP (``data/lakip.toml``)."""
    from civreg_tui.domain.lakip import Frasa, FrasaSalah

    try:
        return Frasa.dari(read_toml(data_dir() / "lakip.toml"))
    except FrasaSalah as error:
        raise KonfigurasiSalah(str(error)) from None
