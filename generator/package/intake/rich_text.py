"""A text of a cell with its runs: what people see of it, and what its looks say (ECMA-376, part 1,
18.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree

from msgspec import Struct

from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.characters import removed, visible
from generator.package.intake.grid import CellMarks
from generator.package.intake.spreadsheetml import TRUE, Element, local

ALL_STRUCK = CellMarks("", "")
"""All that stands in a cell is crossed out."""
_RAISED = ("superscript", "subscript")
_ESCAPED = regex("_x([0-9A-Fa-f]{4})_")


class _Run(Struct, frozen=True):
    """A piece of a text. ``struck`` is whether it is crossed out, None where the style of its cell
    says so; ``raised`` whether it is raised or lowered."""

    text: str
    struck: bool | None = None
    raised: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nobody sees how it looks."""
        return not self.text.strip()

    def is_struck(self, style: bool) -> bool:
        """Whether it is crossed out in a cell whose style says this."""
        return style if self.struck is None else self.struck


class CellText(Struct, frozen=True):
    """A text of a cell as it is read, and the invisible characters that it was freed of; how it
    looks in most cells, and in one whose style crosses out what stands in it."""

    text: str
    removed: str
    looks: CellMarks | None = None
    struck: CellMarks | None = ALL_STRUCK


def shared_texts(part: bytes) -> Iterator[CellText]:
    """The texts that cells share."""
    if part:
        for item in ElementTree.fromstring(part):
            if local(item) == "si":
                yield rich_text(item)


def rich_text(item: Element) -> CellText:
    """A text with its runs, without phonetic ones."""
    runs = []
    for child in item:
        if local(child) == "t":
            runs.append(_Run(child.text or ""))
        elif local(child) == "r":
            runs.append(_run(child))
    text = plain_text("".join(run.text for run in runs))
    if all(run.struck is None and not run.raised for run in runs):
        return text
    return replace(text, looks=_looks(runs, False), struck=_looks(runs, True))


def _run(element: Element) -> _Run:
    text, looks = "", []
    for child in element:
        if local(child) == "t":
            text += child.text or ""
        elif local(child) == "rPr":
            looks.append(child)
    struck = any(map(is_struck, looks)) if looks else None
    return _Run(text, struck, any(map(_is_raised, looks)))


def is_struck(font: Element) -> bool:
    """Whether a font crosses out what it writes."""
    return any(local(item) == "strike" and item.get("val", "1") in TRUE for item in font)


def _is_raised(font: Element) -> bool:
    """Whether a font raises or lowers what it writes."""
    places = [item.get("val", "") for item in font if local(item) == "vertAlign"]
    return any(place in _RAISED for place in places)


def _looks(runs: Sequence[_Run], struck: bool) -> CellMarks | None:
    """What is crossed out in a text, or raised; ``struck`` is what the style of its cell says."""
    left = [run for run in runs if run.is_blank or not run.is_struck(struck)]
    level = [run for run in runs if run.is_blank or not run.raised]
    if len(left) == len(level) == len(runs):
        return None
    in_number = _stands_in_number([run for run in runs if not run.is_blank])
    return CellMarks(_plain(left), _plain(level), in_number)


def _plain(runs: Sequence[_Run]) -> str:
    return plain_text("".join(run.text for run in runs)).text


def _stands_in_number(filled: Sequence[_Run]) -> bool:
    """Whether something raised stands right behind a digit, or a raised digit before one."""
    return any(
        before.raised != after.raised
        and before.text.rstrip()[-1].isdigit()
        and (after.raised or after.text[0].isdigit())
        for before, after in pairwise(filled)
    )


def plain_text(written: str) -> CellText:
    """A text as people see it: ``_x000D_`` is a character, and what nobody sees is gone."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), written)
    return CellText(visible(text), removed(text))
