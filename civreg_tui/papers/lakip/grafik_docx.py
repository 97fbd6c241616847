"""Bar charts as native charts with their own numbers: no picture library, no linked workbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from civreg_tui.domain.lakip import GrafikLakip
from civreg_tui.domain.numbers import format_percent
from civreg_tui.papers.lakip import xml

if TYPE_CHECKING:
    from docx.document import Document

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_EMU = 36_000
CAPAI, KURANG, SASARAN = "7F9DB9", "1F3A5F", "C55A11"
"""Fill colours: target reached, missed, the target itself (also apart in grey print)."""
TINGGI_BATANG, TINGGI_SUMBU = 4.4, 9.0
"""Millimetres for one bar with its gap, and for the axis."""


def batang(grafik: GrafikLakip) -> list[tuple[str, int, str]]:
    """Label, value and colour of every bar, best first, the target in its place among them."""
    bars = [
        (name.replace("Kabupaten ", "Kab. "), value, KURANG if grafik.meleset(value) else CAPAI)
        for name, value in grafik.batang
        if value is not None
    ]
    if grafik.target is not None:
        bars.append(("TARGET", grafik.target, SASARAN))
    return sorted(bars, key=lambda bar: (-bar[1], bar[2] != SASARAN))


def awal_sumbu(grafik: GrafikLakip) -> int:
    """Where the axis begins, in percent: zero, or a multiple of 5 when all bars are long."""
    lowest = min((value for _, value, _ in batang(grafik)), default=0)
    return 0 if lowest < 80_00 else (lowest - 1) // 5_00 * 5


def tinggi(grafik: GrafikLakip) -> float:
    """The chart's height in millimetres."""
    return len(batang(grafik)) * TINGGI_BATANG + TINGGI_SUMBU


def gambar(document: Document, grafik: GrafikLakip, lebar: float, number: int) -> Any:
    """The run that shows the chart, its part added to the document; ``lebar`` in millimetres."""
    from docx.opc.part import Part

    name = document.part.package.next_partname("/word/charts/chart%d.xml")
    content = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + _bagan(grafik)
    part = Part(name, _TYPE, content.encode(), document.part.package)
    link = document.part.relate_to(part, _REL)
    width, height = round(lebar * _EMU), round(tinggi(grafik) * _EMU)
    return xml.element(
        f'<w:r {xml.NS} xmlns:a="{_MAIN}" xmlns:wp="http://schemas.openxmlformats.org/'
        'drawingml/2006/wordprocessingDrawing"><w:drawing><wp:inline distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr '
        f'id="{1000 + number}" name="Gambar {number}" descr={xml.atribut(_uraian(grafik))}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{link}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def _uraian(grafik: GrafikLakip) -> str:
    bars = "; ".join(f"{name} {format_percent(value)}" for name, value, _ in batang(grafik))
    return f"{grafik.judul}: {bars}"


def _bagan(grafik: GrafikLakip) -> str:
    top = max((value for _, value, _ in batang(grafik)), default=0)
    highest = 100 if top <= 100_00 else -(-top // 10_00) * 10
    return (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}"><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        '<c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{_deret(grafik)}<c:gapWidth val="35"/><c:axId val="111"/><c:axId val="222"/></c:barChart>'
        f"{_sumbu_nama()}{_sumbu_nilai(awal_sumbu(grafik), highest)}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln>'
        '<a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="700">'
        '<a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
        "</c:chartSpace>"
    )


def _deret(grafik: GrafikLakip) -> str:
    """The series: each bar's colour, its label and its value as literals."""
    bars = batang(grafik)
    colours = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_isi(colour)}</c:dPt>"
        for i, (_, _, colour) in enumerate(bars)
    )
    names = _titik(xml.teks(f"{name}  {format_percent(value)}") for name, value, _ in bars)
    values = _titik(f"{value // 100}.{value % 100:02d}" for _, value, _ in bars)
    return (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Cakupan (%)</c:v></c:tx>'
        f'{_isi(CAPAI)}<c:invertIfNegative val="0"/>{colours}'
        f"<c:cat><c:strLit>{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>0.00</c:formatCode>{values}</c:numLit></c:val></c:ser>"
    )


def _titik(values: Iterable[str]) -> str:
    """Literal points in their order, with their number before them."""
    points = [f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(values)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'


def _isi(colour: str) -> str:
    return f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>'


def _sumbu_nama() -> str:
    return (
        '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="222"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _sumbu_nilai(low: int, high: int) -> str:
    step = 20 if high - low > 30 else 5 if high - low > 12 else 1 if high - low <= 5 else 2
    return (
        '<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high}"/><c:min val="{low}"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/>'
        '<c:crosses val="max"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{step}"/></c:valAx>'
    )
