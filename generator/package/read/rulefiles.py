"""The data files of the checks: what must hold in a kind (identities.csv), and words that have
better ones (terms.csv)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from generator.model.cell import Source
from generator.model.errors import Problem
from generator.model.kind import CrossCheck, Relation, Term
from generator.model.severity import Severity
from generator.package.read.schema.csv_files import CROSS_CHECKS_FILE, TERMS_FILE, YES
from generator.package.read.schema.csv_reading import read_csv
from generator.package.read.tablefile import RowText

CROSS_CHECKS, TERMS = CROSS_CHECKS_FILE.name, TERMS_FILE.name


def read_cross_checks(path: Path, problems: list[Problem]) -> tuple[CrossCheck, ...]:
    """The cross-checks of a kind, () where it has no such file; faults go to ``problems``."""
    if not path.is_file():
        return ()
    shown = f"{path.parent.name}/{path.name}"
    rows = read_csv(path, shown, CROSS_CHECKS_FILE, problems)
    return tuple(_cross_check(row.text, shown) for row in rows if row.is_sound)


def _cross_check(row: RowText, shown: str) -> CrossCheck:
    return CrossCheck(
        row["键"],
        Relation(row.plain("关系")),
        row["公式"],
        Severity.labelled(row.plain("级别")),
        row["说明"],
        Source(shown, row.row),
    )


class ListedTerm(Struct, frozen=True):
    """A row of a list of words, which switches its word on or off."""

    term: Term
    is_on: bool


def first_of_each(lists: Iterable[Sequence[ListedTerm]]) -> tuple[Term, ...]:
    """The words that are switched on: what the first list says of a word is all that is said of
    it."""
    kept: list[ListedTerm] = []
    for listed in lists:
        seen = {row.term.wrong for row in kept}
        kept += [row for row in listed if row.term.wrong not in seen]
    return tuple(row.term for row in kept if row.is_on)


def read_terms(path: Path, problems: list[Problem]) -> tuple[ListedTerm, ...]:
    """The words of a list, () where there is no such file.

    Faults go to ``problems``.
    """
    if not path.is_file():
        return ()
    shown = f"{path.parent.name}/{path.name}"
    rows = read_csv(path, shown, TERMS_FILE, problems)
    return tuple(_listed(row.text) for row in rows if row.is_sound)


def _listed(row: RowText) -> ListedTerm:
    return ListedTerm(_term(row), row.plain("启用") == YES)


def _term(row: RowText) -> Term:
    return Term(
        row["原词"],
        row["应为"],
        Severity.labelled(row.plain("级别")),
        row["说明"],
        row["除非"],
        int(row["起始年"] or 0),
        row["依据"],
    )
