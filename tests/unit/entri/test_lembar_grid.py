"""What the grid shows of a sheet: figures, live sums and coverage, states, foot, commits."""

from __future__ import annotations

from dataclasses import replace

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.lembar import KOSONG, Alamat, Isian, Kolom
from civreg_tui.services.penerimaan.softcopies import Selisih
from civreg_tui.store.cells import Catatan
from civreg_tui.terminal.grid_model import CLEARED, NIL, Entry, Kind, takes_entry
from screens.entri.kolom import Ruang
from screens.entri.lembar_grid import isian_dari
from tests.unit.entri.bangun import Meja, view
from tests.unit.temuan.bangun import KODE, NOV, bersih, lembar

AGAM = "13.06"
WAJIB, MEMILIKI = Kolom("wajib", "jml"), Kolom("memiliki", "jml")
ROW = KODE.index(AGAM)


def number(value: int) -> Entry:
    return Entry(Kind.NUMBER, value)


def test_a_row_shows_its_figures_and_what_follows_from_them() -> None:
    rows = bersih()
    rows[AGAM] = {"wajib.jml": 11_712, "memiliki.jml": 7_373}
    model = Meja(view(lembar(rows))).model
    assert model.rows[ROW].label == "Agam"
    assert [model.cell(ROW, c).text for c in range(4)] == ["11.712", "7.373", "4.339", "62,95"]
    assert [model.cell(ROW, c).style for c in (0, 2)] == ["normal", "computed"]


def test_a_figure_wider_than_its_column_is_shown_entire_and_only_as_long_as_it_stands() -> None:
    rows, wide = bersih("AMATI"), bersih("AMATI")
    wide[AGAM] = {"memiliki.l": 1_500_014_785, "memiliki.p": 10}
    meja = Meja(view(lembar(rows, "AMATI")))
    usual = list(meja.model.columns)
    meja.model.perbarui(view(lembar(wide, "AMATI")))
    assert list(meja.model.columns) == usual
    assert meja.model.lapangkan()
    model = meja.model
    texts = [model.cell(y, 0).text for y in (ROW, len(model.rows))]
    assert texts[0] == "1.500.014.785"
    assert texts[1].count(".") == 3
    for x, column in enumerate(model.columns):
        for y in range(len(model.rows) + len(model.foot)):
            assert len(model.cell(y, x).text) <= column.width
    meja.model.perbarui(view(lembar(rows, "AMATI")))
    assert meja.model.lapangkan()
    assert list(meja.model.columns) == usual
    assert not meja.model.lapangkan()


def test_last_month_and_the_change_stand_beside() -> None:
    rows, then = bersih(), bersih()
    rows[AGAM] = {"wajib.jml": 10_000, "memiliki.jml": 6_000}
    then[AGAM] = {"wajib.jml": 10_000, "memiliki.jml": 6_150}
    model = Meja(view(lembar(rows), lalu=lembar(then, periode=NOV))).model
    assert [model.cell(ROW, c).text for c in (4, 5)] == ["61,50", "-1,50"]


def test_without_last_month_nothing_is_claimed() -> None:
    model = Meja(view(lembar(bersih()))).model
    assert [model.cell(ROW, c).text for c in (4, 5)] == ["", ""]


def test_empty_nil_and_zero_look_different() -> None:
    rows = bersih()
    rows[AGAM] = {}
    sheet = lembar(rows).dengan(Alamat("13.01", *WAJIB), Isian(0, nihil=True))
    sheet = sheet.dengan(Alamat("13.02", *WAJIB), Isian(0))
    model = Meja(view(sheet, findings=())).model
    assert (model.cell(ROW, 0).text, model.cell(ROW, 0).style) == ("·", "empty")
    assert (model.cell(0, 0).text, model.cell(0, 0).style) == ("-", "nil")
    assert (model.cell(1, 0).text, model.cell(1, 0).style) == ("0", "normal")
    assert [model.cell(ROW, c).text for c in (2, 3)] == ["", ""]


