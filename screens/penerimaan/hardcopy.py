"""Step 3, the paper: which sheets are there, signed, how many pages, and their totals."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantBlur
from textual.widgets import Input, Static

from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.numbers import format_change, format_count, parse_count
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.keys import Tombol, tombol
from civreg_tui.services.entri.enter import set_control
from civreg_tui.services.penerimaan.delivery import BarisKendali, can_receive, control_rows
from civreg_tui.services.penerimaan.receipt_form import CekHardcopy, FormTerima, load_receipt
from civreg_tui.services.penerimaan.receive import save_receipt
from civreg_tui.services.workspace import Workspace
from screens.shell.borang import Borang, baris, judul, satu_baris
from screens.shell.centang import Centang
from screens.shell.kerangka import LayarBulan

ADA, TTD = "ada", "ditandatangani"
SERAH = ("pengirim", "nomor", "catatan")


class PeriksaHardcopy(LayarBulan):
    """The checklist of the hardcopy; saved when a field is left."""

    JUDUL = "3 Hardcopy dan jumlah kendali"
    LANGKAH = 3
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "kembali", "Selesai", "Menyimpan dan kembali ke penerimaan."),
    ]
    KETERANGAN = (
        Tombol("pindah", "tab", "Tab ↑ ↓ Enter", "Pindah", "Ke ruas berikutnya atau sebelumnya."),
        Tombol("centang", "space", "← → Spasi", "Centang", "Mencentang ada dan ditandatangani."),
    )
    DEFAULT_CSS = """
    PeriksaHardcopy {
        .centang-hardcopy { width: 28; }
        .halaman { width: 5; }
        .nomor { width: 20; }
        .kendali { width: 14; }
        Borang .label { width: 20; }
        Borang .label-kedua { width: 10; }
        .hasil { width: 1fr; height: 1; text-wrap: nowrap; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, bacaan: Bacaan | None) -> None:
        super().__init__(ws, periode)
        self.bacaan = bacaan
        self.form = load_receipt(ws, self.periode)
        self.kendali = control_rows(ws, self.periode, bacaan)

    @property
    def boleh(self) -> bool:
        """As on the receipt's own screen."""
        return can_receive(self.ws, self.periode)

    def isi(self) -> ComposeResult:
        """Per document: the ticks, pages, DKB reference, and a line per controlled column."""
        names = self.ws.facts(self.periode).dokumen
        with Borang():
            yield from self._baris_serah()
            for cek in self.form.hardcopy:
                yield judul(names[cek.dokumen].nama)
                yield from self._baris_cek(cek)
                for row in self.kendali:
                    if row.dokumen == cek.dokumen:
                        yield from self._baris_kendali(row)

    def _baris_serah(self) -> ComposeResult:
        sender, number, note = (satu_baris(name) for name in SERAH)
        sender.value, number.value = self.form.pengirim, self.form.nomor
        note.value = self.form.catatan
        number.add_class("nomor")
        yield judul("Penyerahan")
        yield from baris(("  Diserahkan oleh", sender), ("Nomor", number))
        yield from baris(("  Catatan", note))

    def _baris_cek(self, cek: CekHardcopy) -> ComposeResult:
        ticks = Centang((ADA, TTD), _centang(cek), id=f"cek-{cek.dokumen}")
        ticks.add_class("centang-hardcopy")
        pages = satu_baris(f"halaman-{cek.dokumen}")
        pages.value = "" if cek.halaman is None else str(cek.halaman)
        pages.add_class("halaman")
        base = satu_baris(f"acuan-{cek.dokumen}")
        base.value = cek.acuan or self.ws.month(self.periode).acuan
        yield from baris(("  Hardcopy", ticks), ("Halaman", pages))
        yield from baris(("  Acuan DKB", base))

    def _baris_kendali(self, row: BarisKendali) -> ComposeResult:
        field = satu_baris(_id(row.dokumen, row.kolom))
        field.value = "" if row.jumlah.hardcopy is None else format_count(row.jumlah.hardcopy)
        field.add_class("kendali")
        result = Static(_hasil(row), markup=False, classes="hasil", id="h" + (field.id or ""))
        with Horizontal(classes="baris"):
            yield Static("  " + row.kolom.label, classes="label", markup=False)
            yield field
            yield result

    def segarkan(self) -> None:
        """Open the fields to whose turn it is."""
        form = self.query_one(Borang)
        form.kunci({name for name, _ in form.ruas()} if self.boleh else set())

    def on_mount(self) -> None:
        """Begin with the first document's boxes."""
        if self.boleh:
            self.call_after_refresh(self.query(Centang).first().focus)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keep a field when it is left."""
        row = next((r for r in self.kendali if _id(r.dokumen, r.kolom) == event.widget.id), None)
        if row is None:
            self._simpan_daftar()
        else:
            self._simpan_kendali(row)
            self._tulis_hasil()

    def simpan_draf(self) -> None:
        """Keep what was filled in when the line is cut; a number that is none stays as it was."""
        for name, kept in self._angka_tersimpan().items():
            field = self.query_one(f"#{name}", Input)
            try:
                _angka(field.value)
            except SalahIsi:
                field.value = "" if kept is None else format_count(kept)
        self._simpan()

    def _angka_tersimpan(self) -> dict[str, int | None]:
        """Each field of a number with the one that was kept."""
        pages = load_receipt(self.ws, self.periode).hardcopy
        return {
            **{f"halaman-{cek.dokumen}": cek.halaman for cek in pages},
            **{_id(row.dokumen, row.kolom): row.jumlah.hardcopy for row in self.kendali},
        }

    def _simpan(self) -> None:
        for row in self.kendali:
            self._simpan_kendali(row)
        self._simpan_daftar()

    def _simpan_kendali(self, row: BarisKendali) -> None:
        field = self.query_one("#" + _id(row.dokumen, row.kolom), Input)
        total = _angka(field.value)
        if self.boleh and total != row.jumlah.hardcopy:
            set_control(self.ws, self.periode, row.dokumen, row.kolom, total)

    def _simpan_daftar(self) -> None:
        if self.boleh:
            save_receipt(self.ws, self.periode, self._isian())

    def _tulis_hasil(self) -> None:
        self.kendali = control_rows(self.ws, self.periode, self.bacaan)
        for row in self.kendali:
            self.query_one("#h" + _id(row.dokumen, row.kolom), Static).update(_hasil(row))

    def _isian(self) -> FormTerima:
        form = load_receipt(self.ws, self.periode)
        sender, number, note = (self._teks(name) for name in SERAH)
        form = replace(form, pengirim=sender, nomor=number, catatan=note)
        for cek in self.form.hardcopy:
            code = cek.dokumen
            ticks = self.query_one(f"#cek-{code}", Centang).nilai
            pages, base = self._teks(f"halaman-{code}"), self._teks(f"acuan-{code}")
            form = form.dengan(CekHardcopy(code, ADA in ticks, _angka(pages), TTD in ticks, base))
        return form

    def _teks(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    def action_kembali(self) -> None:
        """Keep everything and go back."""
        self._simpan()
        super().action_kembali()


def _angka(teks: str) -> int | None:
    """The number typed in a field, None in an empty one; SalahIsi for anything else."""
    return parse_count(teks) if teks.strip() else None


def _id(dokumen: str, kolom: Kolom) -> str:
    return f"kendali-{dokumen}-{kolom.ukuran}-{kolom.seks}"


def _centang(cek: CekHardcopy) -> tuple[str, ...]:
    return (ADA,) * cek.ada + (TTD,) * cek.ditandatangani


def _hasil(row: BarisKendali) -> str:
    both = row.jumlah
    line = f"softcopy {format_count(both.softcopy):>11}"
    if both.selisih is None:
        return line
    if both.selisih == 0:
        return f"{line}  ✓ sama"
    return f"{line}  ! selisih {format_change(both.selisih)}"
