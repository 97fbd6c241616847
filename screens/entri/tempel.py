"""What a paste would change, line by line, before it is done."""

from __future__ import annotations

from civreg_tui.terminal.entry_text import PastePlan
from civreg_tui.terminal.glyphs import glyphs
from civreg_tui.terminal.grid_model import line_at
from screens.entri.lembar_grid import LembarGrid

TERBANYAK = 11


def baris_pratinjau(plan: PastePlan, model: LembarGrid) -> list[str]:
    """A line per change (the first of them), then how many more, and what is left out."""
    lines = []
    for change in plan.changes[:TERBANYAK]:
        row, column = line_at(model, change.row).label, model.columns[change.col]
        head = f"{column.group} {column.head}".strip()
        before = change.before or glyphs().empty
        lines.append(f"{row:14.14} {head:14.14} {before:>10} -> {change.after:>10}")
    if len(plan.changes) > TERBANYAK:
        lines.append(f"dan {len(plan.changes) - TERBANYAK} angka lagi.")
    if plan.outside:
        lines.append(f"{plan.outside} angka di luar lembar atau di sel terkunci tidak ikut.")
    return lines
