"""Step 5: handing over, checking, and validating a numbered, hashed revision."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import Pengesahan, TemuanDijawab
from civreg_tui.domain.lembar import Alamat
from civreg_tui.services.entri.answers import unanswered
from civreg_tui.services.month.clock import step_times
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.procedure import Catatan, act, permitted
from civreg_tui.services.month.returns import answer
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.people.pin import require_confirmed
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import BarisRevisi


@dataclass(frozen=True, slots=True)
class Halangan:
    """Something that must be settled first: a sentence, and the place to go to."""

    kalimat: str
    dokumen: str | None = None
    alamat: Alamat | None = None
    temuan: TemuanDijawab | None = None


def entry_blockers(ws: Workspace, periode: str) -> tuple[Halangan, ...]:
    """What keeps the Staf from handing over: empty cells, undecided differences, no answers."""
    found: list[Halangan] = []
    silent = unanswered(ws, periode)
    if silent:
        sentence = f"{len(silent)} sel yang dikembalikan Kasi belum diubah atau dijawab."
        found.append(Halangan(sentence, silent[0].dokumen, silent[0].alamat))
    for sheet in load_month(ws, periode):
        code, name = sheet.dokumen.kode, sheet.dokumen.nama
        empty = sheet.kosong()
        if empty:
            found.append(Halangan(f"{name}: {len(empty)} sel masih kosong.", code, empty[0]))
        open_ = differences(ws, sheet)
        if open_:
            sentence = f"{name}: {len(open_)} selisih dengan softcopy belum diputuskan (F9)."
            found.append(Halangan(sentence, code, open_[0].alamat))
    return tuple(found)


def validation_blockers(ws: Workspace, periode: str) -> tuple[Halangan, ...]:
    """What keeps the Kasi from validating: all of entry's, errors, unexplained warnings."""
    found = [
        Halangan(answer_.temuan.message, answer_.temuan.document, _cell(answer_), answer_)
        for answer_ in check_month(ws, periode)
        if blocks(answer_)
    ]
    return (*found, *entry_blockers(ws, periode))


def blocks(answer_: TemuanDijawab) -> bool:
    """Whether a finding keeps a month from being validated."""
    level = answer_.temuan.level
    return level == "error" or (level == "warning" and answer_.alasan is None)


def _cell(answer_: TemuanDijawab) -> Alamat | None:
    found = answer_.temuan
    if found.region is None or found.kolom is None:
        return None
    return Alamat(found.region, *found.kolom)


def hand_over(ws: Workspace, periode: str) -> None:
    """Step 4 → 5: the Staf hands the recap to the Kasi; Ditolak names what is missing."""
    with ws.store.transaction():
        permitted(ws, periode, Aksi.SERAHKAN_KE_KASI)
        blockers = entry_blockers(ws, periode)
        if blockers:
            raise Ditolak(f"Belum dapat diserahkan. {blockers[0].kalimat}")
        act(ws, periode, Aksi.SERAHKAN_KE_KASI)
        answer(ws, periode, Aksi.KEMBALIKAN_KE_STAF)


def validate(ws: Workspace, periode: str) -> BarisRevisi:
    """Freeze a numbered revision of everything the month rests on; Ditolak names what blocks.

    What is frozen is what was checked: nobody writes in between.
    """
    with ws.store.transaction():
        permitted(ws, periode, Aksi.VALIDASI)
        _refuse_blocked(validation_blockers(ws, periode))
        require_confirmed(ws, Aksi.VALIDASI)
        revision = _revision(ws, periode)
        act(ws, periode, Aksi.VALIDASI, Catatan(revision.kode, None, revision.hash))
        ws.store.records.put_revision(revision)
        answer(ws, periode, Aksi.KEMBALIKAN_KE_KASI)
    return revision


def _refuse_blocked(blockers: Sequence[Halangan]) -> None:
    if blockers:
        raise Ditolak(f"Belum dapat divalidasi ({len(blockers)} halangan). {blockers[0].kalimat}")


def _revision(ws: Workspace, periode: str) -> BarisRevisi:
    """The month with its targets, rules, findings and reasons, who validates and when, hashed."""
    from civreg_tui.services.output.report import build_report

    number = len(ws.store.records.revisions(periode)) + 1
    who = Pengesahan(number, ws.pelaku.akun, ws.pelaku.sebutan("kasi"), ws.now())
    rules = tuple(ws.facts(periode).aturan.values())
    sealed = replace(
        build_report(ws, periode, signing="kasi"),
        pengesahan=who,
        aturan=rules,
        waktu=step_times(ws, periode, ke=Keadaan.TERVALIDASI),
    )
    content = dump(sealed)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return BarisRevisi(
        periode, number, short_code(digest), digest, content, who.oleh, who.pada, None
    )


def short_code(digest: str) -> str:
    """The verification code printed on papers: the hash's first 40 bits, ``ABCD-EFGH``."""
    letters = base64.b32encode(bytes.fromhex(digest[:10])).decode()
    return f"{letters[:4]}-{letters[4:]}"


def unvalidate(ws: Workspace, periode: str, alasan: str) -> None:
    """Take the validation back with a reason; only until the Kabid has begun step 6."""
    act(ws, periode, Aksi.BATAL_VALIDASI, Catatan(alasan=alasan))


def find_code(ws: Workspace, code: str) -> BarisRevisi | None:
    """The revision a printed verification code belongs to, or None."""
    wanted = code.strip().upper().replace("-", "")
    rows = ws.store.records.revisions()
    return next((row for row in rows if row.kode.replace("-", "") == wanted), None)
