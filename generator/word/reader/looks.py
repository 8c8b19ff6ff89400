"""How paragraphs are set: the styles of a Word file, and what a paragraph says itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.view import SeenLook
from generator.word.archive import Archive
from generator.word.wordml import PPR, VAL, Element, qn

_LEVELS = 9
"""w:outlineLvl counts from 0; 9 is body text (ISO/IEC 29500-1, 17.3.1.20)."""
_PROPERTIES_OF_STYLE = f"{PPR}/{qn('outlineLvl')}"


@dataclass(frozen=True)
class _NamedStyle:
    """A style: its name, the id of the one it is based on, its level (None: that one's)."""

    name: str
    based_on: str
    level: int | None


class Looks:
    """The styles of a file by id, and the looks made of them."""

    def __init__(self, archive: Archive) -> None:
        part = archive.related("styles")
        root = archive.tree(part) if part else None
        styles = [] if root is None else root.iterchildren(qn("style"))
        self._styles = {style.get(qn("styleId"), ""): _read(style) for style in styles}
        self._of_style: dict[str, SeenLook] = {}

    def of(self, paragraph: Element) -> SeenLook:
        """The look of a paragraph."""
        properties = paragraph.find(PPR)
        if properties is None:
            return self._style("")
        look = self._style(_value(properties, "pStyle"))
        level = _level(properties.find(qn("outlineLvl")))
        centered = _value(properties, "jc") == "center"
        if level is None and not centered:
            return look
        return SeenLook(
            look.style, look.style_name, look.level if level is None else level, centered
        )

    def _style(self, ident: str) -> SeenLook:
        if ident not in self._of_style:
            style = self._styles.get(ident)
            self._of_style[ident] = SeenLook(
                ident, style.name if style else "", self._outline(ident)
            )
        return self._of_style[ident]

    def _outline(self, ident: str) -> int:
        """The level of a style, or of the first with a level that it is based on."""
        passed: set[str] = set()
        while ident in self._styles and ident not in passed:
            passed.add(ident)
            style = self._styles[ident]
            if style.level is not None:
                return style.level
            ident = style.based_on
        return 0


def _read(style: Element) -> _NamedStyle:
    return _NamedStyle(
        _value(style, "name"), _value(style, "basedOn"), _level(style.find(_PROPERTIES_OF_STYLE))
    )


def _value(parent: Element, tag: str) -> str:
    child = parent.find(qn(tag))
    return "" if child is None else child.get(VAL, "")


def _level(element: Element | None) -> int | None:
    """The level that w:outlineLvl names; None where it names none."""
    value = "" if element is None else element.get(VAL, "")
    if not (value.isascii() and value.isdecimal() and len(value) == 1):
        return None
    return (int(value) + 1) % (_LEVELS + 1)
