"""The shared-group office on this machine: two members, one stranger, no service account."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.system.office import ROOT, must, run, write_program

DEPLOY = ROOT / "deploy" / "grup-bersama"
GRUP, STAF, KASI, ORANG_LAIN = "cujigrup", "cujistaf", "cujikasi", "cujilain"


@dataclass(frozen=True)
class KantorGrup:
    """The office's places."""

    base: Path

    @property
    def program(self) -> Path:
        return self.base / "bin" / "civreg-tui"

    @property
    def store(self) -> Path:
        return self.base / "simpanan"

    def terminal(self, account: str, *words: str) -> list[str]:
        """The command line by which an account runs the program in a terminal of its own."""
        return ["su", "-s", "/bin/sh", account, "-c", " ".join([str(self.program), *words])]


@contextmanager
def shared_group() -> Iterator[KantorGrup]:
    """Set the small office up as the guide says, and take it down again whatever happens."""
    with ExitStack() as undo:
        base = Path(tempfile.mkdtemp(prefix="kantor-uji-", dir="/srv"))
        undo.callback(shutil.rmtree, base, ignore_errors=True)
        base.chmod(0o755)
        kantor = KantorGrup(base)
        _accounts(undo)
        write_program(kantor.program, _umask())
        for name in ("simpanan", "masuk", "keluar"):
            (base / name).mkdir()
            shutil.chown(base / name, "root", GRUP)
            (base / name).chmod(0o2770)
        _configuration(kantor, undo)
        must(kantor.program, "demo", "--dir", kantor.store, "--at", "4", "--no-open", account=STAF)
        _no_demo(kantor.store)
        yield kantor


def _accounts(undo: ExitStack) -> None:
    must("groupadd", GRUP)
    undo.callback(run, "groupdel", GRUP)
    for name, groups in ((STAF, GRUP), (KASI, GRUP), (ORANG_LAIN, "")):
        must("useradd", "--home-dir", "/", "--no-create-home", "--groups", groups,
             "--shell", "/bin/sh", name)  # fmt: skip
        undo.callback(run, "userdel", "--force", name)


def _umask() -> str:
    """The mask that the shipped starter sets."""
    lines = (DEPLOY / "civreg-tui.sh").read_text("utf-8").splitlines()
    return next(line.split()[1] for line in lines if line.startswith("umask"))


def _configuration(kantor: KantorGrup, undo: ExitStack) -> None:
    folder = Path("/etc/civreg-tui")
    folder.mkdir(mode=0o755)
    undo.callback(shutil.rmtree, folder)
    shipped = (DEPLOY / "civreg.toml").read_text("utf-8").replace("/srv/civreg", str(kantor.base))
    text = shipped.partition("[akun]")[0] + f"[akun]\n{STAF} = ['staf']\n{KASI} = ['kasi']\n"
    (folder / "civreg.toml").write_text(text)
    (folder / "civreg.toml").chmod(0o644)


def _no_demo(store: Path) -> None:
    """From here on it is an office's store: roles come from the configuration."""
    code = (
        f"import sqlite3; s=sqlite3.connect('{store}/civreg.db');"
        "s.execute('DELETE FROM meta WHERE kunci=char(100,101,109,111)'); s.commit()"
    )
    must("python3", "-c", code, account=STAF)
