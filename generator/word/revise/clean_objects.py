"""What objects are called and carry along: names, descriptions, ids, copies of themselves.

A picture bears the path of its file.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from generator.model.regex import regex
from generator.word.revise.tree import take_out
from generator.word.wordml import Element, W, local_name, qn

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_VML = "urn:schemas-microsoft-com:vml"
_IDS = ("paraId", "textId", "durableId", "anchorId", "editId")
"""Ids that programs give."""
_TELLING = ("descr", "title", "alt", "href", "tooltip", "gfxdata", "tgtFrame", "docLocation")
_NAMED = ("docPr", "cNvPr", "shape", "imagedata", "theme", "clrScheme", "fontScheme", "fmtScheme")
"""Elements whose name nobody sees."""
_UNSEEN = (
    qn("tblCaption"),
    qn("tblDescription"),
    qn("printerSettings"),
    qn("aliases"),
    f"{{{_DRAWING}}}extLst",
    f"{{{_DRAWING}}}custClrLst",
)
"""Elements that show nothing: words for who cannot see a table, the printer, what programs add to a
drawing."""
_OF_PROGRAMS = regex(r"_x0000_[a-z]\d+|shape(?:type)?_\d+")
"""The ids of shapes that Word and LibreOffice give."""
_VENDORS = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/",
)
"""How the names of namespaces begin that a reader of Word files knows."""
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def clean_objects(root: Element) -> None:
    """Clean a part in place."""
    _without_strangers(root)
    for item in list(root.iter(*_UNSEEN)):
        take_out(item)
    pointed = {text for item in root.iter() for text in map(str, item.values()) if text[:1] == "#"}
    for number, item in enumerate(root.iter(), 1):
        _clean_attributes(item, number, pointed)
    etree.cleanup_namespaces(root, keep_ns_prefixes=sorted(_prefixes(root)))


def _without_strangers(root: Element) -> None:
    """What other programs wrote into the part in namespaces of their own; Word passes it over."""
    for item in list(root.iter()):
        if _is_strange(item.tag):
            take_out(item)
            continue
        for name in list(item.attrib):
            if _is_strange(str(name)):
                del item.attrib[name]


def _is_strange(tag: str) -> bool:
    return tag.startswith("{") and not tag[1:].startswith(_VENDORS)


def _clean_attributes(item: Element, number: int, pointed: Collection[str]) -> None:
    """The attributes of the ``number``-th element of a part; ``pointed``: what others refer to."""
    is_text = etree.QName(item).namespace == W
    is_named = not is_text and local_name(item) in _NAMED
    may_tell = not is_text or local_name(item) == "hyperlink"
    for name in list(item.attrib):
        plain = str(name).rpartition("}")[2]
        is_ident = plain.startswith("rsid") or plain in _IDS
        if is_ident or (may_tell and plain in _TELLING):
            del item.attrib[name]
        elif is_named and plain == "name":
            item.set(name, f"图{number}")
    _clean_shape(item, number, pointed)


def _clean_shape(item: Element, number: int, pointed: Collection[str]) -> None:
    """A shape of VML has an id of its number where its own is a word that nothing refers to."""
    ident = item.get("id", "") if etree.QName(item).namespace == _VML else ""
    is_word = ident and not _OF_PROGRAMS.fullmatch(ident)
    if is_word and f"#{ident}" not in pointed:
        item.set("id", f"_x0000_i{number}")


def _prefixes(root: Element) -> set[str]:
    """The prefixes that the part names in words (mc:Ignorable, Requires)."""
    named: set[str] = set()
    for item in root.iter():
        for name, value in item.items():
            if str(name).startswith(f"{{{_COMPATIBILITY}}}") or name == "Requires":
                named.update(str(value).split())
    return named
