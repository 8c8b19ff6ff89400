"""A table whose columns the template of the kind changed: heads follow the columns below them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support import plainword, rounds
from support.packages import ROOT
from support.rounds import Desk, Rows, forget_bookmarks

Columns = list[dict[str, object]]


def own_kind(folder: Path) -> Desk:
    """A package with its own copy of the kind, and its first draft."""
    package = rounds.invented(folder / "清河-2023")
    shutil.copytree(ROOT / "templates" / "支援合作要点", package / "templates" / "支援合作要点")
    return Desk.of(package)


def with_columns(desk: Desk, work: Callable[[Columns], None]) -> None:
    """Change the columns of the plan table, and a value of each of two projects."""
    path = desk.package / "templates" / "支援合作要点" / "tables" / "项目计划表.yaml"
    description = yaml.safe_load(path.read_text(encoding="utf-8"))
    work(description["columns"])
    path.write_text(yaml.safe_dump(description, allow_unicode=True), encoding="utf-8")

    def values(rows: Rows) -> None:
        rows[0][6], rows[1][7] = "131.5", "84"

    desk.change("projects.csv", values)


def swap(columns: Columns) -> None:
    """Two columns of numbers change places."""
    columns[4], columns[5] = columns[5], columns[4]


def remove(columns: Columns) -> None:
    """A column in the middle goes."""
    del columns[11]


def by_heads(desk: Desk, name: str) -> dict[str, str]:
    """What the file says of a project, by the heads of its columns."""
    rows = plainword.accepted(desk.data).rows
    head = next(row for row in rows if row[0] == "序号")
    own = next(row for row in rows if name in row)
    return {"".join(key.split()): value for key, value in zip(head, own, strict=True)}


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(("work", "told"), [(swap, "次序"), (remove, "“项目负责人”")])
def test_a_value_stands_below_its_own_head(
    tmp_path: Path, work: Callable[[Columns], None], told: str, *, marked: bool
) -> None:
    desk = own_kind(tmp_path)
    if not marked:
        desk.edit(forget_bookmarks)
    with_columns(desk, work)
    result = desk.regenerate()
    first, second = by_heads(desk, "河东乡蔬菜大棚项目"), by_heads(desk, "南川镇养殖项目")
    assert (first["项目总投资"], first["区级帮扶资金"]) == ("131.5", "100")
    assert (second["项目总投资"], second["区级帮扶资金"]) == ("86", "84")
    assert second["开工竣工时间"] == "4月至10月"
    assert [told in matter.text for _, matter in result.summary.notices] == [True]
    assert {matter.reason for _, matter in result.summary.conflicts} <= {"audit"}


def test_a_column_in_the_middle_that_comes_is_told(tmp_path: Path) -> None:
    desk = own_kind(tmp_path)
    with_columns(desk, remove)
    desk = Desk.of(desk.package)
    with_columns(desk, lambda columns: columns.insert(11, {"heading": "负责人", "field": "负责人"}))
    told = [matter.text for _, matter in desk.regenerate().summary.conflicts]
    assert len(told) == 1 and "像是新增的列" in told[0]
    assert by_heads(desk, "南川镇养殖项目")["开工竣工时间"] == "4月至10月"
