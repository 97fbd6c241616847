"""Words for figures: small numbers in words, lists with commas and «dan», titles in mixed case."""

from __future__ import annotations

from collections.abc import Iterable

from civreg_tui.domain.numbers import format_count, format_percent

_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
TERSEBUT = 6
"""How many a sentence names at most; of more it names one less and counts the rest."""
_KECIL = frozenset({"dan", "di", "ke", "dari", "yang", "serta", "untuk", "pada"})


def terbilang(number: int) -> str:
    """A number from 0 to 999 in Indonesian words; ValueError outside of that."""
    if not 0 <= number <= 999:
        raise ValueError(f"{number} tidak dapat ditulis dengan kata di sini.")
    if number < 12:
        return _SATUAN[number]
    if number < 20:
        return f"{_SATUAN[number - 10]} belas"
    if number < 100:
        return _join(f"{_SATUAN[number // 10]} puluh", number % 10)
    head = "seratus" if number < 200 else f"{_SATUAN[number // 100]} ratus"
    return _join(head, number % 100)


def _join(head: str, rest: int) -> str:
    return f"{head} {terbilang(rest)}" if rest else head


def banyak(number: int) -> str:
    """A small count as official prose writes it: ``4 (empat)``."""
    return f"{number} ({terbilang(number)})" if 0 <= number <= 999 else format_count(number)


def rangkai(items: Iterable[str], pemisah: str = ", ") -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    if len(words) == 2 and pemisah == ", ":
        return f"{words[0]} dan {words[1]}"
    return f"{pemisah.join(words[:-1])}{pemisah}dan {words[-1]}"


def ringkas(items: Iterable[str], sisa: str = "kabupaten/kota") -> str:
    """``rangkai`` of the first few; a table tells of ``tujuh belas kabupaten/kota lainnya``."""
    words = list(items)
    if len(words) <= TERSEBUT:
        return rangkai(words)
    named = words[: TERSEBUT - 1]
    return rangkai((*named, f"{terbilang(len(words) - len(named))} {sisa} lainnya"))


def judul_biasa(text: str) -> str:
    """A name in capitals as running text writes it: ``Dinas Kependudukan dan Pencatatan Sipil``."""
    if not text.isupper():
        return text
    words = text.lower().split()
    return " ".join(w if i and w in _KECIL else w[:1].upper() + w[1:] for i, w in enumerate(words))


def dalam_kalimat(text: str) -> str:
    """A phrase inside a sentence: outer blanks and the closing full stop removed."""
    return " ".join(text.split()).rstrip(". ")


def besar(text: str) -> str:
    """The sentence with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def rupiah(amount: int) -> str:
    """``Rp1.250.000``."""
    return f"Rp{format_count(amount)}"


def poin(hundredths: int) -> str:
    """The size of a difference of percents, without its sign: ``0,53``."""
    return format_percent(abs(hundredths))
