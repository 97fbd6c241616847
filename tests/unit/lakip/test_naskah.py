"""Edits survive recomposition, conflicts show, empty slots block delivery."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.lakip import (
    bentrokan,
    gabung,
    isi_tanda,
    paragraf_dari,
    slot_kosong,
    susun,
    tak_terpakai,
    teks_dari,
)
from civreg_tui.services.lakip.composing import delivery_blockers
from tests.unit.lakip import contoh

SLOT = ("bab3.penyebab", "bab3.solusi", "bab4.langkah")


def by_id(laporan):
    return {b.id: b for b in susun(laporan, "bulanan", contoh.FRASA)}


def test_an_edit_replaces_the_composed_text_and_is_marked():
    edited = by_id(contoh.laporan(naskah=(("bab1.gambaran", "Satu.\n\nDua."),)))["bab1.gambaran"]
    assert edited.paragraf == ("Satu.", "Dua.")
    assert edited.disunting
    assert not edited.bentrok
    assert edited.asal[0].startswith("Bidang Fasilitasi")


def test_an_edit_survives_new_figures_and_the_conflict_is_shown():
    # GIVEN an edit of the realisation, kept with what it replaced
    before = by_id(contoh.laporan())["bab3.target"]
    kept = {
        "naskah": (("bab3.target", "Teks Kabid."),),
        "naskah_asal": (("bab3.target", before.sidik),),
    }
    assert not bentrokan(susun(contoh.laporan(**kept), "bulanan", contoh.FRASA))
    # WHEN the target changes
    others = contoh.laporan().rekap[1:]
    changed = contoh.laporan(rekap=(contoh.rekap_lahir(target=9900), *others), **kept)
    after = by_id(changed)["bab3.target"]
    # THEN the edit stands and says that the figures behind it moved
    assert after.paragraf == ("Teks Kabid.",)
    assert after.bentrok


def test_an_edit_of_a_section_untouched_by_the_change_has_no_conflict():
    before = by_id(contoh.laporan())["bab1.gambaran"]
    kept = {
        "naskah": (("bab1.gambaran", "Teks Kabid."),),
        "naskah_asal": (("bab1.gambaran", before.sidik),),
    }
    others = contoh.laporan().rekap[1:]
    changed = contoh.laporan(rekap=(contoh.rekap_lahir(target=9900), *others), **kept)
    assert not by_id(changed)["bab1.gambaran"].bentrok


def test_slots_are_empty_until_they_are_written_to_the_end():
    empty = slot_kosong(susun(contoh.laporan(), "bulanan", contoh.FRASA))
    assert tuple(b.id for b in empty) == SLOT
    assert all(b.saran for b in empty)
    written = (
        ("bab3.penyebab", "Karena [uraikan penyebabnya]."),
        ("bab3.solusi", "Jemput bola."),
        ("bab4.langkah", " \n "),
    )
    left = slot_kosong(susun(contoh.laporan(naskah=written), "bulanan", contoh.FRASA))
    assert tuple(b.id for b in left) == ("bab3.penyebab", "bab4.langkah")


def test_an_edit_without_a_section_is_not_lost_silently():
    composed = susun(contoh.laporan(), "bulanan", contoh.FRASA)
    assert tak_terpakai(composed, (("lama", "Teks."), ("bab1.isu", "x"))) == (("lama", "Teks."),)


def test_merging_twice_changes_nothing():
    naskah = (("bab1.gambaran", "Satu."),)
    once = gabung(susun(contoh.laporan(), "bulanan", contoh.FRASA), naskah)
    assert gabung(once, naskah) == once


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Zl", "Zp", "Cs")), min_size=1)))
def test_what_the_editor_shows_is_read_back(lines):
    paragraphs = tuple(line.strip() for line in lines if line.strip())
    assert paragraf_dari("\n\n".join(paragraphs)) == paragraphs


def test_the_editor_shows_what_is_printed():
    section = by_id(contoh.laporan())["bab1.gambaran"]
    assert paragraf_dari(teks_dari(section)) == section.paragraf


def test_suggestions_with_their_marks_filled_in_are_a_complete_text():
    slot = by_id(contoh.laporan())["bab3.penyebab"]
    text = isi_tanda("\n".join(slot.saran), "upaya bersama")
    assert "melalui upaya bersama." in text
    assert not by_id(contoh.laporan(naskah=((slot.id, text),)))[slot.id].kosong


def test_an_unfinished_part_is_told_from_an_empty_one():
    written = (("bab3.penyebab", "Karena [uraikan penyebabnya]."),)
    told = delivery_blockers(susun(contoh.laporan(naskah=written), "bulanan", contoh.FRASA))
    assert ["[uraikan" in line for line in told] == [True, False, False]
    assert all(line.endswith("belum diisi.") for line in told[1:])
