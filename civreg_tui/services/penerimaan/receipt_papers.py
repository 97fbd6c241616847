"""The receipt's papers: made once, kept as they were made, written into the outbox."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from civreg_tui.domain.penerimaan import Penerimaan
from civreg_tui.services.penerimaan.receipt_content import receipt_paper
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace

Kertas = Literal["tanda_terima", "nota"]
NAMA: dict[Kertas, str] = {"tanda_terima": "tanda-terima", "nota": "nota-kekurangan"}
"""The papers' names in files."""


def kept_paper(ws: Workspace, periode: str, kind: Kertas) -> Penerimaan | None:
    """The month's last paper of a kind as it was made, or None."""
    text = ws.store.records.form(periode, kind)
    return None if text is None else msgspec.json.decode(text, type=Penerimaan)


def keep_paper(ws: Workspace, periode: str, kind: Kertas, paper: Penerimaan) -> None:
    """Keep a paper's content, so that it can be printed again; inside a transaction."""
    ws.record("simpan_kertas", kind, peran="staf", periode=periode, baru=dump(paper))
    ws.store.records.put_form(periode, kind, dump(paper))


def printable(ws: Workspace, periode: str) -> list[tuple[str, bytes]]:
    """The receipt's papers as (name in files, .docx), as they were made.

    A month received before papers were kept has them made from what the store holds.
    """
    form = load_receipt(ws, periode)
    due: dict[Kertas, bool] = {
        "tanda_terima": bool(form.diterima_pada),
        "nota": bool(form.kekurangan),
    }
    found = []
    for kind, there in due.items():
        paper = kept_paper(ws, periode, kind) or (receipt_paper(ws, periode) if there else None)
        if paper is not None:
            found.append((NAMA[kind], paper_bytes(kind, paper)))
    return found


def paper_bytes(kind: Kertas, paper: Penerimaan) -> bytes:
    """The paper as .docx."""
    from civreg_tui.papers import penerimaan

    if kind == "nota":
        return penerimaan.write_nota_kekurangan(paper)
    return penerimaan.write_tanda_terima(paper)


def write_kept(ws: Workspace, periode: str, kind: Kertas) -> Path | None:
    """Write the kept paper into the outbox; None when there is none. OSError passes on."""
    from civreg_tui.papers.files import write_paper

    paper = kept_paper(ws, periode, kind)
    if paper is None:
        return None
    return write_paper(ws.keluar, f"{periode}_{NAMA[kind]}.docx", paper_bytes(kind, paper))
