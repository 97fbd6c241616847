"""Which of a heading's columns count for which document: AWAL or DINAMIS, old or new, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import cast

from civreg_tui.domain.kolom import Kolom, Seks
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.recognition.documents import LAHIR, is_birth, other, recapped
from civreg_tui.softcopy.recognition.header import Blok
from civreg_tui.softcopy.recognition.headings import Judul
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.periods import TANPA_TAHUN
from civreg_tui.softcopy.recognition.words import words

_Kolom = dict[int, Judul]


class Susunan:
    """The columns of one document in one table.

    ``lewat`` are columns left out, with reasons; ``kembar`` further columns whose heading means
    the same as one that was taken, ``berselisih`` those of them whose figures differ. ``periode``
    is the month that was chosen where several stand side by side.
    """

    def __init__(self, dokumen: str | None) -> None:
        self.dokumen = dokumen
        self.kolom: dict[int, Kolom] = {}
        self.persen: int | None = None
        self.dasar = ""
        self.acuan: str | None = None
        self.lewat: dict[int, str] = {}
        self.kembar: dict[Kolom, list[int]] = {}
        self.berselisih: dict[Kolom, list[int]] = {}
        self.periode: Periode | None = None

    def has(self, ukuran: str) -> bool:
        """Whether any column counts this measure."""
        return any(kolom.ukuran == ukuran for kolom in self.kolom.values())


def arrange(block: Blok, bulan: Periode | None = None, judul: str | None = None) -> list[Susunan]:
    """One arrangement per document that the headings speak of, usually exactly one.

    Headings of nothing but unknown words give an empty one, so that they can be taught.
    ``bulan`` is the month whose columns count where several stand side by side, ``judul`` the
    document that the title names.
    """
    passed = {c: j.alasan for c, j in block.judul.items() if j.isi == "lewat"}
    groups: dict[str | None, _Kolom] = defaultdict(dict)
    for column, heading in block.judul.items():
        if heading.isi not in {"hitung", "persen"}:
            continue
        codes = recapped(heading.dokumen)
        foreign = other(heading.dokumen)
        if foreign and not codes:
            passed[column] = f"kolom {foreign}: {heading.teks}"
        else:
            groups[codes[0] if len(codes) == 1 else None][column] = heading
    if not groups and not passed and block.columns("asing"):
        groups[None] = {}
    joined = _joined(groups, judul, passed)
    arranged = [_arrange_one(code, columns, bulan) for code, columns in joined.items()]
    for arrangement in arranged:
        _population_as_due(arrangement, block)
        arrangement.lewat = passed | arrangement.lewat
    return arranged


def _joined(
    groups: dict[str | None, _Kolom], judul: str | None, passed: dict[int, str]
) -> dict[str | None, _Kolom]:
    """Columns without a document's name belong to the named one on their left.

    Those before all named ones belong to the title's or the only one, else to none. Two
    documents of which neither has both its sides are one table with a wrong heading.
    """
    named: dict[str | None, _Kolom] = {k: columns for k, columns in groups.items() if k}
    unnamed = groups.get(None, {})
    births = [k for k in named if k and k != LAHIR and is_birth(k)]
    if LAHIR in named and len(births) == 1:
        named[births[0]] |= named.pop(LAHIR)
    if len(named) == 2 and not unnamed and not any(map(_two_sided, named.values())):
        due = next((code for code, columns in named.items() if _counts(columns, "wajib")), None)
        owned = next((code for code, cols in named.items() if _counts(cols, "memiliki")), None)
        if due and owned and "AMATI" not in named and not (is_birth(due) and is_birth(owned)):
            return {due: dict(sorted((named[due] | named[owned]).items()))}
    if not named:
        return groups
    for column, heading in sorted(unnamed.items()):
        owner = _owner(column, named, judul)
        if owner is None:
            passed[column] = f"tidak jelas untuk dokumen yang mana: {heading.teks}"
        else:
            named[owner][column] = heading
    return {code: dict(sorted(columns.items())) for code, columns in named.items()}


def _owner(column: int, named: dict[str | None, _Kolom], judul: str | None) -> str | None:
    """The document of the nearest named column on the left, else the title's or the only one."""
    places = sorted((c, code or "") for code, columns in named.items() for c in columns)
    first = judul if judul in named else (places[0][1] if len(named) == 1 else None)
    return next((code for c, code in reversed(places) if c < column), first)


def _two_sided(columns: _Kolom) -> bool:
    return _counts(columns, "wajib") and _counts(columns, "memiliki")


def _counts(columns: _Kolom, ukuran: str) -> bool:
    return any(j.kolom is not None and j.kolom.ukuran == ukuran for j in columns.values())


