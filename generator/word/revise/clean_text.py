"""A part that holds text without what nobody sees: ids, permissions, names of objects, data behind
controls, fields that name people or paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from generator.word.revise.bookmarks import take_out_bookmarks
from generator.word.revise.comments import remove_all_anchors
from generator.word.revise.runs import take_out_gap_style
from generator.word.revise.tree import take_out
from generator.word.wordml import BOOKMARK_START, FIELD, SDT, Element, R, local_name, qn

_MARKERS = (
    "permStart",
    "permEnd",
    "proofErr",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "lastRenderedPageBreak",
)
_UNWRAPPED = ("smartTag", "customXml")
_OF_CONTROLS = ("alias", "tag", "id", "dataBinding", "placeholder", "lock", "docPartObj")
_KEPT_FIELDS = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "TOC",
        "PAGEREF",
        "REF",
        "NOTEREF",
        "SEQ",
        "STYLEREF",
        "=",
        "EQ",
        "FORMULA",
    ]
)
"""Fields that are counted or point inside the file; of others what they show stays as text."""
_IDS = ("paraId", "textId", "durableId", "anchorId", "editId")
_TELLING = ("descr", "title", "alt", "href", "tooltip")
_POINTS_AT = re.compile(r"\b(?:PAGEREF|REF|NOTEREF|HYPERLINK\s+\\l)\s+\"?([^\s\"\\]+)")


def clean_text(root: Element, is_ours: Callable[[str], bool], links: Iterable[str] = ()) -> None:
    """Clean a part in place; ``links`` are the ids of relations that lead out of the file."""
    remove_all_anchors(root)
    take_out_gap_style(root)
    _take_out_all(root, _MARKERS)
    for name in _UNWRAPPED:
        for item in list(root.iter(qn(name))):
            unwrap(item)
    _without_links(root, set(links))
    pointed = _pointed_at(root)
    take_out_bookmarks(root, lambda name: is_ours(name) or name not in pointed)
    _clean_controls(root)
    _unlink_fields(root)
    _clean_attributes(root)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place; its properties go."""
    for child in list(element):
        if not local_name(child).endswith("Pr"):
            element.addprevious(child)
    take_out(element)


def _take_out_all(root: Element, names: Iterable[str]) -> None:
    for item in list(root.iter(*map(qn, names))):
        take_out(item)


def _without_links(root: Element, links: set[str]) -> None:
    """The words of a link that leads out of the file stay, where it leads goes."""
    for item in list(root.iter(qn("hyperlink"))):
        ids = {value for name, value in item.items() if str(name).endswith("}id")}
        if ids & links:
            unwrap(item)
    for item in list(root.iter()):
        if isinstance(item.tag, str) and local_name(item) in ("hlinkClick", "hlinkHover"):
            take_out(item)


def _pointed_at(root: Element) -> set[str]:
    """The bookmarks that a field or a link of the part leads to."""
    anchors = {item.get(qn("anchor"), "") for item in root.iter(qn("hyperlink"))}
    said = " ".join(item.text or "" for item in root.iter(qn("instrText")))
    simple = " ".join(item.get(qn("instr"), "") for item in root.iter(qn("fldSimple")))
    names = {item.get(qn("name"), "") for item in root.iter(BOOKMARK_START)}
    return names & (anchors | set(_POINTS_AT.findall(f"{said} {simple}")))


def _clean_controls(root: Element) -> None:
    for control in root.iter(SDT):
        properties = control.find(qn("sdtPr"))
        for item in list(properties) if properties is not None else ():
            if local_name(item) in _OF_CONTROLS and local_name(item) != "docPartObj":
                take_out(item)


def _unlink_fields(root: Element) -> None:
    """Fields that name people, files or addresses become the text that they show."""
    for item in list(root.iter(qn("fldSimple"))):
        if _field_name(item.get(qn("instr"), "")) not in _KEPT_FIELDS:
            unwrap(item)
    for field in _fields(root):
        if _field_name(field.instruction) not in _KEPT_FIELDS:
            for item in field.parts:
                parent = item.getparent()
                take_out(item)
                if parent is not None and parent.tag == R and not _says_something(parent):
                    take_out(parent)


class _Field:
    """A field with its limits and the words of its instruction."""

    def __init__(self) -> None:
        self.parts: list[Element] = []
        self.instruction = ""
        self.shows = False


def _fields(root: Element) -> list[_Field]:
    found: list[_Field] = []
    around: list[_Field] = []
    for item in root.iter(FIELD, qn("instrText")):
        limit = item.get(qn("fldCharType"))
        if limit == "begin":
            around.append(_Field())
            found.append(around[-1])
        if not around:
            continue
        field = around[-1]
        field.parts.append(item)
        if item.tag == qn("instrText") and not field.shows:
            field.instruction += item.text or ""
        if limit == "separate":
            field.shows = True
        elif limit == "end":
            around.pop()
    return found


def _field_name(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _says_something(run: Element) -> bool:
    return any(local_name(child) != "rPr" for child in run)


def _clean_attributes(root: Element) -> None:
    """Ids that programs gave, and what objects are called: a picture bears the path of its file."""
    count = 0
    for item in root.iter():
        if not isinstance(item.tag, str):
            continue
        for name in list(item.attrib):
            plain = str(name).rpartition("}")[2]
            if plain.startswith("rsid") or plain in _IDS:
                del item.attrib[name]
        if local_name(item) in ("docPr", "cNvPr", "shape", "imagedata"):
            count += 1
            _rename(item, count)


def _rename(item: Element, number: int) -> None:
    for name in list(item.attrib):
        plain = str(name).rpartition("}")[2]
        if plain in _TELLING:
            del item.attrib[name]
        elif plain == "name":
            item.set(name, f"图{number}")
