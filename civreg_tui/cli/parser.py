"""The command line's grammar, with help and errors in Indonesian."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from civreg_tui import __version__


class SalahPakai(Exception):
    """The command line cannot be understood; one Indonesian line."""


class _Format(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs |= {"formatter_class": _Format, "add_help": False, "allow_abbrev": False}
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._positionals.title = "Isian"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        raise SalahPakai(f"{_in_indonesian(message)} Lihat: {self.prog} --help")


_MESSAGES = (
    (r"the following arguments are required: (.*)", "Isian wajib belum ada: {}."),
    (r"unrecognized arguments: (.*)", "Pilihan tidak dikenal: {}."),
    (r"argument (\S+?): invalid choice: '?(.*?)'? \(choose .*", "{0}: pilihan “{1}” tidak ada."),
    (r"argument (\S+?): expected .*", "{} perlu diisi."),
    (r"argument (\S+?): invalid \S+ value: '\s*'", "{}: nama folder atau berkasnya kosong."),
    (r"argument (\S+?): invalid \S+ value: '(.*)'", "{0}: isi “{1}” tidak sesuai."),
    (r"argument (\S+?): ignored explicit argument '(.*)'", "{0} tidak memakai isi “{1}”."),
    (r"argument (\S+?): not allowed with argument (\S+)", "{0} tidak dapat dipakai bersama {1}."),
)


def _in_indonesian(message: str) -> str:
    for pattern, sentence in _MESSAGES:
        match = re.fullmatch(pattern, message)
        if match:
            return sentence.format(*match.groups())
    return "Perintah tidak dikenal."


def build_parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The grammar; the chosen command's name is in ``command``.

    Where the arguments begin with a command, only that one's grammar is made.
    """
    parser = _Parser(
        prog="civreg-tui",
        description="Rekapitulasi bulanan cakupan kepemilikan akta pencatatan sipil.\n"
        "Tanpa perintah: membuka aplikasi pada simpanan yang diatur.",
    )
    _common(parser, default=True)
    parser.add_argument("--version", action="version", version=f"civreg-tui {__version__}",
                        help="tampilkan versi")  # fmt: skip
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", title="Perintah")
    first = arguments[0] if arguments else ""
    for name in [first] if first in _COMMANDS else _COMMANDS:
        help_, add_own = _COMMANDS[name]
        sub = commands.add_parser(name, help=help_, description=help_)
        _common(sub, default=False)
        add_own(sub)
    return parser


def _path(text: str) -> Path:
    """A path as it was given; an empty one would mean the folder one happens to be in."""
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def _common(parser: argparse.ArgumentParser, *, default: bool) -> None:
    missing = None if default else argparse.SUPPRESS
    parser.add_argument("--store", metavar="DIR", type=_path, default=missing,
                        help="folder simpanan")  # fmt: skip
    parser.add_argument("--config", metavar="BERKAS", type=_path, default=missing,
                        help="berkas konfigurasi civreg.toml")  # fmt: skip


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="tulis satu objek JSON")


