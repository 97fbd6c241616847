"""Opening the store: SQLite with WAL and full durability, migrated by numbered steps."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path

from civreg_tui.store.damage import damaged, way_back
from civreg_tui.store.locks import lock_holder

FILE_NAME = "civreg.db"
APPLICATION_ID = 0x43495652  # "CIVR": tells our files from any other SQLite file
_BUSY_MS = 10_000


_OUR_FAULTS = (sqlite3.IntegrityError, sqlite3.ProgrammingError)


class StoreBermasalah(Exception):
    """The store cannot be used; the text says why and what to do, in one line."""


class Database:
    """One connection. Writes happen inside ``transaction()``, one durable commit each."""

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._later: list[Callable[[], None]] = []
        self._ready = False
        with explained(self.path):
            self.sql = self._connect(create)
            self._prepare()

    def _connect(self, create: bool) -> sqlite3.Connection:
        if self.folder.exists() and not self.folder.is_dir():
            raise StoreBermasalah(f"{self.folder} bukan folder. Pilih folder lain dengan --store.")
        if self.path.is_file():
            self._refuse_damage()
        if not create and not _holds_something(self.path):
            raise StoreBermasalah(
                f"Belum ada simpanan di {self.folder}. Jalankan civreg-tui untuk memulai."
            )
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        make_empty(self.path)
        connection = sqlite3.connect(self.path, timeout=_BUSY_MS / 1000, isolation_level=None)
        connection.row_factory = sqlite3.Row
        return connection

    def _prepare(self) -> None:
        self.sql.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        version, foreign = self._identity()
        if foreign:
            raise StoreBermasalah(f"{self.path} bukan simpanan civreg-tui. Pilih folder lain.")
        latest = len(_steps())
        if version > latest:
            raise StoreBermasalah(
                f"Simpanan {self.folder} dibuat oleh civreg-tui yang lebih baru. Perbarui program."
            )
        self._latest = latest
        if self.sql.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            self.sql.execute("PRAGMA journal_mode = WAL")  # also after a restore
        self.sql.execute("PRAGMA synchronous = FULL")
        self.sql.execute("PRAGMA foreign_keys = ON")
        if version < latest:
            self._migrate()
        self._ready = True

    def _refuse_damage(self) -> None:
        """A damaged file is never opened for writing; the line tells the way back."""
        if damaged(self.path):
            raise StoreBermasalah(way_back(self.path))

    def _identity(self) -> tuple[int, bool]:
        """Version of the schema, and whether the file is somebody else's.

        Emptiness is asked first: another program may make the store while this one looks.
        """
        empty = self.sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        application = int(self.sql.execute("PRAGMA application_id").fetchone()[0])
        version = int(self.sql.execute("PRAGMA user_version").fetchone()[0])
        return version, application != APPLICATION_ID and not empty

    def _migrate(self) -> None:
        with self.transaction():
            version = int(self.sql.execute("PRAGMA user_version").fetchone()[0])
            for number, script in enumerate(_steps()[version:], version + 1):
                for statement in _statements(script):
                    self.sql.execute(statement)
                self.sql.execute(f"PRAGMA user_version = {number}")
            self.sql.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE … COMMIT; anything raised inside leaves the store as it was.

        A transaction inside another joins it, so that a verb may be built from verbs.
        """
        if self.sql.in_transaction:
            yield
            return
        try:
            with explained(self.path):
                yield from self._whole()
        finally:
            self._do_later()

    def _whole(self) -> Iterator[None]:
        self._begin()
        try:
            self._refuse_newer()
            yield
            self.sql.execute("COMMIT")
        finally:
            if self.sql.in_transaction:
                self.sql.execute("ROLLBACK")

    def _refuse_newer(self) -> None:
        """A program that ran on while another version changed the store writes no more."""
        if not self._ready:
            return
        version = int(self.sql.execute("PRAGMA user_version").fetchone()[0])
        if version != self._latest:
            raise StoreBermasalah(
                "Simpanan ini sudah diperbarui oleh civreg-tui yang lebih baru. Tutup program lalu "
                "buka lagi. Tidak ada yang berubah."
            )

    def _begin(self) -> None:
        try:
            self.sql.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise StoreBermasalah(self._who_locks()) from error

    def _who_locks(self) -> str:
        """The line about a lock that did not go away: who holds it, and the way out."""
        pid = lock_holder(self.path)
        if pid is None:
            return _sentence(f"Simpanan {self.path}", sqlite3.OperationalError("locked"))
        row = self.sql.execute(
            "SELECT akun FROM setelan WHERE kunci = ?", (f"hadir.{pid}",)
        ).fetchone()
        who = f"{row['akun']} (proses {pid})" if row else f"proses lain, nomor {pid}"
        return (
            f"Simpanan {self.path}: sedang dipakai {who}. Tunggu sebentar lalu ulangi; bila tetap, "
            f"minta admin mengakhiri proses {pid}. Tidak ada yang berubah."
        )

    def version(self) -> int:
        """A number that changes when another connection has committed something."""
        return int(self.sql.execute("PRAGMA data_version").fetchone()[0])

    def afterwards(self, work: Callable[[], None]) -> None:
        """Do ``work`` now, or as soon as the open transaction was committed or taken back."""
        self._later.append(work)
        if not self.sql.in_transaction:
            self._do_later()

    def _do_later(self) -> None:
        waiting, self._later = self._later, []
        for work in waiting:
            work()

    def close(self) -> None:
        """Close the connection; nothing is pending, since every write was committed."""
        self.sql.close()


