"""Formulas of a sheet have the brackets that they need, and no others."""

from __future__ import annotations

import pytest

from generator.model.document import SheetCell
from generator.report.tables.sheet_formulas import sheet_formula

CELLS = {name: SheetCell(0, column) for column, name in enumerate("abcd")}


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        ("a + b + c + d", "a+b+c+d"),
        ("a - (b + c)", "a-(b+c)"),
        ("a - (b - c) - d", "a-(b-c)-d"),
        ("(a + b) * c / d", "(a+b)*c/d"),
        ("a / (b * c)", "a/(b*c)"),
        ("a * b + c / d", "a*b+c/d"),
        ("-(a + b) * c", "(-(a+b))*c"),
        ("(a > b) * c", "(a>b)*c"),
        ("(a if a > b + c else d) * 100", "IF(a>b+c,a,d)*100"),
    ],
)
def test_brackets(formula: str, wanted: str) -> None:
    names = {cell: name for name, cell in CELLS.items()}
    made = sheet_formula(formula, CELLS.__getitem__, lambda name: False, None)
    assert "".join(part if isinstance(part, str) else names[part] for part in made) == wanted
