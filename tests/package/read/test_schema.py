"""The strict models of the files of a kind: what documentation for authors is made of."""

from __future__ import annotations

import pytest

from generator.package.read.schema.csv_files import CSV_FILES, CsvType
from generator.package.read.schema.keys import SchemaKey, keys_of
from generator.package.read.schema.meanings import MEANINGS
from generator.package.read.schema.nearest import nearest
from generator.package.read.schema.yaml_files import YAML_FILES
from generator.package.read.schema.yaml_types import names_at


@pytest.mark.parametrize("file", YAML_FILES)
def test_every_key_has_a_meaning_and_no_meaning_is_without_a_key(file: str) -> None:
    keys = [key.path for key in keys_of(file)]
    assert sorted(keys) == sorted(MEANINGS[file])
    assert all(MEANINGS[file].values())


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("kind.yaml", SchemaKey("name", "文字", "", "报告种类的名称，和文件夹同名")),
        (
            "kind.yaml",
            SchemaKey("outline.*.share", "整数", "0", "通常占全文的百分数，0 是不说"),
        ),
        (
            "tables/名称.yaml",
            SchemaKey("columns.*.places", "整数，不小于 0，不大于 6", "不写", "印几位小数"),
        ),
        (
            "tables/名称.yaml",
            SchemaKey(
                "orientation",
                "portrait、landscape",
                "portrait",
                "portrait 竖排，landscape 横排",
            ),
        ),
    ],
)
def test_a_key_is_told_with_type_and_default(file: str, key: SchemaKey) -> None:
    assert key in list(keys_of(file))


@pytest.mark.parametrize("file", CSV_FILES, ids=lambda file: file.name)
def test_every_column_has_a_meaning_and_a_choice_has_choices(file: object) -> None:
    for column in file.columns:  # type: ignore[attr-defined]
        assert column.meaning
        assert bool(column.choices) == (column.type is CsvType.CHOICE)


@pytest.mark.parametrize(
    ("file", "path", "some"),
    [
        ("kind.yaml", (), {"name", "headings"}),
        ("kind.yaml", ("headings", "1"), {"format", "run_in"}),
        ("records.yaml", ("meetings",), {"名称", "字段", "沿用"}),
        ("records.yaml", ("meetings", "字段"), set()),
        ("tables/名称.yaml", ("rows", 0, 0), {"text", "figure"}),
    ],
)
def test_the_names_that_may_stand_at_a_path(
    file: str, path: tuple[str | int, ...], some: set[str]
) -> None:
    names = set(names_at(YAML_FILES[file], path))
    assert some <= names and bool(some) == bool(names)


@pytest.mark.parametrize(
    ("written", "known", "near"),
    [
        ("heading", ["headings", "name"], "headings"),
        ("Name", ["headings", "name"], "name"),
        ("自评.总得分", ["自评.总分", "自评.得分率"], "自评.总分"),
        ("得份", ["得分", "分值"], "得分"),
        ("甲", ["乙", "丙"], ""),
    ],
)
def test_the_nearest_name(written: str, known: list[str], near: str) -> None:
    assert nearest(written, known) == near
