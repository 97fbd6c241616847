"""The home screen: all months and their seven steps, my tasks, and the minutes used."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.periode import Periode
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.month.desk import BarisMeja, desk, next_month, review_again
from civreg_tui.services.month.hold import release_for
from civreg_tui.services.people.presence import in_words, others
from civreg_tui.services.workspace import Workspace
from screens.meja_kerja import teks
from screens.meja_kerja.kertas import MenulisKertas
from screens.meja_kerja.per_tanggal import MelihatDulu
from screens.meja_kerja.pin import MengaturPin
from screens.shell import rute
from screens.shell.daftar import Daftar
from screens.shell.dialog import Konfirmasi, TanyaAlasan
from screens.shell.kerangka import LayarDasar
from screens.shell.tarik import Menarik


class MejaKerja(MenulisKertas, MelihatDulu, MengaturPin, Menarik):
    """Months, newest first; Enter opens the chosen one at its current step."""

    JUDUL = "Meja kerja"
    SEGAR_SENDIRI = True
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("n", "bulan_baru", "Bulan baru", "Membuka bulan baru dengan acuan DKB-nya."),
        khusus("c", "cakupan", "Cakupan", "Cakupan, peringkat dan tren bulan yang dipilih."),
        khusus("e", "ekspor", "Cetak", "Menulis kertas bulan ini; bila mau, PDF dan cetak."),
        khusus(
            "t",
            "per_tanggal",
            "Per tanggal",
            "Melihat semuanya seperti pada suatu tanggal.",
            show=False,
        ),
        khusus("s", "pin", "PIN", "Membuat atau mengganti PIN Anda sendiri.", show=False),
        khusus("x", "lepas", "Lepas", "Admin: melepas pemeriksaan yang ditinggalkan.", show=False),
        tombol("keluar", "keluar"),
        tombol("kembali", "tanya_keluar", "Keluar", "Keluar, setelah ditanya.", show=False),
        *(Binding(str(no), f"langkah({no})", show=False) for no in rute.LANGKAH),
    ]
    KETERANGAN = (
        Tombol("enter", "enter", "Enter", "Buka", "Membuka bulan pada langkahnya sekarang."),
        Tombol("langkah", "1", "1 sampai 7", "Langkah", "Membuka langkah itu (boleh hanya baca)."),
        Tombol("naik", "up", "↑ ↓ PgUp PgDn", "Pilih", "Memilih bulan."),
    )
    LEGENDA = (
        ("✓", "langkah selesai"),
        ("▶", "langkah yang sedang berjalan"),
        ("·", "langkah yang menunggu"),
        ("*", "bulan contoh (bukan angka resmi)"),
    )
    DEFAULT_CSS = """
    MejaKerja {
        #tugas { height: auto; max-height: 5; width: 100%; margin-bottom: 1; }
        #judul-bulan, #rincian { height: auto; width: 100%; }
        #judul-bulan { text-style: bold underline; text-wrap: nowrap; }
        #bulan { height: 1fr; }
        #rincian { margin-top: 1; max-height: 9; }
    }
    """

    def __init__(self, ws: Workspace, periode: str | None = None) -> None:
        super().__init__(ws)
        self._awal = periode
        self.baris: dict[str, BarisMeja] = {}

    def isi(self) -> ComposeResult:
        """Tasks, the list of months, and the chosen month in detail."""
        yield Static(id="tugas", markup=False)
        yield Static(id="judul-bulan", markup=False)
        yield Daftar(id="bulan")
        yield Static(id="rincian", markup=False)

    def segarkan(self) -> None:
        """Read all months anew."""
        self.baris = {row.periode: row for row in desk(self.ws)}
        self.query_one("#tugas", Static).update(self._tugas())
        bulan = "BULAN (* = contoh)" if any(r.contoh for r in self.baris.values()) else "BULAN"
        self.query_one("#judul-bulan", Static).update(f"{bulan:<19}{teks.KEPALA}")
        rows = [(row.periode, teks.baris(row)) for row in self.baris.values()]
        self.query_one(Daftar).isi_ulang(rows, self._awal or self._mulai_di())
        self._awal = None
        self._tulis_rincian()

    def _mulai_di(self) -> str | None:
        """On opening, the newest month in which it is this account's turn."""
        roles = self.ws.pelaku.dapat
        mine = (row.periode for row in self.baris.values() if row.giliran in roles)
        return None if self.siap else next(mine, None)

    def hadir_berubah(self) -> None:
        """Somebody came, went, or changed screens, perhaps to review or from it."""
        self.query_one("#tugas", Static).update(self._tugas())
        row = self.pilihan
        if row is not None:
            self.baris[row.periode] = review_again(self.ws, row)
            self._tulis_rincian()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def giliran(self) -> str | None:
        """Whose turn it is in the chosen month."""
        return self.pilihan.giliran if self.pilihan else None

    @property
    def pilihan(self) -> BarisMeja | None:
        """The chosen month, or None while there is none."""
        return self.baris.get(self.query_one(Daftar).terpilih or "")

    def bulan_ditarik(self) -> str:
        """The chosen month."""
        return self.pilihan.periode if self.pilihan else ""

    def bulan_dipilih(self) -> str:
        """The chosen month."""
        return self._wajib_pilih().periode

    def layar_dulu(self, ws: Workspace) -> LayarDasar:
        """Another home screen, with the same month chosen."""
        return MejaKerja(ws, self.pilihan.periode if self.pilihan else None)

    # -- what is shown --------------------------------------------------------------------------

    def _tugas(self) -> Content:
        roles = self.ws.pelaku.dapat
        mine = [row for row in self.baris.values() if row.giliran in roles]
        lines: list[tuple[str, str]] = [("TUGAS SAYA\n", "bold")]
        lines += [(f"  {teks.tugas(row)}\n", "") for row in mine[:3]]
        if not mine:
            lines.append((f"  {self._tanpa_tugas()}\n", ""))
        here = ", ".join(in_words(row) for row in others(self.ws))
        if here:
            lines.append((f"Sedang bekerja: {here}\n", ""))
        return Content.assemble(*lines).rstrip()

    def _tanpa_tugas(self) -> str:
        waiting = next((row for row in self.baris.values() if row.giliran), None)
        if waiting is None:
            return "Tekan n untuk membuka bulan baru."
        change = " – tekan p untuk berganti peran" if self.ws.pelaku.bebas else ""
        return f"{waiting.label}: giliran {waiting.nama_giliran} {waiting.tindakan}{change}."

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        row = self.pilihan
        self.query_one("#rincian", Static).update(teks.rincian(row) if row else "")

    # -- keys -----------------------------------------------------------------------------------

    @on(Daftar.OptionSelected)
    def _open_chosen(self) -> None:
        self.pesan("")
        row = self._wajib_pilih()
        self.buka(rute.buka(self.ws, row.periode))

    def action_langkah(self, no: int) -> None:
        """Open a step of the chosen month, whoever's turn it is."""
        self.buka(rute.buka(self.ws, self._wajib_pilih().periode, no))

    def action_cakupan(self) -> None:
        """Open the coverage view."""
        self.buka(rute.cakupan(self.ws, self._wajib_pilih().periode))

    def _wajib_pilih(self) -> BarisMeja:
        if self.pilihan is None:
            raise Ditolak("Belum ada bulan. Tekan n untuk membuka bulan baru.")
        return self.pilihan

    def action_lepas(self) -> None:
        """Ask for the reason to take the review from whoever has it."""
        row = self._wajib_pilih()
        question = TanyaAlasan(f"Melepas pemeriksaan {row.label}: alasannya")
        self.tanya(question, lambda alasan: self._lepas(row.periode, alasan))

    def _lepas(self, periode: str, alasan: str) -> None:
        who = release_for(self.ws, periode, alasan)
        self.muat()
        self.pesan(f"Pemeriksaan oleh {who} dilepas.", "baik")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """From a past day one goes back; only the admin releases a review."""
        if self.ws.per_tanggal and action in {"keluar", "bulan_baru"}:
            return False
        if action == "lepas":
            return "admin" in self.ws.pelaku.dapat
        return super().check_action(action, parameters)

    def action_bulan_baru(self) -> None:
        """Ask for the month and its DKB reference."""
        from screens.meja_kerja.bulan_baru import BulanBaru

        self.tanya(BulanBaru(*next_month(self.ws)), self._buka_bulan)

    def _buka_bulan(self, jawaban: dict[str, str]) -> None:
        from civreg_tui.services.month.months import open_month

        periode = Periode.parse(jawaban["bulan"])
        open_month(self.ws, periode, jawaban["acuan"])
        self._awal = str(periode)
        self.muat()
        self.pesan(f"Bulan {periode.label} dibuka. Tekan Enter untuk mengisi disposisi.", "baik")

    def action_tanya_keluar(self) -> None:
        """Ask before leaving; from a past day go back to today at once."""
        if self.ws.per_tanggal:
            self.tutup()
            return
        self.tanya(Konfirmasi("Keluar dari civreg-tui?"), lambda _: self.app.exit())

    def action_keluar(self) -> None:
        """Leave."""
        self.app.exit()
