"""Texts that were copied from last year's package, and that nobody has touched since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.dataset import Dataset, Prose
from generator.package.newyear import is_carried


def carried_texts(dataset: Dataset) -> frozenset[str]:
    """The names of the texts of a package that are those of the year before, word for word."""
    last = dataset.previous
    there = _carried(dataset.texts, last.dataset, dataset.settings.year) if last else ()
    return frozenset(there)


def _carried(texts: Mapping[str, Prose], last: Dataset, year: int) -> Iterator[str]:
    for name, text in texts.items():
        if text.written and name in last.texts and carried_from(last, name, text.text, year):
            yield name


def carried_from(last: Dataset, name: str, text: str, year: int) -> bool:
    """Whether a text of that name is the one of last year's package, but for the year."""
    there = last.texts.get(name)
    then = there.text if there else ""
    return bool(then) and is_carried(text, then, last.settings.year, year)
