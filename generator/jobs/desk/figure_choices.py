"""The figures that may be put into a text, by what a person types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.figures import Figure, FigureBook
from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.codes import words_of_figures
from generator.jobs.desk.pieces import TextPiece, chip
from generator.package.read import load_package

__all__ = ["FigureChoice", "figures_to_insert"]

_MOST = 60
"""So many figures are offered at once."""


class FigureChoice(Struct, frozen=True):
    """A figure that may be put into a text, with its present value and unit; ``piece`` is the chip
    that puts it there."""

    key: str
    name: str
    unit: str
    value: str
    piece: TextPiece


def figures_to_insert(
    package: Path, words: str, *, templates: Path | None = None
) -> tuple[FigureChoice, ...]:
    """The known figures whose name, key or value holds all of these words, those first whose name
    begins with them, then those whose name has their letters in order; sixty at most. Names that
    several have are those of ``words_of_figures``. Raises what ``load_package`` raises.

    例：
        >>> [(choice.name, choice.value) for choice in figures_to_insert(Path("清河-2023"), "资金")]
        [('教育帮扶资金', '50万元')]
    """
    dataset, kind = load_package(package, templates)
    book = FigureBook(dataset, kind)
    apart = words_of_figures(basis_of(package, templates))
    known = [figure for figure in map(book.get, tuple(book.keys())) if figure.known]
    times = Counter(figure.name for figure in known)
    choices = (_choice(figure, book, apart if times[figure.name] > 1 else {}) for figure in known)
    wanted = words.split()
    there = [choice for choice in choices if all(_fits(choice, wanted))]
    there.sort(key=lambda choice: _rank(choice, wanted))
    return tuple(there[:_MOST])


def _choice(figure: Figure, book: FigureBook, apart: Mapping[str, str]) -> FigureChoice:
    piece = chip(figure.key, book)
    name = apart.get(figure.key, piece.name)
    return FigureChoice(figure.key, name, figure.unit, piece.value, piece)


def _fits(choice: FigureChoice, wanted: Sequence[str]) -> Iterator[bool]:
    """Whether each of the words says something of a figure."""
    return (_says(choice, word) or _in_order(word, choice.name) for word in wanted)


def _says(choice: FigureChoice, word: str) -> bool:
    return word in f"{choice.name} {choice.key} {choice.value}"


def _in_order(word: str, name: str) -> bool:
    """Whether the letters of a word stand in a name in their order; a number must stand there as it
    is."""
    if any(letter.isdigit() for letter in word):
        return False
    left = iter(name)
    return all(letter in left for letter in word)


def _rank(choice: FigureChoice, wanted: Sequence[str]) -> int:
    """The lower, the better the words fit."""
    if choice.name.startswith(tuple(wanted or [""])):
        return 0
    return 1 if all(_says(choice, word) for word in wanted) else 2
