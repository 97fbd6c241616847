"""Which of a heading's columns count for which document: AWAL or DINAMIS, old or new, once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from civreg_tui.domain.lembar import Kolom
from civreg_tui.softcopy.documents import agreed
from civreg_tui.softcopy.header import Blok
from civreg_tui.softcopy.headings import Judul
from civreg_tui.softcopy.kamus import LAIN


@dataclass
class Susunan:
    """The columns of one document in one table; ``lewat`` are columns left out, with reasons."""

    dokumen_isi: str | None
    kolom: dict[int, Kolom] = field(default_factory=dict)
    persen: int | None = None
    dinamis: bool = False
    acuan: str | None = None
    lewat: dict[int, str] = field(default_factory=dict)


def arrange(block: Blok) -> list[Susunan]:
    """One arrangement per document that the headings speak of, usually exactly one."""
    passed = {c: j.alasan for c, j in block.judul.items() if j.isi == "lewat"}
    groups: dict[str | None, dict[int, Judul]] = defaultdict(dict)
    for column, heading in block.judul.items():
        if heading.isi not in {"hitung", "persen"}:
            continue
        foreign = [c.removeprefix(LAIN) for c in heading.dokumen if c.startswith(LAIN)]
        document = agreed(heading.dokumen)
        if foreign and document is None:
            passed[column] = f"kolom {foreign[0]}: {heading.teks}"
        else:
            groups[document][column] = heading
    arranged = [_arrange_one(code, columns) for code, columns in _joined(groups).items()]
    for arrangement in arranged:
        arrangement.lewat = passed | arrangement.lewat
    return arranged


def _joined(
    groups: dict[str | None, dict[int, Judul]],
) -> dict[str | None, dict[int, Judul]]:
    """Columns without a document's name belong to the one document that the others name."""
    named = [code for code in groups if code is not None]
    if len(named) == 1 and None in groups:
        return {named[0]: dict(sorted((groups[named[0]] | groups[None]).items()))}
    if len(named) > 1:
        return {code: groups[code] for code in named}
    return groups


def _arrange_one(code: str | None, columns: dict[int, Judul]) -> Susunan:
    result = Susunan(code)
    chosen = _one_base(columns, result)
    for column, heading in chosen.items():
        if heading.isi == "persen":
            if result.persen is None:
                result.persen = column
            else:
                result.lewat[column] = f"persen kedua: {heading.teks}"
        elif heading.kolom is not None:
            _take(result, column, heading, heading.kolom)
    return result


def _take(result: Susunan, column: int, heading: Judul, kolom: Kolom) -> None:
    if kolom in result.kolom.values():
        result.lewat[column] = f"kolom kedua untuk {kolom.label}: {heading.teks}"
    else:
        result.kolom[column] = kolom
        result.acuan = result.acuan or heading.acuan


def _one_base(columns: dict[int, Judul], result: Susunan) -> dict[int, Judul]:
    """DINAMIS without AWAL, the newest DKB without older ones; never two bases together."""
    bases = {j.dasar for j in columns.values()}
    newest = max((j.acuan for j in columns.values() if j.acuan), key=_acuan_order, default=None)
    result.dinamis = "dinamis" in bases
    kept: dict[int, Judul] = {}
    for column, heading in columns.items():
        if result.dinamis and heading.dasar == "awal":
            result.lewat[column] = f"kolom AWAL (dipakai DINAMIS): {heading.teks}"
        elif heading.acuan not in {None, newest}:
            result.lewat[column] = f"kolom {heading.acuan} (dipakai {newest}): {heading.teks}"
        else:
            kept[column] = heading
    return kept


def _acuan_order(acuan: str) -> tuple[str, int]:
    return acuan[-4:], acuan.count("II")
