"""Opening a store: numbered steps, strangers, wrecks, full and read-only disks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from civreg_tui.store import database
from civreg_tui.store.copies import restore_backup, write_backup
from civreg_tui.store.database import APPLICATION_ID, FILE_NAME, StoreBermasalah
from civreg_tui.store.store import Store


def pragma(folder: Path, name: str) -> object:
    with closing(sqlite3.connect(folder / FILE_NAME)) as sql:
        return sql.execute(f"PRAGMA {name}").fetchone()[0]


def schema(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as sql:
        return sql.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def refused(folder: Path, *, create: bool = True) -> str:
    with pytest.raises(StoreBermasalah) as problem:
        Store(folder, create=create)
    line = str(problem.value)
    assert "\n" not in line
    assert line.endswith(".")
    return line


def test_a_new_store_is_made_whole_and_private(tmp_path: Path) -> None:
    Store(tmp_path / "a" / "b").close()
    folder = tmp_path / "a" / "b"
    assert pragma(folder, "application_id") == APPLICATION_ID
    assert pragma(folder, "user_version") == len(database._steps())
    assert pragma(folder, "journal_mode") == "wal"
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o007, 0o660), (0o027, 0o640)])
def test_the_caller_s_mask_says_who_shares_the_store(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        store = Store(tmp_path / "s")
        with store.transaction():
            store.preferences.put_mark("x", "y")
        files = [path for path in (tmp_path / "s").iterdir() if path.is_file()]
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {mode}
        write_backup(tmp_path / "s", tmp_path / "a.db")
        restore_backup(tmp_path / "a.db", tmp_path / "t")
        assert stat.S_IMODE((tmp_path / "t" / FILE_NAME).stat().st_mode) == mode
        store.close()
    finally:
        os.umask(before)


def test_what_makes_a_commit_durable(tmp_path: Path) -> None:
    store = Store(tmp_path)
    asked = {n: store.database.sql.execute(f"PRAGMA {n}").fetchone()[0]
             for n in ("synchronous", "foreign_keys", "journal_mode")}  # fmt: skip
    store.close()
    assert asked == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "wal"}


def test_every_table_is_strict(tmp_path: Path) -> None:
    Store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as sql:
        rows = sql.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
        loose = {name for name, strict in rows if not strict and not name.startswith("sqlite_")}
    assert loose == set()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    Store(tmp_path).close()
    before = (tmp_path / FILE_NAME).read_bytes()
    Store(tmp_path).close()
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_an_older_store_takes_only_the_steps_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path).close()
    steps = database._steps()
    more = "CREATE TABLE baru (a INTEGER) STRICT;\nINSERT INTO baru VALUES (1);\n"
    monkeypatch.setattr(database, "_steps", lambda: [*steps, more])
    store = Store(tmp_path)
    assert store.database.sql.execute("SELECT a FROM baru").fetchall()[0][0] == 1
    store.close()
    assert pragma(tmp_path, "user_version") == len(steps) + 1
    Store(tmp_path).close()


def test_a_step_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path).close()
    before, steps = schema(tmp_path), database._steps()
    broken = "CREATE TABLE baru (a INTEGER) STRICT;\nINSERT INTO tak_ada VALUES (1);\n"
    monkeypatch.setattr(database, "_steps", lambda: [*steps, broken])
    refused(tmp_path)
    assert schema(tmp_path) == before
    assert pragma(tmp_path, "user_version") == len(steps)


def test_steps_are_numbered_without_gaps() -> None:
    names = sorted(p.name for p in (Path(database.__file__).parent / "schema").glob("*.sql"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    Store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as sql:
        sql.execute("PRAGMA user_version = 999")
    before = (tmp_path / FILE_NAME).read_bytes()
    assert "lebih baru. Perbarui program." in refused(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_somebody_else_s_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as sql:
        sql.execute("CREATE TABLE mereka (a)")
    before = (tmp_path / FILE_NAME).read_bytes()
    assert "bukan simpanan civreg-tui. Pilih folder lain." in refused(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"Surat undangan rapat\n" * 500)
    assert "bukan simpanan civreg-tui" in refused(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"Surat")


def test_reading_commands_do_not_make_a_store(tmp_path: Path) -> None:
    assert "Belum ada simpanan" in refused(tmp_path / "tak-ada", create=False)
    assert not (tmp_path / "tak-ada").exists()


def test_an_empty_file_is_no_store_to_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    assert "Belum ada simpanan" in refused(tmp_path, create=False)
    assert (tmp_path / FILE_NAME).read_bytes() == b""
    Store(tmp_path).close()  # but a place to begin


@pytest.mark.parametrize("sign", ["log", "backup"])
def test_a_store_cut_to_nothing_is_never_begun_anew(
    salinan: Callable[[int], Path], sign: str
) -> None:
    folder = salinan(4)
    if sign == "log":
        (folder / "log").mkdir(exist_ok=True)
    else:
        (folder / "civreg-20261120-010101.db").write_bytes((folder / FILE_NAME).read_bytes())
    (folder / FILE_NAME).write_bytes(b"")
    for create in (True, False):
        line = refused(folder, create=create)
        assert "rusak dan tidak dibuka" in line
        assert ("civreg-20261120-010101.db" in line) == (sign == "backup")
    assert (folder / FILE_NAME).read_bytes() == b""


def test_a_store_cut_short(salinan: Callable[[int], Path]) -> None:
    folder = salinan(4)
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes()[: 40 * 4096])
    with pytest.raises(StoreBermasalah, match="rusak dan tidak dibuka"):
        _read_everything(folder)


def test_a_store_with_scratched_pages(salinan: Callable[[int], Path]) -> None:
    folder = salinan(4)
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    for page in range(3, len(data) // 4096):
        data[page * 4096 : page * 4096 + 512] = b"\xff" * 512
    path.write_bytes(data)
    with pytest.raises(StoreBermasalah, match=r"rusak|bukan simpanan"):
        _read_everything(folder)


def _read_everything(folder: Path) -> None:
    from civreg_tui.store.database import explained

    store = Store(folder, create=False)
    try:
        with explained(store.database.path), store.transaction():
            list(store.trail.events())
            for month in store.months.all():
                for sheet in store.months.sheets(month.periode):
                    store.cells.of(month.periode, sheet.dokumen)
    finally:
        store.close()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    assert "bukan folder" in refused(tmp_path / "berkas")
    assert "bukan folder" in refused(tmp_path / "berkas" / "dalam")


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert "tidak dapat dibuka" in refused(tmp_path)


def test_a_full_disk_changes_nothing_and_says_so(salinan: Callable[[int], Path]) -> None:
    folder = salinan(4)
    store = Store(folder)
    sql = store.database.sql
    sql.execute(f"PRAGMA max_page_count = {sql.execute('PRAGMA page_count').fetchone()[0]}")
    events = store.trail.next_number()
    with pytest.raises(StoreBermasalah, match="penyimpanan penuh"), \
            store.transaction():  # fmt: skip
        for i in range(10_000):
            store.preferences.put_habit("budi", f"k{i}", "x" * 4000)
    assert not sql.in_transaction
    assert store.preferences.habit("budi", "k0") is None
    assert store.trail.next_number() == events
    store.close()


def test_a_disk_that_takes_no_more_bytes(salinan: Callable[[int], Path]) -> None:
    """A real process whose files may not grow: the line, no traceback, the store as before."""
    resource = pytest.importorskip("resource")
    folder = salinan(4)
    limit = (folder / FILE_NAME).stat().st_size
    script = (
        "import sys, pathlib\n"
        "from civreg_tui.store.store import Store\n"
        "from civreg_tui.store.database import StoreBermasalah\n"
        "store = Store(pathlib.Path(sys.argv[1]))\n"
        "try:\n"
        "    with store.transaction():\n"
        "        for i in range(2000): store.preferences.put_habit('b', str(i), 'x' * 4000)\n"
        "except StoreBermasalah as e: print(e)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, folder], capture_output=True, text=True, check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.startswith("Simpanan ")
    assert "cakram penuh, kuota habis" in done.stdout  # as an exceeded quota is reported too
    assert done.stdout.count("\n") == 1
    store = Store(folder)
    assert store.preferences.habit("b", "0") is None
    assert store.trail.verify().ok
    store.close()


WITHOUT_RIGHTS = """
import os, sys, pathlib
from civreg_tui.store import database
from civreg_tui.store.store import Store
steps = database._steps()
database._steps = lambda: steps
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    store = Store(pathlib.Path(sys.argv[1]))
    with store.transaction(): store.preferences.put_habit("b", "k", "v")
