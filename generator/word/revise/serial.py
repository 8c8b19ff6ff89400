"""The serial number in a row that was just put in."""

from __future__ import annotations

from generator.model.regex import regex
from generator.word.wordml import TC, Element, T

_DIGITS = regex(r"\d+")


def set_serial(row: Element, text: str) -> None:
    """Give a row of ours another serial number; it stands in the first cell that is a number."""
    wanted = _DIGITS.search(text)
    for cell in row.findall(TC):
        nodes = list(cell.iter(T))
        if (
            len(nodes) == 1
            and wanted
            and _DIGITS.fullmatch((nodes[0].text or "").strip("（）()、.．"))
        ):
            nodes[0].text = _DIGITS.sub(wanted[0], nodes[0].text or "", count=1)
            return
