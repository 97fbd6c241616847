"""Copying a sheet out to a file that a spreadsheet opens."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from civreg_tui.domain.lembar import Kolom, Lembar
from civreg_tui.domain.numbers import format_percent
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.workspace import Workspace


def copy_out(ws: Workspace, periode: str, dokumen: str) -> Path:
    """Write a sheet as it stands to the outbox (CSV, ``;``); returns the file. OSError passes."""
    from civreg_tui.papers.files import write_paper

    sheet = load_sheet(ws, periode, dokumen)
    name = f"{periode}_{dokumen}_salinan.csv"
    return write_paper(ws.keluar, name, _csv(ws, sheet).encode("utf-8-sig"))


def _csv(ws: Workspace, sheet: Lembar) -> str:
    columns = _columns(sheet)
    names = ws.facts(str(sheet.periode)).wilayah
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["kode", "kabupaten/kota", *(k.label for k in columns), "persen"])
    for kode in sheet.wilayah:
        figures = [sheet.nilai(kode, *kolom) for kolom in columns]
        writer.writerow([kode, names[kode].nama, *map(_count, figures), _percent(sheet, kode)])
    totals = [_count(sheet.total(*kolom)) for kolom in columns]
    writer.writerow(["", "JUMLAH", *totals, _percent(sheet, None)])
    return out.getvalue()


def _columns(sheet: Lembar) -> tuple[Kolom, ...]:
    columns: list[Kolom] = []
    for kolom in sheet.entry_columns:
        columns.append(kolom)
        if kolom.seks == "p":
            columns.append(Kolom(kolom.ukuran, "jml"))
    return (*columns, Kolom("belum", "jml")) if sheet.dokumen.penyebut else tuple(columns)


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _percent(sheet: Lembar, kode: str | None) -> str:
    value = sheet.persen(kode) if kode else sheet.persen_provinsi()
    return "" if value is None else format_percent(value)
