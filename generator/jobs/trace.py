"""Where each figure of the report comes from and where it stands."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.jobs.compose import compose
from generator.model.errors import DataError, Problem
from generator.report import listing

__all__ = ["Trace", "trace", "trace_key"]


class Trace(Struct, frozen=True):
    """A table of all figures (a head and rows of as many cells), and remarks in lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remarks: str


def trace(package: Path, *, templates: Path | None = None) -> Trace:
    """All figures of the report of a package.

    A row gives key, printed text, number of places and sources; the remarks say what is filled and
    printed nowhere, and count all numbers by who vouches for them. Raises what ``compose`` raises.

    例：
        >>> result = trace(Path("清河-2023"))
        >>> result.head
        ('键', '印成', '次数', '来源')
        >>> result.rows[3]
        ('会议.常委会', '3次 / 2', '2处', 'figures.csv 第2行“数值”；indicators.csv 第2行“数值”')
    """
    draft = compose(package, templates=templates)
    return Trace(
        listing.HEAD,
        tuple(listing.figures(draft.document, draft.dataset)),
        listing.remarks(draft.document, draft.dataset, draft.kind),
    )


def trace_key(package: Path, key: str, *, templates: Path | None = None) -> str:
    """One figure in lines: its formula, its sources, and every place with the words around it.

    Raises DataError, with similar keys, where the report prints no figure of this key; and what
    ``compose`` raises.

    例：
        >>> print(trace_key(Path("清河-2023"), "公文.成文日期"), end="")
        键    公文.成文日期
        来源  report.yaml“signature.date”
        印在  署名 第2段：〖2023年11月20日〗
    """
    draft = compose(package, templates=templates)
    lines = listing.one_key(draft.document, draft.dataset, key)
    if lines is None:
        raise _no_key(key, listing.similar(draft.document, key))
    return lines


def _no_key(key: str, similar: list[str]) -> DataError:
    keys = "、".join(similar)
    todo = f"相近的键：{keys}" if keys else "不带键运行可列出全部的键"
    return DataError(Problem(f"报告里没有键“{key}”", todo))
