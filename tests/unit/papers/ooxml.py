"""What Word demands of a package and LibreOffice forgives: element order, ids, links, types."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EDGES = "top left bottom right insideH insideV tl2br tr2bl"
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark "
    "minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt "
)
_WORD = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tblBorders": _EDGES,
    "tcBorders": _EDGES,
    "tblCellMar": _EDGES,
    "tcMar": _EDGES,
    "pBdr": "top left bottom right between bar",
    "sectPr": "headerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr "
    "trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
}
_CHART = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr "
    "txPr externalData printSettings userShapes",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend "
    "plotVisOnly dispBlanksAs",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "ser": "idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars "
    "cat val smooth",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr pictureOptions",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
}
_ORDER = {
    space + parent: [space + child for child in children.split()]
    for space, table in ((W, _WORD), (C, _CHART))
    for parent, children in table.items()
}
"""The children of each element in the order of ECMA-376, of those that the papers use."""
_MANY = {W + "headerReference", W + "tblStylePr", W + "tr", W + "tc", W + "bookmarkStart"}
_MANY |= {W + "bookmarkEnd", C + "ser", C + "dPt", C + "axId"}
_SAME_PLACE = {W + "footerReference": W + "headerReference"}


def faults(content: bytes) -> list[str]:
    """Everything in the package that Word or Excel may refuse, a line each."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    found = [*_package(parts), *_defined(parts)]
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            found += [f"{name}: {fault}" for fault in _part(etree.fromstring(data))]
    return found


def _package(parts: dict[str, bytes]) -> Iterator[str]:
    """Content types and relationships: complete, and pointing inside the package only."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {e.get("Extension").lower() for e in types if e.tag.endswith("Default")}
    named = {e.get("PartName").lstrip("/") for e in types if e.tag.endswith("Override")}
    yield from (f"tipe tanpa bagian: {name}" for name in named - parts.keys())
    for name, data in parts.items():
        typed = name in named or name.rpartition(".")[2].lower() in endings
        if not typed and name != "[Content_Types].xml":
            yield f"bagian tanpa tipe: {name}"
        if name.endswith(".rels"):
            yield from _links(name, data, parts)
        elif name.endswith(".xml"):
            yield from _used(name, data, parts)


def _links(name: str, data: bytes, parts: dict[str, bytes]) -> Iterator[str]:
    base = posixpath.dirname(posixpath.dirname(name))
    for link in etree.fromstring(data):
        target = link.get("Target")
        inside = target.lstrip("/") if target[0] == "/" else posixpath.join(base, target)
        if link.get("TargetMode") == "External" or posixpath.normpath(inside) not in parts:
            yield f"{name}: tautan ke luar atau putus: {target}"


def _used(name: str, data: bytes, parts: dict[str, bytes]) -> Iterator[str]:
    folder, file = posixpath.split(name)
    links = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"), b"<none/>")
    known = {link.get("Id") for link in etree.fromstring(links)}
    nodes = (node for node in etree.fromstring(data).iter() if isinstance(node.tag, str))
    used = {value for node in nodes for key, value in node.attrib.items() if key.startswith(_R)}
    yield from (f"{name}: hubungan {key} tidak ada" for key in used - known)
    if re.search(rb'(?:"|>)(?:/(?:root|tmp|home)/|[A-Z]:\\)', data):
        yield f"{name}: memuat jalur berkas"


def _defined(parts: dict[str, bytes]) -> Iterator[str]:
    """Styles and numberings that the text uses must be defined."""
    lists = (
        ("word/styles.xml", "style", "styleId", ("pStyle", "rStyle", "tblStyle")),
        ("word/numbering.xml", "num", "numId", ("numId",)),
    )
    for holder, kind, key, users in lists:
        made = etree.fromstring(parts.get(holder, b"<none/>"))
        known = {node.get(W + key) for node in made.iter(W + kind)} | {"0"}
        for name in (n for n in parts if re.match(r"word/[^/]+\.xml$", n)):
            root = etree.fromstring(parts[name])
            used = {node.get(f"{W}val") for user in users for node in root.iter(W + user)}
            yield from (f"{name}: {kind} {value} tidak ada" for value in used - known)


def _part(root: etree._Element) -> Iterator[str]:
    for node in root.iter(*_ORDER):
        yield from _order(node)
    yield from (f"{p} bukan yang pertama" for p in _not_first(root))
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "sel tabel tidak diakhiri alinea"
    yield from _identities(root)


def _order(node: etree._Element) -> Iterator[str]:
    wanted, last = _ORDER[node.tag], -1
    for child in node:
        tag = _SAME_PLACE.get(child.tag, child.tag)
        if tag not in wanted:
            yield f"{_bare(node)} memuat {_bare(child)}"
            continue
        place = wanted.index(tag)
        if place < last or (place == last and tag not in _MANY):
            yield f"urutan {_bare(node)}: {' '.join(map(_bare, node))}"
        last = max(last, place)


def _not_first(root: etree._Element) -> Iterator[str]:
    for parent, first in (("p", "pPr"), ("r", "rPr"), ("tc", "tcPr")):
        for node in root.iter(W + parent):
            if any(child.tag == W + first for child in node[1:]):
                yield first


def _identities(root: etree._Element) -> Iterator[str]:
    """Ids that must be unique, marks that must be paired, anchors that must exist."""
    drawn = [n.get("id") for n in root.iter() if str(n.tag).endswith("}docPr")]
    starts = list(root.iter(f"{W}bookmarkStart"))
    numbers, names = ([n.get(W + key) for n in starts] for key in ("id", "name"))
    for kind, values in (("docPr", drawn), ("bookmark", numbers), ("nama bookmark", names)):
        if len(values) != len(set(values)):
            yield f"{kind} ganda"
    if sorted(numbers) != sorted(n.get(f"{W}id") for n in root.iter(f"{W}bookmarkEnd")):
        yield "bookmark tidak berpasangan"
    yield from (f"nama bookmark terlalu panjang: {name}" for name in names if len(name) > 40)
    anchors = {n.get(f"{W}anchor") for n in root.iter(f"{W}hyperlink")} - {None}
    yield from (f"rujukan ke {name} tidak ada" for name in anchors - set(names))
    marks = [n.get(f"{W}fldCharType") for n in root.iter(f"{W}fldChar")]
    if marks.count("begin") != marks.count("end"):
        yield "field tidak ditutup"


def _bare(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]
