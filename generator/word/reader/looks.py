"""How paragraphs and runs are set: the styles of a Word file, and what each says itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.view import SeenLook
from generator.word.archive import Archive
from generator.word.wordml import PPR, RPR, VAL, Element, qn

_LEVELS = 9
"""w:outlineLvl counts from 0; 9 is body text (ISO/IEC 29500-1, 17.3.1.20)."""
_LEVEL_OF_STYLE = f"{PPR}/{qn('outlineLvl')}"
_VANISH = qn("vanish")
_VANISH_OF_STYLE = f"{RPR}/{_VANISH}"
_STYLE, _OUTLINE, _JC, _RUN_STYLE = map(qn, ("pStyle", "outlineLvl", "jc", "rStyle"))
_NO = ("0", "false", "off")


@dataclass(frozen=True)
class _NamedStyle:
    """A style: its name, the id of the one it is based on, its level and whether its text is hidden
    (None: as that one says)."""

    name: str
    based_on: str
    level: int | None
    hidden: bool | None


class Looks:
    """The styles of a file by id, and the looks made of them; ``root`` is the one tree that is
    asked about, None for any."""

    def __init__(self, archive: Archive, root: Element | None = None) -> None:
        part = archive.related("styles")
        sheet = archive.tree(part) if part else None
        styles = [] if sheet is None else sheet.iterchildren(qn("style"))
        self._styles = {style.get(qn("styleId"), ""): _read(style) for style in styles}
        self._of_style: dict[str, SeenLook] = {}
        self._hidden: dict[str, bool] = {}
        self._none_hides = (
            root is not None
            and next(root.iter(_VANISH), None) is None
            and not any(style.hidden for style in self._styles.values())
        )

    def of(self, paragraph: Element) -> SeenLook:
        """The look of a paragraph."""
        properties = next(paragraph.iterchildren(PPR), None)
        if properties is None:
            return self._style("")
        said = {child.tag: child for child in properties.iterchildren(_STYLE, _OUTLINE, _JC)}
        look = self._style(_said(said.get(_STYLE)))
        level = _level(said.get(_OUTLINE))
        centered = _said(said.get(_JC)) == "center"
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

    def hidden(self, run: Element, style: str) -> bool:
        """Whether a run in a paragraph of a style is hidden text.

        What the run says itself holds; a style of the run undoes that of the paragraph, as toggle
        properties do (ISO/IEC 29500-1, 17.7.3).
        """
        if self._none_hides:
            return False
        properties = next(run.iterchildren(RPR), None)
        if properties is None:
            return self._hides(style)
        itself = _switch(next(properties.iterchildren(_VANISH), None))
        if itself is not None:
            return itself
        own = _said(next(properties.iterchildren(_RUN_STYLE), None))
        return self._hides(style) != self._hides(own)

    def _hides(self, style: str) -> bool:
        if style not in self._hidden:
            several = (named.hidden for named in self._bases(style))
            self._hidden[style] = next((item for item in several if item is not None), False)
        return self._hidden[style]

    def _outline(self, ident: str) -> int:
        levels = (style.level for style in self._bases(ident))
        return next((level for level in levels if level is not None), 0)

    def _bases(self, ident: str) -> Iterator[_NamedStyle]:
        """A style, then those that it is based on, each once."""
        passed: set[str] = set()
        while ident in self._styles and ident not in passed:
            passed.add(ident)
            yield self._styles[ident]
            ident = self._styles[ident].based_on


def _read(style: Element) -> _NamedStyle:
    return _NamedStyle(
        _value(style, "name"),
        _value(style, "basedOn"),
        _level(style.find(_LEVEL_OF_STYLE)),
        _switch(style.find(_VANISH_OF_STYLE)),
    )


def _switch(element: Element | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not named."""
    return None if element is None else element.get(VAL) not in _NO


def _value(parent: Element, tag: str) -> str:
    return _said(parent.find(qn(tag)))


def _said(element: Element | None) -> str:
    """What a property says; "" where it is not named."""
    return "" if element is None else element.get(VAL, "")


def _level(element: Element | None) -> int | None:
    """The level that w:outlineLvl names; None where it names none."""
    value = "" if element is None else element.get(VAL, "")
    if not (value.isascii() and value.isdecimal() and len(value) == 1):
        return None
    return (int(value) + 1) % (_LEVELS + 1)
