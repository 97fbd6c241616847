"""Thousands of damaged softcopies: ``python -m tests.unit.softcopy.fuzz 5000 [first seed]``.

Each is either refused with one clear line or read; what is read without any finding must be
what the undamaged file says.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from civreg_tui.config import Facts, load_config
from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.temuan import periksa_bacaan
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.source import Berkas
from civreg_tui.softcopy.reading import read_berkas
from tests.unit.softcopy.figures import figures
from tests.unit.softcopy.ods_writer import to_ods
from tests.unit.softcopy.pages import Rekap
from tests.unit.softcopy.test_hostile import stored_ods
from tests.unit.softcopy.test_xml_formats import to_sheetml
from tests.unit.softcopy.writers import Halaman, Isi, pack, parts, to_csv, to_html, to_xlsx
from tests.unit.softcopy.xls_writer import biff_stream, compound

SLOWEST = 10.0
"""Seconds a single file may take."""

Perusak = Callable[[random.Random], bytes]
PAGE: Halaman = Rekap("AK017").page()
TRUE = {
    (row.kode, measure): value
    for row in figures("AK017")
    for measure, value in (("wajib", row.wajib), ("memiliki", row.memiliki))
}
_SNIPPETS = [
    b"99999", b"-1", b'<c r="XFD1">', b"1e308", b'r="', b"</row>", b'ref="A1:XFD1048576"', b't="e"',
    b'count="99999999999"', b't="s"', b"&#0;", b"&amp;", b"<v>", b"</v>", b"\xff\xfe", b"<!--",
    b'table:number-columns-repeated="999999999"', b"<td colspan=999>", b"</table>", b'"', b";;;",
]  # fmt: skip


def _damage(rnd: random.Random, data: bytes, times: int) -> bytes:
    out = bytearray(data)
    for _ in range(times):
        at = rnd.randrange(len(out) + 1)
        match rnd.randrange(6):
            case 0:
                out[at : at + 1] = bytes([rnd.choice(b'<>"/=&0123456789ABr \xff\x00')])
            case 1:
                del out[at : at + rnd.randrange(1, 40)]
            case 2:
                out[at:at] = out[at : at + rnd.randrange(1, 60)]
            case 3:
                out[at:at] = rnd.choice(_SNIPPETS)
            case 4:
                _other_digit(rnd, out)
            case _:
                out[at : at + 1] = bytes([rnd.randrange(256)])
    return bytes(out)


def _other_digit(rnd: random.Random, out: bytearray) -> None:
    digits = [i for i in range(rnd.randrange(40), len(out), 41) if 48 <= out[i] <= 57]
    if digits:
        out[rnd.choice(digits)] = rnd.randrange(48, 58)


def _times(rnd: random.Random) -> int:
    return rnd.choice([1, 1, 1, 2, 3, 8, 30])


def xlsx_bytes(rnd: random.Random) -> bytes:
    return _damage(rnd, to_xlsx(PAGE), _times(rnd))


def xlsx_parts(rnd: random.Random) -> bytes:
    content = parts(to_xlsx(PAGE))
    name = rnd.choice([n for n in content if "sheet" in n or "Strings" in n or "workbook" in n])
    return pack(content | {name: _damage(rnd, content[name], _times(rnd))})


def ods_parts(rnd: random.Random) -> bytes:
    content = parts(to_ods(PAGE))
    return stored_ods(content | {"content.xml": _damage(rnd, content["content.xml"], _times(rnd))})


def xls_bytes(rnd: random.Random) -> bytes:
    return _damage(rnd, compound(biff_stream(PAGE)), _times(rnd))


def xls_records(rnd: random.Random) -> bytes:
    return compound(_damage(rnd, biff_stream(PAGE), _times(rnd)))


def html_text(rnd: random.Random) -> bytes:
    return _damage(rnd, to_html(PAGE), _times(rnd))


def csv_text(rnd: random.Random) -> bytes:
    return _damage(rnd, to_csv(PAGE), _times(rnd))


def sheetml_text(rnd: random.Random) -> bytes:
    return _damage(rnd, to_sheetml(PAGE).encode(), _times(rnd))


def csv_comma_text(rnd: random.Random) -> bytes:
    """Commas that split figures and labels, too few and too many cells."""
    lines = to_csv(PAGE, ",").decode().splitlines()
    for _ in range(_times(rnd)):
        row = rnd.randrange(len(lines))
        at = rnd.randrange(len(lines[row]) + 1)
        cut = lines[row][at + 1 :] if rnd.random() < 0.3 else lines[row][at:]
        lines[row] = lines[row][:at] + rnd.choice([",", "", '"']) + cut
    return "\n".join(lines).encode()


def cells_moved(rnd: random.Random) -> bytes:
    """Cells, rows and columns that somebody moved, doubled, emptied or overwrote."""
    page = Halaman(PAGE.nama, [list(row) for row in PAGE.rows])
    for _ in range(_times(rnd)):
        _move(rnd, page.rows)
    return to_xlsx(page)


def turned_cells_moved(rnd: random.Random) -> bytes:
    """The same with the regions side by side."""
    head = PAGE_HEAD
    body = [list(row) + [None] * 9 for row in PAGE.rows[head:]]
    lines: list[list[Isi]] = [list(line) for line in zip(*(row[:7] for row in body), strict=True)]
    for _ in range(_times(rnd)):
        _move(rnd, lines)
    return to_xlsx(Halaman(PAGE.nama, [*(list(r) for r in PAGE.rows[:head]), *lines]))


PAGE_HEAD = next(i for i, row in enumerate(PAGE.rows) if row and row[0] == "NO")
_WORDS: list[Isi] = [
    None, "-", "NIHIL", "#REF!", "1.234", 1.234, 0, 7, -3, "L", "P", "JUMLAH", "KAB. SOLOK",
    "SOLOK", "WAJIB AKTA", "MEMILIKI", "BELUM", "NOVEMBER 2024", "AWAL", "DINAMIS", "13.10", 13.1,
    "1302",
]  # fmt: skip


def _move(rnd: random.Random, rows: list[list[Isi]]) -> None:
    """One slip of a person at a spreadsheet."""
    if not rows:
        return
    at, other = rnd.randrange(len(rows)), rnd.randrange(len(rows))
    column = rnd.randrange(8)
    match rnd.randrange(8):
        case 0:
            rows[at], rows[other] = rows[other], rows[at]
        case 1:
            rows.insert(at, list(rows[other]))
        case 2:
            del rows[at]
        case 3:
            rows[at].insert(min(column, len(rows[at])), rnd.choice(_WORDS))
        case 4:
            del rows[at][column : column + 1]
        case 5:
            for row in rows:
                del row[column : column + 1]
        case 6:
            for row in rows:
                row.insert(min(column, len(row)), row[min(column, len(row) - 1)] if row else None)
        case _:
            rows[at] += [None] * (column + 1 - len(rows[at]))
            rows[at][column] = rnd.choice(_WORDS)


WAYS: tuple[Perusak, ...] = (
    xlsx_parts, xls_records, ods_parts, xlsx_bytes, xls_bytes, html_text, csv_text,
    sheetml_text, csv_comma_text, cells_moved, turned_cells_moved,
)  # fmt: skip


def run_one(seed: int, facts: Facts) -> str:
    """Damage one file by a seed and read it; the outcome in a word. Raises on anything else."""
    way = WAYS[seed % len(WAYS)]
    data = way(random.Random(seed))
    started = time.monotonic()
    try:
        reading = read_berkas([Berkas("rusak.dat", data, "")], facts)
    except SoftcopyTidakTerbaca:
        return f"{way.__name__}: ditolak"
    finally:
        if time.monotonic() - started > SLOWEST:
            raise AssertionError(f"benih {seed}: terlalu lama")
    found = periksa_bacaan(reading, None, facts.dokumen, facts.wilayah, None, facts.aturan)
    if found:
        return f"{way.__name__}: terbaca dengan temuan"
    _check_true(seed, reading)
    return f"{way.__name__}: terbaca tanpa temuan"


def _check_true(seed: int, reading: Bacaan) -> None:
    for table in reading.tabel:
        for region, row in table.rows.items():
            for kolom, cell in row.sel.items():
                true = TRUE.get((region, kolom.ukuran), cell.angka)
                if table.dokumen == "AK017" and cell.angka not in {None, true}:
                    raise AssertionError(f"benih {seed}: {cell} dibaca diam-diam, harusnya {true}")


def main() -> None:
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    facts = load_config().facts
    outcomes = Counter(run_one(seed, facts) for seed in range(first, first + count))
    for outcome, times in sorted(outcomes.items()):
        print(f"{times:6d}  {outcome}")


if __name__ == "__main__":
    main()
