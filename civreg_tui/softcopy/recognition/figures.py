"""Cells to figures, strictly: a count is a whole number as written, anything doubtful is said."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from civreg_tui.domain.bacaan import Masalah, SelSumber
from civreg_tui.softcopy.files.grid import Nilai, as_text

_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f\u200b\ufeff]+")
_PLAIN = re.compile(r"\d{1,12}(?:[.,]0{1,2})?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,3}(?:,0{1,2})?|\d{1,3}(?:,\d{3}){2,3}(?:\.0{1,2})?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){1,3}\.0{1,2}")
_SPACED = re.compile(r"\d{1,3}(?: \d{3}){1,3}")
_COMMA_THOUSAND = re.compile(r"\d{1,3},\d{3}")
_DECIMAL = re.compile(r"\d{1,12}[.,]\d+|\d{1,3}(?:\.\d{3})+,\d+")
_NEGATIVE = re.compile(r"[-−–]\s*[\d.,]+|\([\d.,]+\)")
_PERCENT = re.compile(r"(-?\d{1,6})(?:[.,](\d{1,15}))?(%?)")
LARGEST = 999_999_999_999


def count_cell(value: Nilai, alamat: str, nihil: frozenset[str]) -> SelSumber:
    """A cell as a count; its problem is named, its value never repaired."""
    if value is None:
        return SelSumber(alamat, "")
    text = as_text(value)
    if isinstance(value, (int, float)):
        angka, masalah = _from_number(value)
        return SelSumber(alamat, text, angka, masalah=masalah)
    clean = _BLANKS.sub(" ", text).strip().lstrip("'").strip()
    if not clean:
        return SelSumber(alamat, "")
    if clean.upper() in nihil:
        return SelSumber(alamat, text, 0, nihil=True)
    angka, masalah = _from_text(clean)
    return SelSumber(alamat, text, angka, masalah=masalah)


def _from_number(value: int | float) -> tuple[int | None, Masalah | None]:
    if 0 <= value <= LARGEST and value == int(value):
        return int(value), None
    if not math.isfinite(value) or abs(value) > LARGEST:
        return None, "teks"
    if value < 0:
        return None, "negatif"
    # A count that was typed 157.582 and read as a decimal keeps at most three decimals.
    thousands = Decimal(str(value)) * 1000
    return None, "ribuan" if thousands == thousands.to_integral_value() else "desimal"


def _from_text(text: str) -> tuple[int | None, Masalah | None]:
    if text.startswith(("#", "=")) or text.upper().startswith("ERR:"):
        return None, "rumus"
    if not text.isascii():
        text = text.replace("−", "-").replace("–", "-")
    if any(p.fullmatch(text) for p in (_PLAIN, _GROUPED, _ENGLISH, _SPACED)) and text.isascii():
        whole = re.sub(r"[.,]0{1,2}$", "", text)
        return int(re.sub(r"[., ]", "", whole)), None
    if _COMMA_THOUSAND.fullmatch(text):
        return None, "ribuan"
    if _NEGATIVE.fullmatch(text):
        return None, "negatif"
    return None, "desimal" if _DECIMAL.fullmatch(text) else "teks"


def percent_value(value: Nilai) -> tuple[Decimal | None, bool]:
    """A percent cell's number as written, and whether it carries the sign ``%``."""
    if isinstance(value, (int, float)):
        return (Decimal(str(value)), False) if math.isfinite(value) else (None, False)
    match = _PERCENT.fullmatch(_BLANKS.sub("", value or ""))
    if match is None:
        return None, False
    return Decimal(f"{match[1]}.{match[2] or 0}"), bool(match[3])


def percent_cell(value: Nilai, alamat: str, *, pecahan: bool) -> SelSumber:
    """A printed percent in hundredths, rounded half up; ``pecahan`` when 0,9853 means 98,53."""
    number, signed = percent_value(value)
    text = as_text(value)
    if number is None:
        return SelSumber(alamat, text, masalah="rumus" if text.strip().startswith("#") else None)
    factor = 10_000 if pecahan and not signed else 100
    try:
        return SelSumber(alamat, text, int((number * factor).quantize(Decimal(1), ROUND_HALF_UP)))
    except InvalidOperation:
        return SelSumber(alamat, text, masalah="teks")
