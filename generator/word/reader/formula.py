"""How a formula reads in a line: 1/2, 10⁴, (3+4), and what is a number of its own in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.model.regex import regex
from generator.word.wordml import DELETED, INSERTED, MATH, OFF, Element


def _math(name: str) -> str:
    return f"{{{MATH}}}{name}"


_VALUE, _TEXT, _FRACTION, _CONTROL = map(_math, ["val", "t", "f", "ctrlPr"])
FORMULA_RUN = _math("r")
_COMPOUND = regex(r"[-+−±×÷*/<>=]")


class FormulaPart(NamedTuple):
    """A part of a formula: an element of it, or a sign that is drawn between two; ``raised`` is
    true of digits above the line, ``lowered`` of those below it."""

    content: Element | str
    raised: bool = False
    lowered: bool = False


Parts = Iterator[FormulaPart]


def formula_parts(node: Element) -> Parts | None:
    """The parts of what a formula draws in its own way, None for all else; what is deleted as a
    tracked change draws nothing, and what is left in it stands side by side."""
    read = _READ.get(node.tag)
    plain = read is None or _is_deleted(node) or (read is _phantom and not _is_phantom(node))
    return None if read is None or plain else read(node)


def _is_deleted(node: Element) -> bool:
    control = node.find(f"{node.tag}Pr/{_CONTROL}")
    return control is not None and next(control.iter(*DELETED), None) is not None


def _fraction(node: Element) -> Parts:
    """1/2, (a+b)/2; without a bar, as a number of combinations has none, two numbers."""
    bar = _said(node, "type", "bar") != "noBar"
    yield from _grouped(node, "num")
    yield FormulaPart("/" if bar else " ")
    yield from _grouped(node, "den")


def _brackets(node: Element) -> Parts:
    yield FormulaPart(_said(node, "begChr", "("))
    for number, inner in enumerate(node.iterchildren(_math("e"))):
        if number:
            yield FormulaPart(_said(node, "sepChr", "|"))
        yield FormulaPart(inner)
    yield FormulaPart(_said(node, "endChr", ")"))


def _scripts(node: Element) -> Parts:
    """10⁴, x^n, x^(n+1); what stands below the line stands before what is above it."""
    yield from _children(node, "e")
    yield from _children(node, "sub", lowered=True)
    yield from _above(node, "sup")


def _scripts_before(node: Element) -> Parts:
    yield from _children(node, "sub", lowered=True)
    yield from _above(node, "sup")
    yield from _children(node, "e")


def _root(node: Element) -> Parts:
    yield from _above(node, "deg", mark="")
    yield FormulaPart("√")
    yield from _grouped(node, "e")


def _sum(node: Element) -> Parts:
    yield FormulaPart(_said(node, "chr", "∫"))
    yield from _children(node, "sub", lowered=True)
    yield from _above(node, "sup")
    yield FormulaPart(" ")
    yield from _children(node, "e")


def _matrix(node: Element) -> Parts:
    """The rows as lines, a blank between the cells."""
    for number, row in enumerate(node.iterchildren(_math("mr"))):
        if number:
            yield FormulaPart("\n")
        for place, inner in enumerate(row.iterchildren(_math("e"))):
            if place:
                yield FormulaPart(" ")
            yield FormulaPart(inner)


def _lines(node: Element) -> Parts:
    for number, inner in enumerate(node.iterchildren(_math("e"))):
        if number:
            yield FormulaPart("\n")
        yield FormulaPart(inner)


def _apart(node: Element) -> Parts:
    """What stands in the line, and what stands above or below it."""
    for child in node.iterchildren(*_INSIDE):
        yield FormulaPart(child)


def _is_phantom(node: Element) -> bool:
    """Whether the room of a phantom is taken and nothing drawn."""
    return _said(node, "show", "1") in OFF


def _phantom(node: Element) -> Parts:
    """The room that is left."""
    yield FormulaPart("")


_INSIDE = tuple(map(_math, ["e", "lim"]))
_READ: dict[str, Callable[[Element], Parts]] = {
    _FRACTION: _fraction,
    _math("d"): _brackets,
    **dict.fromkeys(map(_math, ["sSup", "sSub", "sSubSup"]), _scripts),
    _math("sPre"): _scripts_before,
    _math("rad"): _root,
    _math("nary"): _sum,
    _math("m"): _matrix,
    _math("eqArr"): _lines,
    **dict.fromkeys(map(_math, ["limLow", "limUpp"]), _apart),
    _math("phant"): _phantom,
}


def _children(node: Element, name: str, *, lowered: bool = False) -> Parts:
    for child in node.iterchildren(_math(name)):
        yield FormulaPart(child, lowered=lowered)


def _above(node: Element, name: str, mark: str = "^") -> Parts:
    """What stands above the line: digits as such, all else behind a mark."""
    for child in node.iterchildren(_math(name)):
        text = _text(child)
        if text.isdecimal() or not text:
            yield FormulaPart(child, raised=True)
        else:
            yield FormulaPart(mark)
            yield from _in_brackets(child)


def _grouped(node: Element, name: str) -> Parts:
    """A child, in brackets where it is more than one number or name."""
    for child in node.iterchildren(_math(name)):
        yield from _in_brackets(child)


def _in_brackets(child: Element) -> Parts:
    compound = _COMPOUND.search(_text(child)) or _holds_fraction(child)
    if compound:
        yield FormulaPart("(")
    yield FormulaPart(child)
    if compound:
        yield FormulaPart(")")


def _holds_fraction(child: Element) -> bool:
    return any(inner.tag == _FRACTION and not _is_deleted(inner) for inner in _accepted(child))


def _accepted(node: Element) -> Iterator[Element]:
    """The children of a node with all changes accepted."""
    for child in node:
        if child.tag in INSERTED:
            yield from _accepted(child)
        elif child.tag not in DELETED:
            yield child


def _text(node: Element) -> str:
    own = node.text or "" if node.tag == _TEXT else ""
    return own + "".join(map(_text, _accepted(node)))


def _said(node: Element, name: str, default: str) -> str:
    """What the properties of a node say; said without a value, it is nothing."""
    said = next(node.iterfind(f"*/{_math(name)}"), None)
    return default if said is None else said.get(_VALUE, "")
