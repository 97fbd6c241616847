"""Every number that a sentence of the LAKIP may carry, and where in the data it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from civreg_tui.domain.lakip import fakta
from civreg_tui.domain.laporan import BarisRekap, Laporan, Rekap
from civreg_tui.domain.periode import Periode

Satuan = Literal["jumlah", "persen", "peringkat"]


class Sumber(NamedTuple):
    """A number in the data: its unit, its value (percents in hundredths), where it stands."""

    satuan: Satuan
    nilai: int
    uraian: str
    dokumen: str | None = None
    wilayah: str | None = None


_Angka = tuple[Satuan, int | None, str]


def semua_sumber(laporan: Laporan) -> tuple[Sumber, ...]:
    """The numbers of the report and those derived from them; negative ones by their size."""
    found = [Sumber(s, abs(n), text) for s, n, text in _umum(laporan) if n is not None]
    for rekap in laporan.rekap:
        kode = rekap.dokumen.kode
        numbers = (*_rekap(laporan, rekap), *_wilayah(rekap))
        found += [Sumber(s, abs(n), text, kode) for s, n, text in numbers if n is not None]
        for row in (*rekap.baris, rekap.provinsi):
            cells = (c for c in _baris(row) if c[1] is not None)
            found += [Sumber(s, abs(n or 0), text, kode, row.kode) for s, n, text in cells]
    return tuple(found)


def _umum(laporan: Laporan) -> Iterator[_Angka]:
    year = Periode.parse(laporan.periode).year
    for tahun in (year - 1, year, year + 1):
        yield "jumlah", tahun, "tahun"
    for text in re.findall(r"\b\d{4}\b", laporan.acuan):
        yield "jumlah", int(text), "tahun acuan"
    yield "jumlah", max((len(r.baris) for r in laporan.rekap), default=0), "jumlah kabupaten/kota"
    yield "jumlah", len(laporan.rekap), "jumlah dokumen"
    yield "jumlah", laporan.revisi.no if laporan.revisi else None, "nomor revisi"
    yield from _waktu(laporan)
    yield from _anggaran(laporan)


def _waktu(laporan: Laporan) -> Iterator[_Angka]:
    steps, taken, standard = fakta.waktu_tercatat(laporan)
    yield "jumlah", steps, "langkah selesai"
    yield "jumlah", taken, "menit terpakai"
    yield "jumlah", standard, "menit baku"
    yield "jumlah", standard - taken, "selisih menit"
    yield "jumlah", len(laporan.waktu), "jumlah langkah"
    for item in laporan.waktu[: fakta.LANGKAH_LAKIP - 1]:
        yield "jumlah", item.menit, f"menit langkah {item.langkah.no}"
        yield "jumlah", item.langkah.menit, f"waktu baku langkah {item.langkah.no}"


def _anggaran(laporan: Laporan) -> Iterator[_Angka]:
    lines = laporan.anggaran
    for line in lines:
        yield "jumlah", line.pagu, f"pagu {line.kegiatan}"
        yield "jumlah", line.realisasi, f"realisasi {line.kegiatan}"
        yield "persen", fakta.serapan((line,)), f"serapan {line.kegiatan}"
    if lines:
        pagu, spent = sum(a.pagu for a in lines), sum(a.realisasi for a in lines)
        yield "jumlah", pagu, "jumlah pagu"
        yield "jumlah", spent, "jumlah realisasi anggaran"
        yield "jumlah", pagu - spent, "sisa anggaran"
        yield "jumlah", len(lines), "jumlah kegiatan"
    yield "persen", fakta.serapan(lines), "serapan anggaran"
    yield "persen", fakta.efisiensi(laporan), "efisiensi"
    yield "persen", fakta.capaian_rata(laporan), "rata-rata capaian"
    yield "jumlah", len(fakta.berindikator(laporan)), "jumlah indikator"


def _rekap(laporan: Laporan, rekap: Rekap) -> Iterator[_Angka]:
    now, goals = rekap.provinsi.persen, rekap.sasaran
    yield "persen", rekap.capaian, "capaian"
    yield "jumlah", goals.tahun, "tahun sasaran"
    named = (("target", goals.target), ("Renstra", goals.renstra), ("nasional", goals.nasional))
    for name, goal in named:
        yield "persen", goal, name
        yield "persen", None if None in (now, goal) else (now or 0) - (goal or 0), f"selisih {name}"
        yield "jumlah", fakta.kurang_ke(rekap, goal) or None, f"kekurangan provinsi ke {name}"
    yield "persen", fakta.kemajuan(rekap, goals.renstra), "kemajuan Renstra"
    for text in re.findall(r"\b\d{4}\b", rekap.acuan):
        yield "jumlah", int(text), "tahun acuan"
    for point in rekap.seri:
        yield "persen", point.persen, f"cakupan {point.periode}"
        yield "jumlah", point.memiliki, f"memiliki {point.periode}"
        yield "jumlah", point.wajib, f"wajib {point.periode}"
        yield "jumlah", int(point.periode[:4]), "tahun"
    compared = (fakta.bulan_lalu(laporan, rekap), fakta.desember_lalu(laporan, rekap))
    for change in (c for c in compared if c):
        yield "persen", change.persen, f"perubahan cakupan dari {change.titik.periode}"
        yield "jumlah", change.memiliki, f"perubahan memiliki dari {change.titik.periode}"
        yield "jumlah", change.wajib, f"perubahan wajib dari {change.titik.periode}"


def _wilayah(rekap: Rekap) -> Iterator[_Angka]:
    short, above = fakta.di_bawah_target(rekap), fakta.penopang(rekap)
    left = fakta.belum_terbanyak(rekap)
    issued, reported = (None, None) if rekap.dokumen.penyebut else fakta.pecahan(rekap)
    yield "jumlah", rekap.terlapor, "kabupaten/kota terlapor"
    yield "jumlah", len(short), "kabupaten/kota di bawah target"
    measured = len(fakta.terukur(rekap))
    yield "jumlah", measured, "kabupaten/kota yang mempunyai cakupan"
    yield "jumlah", measured - len(short), "kabupaten/kota mencapai target"
    yield "jumlah", fakta.total_akta(short), "jumlah kekurangan akta"
    yield "jumlah", fakta.total_akta(above), "jumlah kelebihan akta"
    yield "jumlah", issued, "terbit pada kabupaten/kota yang melaporkan kematian"
    yield "jumlah", reported, "kematian dilaporkan"
    for row in above:
        yield "jumlah", row.akta, f"kelebihan akta {row.baris.nama}"
    for row in short:
        yield "persen", fakta.bagian((row,), short), f"bagian kekurangan {row.baris.nama}"
    yield "persen", fakta.bagian(left[: fakta.SOROTAN], left), "bagian belum memiliki terbanyak"
    yield "persen", fakta.rentang(rekap), "rentang cakupan"


def _baris(row: BarisRekap) -> Iterator[_Angka]:
    groups = (
        ("wajib", row.wajib),
        ("memiliki", row.memiliki),
        ("belum", row.belum),
        ("terbit", row.terbit),
    )
    for name, trio in groups:
        yield "jumlah", trio.l, f"{name} L {row.nama}"
        yield "jumlah", trio.p, f"{name} P {row.nama}"
        yield "jumlah", trio.jml, f"{name} {row.nama}"
    yield "jumlah", row.dilaporkan, f"kematian dilaporkan {row.nama}"
    yield "jumlah", row.kekurangan, f"kekurangan {row.nama}"
    yield "persen", row.persen, f"cakupan {row.nama}"
    yield "persen", row.persen_lalu, f"cakupan lalu {row.nama}"
    yield "peringkat", row.peringkat, f"peringkat {row.nama}"
