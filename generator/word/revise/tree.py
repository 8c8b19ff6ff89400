"""Small steps in a tree of XML."""

from __future__ import annotations

from collections.abc import Collection

from generator.word.wordml import PPR, Element, local_name


def take_out(element: Element) -> None:
    """Remove an element with all that is in it; one that stands nowhere is left alone."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place; its properties go."""
    for child in list(element):
        if not _is_properties(child):
            element.addprevious(child)
    take_out(element)


def _is_properties(element: Element) -> bool:
    return isinstance(element.tag, str) and local_name(element).endswith("Pr")


def first_child_index(paragraph: Element) -> int:
    """The index behind the properties of a paragraph."""
    return 1 if len(paragraph) and paragraph[0].tag == PPR else 0


def put_first(paragraph: Element, *content: Element) -> None:
    """Put content at the beginning of a paragraph, behind its properties."""
    at = first_child_index(paragraph)
    paragraph[at:at] = content


def next_of(element: Element, tags: Collection[str]) -> Element | None:
    """The first following sibling with one of some tags."""
    return next((item for item in element.itersiblings() if item.tag in tags), None)
