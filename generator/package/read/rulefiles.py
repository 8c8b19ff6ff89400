"""The data files of the checks: what must hold in a kind (identities.csv), and words that have better ones (terms.csv)."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model.dataset import Identity, Source, Term
from generator.model.errors import Problem
from generator.package.read.tablefile import RowText, read_rows

IDENTITIES, TERMS, SHARED = "identities.csv", "terms.csv", "shared"
_IDENTITY = ("键", "关系", "公式", "级别", "说明")
_TERM = ("原词", "应为", "级别", "说明", "除非", "起始年")
_LEVELS = ("错误", "提醒", "供参考")
_RELATIONS = ("=", "<=", ">=", "≠", "有")


def read_identities(path: Path, shown: str, problems: list[Problem]) -> tuple[Identity, ...]:
    """The identities of a kind, () where it has no such file; faults go to ``problems``."""
    if not path.is_file():
        return ()
    rows = read_rows(path, shown, _IDENTITY, (), problems)
    for row in rows:
        _one_of(row, "关系", _RELATIONS, shown, problems)
        _one_of(row, "级别", _LEVELS, shown, problems)
    return tuple(
        Identity(
            row["键"], row["关系"], row["公式"], row["级别"], row["说明"], Source(shown, row.row)
        )
        for row in rows
    )


def read_terms(path: Path, problems: list[Problem]) -> tuple[Term, ...]:
    """The words of a list, () where there is no such file; faults go to ``problems``."""
    if not path.is_file():
        return ()
    shown = f"{path.parent.name}/{path.name}"
    rows = read_rows(path, shown, _TERM, (), problems)
    for row in rows:
        _one_of(row, "级别", _LEVELS, shown, problems)
        _pattern(row, "原词", shown, problems)
        _pattern(row, "除非", shown, problems)
    return tuple(
        Term(
            row["原词"], row["应为"], row["级别"], row["说明"], row["除非"], int(row["起始年"] or 0)
        )
        for row in rows
    )


def _one_of(
    row: RowText, column: str, choices: tuple[str, ...], shown: str, problems: list[Problem]
) -> None:
    if row[column] not in choices:
        problems.append(
            Problem(f"“{row[column]}”不认识", f"只能是{'、'.join(choices)}", shown, row.row, column)
        )


def _pattern(row: RowText, column: str, shown: str, problems: list[Problem]) -> None:
    try:
        re.compile(row[column])
    except re.error as error:
        problems.append(
            Problem(
                f"“{row[column]}”不是能用的样式（{error}）",
                "请核对括号和竖线",
                shown,
                row.row,
                column,
            )
        )
