"""The trail replayed into an empty store: what every event did, done again.

Contents that an event only names by their hash (softcopies, revisions, deliveries) are taken
from the source, and only when they have that hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from civreg_tui.config import Config, month_config
from civreg_tui.domain.ajaran import BarisAjaran
from civreg_tui.domain.dokumen import Dokumen, Rincian
from civreg_tui.domain.langkah import MEMBATALKAN_REVISI, Aksi, Keadaan
from civreg_tui.domain.laporan import Bahan, Sasaran
from civreg_tui.domain.lembar import Isian
from civreg_tui.domain.trail_names import cell_of, column_of, figure_of
from civreg_tui.domain.verifikasi import Ulangan
from civreg_tui.services.entri.answers import FORM as JAWABAN
from civreg_tui.services.entri.answers import Jawaban
from civreg_tui.services.entri.enter import BERTANDA
from civreg_tui.services.month.forms import dump
from civreg_tui.services.month.take_back import DIBUKA_LAGI
from civreg_tui.store.cells import Catatan, Keputusan
from civreg_tui.store.months import BerkasBulan, KepalaLembar
from civreg_tui.store.records import Naskah, Pengembalian, Penjelasan
from civreg_tui.store.snapshot import snapshot
from civreg_tui.store.store import Store
from civreg_tui.store.trail import Peristiwa

_KEMBALI = {
    Aksi.KEMBALIKAN_KE_PIAK,
    Aksi.KEMBALIKAN_KE_STAF,
    Aksi.KEMBALIKAN_KE_KASI,
    Aksi.KEMBALIKAN_KE_KABID,
}
_MENJAWAB: dict[str, tuple[Aksi, ...]] = {
    Aksi.TERIMA_LAPORAN: (Aksi.KEMBALIKAN_KE_PIAK,),
    Aksi.TERIMA_SUSULAN: (Aksi.KEMBALIKAN_KE_PIAK,),
    Aksi.SERAHKAN_KE_KASI: (Aksi.KEMBALIKAN_KE_STAF,),
    Aksi.VALIDASI: (Aksi.KEMBALIKAN_KE_KASI,),
    Aksi.SAMPAIKAN_LAKIP: (Aksi.KEMBALIKAN_KE_KABID,),
}
"""Which returns an act answers, since the work was handed on again."""


@dataclass
class Ulang:
    """A replay under way: from one store into another, with the configuration's defaults."""

    asal: Store
    hasil: Store
    config: Config


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
    effect = _EFFECTS.get(event.aksi)
    if effect is not None:
        effect(run, periode, event)
    if event.aksi in _KEMBALI:
        _returned(run, periode, event)
    elif event.objek in _FORMS and event.baru is not None:
        run.hasil.records.put_form(periode, event.objek, event.baru)
    if event.aksi in MEMBATALKAN_REVISI:
        run.hasil.records.void_revisions(periode, event.waktu)
    for kind in _MENJAWAB.get(event.aksi, ()):
        if event.objek not in _FORMS:
            run.hasil.records.answer_returns(periode, kind, event.waktu)


_FORMS = {"disposisi", "penerimaan", "anggaran", "edisi", "bahan", "tanda_terima", "nota", "ajaran"}
"""Forms whose whole content the event carries."""


# -- the month and its sheets ----------------------------------------------------------------------


def _open(run: Ulang, periode: str, event: Peristiwa) -> None:
    definitions, example = event.baru or "{}", event.alasan == "contoh"
    month = BerkasBulan(periode, event.objek, Keadaan.DISPOSISI_KABID, definitions, example)
    run.hasil.months.add(month)
    facts = month_config(run.config, msgspec.json.decode(definitions)).facts
    before = {h.dokumen: h.rincian for h in run.hasil.months.sheets(_month_before(periode))}
    for document in facts.aktif:
        run.hasil.months.put_sheet(periode, _head(document, before, event.objek))


def _month_before(periode: str) -> str:
    from civreg_tui.domain.periode import Periode

    return str(Periode.parse(periode).shift(-1))


