"""Bars that stand at a place of the sheet, whatever the text does: the lines of a letter."""

from __future__ import annotations

from lxml import etree

from generator.word.wordml import MC, NAMESPACES, Element

EMU = 36000
"""English metric units in a millimetre."""
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def bar(number: int, left: float, top: float, width: float, height: float, color: str) -> Element:
    """A run with a filled bar, measured in mm from the corner of the sheet.

    ``number`` tells the shapes of a part apart.
    """
    xml = _BAR.format(
        id=number,
        left=round(left * EMU),
        top=round(top * EMU),
        width=round(width * EMU),
        height=round(height * EMU),
        color=color,
    )
    return etree.fromstring(xml)


_BAR = (
    f'<w:r {NAMESPACES} xmlns:mc="{MC}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" '
    'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapNone/><wp:docPr id="{id}" name="红色双线 {id}"/><wp:cNvGraphicFramePr/>'
    f'<a:graphic><a:graphicData uri="{WPS}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:srgbClr val="{color}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>'
    "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>"
)
