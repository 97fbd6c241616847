"""Words again: reasons, returns and their answers, the LAKIP's text, targets, taught headings."""

from __future__ import annotations

import msgspec

from civreg_tui.domain.ajaran import BarisAjaran
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.laporan import Sasaran
from civreg_tui.domain.trail_names import cell_of
from civreg_tui.services.entri.answers import FORM as JAWABAN
from civreg_tui.services.entri.answers import MENJAWAB, Jawaban
from civreg_tui.services.month.take_back import DIBUKA_LAGI
from civreg_tui.services.serial import dump
from civreg_tui.services.trail.effects.run import Efek, Ulang
from civreg_tui.store.records import Naskah, Pengembalian, Penjelasan
from civreg_tui.store.trail import Peristiwa


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
    found = run.hasil.records.last_return(periode, Aksi.KEMBALIKAN_KE_STAF)
    if found is None:
        raise ValueError(f"{periode}: the trail answers a return that it does not tell of")
    return found


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


EFFECTS: dict[str, Efek] = {
    Aksi.KEMBALIKAN_KE_PIAK: _returned,
    Aksi.KEMBALIKAN_KE_STAF: _returned,
    Aksi.KEMBALIKAN_KE_KASI: _returned,
    Aksi.KEMBALIKAN_KE_KABID: _returned,
    Aksi.JELASKAN_TEMUAN: _explain,
    MENJAWAB: _answer,
    Aksi.TARIK_KEMBALI: _taken_back,
    Aksi.SUSUN_LAKIP: _text,
    "isi_target": _target,
    "ajarkan_judul": _teach,
    "lupakan_judul": _forget,
}
