"""Auditors leave nothing behind; who stands in as Plt. or Plh. does so on named days only."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from civreg_tui.config import Config, KonfigurasiSalah, load_config
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.penugasan import Penugasan
from civreg_tui.services.disposisi import load_disposisi, send_disposisi
from civreg_tui.services.entri.enter import set_control
from civreg_tui.services.entri.place import Place, keep_habit, save_place
from civreg_tui.services.entri.undo import redo, undo
from civreg_tui.services.lakip.naskah import keep_draft
from civreg_tui.services.month.clock import note_work
from civreg_tui.services.month.hold import hold, release
from civreg_tui.services.month.status import status
from civreg_tui.services.output.export import export_month
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.validate import validate
from civreg_tui.services.people import identity
from civreg_tui.services.people.identity import Pelaku, identify
from civreg_tui.services.people.presence import arrive, leave
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN, peristiwa, sebagai, terakhir
from tests.unit.services.test_permission_of_verbs import BEBAS, VERBS

TULISAN = ("peristiwa", "berkas", "lembar", "sel", "kendali", "softcopy", "keputusan", "penjelasan",
           "pengembalian", "revisi", "sasaran", "naskah", "penyampaian", "isian", "catatan",
           "setelan", "meta", "ajaran", "verifikasi")  # fmt: skip
DIAM: dict[str, Callable[[Workspace], object]] = {
    "save_place": lambda ws: save_place(ws, BULAN, Place("AK017", "13.01", "wajib.jml")),
    "keep_habit": lambda ws: keep_habit(ws, "jalur", "bawah"),
    "keep_draft": lambda ws: keep_draft(ws, BULAN, "bab1", "setengah"),
    "note_work": lambda ws: note_work(ws, BULAN),
    "hold": lambda ws: hold(ws, BULAN),
    "release": lambda ws: release(ws, BULAN),
    "undo": lambda ws: undo(ws, BULAN),
    "redo": lambda ws: redo(ws, BULAN),
    "arrive": lambda ws: arrive(ws, "4 Entri", BULAN),
    "leave": leave,
}
"""What screens do by themselves: an auditor's leave nothing, and disturb nobody."""


