"""What a new Word file takes over of an office's own one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

from generator.standard.gbt9704 import Layout
from generator.word.wordml import Element, local_name, qn

Pages = Literal["default", "even", "first"]
Part = Literal["header", "footer"]


class StyleLook(Struct, frozen=True):
    """What a style looks like: the children of its w:pPr and of its w:rPr, in order."""

    paragraph: tuple[Element, ...]
    run: tuple[Element, ...]

    @property
    def size(self) -> float | None:
        """The size of its type in pt; None where it says none."""
        value = _value(self.run, "sz", "val")
        return value / 2 if value else None

    @property
    def spacing(self) -> float:
        """What is added to each character in pt."""
        return (_value(self.run, "spacing", "val") or 0) / 20

    @property
    def line(self) -> tuple[float, bool]:
        """Its line: in pt and exact, or a multiple of the font's."""
        exact = _text(self.paragraph, "spacing", "lineRule") in ("exact", "atLeast")
        value = _value(self.paragraph, "spacing", "line") or 240
        return (value / 20, True) if exact else (value / 240, False)


def _text(elements: Iterable[Element], tag: str, attribute: str) -> str:
    found = next((item for item in elements if local_name(item) == tag), None)
    return "" if found is None else found.get(qn(attribute), "")


def _value(elements: Iterable[Element], tag: str, attribute: str) -> float:
    try:
        return float(_text(elements, tag, attribute) or 0)
    except ValueError:
        return 0.0


class Furniture(Struct, frozen=True):
    """A header or footer: its root, and its pictures (name and bytes) by the id of the relation."""

    root: Element
    pictures: Mapping[str, tuple[str, bytes]]


class Reference(Struct, frozen=True):
    """Styles by their names; the geometry of the pages; headers and footers; the names of the
    styles that these are set in, by id. ``even`` says whether even pages have their own,
    ``first`` whether page 1 has."""

    styles: Mapping[str, StyleLook]
    layout: Layout
    furniture: Mapping[tuple[Part, Pages], Furniture] = field(default_factory=dict)
    style_names: Mapping[str, str] = field(default_factory=dict)
    even: bool = False
    first: bool = False
