"""Fonts and colours of a theme written out: a new file has no theme."""

from __future__ import annotations

from copy import deepcopy

from generator.word.wordml import Element, qn

_SLOTS = {
    "asciiTheme": ("ascii", "latin"),
    "hAnsiTheme": ("hAnsi", "latin"),
    "eastAsiaTheme": ("eastAsia", "ea"),
    "cstheme": ("cs", "cs"),
}
"""Attributes of w:rFonts that name a font of the theme: what they stand for, where it is there."""
_CHINESE = "Hans"


def without_theme(properties: Element, theme: Element | None) -> Element:
    """A copy of a w:rPr whose fonts are named and whose colours are as last computed."""
    copy = deepcopy(properties)
    for fonts in copy.iter(qn("rFonts")):
        _name_fonts(fonts, theme)
    for element in copy.iter():
        _forget_theme(element)
    return copy


def _name_fonts(fonts: Element, theme: Element | None) -> None:
    """Write out the fonts that the theme gives; a slot of which it says nothing keeps its own."""
    for attribute, (slot, script) in _SLOTS.items():
        named = str(fonts.attrib.pop(qn(attribute), ""))
        font = _font(named, script, theme) if named else ""
        if font:
            fonts.set(qn(slot), font)


def _forget_theme(element: Element) -> None:
    """Take out what refers to colours of the theme."""
    names = [str(name) for name in element.attrib]
    for name in names:
        if "theme" in name.rpartition("}")[2]:
            del element.attrib[name]


def _font(named: str, script: str, theme: Element | None) -> str:
    """The font that ``majorEastAsia`` and the like stand for; "" where nobody says."""
    if theme is None:
        return ""
    group = "majorFont" if named.startswith("major") else "minorFont"
    typeface = _typeface(theme, f"{{*}}{group}/{{*}}{script}")
    if typeface or script != "ea":
        return typeface
    return _typeface(theme, f"{{*}}{group}/{{*}}font[@script='{_CHINESE}']")


def _typeface(theme: Element, path: str) -> str:
    found = theme.find(f".//{path}")
    return "" if found is None else found.get("typeface", "")
