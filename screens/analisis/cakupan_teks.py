"""The texts of the coverage view: bars with ranks and shortfalls, a region in words, the trend."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from civreg_tui.domain.konfirmasi import tanda
from civreg_tui.domain.laporan import BarisRekap, Rekap, TitikSeri
from civreg_tui.domain.numbers import BLANK, format_count, format_percent
from civreg_tui.domain.periode import SETAHUN, Periode, posisi_acuan
from civreg_tui.services.cakupan.analysis import Analisis
from civreg_tui.terminal.charts import Bar, against, bars, months, spark

_LEBAR_PECAHAN, _LEBAR_KURANG, _LEBAR_PERSEN = 19, 8, 6

Urutan = tuple[str, Callable[[BarisRekap], Any]]
URUTAN: tuple[Urutan, ...] = (
    ("peringkat", lambda row: (row.peringkat or 99, -(row.memiliki.jml or 0))),
    ("kekurangan terbesar", lambda row: (-(row.kekurangan or 0), row.peringkat or 99)),
    ("kode wilayah", lambda row: row.kode),
)
"""How the rows can be sorted: a name and a sort key."""


def kepala_tabel(recap: Rekap, lebar: int, urutan: str) -> str:
    """The heading over the bars, aligned with them; it names the order."""
    left = f" #  KABUPATEN/KOTA (urut {urutan})"
    right = (
        f"{'%':>{_LEBAR_PERSEN}} {'MEMILIKI/WAJIB':>{_LEBAR_PECAHAN}} {'KURANG':>{_LEBAR_KURANG}}"
        if recap.dokumen.penyebut
        else "JUMLAH AKTA"
    )
    return left.ljust(lebar - len(right)) + right


def baris_batang(recap: Rekap, rows: list[BarisRekap], analisis: Analisis, lebar: int) -> list[str]:
    """A line per region: rank and its change, name, bar against the target, figures."""
    percents = recap.dokumen.penyebut
    items = [
        Bar(
            label=f"{row.peringkat or BLANK:>2}{_gerak(analisis.naik(row.kode))} "
            f"{analisis.nama(row.kode)}",
            value=row.persen if percents else row.memiliki.jml,
            shown=_angka(row) if percents else format_count(row.memiliki.jml),
        )
        for row in rows
    ]
    target = recap.sasaran.target if percents else None
    return bars(items, lebar) if target is None else against(items, lebar, target)


def _gerak(naik: int | None) -> str:
    """The direction of a rank's change in one character."""
    return " " if not naik else "↑" if naik > 0 else "↓"


def _angka(row: BarisRekap) -> str:
    return (
        f"{format_percent(row.persen):>{_LEBAR_PERSEN}} {pecahan(row):>{_LEBAR_PECAHAN}} "
        f"{format_count(row.kekurangan):>{_LEBAR_KURANG}}"
    )


def pecahan(row: BarisRekap) -> str:
    """Numerator over denominator: ``134.115/137.480``."""
    return f"{format_count(row.memiliki.jml)}/{format_count(row.wajib.jml)}"


def provinsi(recap: Rekap, analisis: Analisis) -> str:
    """The province in one line, with numerator, denominator, target and DKB.

    Only regions with both figures count, so that the two give the percent beside them.
    """
    whole, target = recap.provinsi, recap.sasaran.target
    if not recap.dokumen.penyebut:
        reported = "" if whole.persen is None else _dilaporkan(whole)
        return f"PROV {format_count(whole.memiliki.jml)} akta{reported} · {recap.acuan}"
    unsure = tanda(recap.sasaran, "target")
    aim = "" if target is None else f" · target {format_percent(target)}{unsure}"
    part, due = analisis.lembar.pecahan_provinsi()
    shown = f"{format_percent(whole.persen)} % = {format_count(part)}/{format_count(due)}"
    return f"PROV {shown}{aim} · {recap.acuan}"


def _dilaporkan(row: BarisRekap) -> str:
    return f" · {format_percent(row.persen)} % terhadap kematian yang dilaporkan"