def _head(document: Dokumen, before: dict[str, Rincian], acuan: str) -> KepalaLembar:
    split = before.get(document.kode, document.rincian)
    return KepalaLembar(document.kode, split, acuan, document.kelompok, contoh=False)


def _move(run: Ulang, periode: str, event: Peristiwa) -> None:
    run.hasil.months.set_state(periode, Keadaan(event.baru or ""))


def _reference(run: Ulang, periode: str, event: Peristiwa) -> None:
    run.hasil.months.set_acuan(periode, event.baru or "")


def _change_head(run: Ulang, periode: str, dokumen: str, **change: Any) -> None:
    heads = {head.dokumen: head for head in run.hasil.months.sheets(periode)}
    run.hasil.months.put_sheet(periode, replace(heads[dokumen], **change))


def _split(run: Ulang, periode: str, event: Peristiwa) -> None:
    _change_head(run, periode, event.objek, rincian=event.baru)


def _example(run: Ulang, periode: str, event: Peristiwa) -> None:
    _change_head(run, periode, event.objek, contoh=True)


# -- figures ---------------------------------------------------------------------------------------


def _key(run: Ulang, periode: str, event: Peristiwa) -> None:
    month = run.hasil.months.get(periode)
    if month is not None and month.keadaan is Keadaan.TERVALIDASI:
        run.hasil.records.void_revisions(periode, event.waktu)
    value = msgspec.json.decode(event.baru or "{}", type=Isian)
    run.hasil.cells.put(periode, *cell_of(event.objek), value, event.no)


def _control(run: Ulang, periode: str, event: Peristiwa) -> None:
    total = msgspec.json.decode(event.baru or "null", type=int | None)
    run.hasil.cells.put_control(periode, *column_of(event.objek), total)


def _note(run: Ulang, periode: str, event: Peristiwa) -> None:
    note = Catatan(event.baru or "", event.alasan == BERTANDA)
    run.hasil.cells.put_note(periode, *cell_of(event.objek), note)


def _decide(run: Ulang, periode: str, event: Peristiwa) -> None:
    if event.baru is None:
        run.hasil.cells.drop_decision(periode, *cell_of(event.objek))
        return
    made = Keputusan(figure_of(event.baru), figure_of(event.lama), event.akun, event.waktu)
    run.hasil.cells.put_decision(periode, *cell_of(event.objek), made)


def _again(run: Ulang, periode: str, event: Peristiwa) -> None:
    made = msgspec.json.decode(event.baru or "{}", type=Ulangan)
    run.hasil.second_keying.put(periode, *cell_of(event.objek), made, event.no)


# -- words -----------------------------------------------------------------------------------------


def _explain(run: Ulang, periode: str, event: Peristiwa) -> None:
    if event.baru is None:
        run.hasil.records.drop_explanation(periode, event.objek)
        return
    given = Penjelasan(event.objek, event.baru or "", event.alasan, event.akun, event.waktu)
    run.hasil.records.put_explanation(periode, given)


def _returned(run: Ulang, periode: str, event: Peristiwa) -> None:
    made = Pengembalian(
        0, event.aksi, event.alasan, event.baru or "[]", event.akun, event.waktu, None
    )
    run.hasil.records.put_return(periode, made)


def _last_return(run: Ulang, periode: str) -> Pengembalian:
    rows = run.hasil.records.returns(periode)
    return [row for row in rows if row.aksi == Aksi.KEMBALIKAN_KE_STAF][-1]


def _taken_back(run: Ulang, periode: str, event: Peristiwa) -> None:
    if event.objek == DIBUKA_LAGI:
        run.hasil.records.reopen_return(_last_return(run, periode).id)


def _answer(run: Ulang, periode: str, event: Peristiwa) -> None:
    returned = _last_return(run, periode)
    form = run.hasil.records.form(periode, JAWABAN)
    kept = msgspec.json.decode(form or "[]", type=list[Jawaban])
    text = event.alasan if event.baru is None else event.baru
    made = Jawaban(returned.id, *cell_of(event.objek), text, event.akun, event.waktu)
    rest = [a for a in kept if a.tempat != made.tempat]
    run.hasil.records.put_form(periode, JAWABAN, dump([*rest, *([made] if text else [])]))


