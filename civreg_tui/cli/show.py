"""How commands print: tables, findings and JSON, safe for a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from civreg_tui.domain.temuan.model import NAMA_LEVEL

if TYPE_CHECKING:
    from civreg_tui.domain.temuan.model import Temuan


def print_json(value: Any) -> None:
    """One JSON object on standard output; escapes where it does not take every character."""
    import json

    print(json.dumps(value, ensure_ascii=(sys.stdout.encoding or "").lower() != "utf-8"))


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def finding_lines(found: Sequence[Temuan]) -> list[str]:
    """Findings, one a line: level, rule, source cell if any, message."""
    if not found:
        return ["Tidak ada temuan."]
    return [
        " ".join(filter(None, (NAMA_LEVEL[f.level] + ":", f.rule, f.cell, printable(f.message))))
        for f in found
    ]


def grouped_lines(found: Sequence[Temuan]) -> list[str]:
    """The same with one line for what many regions share; within a level those come last."""
    groups: dict[tuple[object, ...], list[Temuan]] = {}
    for finding in found:
        groups.setdefault(_shared(finding), []).append(finding)
    levels = list(NAMA_LEVEL)
    ordered = sorted(groups.values(), key=lambda g: (levels.index(g[0].level), len(g) > 1))
    return [_group_line(group) for group in ordered] or finding_lines(())


def _shared(f: Temuan) -> tuple[object, ...]:
    """What findings of several regions have in common: all but the region, which is said first."""
    said = f.message.partition(": ")[2] if f.region and not f.cell else ""
    return (f.level, f.rule, f.document, f.kolom, f.perihal, said) if said else (f.kunci, f)


def _group_line(group: Sequence[Temuan]) -> str:
    first = group[0]
    if len(group) == 1:
        return finding_lines(group)[0]
    names = [f.message.partition(": ")[0] for f in group]
    said = first.message.partition(": ")[2]
    text = printable(f"{len(names)} kabupaten/kota: {said} Yaitu {', '.join(names)}.")
    return f"{NAMA_LEVEL[first.level]}: {first.rule} {text}"


def printable(text: str) -> str:
    """Text from files without anything a terminal could obey."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "�" for c in text)
