"""Step 3: what is in the files, sheet by sheet, and what was passed over with the reason."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from civreg_tui.domain.bacaan import Bacaan, BerkasSumber, LembarSumber, TabelSumber
from civreg_tui.domain.teks import terbaca
from civreg_tui.keys import Tombol, tombol
from civreg_tui.services.penerimaan.reading_job import file_name
from civreg_tui.services.workspace import Workspace
from screens.shell.baca import Baca, Blok
from screens.shell.kerangka import LayarBulan


class IsiBerkas(LayarBulan):
    """Every file with its SHA-256, every sheet with its document, every cell not used."""

    JUDUL = "3 Isi berkas"
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "kembali", "Selesai", "Kembali ke penerimaan."),
    ]
    KETERANGAN = (Tombol("gulir", "down", "↑ ↓ PgUp PgDn", "Gulir", "Membaca ke bawah dan atas."),)

    def __init__(self, ws: Workspace, periode: str, bacaan: Bacaan | None) -> None:
        super().__init__(ws, periode)
        self.bacaan = bacaan
        self.tabel = bacaan.tabel if bacaan else ()

    def isi(self) -> ComposeResult:
        """One pane to read in."""
        yield Baca(id="isi-berkas")

    def on_mount(self) -> None:
        """Begin in the pane."""
        self.query_one(Baca).focus()

    def segarkan(self) -> None:
        """Write the account of all files."""
        files = self.bacaan.berkas if self.bacaan else ()
        blocks = [block for file in files for block in self._berkas(file)]
        self.query_one(Baca).tampilkan(blocks or [Blok("Belum ada softcopy yang dibaca.")])

    def _berkas(self, file: BerkasSumber) -> list[Blok]:
        blocks = [
            Blok(terbaca(file_name(file.path)), "tebal"),
            Blok(f"SHA-256 {file.sha256}", jarak=False),
        ]
        for sheet in file.lembar:
            blocks.append(Blok(terbaca(self._lembar(sheet)), jarak=False))
            tables = [
                t for t in self.tabel if (t.berkas, t.lembar, t.baris_judul)
                == (file.path, sheet.nama, sheet.baris_judul)
            ]  # fmt: skip
            for table in tables:
                blocks += [Blok(terbaca(line), jarak=False) for line in _dilewati(table)]
        return blocks

    def _lembar(self, sheet: LembarSumber) -> str:
        if sheet.dokumen is None:
            return f"  {sheet.nama}: dilewati, {sheet.dilewati}"
        documents = self.ws.facts(self.periode).dokumen
        name = documents[sheet.dokumen].nama if sheet.dokumen in documents else sheet.dokumen
        return f"  {sheet.nama}: {name}, kepala tabel mulai baris {sheet.baris_judul}"


def _dilewati(table: TabelSumber) -> list[str]:
    """The cells of a sheet that were not used, each stretch with its reason."""
    return [f"      {cells}: {reason}" for cells, reason in table.diabaikan]
