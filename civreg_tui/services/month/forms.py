"""The month's forms (disposisi, penerimaan, anggaran, bahan), kept as JSON of dataclasses."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from civreg_tui.services.workspace import Workspace

_T = TypeVar("_T")


def load_form(ws: Workspace, periode: str, jenis: str, kind: type[_T]) -> _T | None:
    """A form of the month, or None when it was never filled in."""
    text = ws.store.records.form(periode, jenis)
    return None if text is None else msgspec.json.decode(text, type=kind)
