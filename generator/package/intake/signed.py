"""A cell of a column of words or numbers: ≥95%, ≤3, =12家, 80 — or 有所提升.

What is no plain number with its sign and unit is words: nothing is read into it.
"""

from __future__ import annotations

from generator.model.cell import Cell
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.characters import narrow
from generator.package.intake.numbers import CellError, read_number

_SIGNS = {">=": "≥", "<=": "≤", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤"}
"""Other ways to write a sign."""
_COUNTED = (
    "%|‰|分|人次|人|名|个|家|项|次|场|户|村|条|件|处|所|座|篇|份|批|期|台|套|辆|株|头|只|本|"
    "公里|千米|米|平方米|平方公里|立方米|亩|公顷|吨|公斤|千克|元|倍|天|小时|个月|个工作日|工作日"
)
"""Units that nobody takes for the beginning of a sentence (12月底前)."""
_PARTS = regex(
    r"(?P<sign>>=|<=|[≥≤≧≦⩾⩽><=])?\s*"
    r"(?P<number>-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*"
    rf"(?P<unit>(?:百万|千万|万|亿|千)?(?:{_COUNTED}))?"
)


def word_or_number(cell: Cell) -> Cell:
    """The cell with its value: a number, its sign and the unit written with it, else that of the
    column; or the words as they stand."""
    parts = _PARTS.fullmatch(narrow(cell.raw).strip())
    words = replace(cell, value=cell.raw)
    if parts is None:
        return words
    try:
        number = read_number(parts["number"])
    except CellError:
        return words
    sign = parts["sign"] or ""
    unit = parts["unit"] or cell.unit
    return replace(cell, value=number.value, unit=unit, sign=_SIGNS.get(sign, sign))
