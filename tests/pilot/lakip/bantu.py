"""Shared by the pilot tests of steps 6 and 7."""

from __future__ import annotations

import re
from dataclasses import replace

from textual.widgets import TextArea

from civreg_tui.app import CivregApp
from civreg_tui.domain.lakip import BagianLakip, isi_tanda
from civreg_tui.services.lakip.composing import compose
from civreg_tui.services.lakip.naskah import keep_edit
from civreg_tui.services.month.targets import set_target, target_of
from civreg_tui.services.workspace import Workspace
from tests.pilot.conftest import BULAN

_SAMAR = (
    (re.compile(r"\b[A-Z2-7]{4}-[A-Z2-7]{4}\b"), "KODE-KODE"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "h" * 64),
    (re.compile(r"\b\d\d-\d\d-\d{4} \d\d\.\d\d\b"), "TG-BL-TAHN JM.MN"),
)


def samar(text: str) -> str:
    """A screen's text without what depends on hashes and on the machine's time zone."""
    for pattern, same in _SAMAR:
        text = pattern.sub(same, text)
    return text


def bagian(ws: Workspace, kunci: str) -> BagianLakip:
    """A section as it is composed now."""
    return next(b for b in compose(ws, BULAN)[1] if b.id == kunci)


def isi_semua(ws: Workspace) -> None:
    """Fill every slot for judgement with the suggestions, nothing left open."""
    for section in compose(ws, BULAN)[1]:
        if section.kosong:
            text = isi_tanda("\n".join(section.saran), "hal ini")
            keep_edit(ws, BULAN, section, text)


def target_baru(ws: Workspace) -> None:
    """Lower the target of the births, so that the texts that name it are composed anew."""
    set_target(ws, BULAN, replace(target_of(ws, "AK017", BULAN), target=9700))


def pilih(app: CivregApp, kunci: str) -> None:
    """Stand on a section of the list."""
    daftar = app.screen.query_one("#bagian")
    daftar.highlighted = daftar.get_option_index(kunci)


def penyunting(app: CivregApp) -> TextArea:
    """The editor's text field."""
    return app.screen.query_one("#teks", TextArea)
