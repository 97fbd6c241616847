"""What is written about a month besides figures: forms, softcopies, reasons, returns, texts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Softcopy:
    """A received file as it came, with its SHA-256; ``pengirim`` handed it over, if noted."""

    nama: str
    sha256: str
    isi: bytes
    pada: str
    oleh: str
    pengirim: str = ""


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """A reason a warning was passed with; it holds while the evidence is the same."""

    kunci: str
    bukti: str
    alasan: str
    oleh: str
    pada: str


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """A return with its reason; ``sel`` is JSON of the named cells."""

    id: int
    aksi: str
    alasan: str
    sel: str
    oleh: str
    pada: str
    dijawab: str | None


@dataclass(frozen=True, slots=True)
class BarisRevisi:
    """A validated revision; ``isi`` is the JSON of all that was frozen."""

    periode: str
    no: int
    kode: str
    hash: str
    isi: str
    oleh: str
    pada: str
    gugur: str | None


@dataclass(frozen=True, slots=True)
class Naskah:
    """A section of the LAKIP as edited; ``susunan`` is the hash of the text it replaced."""

    bagian: str
    teks: str
    susunan: str
    oleh: str
    pada: str


@dataclass(frozen=True, slots=True)
class Penyampaian:
    """A delivered LAKIP, frozen."""

    no: int
    revisi: int
    sha256: str
    isi: bytes
    oleh: str
    pada: str


class Records:
    """Reads and writes the month's documents."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql

    def form(self, periode: str, jenis: str) -> str | None:
        """The JSON of a form (disposisi, penerimaan, anggaran, bahan), or None."""
        row = self._sql.execute(
            "SELECT isi FROM isian WHERE periode = ? AND jenis = ?", (periode, jenis)
        ).fetchone()
        return row["isi"] if row else None

    def put_form(self, periode: str, jenis: str, isi: str) -> None:
        """Save a form's JSON."""
        self._sql.execute("INSERT OR REPLACE INTO isian VALUES (?, ?, ?)", (periode, jenis, isi))

    def softcopies(self, periode: str) -> list[Softcopy]:
        """The received files, oldest first."""
        rows = self._sql.execute(
            "SELECT nama, sha256, isi, pada, oleh, pengirim FROM softcopy"
            " WHERE periode = ? ORDER BY id",
            (periode,),
        )
        return [Softcopy(**dict(row)) for row in rows]

    def months_with(self, sha256: str) -> list[str]:
        """The months for which a file with these bytes was received."""
        rows = self._sql.execute(
            "SELECT periode FROM softcopy WHERE sha256 = ? ORDER BY periode", (sha256,)
        )
        return [row["periode"] for row in rows]

    def put_softcopy(self, periode: str, file: Softcopy) -> None:
        """Keep a received file; the same bytes are kept once."""
        self._sql.execute(
            "INSERT OR IGNORE INTO softcopy (periode, nama, sha256, isi, pada, oleh, pengirim)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (periode, file.nama, file.sha256, file.isi, file.pada, file.oleh, file.pengirim),
        )

    def explanations(self, periode: str) -> dict[str, Penjelasan]:
        """The reasons given for warnings, by the finding's key."""
        rows = self._sql.execute(
            "SELECT kunci, bukti, alasan, oleh, pada FROM penjelasan WHERE periode = ?", (periode,)
        )
        return {row["kunci"]: Penjelasan(**dict(row)) for row in rows}

    def put_explanation(self, periode: str, given: Penjelasan) -> None:
        """Record the reason a warning is passed with."""
        self._sql.execute(
            "INSERT OR REPLACE INTO penjelasan VALUES (?, ?, ?, ?, ?, ?)",
            (periode, given.kunci, given.bukti, given.alasan, given.oleh, given.pada),
        )

    def drop_explanation(self, periode: str, kunci: str) -> None:
        """Take a reason back, so that its warning is open again."""
        self._sql.execute(
            "DELETE FROM penjelasan WHERE periode = ? AND kunci = ?", (periode, kunci)
        )

    def returns(self, periode: str) -> list[Pengembalian]:
        """The month's returns, oldest first."""
        rows = self._sql.execute(
            "SELECT id, aksi, alasan, sel, oleh, pada, dijawab FROM pengembalian"
            " WHERE periode = ? ORDER BY id",
            (periode,),
        )
        return [Pengembalian(**dict(row)) for row in rows]

    def last_return(self, periode: str, aksi: str) -> Pengembalian | None:
        """The month's latest return of a kind, answered or not; None when there was none."""
        found = [row for row in self.returns(periode) if row.aksi == aksi]
        return found[-1] if found else None

    def put_return(self, periode: str, made: Pengembalian) -> None:
        """Record a return (its id is set here)."""
        self._sql.execute(
            "INSERT INTO pengembalian (periode, aksi, alasan, sel, oleh, pada, dijawab)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (periode, made.aksi, made.alasan, made.sel, made.oleh, made.pada, made.dijawab),
        )

    def answer_returns(self, periode: str, aksi: str, pada: str) -> None:
        """Close the open returns of a kind: what they asked for was handed over again."""
        self._sql.execute(
            "UPDATE pengembalian SET dijawab = ? WHERE periode = ? AND aksi = ?"
            " AND dijawab IS NULL",
            (pada, periode, aksi),
        )

    def reopen_return(self, nomor: int) -> None:
        """Open a return again: what was handed over for it was taken back."""
        self._sql.execute("UPDATE pengembalian SET dijawab = NULL WHERE id = ?", (nomor,))

    def revisions(self, periode: str | None = None) -> list[BarisRevisi]:
        """The validated revisions of a month (or of all), oldest first."""
        where, values = ("", ()) if periode is None else (" WHERE periode = ?", (periode,))
        rows = self._sql.execute(f"SELECT * FROM revisi{where} ORDER BY periode, no", values)
        return [BarisRevisi(**dict(row)) for row in rows]

    def put_revision(self, revision: BarisRevisi) -> None:
        """Freeze a revision."""
        self._sql.execute(
            "INSERT INTO revisi VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                revision.periode,
                revision.no,
                revision.kode,
                revision.hash,
                revision.isi,
                revision.oleh,
                revision.pada,
                revision.gugur,
            ),
        )

    def void_revisions(self, periode: str, pada: str) -> None:
        """Void whatever revision of the month still stands."""
        self._sql.execute(
            "UPDATE revisi SET gugur = ? WHERE periode = ? AND gugur IS NULL", (pada, periode)
        )

    def texts(self, periode: str) -> dict[str, Naskah]:
        """The edited sections of the month's LAKIP."""
        rows = self._sql.execute(
            "SELECT bagian, teks, susunan, oleh, pada FROM naskah WHERE periode = ?", (periode,)
        )
        return {row["bagian"]: Naskah(**dict(row)) for row in rows}

    def put_text(self, periode: str, text: Naskah) -> None:
        """Save an edited section."""
        self._sql.execute(
            "INSERT OR REPLACE INTO naskah VALUES (?, ?, ?, ?, ?, ?)",
            (periode, text.bagian, text.teks, text.susunan, text.oleh, text.pada),
        )

    def drop_text(self, periode: str, bagian: str) -> None:
        """Take an edit back, so that the composed text shows again."""
        self._sql.execute("DELETE FROM naskah WHERE periode = ? AND bagian = ?", (periode, bagian))

    def deliveries(self, periode: str) -> list[Penyampaian]:
        """The delivered LAKIPs, oldest first."""
        rows = self._sql.execute(
            "SELECT no, revisi, sha256, isi, oleh, pada FROM penyampaian"
            " WHERE periode = ? ORDER BY no",
            (periode,),
        )
        return [Penyampaian(**dict(row)) for row in rows]

    def put_delivery(self, periode: str, made: Penyampaian) -> None:
        """Freeze a delivered LAKIP."""
        self._sql.execute(
            "INSERT INTO penyampaian VALUES (?, ?, ?, ?, ?, ?, ?)",
            (periode, made.no, made.revisi, made.sha256, made.isi, made.oleh, made.pada),
        )
