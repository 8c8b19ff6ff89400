"""Figures that are computed of a record file: a row of that file cannot take its number of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.dataset import Dataset
from generator.model.kind import Kind, RecordSpec
from generator.model.regex import regex

_REFERENCE = regex(r"\{([^{}]+)\}")


def figures_computed_of(spec: RecordSpec, dataset: Dataset, kind: Kind) -> set[str]:
    """The keys of figures whose formula names the record file, or a figure that does."""
    formulas = dict(_formulas(dataset, kind))
    name = regex(rf"(?<!\w){re.escape(spec.name)}(?!\w)")
    made = {key for key, text in formulas.items() if name.search(_REFERENCE.sub("", text))}
    while more := {key for key in formulas.keys() - made if _needs(formulas[key]) & made}:
        made |= more
    return made


def _formulas(dataset: Dataset, kind: Kind) -> Iterator[tuple[str, str]]:
    """The formulas by key, that of a package in place of its kind's."""
    yield from ((key, figure.formula) for key, figure in kind.derived.items())
    yield from ((row.form.key, row.form.formula) for row in dataset.indicators if row.computed)
    yield from ((row.key, row.formula) for row in dataset.figures if row.formula)


def _needs(formula: str) -> set[str]:
    return set(_REFERENCE.findall(formula))
