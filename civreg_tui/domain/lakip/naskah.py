"""The Kabid's edits over the composed text: kept through recomposition, conflicts shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from civreg_tui.domain.lakip.model import BagianLakip


def paragraf_dari(teks: str) -> tuple[str, ...]:
    """The paragraphs of an edited text: one a line, blank lines left out."""
    return tuple(line.strip() for line in teks.splitlines() if line.strip())


def teks_dari(bagian: BagianLakip) -> str:
    """A section's text as the editor shows it: paragraphs with a blank line between them."""
    return "\n\n".join(bagian.paragraf)


def gabung(
    susunan: Iterable[BagianLakip],
    naskah: Iterable[tuple[str, str]],
    asal: Iterable[tuple[str, str]] = (),
) -> tuple[BagianLakip, ...]:
    """The composed sections with the edits laid over them.

    ``asal`` is (section id, ``sidik`` of the section when it was edited): where it differs from
    the section now, the figures changed after the edit and the section is marked ``bentrok``.
    An edit without text falls back to the composed text.
    """
    edits, origins = dict(naskah), dict(asal)
    return tuple(_sunting(b, edits.get(b.id, ""), origins.get(b.id)) for b in susunan)


def _sunting(bagian: BagianLakip, teks: str, sidik: str | None) -> BagianLakip:
    paragraphs = paragraf_dari(teks)
    if not paragraphs:
        return bagian
    return replace(
        bagian,
        paragraf=paragraphs,
        disunting=True,
        bentrok=sidik is not None and sidik != bagian.sidik,
    )


def tak_terpakai(
    susunan: Iterable[BagianLakip], naskah: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Edits whose section is no longer in the outline: shown, never lost silently."""
    known = {bagian.id for bagian in susunan}
    return tuple((key, text) for key, text in naskah if key not in known and text.strip())


def slot_kosong(susunan: Iterable[BagianLakip]) -> tuple[BagianLakip, ...]:
    """The parts for judgement that are still empty; delivery waits for them."""
    return tuple(bagian for bagian in susunan if bagian.kosong)


def bentrokan(susunan: Iterable[BagianLakip]) -> tuple[BagianLakip, ...]:
    """The edited sections whose figures changed after the edit."""
    return tuple(bagian for bagian in susunan if bagian.bentrok)
