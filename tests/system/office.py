"""An office on this machine: real accounts, sudo rule, sshd on loopback; all taken down again.

It needs root, creates system accounts and writes below /etc, so it runs only when asked to.
"""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy" / "akun-layanan"
IZIN = "CIVREG_UJI_AKUN"
LAYANAN, GRUP, BERKAS = "cujilayanan", "cujipemakai", "cujiberkas"
PIAK = "cujipiak"
"""An account that exchanges files with the Staf by sftp, and enters nothing else."""
ORANG = {role: f"cuji{role}" for role in ("kabid", "kasi", "staf", "sekretariat")}
ADMIN = "cujiadmin"
"""An account that may do everything through sudo, and is admin in the program."""
_PERLU = ("sshd", "ssh", "ssh-keygen", "sudo", "visudo", "useradd", "userdel", "groupadd", "su",
          "runuser")  # fmt: skip
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def obstacle() -> str:
    """Why the office cannot be set up here; empty when it can."""
    if os.environ.get(IZIN) != "1":
        return f"membuat akun sistem sementara: setel {IZIN}=1 dan jalankan sebagai root"
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "perlu root untuk membuat akun"
    missing = [name for name in _PERLU if shutil.which(name, path=_PATH) is None]
    if missing:
        return f"belum terpasang: {', '.join(missing)} (paket openssh-server, sudo)"
    if Path("/etc/civreg-tui").exists():
        return "/etc/civreg-tui sudah ada di mesin ini"
    if _interpreter() is None:
        return "tidak ada Python yang dapat dijalankan akun lain"
    return ""


def _interpreter() -> Path | None:
    """A Python of this version that every account may run."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for path in (Path(sys.executable).resolve(), Path("/usr/bin") / name):
        if path.exists() and all(p.stat().st_mode & 0o001 for p in (path, *path.parents)):
            return path
    return None


def run(
    *words: str | Path, account: str = "", **kwargs: object
) -> subprocess.CompletedProcess[str]:
    """A command with its output, as root or as an account."""
    argv = [str(word) for word in words]
    if account:
        argv = ["su", "-s", "/bin/sh", account, "-c", subprocess.list2cmdline(argv)]
    environ = {**os.environ, "PATH": _PATH}
    return subprocess.run(
        argv,
        capture_output=True,
        text=True,
        timeout=120,
        env=environ,
        check=False,
        **kwargs,  # type: ignore[call-overload]
    )


def must(*words: str | Path, account: str = "") -> str:
    """The same; fails when the command does."""
    done = run(*words, account=account)
    assert done.returncode == 0, f"{words}: {done.stderr or done.stdout}"
    return done.stdout


@dataclass(frozen=True)
class Kantor:
    """The office's places on this machine."""

    base: Path
    port: int

    @property
    def program(self) -> Path:
        return self.base / "bin" / "civreg-tui"

    @property
    def store(self) -> Path:
        return self.base / "simpanan"

    def masuk(self, role: str) -> Path:
        """A role's inbox."""
        return self.base / "pertukaran" / "masuk" / role

    def keluar(self, role: str) -> Path:
        """A role's outbox."""
        return self.base / "pertukaran" / "keluar" / role

    def ssh(self, role: str, *words: str) -> list[str]:
        """The command line by which somebody logs in with the own key."""
        return ["ssh", *self._line(ORANG[role]), "-tt", f"{ORANG[role]}@127.0.0.1", *words]

    def sftp(self, account: str, commands: str) -> subprocess.CompletedProcess[str]:
        """Let an account exchange files; fails at the first command that does."""
        return run("sftp", *self._line(account), "-b", "-", f"{account}@127.0.0.1", input=commands)

    def _line(self, account: str) -> list[str]:
        options = {
            "Port": self.port, "IdentityFile": self.base / "kunci" / account,
            "IdentitiesOnly": "yes", "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null", "LogLevel": "ERROR", "SendEnv": "USER LOGNAME",
        }  # fmt: skip
        return ["-F", "/dev/null", *(f"-o{name}={value}" for name, value in options.items())]


@contextmanager
def office() -> Iterator[Kantor]:
    """Set everything up as the guide says, and take it down again whatever happens."""
    with ExitStack() as undo:
        base = Path(tempfile.mkdtemp(prefix="kantor-uji-", dir="/srv"))
        undo.callback(shutil.rmtree, base, ignore_errors=True)
        base.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            kantor = Kantor(base, free.getsockname()[1])
        _accounts(undo)
        write_program(kantor.program, "0077")
        _folders(kantor)
        _configuration(kantor, undo)
        _sudo(kantor, undo)
        _sshd(kantor, undo)
        _month(kantor)
        yield kantor


def _accounts(undo: ExitStack) -> None:
    for group in (GRUP, BERKAS, *(f"{BERKAS}{role}" for role in ORANG)):
        must("groupadd", group)
        undo.callback(run, "groupdel", group)
    folders = ",".join(f"{BERKAS}{role}" for role in ORANG)
    must("useradd", "--system", "--user-group", "--groups", folders,
         "--shell", "/usr/sbin/nologin", LAYANAN)  # fmt: skip
    undo.callback(run, "userdel", "--force", LAYANAN)
    people = dict.fromkeys(ORANG.values(), GRUP) | {PIAK: f"{BERKAS},{BERKAS}staf", ADMIN: ""}
    for name, groups in people.items():
        must("useradd", "--home-dir", "/", "--no-create-home", "--groups", groups,
             "--shell", "/bin/sh", "-p", "*", name)  # fmt: skip
        undo.callback(run, "userdel", "--force", name)


