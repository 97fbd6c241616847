"""Workbook formulas that give exactly the figures of `domain.cakupan`.

Each division is of two whole numbers that a spreadsheet holds exactly, so that a tie at the
third decimal is a true tie and ROUND goes up, as in the program.
"""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.numbers import BLANK

DI_BAWAH = "▼ di bawah target"
BELUM_ADA = "belum ada data"


def jumlah_lp(male: str, female: str) -> str:
    """L + P; empty while either is missing."""
    return f'=IF(COUNT({male},{female})<2,"",{male}+{female})'


def belum(wajib: str, memiliki: str) -> str:
    """Wajib − memiliki; empty while either is missing."""
    return f'=IF(COUNT({wajib},{memiliki})<2,"",{wajib}-{memiliki})'


def jumlah(cells: str) -> str:
    """The sum of a column; empty when nothing at all was given, since missing is not zero."""
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def persen(part: str, whole: str) -> str:
    """Part ÷ whole × 100, half up to two decimals; a dash without a denominator."""
    safe = f"COUNT({part},{whole})<2,N({whole})=0"
    return f'=IF(OR({safe}),"{BLANK}",ROUND({part}*10000/{whole},0)/100)'


def pasangan(parts: str, wholes: str) -> tuple[str, str]:
    """Σ part and Σ whole over the rows that have both, to stand in the other formulas."""
    both = f"ISNUMBER({parts})*ISNUMBER({wholes})"
    return f"SUMPRODUCT({both},{parts})", f"SUMPRODUCT({both},{wholes})"


def peringkat(part: str, whole: str, parts: str, wholes: str) -> str:
    """1 + the rows with a greater unrounded ratio, by cross-multiplication (an array formula)."""
    given = f"ISNUMBER({parts})*ISNUMBER({wholes})"
    greater = f"SUM(IF({given},IF({whole}*{parts}>{part}*{wholes},1,0),0))"
    return f'=IF(COUNT({part},{whole})<2,"",IF({whole}=0,"",1+{greater}))'


def kurang(part: str, whole: str, target: str) -> str:
    """Certificates still needed to reach the target (a percent); 0 when it is reached.

    Nothing where there is no denominator, as in ``domain.cakupan.kekurangan``.
    """
    needed = f"ROUNDUP({whole}*ROUND({target}*100,0)/10000,0)"
    unknown = f"OR(COUNT({part},{whole},{target})<3,N({whole})=0)"
    return f'=IF({unknown},"",MAX(0,{needed}-{part}))'


def capaian(part: str, whole: str, target: str, *, negatif: bool) -> str:
    """Realisasi ÷ target × 100 on the unrounded realisasi; polarity reversed when ``negatif``."""
    exact = capaian_utuh(part, whole, target, negatif=negatif)
    safe = f"COUNT({part},{whole},{target})<3,N({whole})=0,N({target})=0"
    return f'=IF(OR({safe}),"{BLANK}",ROUND({exact},0)/100)'


def capaian_utuh(part: str, whole: str, target: str, *, negatif: bool) -> str:
    """The capaian in hundredths, not rounded, to stand in a formula."""
    goal = f"ROUND({target}*100,0)"
    over = f"(2*{goal}*{whole}-{part}*10000)" if negatif else f"({part}*10000)"
    return f"{over}*10000/({whole}*{goal})"


def rata(parts: Sequence[str]) -> str:
    """The mean of expressions in hundredths, rounded once."""
    return f"=ROUND(({'+'.join(parts)})/{len(parts)},0)/100"


def keterangan(needed: Sequence[str], kurang_cell: str | None) -> str:
    """``belum ada data`` while a needed figure is missing, a mark and words below the target."""
    below = f'IF(N({kurang_cell})>0,"{DI_BAWAH}","")' if kurang_cell else '""'
    return f'=IF(COUNT({",".join(needed)})<{len(needed)},"{BELUM_ADA}",{below})'


def selisih(left: str, right: str) -> str:
    """Left − right in two decimals; empty while either is not a number."""
    return f'=IF(COUNT({left},{right})<2,"",ROUND({left}-{right},2))'


def tautan(cell: str) -> str:
    """A link to another cell that stays empty when that cell is."""
    return f'=IF({cell}="","",{cell})'
