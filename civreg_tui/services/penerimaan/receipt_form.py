"""The receipt's form: the hardcopy checklist and how the delivery was answered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from civreg_tui.domain.penerimaan import Putusan
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CekHardcopy:
    """The checklist of one document's paper; ``halaman`` None = not counted."""

    dokumen: str
    ada: bool = False
    halaman: int | None = None
    ditandatangani: bool = False
    acuan: str = ""


@dataclass(frozen=True, slots=True)
class FormTerima:
    """What the Staf fills in at step 3; ``diterima_pada`` is empty until it was accepted.

    ``pengirim`` is the person of Bidang PIAK who handed it over.
    """

    hardcopy: tuple[CekHardcopy, ...] = ()
    nomor: str = ""
    catatan: str = ""
    diterima_pada: str = ""
    oleh: str = ""
    putusan: Putusan = "diterima"
    kekurangan: tuple[str, ...] = ()
    pengirim: str = ""

    @property
    def ada(self) -> tuple[str, ...]:
        """The codes of the documents whose paper is there."""
        return tuple(cek.dokumen for cek in self.hardcopy if cek.ada)

    def cek(self, dokumen: str) -> CekHardcopy:
        """The checklist of a document (all unchecked when it was not looked at yet)."""
        return next((c for c in self.hardcopy if c.dokumen == dokumen), CekHardcopy(dokumen))

    def dengan(self, cek: CekHardcopy) -> FormTerima:
        """The same form with one document's checklist replaced."""
        rest = tuple(cek if c.dokumen == cek.dokumen else c for c in self.hardcopy)
        known = any(c.dokumen == cek.dokumen for c in self.hardcopy)
        return replace(self, hardcopy=rest if known else (*rest, cek))


def load_receipt(ws: Workspace, periode: str) -> FormTerima:
    """The month's form; a blank one lists all documents of the month."""
    form = load_form(ws, periode, "penerimaan", FormTerima)
    if form is not None:
        return form
    heads = ws.store.months.sheets(periode)
    return FormTerima(tuple(CekHardcopy(head.dokumen) for head in heads))
