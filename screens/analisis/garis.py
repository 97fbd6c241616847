"""Twelve months as lines: the province and every region, and the chosen one as a chart."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.numbers import format_change, format_count, format_percent
from civreg_tui.domain.periode import BULAN, SETAHUN, Periode
from civreg_tui.services.cakupan.analysis import PROVINSI
from civreg_tui.terminal.charts import months, spark
from screens.analisis.dasar import LayarAnalisis
from screens.shell.daftar import Daftar

TINGGI_GRAFIK = 32
"""From this many lines on the chosen line is also drawn as a chart."""
PROV = "provinsi"


class Garis(LayarAnalisis):
    """A spark line each on its own scale; a mark over the months in which the DKB changed."""

    JUDUL = "Garis 12 bulan"
    BINDINGS: ClassVar[list[BindingType]] = []
    LEGENDA = (
        *LayarAnalisis.LEGENDA,
        ("|", "acuan DKB berganti pada bulan itu"),
        ("*", "bulan contoh (bukan angka resmi)"),
        ("·", "bulan tanpa angka"),
    )
    DEFAULT_CSS = """
    Garis {
        #kepala-garis { height: 2; width: 100%; text-wrap: nowrap; }
        #garis { height: 1fr; }
        #grafik { height: auto; width: 100%; }
    }
    """

    def isi_pandangan(self) -> ComposeResult:
        """Months, a line per region, the chart."""
        yield Static(id="kepala-garis", markup=False)
        yield Daftar(id="garis")
        yield Static(id="grafik", markup=False)

    @property
    def bulan(self) -> tuple[Periode, ...]:
        """The twelve months shown."""
        return self.analisis.periode.last(SETAHUN)

    def gambar(self) -> None:
        """Write every line."""
        self.tulis("kepala-garis", self._judul_kolom())
        codes = [PROVINSI, *self.analisis.lembar.wilayah]
        rows = [(kode or PROV, self._baris(kode)) for kode in codes]
        self.query_one(Daftar).isi_ulang(rows)
        self.query_one(Daftar).focus()
        self._tulis_grafik()

    def _judul_kolom(self) -> str:
        example = "*" if self.analisis.contoh & set(self.bulan) else ""
        first = f"{self.bulan[0].singkat}{example}"
        initials = "".join(BULAN[month.month - 1][0] for month in self.bulan)
        head = f"{'':15}{initials:14}{first:>11}{self.bulan[-1].singkat:>11}{'BEDA':>10}"
        told = "  * = bulan contoh" if example else ""
        return f"{'':15}{self._ganti_acuan():14}{'| = DKB berganti':>18}{told}\n{head}"

    def _ganti_acuan(self) -> str:
        bases = [sheet.acuan if sheet else "" for sheet in self.analisis.bulan]
        marks = ["|" if old and new and old != new else " " for old, new in pairwise(bases)]
        return " " + "".join(marks)

    def _baris(self, kode: str) -> str:
        values = self.analisis.seri(kode)
        change = format_change(self.analisis.beda_seri(kode), self._angka)
        return (
            f"{self.analisis.nama(kode):15}{spark(values):14}{self._angka(values[0]):>11}"
            f"{self._angka(values[-1]):>11}{change:>10}"
        )

    def _angka(self, value: int | None) -> str:
        percents = self.analisis.lembar.dokumen.penyebut
        return format_percent(value) if percents else format_count(value)

    @on(Daftar.OptionHighlighted)
    def _tulis_grafik(self) -> None:
        chosen = self.query_one(Daftar).terpilih
        if chosen is None or self.app.size.height < TINGGI_GRAFIK:
            self.tulis("grafik", "")
            return
        kode = PROVINSI if chosen == PROV else chosen
        values = self.analisis.seri(kode)
        example = self.analisis.contoh
        labels = [month.singkat + ("*" if month in example else "") for month in self.bulan]
        shown = [self._angka(value) for value in values]
        chart = months(values, labels, shown, width=self.app.size.width - 1, height=6)
        name = self.analisis.wilayah[kode].nama if kode else self.analisis.provinsi
        self.tulis("grafik", "\n".join((f"{name} · {self.analisis.acuan}", *chart)))