def capaian(recap: Rekap) -> str:
    """Performance against the target, in one line; empty without a target."""
    whole = recap.terlapor == len(recap.baris)
    filled = "" if whole else f" · {recap.terlapor}/{len(recap.baris)} terisi"
    if recap.capaian is None:
        why = "belum ada target" if recap.sasaran.target is None else "capaian belum dapat dihitung"
        return f"{why}{filled}"
    below = sum(bool(row.kekurangan) for row in recap.baris)
    short = "" if recap.sasaran.negatif else f" · {below} di bawah target"
    return f"Capaian {format_percent(recap.capaian)} % ({recap.kategori}){short}{filled}"


def posisi(recap: Rekap, analisis: Analisis) -> str:
    """The base's date for the head; a mark where other percents stand on another base."""
    day = posisi_acuan(recap.acuan)
    if day is None or not recap.dokumen.penyebut:
        return ""
    return f" · per {day:%d-%m-%Y}{' ≠' if analisis.acuan_campur else ''}"


def rincian(recap: Rekap, row: BarisRekap, analisis: Analisis) -> str:
    """A region in words, in two lines."""
    if not recap.dokumen.penyebut:
        reported = "" if row.persen is None else _dilaporkan(row)
        return f"{row.nama}: {format_count(row.memiliki.jml)} akta{reported}."
    first = (
        f"{row.nama}: {format_count(row.memiliki.jml)} dari {format_count(row.wajib.jml)} "
        f"{recap.dokumen.pemilik} = {format_percent(row.persen)} % · {analisis.acuan}"
    )
    told = [*_terhadap_target(recap, row), f"bulan lalu {format_percent(row.persen_lalu)} %"]
    if row.peringkat is not None:
        told.append(peringkat(analisis, row.kode))
    return f"{first}\n{' · '.join(told)}"


def peringkat(analisis: Analisis, kode: str) -> str:
    """A region's rank and its change since last month: ``peringkat 3, naik 2``."""
    climbed = analisis.naik(kode)
    moved = "" if not climbed else f", {'naik' if climbed > 0 else 'turun'} {abs(climbed)}"
    return f"peringkat {analisis.peringkat[kode] or BLANK}{moved}"


def _terhadap_target(recap: Rekap, row: BarisRekap) -> list[str]:
    if recap.sasaran.target is None or row.kekurangan is None:
        return []
    short = f"kurang {format_count(row.kekurangan)} akta" if row.kekurangan else "tercapai"
    return [f"Target {format_percent(recap.sasaran.target)}: {short}"]


def tren(recap: Rekap, lebar: int, tinggi: int) -> str:
    """The province's last twelve months: a spark line, or a chart where there is room."""
    points = recap.seri[-SETAHUN:]
    if not points:
        return "TREN: belum ada bulan sebelumnya."
    percents = recap.dokumen.penyebut
    values = [p.persen if percents else p.memiliki for p in points]
    shown = [format_percent(v) if percents else format_count(v) for v in values]
    what = "persen provinsi" if percents else "jumlah akta"
    example = " · * bulan contoh" if any(p.contoh for p in points) else ""
    title = f"TREN {len(points)} BULAN ({what}){example}{_ganti_acuan(points)}"
    if tinggi < 4:
        first, last = _bulan(points[0]), _bulan(points[-1])
        return f"{title}\n{first} {shown[0]}  {spark(values)}  {shown[-1]} {last}"
    labels = [_bulan(p) for p in points]
    chart = months(values, labels, shown, width=lebar, height=tinggi)
    return "\n".join((title, *chart))


def _bulan(point: TitikSeri) -> str:
    return Periode.parse(point.periode).singkat + ("*" if point.contoh else "")


def _ganti_acuan(points: tuple[TitikSeri, ...]) -> str:
    pairs = pairwise(points)
    changed = [_bulan(new).rstrip("*") for old, new in pairs if old.acuan != new.acuan]
    return f" · DKB berganti {', '.join(changed)}" if changed else ""
