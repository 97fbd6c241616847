"""One document of a month analysed: ranks and their change, twelve months, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from civreg_tui.domain.atribusi import Atribusi, uraikan
from civreg_tui.domain.cakupan import Pecahan, kekurangan, peringkat
from civreg_tui.domain.konfirmasi import belum_pasti
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.periode import SETAHUN, Periode, acuan_for, posisi_acuan
from civreg_tui.domain.proyeksi import (
    TitikLaju,
    kekurangan_provinsi,
    kelebihan_provinsi,
    laju,
    lengkap,
    tercapai_pada,
    teringan,
    tersedikit,
)
from civreg_tui.domain.wilayah import DaftarWilayah
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.month.targets import target_of
from civreg_tui.services.workspace import Workspace

PROVINSI = ""
"""The province in place of a region's code."""


@dataclass(frozen=True)
class Analisis:
    """A sheet with its neighbours in time; ``bulan`` are twelve months ending with this one."""

    lembar: Lembar
    lalu: Lembar | None
    bulan: tuple[Lembar | None, ...]
    wilayah: DaftarWilayah
    provinsi: str
    target: int | None
    acuan_lain: Mapping[str, str]
    contoh: frozenset[Periode]
    ragu: bool = False
    """Whether nobody of the office has confirmed the target yet."""
    negatif: bool = False
    """Whether the target is a ceiling, to which no certificate can be lacking."""

    @property
    def periode(self) -> Periode:
        """The month."""
        return self.lembar.periode

    def nama(self, kode: str) -> str:
        """A region's short name; the province's for its empty code."""
        return self.wilayah[kode].singkat if kode else "PROVINSI"

    @cached_property
    def atribusi(self) -> Atribusi | None:
        """The province's change since last month, split; None without both percents."""
        if self.lalu is None:
            return None
        return uraikan(_pairs(self.lalu), _pairs(self.lembar))

    @cached_property
    def peringkat(self) -> dict[str, int | None]:
        """Ranks by the unrounded ratio."""
        return _ranks(self.lembar)

    def naik(self, kode: str) -> int | None:
        """Ranks gained since last month (negative: lost); None when one of both is unknown."""
        now, then = self.peringkat.get(kode), _ranks(self.lalu).get(kode) if self.lalu else None
        return None if now is None or then is None else then - now

    def seri(self, kode: str) -> tuple[int | None, ...]:
        """Twelve months: percents in hundredths, or counts where there is no denominator."""
        return tuple(_measure(sheet, kode) if sheet else None for sheet in self.bulan)

    def kurang(self, kode: str, target: int | None) -> int | None:
        """Certificates a region (or the province) lacks to a target."""
        pair = self.lembar.pecahan(kode) if kode else self.lembar.pecahan_provinsi()
        return kekurangan(*pair, target, negatif=self.negatif)

    def beda_seri(self, kode: str) -> int | None:
        """This month against the oldest month shown that has a figure."""
        values = self.seri(kode)
        known = [value for value in values if value is not None]
        return values[-1] - known[0] if values[-1] is not None else None

    def laju(self, kode: str) -> Fraction | None:
        """Certificates gained a month at the present pace."""
        return laju([_pace(s, kode) for s in self.bulan if s is not None])

    def tercapai(self, kode: str, target: int | None) -> Periode | None:
        """The month in which the target is reached at this pace; None when it is not."""
        short = self.kurang(kode, target)
        return None if short is None else tercapai_pada(short, self.laju(kode), self.periode)

    @property
    def acuan(self) -> str:
        """The base with its date: ``DKB Semester II Tahun 2024 (31-12-2024)``."""
        return acuan_bertanggal(self.lembar.acuan)

    @property
    def acuan_campur(self) -> tuple[str, ...]:
        """What stands on another base: last month, other documents, the DKB in force."""
        found = []
        if self.lalu is not None and self.lalu.acuan != self.lembar.acuan:
            found.append(f"lalu {acuan_singkat(self.lalu.acuan)}")
        if self.acuan_lain:
            others = ", ".join(f"{code} {base}" for code, base in self.acuan_lain.items())
            found.append(f"dokumen lain {others}")
        in_force = acuan_for(self.periode)
        if self.lembar.acuan and self.lembar.acuan != in_force:
            found.append(f"berlaku {acuan_singkat(in_force)}")
        return tuple(found)


def acuan_bertanggal(acuan: str) -> str:
    """A base with its position date."""
    day = posisi_acuan(acuan)
    return f"{acuan} ({day:%d-%m-%Y})" if day else acuan or "acuan belum diisi"


def acuan_singkat(acuan: str) -> str:
    """The same in fewer words, beside a base that is written out."""
    return acuan_bertanggal(acuan).removeprefix("DKB ").replace(" Tahun", "")


@dataclass(frozen=True, slots=True)
class KurangBerapa:
    """What brings the province to a target: how many, where with least effort, and when.

    ``lebih`` are the certificates beyond the target when it is reached.
    """

    target: int
    akta: int
    lebih: int
    teringan: dict[str, int]
    tersedikit: dict[str, int]
    laju: Fraction | None
    pada: Periode | None


def kurang_berapa(analysis: Analisis, target: int) -> KurangBerapa | None:
    """Certificates missing to a target in hundredths; None without a percent or to a ceiling."""
    regions = lengkap(_pairs(analysis.lembar))
    if not regions or analysis.negatif:
        return None
    akta = kekurangan_provinsi(regions, target)
    pace = analysis.laju(PROVINSI)
    return KurangBerapa(
        target,
        akta,
        kelebihan_provinsi(regions, target),
        teringan(regions, akta),
        tersedikit(regions, akta),
        pace,
        tercapai_pada(akta, pace, analysis.periode),
    )


def analyse(ws: Workspace, periode: str, dokumen: str) -> Analisis:
    """Everything the coverage views show of a document; Ditolak when it is not recapped."""
    archive = Archive(ws)
    sheet = load_sheet(ws, periode, dokumen)
    facts = ws.facts(periode)
    months = archive.last(periode, dokumen, SETAHUN)
    goals = target_of(ws, dokumen, periode)
    others = {s.dokumen.kode: s.acuan for s in archive.sheets(periode) if s.acuan != sheet.acuan}
    return Analisis(
        lembar=sheet,
        lalu=months[-2],
        bulan=months,
        wilayah=facts.wilayah,
        provinsi=facts.provinsi,
        target=goals.target,
        acuan_lain=others,
        contoh=frozenset(Periode.parse(m.periode) for m in ws.store.months.all() if m.contoh),
        ragu=bool(belum_pasti(goals, "target")),
        negatif=goals.negatif,
    )


def _pairs(sheet: Lembar) -> dict[str, Pecahan]:
    return {kode: sheet.pecahan(kode) for kode in sheet.wilayah}


def _ranks(sheet: Lembar) -> dict[str, int | None]:
    ranks = peringkat([sheet.pecahan(kode) for kode in sheet.wilayah])
    return dict(zip(sheet.wilayah, ranks, strict=True))


def _measure(sheet: Lembar, kode: str) -> int | None:
    if sheet.dokumen.penyebut:
        return sheet.persen(kode) if kode else sheet.persen_provinsi()
    return sheet.nilai(kode, "memiliki") if kode else sheet.total("memiliki")


def _pace(sheet: Lembar, kode: str) -> TitikLaju:
    owned = sheet.nilai(kode, "memiliki") if kode else sheet.total("memiliki")
    return TitikLaju(sheet.periode, owned, sheet.acuan)
