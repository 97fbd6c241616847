"""Step 6, handing on: what stands in the way, delivery, return to the Kasi, returned work."""

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.services.lakip.composing import compose, deliver
from civreg_tui.services.lakip.naskah import keep_edit
from civreg_tui.services.month.returns import return_to_kabid
from screens.meja_kerja import MejaKerja
from tests.pilot.conftest import BULAN
from tests.pilot.lakip.bantu import bagian, isi_semua, pilih, target_baru
from tests.pilot.layar import KECIL, ketik, tekan, teks


async def test_an_empty_judgement_refuses_delivery_and_is_shown(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        pilih(app, "pengantar")
        await tekan(pilot, "f10")
        assert "! Belum dapat disampaikan (3 halangan). Bagian a. Analisis Penyebab" in teks(app)
        assert app.screen.terpilih.id == "bab3.penyebab"
    assert app.ws.month(BULAN).keadaan is Keadaan.TERVALIDASI


async def test_an_open_conflict_refuses_delivery(buka):
    app = buka(6)
    isi_semua(app.ws)
    keep_edit(app.ws, BULAN, bagian(app.ws, "bab1.isu"), "Isu lain.")
    target_baru(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10")
        assert "disunting sebelum angkanya berubah" in " ".join(teks(app).split())
        assert app.screen.terpilih.id == "bab1.isu"
    assert app.ws.month(BULAN).keadaan is Keadaan.LAKIP


async def test_f10_and_y_deliver_and_freeze_it(buka):
    app = buka(6)
    isi_semua(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "full_stop")
        assert "Menyampaikan LAKIP Bidang ke Sekretariat?" in teks(app)
        await tekan(pilot, "y")
        assert isinstance(app.screen, MejaKerja)
        assert "Sekarang giliran Sekretariat." in teks(app)
    assert app.ws.month(BULAN).keadaan is Keadaan.SEKRETARIAT
    assert len(app.ws.store.records.deliveries(BULAN)) == 1


async def test_sections_filled_meanwhile_are_delivered_after_the_question_only(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        assert app.screen.terpilih.kosong
        isi_semua(app.ws)  # GIVEN a colleague who fills what this screen still shows as empty
        await tekan(pilot, "f10")
        assert "Menyampaikan LAKIP Bidang ke Sekretariat?" in teks(app)
        assert app.ws.store.records.deliveries(BULAN) == []
        await tekan(pilot, "escape")
        assert not app.screen.terpilih.kosong
    assert app.ws.month(BULAN).keadaan is Keadaan.LAKIP


async def test_strange_numbers_are_named_again_before_delivery(buka):
    app = buka(6)
    isi_semua(app.ws)
    keep_edit(app.ws, BULAN, bagian(app.ws, "bab1.isu"), "Ada 77.777 akta.")
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10")
        assert "? 77.777 tidak ada dalam data bulan ini." in teks(app)


async def test_targets_that_nobody_confirmed_are_named_before_delivery(buka):
    app = buka(6)
    isi_semua(app.ws)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "f10")
        assert "? Belum dikonfirmasi, dan tercetak begitu: target" in teks(app)
        # WHEN the Kabid saves them as they stand THEN they count as confirmed
        await tekan(pilot, "escape", "t")
        assert "98,00?" in teks(app)
        await tekan(pilot, "f2", "f10")
        assert "98,00?" not in teks(app)
        await tekan(pilot, "escape", "f10")
        assert "Belum dikonfirmasi" not in teks(app)


async def test_the_recap_goes_back_to_the_kasi_with_a_reason(buka):
    app = buka(6)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "k")
        await ketik(pilot, "kurang")
        await tekan(pilot, "enter")
        assert "Alasan sedikitnya 10 huruf." in teks(app)
        await ketik(pilot, " lengkap angkanya")
        await tekan(pilot, "enter")
        assert "Sekarang giliran Kasi." in teks(app)
    assert app.ws.month(BULAN).keadaan is Keadaan.PEMERIKSAAN
    assert app.ws.store.records.revisions(BULAN)[-1].gugur is not None


async def test_what_the_sekretariat_sent_back_stands_on_top_with_its_reason(buka):
    app = buka(7)
    return_to_kabid(app.ws, BULAN, "Lampiran belum ditandatangani.")
    app.ws.pelaku = app.ws.pelaku.sebagai("kabid")
    opened = type(app)(app.ws, period=BULAN, step=6)
    async with opened.run_test(size=KECIL) as pilot:
        await pilot.pause()
        lines = teks(opened).splitlines()
        assert lines[1].startswith("! Dikembalikan Sekretariat (budi, ")
        assert "Lampiran belum ditandatangani." in " ".join(lines[1:3])
    assert all(not b.kosong for b in compose(app.ws, BULAN)[1])
    deliver(app.ws, BULAN)
    assert app.ws.store.records.deliveries(BULAN)[-1].no == 2
