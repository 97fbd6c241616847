"""Putting the checking library's complaint about an entry into key and remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin, get_type_hints

_TYPES = {
    "bool": ("true atau false", bool),
    "int": ("bilangan bulat", int),
    "float": ("bilangan", float),
    "str": ("teks dalam tanda kutip", str),
    "array": ("daftar [..]", list),
    "object": ("tabel [..]", dict),
}


def explain(key: str, error: str, value: object, kind: Any) -> str:
    """Key and remedy for an entry that the checking library refused."""
    where = re.search(r"at `\$\.?([^`]*)`", error)
    inner = where[1] if where else ""
    expected = re.search(r"Expected `([^`]*)`(?: (<=|>=) (\d+))?", error)
    if expected:
        kinds = [_TYPES[name] for name in expected[1].split(" | ") if name in _TYPES]
        path = _path(key, inner.replace("[...]", _misfit(value, inner, kinds)))
        return f"{path}: isinya harus {_wanted(expected, kinds)}. Perbaiki atau hapus baris itu."
    missing = re.search(r"missing required field `([^`]*)`", error)
    if missing:
        return f"{_path(key, inner)}.{missing[1]}: wajib diisi. Tambahkan baris itu."
    own = re.match(r"([a-z_]+\.\w+): (.*\.)$", error)  # what the domain says itself
    if own:
        return f"{_path(key, own[1])}: {own[2]}"
    chosen = re.match(r"Invalid enum value (\S+)", error)
    what = f"pilihan {chosen[1]} tidak ada" if chosen else "isinya tidak dikenal"
    return f"{_path(key, inner)}: {what}. {_remedy(choices(kind, inner) if chosen else ())}"


def _remedy(known: Sequence[str]) -> str:
    return (
        f"Pakai salah satu dari: {', '.join(known)}." if known
        else "Perbaiki atau hapus baris itu."
    )  # fmt: skip


def choices(kind: Any, inner: str) -> tuple[str, ...]:
    """The words that an entry of a kind may be, at a place inside it; none where any may be."""
    for name in re.findall(r"\w+|\[", inner):
        if name.isdigit():
            continue
        if name == "[":
            kind = next(iter(get_args(kind)), None)
        else:
            kind = get_type_hints(kind).get(name) if isinstance(kind, type) else None
    return tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()


def _path(key: str, inner: str) -> str:
    return f"{key}{inner}" if inner.startswith("[") else f"{key}.{inner}".rstrip(".")


def _wanted(expected: re.Match[str], kinds: Sequence[tuple[str, type]]) -> str:
    words = " atau ".join(words for words, _ in kinds) or "lain"
    bound = {"<=": "paling banyak", ">=": "paling sedikit"}.get(expected[2])
    return f"{words}, {bound} {expected[3]}" if bound else words


def _misfit(value: object, inner: str, kinds: Sequence[tuple[str, type]]) -> str:
    """The key of a table's first entry of a wrong kind, which the library does not name."""
    table = value
    for name in filter(None, inner.partition("[")[0].split(".")):
        table = table.get(name) if isinstance(table, dict) else None
    allowed = tuple(kind for _, kind in kinds)
    entries = table.items() if isinstance(table, dict) else ()
    return next((f".{name}" for name, item in entries if not isinstance(item, allowed)), "")
