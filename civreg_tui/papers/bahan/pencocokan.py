"""Whether the delivered LAKIP, read back from its file, carries the validated figures."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import Frasa, PemeriksaAngka, TabelLakip, susun
from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers.bahan.penyerahan import Penyerahan
from civreg_tui.papers.docx_xml import printable
from civreg_tui.papers.lakip.tabel_docx import tampil

DITAMPILKAN = 5
"""How many differences a sentence names."""


@dataclass(frozen=True, slots=True)
class HasilCocok:
    """What was compared, what differs, and which numbers of the text are not in the data.

    ``asing`` comes from the Kabid's own words and is shown, not held against the delivery.
    """

    angka: int
    sel: int
    beda: tuple[str, ...] = ()
    asing: tuple[str, ...] = ()

    @property
    def cocok(self) -> bool:
        """Whether every table of the delivery shows the validated figures."""
        return not self.beda

    @property
    def kalimat(self) -> str:
        """The outcome in one line."""
        if self.beda:
            shown = "; ".join(self.beda[:DITAMPILKAN])
            return f"{len(self.beda)} perbedaan dengan rekap tervalidasi: {shown}."
        text = f"{self.sel} sel tabel dan {self.angka} angka dalam teks cocok dengan rekap."
        if self.asing:
            text += f" Tidak ada dalam data: {', '.join(self.asing[:DITAMPILKAN])}."
        return text


def cocokkan(laporan: Laporan, serah: Penyerahan, frasa: Frasa | None = None) -> HasilCocok:
    """Compare the delivered file with the report's figures, table by table and number by number."""
    if hashlib.sha256(serah.naskah).hexdigest() != serah.sha256:
        return HasilCocok(0, 0, ("naskah tidak cocok dengan SHA-256 penyerahannya",))
    phrases = frasa or load_phrases()
    tables, texts = _isi(serah.naskah)
    cells, different = _tabel(laporan, phrases, tables)
    checker = PemeriksaAngka(laporan, phrases)
    numbers = [found for text in texts for found in checker.rujukan(text)]
    strange = dict.fromkeys(number for text in texts for number in checker.periksa(text))
    return HasilCocok(len(numbers) - len(strange), cells, different, tuple(strange))


def _isi(naskah: bytes) -> tuple[dict[str, list[list[str]]], list[str]]:
    """The tables by caption, and the paragraphs of the body text."""
    from docx import Document
    from docx.table import Table

    tables: dict[str, list[list[str]]] = {}
    texts, caption = [], ""
    for block in Document(BytesIO(naskah)).iter_inner_content():
        if isinstance(block, Table):
            tables.setdefault(caption, _baris(block._tbl))
            continue
        style = block.style.name if block.style is not None else ""
        if style == "Caption":
            caption = block.text.partition(". ")[2]
        elif style in {"Body Text", "List Paragraph"}:
            texts.append(block.text)
    return tables, texts


def _baris(table: Any) -> list[list[str]]:
    """The cells' texts, straight from the XML: a hundred times faster than cell objects."""
    from docx.oxml.ns import qn

    text = qn("w:t")
    return [
        ["".join(node.text or "" for node in cell.iter(text)) for cell in row.iter(qn("w:tc"))]
        for row in table.iter(qn("w:tr"))
    ]


def _tabel(
    laporan: Laporan, frasa: Frasa, found: dict[str, list[list[str]]]
) -> tuple[int, tuple[str, ...]]:
    """How many cells were compared, and the tables that differ from the recaps."""
    sections = susun(laporan, "bulanan", frasa)
    recaps = [t for b in sections if b.lampiran for t in b.tabel if t.id.startswith("rekap_")]
    targets = [t for b in sections for t in b.tabel if t.id in {"target", "renstra", "nasional"}]
    cells, different = 0, []
    for table in (*targets, *recaps):
        shown = found.get(printable(table.judul))
        if shown is None:
            different.append(f"tabel «{table.judul}» tidak ada dalam naskah")
            continue
        wrong = _beda(table, shown[2:])
        cells += len(table.baris) * len(table.kolom)
        different += [f"{table.judul}: {text}" for text in wrong]
    return cells, tuple(different)


def _beda(table: TabelLakip, shown: Sequence[Sequence[str]]) -> list[str]:
    if len(shown) != len(table.baris):
        return [f"{len(shown)} baris, seharusnya {len(table.baris)}"]
    wrong = []
    for expected, row in zip(table.baris, shown, strict=True):
        for value, column, text in zip(expected, table.kolom, row, strict=False):
            right = printable(tampil(value, column))
            if text != right and not (value is None and not text):
                name = max((v for v in expected[:3] if isinstance(v, str)), key=len, default="")
                wrong.append(f"{name}, {column.judul} tertulis {text or '–'}, seharusnya {right}")
    return wrong
