"""What shows words in a Word file that are not read, as they stand in no paragraph of it."""

from __future__ import annotations

from collections import Counter

from generator.word.reader.shown import in_other_way
from generator.word.wordml import Element, qn

_UNREAD = {
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "图表",
    "{http://purl.oclc.org/ooxml/drawingml/chart}chart": "图表",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart": "图表",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "SmartArt 图形",
    "{http://purl.oclc.org/ooxml/drawingml/diagram}relIds": "SmartArt 图形",
    "{urn:schemas-microsoft-com:vml}textpath": "艺术字",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "嵌入的文件",
}
"""Elements that show what another part, a drawing or another program holds (ISO/IEC 29500-1, 21.2
and 21.4; 29500-4, 19.1.2.23), and what people call them."""
_GONE = (qn("del"), qn("moveFrom"))


def unread_drawings(root: Element) -> dict[str, int]:
    """How many there are of each in a document whose w:document is ``root``; none that tracked
    changes delete, none in a way of a content that Word does not take."""
    return dict(Counter(_UNREAD[node.tag] for node in root.iter(*_UNREAD) if _stands(node)))


def _stands(node: Element) -> bool:
    return next(node.iterancestors(*_GONE), None) is None and not in_other_way(node)
