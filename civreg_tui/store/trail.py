"""The audit trail: append-only events, each hashed over itself and the one before it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

GENESIS = "0" * 64
_WHOLE = (
    "no, waktu, akun, peran, tempat, periode, aksi, objek, lama, baru, alasan, kelompok, hash,"
    " sebutan"
)
"""The columns in the order of the fields of an event."""
_FIELDS = "waktu, akun, peran, tempat, periode, aksi, objek, lama, baru, alasan, kelompok, sebutan"


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One thing that was done. ``lama``/``baru`` are JSON texts; ``kelompok`` joins one act.

    ``sebutan`` is ``Plt.`` or ``Plh.`` when the account stood in for the role's holder.
    """

    no: int
    waktu: str
    akun: str
    peran: str
    tempat: str
    periode: str | None
    aksi: str
    objek: str
    lama: str | None
    baru: str | None
    alasan: str
    kelompok: str
    hash: str = ""
    sebutan: str = ""


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """The outcome of verifying the trail: how many events, the head, the first broken one."""

    ok: bool
    events: int
    head: str
    broken_at: int | None


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def chain_hash(previous: str, event: Peristiwa) -> str:
    """SHA-256 over the previous hash and the event's canonical JSON (sorted keys, no blanks).

    An empty ``sebutan`` is left out: events without one are hashed as they were before it.
    """
    return _digest(previous, _fields(event))


def _digest(previous: str, fields: Mapping[str, object]) -> str:
    left_out = {"hash"} if fields["sebutan"] else {"hash", "sebutan"}
    body = {name: value for name, value in fields.items() if name not in left_out}
    return hashlib.sha256((previous + _CANONICAL.encode(body)).encode()).hexdigest()


class Trail:
    """Reads and appends events; appending belongs inside the transaction of the act itself."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def append(self, event: Peristiwa) -> int:
        """Add an event (its ``no`` and ``hash`` are set here); returns its number."""
        last, previous = self._last()
        row = {**_fields(event), "no": last + 1}
        row["hash"] = _digest(previous, row)
        self._sql.execute(
            f"INSERT INTO peristiwa (no, {_FIELDS}, hash) VALUES (:no, :waktu, :akun, :peran,"
            " :tempat, :periode, :aksi, :objek, :lama, :baru, :alasan, :kelompok, :sebutan, :hash)",
            row,
        )
        self._sql.execute(
            "INSERT INTO meta VALUES ('kepala', :kepala)"
            " ON CONFLICT (kunci) DO UPDATE SET nilai = excluded.nilai",
            {"kepala": f"{last + 1}:{row['hash']}"},
        )
        return last + 1

    def _last(self) -> tuple[int, str]:
        row = self._sql.execute(
            "SELECT no, hash FROM peristiwa ORDER BY no DESC LIMIT 1"
        ).fetchone()
        return (row["no"], row["hash"]) if row else (0, GENESIS)

    def next_number(self) -> int:
        """The number the next event will have; certain only inside a transaction."""
        return self._last()[0] + 1

    def last_time(self) -> str:
        """When the last event happened (UTC, ISO); empty while there is none."""
        row = self._sql.execute("SELECT waktu FROM peristiwa ORDER BY no DESC LIMIT 1").fetchone()
        return str(row["waktu"]) if row else ""

    def head(self) -> str:
        """The hash of the last event; it vouches for everything before it."""
        return self._last()[1]

    def events(self, periode: str | None = None, after: int = 0) -> Iterator[Peristiwa]:
        """The events in order, of one month or all, after a number."""
        query = f"SELECT {_WHOLE} FROM peristiwa WHERE no > ?"
        if periode is not None:
            query += " AND periode = ?"
        values = (after,) if periode is None else (after, periode)
        for row in self._sql.execute(query + " ORDER BY no", values):
            yield Peristiwa(*row)

    def moments(
        self, periode: str, without: Collection[str]
    ) -> Iterator[tuple[str, str, str | None, str]]:
        """(waktu, akun, state moved to, act) of a month's events, but for some kinds.

        Much quicker than ``events()``, for what is asked while somebody types.
        """
        marks = ", ".join("?" * len(without))
        query = (
            "SELECT waktu, akun, CASE aksi WHEN 'pindah' THEN baru END,"
            " CASE aksi WHEN 'pindah' THEN objek ELSE aksi END FROM peristiwa"
            f" WHERE periode = ? AND aksi NOT IN ({marks}) ORDER BY no"
        )
        for row in self._sql.execute(query, (periode, *without)):
            yield row[0], row[1], row[2], row[3]

    def find(self, beginning: str) -> Peristiwa | None:
        """The event whose hash begins so, or None."""
        row = self._sql.execute(
            f"SELECT {_WHOLE} FROM peristiwa WHERE substr(hash, 1, ?) = ?",
            (len(beginning), beginning),
        ).fetchone()
        return Peristiwa(*row) if row else None

    def of_account(self, akun: str, acts: tuple[str, ...]) -> Iterator[Peristiwa]:
        """An account's events of some kinds, newest first."""
        marks = ", ".join("?" * len(acts))
        query = f"SELECT {_WHOLE} FROM peristiwa WHERE akun = ? AND aksi IN ({marks})"
        for row in self._sql.execute(query + " ORDER BY no DESC", (akun, *acts)):
            yield Peristiwa(*row)

    def verify(self) -> HasilPeriksa:
        """Recompute the whole chain; names the first event that does not fit or cannot be read."""
        previous, count = GENESIS, 0
        with any_text(self._sql):
            for event in self._readable():
                count += 1
                if event is None or event.no != count or not _fits(previous, event):
                    return HasilPeriksa(False, count, previous, count)
                previous = event.hash
            if self._stated_head() not in {None, f"{count}:{previous}"}:
                return HasilPeriksa(False, count, previous, count + 1)
        return HasilPeriksa(True, count, previous, None)

    def _readable(self) -> Iterator[Peristiwa | None]:
        """The events in order; None, and nothing more, where the file itself is spoilt."""
        try:
            yield from self.events()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield None

    def _stated_head(self) -> str | None:
        row = self._sql.execute("SELECT nilai FROM meta WHERE kunci = 'kepala'").fetchone()
        count = self._sql.execute("SELECT count(*) FROM peristiwa").fetchone()[0]
        return row["nilai"] if row else (None if count == 0 else "")


@contextmanager
def any_text(sql: sqlite3.Connection) -> Iterator[None]:
    """Read also text that is not UTF-8, as a changed byte makes it, instead of failing."""
    before, sql.text_factory = sql.text_factory, lambda b: b.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        sql.text_factory = before


def _fits(previous: str, event: Peristiwa) -> bool:
    try:
        return chain_hash(previous, event) == event.hash
    except (TypeError, UnicodeEncodeError):
        return False  # a number or bytes where a text was, or a text that is none


def _fields(event: Peristiwa) -> dict[str, object]:
    """The event's fields by name (``asdict`` copies every text)."""
    return {name: getattr(event, name) for name in Peristiwa.__slots__}
