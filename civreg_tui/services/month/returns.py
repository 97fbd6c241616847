"""Returns: what was sent back, why, and which cells it names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Alamat
from civreg_tui.services.month.procedure import Catatan, act
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Pengembalian

NamedCell = tuple[str, Alamat]
"""A document's code and a cell of its sheet."""


def open_return(ws: Workspace, periode: str, aksi: Aksi) -> Pengembalian | None:
    """The latest return of a kind that was not answered yet, or None."""
    found = ws.store.records.last_return(periode, aksi)
    return None if found is None or found.dijawab else found


def last_return(ws: Workspace, periode: str) -> Pengembalian | None:
    """The Kasi's latest return to the Staf, answered or not; None when there was none."""
    return ws.store.records.last_return(periode, Aksi.KEMBALIKAN_KE_STAF)


def reopened_cells(ws: Workspace, periode: str) -> set[NamedCell] | None:
    """The cells that the Kasi named in an open return; None when nothing is restricted."""
    returned = open_return(ws, periode, Aksi.KEMBALIKAN_KE_STAF)
    if returned is None:
        return None
    named = msgspec.json.decode(returned.sel, type=list[NamedCell])
    return set(named) or None


def return_to_staf(ws: Workspace, periode: str, cells: Sequence[NamedCell], alasan: str) -> None:
    """Step 5 → 4: send named cells back with a reason; only these can be changed then."""
    if not cells:
        raise Ditolak("Tandai dulu sel yang dikembalikan.")
    _return(ws, periode, Aksi.KEMBALIKAN_KE_STAF, alasan, cells)


def return_to_kasi(ws: Workspace, periode: str, alasan: str) -> None:
    """Step 6 → 5: the Kabid sends the recap back; the validation is void."""
    _return(ws, periode, Aksi.KEMBALIKAN_KE_KASI, alasan)


def return_to_kabid(ws: Workspace, periode: str, alasan: str) -> None:
    """Step 7 → 6: the Sekretariat sends the LAKIP back with a reason."""
    _return(ws, periode, Aksi.KEMBALIKAN_KE_KABID, alasan)


def return_to_piak(ws: Workspace, periode: str, alasan: str) -> None:
    """Step 3 → Bidang PIAK: the report goes back with a nota kekurangan."""
    _return(ws, periode, Aksi.KEMBALIKAN_KE_PIAK, alasan)


def _return(
    ws: Workspace, periode: str, aksi: Aksi, alasan: str, cells: Sequence[NamedCell] = ()
) -> None:
    with ws.store.transaction():
        act(ws, periode, aksi, Catatan(alasan=alasan.strip(), baru=dump(list(cells))))
        made = Pengembalian(
            0, aksi, alasan.strip(), dump(list(cells)), ws.pelaku.akun, ws.now(), None
        )
        ws.store.records.put_return(periode, made)


def answer(ws: Workspace, periode: str, aksi: Aksi) -> None:
    """Close the open returns of a kind, since the work was handed on again."""
    ws.store.records.answer_returns(periode, aksi, ws.now())
