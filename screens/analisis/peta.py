"""The province as tiles: where coverage reaches the target, by a character and its percent."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.config.map import load_map
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.keys import khusus
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.tiles import neighbour
from screens.analisis.dasar import LayarAnalisis
from screens.analisis.ubin import PetaUbin, Ubin

DEKAT, JAUH = 100, 500
"""Hundredths of a percent: less short than this is close, more is far."""
LEGENDA = (
    ("+", "mencapai acuan banding (target; tanpa target: cakupan provinsi)"),
    ("~", "kurang dari 1 poin di bawahnya"),
    ("-", "1 sampai 5 poin di bawahnya"),
    ("!", "lebih dari 5 poin di bawahnya"),
    ("·", "tanpa angka"),
)


class Peta(LayarAnalisis):
    """Arrows go from tile to tile; d changes the document."""

    JUDUL = "Peta"
    LEGENDA = (*LayarAnalisis.LEGENDA, *LEGENDA)
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("d", "dokumen(1)", "Dokumen", "Dokumen berikutnya."),
        khusus("up", "ke('up')", "Naik", "Ubin di sebelah utara.", show=False),
        khusus("down", "ke('down')", "Turun", "Ubin di sebelah selatan.", show=False),
        khusus("right", "ke('right')", "Timur", "Ubin di sebelah timur.", show=False),
        khusus("left", "ke('left')", "Barat", "Ubin di sebelah barat.", show=False),
    ]
    DEFAULT_CSS = """
    Peta {
        #ubin { height: 1fr; width: 100%; }
        #rincian-ubin { height: 1; width: 100%; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.letak = load_map(self.analisis.lembar.wilayah)
        self.terpilih = min(self.letak, key=lambda kode: self.letak[kode])

    def isi_pandangan(self) -> ComposeResult:
        """The map and the chosen region in words."""
        yield PetaUbin(self.letak, id="ubin")
        yield Static(id="rincian-ubin", markup=False)

    def on_mount(self) -> None:
        """Stand on the map."""
        self.query_one(PetaUbin).focus()

    def gambar(self) -> None:
        """Write the tiles and the chosen region."""
        tiles = {kode: self._ubin(kode) for kode in self.letak}
        self.query_one(PetaUbin).tampilkan(tiles, self.terpilih, self._keterangan())
        self.tulis("rincian-ubin", self.baris_wilayah(self.terpilih))

    @property
    def banding(self) -> int | None:
        """What a tile is held against: the target, else the province's own percent."""
        target = self.analisis.target
        return target if target is not None else self.analisis.lembar.persen_provinsi()

    def _ubin(self, kode: str) -> Ubin:
        a = self.analisis
        if not a.lembar.dokumen.penyebut:
            count = a.lembar.nilai(kode, "memiliki")
            return Ubin(a.nama(kode), " " if count is not None else "·", format_count(count))
        percent = a.lembar.persen(kode)
        return Ubin(a.nama(kode), tanda(percent, self.banding), format_percent(percent))

    def _keterangan(self) -> tuple[str, ...]:
        if not self.analisis.lembar.dokumen.penyebut:
            return ("jumlah akta",)
        against = "target" if self.analisis.target is not None else "provinsi"
        return (
            f"{against}",
            f"{format_percent(self.banding)} %",
            "+ mencapai",
            "~ kurang <1",
            "- kurang 1-5",
            "! kurang >5",
            "· tanpa angka",
        )

    def action_ke(self, arah: str) -> None:
        """Go to the nearest tile in a direction."""
        self.terpilih = neighbour(self.letak, self.terpilih, arah)
        self.gambar()


def tanda(percent: int | None, against: int | None) -> str:
    """A region's state in one character; both in hundredths of a percent."""
    if percent is None or against is None:
        return "·"
    short = against - percent
    if short <= 0:
        return "+"
    return "~" if short < DEKAT else "-" if short <= JAUH else "!"
