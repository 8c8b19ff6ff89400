"""A numbered list in a cell is set item by item; what only looks like one is not."""

from __future__ import annotations

import pytest

from generator.report.tables.numbered_lists import items


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("对项目进行后续管护。", ["对项目进行后续管护。"]),
        ("1.召开会议。2.协调推进。", ["1.召开会议。", "2.协调推进。"]),
        ("1. 召开会议。 2. 协调推进。", ["1. 召开会议。", "2. 协调推进。"]),
        ("（1）甲乡（2）乙乡（3）丙乡", ["（1）甲乡", "（2）乙乡", "（3）丙乡"]),
        ("(1)甲乡(2)乙乡", ["(1)甲乡", "(2)乙乡"]),
        ("说明：（1）甲；（2）乙", ["说明：", "（1）甲；", "（2）乙"]),
        (
            "1.拆旧：（1）房屋；（2）院墙。2.新建：（1）主体；（2）围墙。",
            ["1.拆旧：", "（1）房屋；", "（2）院墙。", "2.新建：", "（1）主体；", "（2）围墙。"],
        ),
        ("见通知（1）的规定", ["见通知（1）的规定"]),
        ("投入1.3万元、2.5万元", ["投入1.3万元、2.5万元"]),
        ("按第4.2.1条执行", ["按第4.2.1条执行"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("3.甲。5.乙。", ["3.甲。5.乙。"]),
        ("", []),
    ],
)
def test_items_stand_on_lines_of_their_own(text: str, lines: list[str]) -> None:
    assert list(items(text)) == lines
