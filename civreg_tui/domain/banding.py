"""Two pictures of one month beside each other: figures, percents and reasons that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from civreg_tui.domain.laporan import BarisRekap, Laporan, Perubahan, Rekap, Trio
from civreg_tui.domain.lembar import Seks, Ukuran

_UKURAN: tuple[Ukuran, ...] = ("wajib", "memiliki", "terbit")
_SEKS: tuple[Seks, ...] = ("l", "p", "jml")


@dataclass(frozen=True, slots=True)
class BedaPersen:
    """A percent that differs, in hundredths; ``wilayah`` is empty for the province."""

    dokumen: str
    wilayah: str
    semula: int | None
    menjadi: int | None


@dataclass(frozen=True, slots=True)
class BedaAlasan:
    """A finding whose reason differs; an empty text says that there is none on that side."""

    kunci: str
    temuan: str
    semula: str
    menjadi: str


@dataclass(frozen=True, slots=True)
class Banding:
    """All differences between two revisions of a month."""

    sel: tuple[Perubahan, ...]
    persen: tuple[BedaPersen, ...]
    alasan: tuple[BedaAlasan, ...]
    target: tuple[BedaPersen, ...]

    @property
    def sama(self) -> bool:
        """Whether nothing differs."""
        return not (self.sel or self.persen or self.alasan or self.target)


def bandingkan(lama: Laporan, baru: Laporan) -> Banding:
    """What differs from ``lama`` to ``baru``; a document or region missing on one side is None."""
    pairs = list(_pairs(lama, baru))
    return Banding(
        sel=tuple(change for pair in pairs for change in _cells(*pair)),
        persen=tuple(change for pair in pairs for change in _percents(*pair)),
        alasan=tuple(_reasons(lama, baru)),
        target=tuple(_targets(lama, baru)),
    )


Pasangan = tuple[str, str, BarisRekap | None, BarisRekap | None]
"""Document, region and its row on both sides."""


def _pairs(lama: Laporan, baru: Laporan) -> Iterator[Pasangan]:
    then, now = _rows(lama), _rows(baru)
    for key in {**then, **now}:
        yield (*key, then.get(key), now.get(key))


def _rows(report: Laporan) -> dict[tuple[str, str], BarisRekap]:
    return {
        (recap.dokumen.kode, row.kode): row
        for recap in report.rekap
        for row in (*recap.baris, recap.provinsi)
    }


def _cells(
    dokumen: str, wilayah: str, old: BarisRekap | None, new: BarisRekap | None
) -> Iterator[Perubahan]:
    if not wilayah:
        return
    for ukuran in _UKURAN:
        for seks in _SEKS:
            then, now = _figure(old, ukuran, seks), _figure(new, ukuran, seks)
            if then != now:
                yield Perubahan(dokumen, wilayah, ukuran, seks, then, now)
    reported = (old.dilaporkan if old else None, new.dilaporkan if new else None)
    if reported[0] != reported[1]:
        yield Perubahan(dokumen, wilayah, "dilaporkan", "jml", *reported)


def _figure(row: BarisRekap | None, ukuran: Ukuran, seks: Seks) -> int | None:
    trio: Trio = getattr(row, ukuran) if row is not None else Trio()
    figure: int | None = getattr(trio, seks)
    return figure


def _percents(
    dokumen: str, wilayah: str, old: BarisRekap | None, new: BarisRekap | None
) -> Iterator[BedaPersen]:
    then, now = (old.persen if old else None), (new.persen if new else None)
    if then != now:
        yield BedaPersen(dokumen, wilayah, then, now)


def _reasons(lama: Laporan, baru: Laporan) -> Iterator[BedaAlasan]:
    then = {f.temuan.kunci: f for f in lama.temuan}
    now = {f.temuan.kunci: f for f in baru.temuan}
    for key in {**then, **now}:
        old, new = then.get(key), now.get(key)
        texts = [f"{f.alasan or ''}" if f else "" for f in (old, new)]
        if texts[0] != texts[1]:
            found = new or old
            yield BedaAlasan(key, found.temuan.message if found else "", *texts)


def _targets(lama: Laporan, baru: Laporan) -> Iterator[BedaPersen]:
    then, now = _by_document(lama), _by_document(baru)
    for kode in {**then, **now}:
        aims = [r.sasaran.target if r else None for r in (then.get(kode), now.get(kode))]
        if aims[0] != aims[1]:
            yield BedaPersen(kode, "", *aims)


def _by_document(report: Laporan) -> dict[str, Rekap]:
    return {recap.dokumen.kode: recap for recap in report.rekap}
