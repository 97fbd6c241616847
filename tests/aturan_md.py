"""Writes ``docs/aturan.md`` from ``data/aturan.toml``: ``python -m tests.aturan_md``."""

from __future__ import annotations

from pathlib import Path

from civreg_tui.config.build import build_config
from civreg_tui.config.tables import read_defaults
from civreg_tui.domain.temuan.aturan.daftar import ATURAN_FUNGSI
from civreg_tui.domain.temuan.model import NAMA_LEVEL, Aturan

TUJUAN = Path(__file__).parents[1] / "docs" / "aturan.md"

PEMBUKA = """# Aturan pemeriksaan

Halaman ini dibuat dari `data/aturan.toml` dengan `python -m tests.aturan_md`; jangan disunting
di sini. Ambang, pesan, tingkat dan dokumennya dapat diganti di `civreg.toml`, misalnya:

```toml
[aturan.R22]
level = "warning"
[aturan.R22.ambang]
semester = "2,5"
```

Sebelum dipakai, aturan yang diganti dapat dicoba dulu pada semua bulan yang tersimpan; tidak
ada yang berubah: `o` di layar pemeriksaan, atau `civreg-tui check 2024-12 --coba BERKAS.toml`
(isinya hanya `[aturan.Rxx]`). Bulan yang sudah dibuka tetap memakai aturan yang dibekukan waktu
dibuka; bulan yang dibuka sesudahnya memakai yang baru.

**Salah** menghalangi validasi. **Peringatan** lolos dengan alasan tertulis dan muncul lagi bila
angkanya berubah. **Info** hanya diberitahukan. Angka yang tidak diisi bukan nol.
"""


def text(aturan: dict[str, Aturan], alasan: tuple[str, ...]) -> str:
    """The whole page."""
    head = "| Aturan | Tingkat | Tentang | Fungsi |\n| --- | --- | --- | --- |\n"
    table = "".join(_row(rule) for rule in aturan.values())
    reasons = "Alasan yang dapat dipilih: " + ", ".join(alasan) + "; atau ditulis sendiri.\n"
    return "\n".join([PEMBUKA, head + table, reasons, *map(_section, aturan.values())])


def _row(rule: Aturan) -> str:
    function = ATURAN_FUNGSI[rule.id]
    place = f"`{function.__module__.rsplit('.', 1)[1]}.{function.__name__}`"
    return f"| [{rule.id}](#{rule.id.lower()}) | {_level(rule)} | {rule.judul} | {place} |\n"


def _level(rule: Aturan) -> str:
    return NAMA_LEVEL[rule.level] if rule.aktif else "dimatikan"


def _section(rule: Aturan) -> str:
    lines = [f"## {rule.id}", "", f"**{rule.judul}** ({_level(rule)}).", ""]
    lines += [f"- Pesan ({name}): {message}" for name, message in rule.pesan.items()]
    lines += [f"- Ambang `{name}`: {value}" for name, value in rule.ambang.items()]
    lines += [f"- Dokumen: {', '.join(rule.dokumen) or 'semua'}"]
    lines += [f"- Angka yang tidak diisi: {rule.kosong}"]
    lines += [f"- {rule.catatan}"] if rule.catatan else []
    return "\n".join([*lines, ""])


def current() -> str:
    """The page as the data say it should be."""
    facts = build_config(read_defaults(), "data").facts
    return text(facts.aturan, facts.alasan)


if __name__ == "__main__":
    TUJUAN.write_text(current(), encoding="utf-8")
