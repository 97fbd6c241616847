"""The texts of the review screen: a finding in a line, its evidence, coverage in short."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.services import review
from civreg_tui.services.months import load_month, load_sheet, previous_sheet
from civreg_tui.services.targets import target_of
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.charts import spark

_TANDA = {"error": "!", "warning": "?", "info": "i"}


def baris_temuan(found: TemuanDijawab, *, bertanda: bool) -> str:
    """A finding in one line: marks, rule, message."""
    mark = "v" if found.alasan is not None else _TANDA[found.temuan.level]
    chosen = ">" if bertanda and found.temuan.level != "info" else " "
    return f"{chosen}{mark} {found.temuan.rule} {found.temuan.message}"


def ringkasan(ws: Workspace, periode: str) -> Iterator[str]:
    """A line per document: figures, coverage of the province, target, change."""
    yield f"{'':26}{'WAJIB':>10}{'MEMILIKI':>11}{'PERSEN':>9}{'TARGET':>9}{'BULAN LALU':>13}"
    for sheet in load_month(ws, periode):
        yield _ringkas(ws, sheet)


def capaian_singkat(ws: Workspace, periode: str) -> Iterator[str]:
    """A short line per document, for the question before validating."""
    for sheet in load_month(ws, periode):
        part, whole = sheet.total("memiliki"), sheet.total("wajib")
        figures = format_count(part) + (f" dari {format_count(whole)}" if whole else "")
        percent = sheet.persen_provinsi()
        shown = f"  {format_percent(percent)} %" if percent is not None else ""
        yield f"{sheet.dokumen.nama:31}{figures:>23}{shown}"


def _ringkas(ws: Workspace, sheet: Lembar) -> str:
    target = target_of(ws, sheet.dokumen.kode, sheet.periode.year).target
    before = previous_sheet(ws, str(sheet.periode), sheet.dokumen.kode)
    percent = sheet.persen_provinsi()
    last = _last(sheet, before)
    return (
        f"{sheet.dokumen.nama[:25]:26}{format_count(sheet.total('wajib')):>10}"
        f"{format_count(sheet.total('memiliki')):>11}{format_percent(percent):>9}"
        f"{format_percent(target):>9}{last:>13}"
    )


def _last(sheet: Lembar, before: Lembar | None) -> str:
    if before is None:
        return format_percent(None)
    if sheet.dokumen.penyebut:
        return format_percent(before.persen_provinsi())
    return format_count(before.total("memiliki"))


def rincian(ws: Workspace, periode: str, found: TemuanDijawab) -> list[str]:
    """The whole sentence and the evidence behind a finding."""
    lines = [found.temuan.message]
    if found.temuan.document and found.temuan.region:
        sheet = load_sheet(ws, periode, found.temuan.document)
        cell = review.pointed_cell(sheet, found.temuan)
        if cell is not None:
            lines += bukti_baris(review.evidence(ws, periode, found.temuan.document, cell))
    if found.alasan is not None:
        lines.append(f"Alasan: {found.alasan} ({found.oleh})")
    return lines


def bukti_baris(bukti: review.Bukti) -> list[str]:
    """Value, last month, softcopy, control total; twelve months; who keyed it."""
    source = bukti.sumber
    soft = f"{source.teks} ({source.alamat})" if source else format_count(None)
    first = (
        f"{bukti.alamat.kolom.label}: {format_count(bukti.kini)}   "
        f"bulan lalu {format_count(bukti.lalu)}   softcopy {soft}"
    )
    control = format_count(bukti.kendali)
    second = f"12 bulan {spark(bukti.seri)}   kendali hardcopy {control}"
    if bukti.oleh:
        moment = datetime.fromisoformat(bukti.pada).astimezone()
        second += f"   diisi {bukti.oleh} {moment:%d-%m-%Y %H.%M}"
    return [first, second, *([f"Catatan: {bukti.catatan}"] if bukti.catatan else [])]
