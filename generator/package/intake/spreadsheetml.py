"""The XML of workbooks, strict and transitional: the two differ in their namespaces alone
(ECMA-376, part 1, 18)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from generator.model.regex import regex

Element = ElementTree.Element

TRUE = ("1", "true", "on")
NOT_XML = (ElementTree.ParseError, LookupError, UnicodeError)
"""What a part raises that is no XML."""
DECIMAL = regex(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
"""A number as XML Schema writes it (double)."""


def local(element: Element) -> str:
    """The name of an element without its namespace: strict and transitional files differ in it."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute of any namespace."""
    named = {key.rpartition("}")[2]: value for key, value in element.items() if "}" in key}
    return named[name]


def children_of(root: Element, outer: str, inner: str) -> Iterator[Element]:
    """The elements ``inner`` in all children ``outer`` of an element."""
    for group in root:
        if local(group) == outer:
            yield from (item for item in group if local(item) == inner)
