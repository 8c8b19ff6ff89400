"""Numbers, sentences and pieces read out of official prose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.check.reader import (
    chinese_counts,
    closing,
    closings,
    decimals,
    in_unit,
    quantities,
    sentences,
    split,
    without_brackets,
)


@pytest.mark.parametrize(
    "text",
    [
        "2021年5月6日",
        "2021年10月底",
        "第3期",
        "用A4纸",
        "选派2-3个",
        "《2021年10项措施》",
        "甘政发〔2021〕5号",
        "比分3:2",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "label", "exact", "places"),
    [
        ("今年，投入资金500.5万元", "500.5", "万元", "投入资金", True, 1),
        ("带动约120户", "120", "户", "带动约", False, 0),
        ("培训干部1,234人次", "1234", "人次", "培训干部", True, 0),
        ("带动3万余人", "3", "万人", "带动", False, 0),
        ("占比达12.40%", "12.40", "%", "占比达", True, 2),
        ("人口30", "30", "", "人口", True, 0),
    ],
)
def test_a_quantity(text: str, value: str, unit: str, label: str, exact: bool, places: int) -> None:
    (item,) = quantities(text)
    assert (item.value, item.unit, item.label) == (Decimal(value), unit, label)
    assert (item.exact, item.places) == (exact, places)
    assert text[item.start :].startswith(item.text.lstrip("约达"))


def test_a_label_begins_behind_the_number_before() -> None:
    first, second = quantities("培训3期120人")
    assert (first.label, second.label) == ("培训", "")


def test_a_full_stop_in_brackets_ends_no_sentence() -> None:
    assert [(piece.text, piece.start) for piece in sentences("甲（乙。丙）丁。戊")] == [
        ("甲（乙。丙）丁。", 0),
        ("戊", 8),
    ]


def test_pieces_keep_brackets_whole() -> None:
    assert split("甲、乙（丙、丁）、戊", "、") == [("甲", 0), ("乙（丙、丁）", 2), ("戊", 9)]
    assert split("甲；", "；", 5) == [("甲", 5), ("", 7)]


def test_where_brackets_close() -> None:
    assert closings("（甲（乙）") == {0: 5, 2: 4}
    assert closing("（甲（乙）丙）", 0) == 6
    assert closing("（甲", 0) == 2
    assert without_brackets("甲（乙）丙") == "甲\u3000\u3000\u3000丙"


def test_chinese_numerals_before_a_classifier() -> None:
    assert [count[:2] for count in chinese_counts("建成两个园区、二十一家工厂，第三批")] == [
        (2, "个"),
        (21, "家"),
    ]


def test_units_convert_or_not() -> None:
    (item,) = quantities("投入0.5亿元")
    assert in_unit(item, "万元") == 5000 and in_unit(item, "人") is None


@pytest.mark.parametrize(("number", "places"), [("92.50", 1), ("100", 0), ("0.05", 2)])
def test_decimals_that_a_message_prints(number: str, places: int) -> None:
    assert decimals(Decimal(number)) == places
