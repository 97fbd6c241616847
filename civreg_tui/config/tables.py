"""The TOML files: the defaults of ``data/`` and the user's file laid over them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from civreg_tui.config.model import KonfigurasiSalah, Raw
from civreg_tui.paths import data_dir

_KEYED = {"wilayah": "kode", "dokumen": "kode", "aturan": "id"}
_FILES = ("wilayah", "dokumen", "langkah", "kantor", "sasaran", "penduduk", "aturan")


def read_defaults() -> Raw:
    """The tables of ``data/``; lists with a key become tables by that key."""
    raw: Raw = {"simpan": {}, "layar": {}}
    for name in _FILES:
        raw |= read_toml(data_dir() / f"{name}.toml")
    for section, key in _KEYED.items():
        raw[section] = {row[key]: row for row in raw[section]}
    return raw


def read_toml(path: Path) -> Raw:
    """One TOML file; KonfigurasiSalah with place and remedy when it cannot be read."""
    try:
        return tomli.loads(path.read_bytes().decode("utf-8"))
    except tomli.TOMLDecodeError as error:
        raise KonfigurasiSalah(f"{path.name} bukan TOML yang benar ({_place(error)}).") from None
    except UnicodeDecodeError:
        raise KonfigurasiSalah(f"{path.name} tidak tersimpan sebagai UTF-8.") from None
    except OSError as error:
        reason = "tidak ada" if isinstance(error, FileNotFoundError) else "tidak dapat dibaca"
        raise KonfigurasiSalah(f"Berkas konfigurasi {path} {reason}. Periksa --config.") from None


def _place(error: tomli.TOMLDecodeError) -> str:
    match = re.search(r"line (\d+), column (\d+)", str(error))
    return f"baris {match[1]}, kolom {match[2]}" if match else "akhir berkas"


def overlay(base: Raw, user: Raw, path: Path) -> None:
    """Lay the user's tables over the defaults; an unknown section is refused by name."""
    for section, value in user.items():
        if section not in base:
            raise KonfigurasiSalah(
                f"{path.name}, bagian [{section}]: tidak dikenal. Hapus bagian itu, "
                f"atau pakai salah satu dari: {', '.join(sorted(base))}."
            )
        if section == "sasaran":
            base[section] = _merge_targets(base[section], value, path)
        else:
            base[section] = _merge(base[section], value, f"{path.name}, kunci {section}")


def _merge(base: Any, user: Any, where: str) -> Any:
    if not isinstance(base, dict):
        return user
    if not isinstance(user, dict):
        raise KonfigurasiSalah(f"{where}: harus berupa tabel [..]. Perbaiki bagian itu.")
    if where.endswith((".ambang", ".pesan")):
        _refuse_unknown(base, user, where)
    return base | {
        key: _merge(base.get(key), value, f"{where}.{key}") for key, value in user.items()
    }


def _refuse_unknown(base: Raw, user: Raw, where: str) -> None:
    """A threshold or message that no rule reads would be a change without effect."""
    for key in user.keys() - base.keys():
        known = ", ".join(sorted(base)) or "tidak ada"
        raise KonfigurasiSalah(f"{where}.{key}: tidak dikenal. Yang dikenal: {known}.")


def _merge_targets(base: list[Raw], user: Any, path: Path) -> list[Raw]:
    if not isinstance(user, list) or not all(isinstance(row, dict) for row in user):
        raise KonfigurasiSalah(f"{path.name}: tulis target sebagai [[sasaran]], satu per dokumen.")
    keys = {(row.get("dokumen"), row.get("tahun")) for row in user}
    return [row for row in base if (row["dokumen"], row["tahun"]) not in keys] + user
