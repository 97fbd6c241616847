"""The tile map: where each kabupaten/kota's tile lies (``data/peta.toml``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec

from civreg_tui.config.salah import KonfigurasiSalah
from civreg_tui.config.tables import read_toml
from civreg_tui.paths import data_dir

Tempat = tuple[int, int]
"""Row from the north and column from the west, both from 0."""


class _Ubin(msgspec.Struct, forbid_unknown_fields=True):
    baris: Annotated[int, msgspec.Meta(ge=0, le=30)]
    lajur: Annotated[int, msgspec.Meta(ge=0, le=30)]


def load_map(codes: Iterable[str]) -> dict[str, Tempat]:
    """The place of every region; those without one are put in rows below the map."""
    try:
        tiles = msgspec.convert(read_toml(data_dir() / "peta.toml").get("ubin"), dict[str, _Ubin])
    except msgspec.ValidationError as error:
        raise KonfigurasiSalah(f"peta.toml, kunci ubin: {error}. Perbaiki baris itu.") from None
    wanted = list(codes)
    placed = {code: (tiles[code].baris, tiles[code].lajur) for code in wanted if code in tiles}
    width = max((column for _, column in placed.values()), default=3) + 1
    below = max((row for row, _ in placed.values()), default=-1) + 1
    lost = [code for code in wanted if code not in placed]
    return placed | {code: (below + i // width, i % width) for i, code in enumerate(lost)}