def test_more_holders_than_residents_is_marked_at_the_figure() -> None:
    rows = bersih()
    rows[AGAM] = {"wajib.jml": 100, "memiliki.jml": 200}
    model = Meja(view(lembar(rows))).model
    assert (model.cell(ROW, 1).style, model.cell(ROW, 1).mark) == ("error", "!")


def test_an_explained_warning_is_calm() -> None:
    rows = bersih("AKAWIN")
    rows[AGAM] = {"wajib.l": 500, "wajib.p": 500, "memiliki.l": 300, "memiliki.p": 300}
    loud = Meja(view(lembar(rows, "AKAWIN"))).model
    calm = Meja(view(lembar(rows, "AKAWIN"), explained="memang begitu")).model
    marks = [{model.row_mark(ROW), *(model.cell(ROW, c).mark for c in range(8))}
             for model in (loud, calm)]  # fmt: skip
    assert "?" in marks[0]
    assert "?" not in marks[1]
    assert "+" in marks[1]


def test_a_difference_with_the_softcopy_is_marked_until_it_is_decided() -> None:
    sheet = lembar(bersih())
    alamat = Alamat(AGAM, *WAJIB)
    diff = Selisih("ACERAI", alamat, sheet.nilai(*alamat), SelSumber("L!F8", "9", 9))
    model = Meja(view(sheet, differences={alamat: diff})).model
    assert (model.cell(ROW, 0).style, model.cell(ROW, 0).mark) == ("differs", "≠")


def test_a_note_shows_also_on_an_empty_cell() -> None:
    rows = bersih()
    rows[AGAM] = {"memiliki.jml": 9}
    notes = {Alamat(AGAM, *kolom): Catatan("tanya", tanda=False) for kolom in (WAJIB, MEMILIKI)}
    model = Meja(view(lembar(rows), notes=notes, findings=())).model
    assert (model.cell(ROW, 0).text, model.cell(ROW, 0).mark) == ("·", "*")
    assert (model.cell(ROW, 1).style, model.cell(ROW, 1).mark) == ("noted", "*")


def test_carried_figures_are_skipped_but_can_be_typed_over() -> None:
    sheet = lembar(bersih()).dengan(Alamat(AGAM, *WAJIB), Isian(5, asal="bawaan"))
    model = Meja(view(sheet, findings=())).model
    assert (model.cell(ROW, 0).style, model.cell(ROW, 0).mark) == ("carried", "=")
    assert takes_entry(model, ROW, 0)


def test_after_a_return_only_the_named_cells_take_entries() -> None:
    open_ = frozenset({Alamat(AGAM, *WAJIB)})
    model = Meja(view(lembar(bersih()), reopened=open_)).model
    assert takes_entry(model, ROW, 0)
    assert not takes_entry(model, ROW, 1)
    assert (model.cell(ROW, 1).style, model.cell(ROW, 1).mark) == ("locked", "x")


def test_a_sheet_to_read_shows_its_figures_without_locks() -> None:
    model = Meja(view(lembar(bersih()), writable=False)).model
    assert model.cell(ROW, 0).style == "normal"
    assert not takes_entry(model, ROW, 0)
    assert not takes_entry(model, model.baris_kendali, 0)


def test_the_foot_adds_up_and_gives_the_provinces_coverage() -> None:
    sheet = lembar({"13.01": {"wajib.jml": 100, "memiliki.jml": 50},
                    "13.02": {"wajib.jml": 300, "memiliki.jml": 1}})  # fmt: skip
    model = Meja(view(sheet, findings=())).model
    foot = len(model.rows)
    assert [model.cell(foot, c).text for c in range(4)] == ["400", "51", "349", "12,75"]


def test_a_sum_too_wide_for_its_column_loses_its_dots_not_its_digits() -> None:
    rows = {kode: {"wajib.l": 111_111, "wajib.p": 1} for kode in KODE}
    model = Meja(view(lembar(rows, "AKAWIN"), findings=())).model
    assert model.cell(len(model.rows), 0).text == "2111109"
    assert model.cell(len(model.rows), 2).text == "2.111.128"


