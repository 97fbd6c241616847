"""The texts of the review screen: an item in a line, its evidence, coverage in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import posisi_acuan
from civreg_tui.domain.saat import tercatat
from civreg_tui.services.cakupan.analysis import acuan_bertanggal
from civreg_tui.services.entri.answers import SelKembali
from civreg_tui.services.month.months import load_month, previous_sheet
from civreg_tui.services.month.targets import target_of
from civreg_tui.services.pemeriksaan import review
from civreg_tui.services.pemeriksaan.agenda import Butir
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.charts import spark

_TANDA = {"error": "!", "warning": "?", "info": "i"}
BELUM_COCOK = "~"


def tanda(item: Butir) -> str:
    """An item's state in one character."""
    if item.diterima or (item.temuan is not None and item.temuan.alasan is not None):
        return "v"
    return _TANDA[item.temuan.temuan.level] if item.temuan is not None else BELUM_COCOK


def baris_butir(item: Butir, *, bertanda: bool) -> str:
    """An item in one line: marks, rule, document, sentence."""
    rule = item.temuan.temuan.rule if item.temuan is not None else ""
    chosen = ">" if bertanda else " "
    return f"{chosen}{tanda(item)} {rule:3} {item.dokumen or '':6} {item.teks}"


def ringkasan(ws: Workspace, periode: str) -> Iterator[str]:
    """A line per document: figures, coverage of the province, target, change."""
    sheets = load_month(ws, periode)
    base = _acuan(ws, sheets)
    yield f"{base:26}{'WAJIB':>10}{'MEMILIKI':>11}{'PERSEN':>9}{'TARGET':>9}{'BULAN LALU':>13}"
    for sheet in sheets:
        yield _ringkas(ws, sheet)


def _acuan(ws: Workspace, sheets: Sequence[Lembar]) -> str:
    """The date of the base, and whether documents or last month stand on another one."""
    bases = {sheet.acuan for sheet in sheets}
    day = posisi_acuan(sheets[0].acuan) if sheets else None
    if len(bases) > 1:
        return "DKB ≠ antar dokumen"
    if day is None:
        return "acuan belum diisi"
    before = previous_sheet(ws, str(sheets[0].periode), sheets[0].dokumen.kode)
    other = " ≠ lalu" if before is not None and before.acuan not in bases else ""
    return f"DKB per {day:%d-%m-%Y}{other}"


def ringkasan_sebaris(ws: Workspace, periode: str) -> str:
    """All documents and the base in a line or two, where the list needs the room."""
    sheets = load_month(ws, periode)
    figures = (f"{sheet.dokumen.singkat} {_satu_angka(sheet)}" for sheet in sheets)
    return f"{_acuan(ws, sheets)}: {' · '.join(figures)}"


def _satu_angka(sheet: Lembar) -> str:
    if sheet.dokumen.penyebut:
        return format_percent(sheet.persen_provinsi())
    return format_count(sheet.total("memiliki"))


def capaian_singkat(ws: Workspace, periode: str) -> Iterator[str]:
    """A short line per document, for the question before validating."""
    for sheet in load_month(ws, periode):
        part, whole = _jumlah(sheet)
        figures = format_count(part) + (f" dari {format_count(whole)}" if whole else "")
        percent = sheet.persen_provinsi()
        shown = f"  {format_percent(percent)} %" if percent is not None else ""
        yield f"{sheet.dokumen.nama:32}{figures:>22}{shown}"
    bases = dict.fromkeys(acuan_bertanggal(sheet.acuan) for sheet in load_month(ws, periode))
    yield " ≠ ".join(bases)


def _jumlah(sheet: Lembar) -> tuple[int | None, int | None]:
    """The province's owners and those due, of the regions that count in its percent."""
    return sheet.pecahan_provinsi() if sheet.dokumen.penyebut else (sheet.total("memiliki"), None)


def _ringkas(ws: Workspace, sheet: Lembar) -> str:
    part, whole = _jumlah(sheet)
    target = target_of(ws, sheet.dokumen.kode, str(sheet.periode)).target
    before = previous_sheet(ws, str(sheet.periode), sheet.dokumen.kode)
    return (
        f"{sheet.dokumen.nama[:25]:26}{format_count(whole):>10}"
        f"{format_count(part):>11}{format_percent(sheet.persen_provinsi()):>9}"
        f"{format_percent(target):>9}{_last(sheet, before):>13}"
    )


def _last(sheet: Lembar, before: Lembar | None) -> str:
    if before is None:
        return format_percent(None)
    if sheet.dokumen.penyebut:
        return format_percent(before.persen_provinsi())
    return format_count(before.total("memiliki"))


def rincian(ws: Workspace, periode: str, item: Butir) -> list[str]:
    """The whole sentence and the evidence behind an item."""
    lines = [item.teks]
    if item.dokumen is not None and item.alamat is not None:
        lines += bukti_baris(review.evidence(ws, periode, item.dokumen, item.alamat))
    found = item.temuan
    if found is not None and found.alasan is not None:
        lines.append(f"Alasan: {found.alasan} ({found.oleh}, {_kapan(found.pada or '')})")
    if item.diterima:
        lines.append(f"Diterima oleh {item.diterima}.")
    return lines


def bukti_baris(bukti: review.Bukti) -> list[str]:
    """What was said to a return; value, last month, softcopy; twelve months, totals; who keyed."""
    source = bukti.sumber
    soft = sumber_teks(source) + (f" ({source.alamat})" if source else "")
    first = (
        f"{bukti.alamat.kolom.label}: {format_count(bukti.kini)} · "
        f"bulan lalu {format_count(bukti.lalu)} · softcopy {soft}"
    )
    second = (
        f"12 bulan {spark(bukti.seri)} · jumlah kolom {format_count(bukti.jumlah)} · "
        f"kendali hardcopy {format_count(bukti.kendali)}"
    )
    third = f"Diisi {bukti.oleh} {_kapan(bukti.pada)}" if bukti.oleh else "Belum diisi"
    if bukti.catatan:
        third += f" · Catatan: {bukti.catatan}"
    told = [kembali_teks(bukti.pengembalian)] if bukti.pengembalian else []
    return [*told, first, second, third]


def sumber_teks(source: SelSumber | None) -> str:
    """A softcopy cell's figure as figures are written here; its own text where it is none."""
    if source is None or source.angka is not None:
        return format_count(source.angka if source else None)
    return source.teks


def kembali_teks(cell: SelKembali) -> str:
    """What became of a returned cell, in a sentence."""
    changed = (
        f"diubah {format_count(cell.semula)} -> {format_count(cell.kini)}"
        if cell.diubah
        else f"tetap {format_count(cell.kini)}"
    )
    said = f"; jawaban {cell.oleh}: {cell.jawaban}" if cell.jawaban else ""
    return f"Pernah dikembalikan: {changed}{said}"


def _kapan(iso: str) -> str:
    return tercatat(iso) if iso else "–"
