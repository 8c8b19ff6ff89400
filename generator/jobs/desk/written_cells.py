"""Cells that were written, each read by itself: where a file cannot be read as a whole, what is
wrong with them would not be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.opened import opened
from generator.model.errors import Problem
from generator.model.kind import FieldSpec, FieldType
from generator.package.intake.notes import ReadNotes
from generator.package.read.rows import read_cell, read_qualified
from generator.package.read.tablefile import RowText
from generator.package.tablespecs import FIGURES, INDICATORS, TableSpec, value_field

_VALUE = "数值"


def faults_of_cells(
    basis: Basis, spec: TableSpec, data: bytes, cells: Iterable[tuple[int, str]]
) -> tuple[Problem, ...]:
    """What is wrong with the cells (row and column) of a table with these bytes."""
    sheet, notes = opened(basis, spec, data), ReadNotes()
    for row, name in cells:
        texts = sheet.row(row)
        for field in _fields(basis, spec, texts, name):
            text = RowText(row, {**texts, name: texts.get(name, "")})
            read = read_qualified if spec is FIGURES else read_cell
            read(text, field, spec.file, basis.settings.year, notes)
    return tuple(notes.problems)


def _fields(
    basis: Basis, spec: TableSpec, texts: Mapping[str, str], name: str
) -> Iterator[FieldSpec]:
    """What the cell is to hold; none where anything may stand there."""
    if name != _VALUE:
        yield spec.column(name)
    elif spec is FIGURES:
        yield value_field(texts.get("单位", "").strip())
    elif spec is INDICATORS:
        yield from _of_form(basis, texts)


def _of_form(basis: Basis, texts: Mapping[str, str]) -> Iterator[FieldSpec]:
    form = basis.kind.catalogue.get(texts.get("代码", "").strip())
    as_it_is = texts.get("原样", "").strip() == "是" or texts.get(_VALUE, "").strip() == "="
    if form is not None and not as_it_is:
        yield FieldSpec(_VALUE, form.type or FieldType.TEXT, form.unit)
