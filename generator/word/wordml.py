"""WordprocessingML: the qualified names, what each means to a reader, how parts are read and kept.

The namespace of the main part is spelt out here alone; lxml is known in ``word`` alone.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO

from lxml import etree

from generator.model.limits import XML_DEPTH

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TO_TRANSITIONAL = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R_NAMESPACE,
    "http://purl.oclc.org/ooxml/officeDocument/math": MATH,
    "http://purl.oclc.org/ooxml/drawingml/main": _DRAWING,
}
"""The namespaces of ISO/IEC 29500-1 (strict) and those of part 4 (transitional)."""
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R_NAMESPACE}"'
"""The declarations that a string of WordprocessingML needs."""
R_ID = f"{{{R_NAMESPACE}}}id"
"""The attribute by which an element refers to a relation."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The attribute that keeps the blanks at the ends of a w:t."""


@cache
def qn(tag: str) -> str:
    """The tag or attribute name in the namespace of WordprocessingML."""
    return f"{{{W}}}{tag}"


def local_name(element: Element) -> str:
    """The tag without its namespace."""
    return etree.QName(element).localname


def _qualified(tags: str) -> frozenset[str]:
    return frozenset(map(qn, tags.split()))


P, R, T, TAB, BR, CR = map(qn, ["p", "r", "t", "tab", "br", "cr"])
TBL, TR, TC, TCPR = map(qn, ["tbl", "tr", "tc", "tcPr"])
PPR, RPR, SDT, SDT_CONTENT, FIELD = map(qn, ["pPr", "rPr", "sdt", "sdtContent", "fldChar"])
BOOKMARK_START, BOOKMARK_END = map(qn, ["bookmarkStart", "bookmarkEnd"])
AUTHOR, ID, NAME, VAL = map(qn, ["author", "id", "name", "val"])
NOTES = {qn("footnoteReference"): "footnotes", qn("endnoteReference"): "endnotes"}
"""What refers to a note, and the relation to the part that holds the note."""
TEXT_BOX = qn("txbxContent")
TOC_GALLERY = "Table of Contents"
"""What Word calls the control around a table of contents."""
ALTERNATE = f"{{{MC}}}AlternateContent"
"""The same content in several ways, of which a reader takes one."""
KNOWN_NAMESPACES = (
    "http://schemas.microsoft.com/office/word/",
    "http://schemas.microsoft.com/office/drawing/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:",
)
"""How the namespaces begin that Word knows: of the ways of a content it takes the first that needs
no other."""
SHOWN_TEXT = frozenset({T, f"{{{MATH}}}t", f"{{{_DRAWING}}}t"})
"""What holds the characters of text, of a formula and of a drawing."""

_SEPARATOR, _FRAME, _DROP_CAP = map(qn, ("specVanish", "framePr", "dropCap"))
_ROW_PROPERTIES, _GONE = qn("trPr"), qn("del")
INSERTED = _qualified("ins moveTo")
"""Run containers of an insertion: seen when changes are accepted, gone when they are rejected."""
DELETED = _qualified("del moveFrom")
CONTAINERS = _qualified("hyperlink smartTag customXml dir bdo")
"""Containers of runs that are nothing but text to a reader."""
SILENT = _qualified("""
    rPr pPr proofErr permStart permEnd commentRangeStart commentRangeEnd commentReference
    annotationRef lastRenderedPageBreak softHyphen moveFromRangeStart moveFromRangeEnd
    moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
    customXmlDelRangeStart customXmlDelRangeEnd sdtPr sdtEndPr smartTagPr customXmlPr
    bookmarkStart bookmarkEnd delText delInstrText instrText fldChar
""")
"""What shows no character of its own."""


def child_of(parent: Element, tag: str) -> Element | None:
    """The first child with a tag, None where there is none: of few children found in a tenth of the
    time that ``find`` takes."""
    for child in parent:
        if child.tag == tag:
            return child
    return None


def properties_in(children: Sequence[Element], tag: str) -> Sequence[Element]:
    """The properties among the children of a paragraph (w:pPr) or a run (w:rPr), () where it has
    none; they stand before all else."""
    for child in children:
        if child.tag == tag:
            return list(child)
    return ()


