"""What every section is composed from: the report, the edition, the wording, ready-made fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.lakip import fakta
from civreg_tui.domain.lakip.frasa import Frasa
from civreg_tui.domain.lakip.kata import banyak, besar, judul_biasa, rangkai, ringkas
from civreg_tui.domain.lakip.model import Edisi, GrafikLakip, TabelLakip
from civreg_tui.domain.laporan import Laporan, Rekap
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import Periode, tanggal


@dataclass(frozen=True, slots=True)
class Isi:
    """What a composer gives for its section."""

    paragraf: tuple[str, ...] = ()
    tabel: tuple[TabelLakip, ...] = ()
    grafik: tuple[GrafikLakip, ...] = ()
    saran: tuple[str, ...] = ()


@dataclass(frozen=True)
class Konteks:
    """The report being written up, and the fields that every phrase may use."""

    laporan: Laporan
    edisi: Edisi
    frasa: Frasa

    @cached_property
    def periode(self) -> Periode:
        """The month the figures stand for."""
        return Periode.parse(self.laporan.periode)

    @cached_property
    def umum(self) -> dict[str, str]:
        """Fields that do not depend on a document."""
        kantor, periode = self.laporan.kantor, self.periode
        waktu = {"bulan": periode.label, "tahun": str(periode.year)}
        return {
            **waktu,
            "keadaan": tanggal(periode.last_day),
            "waktu": self.frasa(f"judul.waktu_{self.edisi}", **waktu),
            "acuan": self.laporan.acuan,
            "bidang": kantor.bidang,
            "seksi": kantor.seksi,
            "dinas": judul_biasa(kantor.dinas),
            "pemerintah": judul_biasa(kantor.pemerintah),
            "provinsi": self.provinsi,
            "pengirim": kantor.pengirim,
            "kabid": self._jabatan("kabid"),
            "kasi": self._jabatan("kasi"),
            "banyak_wilayah": banyak(self.jumlah_wilayah),
        }

    @cached_property
    def provinsi(self) -> str:
        """``Provinsi Sumatera Barat``, however the office wrote it."""
        name = judul_biasa(self.laporan.kantor.provinsi)
        return name if name.startswith("Provinsi ") else f"Provinsi {name}"

    @cached_property
    def jumlah_wilayah(self) -> int:
        """How many kabupaten/kota the recaps have rows for."""
        return max((len(r.baris) for r in self.laporan.rekap), default=0)

    def _jabatan(self, peran: str) -> str:
        pejabat = self.laporan.kantor.pejabat.get(peran)
        return pejabat.jabatan if pejabat else peran.capitalize()

    def nilai(self, rekap: Rekap) -> dict[str, str]:
        """The fields of one document: its name, figures, targets and counts of regions."""
        prov, sasaran = rekap.provinsi, rekap.sasaran
        short = fakta.di_bawah_target(rekap)
        return {
            **self.umum,
            "acuan": rekap.acuan or self.laporan.acuan,
            "dokumen": rekap.dokumen.nama,
            "pemilik": rekap.dokumen.pemilik,
            "persen": format_percent(prov.persen),
            "memiliki": format_count(prov.memiliki.jml),
            "memiliki_l": format_count(prov.memiliki.l),
            "memiliki_p": format_count(prov.memiliki.p),
            "wajib": format_count(prov.wajib.jml),
            "belum": format_count(prov.belum.jml),
            "target": format_percent(sasaran.target),
            "renstra": format_percent(sasaran.renstra),
            "nasional": format_percent(sasaran.nasional),
            "capaian": format_percent(rekap.capaian),
            "kategori": rekap.kategori,
            "banyak_lapor": banyak(rekap.terlapor),
            "banyak_kurang": banyak(len(short)),
            "banyak_terukur": banyak(len(fakta.terukur(rekap))),
            "banyak_tercapai": banyak(len(fakta.terukur(rekap)) - len(short)),
            "kekurangan": format_count(fakta.total_akta(short)),
        }

    def kata(self, kunci: str, rekap: Rekap | None = None, /, **lain: str) -> str:
        """A phrase filled with the common fields, those of a document, and the given ones."""
        return self.frasa(kunci, **(self.nilai(rekap) if rekap else self.umum), **lain)

    def ragu(self, kunci: str, rekap: Rekap, *nama: str) -> str:
        """A phrase that says which of a document's targets are unconfirmed; empty when none is."""
        unsure = konfirmasi.belum_pasti(rekap.sasaran, *nama)
        if not unsure:
            return ""
        words = konfirmasi.sebut(unsure)
        source = konfirmasi.sumber(rekap.sasaran, unsure[0])
        return besar(self.kata(kunci, rekap, sasaran=words, sumber_sasaran=source))

    def kata_acuan(self, kunci: str, lama: str, kini: str, **lain: str) -> str:
        """A phrase about a changed DKB reference."""
        return self.frasa(kunci, **{**self.umum, "acuan_lalu": lama, "acuan": kini, **lain})

    def contoh(self, rekap: Rekap) -> str:
        """The sentence that a document's figures are examples; empty when they are not."""
        given = rekap.contoh and rekap.provinsi.memiliki.jml is not None
        return self.kata("realisasi.contoh", rekap) if given else ""

    def nama_dokumen(self, rekap: Iterable[Rekap]) -> str:
        """The documents' names as a list in a sentence."""
        return rangkai(r.dokumen.nama for r in rekap)

    def daftar(self, kunci: str, rows: Iterable[fakta.Wilayah]) -> str:
        """Rows as a list in a sentence, each written with one phrase; a long list is cut short."""
        return ringkas(
            (
                self.frasa(
                    kunci,
                    nama=row.baris.nama,
                    persen_wilayah=format_percent(row.baris.persen),
                    akta=format_count(row.akta),
                )
                for row in rows
            ),
        )


Penyusun = Callable[[Konteks], Isi]
"""A composer of one section."""
