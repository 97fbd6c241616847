"""What the Kabid handed over: which delivery, of which revision, and the text's hash."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Penyerahan:
    """A delivery of the LAKIP Bidang; ``pada`` is an ISO time, ``naskah`` the .docx bytes."""

    no: int
    revisi: int
    sha256: str
    oleh: str
    pada: str
    naskah: bytes