OFF = frozenset({"0", "false", "off"})
"""The values by which a property says no (ISO/IEC 29500-1, 22.9.2.7)."""


def is_on(property_: Element) -> bool:
    """Whether a property that is there says yes."""
    return property_.get(VAL, "1") not in OFF


def is_break(node: Element) -> bool:
    """Whether a node is the end of a line inside a paragraph (not of a page or column)."""
    if node.tag == CR:
        return True
    return node.tag == BR and node.get(qn("type"), "textWrapping") == "textWrapping"


def runs_on(properties: Iterable[Element]) -> bool:
    """Whether the text of a paragraph with some properties runs into the next: its mark is deleted
    as a tracked change or parts two styles in one line, or it is the large first letter (首字下沉)
    of the next one."""
    for child in properties:
        tag = child.tag
        if tag == RPR and _mark_runs_on(child):
            return True
        if tag == _FRAME and child.get(_DROP_CAP) in ("drop", "margin"):
            return True
    return False


def _mark_runs_on(mark: Element) -> bool:
    """Whether a mark of a paragraph is deleted, or parts two styles."""
    return any(child.tag in DELETED or (child.tag == _SEPARATOR and is_on(child)) for child in mark)


def deleted_row(row: Element) -> bool:
    """Whether a table row is deleted as a tracked change."""
    properties = child_of(row, _ROW_PROPERTIES)
    return properties is not None and child_of(properties, _GONE) is not None


# Parts as they are stored


class MalformedError(ValueError):
    """A part that is no XML, or none that is read."""


def is_contents(control: Element) -> bool:
    """Whether a control (w:sdt) holds the table of contents that Word and WPS make."""
    gallery = control.find(f"{qn('sdtPr')}/{qn('docPartObj')}/{qn('docPartGallery')}")
    return gallery is not None and gallery.get(VAL) == TOC_GALLERY


def parse(data: bytes) -> Element:
    """The root of an XML part; nothing is fetched or expanded.

    Comments and processing instructions are left out, as Word leaves them out: within words they
    would part a text in two. Raises MalformedError where it is no XML, has a document type (Office
    files have none), or nests deeper than ``limits.XML_DEPTH``.
    """
    try:
        root = parse_own(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedError(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedError("a document type")
    if _TOO_DEEP(root):
        raise MalformedError("too deep")
    return root


def parse_own(data: bytes) -> Element:
    """``parse`` for XML that was written here, of a tree that ``parse`` gave: what no document type
    and no depth is asked of again."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


_TOO_DEEP = etree.XPath(f"boolean({'/*' * (XML_DEPTH + 1)})")


_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""How a part in UTF-16 begins, and its encoding."""


def parse_any(data: bytes) -> Element:
    """``parse``, with the names of strict Open XML as those of the transitional one."""
    encoding = next((name for mark, name in _UTF_16.items() if data.startswith(mark)), "utf-8")
    for strict, transitional in _TO_TRANSITIONAL.items():
        for quote in ('"', "'"):
            former, latter = (f"{quote}{name}{quote}" for name in (strict, transitional))
            data = data.replace(former.encode(encoding), latter.encode(encoding))
    return parse(data)


def to_bytes(root: Element) -> bytes:
    """An XML part as it is stored, written piece by piece: ``etree.tostring`` takes three times its
    size while it is."""
    return _stored(root, compression=0)


_PACKED = b"\x1f\x8b"
"""How the bytes of what is packed begin."""


def packed(root: Element) -> bytes:
    """The same part compressed while it is written, which never stands in memory as it is: that of
    a large table takes a thirtieth. ``unpacked`` gives the part."""
    return _stored(root, compression=1)


def unpacked(data: bytes) -> bytes:
    """A part as it is stored, of what ``packed`` or ``to_bytes`` gave."""
    return gzip.decompress(data) if data.startswith(_PACKED) else data


def _stored(root: Element, *, compression: int) -> bytes:
    part = BytesIO()
    etree.ElementTree(root).write(
        part, xml_declaration=True, encoding="UTF-8", standalone=True, compression=compression
    )
    return part.getvalue()