def isi(ws: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the store except the events of refusal."""
    tables = {}
    for name in TULISAN:
        rows = [tuple(row) for row in ws.store.database.sql.execute(f"SELECT * FROM {name}")]
        tables[name] = [row for row in rows if "ditolak" not in row and "kepala" not in row]
    return tables


@pytest.mark.parametrize("step", range(1, 8))
def test_an_auditor_changes_nothing_at_any_step(demo, step: int) -> None:
    ws = sebagai(demo(step), "auditor")
    before, last = isi(ws), terakhir(ws)
    for verb, _ in (*VERBS.values(), *BEBAS.values()):
        with pytest.raises(Ditolak):
            verb(ws)
    for quiet in DIAM.values():
        quiet(ws)
    assert isi(ws) == before
    assert {e.aksi for e in peristiwa(ws, after=last)} == {"ditolak"}


def test_every_table_is_looked_at(demo) -> None:
    sql = demo(1).store.database.sql
    names = {row[0] for row in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert names - {"sqlite_sequence"} == set(TULISAN)


def test_an_auditor_reads_all(demo, tmp_path: Path) -> None:
    ws = sebagai(demo(7), "auditor")
    assert len(status(ws, None)["periods"]) == 12
    assert build_report(ws, BULAN).rekap
    assert export_month(ws, BULAN, tmp_path)


ASKED = {"permitted", "require", "require_open", "act", "_permitted", "may", "hanya_baca",
         "writable", "writes_for", "deliverable", "_require_returned",
         "explain"}  # fmt: skip
TANPA_PERAN = {"_record_refusal", "make_demo", "_example_month", "_return",
               "_label_examples"}  # fmt: skip
"""Parts of verbs that were asked for before; the demo is built before anybody acts."""


def test_every_writing_function_of_the_services_asks_for_the_role() -> None:
    """A function that opens a transaction asks the procedure, or refuses readers, by itself."""
    silent = []
    folder = Path(identity.__file__).parents[1]
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name not in TANPA_PERAN:
                names = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
                names |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
                if "transaction" in names and not names & ASKED:
                    silent.append(f"{path.name}:{node.name}")
    # the own hold, the own PIN's attempts; taking over asks per sheet; a replay fills another store
    allowed = ["hold.py:release", "pin.py:_check", "replay.py:replay", "takeover.py:take_over_all"]
    assert sorted(silent) == allowed


# -- Plt. and Plh. -----------------------------------------------------------------------------


HARI = date(2025, 1, 6)
WAKIL = Penugasan(
    "siti", "kasi", "Plh.", HARI, HARI + timedelta(days=2), "Siti Rahma, S.Kom", "Penata Muda",
    "19900303 201503 2 003",
)  # fmt: skip


def siti(*peran: str, tugas: tuple[Penugasan, ...] = (WAKIL,)) -> Pelaku:
    return Pelaku("siti", frozenset(peran), "tty2", tugas=tugas)  # type: ignore[arg-type]


def wakil(ws: Workspace, *peran: str) -> Workspace:
    ws.config = replace(ws.config, pelaksana=(WAKIL,))
    ws.pelaku = siti(*peran)
    return ws


@pytest.mark.parametrize(
    ("hari", "held"),
    [(-1, {"staf"}), (0, {"staf", "kasi"}), (2, {"staf", "kasi"}), (3, {"staf"})],
)
def test_an_assignment_holds_on_its_days(hari: int, held: set[str]) -> None:
    assert siti("staf").pada(HARI + timedelta(days=hari)).memegang == held


def test_the_own_role_comes_before_the_assignment() -> None:
    own = siti("kasi").pada(HARI)
    assert own.sebutan("kasi") == ""
    assert siti("staf").pada(HARI).sebutan("kasi") == "Plh."


def test_it_ends_while_the_program_is_open(demo, jam) -> None:
    ws = wakil(demo(5), "auditor")
    assert "kasi" in ws.pelaku.dapat
    jam.maju(days=3)
    with pytest.raises(Ditolak, match="hanya boleh oleh Kasi"):
        validate(ws, BULAN)


def test_the_record_says_in_which_capacity(demo) -> None:
    ws = wakil(demo(5))
    revision = validate(ws, BULAN)
    done = peristiwa(ws, Aksi.VALIDASI)[-1]
    assert (done.akun, done.peran, done.sebutan) == ("siti", "kasi", "Plh.")
    moved = peristiwa(ws, "pindah")[-1]
    assert (moved.peran, moved.sebutan) == ("kasi", "Plh.")
    assert ws.store.trail.verify().ok
    assert revision.oleh == "siti"


def test_an_act_open_to_both_is_done_in_the_own_role(demo) -> None:
    ws = wakil(demo(4), "staf")
    set_control(ws, BULAN, "AK017", Kolom("wajib", "jml"), 5)
    done = peristiwa(ws, "isi_kendali")[-1]
    assert (done.peran, done.sebutan) == ("staf", "")


def test_who_validated_signs_also_when_the_holder_is_back(demo, jam) -> None:
    ws = wakil(demo(5))
    frozen = validate(ws, BULAN)
    assert "Plh. Kepala Seksi" in frozen.isi
    jam.maju(days=10)
    signer = build_report(ws, BULAN).kantor.pejabat["kasi"]
    assert signer.jabatan == "Plh. Kepala Seksi Monitoring, Evaluasi dan Dokumentasi"
    assert (signer.nama, signer.nip) == ("Siti Rahma, S.Kom", "19900303 201503 2 003")
    ws.config = replace(ws.config, pelaksana=())  # the record stays when the setting is gone
    assert build_report(ws, BULAN).kantor.pejabat["kasi"].nama == "siti"


def test_the_holder_signs_what_the_holder_did(demo) -> None:
    ws = demo(6)
    ws.config = replace(ws.config, pelaksana=(replace(WAKIL, mulai=date(2024, 1, 1)),))
    assert not build_report(ws, BULAN).kantor.pejabat["kasi"].jabatan.startswith("Pl")


def test_the_disposition_is_signed_by_who_sent_it(demo, tmp_path: Path) -> None:
    import docx

    ws = wakil(demo(2))
    send_disposisi(ws, BULAN, load_disposisi(ws, BULAN))
    (path,) = export_month(ws, BULAN, tmp_path, ["disposisi"])
    document = docx.Document(str(path))
    cells = (c.text for t in document.tables for r in t.rows for c in r.cells)
    text = "\n".join([*(p.text for p in document.paragraphs), *cells])
    assert "Plh. Kepala Seksi" in text
    assert "Siti Rahma, S.Kom" in text


# -- configuration ------------------------------------------------------------------------------


def configured(tmp_path: Path, text: str) -> Config:
    (tmp_path / "civreg.toml").write_text(text)
    return load_config(tmp_path / "civreg.toml")


ROW = "[[pelaksana]]\nakun='{a}'\nperan='kasi'\nsebutan='{s}'\nmulai=2025-01-06\nsampai={t}\n"


def test_assignments_come_from_the_configuration(tmp_path: Path, kosong) -> None:
    me = identify(load_config()).akun
    text = f"[akun]\nlain=['staf']\n{ROW.format(a=me, s='Plt.', t='2025-01-08')}"
    config = configured(tmp_path, text)
    who = identify(config)
    assert who.peran == frozenset()
    assert who.pada(HARI).sebutan("kasi") == "Plt."
    late = lambda: datetime(2025, 2, 1, tzinfo=UTC)  # noqa: E731
    with pytest.raises(Ditolak, match=r"Plt\. Kasi hanya 6 Januari 2025 sampai 8 Januari 2025"):
        Workspace(config, kosong.store, clock=late)


@pytest.mark.parametrize(
    ("sebutan", "sampai", "words"),
    [
        ("Plh.", "2025-01-05", "lebih awal daripada mulai"),
        ("Wakil", "2025-01-08", r"pelaksana\[1\]"),
        ("Plh.", "'besok'", r"pelaksana\[1\]"),
    ],
)
def test_a_wrong_assignment_is_named(tmp_path: Path, sebutan, sampai, words) -> None:
    with pytest.raises(KonfigurasiSalah, match=words):
        configured(tmp_path, ROW.format(a="siti", s=sebutan, t=sampai))
