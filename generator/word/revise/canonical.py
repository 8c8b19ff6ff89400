"""A document as lines that are equal where it reads and looks the same.

Runs of one look are one; bookmarks, ids and the anchors of comments are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, starmap, zip_longest
from typing import NamedTuple

from lxml import etree

from generator.word.building import w
from generator.word.revise.resolver import INVISIBLE
from generator.word.wordml import (
    DELETED,
    INSERTED,
    PPR,
    RPR,
    TBL,
    Element,
    R,
    T,
    child_of,
    parse_own,
    qn,
)

_CHANGES = INSERTED | DELETED
_DELETED_TEXT = qn("delText")
_SILENT_IN_RUN = INVISIBLE | {RPR, qn("commentReference")}
_NOTHING_IF_EMPTY = (RPR, PPR, qn("trPr"))
_VOLATILE = ("rsidR", "rsidRPr", "rsidP", "rsidRDefault", "rsidDel", "rsidTr", "rsidSect", "id")
"""Attributes that word processors write anew each time."""
_TABLE, _TABLE_END = b"<table>", b"</table>"
"""Pieces that stand around what a table holds."""
_NOTHING = b""
"""The piece that a document lacks where another one goes on."""


class _Characters(NamedTuple):
    """Characters that follow one another: what kind of text they are and their look, themselves."""

    look: str
    text: str


_Line = str | _Characters


def pieces(root: Element) -> Iterator[bytes]:
    """A document's body as the XML of its paragraphs and of what its tables hold, which takes a
    tenth of the memory of its tree; what marks a position is taken out of ``root``."""
    etree.strip_elements(root, *INVISIBLE, with_tail=False)
    body = root.find(qn("body"))
    return iter(()) if body is None else chain.from_iterable(map(_pieces, body))


def _pieces(element: Element) -> Iterator[bytes]:
    if element.tag != TBL:
        yield _xml(element)
        return
    yield _TABLE
    yield from map(_xml, element)
    yield _TABLE_END


def _xml(element: Element) -> bytes:
    return etree.tostring(element, encoding="UTF-8", with_tail=False)


def alike(one: Sequence[bytes], other: Callable[[], Iterable[bytes]]) -> bool:
    """Whether two documents, in pieces, have the same lines; those of ``other`` are not kept.

    Most of a file is not touched: a paragraph or row whose XML is the same is not looked into.
    """
    if all(starmap(_same, zip_longest(one, other(), fillvalue=_NOTHING))):
        return True
    return canonical(_whole(one)) == canonical(_whole(other()))


def _same(one: bytes, other: bytes) -> bool:
    if one == other:
        return True
    if not {one, other}.isdisjoint((_TABLE, _TABLE_END, _NOTHING)):
        return False
    return _lines(_parsed([one])) == _lines(_parsed([other]))


def _parsed(parts: Iterable[bytes]) -> Iterator[Element]:
    """The elements of some pieces."""
    return map(parse_own, parts)


def _whole(parts: Iterable[bytes]) -> Element:
    """A document of its pieces."""
    root = w("document", w("body"))
    at = root[0]
    for part in parts:
        if part == _TABLE:
            at = etree.SubElement(at, TBL)
        elif part == _TABLE_END:
            at = root[0]
        else:
            at.extend(_parsed([part]))
    return root


def canonical(root: Element) -> list[_Line]:
    """The lines of a document's body."""
    body = root.find(qn("body"))
    return [] if body is None else _lines(body)


def _lines(elements: Iterable[Element]) -> list[_Line]:
    """The lines of some siblings; neighbouring changes of the same kind and author are one, and so
    are characters of one look: it does not matter how runs are cut."""
    result: list[_Line] = []
    for element in elements:
        if element.tag == R:
            for line in _run_lines(element):
                _put(line, result)
        elif element.tag not in INVISIBLE:
            _append(element, result)
    return result


def _put(line: _Line, lines: list[_Line]) -> None:
    """Put a line behind others; characters behind such of their look are one line with these."""
    last = lines[-1] if lines else ""
    if isinstance(line, _Characters) and isinstance(last, _Characters) and line.look == last.look:
        lines[-1] = _Characters(line.look, last.text + line.text)
    else:
        lines.append(line)


def _append(element: Element, lines: list[_Line]) -> None:
    """Put the lines of an element behind those of its siblings before it."""
    own = _element_lines(element)
    if element.tag in _CHANGES and len(own) > 2 and lines[-1:] == own[-1:]:
        lines.pop()
        _put(own[1], lines)
        own = own[2:]
    lines += own


def _element_lines(element: Element) -> list[_Line]:
    """An element: a line that opens it, what it holds, a line that closes it."""
    attributes, inner = _attributes(element), _lines(element)
    if element.tag in _NOTHING_IF_EMPTY and not inner and not attributes:
        return []
    name = f"{_local(str(element.tag))} {attributes}"
    head = f"<{name}>{(element.text or '').strip()}"
    return [head, *inner, f"</{name}>"] if inner or element.tag in _CHANGES else [head]


def _attributes(element: Element) -> str:
    named = sorted((_local(str(name)), str(value)) for name, value in element.items())
    return " ".join(f"{name}={value}" for name, value in named if name not in _VOLATILE)


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def _run_lines(run: Element) -> Iterator[_Line]:
    """What a run holds, with its look."""
    properties = child_of(run, RPR)
    look = "" if properties is None else _joined(properties)
    for node in run:
        tag = node.tag
        if tag in (T, _DELETED_TEXT):
            if node.text:
                yield _Characters(f"{_local(str(tag))} {look}", node.text)
        elif tag not in _SILENT_IN_RUN:
            yield _joined([node]) + look


def _joined(elements: Iterable[Element]) -> str:
    """The lines of some siblings as one."""
    return "".join(line if isinstance(line, str) else "".join(line) for line in _lines(elements))