def make_empty(path: Path) -> None:
    """Make the file where there is none, as open to the group as the caller's mask allows.

    The engine would keep the group from writing, and gives its log the same mode.
    """
    with suppress(FileExistsError, IsADirectoryError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o660))


def _holds_something(path: Path) -> bool:
    return path.exists() and (not path.is_file() or path.stat().st_size > 0)


@contextmanager
def explained(path: Path, what: str = "Simpanan") -> Iterator[None]:
    """Turn the engine's and the system's errors into one Indonesian line about a file."""
    try:
        yield
    except _OUR_FAULTS:
        raise
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise StoreBermasalah(_sentence(f"{what} {path}", error)) from error


def engine_line(error: BaseException) -> str | None:
    """The line for an engine's error that a plain read met (a broken file), else None."""
    if isinstance(error, sqlite3.Error) and not isinstance(error, _OUR_FAULTS):
        return _sentence("Simpanan", error)
    return None


# fmt: off
_REMEDIES = (
    (("full", "no space", "disk quota", "file too large"),
     "penyimpanan penuh. Kosongkan ruang lalu ulangi"),
    (("disk i/o",), "tidak dapat ditulis: cakram penuh, kuota habis, atau cakram bermasalah. "
                    "Kosongkan ruang lalu ulangi; bila tetap, jalankan civreg-tui doctor"),
    (("readonly", "read-only"), "hanya dapat dibaca. Periksa izin folder atau pilih --store lain"),
    (("locked", "busy"), "sedang dipakai proses lain. Tunggu sebentar lalu ulangi"),
    (("permission", "unable to open"), "tidak dapat dibuka. Periksa izin folder"),
    (("not a database",), "bukan simpanan civreg-tui. Pilih folder lain"),
    (("malformed", "corrupt", "decode"), "rusak. Jangan diubah; pulihkan dari cadangan (restore)"),
    (("not a directory", "file exists"), "bukan folder. Pilih --store lain"),
)
# fmt: on


def _sentence(what: str, error: BaseException) -> str:
    cause = str(error).lower()
    for signs, remedy in _REMEDIES:
        if any(sign in cause for sign in signs):
            return f"{what}: {remedy}. Tidak ada yang berubah."
    return f"{what} tidak dapat dipakai ({cause}). Jalankan: civreg-tui doctor."


def _steps() -> list[str]:
    folder = resources.files("civreg_tui.store") / "schema"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text("utf-8") for name in names]


def _statements(script: str) -> Iterator[str]:
    """Split a migration so that all of it runs inside one transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
