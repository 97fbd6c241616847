"""Every use case asks the procedure first: wrong state or role is refused before anything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import Anggaran, Bahan, LembarDisposisi, Sasaran
from civreg_tui.domain.lembar import Isian, Kolom
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.disposisi import save_disposisi, send_disposisi
from civreg_tui.services.entri.enter import commit_cell, set_control, set_note, set_split
from civreg_tui.services.entri.verify_entry import rekey
from civreg_tui.services.lakip.composing import deliver, save_budget
from civreg_tui.services.lakip.editions import choose_edition
from civreg_tui.services.month.months import open_month, set_acuan
from civreg_tui.services.month.returns import return_to_kabid, return_to_kasi, return_to_staf
from civreg_tui.services.month.take_back import take_back
from civreg_tui.services.month.targets import set_target
from civreg_tui.services.pemeriksaan.check import explain
from civreg_tui.services.pemeriksaan.validate import hand_over, unvalidate, validate
from civreg_tui.services.penerimaan.receipt_form import FormTerima
from civreg_tui.services.penerimaan.receive import Pratinjau, accept, save_receipt, send_back
from civreg_tui.services.sekretariat import accept_lakip, save_checklist
from civreg_tui.services.workspace import Workspace
from tests.unit.domain.prosedur import BOLEH, PERAN
from tests.unit.services.bantu import (
    ALASAN,
    BULAN,
    ditolak,
    keadaan,
    letakkan,
    peristiwa,
    sebagai,
    sel,
    terakhir,
)

LEMBAR = LembarDisposisi(perihal="p", arahan="a", petunjuk="b")
PERINGATAN = Temuan("R18", "warning", "sama dengan bulan lalu", "AK017", "13.01", bukti="x")
KOSONG = Pratinjau((), None, ())

Verb = tuple[Callable[[Workspace], object], set[Aksi]]
VERBS: dict[str, Verb] = {
    "save_disposisi": (
        lambda ws: save_disposisi(ws, BULAN, LEMBAR),
        {Aksi.SIMPAN_DISPOSISI, Aksi.SIMPAN_PETUNJUK},
    ),
    "send_disposisi": (
        lambda ws: send_disposisi(ws, BULAN, LEMBAR),
        {Aksi.KIRIM_DISPOSISI, Aksi.TERUSKAN_DISPOSISI},
    ),
    "save_receipt": (
        lambda ws: save_receipt(ws, BULAN, FormTerima(nomor="1")),
        {Aksi.PERIKSA_KELENGKAPAN, Aksi.TERIMA_SUSULAN},
    ),
    "send_back": (
        lambda ws: send_back(ws, BULAN, FormTerima(nomor="1"), KOSONG, ALASAN),
        {Aksi.KEMBALIKAN_KE_PIAK},
    ),
    "accept": (
        lambda ws: accept(ws, BULAN, FormTerima(), KOSONG, incomplete=True),
        {Aksi.TERIMA_LAPORAN, Aksi.TERIMA_SUSULAN},
    ),
    "commit_cell": (
        lambda ws: commit_cell(ws, BULAN, "AK017", sel("13.01"), Isian(7)),
        {Aksi.ISI_SEL},
    ),
    "rekey": (lambda ws: rekey(ws, BULAN, "AK017", sel("13.01"), Isian(7)), {Aksi.VERIFIKASI}),
    "set_split": (lambda ws: set_split(ws, BULAN, "AK017", "lp"), {Aksi.ISI_SEL}),
    "hand_over": (lambda ws: hand_over(ws, BULAN), {Aksi.SERAHKAN_KE_KASI}),
    "take_back": (lambda ws: take_back(ws, BULAN, ALASAN), {Aksi.TARIK_KEMBALI}),
    "explain": (lambda ws: explain(ws, BULAN, PERINGATAN, "pindah"), {Aksi.JELASKAN_TEMUAN}),
    "return_to_staf": (
        lambda ws: return_to_staf(ws, BULAN, [("AK017", sel("13.01"))], ALASAN),
        {Aksi.KEMBALIKAN_KE_STAF},
    ),
    "validate": (lambda ws: validate(ws, BULAN), {Aksi.VALIDASI}),
    "unvalidate": (lambda ws: unvalidate(ws, BULAN, ALASAN), {Aksi.BATAL_VALIDASI}),
    "choose_edition": (lambda ws: choose_edition(ws, BULAN, "bulanan"), {Aksi.SUSUN_LAKIP}),
    "save_budget": (
        lambda ws: save_budget(ws, BULAN, [Anggaran("p", "k", 10, 5)]),
        {Aksi.SUSUN_LAKIP},
    ),
    "return_to_kasi": (lambda ws: return_to_kasi(ws, BULAN, ALASAN), {Aksi.KEMBALIKAN_KE_KASI}),
    "deliver": (lambda ws: deliver(ws, BULAN), {Aksi.SUSUN_LAKIP, Aksi.SAMPAIKAN_LAKIP}),
    "save_checklist": (
        lambda ws: save_checklist(ws, BULAN, Bahan(catatan="c")),
        {Aksi.PERIKSA_LAKIP},
    ),
    "return_to_kabid": (lambda ws: return_to_kabid(ws, BULAN, ALASAN), {Aksi.KEMBALIKAN_KE_KABID}),
    "accept_lakip": (lambda ws: accept_lakip(ws, BULAN, Bahan()), {Aksi.TERIMA_LAKIP}),
}


def test_every_act_of_the_procedure_has_its_use_case() -> None:
    assert {aksi for _, acts in VERBS.values() for aksi in acts} == set(Aksi)


@pytest.mark.parametrize("name", VERBS)
def test_wrong_state_or_role(demo, name: str) -> None:
    ws, (verb, acts) = demo(1), VERBS[name]
    for dari in Keadaan:
        for peran in PERAN:
            if any((dari, aksi, peran) in BOLEH for aksi in acts):
                continue
            letakkan(ws, dari)
            sebagai(ws, peran)
            with pytest.raises(Ditolak) as refusal:
                verb(ws)
            assert keadaan(ws) is dari
            (last,) = peristiwa(ws, after=terakhir(ws) - 1)
            assert (last.aksi, last.akun) == ("ditolak", peran), (dari, peran)
            assert last.objek in acts
            assert last.alasan == str(refusal.value)


BEBAS: dict[str, tuple[Callable[[Workspace], object], set[str]]] = {
    "buka_bulan": (
        lambda ws: open_month(ws, Periode(2025, 1), "DKB Semester II Tahun 2024"),
        {"kabid", "admin"},
    ),
    "ganti_acuan": (
        lambda ws: set_acuan(ws, BULAN, "DKB Semester I Tahun 2024"),
        {"kabid", "kasi", "staf"},
    ),
    "isi_target": (lambda ws: set_target(ws, BULAN, Sasaran("ACERAI", 2024, 6000)), {"kabid"}),
    "isi_kendali": (
        lambda ws: set_control(ws, BULAN, "AK017", Kolom("wajib", "jml"), 5),
        {"kasi", "staf"},
    ),
    "catat_sel": (
        lambda ws: set_note(ws, BULAN, "AK017", sel("13.01"), "tanya", tanda=True),
        {"kasi", "staf"},
    ),
}


@pytest.mark.parametrize("aksi", BEBAS)
@pytest.mark.parametrize("peran", PERAN)
def test_acts_beside_the_table(demo, aksi: str, peran: str) -> None:
    ws, (verb, allowed) = demo(4), BEBAS[aksi]
    sebagai(ws, peran)
    if peran not in allowed:
        ditolak(ws, verb, ws, aksi=aksi)
        return
    verb(ws)
    (last,) = peristiwa(ws, after=terakhir(ws) - 1)
    assert (last.aksi, last.akun) == (aksi, peran)


@pytest.mark.parametrize("dari", Keadaan)
def test_what_figures_rest_on_is_closed_outside_steps_three_to_five(demo, dari: Keadaan) -> None:
    ws = sebagai(demo(4), "staf")
    letakkan(ws, dari)
    if dari in {Keadaan.PENERIMAAN, Keadaan.ENTRI, Keadaan.PEMERIKSAAN}:
        set_control(ws, BULAN, "AK017", Kolom("wajib", "jml"), 5)
        assert ws.store.cells.controls(BULAN, "AK017") == {Kolom("wajib", "jml"): 5}
    else:
        with pytest.raises(Ditolak, match="sejak penerimaan sampai Kasi memvalidasi"):
            set_control(ws, BULAN, "AK017", Kolom("wajib", "jml"), 5)
        assert ws.store.cells.controls(BULAN, "AK017") == {}


@pytest.mark.parametrize("dari", Keadaan)
def test_the_dkb_reference_is_fixed_once_handed_over(demo, dari: Keadaan) -> None:
    ws = sebagai(demo(4), "staf")
    letakkan(ws, dari)
    early = {Keadaan.DISPOSISI_KABID, Keadaan.DISPOSISI_KASI, Keadaan.PENERIMAAN, Keadaan.ENTRI}
    if dari in early:
        set_acuan(ws, BULAN, "dkb smt 1 2024")
        assert ws.month(BULAN).acuan == "DKB Semester I Tahun 2024"
    else:
        with pytest.raises(Ditolak, match="sebelum rekap diserahkan kepada Kasi"):
            set_acuan(ws, BULAN, "DKB Semester I Tahun 2024")
        assert ws.month(BULAN).acuan == "DKB Semester II Tahun 2024"
