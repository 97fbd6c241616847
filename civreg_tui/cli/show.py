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


def printable(text: str) -> str:
    """Text from files without anything a terminal could obey."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "�" for c in text)
