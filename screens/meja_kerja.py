"""The home screen: all months and their seven steps, my tasks, and the minutes used."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import WaktuLangkah
from civreg_tui.domain.periode import Periode
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.errors import EXPECTED
from civreg_tui.services.month.desk import BarisMeja, desk, next_month, review_again
from civreg_tui.services.month.hold import release_for
from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.people.pin import has_pin, set_pin
from civreg_tui.services.people.presence import in_words, others
from civreg_tui.services.workspace import Workspace
from screens.shell import rute
from screens.shell.daftar import Daftar
from screens.shell.dialog import IsianTeks, Konfirmasi, PilihDaftar, TanyaAlasan
from screens.tarik import Menarik

TANDA = {"selesai": "✓", "berjalan": "▶", "menunggu": "·"}
JENIS_KERTAS = {
    "semua": "Semua kertas yang sudah ada",
    "rekap": "Buku kerja rekap cakupan (.xlsx)",
    "disposisi": "Disposisi, tanda terima, nota kekurangan (.docx)",
    "lakip": "LAKIP Bidang (.xlsx dan .docx)",
    "bahan": "Bahan LAKIP Dinas (.xlsx)",
    "sop": "SOP dan waktu terpakai",
    "kabupaten": "Lembar tiap kabupaten/kota, untuk dikirim kembali (.xlsx)",
    "csv": "Data rekap sebagai CSV",
}
KELUARAN = {
    "berkas": "Tulis berkasnya saja",
    "pdf": "Tulis juga PDF-nya",
    "cetak": "Tulis PDF-nya lalu kirim ke pencetak",
}


class MejaKerja(Menarik):
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
        self._dulu = ExitStack()

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
        self.query_one("#judul-bulan", Static).update(
            f"{bulan:<19}{'1 2 3 4 5 6 7':<15}{'LANGKAH SEKARANG':<24}{'GILIRAN':<13}MENIT"
        )
        rows = [(row.periode, _baris(row)) for row in self.baris.values()]
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

    # -- what is shown --------------------------------------------------------------------------

    def _tugas(self) -> Content:
        roles = self.ws.pelaku.dapat
        mine = [row for row in self.baris.values() if row.giliran in roles]
        lines: list[tuple[str, str]] = [("TUGAS SAYA\n", "bold")]
        lines += [(f"  {_tugas(row)}\n", "") for row in mine[:3]]
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
        self.query_one("#rincian", Static).update(_rincian(row) if row else "")

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

    def action_pin(self) -> None:
        """Set or change the own PIN."""
        from screens.shell.pin import MEMBUAT, MENGGANTI, TanyaPin

        fields = MENGGANTI if has_pin(self.ws) else MEMBUAT
        self.tanya(TanyaPin("PIN untuk memvalidasi dan menyampaikan", fields, self._pin),
                   lambda _: self.pesan("PIN disimpan.", "baik"))  # fmt: skip

    def _pin(self, jawaban: Mapping[str, str]) -> None:
        if jawaban["baru"] != jawaban["ulang"]:
            raise Ditolak("Kedua PIN baru tidak sama. Ketik lagi.")
        set_pin(self.ws, jawaban["baru"], jawaban.get("lama", ""))

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
        """From a past day one goes back, not on to another."""
        if self.ws.per and action in {"per_tanggal", "keluar", "bulan_baru"}:
            return False
        if action == "pin":
            return not (self.ws.demo or self.ws.hanya_baca)
        if action == "lepas":
            return "admin" in self.ws.pelaku.dapat
        return super().check_action(action, parameters)

    def action_per_tanggal(self) -> None:
        """Ask for a day and show everything as it was when that day ended."""
        today = f"{office_today(self.ws)}"
        question = IsianTeks("Lihat seperti pada suatu tanggal", "Tanggal", today)
        self.tanya(question, lambda jawaban: self._ke_tanggal(jawaban["teks"]))

    def _ke_tanggal(self, teks: str) -> None:
        from civreg_tui.services.month.past import as_of, parse_day

        past = self._dulu.enter_context(as_of(self.ws, parse_day(teks)))
        self.buka(MejaKerja(past, self.pilihan.periode if self.pilihan else None))

    def on_unmount(self) -> None:
        """Close the stores of past days."""
        self._dulu.close()

    def action_bulan_baru(self) -> None:
        """Ask for the month and its DKB reference."""
        from screens.bulan_baru import BulanBaru

        self.tanya(BulanBaru(*next_month(self.ws)), self._buka_bulan)

    def _buka_bulan(self, jawaban: dict[str, str]) -> None:
        from civreg_tui.services.month.months import open_month

        periode = Periode.parse(jawaban["bulan"])
        open_month(self.ws, periode, jawaban["acuan"])
        self._awal = str(periode)
        self.muat()
        self.pesan(f"Bulan {periode.label} dibuka. Tekan Enter untuk mengisi disposisi.", "baik")

    def action_ekspor(self) -> None:
        """Choose which papers to write, and whether they are printed."""
        from civreg_tui.services.output.export import DIMINTA, allowed_kinds

        kinds = {"semua", *allowed_kinds(self.ws, self._wajib_pilih().periode), *DIMINTA}
        choices = [(k, text) for k, text in JENIS_KERTAS.items() if k in kinds]
        self.tanya(PilihDaftar(f"Tulis ke {self.ws.keluar}", choices), self._pilih_keluaran)

    def _pilih_keluaran(self, jenis: str) -> None:
        if jenis == "csv":
            self._ekspor(jenis, "berkas")
            return
        question = PilihDaftar(JENIS_KERTAS[jenis], tuple(KELUARAN.items()))
        self.tanya(question, lambda keluaran: self._ekspor(jenis, keluaran))

    def _ekspor(self, jenis: str, keluaran: str) -> None:
        from civreg_tui.services.output.export import export_month
        from civreg_tui.services.output.printing import require_printing

        if keluaran != "berkas":
            require_printing(printer=keluaran == "cetak")
        what = () if jenis == "semua" else (jenis,)
        paths = export_month(self.ws, self._wajib_pilih().periode, self.ws.keluar, what)
        self.pesan(f"{len(paths)} berkas ditulis ke {self.ws.keluar}", "baik")
        if keluaran != "berkas":
            self.pesan(f"{len(paths)} berkas ditulis. PDF sedang dibuat …")
            self.run_worker(partial(self._cetak, paths, keluaran), thread=True)

    def _cetak(self, paths: list[Path], keluaran: str) -> None:
        """Make the PDFs beside the running app, since LibreOffice takes seconds."""
        from civreg_tui.services.output.printing import make_pdfs, print_papers

        try:
            pdfs = make_pdfs(paths)
            text = f"{len(paths)} berkas dan {len(pdfs)} PDF ditulis ke {self.ws.keluar}"
            if keluaran == "cetak":
                text = print_papers(self.ws, pdfs)
        except EXPECTED as error:
            self.app.call_from_thread(self.refuse, error)
        else:
            self.app.call_from_thread(self.pesan, text, "baik")

    def action_tanya_keluar(self) -> None:
        """Ask before leaving; from a past day go back to today at once."""
        if self.ws.per:
            self.tutup()
            return
        self.tanya(Konfirmasi("Keluar dari civreg-tui?"), lambda _: self.app.exit())

    def action_keluar(self) -> None:
        """Leave."""
        self.app.exit()


def _tugas(row: BarisMeja) -> str:
    return f"{row.label}, langkah {row.langkah}: {row.tindakan}"


def _baris(row: BarisMeja) -> str:
    marks = " ".join(TANDA[step.state] for step in row.waktu)
    name = row.label + (" *" if row.contoh else "")
    step = row.waktu[row.langkah - 1].langkah.singkat if row.langkah else ""
    now = f"{row.langkah} {step}" if row.langkah else "selesai"
    return f"{name:<19}{marks:<15}{now:<24}{row.nama_giliran:<13}{row.menit}/{row.menit_baku}"


def _rincian(row: BarisMeja) -> Content:
    head = f"{row.label} · {row.acuan} · {row.menit} dari {row.menit_baku} menit"
    parts: list[tuple[str, str]] = [(head + "\n", "bold")]
    half = (len(row.waktu) + 1) // 2
    for left, right in zip(row.waktu[:half], [*row.waktu[half:], None], strict=False):
        parts.append((f"{_waktu(left):<40}{_waktu(right)}".rstrip() + "\n", ""))
    if row.tenggat:
        parts.append((f"Laporan PIAK: {row.tenggat}\n", ""))
    if row.pemeriksa:
        parts.append((f"{row.pemeriksa}\n", ""))
    if row.ditarik:
        parts.append((f"! {row.ditarik}\n", "bold"))
    if row.dapat_ditarik:
        parts.append(("Sudah diserahkan dan tidak sedang diperiksa: m menariknya kembali.\n", ""))
    parts += [(f"! Dikembalikan oleh {r.oleh}: {r.alasan}\n", "bold") for r in row.pengembalian]
    return Content.assemble(*parts).rstrip()


def _waktu(step: WaktuLangkah | None) -> str:
    if step is None:
        return ""
    used = "–" if step.menit is None else str(step.menit)
    name = f"{step.langkah.no} {step.langkah.singkat}"
    return f"{TANDA[step.state]} {name:<20}{used:>4}/{step.langkah.menit:<4}menit"