except database.StoreBermasalah as e: print(e)
"""


@pytest.fixture
def terbuka(salinan: Callable[[int], Path]) -> Iterator[Path]:
    """A store whose path every account may walk along."""
    outer = Path(tempfile.mkdtemp(prefix="civreg-uji-"))
    outer.chmod(0o755)
    yield Path(shutil.copytree(salinan(4), outer / "simpanan"))
    (outer / "simpanan").chmod(0o755)
    shutil.rmtree(outer)


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o755, 0o444), (0, 0)])
def test_no_right_to_write(terbuka: Path, folder_mode: int, file_mode: int) -> None:
    before = (terbuka / FILE_NAME).read_bytes()
    (terbuka / FILE_NAME).chmod(file_mode)
    terbuka.chmod(folder_mode)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS, terbuka], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert done.stdout.startswith("Simpanan ")
    assert "izin folder" in done.stdout
    assert done.stdout.count("\n") == 1
    assert (terbuka / FILE_NAME).read_bytes() == before


def test_readonly_without_permissions(salinan: Callable[[int], Path]) -> None:
    """The engine itself refuses to write, as on a read-only medium."""
    store = Store(salinan(4))
    store.database.sql.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreBermasalah, match="hanya dapat dibaca"), store.transaction():
        store.preferences.put_habit("b", "k", "v")
    store.close()


def test_a_store_in_use_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_MS", 50)
    first, second = Store(tmp_path), Store(tmp_path)
    with (
        first.transaction(),
        pytest.raises(StoreBermasalah, match="sedang dipakai proses lain"),
        second.transaction(),
    ):
        pass
    with second.transaction():
        second.preferences.put_habit("b", "k", "v")
    assert first.preferences.habit("b", "k") == "v"
    first.close()
    second.close()


def test_a_fault_inside_a_transaction_takes_all_of_it_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.preferences.put_habit("b", "k", "v")
        with store.transaction():
            store.preferences.put_habit("b", "l", "v")
        raise ZeroDivisionError
    assert store.preferences.habit("b", "k") is store.preferences.habit("b", "l") is None
    store.close()


def test_work_for_afterwards_waits_for_the_end(tmp_path: Path) -> None:
    store, seen = Store(tmp_path), []
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.afterwards(lambda: seen.append(store.preferences.habit("b", "k")))
        store.preferences.put_habit("b", "k", "v")
        assert seen == []
        raise ZeroDivisionError
    assert seen == [None]
    store.afterwards(lambda: seen.append("langsung"))
    assert seen == [None, "langsung"]
    store.close()


def test_a_copied_store_opens_elsewhere(salinan: Callable[[int], Path], tmp_path: Path) -> None:
    shutil.copytree(salinan(4), tmp_path / "pindah dengan spasi é")
    store = Store(tmp_path / "pindah dengan spasi é", create=False)
    assert len(store.months.all()) == 12
    store.close()
