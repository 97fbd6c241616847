"""Step 6, the LAKIP's text in the Kabid's hands: edits, text files, drafts, doubtful numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import BagianLakip, PemeriksaAngka, paragraf_dari
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan
from civreg_tui.services.lakip.composing import save_text
from civreg_tui.services.people.confine import readable, readable_folders
from civreg_tui.services.workspace import Workspace

BATAS_BERKAS = 200_000
"""Largest text file for one section, in bytes."""


def keep_edit(ws: Workspace, periode: str, section: BagianLakip, teks: str) -> bool:
    """Keep an edited section; the composed text again takes the edit back. False = no change.

    Saving a section whose figures changed since the edit settles that, even with the same text.
    """
    wanted = paragraf_dari(teks)
    composed = () if section.penilaian else section.asal
    unchanged = wanted == section.paragraf and not section.bentrok
    if unchanged or not (wanted or section.disunting):
        return False
    same = wanted == composed and not section.penilaian
    save_text(ws, periode, section, "" if same else "\n\n".join(wanted))
    return True


def take_back(ws: Workspace, periode: str, section: BagianLakip) -> None:
    """Drop a section's edit, so that the composed text (or the empty slot) shows again."""
    if not section.disunting:
        raise Ditolak("Bagian ini tidak disunting; yang tampil sudah susunan program.")
    save_text(ws, periode, section, "")


def suggestion(section: BagianLakip) -> str:
    """What the data suggest for a section, as text for the editor; Ditolak when nothing."""
    if not section.saran:
        raise Ditolak("Tidak ada saran dari data untuk bagian ini. Enter untuk menulis sendiri.")
    return "\n\n".join(section.saran)


def strange_numbers(report: Laporan, sections: Sequence[BagianLakip]) -> dict[str, tuple[str, ...]]:
    """Per edited section the sentences on numbers that do not stand in the month's data."""
    edited = [section for section in sections if section.disunting]
    if not edited:
        return {}
    checker = PemeriksaAngka(report, load_phrases())
    found = {section.id: _strange(checker, section.paragraf) for section in edited}
    return {key: sentences for key, sentences in found.items() if sentences}


def strange_numbers_in(report: Laporan, teks: str) -> tuple[str, ...]:
    """The same for a text that is being written."""
    return _strange(PemeriksaAngka(report, load_phrases()), paragraf_dari(teks))


def _strange(checker: PemeriksaAngka, texts: Sequence[str]) -> tuple[str, ...]:
    wrong = dict.fromkeys(number for text in texts for number in checker.periksa(text))
    return tuple(checker.keterangan(number) for number in wrong)


def text_files(ws: Workspace) -> tuple[str, ...]:
    """The names of the text files in the inbox that can replace a section."""
    if not ws.masuk.is_dir():
        return ()
    files = (entry for entry in ws.masuk.iterdir() if entry.suffix.lower() == ".txt")
    return tuple(sorted(entry.name for entry in files if entry.is_file()))


def read_text_file(ws: Workspace, name: str) -> str:
    """The text of a file in the inbox; Ditolak when it is no plain text of usable size."""
    from civreg_tui.softcopy.files.source import load

    path = readable(ws, ws.masuk / Path(name).name)
    data = load(path, readable_folders(ws)).data
    if len(data) > BATAS_BERKAS:
        raise Ditolak(f"{path.name} terlalu besar untuk satu bagian. Pendekkan dulu.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Ditolak(f"{path.name} bukan teks UTF-8. Simpan ulang sebagai teks UTF-8.") from None
    clean = "".join(c for c in text.expandtabs(4) if c.isprintable() or c == "\n")
    if not clean.strip():
        raise Ditolak(f"{path.name} kosong.")
    return clean


def kept_draft(ws: Workspace, periode: str, bagian: str) -> str | None:
    """The text that was half-written when the line to the terminal was cut, or None."""
    return ws.store.preferences.habit(ws.pelaku.akun, _draft_key(periode, bagian))


def keep_draft(ws: Workspace, periode: str, bagian: str, teks: str | None) -> None:
    """Remember a half-written text for the account; None forgets it. An auditor has none."""
    if ws.hanya_baca:
        return
    with ws.store.transaction():
        ws.store.preferences.put_habit(ws.pelaku.akun, _draft_key(periode, bagian), teks)


def _draft_key(periode: str, bagian: str) -> str:
    return f"naskah/{periode}/{bagian}"
