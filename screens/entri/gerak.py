"""Getting around: documents, findings, kabupaten/kota, the paper's totals, the path."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.lembar import Alamat
from civreg_tui.services.place import keep_habit
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.grid_state import Order
from screens.dialog import IsianTeks, PilihDaftar
from screens.entri.cari import cari_kolom, cari_wilayah
from screens.entri.keterangan import kabar_kolom, kalimat, ringkas, sel_tertuduh
from screens.entri.menulis import Menulis


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
        here = (self._urutan(self.kode), *self.grid.cursor)
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

    def _ke_titik(self, code: str, row: int, col: int) -> None:
        self.ganti_dokumen(code)
        self.grid.go(row, col)
        self._katakan(row, col)

    def _katakan(self, row: int, col: int) -> None:
        """Say what is the matter at a place; for a column also which cell may explain it."""
        kolom = self.model.layar[col].kolom
        region = self.model.rows[row].key if row < len(self.model.rows) else None
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

    # -- going to a name ------------------------------------------------------------------------

    def action_cari(self) -> None:
        """Ask for a kabupaten/kota or a column and go there."""
        dialog = IsianTeks("Ke kabupaten/kota (nama atau kode) atau kolom", "Cari")
        self.tanya(dialog, lambda answer: self._cari(answer["teks"]))

    def _cari(self, teks: str) -> None:
        column = cari_kolom(self.model.layar, teks)
        if column is not None:
            self.grid.go(self.grid.cursor[0], column)
            return
        found = cari_wilayah(self.view.subject.daftar, teks)
        if not found:
            self.pesan(
                f'"{teks}" tidak ditemukan. Tulis misalnya agam, 13.06, atau wajib.', "tolak"
            )
        elif len(found) == 1:
            self._ke_wilayah(found[0].kode)
        else:
            choices = [(w.kode, f"{w.kode} {w.nama}") for w in found]
            self.tanya(PilihDaftar("Yang mana?", choices), self._ke_wilayah)

    def _ke_wilayah(self, kode: str) -> None:
        col = self.grid.cursor[1]
        column = col if self.model.columns[col].entry else self.model.kolom_isian(None)
        self.grid.go(self.view.sheet.wilayah.index(kode), column)

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
