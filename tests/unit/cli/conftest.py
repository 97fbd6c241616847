"""Running a command inside the test and looking at all it leaves."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from civreg_tui.cli import run


@dataclass(frozen=True)
class Hasil:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output, with nothing else there or on stderr."""
        assert self.err == ""
        assert self.out.count("\n") == 1
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value

    @property
    def baris(self) -> str:
        """The one line of a command that could not run."""
        assert self.code == 2
        assert self.out == ""
        assert self.err.startswith("civreg-tui: ")
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        assert self.err.rstrip("\n").isprintable()
        return self.err.removeprefix("civreg-tui: ").rstrip("\n")


Jalankan = Callable[..., Hasil]


@pytest.fixture
def jalankan(capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Runs a command line."""

    def go(*words: str | Path) -> Hasil:
        capsys.readouterr()
        code = run([str(word) for word in words])
        caught = capsys.readouterr()
        return Hasil(code, caught.out, caught.err)

    return go


@pytest.fixture
def di(jalankan: Jalankan, salinan: Callable[[int], Path]) -> Callable[[int], Jalankan]:
    """Runs commands on a fresh demo store at a step."""

    def at(step: int) -> Jalankan:
        folder = salinan(step)
        return lambda *words: jalankan("--store", folder, *words)

    return at
