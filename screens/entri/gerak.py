"""Getting around: documents, findings, kabupaten/kota, the paper's totals, the path."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.lembar import Alamat
from civreg_tui.domain.wilayah import normal_name
from civreg_tui.services.entri.place import keep_habit
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.grid_state import Order
from screens.entri.cari import cari_kolom
from screens.entri.keterangan import kabar_kolom, kalimat, ringkas, sel_tertuduh
from screens.entri.menulis import Menulis
from screens.entri.saring import JENIS, PETUNJUK, SEMUA, saringan
from screens.shell.dialog import IsianTeks


class Gerak(Menulis):
    """The entry screen's moves that are more than an arrow key."""

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self._tempat_dokumen: dict[str, tuple[int, int]] = {}
        self._dari_kendali: tuple[int, int] | None = None
        self._tujuan: tuple[str, Alamat] | None = None

    def action_dokumen(self, langkah: int) -> None:
        """Show the next or previous document, at the cell where it was left."""
        if not self.selesai_mengetik():
            return
        self._tempat_dokumen[self.kode] = self.grid.cursor
        codes = list(self.views)
        code = codes[(codes.index(self.kode) + langkah) % len(codes)]
        self.ganti_dokumen(code, self._tempat_dokumen.get(code))
        self.pesan("")

    def selesai_mengetik(self) -> bool:
        """Keep a half-typed value before something else is done; False when it was refused."""
        return not self.grid.typing or self.grid.go(*self.grid.cursor)

    # -- findings -------------------------------------------------------------------------------

    def action_temuan(self, langkah: int) -> None:
        """Go to the next or previous finding (or cell opened by the Kasi), in any document."""
        if not self.selesai_mengetik():
            return
        points = sorted(self._titik())
        if not points:
            self.pesan("Tidak ada temuan. Bagus.", "baik")
            return
        row, col = self.grid.cursor
        whole = self.view.sheet.wilayah
        region = self.model.wilayah_di(row)
        line = len(whole) if region is None else whole.index(region)
        here = (self._urutan(self.kode), line, col)
        beyond = [p for p in points if (p > here if langkah > 0 else p < here)]
        target = (beyond or points)[0 if langkah > 0 else -1]
        self._ke_titik(list(self.views)[target[0]], target[1], target[2])

    def _urutan(self, code: str) -> int:
        return list(self.views).index(code)

    def _titik(self) -> Iterator[tuple[int, int, int]]:
        """The places of all documents where something waits, in reading order."""
        for code, view in self.views.items():
            model = self.model_dari(code)
            for alamat in view.reopened or ():
                if (place := model.tempat(alamat)) is not None:
                    yield (self._urutan(code), *place)
            for region, kolom in model.tanda.di:
                if model.tanda.gaya((region, kolom)) in {"error", "warning"}:
                    row = len(model.rows) if region is None else view.sheet.wilayah.index(region)
                    columns = [k.kolom for k in model.layar]
                    col = columns.index(kolom) if kolom else model.kolom_isian(None)
                    yield self._urutan(code), row, col

    def _ke_titik(self, code: str, line: int, col: int) -> None:
        """Go to a place that is counted over all rows, also where not all are in sight."""
        self.ganti_dokumen(code)
        whole = self.view.sheet.wilayah
        region = whole[line] if line < len(whole) else None
        self.perlihatkan(region)
        self.grid.go(self.model.baris(region) or 0, col)
        self._katakan(*self.grid.cursor)

    def _katakan(self, row: int, col: int) -> None:
        """Say what is the matter at a place; for a column also which cell may explain it."""
        kolom = self.model.layar[col].kolom
        region = self.model.wilayah_di(row)
        news = kabar_kolom(self.view, (kolom,)) if region is None and kolom else None
        found = [
            one
            for place in ((region, kolom), (region, None))
            for one in self.model.tanda.di.get(place, ())
        ]
        if news is not None and kolom is not None:
            blamed = sel_tertuduh(self.view, kolom)
            if blamed is not None:
                self.ke_sel(self.kode, blamed)
            self.pesan(ringkas(news[0], self.nama))
        elif found:
            self.pesan(kalimat(found, self.nama))
        elif self.dikembalikan():
            self.pesan(f"Dibuka oleh Kasi: {self.dikembalikan()}")

    # -- going to a name, some rows only ---------------------------------------------------------

    def action_cari(self) -> None:
        """Ask for a kabupaten/kota or a column and go there, or leave only some rows in sight."""
        dialog = IsianTeks(f"Nama, kode, kolom, atau: {PETUNJUK}", "Cari")
        self.tanya(dialog, lambda answer: self._cari(answer["teks"].strip()))

    def _cari(self, teks: str) -> None:
        if normal_name(teks) in SEMUA:
            self._saring("", None)
            return
        found = saringan(self.view, teks)
        column = None if normal_name(teks) in JENIS else cari_kolom(self.model.layar, teks)
        if column is not None:
            self.grid.go(self.grid.cursor[0], column)
        elif found is None:
            words = f'"{teks}" tidak ditemukan. Tulis misalnya agam, 13.06, atau wajib.'
            self.pesan(words, "tolak")
        elif not found:
            self._saring("", None)
            self.pesan(f'Tidak ada kabupaten/kota yang "{teks}". Semua ditampilkan.')
        elif len(found) == 1:
            self._ke_wilayah(found[0])
        else:
            self._saring(teks, found)

    def _saring(self, teks: str, shown: tuple[str, ...] | None) -> None:
        """Leave some rows in sight, or show all again, the cursor where it was if it can be."""
        row, col = self.grid.cursor
        region = self.model.wilayah_di(row)
        self.saring = teks
        self.bangun_ulang()
        self.grid.go(self.model.baris(region) or 0, col)
        if shown is not None:
            every = len(self.view.sheet.wilayah)
            self.pesan(f"{len(shown)} dari {every}: {teks}. JUMLAH tetap semua. Esc semua baris.")
        else:
            self.pesan("Semua kabupaten/kota ditampilkan.")

    def _ke_wilayah(self, kode: str) -> None:
        col = self.grid.cursor[1]
        column = col if self.model.columns[col].entry else self.model.kolom_isian(None)
        self.perlihatkan(kode)
        self.grid.go(self.model.baris(kode) or 0, column)

    def action_kembali(self) -> None:
        """Show all rows again where only some are in sight, else leave."""
        if self.model.hanya is not None:
            self._saring("", None)
        else:
            super().action_kembali()

    # -- the paper's totals, the path, details --------------------------------------------------

    def action_kendali(self) -> None:
        """Go to the paper's totals, or back to the cell one came from."""
        if not self.selesai_mengetik():
            return
        row, col = self.grid.cursor
        if row == self.model.baris_kendali:
            self.grid.go(*(self._dari_kendali or (0, col)))
            return
        self._dari_kendali = (row, col)
        keyed = self.model.columns[col].entry
        self.grid.go(self.model.baris_kendali, col if keyed else self.model.kolom_isian(None))
        self.pesan("Ketik jumlah yang tercetak di kertas. k kembali.")

    def action_jalur(self) -> None:
        """Go on by row or by column after Enter; remembered for this account."""
        order: Order = "row" if self.grid.state.order == "column" else "column"
        self.grid.set_order(order)
        keep_habit(self.ws, "jalur", order)
        way = "ke bawah, kolom demi kolom" if order == "column" else "ke kanan, baris demi baris"
        self.pesan(f"Enter sekarang maju {way}.")

    def action_rincian(self) -> None:
        """Show the details of every cell the cursor comes to, or stop doing so."""
        self.rinci = not self.rinci
        self.kalimat_sel(*self.grid.cursor)

    def action_banding(self) -> None:
        """Open the comparison with the softcopy."""
        from screens.entri.selisih import Selisih

        if self.selesai_mengetik():
            self.buka(Selisih(self.ws, self.periode, self.kode, self._ketik_dari_kertas))

    def _ketik_dari_kertas(self, code: str, alamat: Alamat) -> None:
        """Go to a cell whose figure is to be typed from the paper, once this screen is back."""
        self._tujuan = (code, alamat)

    def segarkan(self) -> None:
        """Read the month again, then go where the comparison wants one to type."""
        super().segarkan()
        target, self._tujuan = self._tujuan, None
        if target is not None and self.ke_sel(*target):
            self.pesan("Ketik angka dari kertas, lalu Enter.")
