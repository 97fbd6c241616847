"""Writing cells from the grid, and what is said of them: out of band, closing columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Isian, Kolom
from civreg_tui.services.entri.enter import (
    MEMBATALKAN_VALIDASI,
    AkanGugur,
    commit_cells,
    set_control,
)
from civreg_tui.services.entri.sheet_view import SheetView, checked, reread, rewritten
from civreg_tui.services.errors import EXPECTED, sentence
from civreg_tui.terminal.grid import EntryGrid
from screens.entri.dasar import LayarLembar
from screens.entri.keterangan import Kabar, kabar_kolom, kalimat, ringkas, temuan_baru
from screens.entri.rincian import rincian
from screens.shell.dialog import Konfirmasi


class Menulis(LayarLembar):
    """The entry screen where figures are kept at once and checked milliseconds later."""

    def baca_ulang(self) -> None:
        """Check the open sheet again after something was written on a cell of it."""
        self._baca()
        self._periksa()
        self.kalimat_sel(*self.grid.cursor)

    # -- writing --------------------------------------------------------------------------------

    def simpan(self, cells: Mapping[Alamat, Isian]) -> str | None:
        """Write cells durably; a sentence says why nothing was written."""
        return self._tulis(cells, gugurkan=False)

    def _tulis(self, cells: Mapping[Alamat, Isian], *, gugurkan: bool) -> str | None:
        seen = {alamat: self.view.sheet.isian(alamat) for alamat in cells}
        try:
            commit_cells(self.ws, self.periode, self.kode, cells, seen=seen, gugurkan=gugurkan)
        except AkanGugur as question:
            self.call_after_refresh(self._tanya_batal, dict(cells))
            return sentence(question)
        except EXPECTED as error:
            self._baca()
            return sentence(error)
        self._tampak(rewritten(self.view, cells))
        self.pesan("")
        return None

    def simpan_kendali(self, kolom: Kolom, angka: int | None) -> str | None:
        """Write a total of the paper; a sentence says why it was not."""
        try:
            set_control(self.ws, self.periode, self.kode, kolom, angka)
        except EXPECTED as error:
            return sentence(error)
        self._baca()
        return None

    def _baca(self) -> None:
        """Read the sheet back, so that sums and coverage follow at once."""
        self._tampak(reread(self.ws, self.view))
        if self._model.lapangkan():
            self.grid.show()

    def _tampak(self, view: SheetView) -> None:
        """Go on with the sheet as it was written; columns are widened once it is checked."""
        self._kemajuan = None
        self._kali_tulis += 1
        self.views[self.kode] = view
        self._model.perbarui(view)

    def _periksa(self) -> SheetView:
        """Check the sheet; returns the view with the findings that stood before."""
        before = self.view
        self.views[self.kode] = checked(self.ws, before)
        self._model.perbarui(self.view)
        if self._model.lapangkan() or _tanda(self.view) != _tanda(before):
            self.grid.show()
            self.tulis_temuan()
        return before

    def _tervalidasi(self) -> bool:
        return self.ws.keadaan(self.periode) is Keadaan.TERVALIDASI

    def _tanya_batal(self, cells: dict[Alamat, Isian]) -> None:
        def ya(_: bool) -> None:
            self.grid.state.cancel()
            refusal = self._tulis(cells, gugurkan=True)
            self.muat()
            self.pesan(refusal or "Angka diubah; validasi gugur dan harus diulang.", "tolak")

        self.tanya(Konfirmasi(MEMBATALKAN_VALIDASI, ["Tetap ubah angkanya?"]), ya)

    def ubah(self, kerja: Callable[[], None]) -> None:
        """Do something that changes figures, after a question where it voids a validation."""
        if not self._tervalidasi():
            kerja()
            return
        self.tanya(Konfirmasi(MEMBATALKAN_VALIDASI, ["Tetap lanjutkan?"]), lambda _: kerja())

    # -- messages of the grid -------------------------------------------------------------------

    @on(EntryGrid.Committed)
    def _tersimpan(self, event: EntryGrid.Committed) -> None:
        before = self._periksa()
        if self._berlaku_di == self._titik_kini:
            return
        news = self._kabar(before, event.row, event.col)
        if news is not None:
            self.pesan(ringkas(news[0], self.nama), "tolak" if news[1] else "baik")

    def _kabar(self, before: SheetView, row: int, col: int) -> Kabar | None:
        """What the figure just written brought up: its findings, or a column that closes."""
        alamat = self._model.alamat(row, col)
        found = temuan_baru(before, self.view, alamat.wilayah if alamat else None)
        if alamat is not None and found:
            return kalimat(found, self.nama), True
        kolom = self._model.layar[col].kolom
        if kolom is None:
            return None
        both: Sequence[Kolom] = (kolom, Kolom(kolom.ukuran, "jml"))
        return kabar_kolom(self.view, tuple(dict.fromkeys(both)))

    @on(EntryGrid.Refused)
    def _ditolak(self, event: EntryGrid.Refused) -> None:
        self.pesan(event.sentence if self.view.writable else self.kenapa_terkunci(), "tolak")

    @on(EntryGrid.Moved)
    def _pindah(self, event: EntryGrid.Moved) -> None:
        at_foot = event.row == self._model.baris_kendali
        if at_foot != self._model.di_kendali:
            self._model.di_kendali = at_foot
            self.grid.show()
        if self._berlaku_di != self._titik_kini:
            self.kalimat_sel(event.row, event.col)

    def kalimat_sel(self, row: int, col: int) -> None:
        """The findings of the cell under the cursor, or its details while these are wanted."""
        alamat = self._model.alamat(row, col)
        found = self.temuan_di(row, col)
        if self.rinci and alamat is not None:
            self.pesan(rincian(self.ws, self.view, alamat))
        elif found:
            self.pesan(kalimat(found, self.nama))
        else:
            self.pesan("")

    def temuan_di(self, row: int, col: int) -> Sequence[TemuanDijawab]:
        """The findings shown at a cell."""
        region = self._model.wilayah_di(row)
        kolom = self._model.layar[col].kolom
        places = self._model.tanda.di
        return places.get((region, kolom), ()) if kolom else ()

    @on(EntryGrid.Finished)
    def _ujung(self) -> None:
        if self._berlaku_di == self._titik_kini:
            return
        if self._model.hanya is not None:
            self.pesan("Ujung baris yang ditampilkan. Esc menampilkan semua baris.")
        elif any(view.sheet.kosong() for view in self.views.values()):
            self.pesan("Ujung lembar. d membuka dokumen berikutnya.")
        else:
            self.pesan("Semua sel terisi. F9 membandingkan dengan softcopy, F10 menyerahkan.")


def _tanda(view: SheetView) -> tuple[object, ...]:
    """What cells are marked by, beside their own figures."""
    return view.findings, view.differences.keys(), view.notes.keys(), view.reopened, view.writable