def _arrange_one(code: str | None, columns: _Kolom, bulan: Periode | None) -> Susunan:
    result = Susunan(code)
    for column, heading in _one_month(_one_base(columns, result), result, bulan).items():
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
        result.kembar.setdefault(kolom, []).append(column)
    else:
        result.kolom[column] = kolom
        result.acuan = result.acuan or heading.acuan


def settle_twins(arrangement: Susunan, same: Callable[[int, int], bool]) -> None:
    """Two columns for one figure: one of them if they agree, none if they do not."""
    for kolom, others in arrangement.kembar.items():
        first = next(c for c, taken in arrangement.kolom.items() if taken == kolom)
        agree = all(same(first, other) for other in others)
        if not agree:
            del arrangement.kolom[first]
            arrangement.berselisih[kolom] = [first, *others]
        why = f"kolom kembar untuk {kolom.label}" + ("" if agree else " yang isinya berbeda")
        for column in others if agree else (first, *others):
            arrangement.lewat[column] = why


def _one_base(columns: _Kolom, result: Susunan) -> _Kolom:
    """DINAMIS without AWAL, the newest DKB without older ones; never two bases together."""
    bases = {j.dasar for j in columns.values()}
    newest = max((j.acuan for j in columns.values() if j.acuan), key=acuan_order, default=None)
    result.dasar = "dinamis" if "dinamis" in bases else ("awal" if "awal" in bases else "")
    kept: _Kolom = {}
    for column, heading in columns.items():
        if result.dasar == "dinamis" and heading.dasar == "awal":
            result.lewat[column] = f"kolom AWAL (yang dipakai DINAMIS): {heading.teks}"
        elif heading.acuan not in {None, newest}:
            result.lewat[column] = f"kolom {heading.acuan} (yang dipakai {newest}): {heading.teks}"
        else:
            kept[column] = heading
    return kept


def _one_month(columns: _Kolom, result: Susunan, wanted: Periode | None) -> _Kolom:
    """The columns of one month where the same figure stands for several; else all of them."""
    months: dict[Kolom, list[Periode]] = defaultdict(list)
    for heading in columns.values():
        if heading.kolom is not None and heading.periode is not None:
            months[heading.kolom].append(heading.periode)
    several = {month for own in months.values() if len(set(own)) > 1 for month in own}
    if not several:
        return columns
    chosen = [month for month in several if wanted and _same_month(month, wanted)]
    result.periode = chosen[0] if chosen else max(several)
    kept: _Kolom = {}
    for column, heading in columns.items():
        if heading.periode in {None, result.periode}:
            kept[column] = heading
        else:
            result.lewat[column] = f"kolom bulan lain: {heading.teks}"
    return kept


def _same_month(named: Periode, wanted: Periode) -> bool:
    return named.month == wanted.month and named.year in {wanted.year, TANPA_TAHUN}


def take_bare_sexes(arrangement: Susunan, block: Blok, kamus: Kamus) -> None:
    """Columns headed only L, P, JML count the owners of a document that has no denominator."""
    if arrangement.kolom or arrangement.berselisih:
        return
    for column in block.columns("asing"):
        sex = kamus.seks.equals(words(block.judul[column].teks))
        if sex is not None:
            arrangement.kolom[column] = Kolom("memiliki", cast(Seks, sex))


def as_issued(arrangement: Susunan, block: Blok, kamus: Kamus) -> None:
    """Under a title of certificates issued, a column counts owners only where it says so."""
    for column, kolom in list(arrangement.kolom.items()):
        text = words(block.judul[column].teks)
        if kolom.ukuran != "memiliki" or kamus.milik & set(text):
            continue
        if "kumulatif" in kamus.ukuran.find(text):
            continue
        issued = Kolom("terbit", kolom.seks)
        if issued in arrangement.kolom.values():
            del arrangement.kolom[column]
            arrangement.lewat[column] = f"kolom penerbitan kedua: {block.judul[column].teks}"
        else:
            arrangement.kolom[column] = issued


def acuan_order(acuan: str) -> tuple[str, int]:
    """Sorts DKB references by time."""
    return acuan[-4:], acuan.count("II")


def _population_as_due(arrangement: Susunan, block: Blok) -> None:
    """All residents are the denominator of akta kelahiran of all ages."""
    if arrangement.dokumen != "AKALL" or arrangement.has("wajib"):
        return
    for column, heading in block.judul.items():
        if heading.isi == "lewat" and heading.kolom is not None:
            arrangement.kolom[column] = heading.kolom
    arrangement.kolom = dict(sorted(arrangement.kolom.items()))
