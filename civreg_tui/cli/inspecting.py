"""The ``inspect`` command: softcopies read without touching any store."""

from __future__ import annotations

import argparse

from civreg_tui.cli import ADA_SALAH, OK
from civreg_tui.cli.session import parse_period
from civreg_tui.cli.show import finding_lines, print_json, printable, table


def run_inspect(options: argparse.Namespace) -> int:
    """Read the files and print what was recognised, what is missing, and the findings."""
    from civreg_tui.config.definitions import load_definitions
    from civreg_tui.domain.periode import Periode
    from civreg_tui.services.penerimaan.inspect import inspect_files
    from civreg_tui.softcopy.recognition.collector import collector_paused

    period = Periode.parse(parse_period(options.period)) if options.period is not None else None
    with collector_paused():
        found = inspect_files(options.files, period, load_definitions(options.config))
        result = found.json()
        if options.json:
            print_json(result)
        else:
            print("\n".join(printable(line) for line in _lines(result, found.findings)))
    return ADA_SALAH if any(f.level == "error" for f in found.findings) else OK


def _lines(result: dict, findings: tuple) -> list[str]:  # type: ignore[type-arg]
    """Sheets, documents and findings for a person."""
    lines = [f"Bulan: {result['period'] or 'tidak tertulis'} · {result['base'] or 'tanpa acuan'}"]
    for file in result["files"]:
        lines.append(f"Berkas: {file['path']}")
        lines += [
            f"  {sheet['name']}: {sheet['document'] or sheet['skipped']}"
            for sheet in file["sheets"]
        ]
    rows = [("DOKUMEN", "TERBACA", "CAKUPAN")]
    for document in result["documents"]:
        whole = document["province"]
        percent = "–" if whole["cakupan"] is None else f"{whole['cakupan']:.2f}".replace(".", ",")
        rows.append((document["name"], f"{whole['reported']}/{whole['regions']}", percent))
    lines += ["", *table(rows), "", *finding_lines(findings)]
    lines.append("Lengkap." if result["complete"] else "Belum lengkap.")
    return lines
