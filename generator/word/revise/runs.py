"""Runs cut where an edit begins and ends, and new ones that look like others."""

from __future__ import annotations

from copy import copy

from generator.word.building import text_nodes, w
from generator.word.reader import Piece
from generator.word.revise.tree import take_out
from generator.word.wordml import RPR, SPACE, VAL, Element, R, child_of, qn
from generator.word.writer.style_ids import GAP

_STYLE, _CHANGED_LOOK = qn("rStyle"), qn("rPrChange")
_GAP_OPENS = "【待补"


def _shaded(look: Element | None) -> Element:
    """The properties of a run with the style of gaps, where they have no style of their own."""
    properties = w("rPr") if look is None else look
    if child_of(properties, _STYLE) is None:
        properties.insert(0, w("rStyle", val=GAP))
    return properties


def take_out_gap_style(root: Element) -> None:
    """Take the shading of gaps from everything in an element."""
    for style in list(root.iter(_STYLE)):
        if style.get(VAL) == GAP:
            take_out(style)


def isolate(piece: Piece, start: int, end: int) -> Element:
    """The run that holds exactly the characters ``start`` to ``end`` of a piece.

    Runs are cut where needed. Raises ValueError where the piece is an object.
    """
    run_until(piece, end)
    return run_from(piece, start)


def run_until(piece: Piece, end: int) -> Element:
    """The run that ends with the character before ``end`` of a piece, cut where needed.

    Raises ValueError where the piece is an object.
    """
    run, node = _editable(piece)
    if end < piece.end:
        _cut_inside(run, node, end - piece.start)
    elif node.getnext() is not None:
        _move_on(run, list(node.itersiblings()))
    return run


def run_from(piece: Piece, start: int) -> Element:
    """The run that begins with the character at ``start`` of a piece, cut where needed.

    Raises ValueError where the piece is an object.
    """
    run, node = _editable(piece)
    if start > piece.start:
        return _cut_inside(run, node, start - piece.start)
    return _cut_before(run, node)


def _editable(piece: Piece) -> tuple[Element, Element]:
    """The run that a piece stands in by now, since edits behind it may have cut it off, and the
    node in it."""
    if piece.run is None or piece.node is None:
        raise ValueError("an object cannot be edited")
    around = piece.node.getparent()
    if around is not None and around.tag == R:
        return around, piece.node
    return next(piece.node.iterancestors(R), piece.run), piece.node


def _cut_before(run: Element, node: Element) -> Element:
    """The run that begins with a node: cut off where something stands before it."""
    before = [child for child in node.itersiblings(preceding=True) if child.tag != RPR]
    return _move_on(run, [node, *node.itersiblings()]) if before else run


def _cut_inside(run: Element, node: Element, at: int) -> Element:
    """Cut a run after ``at`` characters of a w:t; gives the second run.

    Blanks that stood inside the text are kept where they now stand at an end.
    """
    text = node.text or ""
    first, second = text[:at], text[at:]
    rest = w("t")
    _take_on(rest, node)
    node.text, rest.text = first, second
    if first != first.rstrip():
        node.set(SPACE, "preserve")
    if second != second.lstrip():
        rest.set(SPACE, "preserve")
    return _move_on(run, [rest, *node.itersiblings()])


def _move_on(run: Element, content: list[Element]) -> Element:
    """Move content of a run into a new one behind it that looks the same."""
    second = w("r", _look_of(run))
    _take_on(second, run)
    second.extend(content)
    run.addnext(second)
    return second


def _take_on(element: Element, other: Element) -> None:
    """Give an element the attributes of another."""
    for name, value in other.items():
        element.set(name, value)


def _look_of(run: Element) -> Element | None:
    properties = child_of(run, RPR)
    return None if properties is None else copy(properties)


def new_run(text: str, like: Element | None) -> Element:
    """A run with a text that looks like another run, as it looks with all changes accepted. A gap
    is shaded, and what stands in place of one is shaded no more."""
    look = None if like is None else _look_of(like)
    if look is not None:
        for change in [child for child in look if child.tag == _CHANGED_LOOK]:
            look.remove(change)
        if child_of(look, _STYLE) is not None:
            take_out_gap_style(look)
    if text.startswith(_GAP_OPENS):
        look = _shaded(look)
    return w("r", look, *text_nodes(text))
