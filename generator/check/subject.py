"""What the rules look at: the passages, and the package where there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from typing import NamedTuple

from msgspec import Struct, field

from generator.check.earlier import EarlierReport
from generator.check.filled import Filled, of_package, of_table
from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import Quantity
from generator.check.relations import (
    Judged,
    LikelySlip,
    NumberRelation,
    Phrase,
    Verdict,
    likely_slips,
    moved,
    phrases,
    relations_of,
    verdict,
)
from generator.check.suspicions import by_position
from generator.figures import Draft
from generator.model.kind import FormRow, Term
from generator.model.regex import regex

_BARE_NUMBER = regex(r"\d+(?:\.\d+)?")
"""A cell that says nothing of its number, as most do."""


class NumberedText(NamedTuple):
    """A paragraph, or a cell from character ``start`` of its row: its phrases, and what they say of
    their numbers, by positions in the text."""

    passage: Passage
    start: int
    phrases: Sequence[Phrase]
    relations: Sequence[Judged]


class Subject(Struct, frozen=True, dict=True):
    """What is checked. ``draft`` is None for a Word file alone.

    ``year`` is the report's, None where unknown; ``names`` are the proper names of the package.
    ``tolerances`` maps the name of a rule to what report.yaml allows it; ``form`` is the catalogue
    by which the table in the text is read; ``earlier`` are drafts of other places or years that
    came along with the package.
    """

    passages: tuple[Passage, ...]
    terms: tuple[Term, ...] = ()
    year: int | None = None
    draft: Draft | None = None
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    form: tuple[FormRow, ...] = ()
    earlier: tuple[EarlierReport, ...] = ()

    @cached_property
    def texts(self) -> tuple[NumberedText, ...]:
        """The paragraphs, and the cells of rows, that hold a number and more than it; words that
        come again in another cell are read once."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[NumberedText]:
        read = cache(_read)
        for passage in self.passages:
            if passage.prose:
                found = _read(passage.text, passage.quantities)
                yield from [NumberedText(passage, 0, *found)] if found[0] else []
            elif passage.role == "row":
                for start, text in _cells(passage):
                    if not _BARE_NUMBER.fullmatch(text) and (found := read(text))[0]:
                        yield NumberedText(passage, start, *found)

    @cached_property
    def filled(self) -> tuple[Filled, ...]:
        """The rows of the form, in order; () where there is none."""
        if self.draft:
            return tuple(of_package(self.draft))
        return tuple(of_table(self.passages, self.form, self.year))

    @property
    def filled_by_code(self) -> dict[str, Filled]:
        """The rows of the form by code, in order."""
        return {row.form.code: row for row in self.filled}

    @property
    def relations(self) -> Iterator[tuple[Passage, NumberRelation, Verdict]]:
        """What the texts say of their numbers, and whether it holds."""
        for text in self.texts:
            for relation, judged in text.relations:
                yield text.passage, moved(relation, text.start), judged

    def slips(self, passage: Passage) -> Mapping[int, LikelySlip]:
        """The numbers of a passage that are wrong in several relations at once, by position."""
        return self._likely_slips(id(passage))

    def judged(self, passage: Passage) -> Sequence[Judged]:
        """What a passage says of its numbers, and whether it holds."""
        return self._judged[id(passage)]

    @cached_property
    def _likely_slips(self) -> Callable[[int], Mapping[int, LikelySlip]]:
        """The slips of a passage by its identity: every wrong relation asks for all of them."""
        return cache(lambda passage: likely_slips(self._judged[passage], self._read[passage]))

    @cached_property
    def _judged(self) -> Mapping[int, Sequence[Judged]]:
        """What each passage says, by its identity."""
        judged: dict[int, list[Judged]] = defaultdict(list)
        for passage, relation, told in self.relations:
            judged[id(passage)].append((relation, told))
        return judged

    @cached_property
    def _read(self) -> Mapping[int, Sequence[Phrase]]:
        """The phrases of each passage that is no row of cells, by its identity."""
        read: dict[int, Sequence[Phrase]] = defaultdict(tuple)
        read.update({id(one.passage): one.phrases for one in self.texts if one.passage.prose})
        return read

    def tolerance(self, rule: str, default: Decimal | int) -> Decimal:
        """What report.yaml allows the rule, or the default."""
        return self.tolerances.get(rule, Decimal(default))


def _cells(passage: Passage) -> Iterator[tuple[int, str]]:
    """The texts of the cells of a row, each with where it starts."""
    start = 0
    for text in passage.cells:
        yield start, text
        start += len(text) + 1


def _read(
    text: str, numbers: Sequence[Quantity] | None = None
) -> tuple[Sequence[Phrase], Sequence[Judged]]:
    read = phrases(text, numbers)
    known = relations_of(read)
    related = [*known, *by_position(read, known)]
    return read, [(relation, verdict(relation)) for relation in related]


Rule = Callable[[Subject], Iterator[Finding]]
"""Yields what it finds in a subject; ``rules/table.py`` gives each its Chinese name."""
