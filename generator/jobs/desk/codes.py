"""What files write as code, and what people call it: keys of figures by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from msgspec import Struct

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.opened import open_sheet
from generator.jobs.figure_words import set_apart
from generator.model import files
from generator.model.errors import NigaoError
from generator.model.regex import regex
from generator.package.tablespecs import INDICATORS

WHOLE = regex(r"\S(?:.*\S)?", re.S)
"""A cell that holds one code."""
SEVERAL = regex(r"[^、，,；;\s]+")
"""A cell that holds some, as 负责 of departments.csv."""
IN_BRACES = regex(r"(?<=\{)[^{}]+(?=\})")
"""A text with figures in it."""
_BETWEEN = regex(r"[、，,；;\s]+")


class Codes(Struct, frozen=True, dict=True):
    """The names of codes in their order; ``pattern`` finds the codes in a cell.

    What has no name stands as it is, both ways.
    """

    names: Mapping[str, str]
    pattern: re.Pattern[str] = WHOLE

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The names, each once."""
        return tuple(dict.fromkeys(self.names.values()))

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """The first code of each name."""
        return {name: code for code, name in reversed(tuple(self.names.items()))}

    def shown(self, text: str) -> str:
        """What a cell that holds ``text`` shows."""
        return self.pattern.sub(lambda found: self.names.get(found[0], found[0]), text)

    def written(self, words: str, now: str) -> str:
        """What a file writes for what a person typed in a cell that holds ``now``: a name that
        stood there stays the code that it was."""
        there = {self.shown(code): code for code in self.pattern.findall(now)}
        codes = {**self._codes, **there}
        return self.pattern.sub(lambda found: codes.get(found[0], found[0]), words)


def words_of_figures(basis: Basis) -> dict[str, str]:
    """The names of the figures of a package by key, no two alike: those of its form, of its file,
    of its kind."""
    names = dict(_of_form(basis))
    for key, name in chain(_of_file(basis), _derived(basis)):
        names.setdefault(key, name)
    return dict(set_apart(names, _above(basis)))


def _of_form(basis: Basis) -> Iterator[tuple[str, str]]:
    for form in basis.kind.catalogue.values():
        if form.key and not form.is_heading:
            yield form.key, form.name_of(basis.settings.year)


def _of_file(basis: Basis) -> Iterator[tuple[str, str]]:
    try:
        sheet = open_sheet(basis, files.FIGURES)
    except NigaoError:
        return
    for row in map(sheet.row, sheet.rows):
        key, name = row.get("键", "").strip(), row.get("名称", "").strip()
        if key and name:
            yield key, name


def _derived(basis: Basis) -> Iterator[tuple[str, str]]:
    return ((figure.key, figure.name) for figure in basis.kind.derived.values() if figure.name)


def _above(basis: Basis) -> Mapping[str, tuple[str, ...]]:
    """What stands above the rows of the form in its tree, by key, the nearest first."""
    form, year = basis.kind.catalogue, basis.settings.year

    def chain(code: str) -> Iterator[str]:
        while code in form:
            yield form[code].name_of(year)
            code = form[code].parent

    return {row.key: tuple(chain(row.parent)) for row in form.values() if row.key}


def words_of_owed(basis: Basis) -> dict[str, str]:
    """What a department may be said to owe, in words without a separator: topics and sheets first,
    then texts, headings and rows of the form, figures."""
    figures = words_of_figures(basis)
    topics = dict.fromkeys(key.partition(".")[0] for key in figures if "." in key)
    named = chain(
        ((topic, topic) for topic in topics),
        _sheets(basis),
        _texts(basis),
        _rows(basis, figures),
        figures.items(),
    )
    names: dict[str, str] = {}
    for code, name in named:
        word = _BETWEEN.sub("·", name)
        names.setdefault(code, f"{word}（数）" if word in names and word != code else word)
    return names


def _sheets(basis: Basis) -> Iterable[tuple[str, str]]:
    specs = (spec for spec in basis.specs if spec.file not in (files.NAMES, files.DEPARTMENTS))
    for spec in specs:
        code = spec.sheet if spec is INDICATORS else spec.file
        yield code, f"{spec.sheet}（整张表）"


def _texts(basis: Basis) -> Iterator[tuple[str, str]]:
    yield files.TEXTS, "全部文字"
    for name, title in basis.kind.texts.items():
        yield files.text_file(name), f"{title}（文字）"


def _rows(basis: Basis, figures: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The rows of the form by their codes, which mean those below too; one that is a figure is
    called as it is."""
    form, year = basis.kind.catalogue, basis.settings.year
    labels = {code: row.label_of(year) for code, row in form.items() if row.key not in figures}
    others = dict(set_apart(labels, {}))
    for code, row in form.items():
        yield code, others.get(code) or figures[row.key]
