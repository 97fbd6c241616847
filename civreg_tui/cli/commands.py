"""The commands by name; each imports what it needs only when it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from civreg_tui.cli import ADA_SALAH, OK
from civreg_tui.cli.parser import SalahPakai
from civreg_tui.cli.session import configuration, parse_period, shown, store_folder, workspace
from civreg_tui.cli.show import print_json, table

if TYPE_CHECKING:
    from civreg_tui.services.workspace import Workspace

Options = argparse.Namespace


def _open_app(options: Options) -> int:
    from civreg_tui.cli.opening import open_app, require_terminal

    require_terminal()
    with workspace(options, create=True) as ws:
        return open_app(ws)


def _open(options: Options) -> int:
    from civreg_tui.cli.opening import open_app, require_terminal

    require_terminal()
    with workspace(options) as ws:
        period = parse_period(options.period)
        ws.month(period)
        return open_app(ws, period, options.step, _document(ws, period, options.document))


def _document(ws: Workspace, period: str, text: str | None) -> str | None:
    """The code of a document that the month recaps, in any case; Ditolak for another one."""
    from civreg_tui.services.month.months import load_sheet

    return None if text is None else load_sheet(ws, period, text.upper()).dokumen.kode


def _demo(options: Options) -> int:
    from civreg_tui.cli.opening import run_demo

    return run_demo(options)


def _inspect(options: Options) -> int:
    from civreg_tui.cli.inspecting import run_inspect

    return run_inspect(options)


def _template(options: Options) -> int:
    from civreg_tui.domain.periode import Periode
    from civreg_tui.papers.files import write_new
    from civreg_tui.papers.template import write_template

    facts = configuration(options).facts
    period = Periode.parse(parse_period(options.period)) if options.period is not None else None
    content = write_template(period, facts.aktif, facts.wilayah, facts.kantor)
    write_new(options.out, content)
    print(f"Softcopy kosong ditulis: {options.out}")
    return OK


def _status(options: Options) -> int:
    from civreg_tui.cli.lines import status_lines
    from civreg_tui.services.month.status import status, timeliness_lines

    with workspace(options) as ws:
        period = parse_period(options.period) if options.period is not None else None
        found = status(ws, period)
        late = [] if options.json else timeliness_lines(ws, period)
    if options.json:
        print_json(found)
    else:
        print("\n".join([*status_lines(found), *late]))
    return OK


def _check(options: Options) -> int:
    from civreg_tui.cli.checking import run_check

    return run_check(options)


def _coverage(options: Options) -> int:
    from civreg_tui.services.cakupan.coverage import coverage_json
    from civreg_tui.services.output.report import build_report

    with workspace(options) as ws, shown(ws, options.per) as then:
        report = build_report(then, parse_period(options.period))
    if options.csv:
        from civreg_tui.papers.tidy import write_csv

        sys.stdout.buffer.write(write_csv(report))
    elif options.json:
        print_json(coverage_json(report))
    else:
        from civreg_tui.cli.lines import coverage_lines

        print("\n".join(coverage_lines(report, then.per_tanggal)))
    return OK


def _kinds(text: str | None) -> list[str]:
    """The kinds of papers named after ``--what``, each once; none named means all."""
    if text is None:
        return []
    named = (kind.strip() for kind in text.split(","))
    kinds = list(dict.fromkeys(filter(None, named)))
    if not kinds:
        raise SalahPakai("--what kosong. Sebut jenisnya, misalnya rekap,lakip.")
    return kinds


def _export(options: Options) -> int:
    from civreg_tui.services.officials import sample_officials
    from civreg_tui.services.output.export import export_month
    from civreg_tui.services.output.export_revision import export_revision
    from civreg_tui.services.output.printing import make_pdfs, print_papers, require_printing

    kinds = _kinds(options.what)
    wanted = options.pdf or options.cetak
    if wanted:
        require_printing(printer=options.cetak)
    with workspace(options) as now, shown(now, options.per) as ws:
        period = parse_period(options.period)
        if options.revisi is None:
            paths = export_month(ws, period, options.out, kinds)
        else:
            paths = export_revision(ws, period, options.revisi, options.out, kinds)
        pdfs = make_pdfs(paths) if wanted else []
        for path in (*paths, *pdfs):
            print(path)
        if options.cetak:
            print(print_papers(ws, pdfs))
        note = "" if ws.demo else sample_officials(ws.config)
    if note:
        print(f"civreg-tui: {note}", file=sys.stderr)
    return OK


def _audit(options: Options) -> int:
    from dataclasses import asdict

    from civreg_tui.cli.auditing import print_audit
    from civreg_tui.cli.lines import event_lines
    from civreg_tui.services.trail.trail_view import trail_csv, trail_view

    period = parse_period(options.period) if getattr(options, "period", None) is not None else None
    with workspace(options) as ws:
        if options.audit == "show":
            if period is not None:
                ws.month(period)
            events = list(trail_view(ws, period, akun=options.akun, objek=options.sel))
            if options.csv:
                sys.stdout.buffer.write(trail_csv(events))
            elif options.json:
                print_json({"events": [asdict(event) for event in events]})
            else:
                print("\n".join(event_lines(events, ws.config.facts)))
            return OK
        return print_audit(ws, as_json=options.json)


def _verify(options: Options) -> int:
    from civreg_tui.cli.lines import revision_json, revision_line
    from civreg_tui.services.pemeriksaan.validate import find_code
    from civreg_tui.services.trail.audit import audit
    from civreg_tui.services.trail.heads import is_head

    if is_head(options.code):
        return _verify_head(options)
    with workspace(options) as ws:
        revision = find_code(ws, options.code)
        intact = audit(ws).ok
    if options.json:
        print_json(revision_json(options.code, revision, intact=intact))
    else:
        print(revision_line(options.code, revision, intact=intact))
    stands = revision is not None and revision.gugur is None
    return OK if stands and intact else ADA_SALAH


def _verify_head(options: Options) -> int:
    from civreg_tui.cli.lines import head_json, head_line
    from civreg_tui.services.trail.heads import find_head

    with workspace(options) as ws:
        found = find_head(ws, options.code)
    if options.json:
        print_json(head_json(found))
    else:
        print(head_line(found))
    return OK if found.sah else ADA_SALAH


def _backup(options: Options) -> int:
    from civreg_tui.domain.saat import kini
    from civreg_tui.store.copies import write_backup, write_dated

    if not options.file.is_dir():
        if options.simpan is not None:
            raise SalahPakai("--simpan dipakai bersama folder yang sudah ada, bukan berkas.")
        write_backup(store_folder(options), options.file)
        print(f"Cadangan ditulis dan diperiksa: {options.file}")
        return OK
    made, gone = write_dated(store_folder(options), options.file, options.simpan or 0, kini())
    print(f"Cadangan ditulis dan diperiksa: {made}")
    for old in gone:
        print(f"Cadangan lama dihapus: {old}")
    return OK


def _restore(options: Options) -> int:
    from civreg_tui.store.copies import restore_backup

    folder = store_folder(options)
    restore_backup(options.file, folder)
    print(f"Simpanan dipulihkan di {folder}")
    return OK


def _pin(options: Options) -> int:
    from civreg_tui.cli.pin import run_pin

    with workspace(options) as ws:
        return run_pin(ws, options.hapus, options.alasan)


def _doctor(options: Options) -> int:
    from civreg_tui.services.doctor import examine_machine

    found = examine_machine(configuration(options), store_folder(options))
    rows = [("baik" if p.baik else "MASALAH", p.nama, p.keterangan) for p in found]
    print("\n".join(table(rows)))
    for problem in (p for p in found if not p.baik):
        print(f"-> {problem.nama}: {problem.saran}")
    return OK if all(p.baik for p in found) else ADA_SALAH


COMMANDS: dict[str | None, Callable[[Options], int]] = {
    None: _open_app,
    "open": _open,
    "demo": _demo,
    "inspect": _inspect,
    "template": _template,
    "status": _status,
    "check": _check,
    "coverage": _coverage,
    "export": _export,
    "audit": _audit,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "pin": _pin,
    "doctor": _doctor,
}
