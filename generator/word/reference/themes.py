"""Fonts and colours of a theme written out: a new file has no theme."""

from __future__ import annotations

from copy import deepcopy

from generator.word.wordml import Element, local_name, qn

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
        for attribute, (slot, script) in _SLOTS.items():
            named = str(fonts.attrib.pop(qn(attribute), ""))
            font = _font(named, script, theme) if named else ""
            if font:
                fonts.set(qn(slot), font)
    for element in copy.iter():
        for name in [name for name in element.attrib if "theme" in str(name).rpartition("}")[2]]:
            del element.attrib[name]
    return copy


def _font(named: str, script: str, theme: Element | None) -> str:
    """The font that ``majorEastAsia`` and the like stand for; "" where nobody says."""
    if theme is None:
        return ""
    wanted = "majorFont" if named.startswith("major") else "minorFont"
    for fonts in theme.iter("{*}" + wanted):
        for item in fonts:
            tag = local_name(item) if isinstance(item.tag, str) else ""
            typeface = item.get("typeface", "")
            if tag == script and typeface:
                return typeface
        if script == "ea":
            chinese = [item for item in fonts if item.get("script") == _CHINESE]
            return chinese[0].get("typeface", "") if chinese else ""
    return ""
