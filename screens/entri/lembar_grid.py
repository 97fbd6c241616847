"""The sheet as the entry grid shows it: figures, live sums and coverage, states, the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.lembar import KOSONG, Alamat, Isian, Kolom
from civreg_tui.domain.numbers import format_change, format_count, format_percent
from civreg_tui.services.entri.sheet_view import ColumnFoot, SheetView, column_foot
from civreg_tui.terminal.glyphs import glyphs
from civreg_tui.terminal.grid_lines import head_lines
from civreg_tui.terminal.grid_model import CellView, Column, Entry, Kind, Row, mark_of
from screens.entri.kolom import KolomLayar, Ruang, kolom_layar
from screens.entri.tanda import Tanda, gaya_sel, tanda_lembar

Simpan = Callable[[Mapping[Alamat, Isian]], str | None]
SimpanKendali = Callable[[Kolom, int | None], str | None]
JUMLAH, KENDALI, SELISIH = "jumlah", "kendali", "selisih"


class LembarGrid:
    """A `GridModel` over one sheet. ``simpan`` writes durably and returns a refusal or None."""

    def __init__(
        self,
        view: SheetView,
        room: Ruang,
        *,
        simpan: Simpan,
        simpan_kendali: SimpanKendali,
    ) -> None:
        self._simpan = simpan
        self._simpan_kendali = simpan_kendali
        self.di_kendali = False
        """Whether the cursor stands on the paper's totals, which then show themselves."""
        self.room = room
        self.label_width = room.label
        self.hanya: tuple[str, ...] | None = None
        """The only kabupaten/kota in sight; None: all. Sums are over all of them anyway."""
        self.view = view
        self._susun()

    def perbarui(self, view: SheetView) -> None:
        """Take the sheet as it stands now; what a figure cannot change is not made again.

        Columns keep their widths until `lapangkan`.
        """
        before, self.view = self.view, view
        if (view.sheet.rincian, view.writable) != (before.sheet.rincian, before.writable):
            self._susun()
            return
        if view.findings is not before.findings:
            self.tanda = self._tandai()
        self._kaki = self._jumlahkan()

    def _susun(self) -> None:
        """Lay out columns and rows, and place the findings on them."""
        view = self.view
        self.layar = self._dasar = kolom_layar(view.sheet, self.room)
        self.columns: Sequence[Column] = [k.tampil for k in self.layar]
        shown = view.sheet.wilayah if self.hanya is None else self.hanya
        self.rows = [Row(kode, self._nama(kode), entry=view.writable) for kode in shown]
        self._susun_kaki()
        self.tanda = self._tandai()
        self._kaki = self._jumlahkan()
        self.lapangkan()

    def lapangkan(self) -> bool:
        """Widen the columns whose figures would not be shown entire; others scroll out of sight.

        Returns whether any column is of another width now.
        """
        before, self.layar = self.columns, self._dasar
        widest = [self._terlebar(x) for x in range(len(self._dasar))]
        self.layar = tuple(
            replace(k, tampil=replace(k.tampil, width=width)) if width > k.tampil.width else k
            for k, width in zip(self._dasar, widest, strict=True)
        )
        self.columns = [k.tampil for k in self.layar]
        return self.columns != before

    def _terlebar(self, col: int) -> int:
        """The width of a column's longest text: its largest or least figure, or one of the foot."""
        shown, below = self._dasar[col], len(self.rows)
        known = [n for row in self.rows if (n := self._angka(row.key, shown)) is not None]
        ends = {min(known), max(known)} if known else ()
        texts = [_teks(shown, number, self.view.sheet.dokumen) for number in ends]
        texts += [self.cell(y, col).text for y in range(below, below + len(self.foot))]
        return max(map(len, texts), default=0)

    def saring(self, hanya: tuple[str, ...] | None) -> None:
        """Show only these kabupaten/kota, or all again."""
        self.hanya = hanya
        self._susun()

    def _tandai(self) -> Tanda:
        return tanda_lembar(self.view, [k.kolom for k in self.layar if k.kolom])

    def _jumlahkan(self) -> dict[Kolom, ColumnFoot]:
        columns = [k.kolom for k in self.layar if k.kolom is not None]
        return {kolom: column_foot(self.view, kolom) for kolom in columns}

    def _nama(self, kode: str) -> str:
        region = self.view.subject.daftar[kode]
        if not self.room.lebar:
            return region.singkat
        return f"{kode} {region.nama.replace('Kabupaten', 'Kab.')}"

    @property
    def label_head(self) -> str:
        """The heading above the names; how many rows are in sight where not all are."""
        if self.hanya is not None:
            return f"{len(self.hanya)} dari {len(self.view.sheet.wilayah)}"
        return "KABUPATEN/KOTA" if self.room.lebar else "KAB/KOTA"

    # -- places ---------------------------------------------------------------------------------

    @property
    def foot(self) -> Sequence[Row]:
        """The sum, and the paper's totals (or what still differs from them)."""
        return self._kaki_kendali if self.di_kendali else self._kaki_selisih

    def _susun_kaki(self) -> None:
        """Lay out both feet: while the paper's totals are keyed they show themselves."""
        writable = self.view.writable
        over = "" if self.hanya is None else f" ({len(self.view.sheet.wilayah)})"
        total = Row(JUMLAH, f"JUMLAH{over}", entry=False)
        paper = Row(KENDALI, "Kertas", entry=writable)
        both = (total, paper, Row(SELISIH, "Selisih", entry=False))
        self._kaki_kendali = both if self.room.tinggi else (total, paper)
        gap = Row(KENDALI, "Selisih", entry=writable)
        self._kaki_selisih = both if self.room.tinggi else (total, gap)

    @property
    def tinggi(self) -> int:
        """Lines that the whole sheet takes."""
        return head_lines(self) + len(self.rows) + len(self.foot)

    @property
    def baris_kendali(self) -> int:
        """The line of the paper's totals."""
        return len(self.rows) + 1

    def alamat(self, row: int, col: int) -> Alamat | None:
        """The cell of the sheet that is shown at a place; None at the foot and elsewhere."""
        kolom = self.layar[col].kolom
        if row >= len(self.rows) or kolom is None:
            return None
        return Alamat(self.rows[row].key, *kolom)

    def tempat(self, alamat: Alamat) -> tuple[int, int] | None:
        """Row and column where a cell is shown, the keyed one that belongs to it if it is not."""
        row = self.baris(alamat.wilayah)
        return None if row is None else (row, self.kolom_di(alamat.kolom))

    def baris(self, kode: str | None) -> int | None:
        """The line of a kabupaten/kota, of the sums (None); None when it is not in sight."""
        if kode is None:
            return len(self.rows)
        return next((at for at, row in enumerate(self.rows) if row.key == kode), None)

    def wilayah_di(self, row: int) -> str | None:
        """The kabupaten/kota of a line; None at the foot."""
        return self.rows[row].key if row < len(self.rows) else None

    def kolom_isian(self, kolom: Kolom | None) -> int:
        """The first keyed column of a measure, or the first of all."""
        keyed = [i for i, k in enumerate(self.layar) if k.tampil.entry]
        same = [i for i in keyed if kolom is not None and self._ukuran(i) == kolom.ukuran]
        return (same or keyed or [0])[0]

    def kolom_di(self, kolom: Kolom) -> int:
        """Where a column of figures is shown, else the keyed one that belongs to it."""
        columns = [k.kolom for k in self.layar]
        return columns.index(kolom) if kolom in columns else self.kolom_isian(kolom)

    def _ukuran(self, col: int) -> str | None:
        kolom = self.layar[col].kolom
        return kolom.ukuran if kolom else None

    # -- what is shown --------------------------------------------------------------------------

    def cell(self, row: int, col: int) -> CellView:
        """A figure with its state."""
        shown = self.layar[col]
        if row >= len(self.rows):
            return self._sel_kaki(self.foot[row - len(self.rows)].key, shown)
        kode = self.rows[row].key
        if shown.kolom is None:
            return CellView(self._tambahan(kode, shown), style="computed")
        alamat = Alamat(kode, *shown.kolom)
        return self._isian(alamat) if shown.tampil.entry else self._hitungan(alamat)

    def _isian(self, alamat: Alamat) -> CellView:
        style = gaya_sel(self.view, self.tanda, alamat)
        isian = self.view.sheet.isian(alamat)
        mark = mark_of(style)
        if alamat in self.view.notes and mark == " ":
            mark = mark_of("noted")
        if isian.angka is None:
            return CellView(glyphs().empty, mark, style)
        return CellView("-" if isian.nihil else format_count(isian.angka), mark, style)

    def _hitungan(self, alamat: Alamat) -> CellView:
        value = self.view.sheet.nilai(*alamat)
        style = self.tanda.gaya((alamat.wilayah, alamat.kolom))
        if alamat in self.view.differences and style != "error":
            style = "differs"
        text = "" if value is None else format_count(value)
        return CellView(text, mark_of(style) if style else " ", style or "computed")

    def _angka(self, kode: str, shown: KolomLayar) -> int | None:
        """The number behind a cell: a count, or a percent in hundredths."""
        if shown.kolom is not None:
            return self.view.sheet.nilai(kode, *shown.kolom)
        if shown.jenis == "persen":
            return self.view.sheet.persen(kode)
        return self.view.then(kode) if shown.jenis == "lalu" else self.view.change(kode)

    def _tambahan(self, kode: str, shown: KolomLayar) -> str:
        value = self._angka(kode, shown)
        return "" if value is None else _teks(shown, value, self.view.sheet.dokumen)

    def row_mark(self, row: int) -> str:
        """The worst finding that concerns the whole line."""
        if row >= len(self.rows):
            return " "
        style = self.tanda.gaya((self.rows[row].key, None))
        return mark_of(style) if style else " "

    # -- the foot -------------------------------------------------------------------------------

    def kaki(self, col: int) -> ColumnFoot | None:
        """The foot of a column of figures."""
        kolom = self.layar[col].kolom
        return self._kaki[kolom] if kolom else None

    def _sel_kaki(self, key: str, shown: KolomLayar) -> CellView:
        foot = self._kaki.get(shown.kolom) if shown.kolom else None
        if key == JUMLAH:
            return self._jumlah(shown, foot)
        if foot is None or not shown.tampil.entry:
            return CellView("", style="computed")
        if key == KENDALI and (self.di_kendali or self.room.tinggi):
            text = glyphs().empty if foot.paper is None else _muat(foot.paper, shown)
            return CellView(text, style="normal" if foot.paper is not None else "empty")
        return _selisih(foot, shown)

    def _jumlah(self, shown: KolomLayar, foot: ColumnFoot | None) -> CellView:
        if foot is not None:
            style = self.tanda.gaya((None, foot.kolom))
            text = "" if foot.total is None else _muat(foot.total, shown)
            return CellView(text, mark_of(style) if style else " ", style or "computed")
        value = self._provinsi(shown)
        text = "" if value is None else _teks(shown, value, self.view.sheet.dokumen)
        return CellView(text, style="computed")

    def _provinsi(self, shown: KolomLayar) -> int | None:
        if shown.jenis == "persen":
            return self.view.sheet.persen_provinsi()
        last = shown.jenis == "lalu"
        return self.view.province_then() if last else self.view.province_change()

    # -- writing --------------------------------------------------------------------------------

    def commit(self, row: int, col: int, entry: Entry) -> str | None:
        """Write a figure or a control total."""
        return self.commit_all([(row, col, entry)])

    def commit_all(self, entries: Sequence[tuple[int, int, Entry]]) -> str | None:
        """Write a block as one act; control totals in it one by one."""
        cells: dict[Alamat, Isian] = {}
        for row, col, entry in entries:
            alamat = self.alamat(row, col)
            if alamat is not None:
                cells[alamat] = isian_dari(entry)
            elif refusal := self._kendali(col, entry):
                return refusal
        return self._simpan(cells) if cells else None

    def _kendali(self, col: int, entry: Entry) -> str | None:
        kolom = self.layar[col].kolom
        if kolom is None:
            return None
        value = isian_dari(entry).angka
        return self._simpan_kendali(kolom, value)


def isian_dari(entry: Entry) -> Isian:
    """What a typed value puts into a cell."""
    if entry.kind is Kind.NUMBER:
        return Isian(entry.number)
    return Isian(0, nihil=True) if entry.kind is Kind.NIL else KOSONG


def _teks(shown: KolomLayar, value: int, dokumen: Dokumen) -> str:
    """A number as its column shows it; a change has its sign."""
    counted = shown.kolom is not None or (shown.jenis != "persen" and not dokumen.penyebut)
    write = format_count if counted else format_percent
    return format_change(value, write) if shown.jenis == "ubah" else write(value)


def _muat(count: int, shown: KolomLayar) -> str:
    """A sum, without dots where it fits only so."""
    text, bare = format_count(count), str(count)
    return bare if len(bare) <= shown.tampil.width < len(text) else text


def _selisih(foot: ColumnFoot, shown: KolomLayar) -> CellView:
    if foot.gap is None:
        return CellView("", style="empty")
    if foot.closes:
        return CellView("cocok", style="normal")
    open_ = foot.complete
    return CellView(
        _muat(foot.gap, shown), mark_of("error") if open_ else " ", "error" if open_ else "normal"
    )
