"""The registry: names that several packages share, one file beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.cell import Source
from generator.model.dataset import SharedName
from generator.model.errors import Problem, excerpt, raise_all
from generator.package.read.rows import twice
from generator.package.read.tablefile import RowText, read_rows
from generator.package.tablespecs import COMMON

_CATEGORIES = ("人员", "企业", "村", "文件")
_QUOTED = 24


def read_registry(path: Path, shown: str) -> tuple[SharedName, ...]:
    """The names of the registry, which messages call ``shown``.

    Raises InputError or DataError, all faults at once.
    """
    problems: list[Problem] = []
    rows = read_rows(path, shown, ("名称", "类别"), ("职务", *COMMON), problems)
    problems.extend(twice(rows, "名称", shown))
    for row in rows:
        problems.extend(_faults(row, shown))
    raise_all(problems)
    return tuple(_shared_name(row, shown) for row in rows)


def _faults(row: RowText, shown: str) -> Iterator[Problem]:
    category = row.plain("类别")
    if not row.plain("名称"):
        yield Problem("缺少名称", "请填写，或删去整行", shown, row.row, "名称")
    if category not in _CATEGORIES:
        wanted = f"应当是{'、'.join(_CATEGORIES)}之一"
        message = f"写的是“{excerpt(category, _QUOTED)}”，{wanted}"
        yield Problem(message, "请改正", shown, row.row, "类别")


def _shared_name(row: RowText, shown: str) -> SharedName:
    source = Source(shown, row.row, "名称")
    return SharedName(row.plain("名称"), row.plain("类别"), row.plain("职务"), source)
