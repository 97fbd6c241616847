"""Whether the delivered LAKIP carries the validated figures is found by reading its file back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Bahan
from civreg_tui.papers import bahan
from civreg_tui.services.sekretariat import accept_lakip, delivered, match_recap
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN


def sampaikan(ws: Workspace, salah: str, benar: str) -> None:
    """Deliver once more, with a figure in a table (or a number in the text) changed."""
    made = delivered(ws, BULAN)
    assert made is not None
    document = Document(BytesIO(made.isi))
    texts = [node for node in document.element.body.iter() if node.tag.endswith("}t")]
    changed = [node for node in texts if node.text == benar]
    assert changed
    changed[-1].text = salah
    out = BytesIO()
    document.save(out)
    content = out.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    with ws.store.transaction():
        ws.store.records.put_delivery(
            BULAN, replace(made, no=made.no + 1, sha256=digest, isi=content)
        )


def test_the_sentence_says_how_much_was_compared(demo):
    match = match_recap(demo(7), BULAN)
    assert match.cocok
    assert "sel tabel dan" in match.kalimat
    assert match.kalimat.endswith("angka dalam teks cocok dengan rekap.")


def test_a_table_with_another_figure_is_named_and_holds_acceptance(demo):
    ws = demo(7)
    sampaikan(ws, "29.365", "29.356")
    match = match_recap(ws, BULAN)
    assert not match.cocok
    assert "tertulis 29.365, seharusnya 29.356" in match.kalimat
    with pytest.raises(Ditolak, match=r"29\.365"):
        accept_lakip(ws, BULAN, Bahan(True, True, True, "1", "2025-01-06"))


def test_the_same_delivery_is_read_only_once(demo, monkeypatch):
    ws, calls = demo(7), []
    compare = bahan.cocokkan
    monkeypatch.setattr(bahan, "cocokkan", lambda *a: calls.append(1) or compare(*a))
    assert match_recap(ws, BULAN) == match_recap(ws, BULAN)
    sampaikan(ws, "29.365", "29.356")
    assert not match_recap(ws, BULAN).cocok
    assert len(calls) == 2
