"""What an item says: people of a list, and how it is written."""

from __future__ import annotations

import pytest

from generator.package.bring.reading import people_in, written_as
from generator.package.bring.sheet_items import SheetItem
from generator.package.intake.grid import RawCell


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("王丽、李强、欧阳娜", ["王丽", "李强", "欧阳娜"]),
        ("王　丽，李  强", ["王丽", "李强"]),
        ("王丽 李强 张三丰", ["王丽", "李强", "张三丰"]),
        ("王丽\n李强；", ["王丽", "李强"]),
        ("王丽（教师）、李强（医生）", ["王丽（教师）", "李强（医生）"]),
        ("古丽·买买提、李强", ["古丽·买买提", "李强"]),
        ("", []),
        ("约35人", []),
        ("6、7", []),
    ],
)
def test_people_of_a_list(text: str, people: list[str]) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (0.93, "0%", "使用率 93%"),
        (0.9353, "0.0%", "使用率 93.5%"),
        (0.93, "General", "使用率 0.93%"),
        (93, "0.0", "使用率 93%"),
        ("93%", "General", "使用率 93%"),
    ],
)
def test_a_percentage_is_written_as_it_is_shown(value: float | str, code: str, words: str) -> None:
    item = SheetItem("表.xlsx“表”C3", "使用率", "表", "%", RawCell(value, format=code))
    assert written_as(item, item.unit) == words
