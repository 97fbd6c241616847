"""The command line: the scriptable edge, and the one place that joins engine and screens."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

OK, ADA_SALAH, GAGAL = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Carry out a command; returns 0 (fine), 1 (ran, found errors) or 2 (could not run)."""
    from civreg_tui.cli.parser import SalahPakai

    _open_closed_streams()
    _write_whatever_comes()
    try:
        code = _parse_and_do(arguments)
        sys.stdout.flush()  # here, where a reader that went away is still expected
    except SalahPakai as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("Dibatalkan.")
    except BrokenPipeError:
        _drop_output()
        return OK
    except OSError as error:
        from civreg_tui.services.errors import sentence

        _drop_output()
        return _fail(sentence(error))
    return code


def _parse_and_do(arguments: Sequence[str]) -> int:
    from civreg_tui.cli.parser import build_parser

    try:
        return _carry_out(build_parser(arguments).parse_args(list(arguments)))
    except SystemExit:  # how argparse ends --help and --version
        return OK


def _drop_output() -> None:
    """Silence the interpreter's own flush at exit, for output that nobody can take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_closed_streams() -> None:
    """What the caller closed leads to nothing, so that no file is opened under its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _write_whatever_comes() -> None:
    """A character the terminal's encoding lacks is replaced, instead of ending the program."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _carry_out(options: argparse.Namespace) -> int:
    from civreg_tui.cli.parser import SalahPakai

    try:
        from civreg_tui.cli.commands import COMMANDS
        from civreg_tui.services.people.confine import refuse_choices

        refuse_choices(
            options.command, store=options.store is not None, config=options.config is not None
        )
        return COMMANDS[options.command](options)
    except (SalahPakai, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback to a user
        return _fail(_explained(error, options))


def _explained(error: Exception, options: argparse.Namespace) -> str:
    """One line for what a user can mend; anything else is our fault and is written down."""
    from civreg_tui.services.errors import EXPECTED, sentence
    from civreg_tui.store.database import engine_line

    if isinstance(error, EXPECTED):
        return sentence(error)
    if line := engine_line(error):
        return line
    from civreg_tui.cli.session import log_folder
    from civreg_tui.crash import crash_line, write_crash

    return crash_line(write_crash(error, log_folder(options)))


def _fail(message: str) -> int:
    from civreg_tui.cli.show import printable

    print(printable(f"civreg-tui: {' '.join(message.split())}"), file=sys.stderr)
    return GAGAL
