"""What single elements of WordprocessingML show: characters, nothing, or what their children do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, takewhile
from typing import NamedTuple

from lxml.etree import QName

from generator.model.view import INVISIBLE
from generator.word.reader.looks import RunLook
from generator.word.reader.symbols import SYMBOLS, symbol_text
from generator.word.wordml import (
    ALTERNATE,
    BR,
    CONTAINERS,
    DELETED,
    INSERTED,
    KNOWN_NAMESPACES,
    MC,
    NOTES,
    SHOWN_TEXT,
    SILENT,
    SPACE,
    TAB,
    TCPR,
    VAL,
    Element,
    T,
    child_of,
    is_break,
    local_name,
    qn,
)

TRANSPARENT = CONTAINERS | INSERTED
"""What holds paragraphs or runs and is nothing to a reader."""
UNSEEN = SILENT | DELETED | {qn("rt")}
"""What people do not see, with all it holds; w:rt is the reading above a character."""
_IGNORABLE, _PROCESSED = f"{{{MC}}}Ignorable", f"{{{MC}}}ProcessContent"
_KNOWN_TAGS = tuple(f"{{{start}" for start in KNOWN_NAMESPACES)
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
_VMERGE, _SPAN, _CELL_GONE = map(qn, ["vMerge", "gridSpan", "cellDel"])
_TRPR, _GRID_BEFORE = map(qn, ["trPr", "gridBefore"])
_WIDEST = 63
"""Columns that a table of Word may have at most."""
_SIGNS = {TAB: "\t", qn("ptab"): "\t", qn("noBreakHyphen"): "-"}
_PICTURES = frozenset(map(qn, ("drawing", "pict", "object")))
_NUMBERS = frozenset(
    map(qn, ["pgNum", "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong"])
)
_PARTING = _NUMBERS | NOTES.keys()
_BLANKS = " \t\r\n"
_UNSEEN_SIGNS = dict.fromkeys(map(ord, INVISIBLE))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def is_text(node: Element) -> bool:
    """Whether a node of a run holds characters that may be edited."""
    return node.tag == T or node.tag == TAB or is_break(node)


def shown_text(node: Element) -> str:
    """The characters that a node shows by itself; "" for none."""
    if node.tag in SHOWN_TEXT:
        return node.text or ""
    if node.tag in SYMBOLS:
        return symbol_text(node)
    return "\n" if is_break(node) else _SIGNS.get(node.tag, "")


def ends_page(node: Element) -> bool:
    """Whether a node ends a page or a column."""
    return node.tag == BR and node.get(qn("type")) in ("page", "column")


def parts(node: Element) -> bool:
    """Whether a node is something between characters that is not read: a sign of a font that is
    not known, the mark of a note,
    a picture in the line."""
    if node.tag in SYMBOLS:
        return not symbol_text(node)
    return node.tag in _PARTING or (node.tag in _PICTURES and not _floats(node))


def _floats(picture: Element) -> bool:
    """Whether a picture hangs beside the line."""
    return any(
        local_name(child) == "anchor"
        or "position:absolute" in child.get("style", "").replace(" ", "")
        for child in picture
    )


def displayed_text(node: Element) -> str:
    """The characters that people see of what a node shows: of a text that does not say that its
    blanks are kept, none at its ends, and one blank for the end of a line inside it."""
    text = shown_text(node)
    return text_as_displayed(text, node) if node.tag == T else _without_unseen_signs(text)


def _without_unseen_signs(text: str) -> str:
    """A text without the characters that nobody sees."""
    return text if text.isprintable() else text.translate(_UNSEEN_SIGNS)


def text_as_displayed(text: str, node: Element) -> str:
    """What people see of a text that stands in a w:t."""
    text = _without_unseen_signs(text)
    if text == text.strip(_BLANKS) and "\n" not in text:
        return text
    said = (item.get(SPACE) for item in chain((node,), node.iterancestors()))
    if next((value for value in said if value), "") == "preserve":
        return text
    return text.strip(_BLANKS).replace("\n", " ")


def is_blank(node: Element) -> bool:
    """Whether a node shows no character that people can cross out."""
    return not shown_text(node).strip()


def set_apart(text: str, look: RunLook, *, behind_digit: bool) -> str:
    """A text as it reads in a run: a digit above the line is none of the number beside it (note
    1, m²), one below the line none of the number before it; in PM2.5 it stays what it is."""
    if look.raised:
        return text.translate(_RAISED)
    return text.translate(_LOWERED) if look.lowered and behind_digit else text


def shown_children(node: Element) -> Iterator[Element]:
    """The children of a node; of the same content in several ways the one that Word takes."""
    if node.tag != ALTERNATE:
        yield from node
        return
    choices = (child for child in node.iterchildren(_CHOICE) if _is_known(child))
    shown = next(choices, None)
    shown = node.find(_FALLBACK) if shown is None else shown
    if shown is not None:
        yield shown


def _is_known(choice: Element) -> bool:
    """Whether Word knows all that a way of a content needs."""
    needed = choice.get("Requires", "").split()
    return all(choice.nsmap.get(prefix, "").startswith(KNOWN_NAMESPACES) for prefix in needed)


def is_ignored(node: Element) -> bool:
    """Whether Word passes over a node with all that it holds: it belongs to another program, and
    the file lets who does not know that program ignore it."""
    if node.tag.startswith(_KNOWN_TAGS):
        return False
    root, name = node.getroottree().getroot(), QName(node)
    ignorable = (root.nsmap.get(prefix) for prefix in root.get(_IGNORABLE, "").split())
    if name.namespace not in ignorable:
        return False
    kept = (item.partition(":") for item in root.get(_PROCESSED, "").split())
    return not any(
        root.nsmap.get(prefix) == name.namespace and local in ("*", name.localname)
        for prefix, _, local in kept
    )


def in_several_ways(element: Element, inside: Element) -> bool:
    """Whether an element stands, inside another, in a content that is there in several ways."""
    around = takewhile(lambda item: item is not inside, element.iterancestors())
    return any(item.tag == ALTERNATE for item in around)


def in_other_way(element: Element) -> bool:
    """Whether an element stands in a way of a content that is not the one that Word takes."""
    ways = element.iterancestors(_CHOICE, _FALLBACK)
    return any(way not in shown_children(next(way.iterancestors())) for way in ways)


# Cells of tables


class CellShape(NamedTuple):
    """How many columns of the grid a cell takes, whether it is merged with the one above, whether
    it is deleted as a tracked change, whether it is merged at all."""

    columns: int = 1
    goes_on: bool = False
    deleted: bool = False
    merged: bool = False


def shape_of(children: Iterable[Element]) -> CellShape:
    """The shape of a cell with some children."""
    shape = _ALONE
    for child in children:
        for property_ in child if child.tag == TCPR else ():
            tag = property_.tag
            if tag == _SPAN:
                shape = shape._replace(columns=max(1, _count(property_, 1)))
            elif tag == _VMERGE:
                goes_on = property_.get(VAL, "continue") == "continue"
                shape = shape._replace(goes_on=goes_on, merged=True)
            elif tag == _CELL_GONE:
                shape = shape._replace(deleted=True)
    return shape


_ALONE = CellShape()


def before_row(row: Element) -> int:
    """How many columns of the grid a row leaves out before its first cell."""
    properties = child_of(row, _TRPR)
    return 0 if properties is None else _count(child_of(properties, _GRID_BEFORE), 0)


def _count(element: Element | None, default: int) -> int:
    value = "" if element is None else element.get(VAL, "")
    return min(int(value[:9]), _WIDEST) if value.isascii() and value.isdecimal() else default