def write_program(path: Path, umask: str) -> None:
    """The starter of this checkout, with the mask that the shipped one sets."""
    paths = [str(ROOT), sysconfig.get_paths()["purelib"]]
    script = f"import sys; sys.path[:0]={paths!r}; from civreg_tui.__main__ import main; main()"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\numask {umask}\nexec {_interpreter()} -I -B -c "{script}" "$@"\n')
    path.chmod(0o755)


def _folders(kantor: Kantor) -> None:
    for name, mode, owner, group in (
        ("simpanan", 0o700, LAYANAN, LAYANAN),
        ("cadangan", 0o700, LAYANAN, LAYANAN),
        ("pertukaran", 0o755, "root", "root"),
        ("pertukaran/masuk", 0o755, "root", "root"),
        ("pertukaran/keluar", 0o755, "root", "root"),
        *((f"pertukaran/masuk/{role}", 0o3770, LAYANAN, f"{BERKAS}{role}") for role in ORANG),
        *((f"pertukaran/keluar/{role}", 0o2750, LAYANAN, f"{BERKAS}{role}") for role in ORANG),
    ):
        path = kantor.base / name
        path.mkdir()
        shutil.chown(path, owner, group)
        path.chmod(mode)


def _configuration(kantor: Kantor, undo: ExitStack) -> None:
    folder = Path("/etc/civreg-tui")
    folder.mkdir(mode=0o755)
    undo.callback(shutil.rmtree, folder)
    roles = "".join(f"{name} = ['{role}']\n" for role, name in ORANG.items())
    roles += f"{LAYANAN} = ['auditor']\n{ADMIN} = ['admin']\n"
    (folder / "civreg.toml").write_text(
        f"[layanan]\nakun = '{LAYANAN}'\n[simpan]\nfolder = '{kantor.store}'\n"
        f"[map]\nmasuk = '{kantor.masuk('{peran}')}'\nkeluar = '{kantor.keluar('{peran}')}'\n"
        f"[izin]\npengentri_memvalidasi = false\n[konfirmasi]\nvalidasi = true\n[akun]\n{roles}"
    )
    (folder / "civreg.toml").chmod(0o644)


def _adapted(kantor: Kantor, name: str) -> str:
    """A shipped file with the names and places of this office."""
    return _renamed(kantor, (DEPLOY / name).read_text("utf-8"))


def _renamed(kantor: Kantor, text: str) -> str:
    for ours, theirs in (
        ("/usr/local/bin/civreg-tui", str(kantor.program)),
        ("/srv/civreg", str(kantor.base)),
        ("civreg-pemakai", GRUP),
        ("civreg-berkas", BERKAS),
        ("(civreg:civreg)", f"({LAYANAN}:{LAYANAN})"),
        ("-u civreg ", f"-u {LAYANAN} "),
    ):
        text = text.replace(ours, theirs)
    return text


def command_of_guide(kantor: Kantor, word: str) -> list[str]:
    """The guide's command line that has a word, with the names and places of this office."""
    lines = (ROOT / "docs" / "panduan-admin.md").read_text("utf-8").splitlines()
    (line,) = (line for line in lines if line.strip().startswith("sudo ") and word in line)
    return shlex.split(_renamed(kantor, line))


def _sudo(kantor: Kantor, undo: ExitStack) -> None:
    rule = Path("/etc/sudoers.d/civreg-uji")
    rule.write_text(_adapted(kantor, "sudoers-civreg") + f"{ADMIN} ALL=(ALL:ALL) NOPASSWD: ALL\n")
    undo.callback(rule.unlink)
    rule.chmod(0o440)
    must("visudo", "-cf", rule)


def _sshd(kantor: Kantor, undo: ExitStack) -> None:
    keys = kantor.base / "kunci"
    keys.mkdir()
    for name in ("host", PIAK, *ORANG.values()):
        must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys / name)
    settings = kantor.base / "sshd_config"
    settings.write_text(
        f"Port {kantor.port}\nListenAddress 127.0.0.1\nHostKey {keys / 'host'}\nPidFile none\n"
        f"AuthorizedKeysFile {keys}/%u.pub\nStrictModes no\nUsePAM no\nAcceptEnv USER LOGNAME\n"
        f"PasswordAuthentication no\nSubsystem sftp internal-sftp\n"
        + _adapted(kantor, "sshd-civreg.conf")
    )
    Path("/run/sshd").mkdir(exist_ok=True)
    daemon = shutil.which("sshd", path=_PATH) or "sshd"
    must(daemon, "-t", "-f", settings)
    process = subprocess.Popen([daemon, "-D", "-f", settings])
    undo.callback(process.wait, 10)
    undo.callback(process.terminate)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", kantor.port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd does not answer")


def _month(kantor: Kantor) -> None:
    """December 2024 at its beginning, with eleven months before it, in a real store."""
    must(kantor.program, "demo", "--dir", kantor.store, "--at", "1", "--no-open", account=LAYANAN)
    code = (
        f"import sqlite3; s=sqlite3.connect('{kantor.store}/civreg.db');"
        "s.execute('DELETE FROM meta WHERE kunci=char(100,101,109,111)'); s.commit()"
    )
    must(str(_interpreter()), "-c", code)
    softcopy = next((ROOT / "data" / "demo").glob("*.xlsx"))
    sent = kantor.sftp(PIAK, f'put "{softcopy}" masuk/staf/\n')
    assert sent.returncode == 0, sent.stderr
    for leftover in kantor.store.glob("civreg.db-*"):
        shutil.chown(leftover, LAYANAN, LAYANAN)
