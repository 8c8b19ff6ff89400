"""Headers and footers of a Word file with their pictures, ready to stand in another file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.word.archive import Archive, rels_name, resolve
from generator.word.reference_values import Furniture, Pages, Part
from generator.word.revise.clean_pictures import clean_picture
from generator.word.revise.clean_text import clean_text
from generator.word.wordml import R_NAMESPACE, Element, local_name, qn

_PAGES: dict[str, Pages] = {"default": "default", "even": "even", "first": "first"}
_TAKEN_OUT = ("object", "numPr", "tblStyle", "sectPr")
"""What refers to parts or styles that do not come along."""


def furniture_of(archive: Archive, section: Element) -> dict[tuple[Part, Pages], Furniture]:
    """The headers and footers of a w:sectPr that are there."""
    targets = {ident: part for ident, _, part in _relations(archive, archive.main)}
    found: dict[tuple[Part, Pages], Furniture] = {}
    parts: tuple[Part, ...] = ("header", "footer")
    for part in parts:
        for reference in section.findall(qn(f"{part}Reference")):
            name = targets.get(reference.get(f"{{{R_NAMESPACE}}}id", ""), "")
            root = archive.tree(name)
            pages = _PAGES.get(reference.get(qn("type"), "default"))
            if root is not None and pages is not None:
                found[part, pages] = _taken(archive, name, root)
    return found


def _taken(archive: Archive, name: str, root: Element) -> Furniture:
    """A part without what leads out of it."""
    pictures = _pictures(archive, name)
    others = {ident for ident, _, _ in _relations(archive, name)} - pictures.keys()
    clean_text(root, lambda _: True, others)
    for element in list(root.iter(*map(qn, _TAKEN_OUT))):
        _remove(element)
    for element in list(root.iter(etree.Element)):
        if _refers_elsewhere(element, pictures):
            _remove(_drawing_around(element))
    return Furniture(root, pictures)


def _pictures(archive: Archive, name: str) -> dict[str, tuple[str, bytes]]:
    """The pictures of a part (name and bytes) by the id of the relation."""
    return {
        ident: (target, clean_picture(archive.parts[target]))
        for ident, relation, target in _relations(archive, name)
        if relation == "image" and target in archive.parts
    }


def _relations(archive: Archive, name: str) -> Iterator[tuple[str, str, str]]:
    """Each relation of a part inside the file: its id, what it is, the part that it leads to."""
    root = archive.tree(rels_name(name))
    for item in () if root is None else root:
        relation = item.get("Type", "").rpartition("/")[2]
        if item.get("TargetMode") == "External":
            yield item.get("Id", ""), relation, ""
        else:
            yield item.get("Id", ""), relation, resolve(name, item.get("Target", ""))


def _refers_elsewhere(element: Element, pictures: Mapping[str, object]) -> bool:
    """Whether it refers to a part that is no picture."""
    refers = [
        value for name, value in element.items() if str(name).startswith(f"{{{R_NAMESPACE}}}")
    ]
    return any(value and value not in pictures for value in refers)


def _drawing_around(element: Element) -> Element:
    """The drawing or picture in which an element stands, or itself."""
    for around in element.iterancestors():
        if local_name(around) in ("drawing", "pict"):
            return around
    return element


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