def _text(run: Ulang, periode: str, event: Peristiwa) -> None:
    kind, _, part = event.objek.partition("/")
    if kind != "naskah":
        return
    words = msgspec.json.decode(event.baru or '""', type=str)
    if words.strip():
        text = Naskah(part, words, event.kelompok, event.akun, event.waktu)
        run.hasil.records.put_text(periode, text)
    else:
        run.hasil.records.drop_text(periode, part)


def _target(run: Ulang, _: str, event: Peristiwa) -> None:
    run.hasil.preferences.put_target(msgspec.json.decode(event.baru or "{}", type=Sasaran))


def _teach(run: Ulang, _: str, event: Peristiwa) -> None:
    mark, _, heading = event.objek.partition("/")
    measure, _, sex = (event.baru or "").partition("/")
    lesson = BarisAjaran(
        mark, heading, measure if sex else None, sex or None, event.alasan, event.akun, event.waktu
    )
    run.hasil.lessons.put(lesson)


def _forget(run: Ulang, _: str, event: Peristiwa) -> None:
    mark, _, heading = event.objek.partition("/")
    run.hasil.lessons.drop(mark, heading)


# -- what is kept as bytes -------------------------------------------------------------------------


def _files(run: Ulang, periode: str, event: Peristiwa) -> None:
    if event.objek != "softcopy":
        return
    wanted = msgspec.json.decode(event.baru or "[]", type=list[str])
    for file in run.asal.records.softcopies(periode):
        if file.sha256 in wanted and hashlib.sha256(file.isi).hexdigest() == file.sha256:
            run.hasil.records.put_softcopy(periode, replace(file, oleh=event.akun))


def _validated(run: Ulang, periode: str, event: Peristiwa) -> None:
    for row in run.asal.records.revisions(periode):
        whole = hashlib.sha256(row.isi.encode("utf-8", "surrogateescape")).hexdigest() == event.baru
        if row.kode == event.objek and whole:
            made = replace(
                row, hash=event.baru or "", oleh=event.akun, pada=event.waktu, gugur=None
            )
            run.hasil.records.put_revision(made)


def _delivered(run: Ulang, periode: str, event: Peristiwa) -> None:
    number = event.objek.partition("/")[2]
    if not number:
        return
    for made in run.asal.records.deliveries(periode):
        whole = hashlib.sha256(made.isi).hexdigest() == event.baru
        if str(made.no) == number and whole:
            kept = replace(made, sha256=event.baru or "", oleh=event.akun, pada=event.waktu)
            run.hasil.records.put_delivery(periode, kept)
    run.hasil.records.put_form(periode, "bahan", dump(Bahan()))


Efek = Callable[[Ulang, str, Peristiwa], None]
_EFFECTS: dict[str, Efek] = {
    "buka_bulan": _open,
    "tandai_contoh": _example,
    "pindah": _move,
    "ganti_acuan": _reference,
    "ganti_rincian": _split,
    "ikuti_rincian": _split,
    Aksi.ISI_SEL: _key,
    "isi_kendali": _control,
    "catat_sel": _note,
    "putuskan_selisih": _decide,
    Aksi.VERIFIKASI: _again,
    Aksi.JELASKAN_TEMUAN: _explain,
    "jawab_pengembalian": _answer,
    Aksi.TARIK_KEMBALI: _taken_back,
    Aksi.SUSUN_LAKIP: _text,
    "isi_target": _target,
    "ajarkan_judul": _teach,
    "lupakan_judul": _forget,
    Aksi.TERIMA_LAPORAN: _files,
    Aksi.TERIMA_SUSULAN: _files,
    Aksi.VALIDASI: _validated,
    Aksi.SAMPAIKAN_LAKIP: _delivered,
}
"""What an event did besides being one; events that are not here changed nothing."""
