"""What ``audit verify`` prints: the chain of the trail, and the store against the trail."""

from __future__ import annotations

from civreg_tui.cli import ADA_SALAH, OK
from civreg_tui.cli.show import print_json
from civreg_tui.services.trail.audit import HasilAudit, audit
from civreg_tui.services.workspace import Workspace


def print_audit(ws: Workspace, *, as_json: bool) -> int:
    """Examine the whole record and print what was found; returns the exit code."""
    found = audit(ws)
    if as_json:
        print_json(_json(found))
    else:
        print("\n".join(_lines(found)))
    return OK if found.ok else ADA_SALAH


def _json(found: HasilAudit) -> dict[str, object]:
    """The contract's four names; ``differences`` comes with them only when there are some."""
    made: dict[str, object] = {
        "ok": found.ok, "events": found.events, "head": found.head, "broken_at": found.broken_at
    }  # fmt: skip
    return made | ({"differences": list(found.differences)} if found.differences else {})


def _lines(found: HasilAudit) -> list[str]:
    if found.ok:
        head = found.head[:16]
        return [f"Jejak utuh: {found.events} peristiwa, kepala {head}. Isi simpanan cocok."]
    if not found.differences:
        at = found.broken_at
        return [f"Jejak terputus pada peristiwa {at}. Hubungi admin; jangan dipakai."]
    first = f" Yang pertama: peristiwa {found.broken_at}." if found.broken_at else ""
    return [
        f"Jejak utuh, tetapi isi simpanan diubah di luar jejak.{first} "
        "Hubungi admin; jangan dipakai.",
        *(f"  {sentence}" for sentence in found.differences),
    ]
