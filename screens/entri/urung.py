"""Undo and redo of everything done at the sheets, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.numbers import format_count
from civreg_tui.services.entri.sheet_view import SheetView
from civreg_tui.services.entri.undo import Tersentuh, redo, undo
from screens.entri.kolom import judul_kolom
from screens.entri.tindakan_sel import TindakanSel


class Urung(TindakanSel):
    """`u` and `r` on the entry screen: back to the place, with a sentence of what it is now."""

    def action_urung(self) -> None:
        """Take back the last act at the sheets, across reconnects."""
        if self.selesai_mengetik():
            self.ubah(lambda: self._kembalikan(undo(self.ws, self.periode), "Dibatalkan"))

    def action_ulang(self) -> None:
        """Do again what was undone."""
        if self.selesai_mengetik():
            self.ubah(lambda: self._kembalikan(redo(self.ws, self.periode), "Diulang"))

    def _kembalikan(self, touched: Tersentuh | None, word: str) -> None:
        if touched is None:
            self.pesan(f"Tidak ada lagi yang dapat {word.lower()}.")
            return
        self.muat()
        if touched.kolom is None and touched.wilayah is None:
            self.ganti_dokumen(touched.dokumen)
            self.bangun_ulang()
        else:
            self._ke_tersentuh(touched)
        self.pesan(f"{word}: {tersentuh(self.views[touched.dokumen], touched)}", "baik")

    def _ke_tersentuh(self, touched: Tersentuh) -> None:
        kolom = touched.kolom or self.views[touched.dokumen].sheet.entry_columns[0]
        if touched.wilayah is not None:
            self.ke_sel(touched.dokumen, Alamat(touched.wilayah, *kolom))
            return
        self.ganti_dokumen(touched.dokumen)
        self.grid.go(self.model.baris_kendali, self.model.kolom_di(kolom))


def tersentuh(view: SheetView, touched: Tersentuh) -> str:
    """What was undone or redone, and how it stands now."""
    return _KALIMAT.get(touched.aksi, _penjelasan)(view, touched)


def _tempat(view: SheetView, touched: Tersentuh) -> str:
    names = [view.subject.daftar[touched.wilayah].singkat] if touched.wilayah else []
    names += [judul_kolom(view.sheet, touched.kolom)] if touched.kolom else []
    return ", ".join(names or [view.sheet.dokumen.singkat])


def _alamat(touched: Tersentuh) -> Alamat | None:
    if touched.wilayah is None or touched.kolom is None:
        return None
    return Alamat(touched.wilayah, *touched.kolom)


def _angka(view: SheetView, touched: Tersentuh) -> str:
    alamat = _alamat(touched)
    isian = view.sheet.isi.get(alamat) if alamat else None
    return f"{_tempat(view, touched)} menjadi {_tertulis(isian)}."


def _tertulis(isian: Isian | None) -> str:
    if isian is None or isian.angka is None:
        return "kosong"
    return "nihil" if isian.nihil else format_count(isian.angka)


def _kendali(view: SheetView, touched: Tersentuh) -> str:
    paper = view.subject.kendali.get(touched.kolom) if touched.kolom else None
    value = "kosong" if paper is None else format_count(paper)
    return f"{_tempat(view, touched)} di kertas menjadi {value}."


def _rincian(view: SheetView, touched: Tersentuh) -> str:
    del touched
    return "diisi per L dan P." if view.sheet.rincian == "lp" else "diisi jumlah saja."


def _catatan(view: SheetView, touched: Tersentuh) -> str:
    alamat = _alamat(touched)
    note = view.notes.get(alamat) if alamat else None
    flag = ", ditandai" if note is not None and note.tanda else ""
    text = f'"{note.teks}"{flag}' if note is not None else "tidak ada"
    return f"catatan {_tempat(view, touched)}: {text}."


def _keputusan(view: SheetView, touched: Tersentuh) -> str:
    return f"keputusan selisih {_tempat(view, touched)}."


def _jawaban(view: SheetView, touched: Tersentuh) -> str:
    return f"jawaban kepada Kasi untuk {_tempat(view, touched)}."


def _penjelasan(view: SheetView, touched: Tersentuh) -> str:
    return f"penjelasan {_tempat(view, touched)}."


_KALIMAT: dict[str, Callable[[SheetView, Tersentuh], str]] = {
    Aksi.ISI_SEL: _angka,
    "isi_kendali": _kendali,
    "ganti_rincian": _rincian,
    "catat_sel": _catatan,
    "putuskan_selisih": _keputusan,
    "jawab_pengembalian": _jawaban,
}
