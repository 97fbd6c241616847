"""Screens as plain text for pilot tests, compared with files in ``tests/golden``.

After a wanted change of a screen, write the files anew and read the difference:
``CIVREG_GOLDEN=tulis .venv/bin/python -m pytest tests/pilot -n 0; git diff tests/golden``
"""

from __future__ import annotations

import os
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from civreg_tui.terminal.frugal import FrugalApp

GOLDEN = Path(__file__).parent.parent / "golden"
KECIL, BESAR = (80, 24), (120, 40)


def teks(app: App[None]) -> str:
    """What the terminal shows: a line of text per line of the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)


def sesuai_golden(name: str, text: str) -> None:
    """Compare with ``tests/golden/name.txt``, or write it when CIVREG_GOLDEN=tulis."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("CIVREG_GOLDEN") == "tulis":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.rstrip() + "\n", "utf-8")
    assert text.rstrip() + "\n" == path.read_text("utf-8"), f"differs from {path}"


async def tekan(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each settled before the next."""
    for key in keys:
        await pilot.press(key)
        await _handed_out(pilot)
        await pilot.pause()


async def _handed_out(pilot: Pilot[None]) -> None:
    """Wait while a key waits for those before it: the pilot's own pause does not know of that."""
    while isinstance(pilot.app, FrugalApp) and pilot.app._order.waiting:
        await pilot.pause(0.001)


async def ketik(pilot: Pilot[None], text: str) -> None:
    """Type a text into the focused field."""
    await pilot.press(*text)
    await _handed_out(pilot)
    await pilot.pause()
