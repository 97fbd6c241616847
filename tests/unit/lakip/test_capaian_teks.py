"""A document's long-term targets in words, also where there is nothing to be short of."""

from __future__ import annotations

import pytest

from screens.lakip.capaian_teks import uraian
from tests.unit.lakip import contoh
from tests.unit.lakip.test_fakta import rekap


@pytest.mark.parametrize(
    ("pasangan", "batas_atas", "kata"),
    [
        ((99, 100), False, "tercapai"),
        ((97, 100), False, "kurang 1 akta"),
        ((97, 100), True, "tercapai"),
        ((99, 100), True, "terlampaui"),
        ((99, None), False, "belum dapat dihitung"),
    ],
)
def test_the_renstra_target(
    pasangan: tuple[int | None, int | None], batas_atas: bool, kata: str
) -> None:
    recap = rekap(pasangan, renstra=9800, negatif=batas_atas)
    assert f"Renstra 98,00 %: {kata}." in list(uraian(contoh.laporan(rekap=(recap,)), recap))
