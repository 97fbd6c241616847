"""What every use case works with: configuration, store, the acting account and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import msgspec

from civreg_tui.config import Config, Facts, month_config
from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.langkah import NAMA_PERAN, Ditolak, Keadaan, Peran
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.saat import setempat
from civreg_tui.services.people.identity import Pelaku, identify
from civreg_tui.store.months import BerkasBulan
from civreg_tui.store.store import Store
from civreg_tui.store.trail import Peristiwa

MUNDUR = timedelta(minutes=2)
"""How far the clock may step back unremarked, as time servers make it."""
Clock = Callable[[], datetime]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """An open store, used by one account."""

    def __init__(
        self, config: Config, store: Store, *, pelaku: Pelaku | None = None, clock: Clock = _utc_now
    ) -> None:
        self.config = config
        self.store = store
        self.demo = store.preferences.mark("demo") == "ya"
        self.clock = clock
        self.pelaku = pelaku or identify(config, demo=self.demo)
        self._refuse_without_role()
        self.dikonfirmasi: datetime | None = None
        """When the account last gave its PIN, until an act has used it up."""
        self.tampil_di = ("", "")
        """The screen and month that this program was last announced at."""
        self.per_tanggal = ""
        """The day the store is shown as of, in words; empty for the present."""
        self.readings: dict[tuple[str, ...], Bacaan] = {}
        self.matches: dict[tuple[str, str], tuple[bool, str]] = {}
        self._facts: dict[str, Facts] = {}
        self._definitions: dict[str, Facts] = {}

    @property
    def pelaku(self) -> Pelaku:
        """Who acts, with the roles of today: an assignment ends while the program is open."""
        if not self._pelaku.tugas:
            return self._pelaku
        return self._pelaku.pada(setempat(self.clock()).date())

    @pelaku.setter
    def pelaku(self, pelaku: Pelaku) -> None:
        self._pelaku = pelaku

    @property
    def hanya_baca(self) -> bool:
        """Whether the account may only look, so that not even its habits are kept."""
        return self.pelaku.dapat <= {"auditor"}

    def _refuse_without_role(self) -> None:
        """Ditolak when all that the account has are assignments of other days."""
        who = self.pelaku
        if who.tugas and not who.memegang:
            task = who.tugas[-1]
            raise Ditolak(
                f"Akun {who.akun} ditugasi {task.sebutan} {NAMA_PERAN[task.peran]} hanya "
                f"{task.masa}. Hari ini tidak ada peran baginya."
            )

    def now(self) -> str:
        """This moment in UTC, ISO with milliseconds."""
        return self.clock().astimezone(UTC).isoformat(timespec="milliseconds")

    def month(self, periode: str) -> BerkasBulan:
        """A month's file; Ditolak when it was never opened."""
        return self.store.months.get(periode) or _refuse_unopened(periode)

    def keadaan(self, periode: str) -> Keadaan:
        """Where a month stands, without reading its whole file; Ditolak likewise."""
        return self.store.months.state(periode) or _refuse_unopened(periode)

    def facts(self, periode: str) -> Facts:
        """The facts as the month froze them when it was opened."""
        if periode not in self._facts:
            definitions = self.month(periode).definisi
            if definitions not in self._definitions:
                frozen = msgspec.json.decode(definitions)
                self._definitions[definitions] = month_config(self.config, frozen).facts
            self._facts[periode] = self._definitions[definitions]
        return self._facts[periode]

    def record(
        self,
        aksi: str,
        objek: str,
        *,
        peran: Peran | None = None,
        periode: str | None = None,
        lama: str | None = None,
        baru: str | None = None,
        alasan: str = "",
        kelompok: str = "",
    ) -> int:
        """Append an event to the trail, inside the caller's transaction; returns its number."""
        who = self.pelaku
        self._note_clock(who)
        role = peran or who.dipilih or (next(iter(who.dapat)) if len(who.dapat) == 1 else None)
        event = Peristiwa(
            no=0,
            waktu=self.now(),
            akun=who.akun,
            peran=role or "",
            tempat=who.tempat,
            periode=periode,
            aksi=aksi,
            objek=objek,
            lama=lama,
            baru=baru,
            alasan=alasan,
            kelompok=kelompok,
            sebutan=who.sebutan(role) if role else "",
        )
        return self.store.trail.append(event)

    def _note_clock(self, who: Pelaku) -> None:
        """A clock that was set back is an event of its own, before the one it would disorder."""
        last, now = self.store.trail.last_time(), self.clock()
        if not last or now >= datetime.fromisoformat(last) - MUNDUR:
            return
        noted = Peristiwa(
            0, self.now(), who.akun, "", who.tempat, None, "jam_mundur", "jam", last, self.now(),
            "", "",
        )  # fmt: skip
        self.store.trail.append(noted)

    def folder(self, chosen: str, name: str) -> Path:
        """A configured folder, else one of that name inside the store's folder.

        ``{peran}`` in it stands for the role, so that each has an inbox and an outbox of its own.
        """
        if not chosen:
            return self.store.folder / name
        return Path(chosen.replace("{peran}", self._peran_folder)).expanduser()

    @property
    def _peran_folder(self) -> str:
        """The role whose folders are used: the chosen one, else one's own before another's."""
        who = self.pelaku
        held = [role for role in NAMA_PERAN if role in who.dapat]
        return min(held, key=lambda role: role not in who.peran, default="tanpa-peran")

    @property
    def masuk(self) -> Path:
        """The inbox, where Bidang PIAK's softcopies are put."""
        return self.folder(self.config.masuk, "masuk")

    @property
    def keluar(self) -> Path:
        """The outbox, where finished papers are written."""
        return self.folder(self.config.keluar, "keluar")

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def _refuse_unopened(periode: str) -> NoReturn:
    label = Periode.parse(periode).label
    raise Ditolak(f"Bulan {label} belum dibuka. Buka dari meja kerja dengan n.")