def test_the_foot_shows_what_still_differs_from_the_paper_and_when_it_closes() -> None:
    rows = bersih()
    total = sum(row["wajib.jml"] or 0 for row in rows.values())
    model = Meja(view(lembar(rows), kendali={WAJIB: total, MEMILIKI: 1})).model
    line = model.baris_kendali
    assert model.foot[1].label == "Selisih"
    assert model.cell(line, 0).text == "cocok"
    assert model.cell(line, 1).style == "error"
    assert model.cell(line, 1).text.startswith("-")


def test_an_unfinished_column_shows_what_is_left_without_alarm() -> None:
    sheet = lembar({"13.01": {"wajib.jml": 100}})
    model = Meja(view(sheet, kendali={WAJIB: 350})).model
    cell = model.cell(model.baris_kendali, 0)
    assert (cell.text, cell.style) == ("250", "normal")


def test_on_the_papers_line_the_paper_itself_is_shown() -> None:
    model = Meja(view(lembar(bersih()), kendali={WAJIB: 350})).model
    model.di_kendali = True
    assert model.foot[1].label == "Kertas"
    assert [model.cell(model.baris_kendali, c).text for c in range(3)] == ["350", "·", ""]


def test_a_tall_terminal_has_a_line_for_each() -> None:
    model = Meja(view(lembar(bersih()), kendali={WAJIB: 350}), Ruang(120, tinggi=True)).model
    assert [row.label for row in model.foot] == ["JUMLAH", "Kertas", "Selisih"]
    assert model.tinggi == 2 + 19 + 3
    assert model.rows[8].label == "13.09 Kab. Kepulauan Mentawai"


def test_commits_say_which_cell_got_what() -> None:
    desk = Meja(view(lembar(bersih())))
    assert desk.model.commit(ROW, 0, number(5)) is None
    assert desk.model.commit(ROW, 1, NIL) is None
    assert desk.cells == [
        {Alamat(AGAM, *WAJIB): Isian(5)},
        {Alamat(AGAM, *MEMILIKI): Isian(0, nihil=True)},
    ]
    assert isian_dari(CLEARED) == KOSONG


def test_a_block_is_one_act_and_control_totals_go_to_the_paper() -> None:
    desk = Meja(view(lembar(bersih())))
    desk.model.commit_all([(0, 0, number(1)), (1, 0, number(2))])
    desk.model.commit(desk.model.baris_kendali, 1, number(77))
    assert [len(block) for block in desk.cells] == [2]
    assert desk.controls == [(MEMILIKI, 77)]


def test_a_refusal_is_passed_on() -> None:
    desk = Meja(view(lembar(bersih())), refusal="Tidak boleh.")
    assert desk.model.commit(0, 0, number(1)) == "Tidak boleh."


def test_places_are_found_also_for_derived_columns() -> None:
    model = Meja(view(lembar(bersih("AKAWIN"), "AKAWIN"))).model
    assert model.tempat(Alamat(AGAM, "wajib", "p")) == (ROW, 1)
    assert model.tempat(Alamat(AGAM, "wajib", "jml")) == (ROW, 2)
    assert model.tempat(Alamat(AGAM, "belum", "l")) == (ROW, 0)
    assert model.tempat(Alamat("99.99", "wajib", "l")) is None
    assert model.alamat(ROW, 7) is None


def test_the_sum_of_both_sexes_carries_its_own_findings() -> None:
    rows = bersih("AKAWIN")
    rows[AGAM] = {"wajib.l": 10, "wajib.p": 10, "memiliki.l": 500, "memiliki.p": 500}
    model = Meja(replace(view(lembar(rows, "AKAWIN")))).model
    assert "error" in {model.cell(ROW, c).style for c in (3, 4, 5)}
