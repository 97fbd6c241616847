"""Every kind of event has a clerk's sentence; nothing of the program's own words is in it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from civreg_tui import services
from civreg_tui.cli.lines import event_lines
from civreg_tui.config import load_config
from civreg_tui.domain.langkah import Aksi
from civreg_tui.services.month.clock import _NOT_WORK
from civreg_tui.services.trail import replay
from civreg_tui.services.trail.trail_words import KALIMAT, sentence
from civreg_tui.store.trail import Peristiwa

FACTS = load_config().facts


def _recorded() -> set[str]:
    """The kinds that services name where they write to the trail."""
    found: set[str] = set()
    for path in Path(services.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "record":
                literals = ast.walk(node.args[0]) if node.args else ()
                found |= {n.value for n in literals if isinstance(n, ast.Constant)}
    return found


@pytest.mark.parametrize(
    "kind", sorted({*replay.EFFECTS, *Aksi, *_NOT_WORK, "jam_mundur", *_recorded()})
)
def test_every_kind_has_a_sentence(kind: str) -> None:
    assert KALIMAT[kind][0].isupper()
    assert "_" not in KALIMAT[kind]


def event(aksi: str, objek: str = "", lama: str | None = None, baru: str | None = None) -> str:
    made = Peristiwa(1, "2025-01-06T01:00:00+00:00", "ani", "staf", "tty", "2024-12", aksi,
                     objek, lama, baru, "", "")  # fmt: skip
    return sentence(made, FACTS)


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (event("pindah", "kirim_disposisi", "disposisi_kabid", "disposisi_kasi"),
         "Berkas bulan berpindah: dari disposisi Kabid ke disposisi Kasi"),
        (event("kembalikan_ke_piak", "", None, "[]"), "Mengembalikan laporan ke Bidang PIAK"),
        (event("terima_laporan", "softcopy", None, '["a03b"]'),
         "Menerima Laporan Adminduk: 1 berkas"),
        (event("terima_susulan", "softcopy", None, '["a03b", "77c1"]'),
         "Menerima susulan Laporan Adminduk: 2 berkas"),
        (event("susun_lakip", "naskah/bab3.solusi"),
         "Menyusun LAKIP Bidang: naskah, bab 3 solusi"),
        (event("sampaikan_lakip", "lakip/1", None, "0e5e"),
         "Menyampaikan LAKIP Bidang ke Sekretariat: penyampaian ke-1"),
        (event("buka_layar", "3"), "Mulai bekerja: langkah 3"),
        (event("simpan_kertas", "nota"),
         "Isi kertas disimpan seperti saat dibuat: nota pengembalian"),
        (event("isi_kendali", "AK017/wajib/jml", "null", "1200"),
         f"Mengisi jumlah kendali: {FACTS.dokumen['AK017'].singkat}, wajib akta, L+P, "
         "kosong menjadi 1.200"),
        (event("verifikasi", "AK017/13.01/wajib/jml", '{"angka":11712}',
               '{"pertama":{"angka":11712},"hasil":"beda","nilai":{"angka":9622},"salah":0}'),
         f"{KALIMAT['verifikasi']}: {FACTS.dokumen['AK017'].singkat}, "
         f"{FACTS.wilayah['13.01'].nama}, wajib akta, L+P, "
         "entri 11.712, diketik ulang 9.622: berbeda, ditanyakan sekali lagi"),
        (event("ditolak", "batal_validasi"), "Tindakan ditolak: Membatalkan validasi"),
    ],
)  # fmt: skip
def test_what_a_clerk_reads(shown: str, wanted: str) -> None:
    assert shown == wanted


def test_a_whole_record_shows_no_word_of_the_program_s(demo) -> None:
    ws = demo(7)
    lines = event_lines(ws.store.trail.events(), ws.config.facts)
    assert [line for line in lines if re.search(r"[_{\[|]", line)] == []
