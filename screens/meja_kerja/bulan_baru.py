"""The dialog that opens a month: the DKB reference follows the month until it is typed."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.widgets import Input

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.periode import Periode, acuan_for, posisi_acuan, tanggal
from civreg_tui.domain.salah import SalahIsi, SalahRuas
from civreg_tui.services.month.months import read_acuan
from screens.shell.dialog import Formulir, Ruas


class BulanBaru(Formulir):
    """Asks for the month and its DKB reference; a reference of a later day wants F10 twice."""

    def __init__(self, bulan: str, acuan: str) -> None:
        fields = [Ruas("bulan", "Bulan (TTTT-BB)", bulan), Ruas("acuan", "Acuan DKB", acuan)]
        super().__init__("Buka bulan baru", fields, periksa=self._periksa)
        self._usulan = acuan
        self._ditanya: tuple[str, str] | None = None

    @on(Input.Changed, "#ruas-bulan")
    def _ikuti_bulan(self, event: Input.Changed) -> None:
        field = self.query_one("#ruas-acuan", Input)
        if field.value != self._usulan:
            return
        with suppress(SalahIsi):
            self._usulan = field.value = acuan_for(Periode.parse(event.value))

    def _periksa(self, jawaban: dict[str, str]) -> None:
        try:
            month = Periode.parse(jawaban["bulan"])
        except SalahIsi as error:
            raise SalahRuas("bulan", str(error)) from None
        try:
            reference = read_acuan(jawaban["acuan"], month)
        except Ditolak as refusal:
            raise SalahRuas("acuan", str(refusal)) from None
        self._tanya_acuan(month, reference)

    def _tanya_acuan(self, month: Periode, reference: str) -> None:
        """Refuse a reference of a day after the month once; the same answer again is meant."""
        day, answer = posisi_acuan(reference), (str(month), reference)
        if day is None or day <= month.last_day or self._ditanya == answer:
            return
        self._ditanya = answer
        later = f"{reference} ({tanggal(day)}) sesudah {month.label}."
        raise SalahRuas("acuan", f"{later} Bila memang itu, F10 sekali lagi.")
