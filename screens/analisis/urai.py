"""Why the province's coverage changed since last month, split over regions to the last bit."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.atribusi import Atribusi, terbilang
from civreg_tui.domain.numbers import format_change, format_count
from civreg_tui.keys import Tombol, khusus
from screens.analisis.dasar import LayarAnalisis
from screens.shell.daftar import Daftar

PER_POIN = 1000
"""Parts are shown in thousandths of a percentage point."""
Suku = tuple[int, int]
URUTAN: tuple[tuple[str, Callable[[Suku], int]], ...] = (
    ("jumlah", lambda pair: -abs(sum(pair))),
    ("pembilang", lambda pair: -abs(pair[0])),
    ("penyebut", lambda pair: -abs(pair[1])),
)
BELUM = "Belum ada bulan lalu dengan angka yang lengkap; perubahan belum dapat diurai."


class Urai(LayarAnalisis):
    """Each region's part by numerator and denominator; the columns add up to the change."""

    JUDUL = "Urai perubahan"
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("s", "urutkan", "Urutkan", "Urut jumlah, pembilang, atau penyebut."),
    ]
    KETERANGAN = (Tombol("naik", "up", "↑ ↓ PgUp PgDn", "Pilih", "Memilih kabupaten/kota."),)
    LEGENDA = (
        *LayarAnalisis.LEGENDA,
        ("+", "menaikkan cakupan provinsi"),
        ("-", "menurunkan cakupan provinsi"),
        ("*", "baru atau tidak lagi ikut dihitung bulan ini"),
    )
    DEFAULT_CSS = """
    Urai {
        #kepala-urai { height: 1; width: 100%; text-style: underline; text-wrap: nowrap; }
        #urai { height: 1fr; }
        #jumlah-urai { height: 1; width: 100%; text-style: bold; }
        #rincian-urai { height: 2; width: 100%; }
    }
    """
    urutan = 0

    def isi_pandangan(self) -> ComposeResult:
        """Head, a line per region, the sum, the chosen region's figures."""
        yield Static(id="kepala-urai", markup=False)
        yield Daftar(id="urai")
        yield Static(id="jumlah-urai", markup=False)
        yield Static(id="rincian-urai", markup=False)

    def gambar(self) -> None:
        """Write the parts in the chosen order."""
        found = self.analisis.atribusi
        parts = terbilang(found, PER_POIN) if found else {}
        order, key = URUTAN[self.urutan]
        codes = sorted(parts, key=lambda kode: (key(parts[kode]), kode))
        head = (
            f"  {f'urut {order}':13}{'PEMBILANG':>11}{'PENYEBUT':>11}{'JUMLAH':>11}  (poin persen)"
        )
        self.tulis("kepala-urai", head if parts else "")
        largest = max((abs(sum(pair)) for pair in parts.values()), default=1) or 1
        rows = [(kode, self._baris(found, kode, parts[kode], largest)) for kode in codes]
        self.query_one(Daftar).isi_ulang(rows)
        self.query_one(Daftar).focus()
        self.tulis("jumlah-urai", _jumlah(list(parts.values())) if parts else BELUM)
        self._tulis_rincian()

    def _baris(self, found: Atribusi | None, kode: str, pair: Suku, largest: int) -> str:
        joined = found is not None and any(
            b.wilayah == kode and (b.baru or b.hilang) for b in found.bagian
        )
        room = max(0, min(40, self.app.size.width - 52))
        length = (2 * abs(sum(pair)) * room + largest) // (2 * largest)
        bar = ("+" if sum(pair) > 0 else "-") * length
        return f"{'*' if joined else ' '} {self.analisis.nama(kode):13}{_suku(pair)}  {bar}"

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        kode, before = self.query_one(Daftar).terpilih, self.analisis.lalu
        if kode is None or before is None:
            self.tulis("rincian-urai", "")
            return
        (owned, due), (owned_then, due_then) = (
            self.analisis.lembar.pecahan(kode),
            before.pecahan(kode),
        )
        self.tulis(
            "rincian-urai",
            f"{self.analisis.wilayah[kode].nama}\n"
            f"memiliki {_beda(owned_then, owned)} · wajib {_beda(due_then, due)}",
        )

    def action_urutkan(self) -> None:
        """Sort by the next order."""
        self.urutan = (self.urutan + 1) % len(URUTAN)
        self.gambar()


def _suku(pair: Suku) -> str:
    return "".join(f"{poin(value):>11}" for value in (*pair, sum(pair)))


def _jumlah(pairs: list[Suku]) -> str:
    sums = (sum(p[0] for p in pairs), sum(p[1] for p in pairs))
    return f"  {'JUMLAH':13}{_suku(sums)}  = perubahan cakupan provinsi"


def poin(thousandths: int) -> str:
    """A part with its sign and three decimals: ``+0,258``."""
    return format_change(thousandths, _tiga_desimal)


def _tiga_desimal(thousandths: int) -> str:
    whole, rest = divmod(abs(thousandths), PER_POIN)
    return f"{'-' if thousandths < 0 else ''}{whole},{rest:03d}"


def _beda(then: int | None, now: int | None) -> str:
    text = f"{format_count(then)} -> {format_count(now)}"
    if then is None or now is None:
        return text
    return f"{text} ({format_change(now - then)})"
