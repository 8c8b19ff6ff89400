"""What the rules look at: the passages, and the package where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.check.earlier import EarlierReport
from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.relations import (
    NumberRelation,
    Phrase,
    Verdict,
    phrases,
    relations_of,
    verdict,
)
from generator.figures import Draft
from generator.model.kind import FormRow, Term


@dataclass(frozen=True)
class Subject:
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
    def phrases(self) -> tuple[tuple[Passage, list[Phrase]], ...]:
        """The phrases of the sentences, those in cells too, that hold a number."""
        return tuple(
            (passage, phrases(passage.text))
            for passage in self.passages
            if passage.prose or passage.role == "row"
        )

    @cached_property
    def relations(self) -> tuple[tuple[Passage, NumberRelation, Verdict], ...]:
        """What the phrases say of their numbers, and whether it holds."""
        return tuple(
            (passage, relation, verdict(relation))
            for passage, read in self.phrases
            for relation in relations_of(read)
        )

    def tolerance(self, rule: str, default: Decimal | int) -> Decimal:
        """What report.yaml allows the rule, or the default."""
        return self.tolerances.get(rule, Decimal(default))


Rule = Callable[[Subject], Iterator[Finding]]
"""Yields what it finds in a subject; ``rules/table.py`` gives each its Chinese name."""
