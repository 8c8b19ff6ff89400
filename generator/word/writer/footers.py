"""Page numbers: — 1 — below the 版心, odd at the right, even at the left (GB/T 9704-2012, 7.5).

A landscape page is a portrait sheet turned: its head lies at the sheet's left edge, on odd and on
even pages, so that odd ones have it at the binding and even ones at the cut (clause 8). Its page
number stands where it stands on the sheet held upright: beyond the left edge of the turned text,
turned with it, near the lower corner on odd and near the upper corner on even pages. A rendering
shows this place; that heads face the binding shows only in the bound sheets.
"""

from __future__ import annotations

from lxml import etree

from generator.standard.gbt9704 import (
    PAGE_NUMBER_GAP,
    PAGE_NUMBER_INDENT,
    SI_HAO,
    Layout,
    Look,
    PageNumber,
)
from generator.word.building import paragraph, points, run, w
from generator.word.wordml import MC, NAMESPACES, Element
from generator.word.writer.shapes import EMU, WP, WPS, A
from generator.word.writer.style_ids import FOOTER

LINE = SI_HAO + 2
"""Height of the footer's line in pt."""
_LINE_MM = LINE * 25.4 / 72


def footer(look: Look, *, turned: bool, even: bool) -> Element:
    """The paragraph of a footer: of an odd or an even page, upright or ``turned`` (landscape)."""
    if look.page_number == "none":
        return paragraph(FOOTER)
    upright = _paragraph(look.page_number, even)
    return paragraph(FOOTER, [_frame(look.layout, even, upright)]) if turned else upright


def _paragraph(page_number: PageNumber, even: bool) -> Element:
    if page_number == "center":
        return paragraph(FOOTER, _number(), w("jc", val="center"))
    side = "left" if even else "right"
    indent = {f"{side}Chars": PAGE_NUMBER_INDENT * 100, side: points(PAGE_NUMBER_INDENT * SI_HAO)}
    return paragraph(FOOTER, _number(), w("ind", **indent), w("jc", val=side))


def _frame(layout: Layout, even: bool, upright: Element) -> Element:
    """A run with the paragraph of the upright page in a frame that is turned."""
    left = layout.page_height - layout.area_bottom - PAGE_NUMBER_GAP - _LINE_MM / 2
    xml = _FRAME.format(
        id=2 if even else 1,
        left=round(left * EMU),
        top=round(layout.left * EMU),
        width=round(_LINE_MM * EMU),
        height=round(layout.text_width * EMU),
    )
    box = etree.fromstring(xml)
    content = box.find(f".//{{{WPS}}}txbx/*")
    assert content is not None
    content.append(upright)
    return box


_FRAME = (
    f'<w:r {NAMESPACES} xmlns:mc="{MC}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" '
    'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapNone/><wp:docPr id="{id}" name="页码 {id}"/><wp:cNvGraphicFramePr/>'
    f'<a:graphic><a:graphicData uri="{WPS}"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
    "<wps:txbx><w:txbxContent/></wps:txbx>"
    '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
    "<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>"
)


def _number() -> list[Element]:
    code = w("instrText")
    code.text = "PAGE"
    return [
        run("— "),
        _field(w("fldChar", fldCharType="begin")),
        _field(code),
        _field(w("fldChar", fldCharType="separate")),
        run("1"),
        _field(w("fldChar", fldCharType="end")),
        run(" —"),
    ]


def _field(content: Element) -> Element:
    return w("r", w("rPr", w("rFonts", hint="eastAsia")), content)


def footer_distance(layout: Layout, landscape: bool) -> float:
    """From the lower edge of the sheet to the footer in mm: the dash, half a line up, is 7 mm below
    the 版心.
    """
    if layout.footer is not None:
        return layout.footer
    below = layout.right if landscape else layout.page_height - layout.area_bottom
    return below - PAGE_NUMBER_GAP - LINE / 2 * 25.4 / 72
