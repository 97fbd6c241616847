"""Step 5: what matters first, one key to the next, and nothing wrong gets through."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.widgets import Input

from civreg_tui.app import CivregApp
from civreg_tui.config import load_config
from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.periode import Periode
from civreg_tui.services.entri.enter import commit_cells, set_note
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.month.hold import holder
from civreg_tui.services.month.months import open_month
from civreg_tui.services.pemeriksaan.agenda import agenda
from civreg_tui.services.pemeriksaan.check import explain
from civreg_tui.services.pemeriksaan.validate import validate, validation_blockers
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.cells import Catatan
from civreg_tui.store.store import Store
from screens.meja_kerja import MejaKerja
from screens.pemeriksaan.angka import Angka
from screens.pemeriksaan.pengembalian import Pengembalian
from tests.pilot.conftest import BULAN, SEKARANG
from tests.pilot.layar import BESAR, KECIL, ketik, sesuai_golden, tekan, teks
from tests.pilot.pemeriksaan.alat import SEPULUH, periksa, pesan, serahkan

AGAM = Alamat("13.06", "memiliki", "jml")


@pytest.fixture
def sepuluh(demo) -> CivregApp:
    """A month with ten planted errors, handed over to the Kasi."""
    ws = demo(4)
    serahkan(ws, SEPULUH)
    return CivregApp(ws, period=BULAN, step=5)


@pytest.fixture
def koreksi(demo) -> CivregApp:
    """A month in which one figure was corrected against the softcopy."""
    ws = demo(4)
    serahkan(ws, {"AK017": {AGAM: 149_002}})
    return CivregApp(ws, period=BULAN, step=5)


async def test_a_clean_month_is_validated_in_three_keys_from_opening_the_app(demo):
    app = CivregApp(demo(5))
    async with app.run_test(size=KECIL) as pilot:
        assert isinstance(app.screen, MejaKerja)
        await tekan(pilot, "enter", "f10", "y")
        assert app.ws.month(BULAN).keadaan is Keadaan.TERVALIDASI
        assert "Divalidasi: revisi 1, kode" in teks(app)


@pytest.mark.parametrize("ukuran", [KECIL, BESAR])
async def test_the_screen_of_a_clean_month(buka, ukuran):
    app = buka(5)
    async with app.run_test(size=ukuran) as pilot:
        await pilot.pause()
        sesuai_golden(f"pemeriksaan_bersih_{ukuran[0]}", teks(app))


async def test_six_documents_leave_the_list_its_room_and_still_name_the_base(_akun, tmp_path):
    office = tmp_path / "civreg.toml"
    office.write_text("[dokumen.AK04]\naktif = true\n[dokumen.AKALL]\naktif = true\n", "utf-8")
    config = load_config(office)
    ws = Workspace(config, Store(tmp_path / "kosong"), clock=lambda: SEKARANG)
    open_month(ws, Periode(2024, 12), "DKB Semester II Tahun 2024")
    app = CivregApp(ws, period=BULAN, step=5)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        lines = teks(app).splitlines()
        assert lines[1].startswith("DKB per 31-12-2024: Lahir 0-17 – · Lahir 0-4 –")
        assert sum(line.startswith(" ! ") for line in lines) >= 12
    ws.close()


async def test_ten_planted_errors_are_all_in_the_first_screenful(sepuluh):
    async with sepuluh.run_test(size=KECIL) as pilot:
        await pilot.pause()
        shown = teks(sepuluh)
        sesuai_golden("pemeriksaan_sepuluh_80", shown)
        errors = [line for line in shown.splitlines() if line.startswith(" ! ")]
        names = sepuluh.ws.facts(BULAN).wilayah
        planted = {(d, names[a.wilayah].nama) for d, cells in SEPULUH.items() for a in cells}
        assert len(planted) == len(errors) == 10
        for dokumen, name in planted:
            assert any(dokumen in line and name in line for line in errors), (dokumen, name)


async def test_none_of_the_ten_can_be_validated_away(sepuluh):
    ws = sepuluh.ws
    async with sepuluh.run_test(size=KECIL) as pilot:
        for _ in range(10):
            await tekan(pilot, "enter")
            assert "Kesalahan tidak dapat dijelaskan" in pesan(sepuluh)
            await tekan(pilot, "t")
            assert "tidak cukup diterima" in pesan(sepuluh)
            await tekan(pilot, "f3")
        await tekan(pilot, "f10")
        assert "Belum dapat divalidasi" in pesan(sepuluh)
        assert ws.month(BULAN).keadaan is Keadaan.PEMERIKSAAN
    # WHEN everything that can be explained is explained
    for item in agenda(ws, BULAN):
        if item.temuan is not None and item.temuan.temuan.level == "warning":
            explain(ws, BULAN, item.temuan.temuan, "data ganda dihapus")
        elif item.menghalangi:
            with pytest.raises(Ditolak):
                explain(ws, BULAN, item.temuan.temuan, "data ganda dihapus")
    # THEN the ten still stand, and nothing validates
    assert len(validation_blockers(ws, BULAN)) == 10
    with pytest.raises(Ditolak, match="10 halangan"):
        validate(ws, BULAN)
    assert ws.store.records.revisions(BULAN) == []


async def test_f10_stands_on_the_weightiest_blocker_and_h_goes_to_any(sepuluh):
    async with sepuluh.run_test(size=KECIL) as pilot:
        await tekan(pilot, "end", "f10")
        assert next(iter(periksa(sepuluh).butir.values())) == periksa(sepuluh).terpilih
        await tekan(pilot, "h", "down", "down", "enter")
        assert list(periksa(sepuluh).butir.values())[2] == periksa(sepuluh).terpilih


async def test_a_blocker_that_is_no_finding_is_gone_to_as_well(demo):
    ws = demo(4)
    ws.pelaku = ws.pelaku.sebagai("staf")
    take_over_all(ws, BULAN)
    commit_cells(ws, BULAN, "ACERAI", {Alamat("13.77", "memiliki", "jml"): Isian(1_249)})
    with ws.store.transaction():  # handed over by a hand that asked nothing
        ws.store.months.set_state(BULAN, Keadaan.PEMERIKSAAN)
    ws.pelaku = ws.pelaku.sebagai("kasi")
    app = CivregApp(ws, period=BULAN, step=5)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "h", "end")
        assert "1 selisih dengan softcopy belum diputuskan" in teks(app)
        await tekan(pilot, "enter")
        assert isinstance(app.screen, Angka)
        assert app.screen.query_one("#angka").terpilih == "13.77"
        assert "Akta Perceraian" in teks(app).splitlines()[0]


async def test_f3_and_the_bracket_walk_around_the_list(sepuluh):
    async with sepuluh.run_test(size=KECIL) as pilot:
        items = list(periksa(sepuluh).butir.values())
        await tekan(pilot, "f3", "right_square_bracket")
        assert periksa(sepuluh).terpilih == items[2]
        await tekan(pilot, "left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert periksa(sepuluh).terpilih == items[-1]


async def test_a_warning_is_explained_from_the_pick_list_and_the_next_one_waits(koreksi):
    async with koreksi.run_test(size=KECIL) as pilot:
        items = list(periksa(koreksi).butir.values())
        await tekan(pilot, "enter", "enter", "enter")
        found = next(i for i in periksa(koreksi).butir.values() if i.kunci == items[0].kunci)
        assert found.temuan.alasan == "pindah"
        assert found.temuan.oleh == "budi"
        assert periksa(koreksi).terpilih.kunci == items[1].kunci


def ke(screen, cocok) -> None:
    """Stand on the first item that fits."""
    place = next(n for n, item in enumerate(screen.butir.values()) if cocok(item))
    screen.query_one("#butir").highlighted = place


async def test_the_reason_given_is_seen_on_a_small_screen_too(koreksi):
    async with koreksi.run_test(size=KECIL) as pilot:
        await tekan(pilot, "enter", "enter", "enter")
        screen = periksa(koreksi)
        ke(screen, lambda item: item.temuan is not None and item.temuan.alasan is not None)
        await tekan(pilot, "t")
        ke(screen, lambda item: bool(item.diterima))
        await pilot.pause()
        shown = teks(koreksi)
        for words in ("bulan lalu", "softcopy", "12 bulan", "kendali hardcopy", "Diisi budi",
                      "Alasan: pindah (budi", "Diterima oleh budi."):  # fmt: skip
            assert words in shown, words


async def test_one_reason_for_all_warnings_of_a_row(koreksi):
    async with koreksi.run_test(size=KECIL) as pilot:
        row = [i for i in periksa(koreksi).butir.values()
               if i.menghalangi and i.alamat and i.alamat.wilayah == "13.06"]  # fmt: skip
        await tekan(pilot, "end")
        assert row
        screen = periksa(koreksi)
        screen.query_one("#butir").highlighted = list(screen.butir.values()).index(row[0])
        await tekan(pilot, "J", "enter", "enter")
        assert f"{len(row)} peringatan dijelaskan: pindah." in pesan(koreksi)
        keys = {i.kunci for i in row}
        assert not any(i.menghalangi for i in periksa(koreksi).butir.values() if i.kunci in keys)


async def test_figures_that_nothing_confirms_are_accepted_by_name(koreksi):
    async with koreksi.run_test(size=KECIL) as pilot:
        screen = periksa(koreksi)
        place = next(n for n, i in enumerate(screen.butir.values()) if i.temuan is None)
        screen.query_one("#butir").highlighted = place
        await pilot.pause()
        shown = teks(koreksi)
        assert " ~     AK017  Kabupaten Agam: Memiliki JML 149.002 belum cocok" in shown
        assert "Memiliki JML: 149.002 · bulan lalu 144.530 · softcopy 149.001 (" in shown
        await tekan(pilot, "t")
        item = next(i for i in screen.butir.values() if i.temuan is None)
        assert item.diterima == "budi"


async def test_a_note_is_written_on_the_cell(koreksi):
    async with koreksi.run_test(size=KECIL) as pilot:
        screen = periksa(koreksi)
        place = next(n for n, i in enumerate(screen.butir.values()) if i.temuan is None)
        screen.query_one("#butir").highlighted = place
        await tekan(pilot, "n")
        await ketik(pilot, "tanya Agam [/]")
        await tekan(pilot, "enter")
        assert koreksi.ws.store.cells.notes(BULAN, "AK017")[AGAM].teks == "tanya Agam [/]"


@pytest.mark.parametrize("ditandai", [True, False])
async def test_a_note_of_the_review_leaves_the_cells_flag_as_it_is(koreksi, ditandai):
    set_note(koreksi.ws, BULAN, "AK017", AGAM, "tanya PIAK", tanda=ditandai)
    async with koreksi.run_test(size=KECIL) as pilot:
        ke(periksa(koreksi), lambda item: item.temuan is None)
        for text in ("", "sudah ditanya"):
            await tekan(pilot, "n")
            koreksi.screen.query_one(Input).value = text
            await tekan(pilot, "enter")
            assert koreksi.ws.store.cells.notes(BULAN, "AK017")[AGAM] == Catatan(text, ditandai)


async def test_changes_since_the_beginning_show_corrections_first(koreksi):
    async with koreksi.run_test(size=KECIL) as pilot:
        await tekan(pilot, "d")
        lines = teks(koreksi).splitlines()
        first = next(n for n, line in enumerate(lines) if "DIKOREKSI (1)" in line)
        assert "149.002" in lines[first + 1]
        assert "149.001 ->    149.002 budi 2x" in lines[first + 1]
        assert "selisih diputuskan: AK017 Agam Memiliki JML 149.001 -> 149.002" in lines[first + 3]


class TestReturn:
    async def test_a_marked_item_shows_it_also_where_its_figure_is_a_sum(self, sepuluh):
        async with sepuluh.run_test(size=KECIL) as pilot:
            screen = periksa(sepuluh)
            ke(screen, lambda item: item.dokumen == "AMATI")
            await tekan(pilot, "k")
            assert "2 sel ditandai" in pesan(sepuluh)
            name = screen.terpilih.teks.partition(":")[0]
            (row,) = [line for line in teks(sepuluh).splitlines() if f"! R20 AMATI  {name}" in line]
            assert row.startswith(">! R20")
            await tekan(pilot, "k")
            assert not any(line.startswith(">!") for line in teks(sepuluh).splitlines())

    async def test_the_reason_has_ten_letters_and_only_marked_cells_open(self, koreksi):
        async with koreksi.run_test(size=KECIL) as pilot:
            await tekan(pilot, "b")
            assert "Tandai dulu sel" in pesan(koreksi)
            screen = periksa(koreksi)
            place = next(n for n, i in enumerate(screen.butir.values()) if i.temuan is None)
            screen.query_one("#butir").highlighted = place
            await tekan(pilot, "k", "b")
            await ketik(pilot, "salah")
            await tekan(pilot, "enter")
            assert "sedikitnya 10 huruf" in teks(koreksi)
            await ketik(pilot, " ketik angkanya")
            await tekan(pilot, "enter")
            assert koreksi.ws.month(BULAN).keadaan is Keadaan.ENTRI
            assert "1 sel dikembalikan. Sekarang giliran Staf." in teks(koreksi)

    async def test_the_staf_answers_and_the_kasi_reads_it(self, koreksi):
        ws = koreksi.ws
        async with koreksi.run_test(size=KECIL) as pilot:
            screen = periksa(koreksi)
            place = next(n for n, i in enumerate(screen.butir.values()) if i.temuan is None)
            screen.query_one("#butir").highlighted = place
            await tekan(pilot, "k", "b")
            await ketik(pilot, "cocokkan dengan kertas")
            await tekan(pilot, "enter")
            ws.pelaku = ws.pelaku.sebagai("staf")
            await tekan(pilot, "enter")
            assert isinstance(koreksi.screen, Pengembalian)
            sesuai_golden("pengembalian_80", teks(koreksi))
            await tekan(pilot, "j", "down", "enter")
            assert koreksi.screen.query_one(Input).value == "sudah dikonfirmasi ke Bidang PIAK"
            await tekan(pilot, "enter")
            assert teks(koreksi).splitlines()[3].startswith("v AK017  Agam")
            await tekan(pilot, "escape", "f10")
            assert ws.month(BULAN).keadaan is Keadaan.PEMERIKSAAN
            ws.pelaku = ws.pelaku.sebagai("kasi")
            await tekan(pilot, "enter", "j")
            assert "Jawaban budi: sudah dikonfirmasi ke Bidang PIAK" in teks(koreksi)
            await tekan(pilot, "escape")
            screen = periksa(koreksi)
            place = next(n for n, i in enumerate(screen.butir.values()) if i.temuan is None)
            screen.query_one("#butir").highlighted = place
            await pilot.pause()
            assert "jawaban budi: sudah dikonfirmasi" in teks(koreksi).replace("\n", " ")

    async def test_one_answer_for_all_that_are_left(self, buka):
        app = buka(5)
        async with app.run_test(size=KECIL) as pilot:
            await tekan(pilot, "a", "k", "down", "k", "escape", "b")
            await ketik(pilot, "periksa dua baris ini")
            await tekan(pilot, "enter")
            app.ws.pelaku = app.ws.pelaku.sebagai("staf")
            await tekan(pilot, "enter", "s", "enter", "enter")
            rows = [line for line in teks(app).splitlines() if line.startswith("v ")]
            assert len(rows) == 4
            await tekan(pilot, "s")
            assert "Semua sel sudah diubah atau dijawab." in teks(app)


class TestHold:
    async def test_the_review_is_held_while_it_is_open_and_let_go_when_left(self, buka):
        app = buka(5)
        async with app.run_test(size=KECIL) as pilot:
            await pilot.pause()
            assert holder(app.ws, BULAN).akun == "budi"
            await tekan(pilot, "a")
            assert holder(app.ws, BULAN) is not None
            await tekan(pilot, "escape", "escape")
            assert holder(app.ws, BULAN) is None

    async def test_who_walks_through_the_list_keeps_it_beyond_the_hour(self, koreksi):
        ws = koreksi.ws
        async with koreksi.run_test(size=KECIL) as pilot:
            await pilot.pause()
            for minutes in (50, 100):
                ws.clock = lambda late=minutes: SEKARANG + timedelta(minutes=late)
                await tekan(pilot, "down")
                assert holder(ws, BULAN) is not None
            ws.clock = lambda: SEKARANG + timedelta(minutes=161)
            assert holder(ws, BULAN) is None  # and an hour without a key is leaving

    async def test_a_cut_line_lets_go_too(self, buka):
        app = buka(5)
        async with app.run_test(size=KECIL) as pilot:
            await pilot.pause()
            app.keep_draft("SIGHUP")
            assert holder(app.ws, BULAN) is None

    async def test_the_staf_reads_who_holds_it(self, buka, demo):
        from civreg_tui.services.month.hold import hold

        app = buka(5, layar=4)
        ws = app.ws
        ws.pelaku = ws.pelaku.sebagai("kasi")
        hold(ws, BULAN)
        ws.pelaku = ws.pelaku.sebagai("staf")
        async with app.run_test(size=KECIL) as pilot:
            await pilot.pause()
            assert "Sedang diperiksa Kasi (budi) sejak" in teks(app)

    async def test_another_role_sees_it_and_changes_nothing(self, buka):
        app = buka(5)
        app.ws.pelaku = app.ws.pelaku.sebagai("staf")
        async with app.run_test(size=KECIL) as pilot:
            await tekan(pilot, "k", "b", "t", "enter", "x", "f10")
            assert "hanya baca" in teks(app).splitlines()[0]
            assert app.ws.month(BULAN).keadaan is Keadaan.PEMERIKSAAN
            assert holder(app.ws, BULAN) is None


class TestFigures:
    async def test_figures_beside_last_months(self, buka):
        app = buka(5)
        async with app.run_test(size=KECIL) as pilot:
            await tekan(pilot, "a")
            sesuai_golden("angka_80", teks(app))
            await tekan(pilot, "right", "right", "enter")
            assert "Cakupan 28,35 % = 2.728 / 9.623" in teks(app)

    async def test_they_open_at_the_chosen_item(self, koreksi):
        async with koreksi.run_test(size=KECIL) as pilot:
            screen = periksa(koreksi)
            place = next(n for n, i in enumerate(screen.butir.values()) if i.temuan is None)
            screen.query_one("#butir").highlighted = place
            await tekan(pilot, "a")
            assert isinstance(koreksi.screen, Angka)
            assert koreksi.screen.query_one("#angka").terpilih == "13.06"


class TestRevisions:
    async def test_before_the_first_validation_there_is_none(self, buka):
        app = buka(5)
        async with app.run_test(size=KECIL) as pilot:
            await tekan(pilot, "v")
            assert "belum pernah divalidasi" in pesan(app)

    async def test_two_revisions_are_listed_read_compared_and_printed(self, buka):
        app = buka(5)
        async with app.run_test(size=KECIL) as pilot:
            await tekan(pilot, "f10", "y", "5", "x")
            await ketik(pilot, "angka Agam salah")
            await tekan(pilot, "enter", "f10", "y", "5", "v")
            shown = teks(app)
            assert "revisi 2" in shown.splitlines()[1]
            assert "gugur" in shown.splitlines()[2]
            assert "Revisi 2 sebagaimana divalidasi" in shown
            await tekan(pilot, "f9")
            assert "Revisi 1 ↔ 2" in teks(app)
            assert "Tidak ada yang berbeda." in teks(app)
            await tekan(pilot, "shift+tab", "down", "e")
            assert "2 berkas ditulis" in teks(app)
            assert [p.name for p in sorted(app.ws.keluar.iterdir())] == [
                "2024-12_angka-revisi-1_DRAF.csv",
                "2024-12_rekap-revisi-1_DRAF.xlsx",
            ]

    async def test_unvalidating_ends_when_the_kabid_has_begun(self, buka):
        app = buka(6, layar=5)
        app.ws.pelaku = app.ws.pelaku.sebagai("kasi")
        async with app.run_test(size=KECIL) as pilot:
            await pilot.pause()
            assert "x" in {b.key for b in periksa(app).tombol_aktif()}
            from civreg_tui.domain.langkah import Aksi
            from civreg_tui.services.month.procedure import act

            app.ws.pelaku = app.ws.pelaku.sebagai("kabid")
            act(app.ws, BULAN, Aksi.SUSUN_LAKIP)
            app.ws.pelaku = app.ws.pelaku.sebagai("kasi")
            await tekan(pilot, "x")
            assert app.ws.month(BULAN).keadaan is Keadaan.LAKIP
            assert "x" not in {b.key for b in periksa(app).tombol_aktif()}


async def test_recomputing_everything_finds_no_difference(buka):
    app = buka(5)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "s")
        shown = teks(app)
        assert "Periksa ulang: semua cocok" in shown
        assert "2.280 sel" in shown


async def test_a_difference_is_named(buka):
    app = buka(5)
    app.ws.store.database.sql.execute(
        "UPDATE sel SET angka = 1 WHERE periode = '2024-12' AND wilayah = '13.06'"
        " AND dokumen = 'AK017' AND ukuran = 'memiliki'"
    )
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "s")
        assert "ADA PERBEDAAN" in teks(app)
        assert "AK017/13.06/memiliki/jml" in teks(app)
