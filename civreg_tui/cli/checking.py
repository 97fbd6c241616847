"""`check`: a month's findings, tried rules over all months, or everything computed again."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from civreg_tui.cli import ADA_SALAH, OK
from civreg_tui.cli.session import parse_period, workspace
from civreg_tui.cli.show import finding_lines, grouped_lines, print_json, printable
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.cakupan.coverage import finding_json
from civreg_tui.services.pemeriksaan.recheck import HasilUlang, recheck
from civreg_tui.services.pemeriksaan.trial import HasilCoba, try_rules
from civreg_tui.services.workspace import Workspace


def run_check(options: argparse.Namespace) -> int:
    """Do what the options ask for; returns 1 where there is an error or a difference."""
    with workspace(options) as ws:
        period = parse_period(options.period)
        ws.month(period)
        if options.ulang:
            return _again(ws, period, options)
        if options.coba is not None:
            return _trial(ws, period, options)
        return _findings(ws, period, options)


def _findings(ws: Workspace, period: str, options: argparse.Namespace) -> int:
    from civreg_tui.services.pemeriksaan.check import check_month

    found = [answered.temuan for answered in check_month(ws, period)]
    if options.json:
        print_json({"period": period, "findings": [finding_json(f) for f in found]})
    else:
        print("\n".join(grouped_lines(found)))
    return ADA_SALAH if any(f.level == "error" for f in found) else OK


def _trial(ws: Workspace, period: str, options: argparse.Namespace) -> int:
    """What the tried rules would have flagged; a trial finds, it never fails."""
    tried = try_rules(ws, options.coba)
    if options.json:
        months = [_trial_json(result) for result in tried]
        print_json({"period": period, "trial": months})
    else:
        print("\n".join(_trial_lines(tried)))
    return OK


def _trial_json(result: HasilCoba) -> dict[str, object]:
    return {
        "period": result.periode,
        "findings": [finding_json(f) for f in result.temuan],
        "new": [finding_json(f) for f in result.baru],
        "gone": [finding_json(f) for f in result.hilang],
    }


def _trial_lines(tried: Sequence[HasilCoba]) -> Iterator[str]:
    for result in tried:
        label = Periode.parse(result.periode).label
        yield (
            f"{label}: {len(result.temuan)} temuan, {len(result.baru)} baru, "
            f"{len(result.hilang)} hilang"
        )
        yield from _marked("+", result.baru)
        yield from _marked("-", result.hilang)
    yield "Hanya dicoba: tidak ada yang berubah pada simpanan."


def _marked(mark: str, found: Sequence[Temuan]) -> Iterator[str]:
    for line in finding_lines(found) if found else ():
        yield f"  {mark} {line}"


def _again(ws: Workspace, period: str, options: argparse.Namespace) -> int:
    result = recheck(ws)
    if options.json:
        different = [
            {"period": b.periode or None, "about": b.hal, "message": b.kalimat} for b in result.beda
        ]
        print_json({"period": period, "ok": result.utuh, "checked": result.diperiksa,
                    "differences": different})  # fmt: skip
    else:
        print("\n".join(_again_lines(result)))
    return OK if result.utuh else ADA_SALAH


def _again_lines(result: HasilUlang) -> Iterator[str]:
    checked = ", ".join(f"{count} {what}" for what, count in result.diperiksa.items())
    yield f"Dihitung ulang: {checked}."
    for beda in result.beda:
        yield printable(f"BEDA {beda.periode or 'simpanan'} {beda.hal}: {beda.kalimat}")
    yield "Semua cocok." if result.utuh else f"{len(result.beda)} perbedaan. Hubungi admin."
