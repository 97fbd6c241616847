"""The few things python-docx has no call for, written straight into the document's XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EMU_PER_POINT = 12_700


def printable(text: str) -> str:
    """The text without the characters that no XML document can hold."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def element(tag: str, **attributes: str) -> Any:
    """A new element of the word-processing namespace: ``element("w:shd", fill="D9D9D9")``."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_all_fonts(style: Any, font: str) -> None:
    """Use one font for every script, so that dashes and arrows do not fall back to another."""
    from docx.oxml.ns import qn

    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def set_language(styles: Any, code: str) -> None:
    """The proofing language of the whole document."""
    from docx.oxml.ns import qn

    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), code)


_AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
    "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
    "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What must stand behind a paragraph's borders: Word holds to the schema's order."""


def drop_thumbnail(document: Document) -> None:
    """Leave out the library's preview picture, which shows an empty page of another paper size."""
    links = document.part.package.rels
    for key in [key for key, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[key]


def bottom_rule(paragraph: Paragraph, kind: str, eighths: int) -> None:
    """A rule under a paragraph (``single``, ``double``), its weight in eighths of a point."""
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val=kind, sz=str(eighths), space="1", color="auto"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, *_AFTER_BORDERS)


def field(paragraph: Paragraph, code: str, size: float | None = None) -> None:
    """A field that the word processor fills in: PAGE, NUMPAGES, a table of contents."""
    from docx.shared import Pt

    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if size is not None:
            run.font.size = Pt(size)
        if kind is not None:
            run._r.append(element("w:fldChar", fldCharType=kind))
            continue
        instruction = element("w:instrText")
        instruction.text = f" {code} "
        run._r.append(instruction)


def right_tab(paragraph: Paragraph, section: Section) -> None:
    """One tab stop at the right margin, instead of the footer style's own."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Emu

    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    paragraph.style = "Normal"
    paragraph.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)


def keep_rows_whole(table: Table) -> None:
    """Forbid page breaks inside the table's rows."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def repeat_head(table: Table, rows: int = 1) -> None:
    """Print the first rows again on every page the table runs over."""
    for row in table.rows[:rows]:
        row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell's ground with a colour (``D9D9D9``)."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def borders(cell: _Cell, **sides: str) -> None:
    """Set a cell's borders one by one: ``borders(cell, top="nil", bottom="single")``."""
    frame = element("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            frame.append(element(f"w:{side}", val=sides[side], sz="4", space="0", color="auto"))
    cell._tc.get_or_add_tcPr().append(frame)


FIRST_SHAPE = 2048
"""Shape numbers begin above this in headers, one a header part, as Word counts them."""
_WATERMARK = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
 <w:rPr><w:noProof/></w:rPr>
 <w:pict>
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
    path="m@7,l@8,m@5,21600l@6,21600e">
   <v:formulas>
    <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
    <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
    <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
    <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
    <v:f eqn="sum @6 0 @5"/>
   </v:formulas>
   <v:path textpathok="t" o:connecttype="rect"/>
   <v:textpath on="t" fitshape="t"/>
  </v:shapetype>
  <v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}" type="#_x0000_t136"
    style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;
rotation:325;z-index:-251658752;mso-position-horizontal:center;
mso-position-horizontal-relative:margin;mso-position-vertical:center;
mso-position-vertical-relative:margin" fillcolor="#c8c8c8" stroked="f">
   <v:fill opacity=".5"/>
   <v:textpath string="{text}"
    style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold"/>
  </v:shape>
 </w:pict>
</w:r>
"""


def slanted_watermark(paragraph: Paragraph, text: str, width: int = 380, height: int = 130) -> None:
    """Word's own kind of watermark behind the page (size in points), held by a header paragraph."""
    from docx.oxml import parse_xml

    number = FIRST_SHAPE + int(re.sub(r"\D", "", paragraph.part.partname.filename) or 0)
    shape = _WATERMARK.format(text=text, width=width, height=height, number=number)
    paragraph._p.append(parse_xml(shape))
