"""What a tried rule would have flagged, month by month, and how to make it last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.pemeriksaan.rule_change import UbahAturan, change_of, form_of
from civreg_tui.services.pemeriksaan.trial import HasilCoba, try_change
from civreg_tui.services.workspace import Workspace
from screens.pemeriksaan.coba_aturan import formulir
from screens.shell.baca import Baca, Blok
from screens.shell.daftar import Daftar
from screens.shell.kerangka import LayarDasar

BERLAKU = (
    "Agar berlaku, tulis baris ini di civreg.toml. Bulan yang sudah dibuka tetap memakai aturan "
    "yang dibekukan waktu dibuka; bulan yang dibuka sesudahnya memakai yang baru."
)


class CobaHasil(LayarDasar):
    """A line per month; Tab reads its findings, F2 tries other values, l shows the lines."""

    JUDUL = "Hasil percobaan"
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("ubah", "ganti", "Nilai lain", "Mencoba tingkat atau ambang lain."),
        khusus("l", "berlakukan", "Berlakukan", "Baris civreg.toml yang membuatnya berlaku."),
        khusus("tab", "app.focus_next", "Pindah", "Berpindah antara bulan dan temuannya."),
    ]
    LEGENDA = (
        ("+", "temuan yang akan bertambah"),
        ("-", "temuan yang akan hilang"),
        ("=", "temuan yang tetap"),
    )
    DEFAULT_CSS = """
    CobaHasil {
        #ringkas-coba { height: auto; max-height: 3; width: 100%; }
        #kepala-coba { height: 1; width: 100%; text-style: underline; text-wrap: nowrap; }
        #bulan-coba { height: auto; max-height: 50%; }
        #temuan-coba { height: 1fr; border-top: solid ansi_default; }
    }
    """

    def __init__(self, ws: Workspace, aturan: Aturan, change: UbahAturan) -> None:
        super().__init__(ws)
        self.aturan = aturan
        self.change = change
        self.hasil: dict[str, HasilCoba] = {}

    def sub_judul(self) -> str:
        """The rule, and that nothing is stored."""
        return f"{self.aturan.id} · tidak disimpan"

    def isi(self) -> ComposeResult:
        """What is tried, the months, the findings of the chosen month."""
        yield Static(id="ringkas-coba", markup=False)
        yield Static(id="kepala-coba", markup=False)
        yield Daftar(id="bulan-coba")
        yield Baca(id="temuan-coba")

    def segarkan(self) -> None:
        """Try the rule on every stored month; the newest comes first."""
        self.hasil = {r.periode: r for r in reversed(try_change(self.ws, self.change))}
        self.query_one("#ringkas-coba", Static).update("\n".join(self._ringkas()))
        head = f"{'BULAN':18}{'KINI':>8}{'DICOBA':>9}{'TAMBAH':>9}{'HILANG':>9}"
        self.query_one("#kepala-coba", Static).update(head)
        months = self.query_one("#bulan-coba", Daftar)
        months.isi_ulang([(key, _baris(one)) for key, one in self.hasil.items()])
        months.focus()
        self._tulis_temuan()

    def _ringkas(self) -> Iterator[str]:
        before, after = form_of(self.aturan), self._isian()
        changed = (f"{k} {before[k]} → {after[k]}" for k in after if after[k] != before[k])
        yield f"{self.aturan.id} {self.aturan.judul}: {', '.join(changed)}"
        now = sum(len(one.semula) for one in self.hasil.values())
        then = sum(len(one.temuan) for one in self.hasil.values())
        more = sum(len(one.baru) for one in self.hasil.values())
        less = sum(len(one.hilang) for one in self.hasil.values())
        yield (
            f"{len(self.hasil)} bulan: kini {format_count(now)} temuan, dicoba "
            f"{format_count(then)} (+{format_count(more)} -{format_count(less)})."
        )

    def _isian(self) -> dict[str, str]:
        """The form with the tried values in it."""
        return form_of(self.change.pada(self.aturan))

    @on(Daftar.OptionHighlighted)
    def _tulis_temuan(self) -> None:
        found = self.hasil.get(self.query_one("#bulan-coba", Daftar).terpilih or "")
        if found is not None:
            self.query_one("#temuan-coba", Baca).tampilkan(_temuan(found))

    def action_ganti(self) -> None:
        """Ask for other values and try those."""
        rule = self.aturan
        dialog = formulir(rule, self._isian())
        self.tanya(dialog, lambda answers: self._coba(change_of(rule, answers)))

    def _coba(self, change: UbahAturan) -> None:
        self.change = change
        self.muat()

    def action_berlakukan(self) -> None:
        """Show the lines that make it last."""
        lines = [Blok(line, lipat=False, jarak=False) for line in self.change.baris]
        self.query_one("#temuan-coba", Baca).tampilkan([*lines, Blok(""), Blok(BERLAKU)])


def _baris(one: HasilCoba) -> str:
    label = Periode.parse(one.periode).label
    return (
        f"{label:18}{len(one.semula):>8}{len(one.temuan):>9}"
        f"{_tanda('+', one.baru):>9}{_tanda('-', one.hilang):>9}"
    )


def _tanda(mark: str, found: Sequence[Temuan]) -> str:
    return f"{mark}{len(found)}" if found else "0"


def _temuan(one: HasilCoba) -> list[Blok]:
    new = {(f.kunci, f.level) for f in one.baru}
    same = [f for f in one.temuan if (f.kunci, f.level) not in new]
    marked = [("+", one.baru), ("-", one.hilang), ("=", same)]
    lines = [
        Blok(f"{mark} {found.document or '':6} {found.message}", jarak=False)
        for mark, group in marked
        for found in group
    ]
    return lines or [Blok("Tidak ada temuan pada bulan ini, kini maupun dicoba.")]
