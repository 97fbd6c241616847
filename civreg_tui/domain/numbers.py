"""Numbers as the office writes and types them (id-ID): 1.234.567 and 98,53."""

from __future__ import annotations

import re
from collections.abc import Callable

from civreg_tui.domain.salah import SalahIsi

BLANK = "–"
"""What is shown where there is no figure."""

_PLAIN = re.compile(r"\d{1,12}")
_GROUPED = re.compile(r"[1-9]\d{0,2}([. ])\d{3}(?:\1\d{3}){0,2}")


def parse_count(text: str) -> int:
    """A whole number typed as ``1234``, ``1.234`` or ``1 234``; SalahIsi for anything else."""
    clean = text.strip()
    if _PLAIN.fullmatch(clean) and clean.isascii():
        return int(clean)
    if _GROUPED.fullmatch(clean) and clean.isascii():
        return int(re.sub(r"[. ]", "", clean))
    raise SalahIsi(f'"{text}" bukan bilangan bulat. Ketik angka saja, misalnya 1234 atau 1.234.')


def format_count(count: int | None) -> str:
    """``1.234.567``; an en dash when there is no figure."""
    return BLANK if count is None else f"{count:,}".replace(",", ".")


def format_percent(hundredths: int | None) -> str:
    """Hundredths of a percent as ``98,53`` (no sign); an en dash when there is none."""
    if hundredths is None:
        return BLANK
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole},{rest:02d}"


def format_change(change: int | None, write: Callable[[int], str] = format_count) -> str:
    """A difference with its sign, as ``write`` writes it: ``+1.250``, ``-5``, ``0``."""
    if change is None:
        return BLANK
    return ("+" if change > 0 else "") + write(change)


def parse_percent(text: str) -> int:
    """A percent typed as ``98``, ``98,5`` or ``98.53``, in hundredths; SalahIsi otherwise."""
    match = re.fullmatch(r"(\d{1,4})(?:[.,](\d{1,2}))?", text.strip().removesuffix("%").strip())
    if match is None or not text.isascii():
        raise SalahIsi(f'"{text}" bukan persen. Ketik misalnya 98 atau 98,5.')
    return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
