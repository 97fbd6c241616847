"""The TOML files: the defaults of ``data/`` and the user's file laid over them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from civreg_tui.config.salah import KonfigurasiSalah
from civreg_tui.paths import data_dir

Raw = dict[str, Any]

KEYED = {"wilayah": "kode", "dokumen": "kode", "aturan": "id"}
"""The sections whose rows have a code, and the field that holds it."""
_CODES = {"wilayah": r"\d{2}\.\d{2}", "dokumen": r"[A-Z0-9]{2,12}", "aturan": r"R\d{2}"}
_NEW = {
    "dokumen": "Dokumen baru ditambahkan dengan nama, singkat, lembar, judul, kelompok, pemilik, "
    "aktif, penyebut, dan rincian.",
    "aturan": "Aturan baru tidak dapat ditambahkan; hapus bagian itu.",
}
"""What to do about a code that is not known."""
_LISTED = {"sasaran": ("dokumen", "tahun"), "penduduk": ("acuan",), "langkah": ("no",),
           "pelaksana": ("akun", "peran", "mulai")}  # fmt: skip
"""What identifies a row of a list, so that the user's row replaces the default one."""
_FILES = ("wilayah", "dokumen", "langkah", "kantor", "sasaran", "penduduk", "aturan")


def read_defaults() -> Raw:
    """The tables of ``data/``; lists with a key become tables by that key."""
    raw: Raw = {"simpan": {}, "layar": {}, "templat": {}, "cetak": {}, "pelaksana": []}
    for name in _FILES:
        raw |= read_toml(data_dir() / f"{name}.toml")
    for section, key in KEYED.items():
        raw[section] = {row[key]: row for row in raw[section]}
    return raw


def read_toml(path: Path) -> Raw:
    """One TOML file; KonfigurasiSalah with place and remedy when it cannot be read."""
    try:
        return tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        raise KonfigurasiSalah(
            f"{path.name} bukan TOML yang benar ({_place(error)}). Perbaiki tulisan di situ."
        ) from None
    except UnicodeDecodeError:
        raise KonfigurasiSalah(
            f"{path.name} tidak tersimpan sebagai UTF-8. Simpan ulang dengan pilihan UTF-8."
        ) from None
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
        if section in _NEW and isinstance(value, dict):
            _refuse_new(set(value) - set(base[section]), base[section], value, section, path.name)
        if section in _LISTED:
            base[section] = _merge_rows(base[section], value, section, path.name)
        else:
            base[section] = _merge(base[section], value, f"{path.name}, kunci {section}")
        if section in KEYED:
            _settle_codes(base[section], section, path.name)


def _refuse_new(codes: set[str], base: Raw, user: Raw, section: str, name: str) -> None:
    """Refuse a rule that is none, and a document that is neither known nor described."""
    for code in sorted(codes):
        described = section == "dokumen" and isinstance(user[code], dict) and "nama" in user[code]
        if described or not re.fullmatch(_CODES[section], code):
            continue
        raise KonfigurasiSalah(
            f"{name}, kunci {section}.{code}: {section} {code} tidak ada. Yang ada: "
            f"{', '.join(sorted(base))}. {_NEW[section]}"
        )


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


def _settle_codes(table: Raw, section: str, file: str) -> None:
    """A row's code is the name of its table; codes stay fit for addresses and file names."""
    field = KEYED[section]
    for code, row in table.items():
        where = f"{file}, kunci {section}.{code}"
        if not re.fullmatch(_CODES[section], code, re.ASCII):
            example = next(iter(table))
            raise KonfigurasiSalah(f"{where}: kodenya salah bentuk. Tulis seperti {example}.")
        if not isinstance(row, dict):
            raise KonfigurasiSalah(f"{where}: harus berupa tabel [..]. Perbaiki bagian itu.")
        if row.setdefault(field, code) != code:
            raise KonfigurasiSalah(f'{where}.{field}: harus "{code}". Hapus baris itu.')


def _merge_rows(base: list[Raw], user: Any, section: str, file: str) -> list[Raw]:
    if not isinstance(user, list) or not all(isinstance(row, dict) for row in user):
        raise KonfigurasiSalah(f"{file}: tulis [[{section}]] dengan kurung ganda, satu per baris.")
    if section == "langkah":
        return _merge_steps(base, user, file)
    replaced = {_identity(row, section) for row in user}
    return user + [row for row in base if _identity(row, section) not in replaced]


def _identity(row: Raw, section: str) -> tuple[str, ...]:
    return tuple(str(row.get(key)) for key in _LISTED[section])


def _merge_steps(base: list[Raw], user: list[Raw], file: str) -> list[Raw]:
    """The SOP has seven steps: their words and minutes may change, their number may not."""
    steps = {row["no"]: row for row in base}
    for row in user:
        number = row.get("no")
        if not isinstance(number, int) or number not in steps:
            raise KonfigurasiSalah(f"{file}, kunci langkah.no: tulis nomor langkah 1 sampai 7.")
        steps[number] = steps[number] | row
    return list(steps.values())
