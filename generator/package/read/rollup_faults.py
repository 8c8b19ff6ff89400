"""What a kind says of how values of the level above are made, and cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model import files
from generator.model.errors import Problem
from generator.model.kind import FieldType, Kind
from generator.model.rollup import RollUp
from generator.package.read.catalogue import CATALOGUE, row_of_code
from generator.package.tablespecs import value_field

_COLUMN = "汇总"
_NEEDS = {
    RollUp.SUM: FieldType.NUMBER,
    RollUp.LISTED_SUM: FieldType.NUMBER,
    RollUp.LISTED: FieldType.TEXT,
}
"""What the values must be that are made so."""


def rollup_faults(kind: Kind, edition: Path | None) -> Iterator[Problem]:
    """Sums of what is no number, lists of numbers, computed values without a formula."""
    if edition is not None:
        yield from _of_form(kind, edition)
    shown = f"{kind.name}/{files.FIGURES}"
    for figure in kind.derived.values():
        for message, todo in _faults(figure.rollup, value_field(figure.unit).type, figure.formula):
            yield Problem(message, todo, shown, figure.source.row, _COLUMN)


def _of_form(kind: Kind, edition: Path) -> Iterator[Problem]:
    shown = f"{kind.name}/{CATALOGUE}/{edition.name}"
    for row in kind.catalogue.values():
        for message, todo in _faults(row.rollup, row.type, row.formula):
            yield Problem(message, todo, shown, row_of_code(edition, row.code), _COLUMN)


def _faults(way: RollUp, type_: FieldType | None, formula: str) -> Iterator[tuple[str, str]]:
    needed = _NEEDS.get(way)
    if way is RollUp.COMPUTED and not formula:
        yield "写了“重算”，却没有公式", "请补上公式，或改为“不汇总”"
    elif needed and type_ is not needed:
        yield f"写了“{way.value}”，但这一行不是{needed.value}", "请改正，或写“不汇总”"
