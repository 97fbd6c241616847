"""Pictures of the main screens for the documentation: ``python -m tests.gambar``.

Each screen is drawn from its cells as plain SVG text, with nothing fetched from anywhere.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from unittest.mock import patch

from rich.segment import Segment

from civreg_tui.terminal.environment import prepare

prepare()

from civreg_tui.app import CivregApp  # noqa: E402 - Textual reads the environment at import
from civreg_tui.config import load_config  # noqa: E402
from civreg_tui.services.demo import make_demo  # noqa: E402
from civreg_tui.services.people import identity  # noqa: E402
from civreg_tui.services.workspace import Workspace  # noqa: E402
from civreg_tui.store.store import Store  # noqa: E402

TARGET = Path(__file__).parent.parent / "docs" / "gambar"
CELL_W, CELL_H, MARGIN = 8.4, 18, 10
DARK, LIGHT = "#1c1c1c", "#d8d8d8"
FOLDER = "/srv/civreg"
MOMENT = datetime(2025, 1, 3, 2, 30, tzinfo=UTC)

SCREENS: dict[str, tuple[int, int | None, tuple[str, ...]]] = {
    "layar-meja-kerja": (4, None, ()),
    "layar-disposisi": (1, 1, ()),
    "layar-penerimaan": (3, 3, ("space", "a")),
    "layar-entri": (4, 4, ("T", "y", "d", "d")),
    "layar-pemeriksaan": (5, 5, ()),
    "layar-angka": (5, 5, ("a",)),
    "layar-cakupan": (6, None, ("c",)),
    "layar-lakip": (6, 6, ()),
    "layar-sekretariat": (7, 7, ()),
}
"""Name of the picture -> demo step, screen opened (None = home), keys pressed."""


def svg(lines: list[list[Segment]], width: int, height: int) -> str:
    """The lines as a dark terminal window of width × height cells."""
    w, h = width * CELL_W + 2 * MARGIN, height * CELL_H + 2 * MARGIN
    body = "".join(_line(line, y) for y, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0f}" height="{h:.0f}">'
        f'<rect width="100%" height="100%" rx="6" fill="{DARK}"/>'
        '<g font-family="DejaVu Sans Mono, Consolas, Menlo, monospace" font-size="14" '
        f'xml:space="preserve">{body}</g></svg>\n'
    )


def _line(line: list[Segment], y: int) -> str:
    parts, x = [], 0
    for segment in line:
        text, style = segment.text, segment.style
        reverse = bool(style and style.reverse)
        bold = bool(style and style.bold)
        if text.strip() or reverse:
            parts.append(_piece(text, x, y, reverse, bold))
        x += len(text)
    return "".join(parts)


def _piece(text: str, x: int, y: int, reverse: bool, bold: bool) -> str:
    left, top, width = MARGIN + x * CELL_W, MARGIN + y * CELL_H, len(text) * CELL_W
    back = (
        f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{CELL_H}" fill="{LIGHT}"/>'
        if reverse
        else ""
    )
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'{back}<text x="{left:.1f}" y="{top + 14}" textLength="{width:.1f}" '
        f'fill="{DARK if reverse else LIGHT}"{weight}>{escape(text)}</text>'
    )


async def _picture(name: str, folder: Path) -> None:
    step, screen, keys = SCREENS[name]
    make_demo(load_config(), folder, step)
    for file in (folder / "masuk").iterdir():
        os.utime(file, (MOMENT.timestamp(), MOMENT.timestamp()))
    ws = Workspace(load_config(), Store(folder), clock=lambda: MOMENT)
    app = CivregApp(ws, period="2024-12" if screen else None, step=screen)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()
        lines = [list(strip) for strip in app.screen._compositor.render_strips()]
    ws.close()
    picture = svg(lines, 80, 24).replace(escape(str(folder)), FOLDER.ljust(len(str(folder))))
    (TARGET / f"{name}.svg").write_text(picture, "utf-8")
    print(TARGET / f"{name}.svg")


def main() -> None:
    """Draw all screens anew."""
    with patch.object(identity, "current_account", lambda _: "budi"):
        for name in SCREENS:
            with tempfile.TemporaryDirectory() as folder:
                asyncio.run(_picture(name, Path(folder) / "demo"))


if __name__ == "__main__":
    main()