def _period(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    parser.add_argument("period", metavar="PERIODE", nargs="?" if optional else None,
                        help="bulan, TAHUN-BULAN: 2024-12")  # fmt: skip


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dir", metavar="DIR", type=_path, help="simpan demo di folder ini")
    parser.add_argument("--at", metavar="LANGKAH", type=int, choices=range(1, 8), default=4,
                        help="siap pada awal langkah SOP 1-7 (bawaan 4)")  # fmt: skip
    parser.add_argument("--no-open", action="store_true", help="siapkan saja, jangan dibuka")


def _open(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    parser.add_argument("--step", metavar="N", type=int, choices=range(1, 8),
                        help="langsung ke langkah 1-7")  # fmt: skip
    parser.add_argument("--document", metavar="KODE", help="langsung ke dokumen, misalnya AK017")


def _inspect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="BERKAS", type=_path, nargs="+", help="softcopy")
    parser.add_argument("--period", metavar="PERIODE", help="bulan yang dikerjakan: 2024-12")
    _json(parser)


def _template(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--period", metavar="PERIODE", help="bulan pada judul: 2024-12")
    parser.add_argument("--out", metavar="BERKAS.xlsx", type=_workbook, required=True,
                        help="berkas baru yang ditulis")  # fmt: skip


def _workbook(name: str) -> Path:
    """SalahPakai for a name by which the workbook would not be opened as one."""
    path = Path(name)
    if path.suffix.lower() != ".xlsx":
        raise SalahPakai(f"{name}: softcopy kosong adalah berkas .xlsx. Beri nama {path.stem}.xlsx")
    return path


def _status(parser: argparse.ArgumentParser) -> None:
    _period(parser, optional=True)
    _json(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--coba", metavar="BERKAS.toml", type=_path,
                       help="coba [aturan.Rxx] dari berkas pada semua bulan; "
                            "tidak ada yang berubah")  # fmt: skip
    other.add_argument("--ulang", action="store_true",
                       help="hitung ulang seluruh isi simpanan dan bandingkan")  # fmt: skip
    _json(parser)


def _coverage(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="tulis satu objek JSON")
    form.add_argument("--csv", action="store_true", help="tulis CSV")
    _per(parser)


def _per(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--per", metavar="TANGGAL", default="",
                        help="seperti keadaannya pada akhir hari itu: 2025-01-06")  # fmt: skip


def _export(parser: argparse.ArgumentParser) -> None:
    _period(parser)
    parser.add_argument("--out", metavar="DIR", type=_path, required=True, help="folder keluaran")
    parser.add_argument("--what", metavar="JENIS",
                        help="rekap,lakip,bahan,disposisi,sop,csv (bawaan: semua); hanya bila "
                        "diminta: kabupaten (satu buku kerja tiap daerah), kabupaten:13.06, "
                        "kabupaten:semua (satu buku kerja)")  # fmt: skip
    parser.add_argument("--revisi", metavar="N", type=int,
                        help="kertas revisi N sebagaimana dibekukan (rekap, csv, lakip, "
                        "disposisi; bawaan: rekap,csv)")  # fmt: skip
    parser.add_argument("--pdf", action="store_true",
                        help="tulis juga PDF-nya (memakai LibreOffice)")  # fmt: skip
    parser.add_argument("--cetak", action="store_true",
                        help="tulis PDF lalu kirim ke pencetak (memakai lp)")  # fmt: skip
    _per(parser)


def _audit(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="audit", metavar="verify|show", required=True)
    verify = actions.add_parser("verify", help="periksa keutuhan jejak")
    show = actions.add_parser("show", help="tampilkan jejak")
    _period(show, optional=True)
    show.add_argument("--akun", metavar="AKUN", default="", help="hanya tindakan akun ini")
    show.add_argument("--sel", metavar="SEL", default="",
                      help="hanya sel (AK017/13.06/wajib/jml) atau barisnya")  # fmt: skip
    show.add_argument("--csv", action="store_true", help="tulis CSV")
    for sub in (verify, show):
        _common(sub, default=False)
        _json(sub)


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "code", metavar="KODE", help="kode verifikasi pada kertas (ABCD-EFGH), atau kepala jejaknya"
    )
    _json(parser)


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", type=_path, help="berkas cadangan")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", type=_path,
                        help="berkas cadangan, atau folder untuk cadangan bertanggal")  # fmt: skip
    parser.add_argument("--simpan", metavar="N", type=int, choices=range(1, 1000),
                        help="di folder itu simpan N yang terbaru saja")  # fmt: skip


def _pin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hapus", metavar="AKUN", default="",
                        help="admin: menghapus PIN akun yang lupa")  # fmt: skip
    parser.add_argument("--alasan", metavar="TEKS", default="", help="alasan menghapus")


def _nothing(_: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


_COMMANDS = {
    "demo": ("Membuat simpanan demo dan membukanya", _demo),
    "open": ("Membuka aplikasi langsung pada satu layar", _open),
    "inspect": ("Membaca softcopy tanpa menyentuh simpanan", _inspect),
    "template": ("Menulis softcopy kosong untuk diisi Bidang PIAK", _template),
    "status": ("Bulan-bulan dan kedudukannya dalam tujuh langkah", _status),
    "check": ("Temuan atas angka yang tersimpan", _check),
    "coverage": ("Cakupan per kabupaten/kota dan provinsi", _coverage),
    "export": ("Menulis kertas kerja bulan ini", _export),
    "audit": ("Jejak perubahan: verify atau show", _audit),
    "verify": ("Memeriksa kode verifikasi pada kertas", _verify),
    "backup": ("Menyalin simpanan secara utuh", _backup),
    "restore": ("Memulihkan simpanan dari cadangan", _file),
    "pin": ("Membuat atau mengganti PIN sendiri", _pin),
    "doctor": ("Memeriksa terminal, simpanan, izin dan ruang", _nothing),
}
