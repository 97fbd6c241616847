"""The store as the services see it: one database, its trail and its kept things."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from civreg_tui.store.cells import Cells
from civreg_tui.store.database import Database
from civreg_tui.store.lessons import Lessons
from civreg_tui.store.months import Months
from civreg_tui.store.preferences import Preferences
from civreg_tui.store.records import Records
from civreg_tui.store.second_keying import SecondKeying
from civreg_tui.store.trail import Trail


class Store:
    """Opens (and creates on first use) the store in a folder."""

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        self.database = Database(folder, create=create)
        sql = self.database.sql
        self.trail = Trail(sql)
        self.months = Months(sql)
        self.cells = Cells(sql)
        self.records = Records(sql)
        self.second_keying = SecondKeying(sql)
        self.lessons = Lessons(sql)
        self.preferences = Preferences(sql)

    @property
    def folder(self) -> Path:
        """The folder the store lives in."""
        return self.database.folder

    def transaction(self) -> AbstractContextManager[None]:
        """One durable unit of work."""
        return self.database.transaction()

    def afterwards(self, work: Callable[[], None]) -> None:
        """Do ``work`` once no transaction is open, whatever becomes of the open one."""
        self.database.afterwards(work)

    def close(self) -> None:
        """Close the store."""
        self.database.close()
