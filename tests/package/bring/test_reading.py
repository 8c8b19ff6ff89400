"""What an item says: people of a list."""

from __future__ import annotations

import pytest

from generator.package.bring.reading import people_in


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
