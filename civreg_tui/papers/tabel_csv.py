"""A table as CSV, as a spreadsheet set to Indonesian opens it by a double click."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def tabel_csv(head: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """UTF-8 with a byte order mark, ``;`` between fields, None empty.

    A text that a spreadsheet would take for a formula gets a ``'``.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_field(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _field(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(_RUMUS) else value
