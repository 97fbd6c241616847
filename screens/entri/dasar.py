"""The sheet on the screen: loading and showing it, the last place, the lines around it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.lembar import Alamat, Isian, Kolom
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.trail_names import document_of
from civreg_tui.services.entri.place import Place, habit, last_place, save_place
from civreg_tui.services.entri.progress import Progress, entry_minutes, progress
from civreg_tui.services.entri.sheet_view import SheetView, checked, month_views, reread
from civreg_tui.services.month.hold import held_by
from civreg_tui.services.month.procedure import may
from civreg_tui.services.month.returns import open_return
from civreg_tui.services.month.take_back import can_take_back
from civreg_tui.services.people.watch import Acts, in_words
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.grid import EntryGrid
from civreg_tui.terminal.grid_state import Draft, Order
from screens.entri.keterangan import (
    KUNCI,
    baris_temuan,
    daftar_singkat,
    hanya_baca,
    kemajuan,
    tab_dokumen,
)
from screens.entri.kolom import LEGA_TINGGI, Ruang, ruang
from screens.entri.lembar_grid import LembarGrid
from screens.entri.saring import saringan
from screens.shell.bingkai import Tingkat
from screens.shell.kerangka import LayarBulan

BARIS_PESAN = 3
"""A message takes no more lines than these."""
Titik = tuple[str, tuple[int, int], int]
"""A document, a cell, and how many times something was written by then."""
_MENIT_BERLAKU = timedelta(seconds=15)
_HANYA_LEMBAR = frozenset({Aksi.ISI_SEL, "isi_kendali", "catat_sel", "putuskan_selisih"})
"""Acts that change nothing but the sheet they name."""


class LayarLembar(LayarBulan):
    """One sheet of the month in an entry grid; what a key does beyond typing is in subclasses."""

    JUDUL = "4 Entri"
    LANGKAH = 4
    SEGAR_SENDIRI = True
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    LayarLembar {
        #pesan { height: 1; }
        #kaki { display: none; }
        #daftar-temuan { display: none; height: 1fr; margin-top: 1; }
        &.lega {
            #kaki, #daftar-temuan { display: block; }
            #pesan { height: 2; }
        }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.views: dict[str, SheetView] = month_views(ws, self.periode)
        self.tempat_terakhir = last_place(ws, self.periode)
        self.kode = self._dokumen_awal(dokumen)
        self.nama = daftar_singkat(self.view)
        self.saring = ""
        """What the rows in sight were chosen by; empty: all are."""
        self.rinci = False
        """Whether the detail line follows the cursor."""
        self._ruang = Ruang()
        self._baru_masuk = True
        self._kali_tulis = 0
        self._berlaku_di: Titik | None = None
        self._kemajuan: Progress | None = None
        self._menit_pada: datetime | None = None
        self._menit_kini = (0, 0)
        self._tertulis: tuple[str, Tingkat] = ("", "info")
        self._pesan_kini = ("", "")

    def _dokumen_awal(self, asked: str | None) -> str:
        if asked is not None and asked not in self.views:
            raise Ditolak(f"Dokumen {asked} tidak direkap pada bulan ini.")
        last = self.tempat_terakhir
        if last is not None and not may(self.ws, self.periode, Aksi.ISI_SEL):
            last = self.tempat_terakhir = None
        code = asked or (last.document if last is not None else None)
        return code if code in self.views else next(iter(self.views))

    # -- what is shown --------------------------------------------------------------------------

    @property
    def view(self) -> SheetView:
        """The open document's sheet."""
        return self.views[self.kode]

    @property
    def model(self) -> LembarGrid:
        """The sheet as the grid shows it."""
        return self._model

    @property
    def grid(self) -> EntryGrid:
        """The entry grid."""
        return self._grid

    def isi(self) -> ComposeResult:
        """The grid, and below it the sheet's findings where there is room."""
        self._model = self._buat_model()
        order: Order = "column" if habit(self.ws, "jalur") == "column" else "row"
        self._grid = EntryGrid(self._model, order=order)
        self._tinggikan(self._grid)
        yield self._grid
        yield Static(id="daftar-temuan", markup=False)

    def _buat_model(self) -> LembarGrid:
        self._ruang = ruang(*self.app.size)
        made = self.model_dari(self.kode)
        if self.saring and (shown := saringan(self.view, self.saring)):
            made.saring(shown)
        return made

    def model_dari(self, kode: str) -> LembarGrid:
        """Another document's sheet as the grid would show it."""
        return LembarGrid(
            self.views[kode],
            self._ruang,
            simpan=self.simpan,
            simpan_kendali=self.simpan_kendali,
        )

    def simpan(self, cells: Mapping[Alamat, Isian]) -> str | None:
        """Hook: write cells durably; a sentence says why nothing was written."""
        raise NotImplementedError

    def simpan_kendali(self, kolom: Kolom, angka: int | None) -> str | None:
        """Hook: the same for a total of the paper."""
        raise NotImplementedError

    def segarkan(self) -> None:
        """Read the month again; the first time, go where the account was."""
        if not self._baru_masuk:
            self.views = month_views(self.ws, self.periode)
            self.tampilkan()
            self.pesan("")
            return
        self._baru_masuk = False
        self.grid.focus()
        self.pesan("")
        self._ke_tempat_terakhir()
        self.saat_dibuka()

    def dari_lain(self, kabar: Acts) -> bool:
        """Not under somebody's fingers: a half-typed cell is compared with what was seen."""
        if self.grid.typing:
            return False
        split = any(event.aksi in {"ganti_rincian", "ikuti_rincian"} for event in kabar)
        if all(event.aksi in _HANYA_LEMBAR for event in kabar if event.periode == self.periode):
            return self._lembar_dari_lain(kabar)
        shown = super().dari_lain(kabar)
        if split:
            self.bangun_ulang()
        return shown

    def _lembar_dari_lain(self, kabar: Acts) -> bool:
        """Read again only the sheets that others wrote to, as a colleague does every moment."""
        mine = [event for event in kabar if event.periode == self.periode]
        for code in {document_of(event.objek) for event in mine} & self.views.keys():
            self.views[code] = checked(self.ws, reread(self.ws, self.views[code]))
        if mine:
            self.tampilkan()
            self.pesan(in_words(kabar))
        return True

    def saat_dibuka(self) -> None:
        """Hook: the screen was opened and stands at its first cell."""

    def tampilkan(self) -> None:
        """Show the views as they are now."""
        self._kemajuan = None
        self._model.perbarui(self.view)
        self._model.lapangkan()
        self.grid.show()
        self.tulis_temuan()

    def tulis_temuan(self) -> None:
        """List the open sheet's findings below it, where the terminal is tall."""
        if self._ruang.tinggi:
            lines = baris_temuan(self.view, self.nama)
            self.query_one("#daftar-temuan", Static).update("\n".join(lines))

    def bangun_ulang(self, cursor: tuple[int, int] | None = None) -> None:
        """Show the sheet anew after its columns have changed."""
        self._model = self._buat_model()
        self._tinggikan(self.grid)
        self.grid.set_model(self._model, cursor=cursor)
        self.tulis_temuan()

    def _tinggikan(self, grid: EntryGrid) -> None:
        """Give the grid its own height where there is room below it, else all there is."""
        grid.styles.height = self._model.tinggi if self._ruang.tinggi else "1fr"

    def ganti_dokumen(self, kode: str, cursor: tuple[int, int] | None = None) -> None:
        """Show another document's sheet."""
        if kode == self.kode:
            return
        self.kode = kode
        self._kemajuan = None
        self.bangun_ulang(cursor)
        self.tulis_bingkai()

    def ke_sel(self, kode: str, alamat: Alamat) -> bool:
        """Go to a cell of any document; False when a half-typed value keeps the cursor."""
        if self.grid.typing and not self.grid.go(*self.grid.cursor):
            return False
        self.ganti_dokumen(kode)
        self.perlihatkan(alamat.wilayah)
        place = self._model.tempat(alamat)
        return place is not None and self.grid.go(*place)

    def perlihatkan(self, kode: str | None) -> None:
        """Show all rows again if a kabupaten/kota is not among those in sight."""
        if self._model.baris(kode) is None:
            self.saring = ""
            self.bangun_ulang()

    def on_resize(self) -> None:
        """More room shows full names, groups and last month."""
        width, height = self.app.size
        self.set_class(height >= LEGA_TINGGI, "lega")
        if ruang(width, height) != self._ruang:
            here = self.grid.state
            column, draft = here.model.columns[here.col].key, here.draft
            self.bangun_ulang((here.row, 0))
            self._kembali_ke(column, draft)
            self.tulis_pesan(*self._pesan_kini)

    def _kembali_ke(self, column: str, draft: Draft | None) -> None:
        """Put the cursor back on a column after the columns have changed."""
        keys = [c.key for c in self._model.columns]
        if draft is not None and self.grid.restore_draft(draft):
            return
        self.grid.go(self.grid.cursor[0], keys.index(column) if column in keys else 0)

    # -- the last place -------------------------------------------------------------------------

    def _ke_tempat_terakhir(self) -> None:
        last = self.tempat_terakhir
        if last is None or last.document != self.kode:
            return
        if last.text and self.view.writable:
            if self.grid.restore_draft(Draft(last.row, last.column, last.text)):
                self.pesan("Ketikan yang belum tersimpan dikembalikan. Enter menyimpan.", "info")
            return
        rows = [line.key for line in (*self._model.rows, *self._model.foot)]
        keys = [c.key for c in self._model.columns]
        if last.row in rows and last.column in keys:
            self.grid.go(rows.index(last.row), keys.index(last.column))
            if last.passed:
                self.grid.state.enter()
                self.grid.show()

    def simpan_tempat(self, *, dengan_ketikan: bool) -> None:
        """Remember where the account is, and what is half-typed there if the line was cut."""
        row, col = self.grid.cursor
        lines = (*self._model.rows, *self._model.foot)
        draft = self.grid.draft if dengan_ketikan else None
        column = self._model.columns[col].key
        save_place(
            self.ws,
            self.periode,
            Place(self.kode, lines[row].key, column, draft.text if draft else ""),
        )

    def simpan_draf(self) -> None:
        """Keep the half-typed cell, since the line was cut."""
        self.simpan_tempat(dengan_ketikan=True)

    # -- the lines around the grid --------------------------------------------------------------

    @property
    def _titik_kini(self) -> Titik:
        """Where one is: a message holds until this changes."""
        return self.kode, self.grid.cursor, self._kali_tulis

    def pesan(self, teks: str, tingkat: Tingkat = "info") -> None:
        """A message, or where one stands when there is none; what stands there is not redrawn."""
        self._berlaku_di = self._titik_kini if teks else None
        shown = teks or self.keadaan_kini()
        if (shown, tingkat) != self._tertulis or tingkat == "tolak":
            self._tertulis = (shown, tingkat)
            super().pesan(shown, tingkat)

    def tulis_pesan(self, teks: str, gaya: str) -> None:
        """Where lines are few, a long message lies over the lowest ones of the sheet."""
        self._pesan_kini = (teks, gaya)
        width = self.app.size.width
        whole = self._ruang.tinggi or len(teks) <= width
        lines = [teks] if whole else wrap(teks, width)[:BARIS_PESAN] or [""]
        self.grid.lay_over(lines[:-1], gaya)
        super().tulis_pesan(lines[-1], gaya)

    def keadaan_kini(self) -> str:
        """Whose turn it is, else how far the keying has come, and the main keys."""
        if not self.view.writable:
            return self._sebaris(self.kenapa_terkunci(), "F1 Bantuan")
        if self._kemajuan is None:
            self._kemajuan = progress(self.views, self.kode, *self._menit())
        return self._sebaris(kemajuan(self._kemajuan), KUNCI)

    def _sebaris(self, left: str, right: str) -> str:
        """Two texts at both ends of a line; the right one only where it fits and no footer is."""
        if self._ruang.tinggi:
            return left
        room = self.app.size.width - len(left) - len(right)
        return left + " " * room + right if room > 1 else left

    def _menit(self) -> tuple[int, int]:
        """Minutes used and the standard; read from the trail at most every few seconds."""
        now = self.ws.clock()
        if self._menit_pada is None or now - self._menit_pada > _MENIT_BERLAKU:
            self._menit_pada, self._menit_kini = now, entry_minutes(self.ws, self.periode)
        return self._menit_kini

    def kenapa_terkunci(self) -> str:
        """Why nothing can be typed here now."""
        keadaan = self.ws.keadaan(self.periode)
        if self.boleh:
            return "Hanya baca."
        if keadaan is Keadaan.ENTRI:
            return f"Anda {self.nama_peran}. " + hanya_baca(keadaan)
        held = held_by(self.ws, self.periode)
        if held:
            return f"Hanya baca. {held}"
        return hanya_baca(keadaan, ditarik=can_take_back(self.ws, self.periode))

    def sub_judul(self) -> str:
        """The month and the documents, the open one in brackets."""
        month = Periode.parse(self.periode)
        label = month.label if self._ruang.lebar else f"{month.label[:3]} {month.year}"
        if not self.view.writable:
            label += " · hanya baca"
        used = len(self.JUDUL) + len(label) + len(self.nama_peran) + 16
        return f"{label} · {tab_dokumen(self.views, self.kode, self.app.size.width - used)}"

    def dikembalikan(self) -> str:
        """The Kasi's reason while cells are open for correction; empty otherwise."""
        returned = open_return(self.ws, self.periode, Aksi.KEMBALIKAN_KE_STAF)
        return returned.alasan if returned and self.view.reopened is not None else ""
