"""Step 5: what the Kasi looks at: findings by weight, the evidence behind one, the changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.check import check_month
from civreg_tui.services.months import load_month, load_sheet
from civreg_tui.services.softcopies import received_reading, source_cells
from civreg_tui.services.validate import blocks
from civreg_tui.services.workspace import Workspace

BULAN_SERI = 12


@dataclass(frozen=True, slots=True)
class Bukti:
    """Everything known about the cell a finding points to; ``seri`` ends with this month."""

    alamat: Alamat
    kini: int | None
    lalu: int | None
    sumber: SelSumber | None
    kendali: int | None
    seri: tuple[int | None, ...]
    oleh: str
    pada: str
    catatan: str


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A cell whose figure changed since the last validation (or since the beginning)."""

    dokumen: str
    alamat: Alamat
    lama: int | None
    baru: int | None
    oleh: str


def ranked(ws: Workspace, periode: str) -> tuple[TemuanDijawab, ...]:
    """The month's findings: what blocks first, then by level, then by weight in the province."""
    weights = {(s.dokumen.kode, k): _weight(s, k) for s in load_month(ws, periode)
               for k in s.wilayah}  # fmt: skip
    order = {"error": 0, "warning": 1, "info": 2}

    def key(found: TemuanDijawab) -> tuple[bool, int, int]:
        place = (found.temuan.document or "", found.temuan.region or "")
        return not blocks(found), order[found.temuan.level], -weights.get(place, 0)

    return tuple(sorted(check_month(ws, periode), key=key))


def _weight(sheet: Lembar, kode: str) -> int:
    return sheet.nilai(kode, "wajib") or sheet.nilai(kode, "memiliki") or 0


def pointed_cell(sheet: Lembar, finding: Temuan) -> Alamat | None:
    """The cell a finding is about: its column, else the region's first empty or main figure."""
    if finding.region is None or finding.region not in sheet.wilayah:
        return None
    if finding.kolom is not None:
        return Alamat(finding.region, *finding.kolom)
    return Alamat(finding.region, *sheet.required_columns[-1])


def cells_to_return(ws: Workspace, periode: str, finding: Temuan) -> list[tuple[str, Alamat]]:
    """The keyed cells that answer a finding: its own column, or all of the region's row."""
    if finding.document is None or finding.region is None:
        return []
    sheet = load_sheet(ws, periode, finding.document)
    keyed = sheet.entry_columns
    named = [k for k in keyed if finding.kolom is not None and _covers(finding.kolom, k)]
    return [(finding.document, Alamat(finding.region, *k)) for k in named or keyed]


def _covers(wanted: Kolom, keyed: Kolom) -> bool:
    same = wanted.ukuran in {keyed.ukuran, "belum"}
    return same and wanted.seks in {keyed.seks, "jml"}


def evidence(ws: Workspace, periode: str, dokumen: str, alamat: Alamat) -> Bukti:
    """Value, last month's, softcopy's, control total, twelve months, who keyed it and when."""
    sheet = load_sheet(ws, periode, dokumen)
    reading = received_reading(ws, periode)
    source = source_cells(reading.dokumen(dokumen)).get(alamat) if reading else None
    author = ws.store.cells.author(periode, dokumen, alamat) or ("", "")
    note = ws.store.cells.notes(periode, dokumen).get(alamat)
    months = _series(ws, periode, dokumen, alamat)
    return Bukti(
        alamat=alamat,
        kini=sheet.nilai(*alamat),
        lalu=months[-2],
        sumber=source,
        kendali=ws.store.cells.controls(periode, dokumen).get(alamat.kolom),
        seri=months,
        oleh=author[0],
        pada=author[1],
        catatan=note.teks if note else "",
    )


def _series(ws: Workspace, periode: str, dokumen: str, alamat: Alamat) -> tuple[int | None, ...]:
    month = Periode.parse(periode)
    opened = {m.periode for m in ws.store.months.all()}
    names = [str(month.shift(-back)) for back in range(BULAN_SERI - 1, -1, -1)]
    return tuple(_value(ws, name, dokumen, alamat) if name in opened else None for name in names)


def _value(ws: Workspace, periode: str, dokumen: str, alamat: Alamat) -> int | None:
    sheets = (s for s in load_month(ws, periode) if s.dokumen.kode == dokumen)
    sheet = next(sheets, None)
    return sheet.nilai(*alamat) if sheet else None


def changes(ws: Workspace, periode: str) -> tuple[Perubahan, ...]:
    """The net change of every cell since the last validation, in the order of first change."""
    first: dict[str, int | None] = {}
    last: dict[str, tuple[int | None, str]] = {}
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.VALIDASI:
            first, last = {}, {}
        if event.aksi == Aksi.ISI_SEL:
            first.setdefault(event.objek, _figure(event.lama))
            last[event.objek] = (_figure(event.baru), event.akun)
    return tuple(_net(first, last))


def _figure(text: str | None) -> int | None:
    return msgspec.json.decode(text, type=Isian).angka if text else None


def _net(
    first: dict[str, int | None], last: dict[str, tuple[int | None, str]]
) -> Sequence[Perubahan]:
    found = []
    for name, before in first.items():
        dokumen, wilayah, ukuran, seks = name.split("/")
        now, who = last[name]
        if now != before:
            alamat = Alamat(wilayah, ukuran, seks)  # type: ignore[arg-type]
            found.append(Perubahan(dokumen, alamat, before, now, who))
    return found
