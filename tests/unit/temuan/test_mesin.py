from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.temuan import (
    Penerimaan,
    SubjekBulan,
    Temuan,
    periksa_bacaan,
    periksa_bulan,
    periksa_lembar,
    urutkan,
)
from tests.unit.temuan.bangun import (
    ATURAN,
    DAFTAR,
    DES,
    FACTS,
    KODE,
    Angka,
    bersih,
    lembar,
    pada_bacaan,
    pada_lembar,
    subjek,
    tabel,
    tanpa,
)

AGAM, PADANG = "13.06", "13.71"
KODE_DOKUMEN = st.sampled_from(["AK017", "ACERAI", "AKAWIN", "AMATI"])


@st.composite
def clean_rows(draw: st.DrawFn, kode: str) -> dict[str, dict[str, Angka]]:
    """A sheet that contradicts nothing: distinct, plausible, memiliki ≤ wajib."""
    rows: dict[str, dict[str, Angka]] = {}
    for place, region in enumerate(KODE):
        half = draw(st.integers(1_000, 9_000)) + 10_000 * place
        share = draw(st.integers(1, half - 60))
        if kode == "AMATI":
            rows[region] = {"memiliki.l": half, "memiliki.p": share}
        elif kode == "AKAWIN":
            rows[region] = {"wajib.l": half, "wajib.p": half + 7,
                            "memiliki.l": share, "memiliki.p": share + 3}  # fmt: skip
        else:
            rows[region] = {"wajib.jml": 2 * half, "memiliki.jml": share}
    return rows


@given(st.data(), KODE_DOKUMEN)
def test_clean_figures_have_no_findings_keyed_or_read(data: st.DataObject, kode: str) -> None:
    rows = data.draw(clean_rows(kode))
    assert pada_lembar(rows, kode) == ()
    assert pada_bacaan(tabel(rows, kode)) == ()


def angka() -> st.SearchStrategy[Angka]:
    return st.one_of(st.none(), st.integers(0, 40))


def any_rows() -> st.SearchStrategy[dict[str, dict[str, Angka]]]:
    row: st.SearchStrategy[dict[str, Angka]] = st.fixed_dictionaries(
        {"wajib.jml": angka(), "memiliki.jml": angka()}
    )
    return st.dictionaries(st.sampled_from(KODE), row, max_size=19)


@given(any_rows(), any_rows(), st.randoms(use_true_random=False))
def test_the_order_in_which_cells_were_keyed_changes_nothing(
    now: dict[str, dict[str, Angka]], then: dict[str, dict[str, Angka]], random: object
) -> None:
    assert hasattr(random, "shuffle")
    regions = list(now)
    random.shuffle(regions)
    shuffled = {kode: now[kode] for kode in regions}
    last = lembar(then)
    assert pada_lembar(now, lalu=last) == pada_lembar(shuffled, lalu=last)


@given(any_rows(), any_rows())
def test_whatever_stands_there_the_rules_speak_plain_sentences(
    now: dict[str, dict[str, Angka]], then: dict[str, dict[str, Angka]]
) -> None:
    found = (*pada_lembar(now, lalu=lembar(then), target=9_800), *pada_bacaan(tabel(now)))
    for t in found:
        assert t.message and "{" not in t.message and "None" not in t.message
        assert t.bukti
        assert t.message.endswith((".", "?"))


@given(any_rows(), any_rows())
def test_findings_are_stable_while_values_are_and_their_keys_are_unique(
    now: dict[str, dict[str, Angka]], then: dict[str, dict[str, Angka]]
) -> None:
    first, again = (pada_lembar(now, lalu=lembar(then)) for _ in range(2))
    assert [(t.kunci, t.bukti) for t in first] == [(t.kunci, t.bukti) for t in again]
    assert len({t.kunci for t in first}) == len(first)


def test_a_reason_lapses_when_the_value_changes() -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 100_000, "memiliki.jml": 70_000}}
    last = lembar({**bersih(langkah=-1), AGAM: {"wajib.jml": 100_000, "memiliki.jml": 75_000}})
    (before,) = pada_lembar(rows, hanya="R20", lalu=last)
    rows[AGAM]["memiliki.jml"] = 70_001
    (after,) = pada_lembar(rows, hanya="R20", lalu=last)
    assert before.kunci == after.kunci
    assert before.bukti != after.bukti


def test_errors_come_first_then_rule_document_and_region() -> None:
    found = [
        Temuan("R29", "info", "i", "AK017"),
        Temuan("R06", "error", "c", "AK017", "13.71"),
        Temuan("R06", "error", "b", "AK017", "13.06"),
        Temuan("R06", "error", "d", "ACERAI", "13.01"),
        Temuan("R17", "warning", "w", "AK017"),
        Temuan("R01", "error", "a", "ACERAI"),
    ]
    ordered = urutkan([*found, found[0]], ("AK017", "ACERAI"))
    assert "".join(t.message for t in ordered) == "abcdwi"


def test_rules_can_be_switched_off_and_singled_out() -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": None}}
    sheet = subjek(lembar(rows))
    assert [t.rule for t in periksa_lembar(sheet, ATURAN)] == ["R06"]
    assert periksa_lembar(sheet, tanpa(ATURAN, "R06")) == ()
    assert periksa_lembar(sheet, ATURAN, hanya={"R01", "R07"}) == ()


def test_a_rule_can_be_kept_to_some_documents_and_tried_with_other_thresholds() -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": None}}
    only = {**ATURAN, "R06": replace(ATURAN["R06"], dokumen=("AK017",))}
    assert periksa_lembar(subjek(lembar(rows)), only) == ()
    strict = replace(ATURAN["R21"], ambang={**ATURAN["R21"].ambang, "poin": "0,001"})
    sheet = subjek(lembar(bersih(langkah=3)), lalu=lembar(bersih()))
    found = periksa_lembar(sheet, {**ATURAN, "R21": strict}, hanya={"R21"})
    assert len(found) == 19


def test_a_month_has_the_findings_of_its_sheets_and_its_own() -> None:
    broken = {**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": 11}}
    month = SubjekBulan(
        DES,
        DAFTAR,
        lembar=(subjek(lembar(bersih("AKAWIN"), "AKAWIN")), subjek(lembar(broken))),
        dokumen=FACTS.aktif,
        penerimaan=Penerimaan(hardcopy=False, softcopy=True),
    )
    assert [t.rule for t in periksa_bulan(month, ATURAN)] == ["R09", "R16"]


def test_tables_of_other_services_and_unknown_documents_are_left_alone() -> None:
    foreign = replace(tabel({AGAM: {"wajib.jml": 1, "memiliki.jml": 9}}), dokumen="KTP")
    nameless = replace(foreign, dokumen=None)
    bacaan = Bacaan((), (foreign, nameless), None, None)
    assert periksa_bacaan(bacaan, DES, FACTS.dokumen, DAFTAR, None, ATURAN) == ()
    assert PADANG in KODE
