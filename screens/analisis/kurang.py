"""'Kurang berapa': certificates to the target, where with least effort, and in which month."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.cakupan import round_half_up
from civreg_tui.domain.numbers import BLANK, format_count, format_percent, parse_percent
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.proyeksi import BULAN_TERJAUH
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.keys import tombol
from civreg_tui.services.cakupan.analysis import KurangBerapa, kurang_berapa
from screens.analisis.dasar import LayarAnalisis
from screens.shell.daftar import Daftar
from screens.shell.dialog import IsianTeks

TANPA_TARGET = "Belum ada target dokumen ini. F2 untuk mencoba suatu target."
BATAS_ATAS = "Target dokumen ini batas atas, sehingga tidak ada kekurangan akta."
TANPA_PERSEN = "Dokumen ini tidak punya cakupan dalam persen, atau angkanya belum lengkap."


class Kurang(LayarAnalisis):
    """A line per region; F2 tries another target without storing it."""

    JUDUL = "Kurang berapa"
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("ubah", "coba_target", "Coba target", "Mencoba target lain; tidak disimpan."),
    ]
    LEGENDA = (
        *LayarAnalisis.LEGENDA,
        ("KURANG", "akta yang kurang agar kabupaten/kota itu sendiri mencapai target"),
        ("TAMBAH", "pembagian teringan agar provinsi mencapai target"),
        ("LAJU", "tambahan akta per bulan: median antarbulan dalam satu acuan DKB"),
        ("PADA", "bulan tercapainya target sendiri pada laju itu; – bila lebih dari 10 tahun"),
    )
    DEFAULT_CSS = """
    Kurang {
        #kalimat { height: auto; max-height: 4; width: 100%; }
        #kepala-kurang { height: 1; width: 100%; text-style: underline; text-wrap: nowrap; }
        #kurang { height: 1fr; }
        #rincian-kurang { height: 1; width: 100%; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """
    dicoba: int | None = None

    @property
    def target(self) -> int | None:
        """The target tried, else the document's own."""
        return self.analisis.target if self.dicoba is None else self.dicoba

    def isi_pandangan(self) -> ComposeResult:
        """The answer in sentences, then a line per region."""
        yield Static(id="kalimat", markup=False)
        yield Static(id="kepala-kurang", markup=False)
        yield Daftar(id="kurang")
        yield Static(id="rincian-kurang", markup=False)

    def gambar(self) -> None:
        """Write the answer and the regions, those with most to add first."""
        found = kurang_berapa(self.analisis, self.target) if self.target is not None else None
        if not self.analisis.lembar.dokumen.penyebut:
            found = None
        self.tulis("kalimat", self._kalimat(found))
        head = f"{'':14}{'PERSEN':>7}{'KURANG':>9}{'TAMBAH':>9}{'LAJU':>8}  {'PADA':15}"
        self.tulis("kepala-kurang", head if found else "")
        rows = self._rows(found) if found else []
        self.query_one(Daftar).isi_ulang(rows)
        self.query_one(Daftar).focus()
        self._tulis_rincian()

    def _rows(self, found: KurangBerapa) -> list[tuple[str, str]]:
        codes = sorted(
            self.analisis.lembar.wilayah,
            key=lambda kode: (
                -found.teringan.get(kode, 0),
                -(self.analisis.kurang(kode, found.target) or 0),
                kode,
            ),
        )
        return [(kode, self._baris(found, kode)) for kode in codes]

    def _baris(self, found: KurangBerapa, kode: str) -> str:
        a = self.analisis
        added = found.teringan.get(kode)
        short = a.kurang(kode, found.target)
        when = bulan_teks(a.tercapai(kode, found.target)) if short != 0 else "tercapai"
        return (
            f"{a.nama(kode):14}{format_percent(a.lembar.persen(kode)):>7}{format_count(short):>9}"
            f"{'+' + format_count(added) if added else '':>9}{_laju(a.laju(kode)):>8}  {when:15}"
        )

    def _kalimat(self, found: KurangBerapa | None) -> str:
        if found is None:
            if self.analisis.negatif:
                return BATAS_ATAS
            known = self.analisis.lembar.dokumen.penyebut and self.target is None
            return TANPA_TARGET if known else TANPA_PERSEN
        unsure = " (belum dikonfirmasi)" if self.analisis.ragu else ""
        tried = " (dicoba)" if self.dicoba is not None else unsure
        aim = f"Target provinsi {format_percent(found.target)} %{tried}"
        if not found.akta:
            return f"{aim} tercapai, lebih {format_count(found.lebih)} akta."
        fewest = ", ".join(
            f"{self.analisis.nama(kode)} {format_count(count)}"
            for kode, count in found.tersedikit.items()
        )
        return (
            f"{aim}: kurang {format_count(found.akta)} akta. {_kapan(found)} "
            "Teringan (kolom TAMBAH): cakupan terendah dinaikkan ke satu tingkat. "
            f"Tempat paling sedikit: {fewest}."
        )

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        kode = self.query_one(Daftar).terpilih
        self.tulis("rincian-kurang", self.baris_wilayah(kode) if kode else "")

    def action_coba_target(self) -> None:
        """Ask for a target to try."""
        first = format_percent(self.target) if self.target is not None else ""
        dialog = IsianTeks(
            "Mencoba target lain (tidak disimpan)", "Target (%)", first, periksa=_periksa
        )
        self.tanya(dialog, lambda answers: self._coba(answers["teks"]))

    def _coba(self, teks: str) -> None:
        self.dicoba = parse_percent(teks) if teks.strip() else None
        self.gambar()


def _periksa(answers: dict[str, str]) -> None:
    text = answers["teks"]
    if text.strip() and not 0 < parse_percent(text) <= 10_000:
        raise SalahIsi("Target antara 0 dan 100 persen; kosongkan untuk kembali ke target resmi.")


def bulan_teks(month: Periode | None) -> str:
    """A month in words; an en dash when it is too far away or never."""
    return month.label if month else BLANK


def _laju(pace: Fraction | None) -> str:
    if pace is None:
        return BLANK
    rounded = round_half_up(pace)
    return f"{'-' if rounded < 0 else ''}{format_count(abs(rounded))}"


def _kapan(found: KurangBerapa) -> str:
    if found.laju is None:
        return "Laju belum dapat dihitung (perlu dua bulan berurutan pada satu DKB)."
    if found.pada is None:
        years = BULAN_TERJAUH // 12
        return f"Pada laju {_laju(found.laju)} akta sebulan tidak tercapai dalam {years} tahun."
    return f"Pada laju {_laju(found.laju)} akta sebulan tercapai {found.pada.label}."
