"""What commands tell about months, coverage, the trail and printed codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from civreg_tui.cli.show import printable, table
from civreg_tui.domain import saat
from civreg_tui.domain.langkah import NAMA_PERAN, Aksi
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import Periode
from civreg_tui.services.trail.trail_words import sentence

if TYPE_CHECKING:
    from civreg_tui.config import Facts
    from civreg_tui.domain.laporan import Laporan, Rekap
    from civreg_tui.services.trail.heads import KepalaCetak
    from civreg_tui.store.records import BarisRevisi
    from civreg_tui.store.trail import Peristiwa


def status_lines(found: dict[str, Any]) -> list[str]:
    """Months with their step, whose turn it is, and minutes used."""
    rows = [("BULAN", "LANGKAH", "KEADAAN", "GILIRAN", "MENIT", "BAKU")]
    for month in found["periods"]:
        used = [step["minutes"] for step in month["steps"] if step["minutes"] is not None]
        rows.append(
            (
                Periode.parse(month["period"]).label,
                str(month["step"] or "selesai"),
                month["state"].replace("_", " "),
                NAMA_PERAN[month["actor"]] if month["actor"] else "–",
                str(sum(used)) if used else "–",
                str(sum(step["standard_minutes"] for step in month["steps"])),
            )
        )
    return table(rows) if len(rows) > 1 else ["Belum ada bulan yang dibuka."]


def coverage_lines(report: Laporan, per: str = "") -> list[str]:
    """Coverage of all documents, kabupaten/kota and province; ``per`` names a past day."""
    label = Periode.parse(report.periode).label
    lines = [f"Cakupan {label} · {report.acuan}" + (" · DRAF" if report.draf else "")]
    lines += [f"Seperti keadaannya pada akhir {per}."] if per else []
    for recap in report.rekap:
        lines += ["", recap.dokumen.nama, *_recap_lines(recap)]
    return lines


_KEPALA = ("KABUPATEN/KOTA", *(h.rjust(9) for h in ("WAJIB", "MEMILIKI", "BELUM")), "PERSEN")


def _recap_lines(recap: Rekap) -> list[str]:
    rows: list[tuple[str, ...]] = [_KEPALA]
    for row in (*recap.baris, recap.provinsi):
        figures = (row.wajib.jml, row.memiliki.jml, row.belum.jml)
        texts = (format_count(figure) for figure in figures)
        rows.append((row.nama, *(t.rjust(9) for t in texts), format_percent(row.persen).rjust(6)))
    return table(rows)


def event_lines(events: Iterable[Peristiwa], facts: Facts) -> list[str]:
    """The trail, one event a line, in the office's time."""
    lines = []
    for e in events:
        moment = saat.pada(e.waktu)
        role = f"{e.sebutan} {e.peran or '–'}".lstrip()
        reason = "" if e.aksi == Aksi.VERIFIKASI else e.alasan  # its outcome is in the sentence
        parts = (str(e.no), f"{moment:%Y-%m-%d %H:%M:%S}", e.akun, role, e.tempat,
                 e.periode or "–", sentence(e, facts), reason)  # fmt: skip
        lines.append(printable(" ".join(filter(None, parts))))
    return lines or ["Jejak masih kosong."]


def revision_line(code: str, revision: BarisRevisi | None, *, intact: bool) -> str:
    """Which revision a printed code belongs to, and whether its figures still stand.

    Only a store whose whole record is ``intact`` can vouch for either.
    """
    told = _told(code, revision)
    return told if intact else f"{told} {_TAK_UTUH}"


_TAK_UTUH = (
    "PERHATIAN: simpanan ini diubah di luar program, jadi jawaban itu belum dapat dipercaya. "
    "Jalankan: civreg-tui audit verify."
)


def _told(code: str, revision: BarisRevisi | None) -> str:
    if revision is None:
        return f"Kode {printable(code)} tidak ada pada simpanan ini."
    label = Periode.parse(revision.periode).label
    which = f"Kode {revision.kode}: {label} revisi {revision.no}, divalidasi {revision.oleh}"
    if revision.gugur:
        return f"{which}. TIDAK BERLAKU lagi sejak {saat.pada(revision.gugur):%Y-%m-%d}."
    return f"{which}. Masih berlaku."


def head_line(found: KepalaCetak) -> str:
    """What a printed trail head says about the trail of this store."""
    event = found.peristiwa
    if event is None:
        return (
            f"Kepala jejak {found.kode} TIDAK ADA pada simpanan ini: jejaknya dipotong atau "
            "disusun ulang sesudah kertas dicetak, atau kertas itu dari simpanan lain."
        )
    moment = saat.pada(event.waktu)
    which = (
        f"Kepala jejak {found.kode}: peristiwa {event.no}, {moment:%Y-%m-%d %H:%M}, {event.akun}"
    )
    if not found.utuh:
        return f"{which}. Jejaknya TERPUTUS; jalankan: civreg-tui audit verify."
    return f"{which}. Jejak utuh sejak awal, {found.sesudah} peristiwa sesudahnya."


def head_json(found: KepalaCetak) -> dict[str, Any]:
    """The same as one object."""
    event = found.peristiwa
    return {
        "head": found.kode,
        "found": event is not None,
        "event": event.no if event else None,
        "period": event.periode if event else None,
        "by": event.akun if event else None,
        "at": event.waktu if event else None,
        "chain": found.utuh,
        "after": found.sesudah,
    }


def revision_json(code: str, revision: BarisRevisi | None, *, intact: bool) -> dict[str, Any]:
    """The same as one object."""
    if revision is None:
        return {"code": code, "found": False, "intact": intact}
    return {
        "code": revision.kode,
        "found": True,
        "period": revision.periode,
        "revision": revision.no,
        "hash": revision.hash,
        "by": revision.oleh,
        "at": revision.pada,
        "stands": revision.gugur is None,
        "intact": intact,
    }
