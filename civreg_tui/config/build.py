"""Checking the merged tables entry by entry and building facts and settings from them."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from civreg_tui.config.explain import explain
from civreg_tui.config.model import Config, Facts, Konfirmasi
from civreg_tui.config.salah import KonfigurasiSalah
from civreg_tui.config.tables import Raw
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.langkah import Langkah, Peran
from civreg_tui.domain.laporan import Kantor, Pejabat, Sasaran
from civreg_tui.domain.numbers import parse_percent
from civreg_tui.domain.penugasan import Penugasan
from civreg_tui.domain.temuan.model import Aturan
from civreg_tui.domain.wilayah import DaftarWilayah, Wilayah

_T = TypeVar("_T")


class _Kop(msgspec.Struct, forbid_unknown_fields=True):
    pemerintah: str
    dinas: str
    alamat: str
    kota: str


class _Bidang(msgspec.Struct, forbid_unknown_fields=True):
    nama: str
    seksi: str
    pengirim: str


class _Tenggat(msgspec.Struct, forbid_unknown_fields=True):
    penerimaan: Annotated[int, msgspec.Meta(ge=0, le=28)]


class _Map(msgspec.Struct, forbid_unknown_fields=True):
    masuk: str
    keluar: str


class _Izin(msgspec.Struct, forbid_unknown_fields=True):
    pengentri_memvalidasi: bool | msgspec.UnsetType = msgspec.UNSET


class _Layanan(msgspec.Struct, forbid_unknown_fields=True):
    akun: str = ""


class _Simpan(msgspec.Struct, forbid_unknown_fields=True):
    folder: str = ""


class _Layar(msgspec.Struct, forbid_unknown_fields=True):
    keluaran: Literal["hemat", "penuh"] = "hemat"


class _Templat(msgspec.Struct, forbid_unknown_fields=True):
    lakip: str = ""


class _Cetak(msgspec.Struct, forbid_unknown_fields=True):
    pencetak: str = ""


class _Provinsi(msgspec.Struct, forbid_unknown_fields=True):
    kode: str
    nama: str


class _Sop(msgspec.Struct, forbid_unknown_fields=True):
    nama: str


class _Sasaran(msgspec.Struct, forbid_unknown_fields=True):
    dokumen: str
    tahun: int
    target: str | int | float | None = None
    renstra: str | int | float | None = None
    nasional: str | int | float | None = None
    negatif: bool = False
    belum_dikonfirmasi: tuple[Literal["target", "renstra", "nasional"], ...] = ()
    sumber: str | dict[Literal["target", "renstra", "nasional"], str] = ""


class _Kategori(msgspec.Struct, forbid_unknown_fields=True):
    mulai: str | int | float
    nama: str


class _Penduduk(msgspec.Struct, forbid_unknown_fields=True):
    acuan: str
    jiwa: dict[str, int]


def build_config(raw: Raw, source: str) -> Config:
    """Check every entry of the merged tables and turn them into facts and settings."""
    reader = _Reader(raw, source)
    mapped = reader.one("map", _Map)
    return Config(
        raw=raw,
        facts=_build_facts(reader),
        tenggat_penerimaan=reader.one("tenggat", _Tenggat).penerimaan,
        masuk=mapped.masuk,
        keluar=mapped.keluar,
        pengentri_memvalidasi=_keyer_validates(reader),
        akun=reader.each("akun", tuple[Peran, ...]),
        pelaksana=_assignments(reader),
        konfirmasi=_confirmation(reader),
        layanan=reader.one("layanan", _Layanan).akun,
        simpan=reader.one("simpan", _Simpan).folder,
        layar=reader.one("layar", _Layar).keluaran,
        templat_lakip=reader.one("templat", _Templat).lakip,
        pencetak=reader.one("cetak", _Cetak).pencetak,
    )


def _keyer_validates(reader: _Reader) -> bool:
    """As configured; by default only where no account has a role and one person does it all."""
    said = reader.one("izin", _Izin).pengentri_memvalidasi
    return not reader.raw.get("akun") if isinstance(said, msgspec.UnsetType) else said


def _assignments(reader: _Reader) -> tuple[Penugasan, ...]:
    rows = tuple(reader.rows("pelaksana", Penugasan))
    for number, row in enumerate(rows, 1):
        if row.sampai < row.mulai:
            raise KonfigurasiSalah(
                f"{reader.source}, kunci pelaksana[{number}].sampai: lebih awal daripada mulai. "
                "Perbaiki tanggalnya."
            )
    return rows


def _confirmation(reader: _Reader) -> Konfirmasi:
    made = reader.one("konfirmasi", Konfirmasi)
    if made.percobaan < 1 or made.menit < 1:
        raise KonfigurasiSalah(
            f"{reader.source}, kunci konfirmasi: percobaan dan menit paling sedikit 1."
        )
    return made


def _build_facts(reader: _Reader) -> Facts:
    regions = DaftarWilayah(reader.each("wilayah", Wilayah).values())
    province = reader.one("provinsi", _Provinsi).nama
    return Facts(
        wilayah=regions,
        provinsi=province,
        dokumen=reader.each("dokumen", Dokumen),
        langkah=tuple(reader.rows("langkah", Langkah)),
        sop=reader.one("sop", _Sop).nama,
        kantor=_kantor(reader, province),
        sasaran=tuple(_sasaran(reader, row) for row in reader.rows("sasaran", _Sasaran)),
        kategori=_kategori(reader),
        aturan=reader.each("aturan", Aturan),
        alasan=reader.one("alasan", tuple[str, ...]),
        penduduk={p.acuan: p.jiwa for p in reader.rows("penduduk", _Penduduk)},
    )


def _kantor(reader: _Reader, province: str) -> Kantor:
    kop, unit = reader.one("kop", _Kop), reader.one("bidang", _Bidang)
    return Kantor(
        pemerintah=kop.pemerintah,
        dinas=kop.dinas,
        alamat=kop.alamat,
        kota=kop.kota,
        bidang=unit.nama,
        seksi=unit.seksi,
        pengirim=unit.pengirim,
        provinsi=province,
        pejabat=reader.each("pejabat", Pejabat),
    )


def _sasaran(reader: _Reader, row: _Sasaran) -> Sasaran:
    def percent(name: str, value: str | int | float | None) -> int | None:
        return None if value is None else reader.percent(f"sasaran.{row.dokumen}.{name}", value)

    return Sasaran(
        dokumen=row.dokumen,
        tahun=row.tahun,
        target=percent("target", row.target),
        renstra=percent("renstra", row.renstra),
        nasional=percent("nasional", row.nasional),
        negatif=row.negatif,
        belum_dikonfirmasi=row.belum_dikonfirmasi,
        sumber_angka=_sources(row),
    )


def _sources(row: _Sasaran) -> dict[str, str]:
    """Where each figure is from; one text stands for all that are given."""
    if not isinstance(row.sumber, str):
        return {str(name): text for name, text in row.sumber.items()}
    given = [name for name in ("target", "renstra", "nasional") if getattr(row, name) is not None]
    return dict.fromkeys(given, row.sumber) if row.sumber else {}


def _kategori(reader: _Reader) -> tuple[tuple[Fraction, str], ...]:
    rows = reader.rows("kategori", _Kategori)
    scale = [(Fraction(reader.percent("kategori.mulai", r.mulai), 100), r.nama) for r in rows]
    return tuple(sorted(scale, reverse=True))


class _Reader:
    """Converts sections of the merged tables, naming file and key when an entry is wrong."""

    def __init__(self, raw: Raw, source: str) -> None:
        self.raw, self.source = raw, source

    def one(self, section: str, kind: type[_T]) -> _T:
        return self._convert(self.raw.get(section, {}), kind, section)

    def each(self, section: str, kind: type[_T]) -> dict[str, _T]:
        table = self.raw.get(section, {})
        return {key: self._convert(row, kind, f"{section}.{key}") for key, row in table.items()}

    def rows(self, section: str, kind: type[_T]) -> list[_T]:
        table = self.raw.get(section, [])
        if not isinstance(table, list):
            raise KonfigurasiSalah(f"{self.source}: tulis [[{section}]] dengan kurung ganda.")
        return [self._convert(row, kind, f"{section}[{i}]") for i, row in enumerate(table, 1)]

    def percent(self, key: str, value: str | int | float) -> int:
        try:
            return parse_percent(str(value))
        except ValueError as error:
            raise KonfigurasiSalah(f"{self.source}, kunci {key}: {error}") from None

    def _convert(self, value: object, kind: type[_T], key: str) -> _T:
        self._refuse_unknown(value, kind, key)
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            sentence = explain(key, str(error), value, kind)
            raise KonfigurasiSalah(f"{self.source}, kunci {sentence}") from None

    def _refuse_unknown(self, value: object, kind: type[Any], key: str) -> None:
        known = getattr(kind, "__dataclass_fields__", getattr(kind, "__struct_fields__", None))
        if known is None or not isinstance(value, dict):
            return
        for name in value.keys() - set(known):
            raise KonfigurasiSalah(
                f"{self.source}, kunci {key}.{name}: tidak dikenal. "
                f"Hapus, atau pakai salah satu dari: {', '.join(sorted(known))}."
            )
