"""The trail replayed into an empty store: what every event did, done again.

Contents that an event only names by their hash (softcopies, revisions, deliveries) are taken
from the source, and only when they have that hash.
"""

from __future__ import annotations

from civreg_tui.config import Config
from civreg_tui.domain.langkah import MEMBATALKAN_REVISI, Aksi
from civreg_tui.services.trail.effects import contents, figures, month, words
from civreg_tui.services.trail.effects.run import Efek, Ulang
from civreg_tui.store.snapshot import snapshot
from civreg_tui.store.store import Store
from civreg_tui.store.trail import Peristiwa

EFFECTS: dict[str, Efek] = month.EFFECTS | figures.EFFECTS | words.EFFECTS | contents.EFFECTS
"""What an event did besides being one; events that are not here changed nothing."""
_MENJAWAB: dict[str, Aksi] = {
    Aksi.TERIMA_LAPORAN: Aksi.KEMBALIKAN_KE_PIAK,
    Aksi.TERIMA_SUSULAN: Aksi.KEMBALIKAN_KE_PIAK,
    Aksi.SERAHKAN_KE_KASI: Aksi.KEMBALIKAN_KE_STAF,
    Aksi.VALIDASI: Aksi.KEMBALIKAN_KE_KASI,
    Aksi.SAMPAIKAN_LAKIP: Aksi.KEMBALIKAN_KE_KABID,
}
"""Which return an act answers, since the work was handed on again."""
_FORMS = {"disposisi", "penerimaan", "anggaran", "edisi", "bahan", "tanda_terima", "nota", "ajaran",
          "sasaran"}  # fmt: skip
"""Forms whose whole content the event carries."""


def replay(source: Store, target: Store, config: Config, until: str | None = None) -> int:
    """Do all events up to a moment (UTC, ISO) again in an empty store; returns how many."""
    run, count = Ulang(source, target, config), 0
    with target.transaction():
        for event in source.trail.events():
            if until is not None and event.waktu > until:
                break
            target.trail.append(event)
            _repeat(run, event)
            count += 1
    return count


def differences(source: Store, target: Store) -> tuple[str, ...]:
    """The tables in which two stores hold different things, with how many rows differ."""
    ours, theirs = snapshot(source.database.sql), snapshot(target.database.sql)
    found = []
    for name, rows in ours.items():
        odd = set(map(repr, rows)) ^ set(map(repr, theirs[name]))
        if odd:
            found.append(f"{name}: {len(odd)} baris berbeda")
    return tuple(found)


def _repeat(run: Ulang, event: Peristiwa) -> None:
    periode = event.periode or ""
    effect = EFFECTS.get(event.aksi)
    if effect is not None:
        effect(run, periode, event)
    if event.aksi in MEMBATALKAN_REVISI:
        run.hasil.records.void_revisions(periode, event.waktu)
    if event.objek in _FORMS:
        if event.baru is not None:
            run.hasil.records.put_form(periode, event.objek, event.baru)
    elif event.aksi in _MENJAWAB:
        run.hasil.records.answer_returns(periode, _MENJAWAB[event.aksi], event.waktu)
