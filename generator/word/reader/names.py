"""Names of WordprocessingML and what each element means to a reader of the text."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def qn(tag: str) -> str:
    """The tag or attribute name in the namespace of WordprocessingML."""
    return f"{{{W}}}{tag}"


def _names(tags: str) -> frozenset[str]:
    return frozenset(map(qn, tags.split()))


INSERTED = _names("ins moveTo")
"""Run containers of an insertion: seen when changes are accepted, gone when they are rejected."""
DELETED = _names("del moveFrom")
CONTAINERS = _names("hyperlink smartTag customXml dir bdo")
"""Containers of runs that are nothing but text to a reader."""
SILENT = _names(
    "rPr pPr proofErr permStart permEnd commentRangeStart commentRangeEnd commentReference annotationRef "
    "lastRenderedPageBreak softHyphen moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd sdtPr sdtEndPr smartTagPr "
    "customXmlPr bookmarkStart bookmarkEnd delText delInstrText instrText fldChar"
)
"""What shows no character of its own."""
P, R, T, TAB, BR, CR, TBL, TR, TC = map(qn, ["p", "r", "t", "tab", "br", "cr", "tbl", "tr", "tc"])
PPR, RPR, SDT, SDT_CONTENT, FIELD, SIMPLE_FIELD = map(
    qn, ["pPr", "rPr", "sdt", "sdtContent", "fldChar", "fldSimple"]
)
BOOKMARK_START, BOOKMARK_END, AUTHOR, VAL = map(
    qn, ["bookmarkStart", "bookmarkEnd", "author", "val"]
)


def is_break(node: Element) -> bool:
    """Whether a node is the end of a line inside a paragraph (not of a page or column)."""
    return node.tag == CR or (
        node.tag == BR and node.get(qn("type"), "textWrapping") == "textWrapping"
    )


def deleted_mark(paragraph: Element) -> bool:
    """Whether the paragraph's mark is deleted as a tracked change: its text runs into the next paragraph."""
    mark = paragraph.find(f"{PPR}/{RPR}")
    return mark is not None and any(child.tag in DELETED for child in mark)


def deleted_row(row: Element) -> bool:
    """Whether a table row is deleted as a tracked change."""
    properties = row.find(qn("trPr"))
    return properties is not None and properties.find(qn("del")) is not None
