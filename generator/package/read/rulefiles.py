"""The data files of the checks: what must hold in a kind (identities.csv), and words that have
better ones (terms.csv)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model.cell import Source
from generator.model.errors import Problem
from generator.model.kind import CrossCheck, Relation, Term
from generator.model.severity import Severity
from generator.package.read.tablefile import RowText, read_rows

CROSS_CHECKS, TERMS = "identities.csv", "terms.csv"
_CROSS_CHECK = ("键", "关系", "公式", "级别", "说明")
_RELATIONS = [relation.value for relation in Relation]
_TERM = ("原词", "应为", "级别", "说明", "除非", "起始年", "依据", "启用")
_ON, _OFF = "是", "否"


def read_cross_checks(path: Path, problems: list[Problem]) -> tuple[CrossCheck, ...]:
    """The cross-checks of a kind, () where it has no such file; faults go to ``problems``."""
    if not path.is_file():
        return ()
    shown = f"{path.parent.name}/{path.name}"
    checks = []
    for row in read_rows(path, shown, _CROSS_CHECK, (), problems):
        faults = [*_not_one_of(row, "关系", _RELATIONS, shown), *_level_faults(row, shown)]
        problems.extend(faults)
        if not faults:
            checks.append(_cross_check(row, shown))
    return tuple(checks)


def _cross_check(row: RowText, shown: str) -> CrossCheck:
    return CrossCheck(
        row["键"],
        Relation(row["关系"]),
        row["公式"],
        Severity.labelled(row["级别"]),
        row["说明"],
        Source(shown, row.row),
    )


@dataclass(frozen=True)
class ListedTerm:
    """A row of a list of words, which switches its word on or off."""

    term: Term
    is_on: bool


def first_of_each(lists: Iterable[Sequence[ListedTerm]]) -> tuple[Term, ...]:
    """The words that are switched on: what the first list says of a word is all that is said of
    it."""
    terms: list[Term] = []
    seen: set[str] = set()
    for listed in lists:
        own = [row for row in listed if row.term.wrong not in seen]
        terms += [row.term for row in own if row.is_on]
        seen.update(row.term.wrong for row in own)
    return tuple(terms)


def read_terms(path: Path, problems: list[Problem]) -> tuple[ListedTerm, ...]:
    """The words of a list, () where there is no such file.

    Faults go to ``problems``.
    """
    if not path.is_file():
        return ()
    shown = f"{path.parent.name}/{path.name}"
    terms = []
    for row in read_rows(path, shown, _TERM, (), problems):
        faults = [
            *_level_faults(row, shown),
            *_pattern_faults(row, "原词", shown),
            *_pattern_faults(row, "除非", shown),
            *_not_one_of(row, "启用", (_ON, _OFF), shown),
        ]
        problems.extend(faults)
        if not faults:
            terms.append(ListedTerm(_term(row), row["启用"] == _ON))
    return tuple(terms)


def _term(row: RowText) -> Term:
    return Term(
        row["原词"],
        row["应为"],
        Severity.labelled(row["级别"]),
        row["说明"],
        row["除非"],
        int(row["起始年"] or 0),
        row["依据"],
    )


def _level_faults(row: RowText, shown: str) -> Iterator[Problem]:
    return _not_one_of(row, "级别", [severity.label for severity in Severity], shown)


def _not_one_of(row: RowText, column: str, choices: Sequence[str], shown: str) -> Iterator[Problem]:
    if row[column] not in choices:
        todo = f"只能是{'、'.join(choices)}"
        yield Problem(f"“{row[column]}”不认识", todo, shown, row.row, column)


def _pattern_faults(row: RowText, column: str, shown: str) -> Iterator[Problem]:
    if row[column].isalnum():
        return  # most are words without signs, which stand for themselves
    try:
        re.compile(row[column])
    except re.error as error:
        message = f"“{row[column]}”不是能用的样式（{error}）"
        yield Problem(message, "请核对括号和竖线", shown, row.row, column)
