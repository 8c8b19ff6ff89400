"""Which record a row without a key is, and what is shown of two texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.kind import FieldSpec, FieldType
from generator.package.handout.row_matching import Values, changed_rows, same_rows
from generator.package.handout.two_sides import differing

FIELDS = [
    FieldSpec("名称", FieldType.TEXT),
    FieldSpec("金额", FieldType.NUMBER),
    FieldSpec("用途", FieldType.TEXT),
    FieldSpec("列示", FieldType.CHOICE),
]
THERE: dict[str, Values] = {
    "棚": ("蔬菜大棚建设", Decimal(1286), "产业", "逐项"),
    "库": ("冷库", Decimal(400), "产业", "逐项"),
}

# What comes, and the record that it is, changed; "" for a new one.
CHANGED: list[tuple[Values, str]] = [
    (("冷库", Decimal(450), "产业", "逐项"), "库"),
    (("冷库建设", Decimal(400), "产业", "概述"), "库"),
    (("蔬菜大棚改造", Decimal(1286), "就业", "逐项"), "棚"),
    (("育苗棚", Decimal(70), "产业", "逐项"), ""),
    (("路灯", Decimal(90), "基础", "逐项"), ""),
    ((None, None, "产业", "逐项"), ""),
]


@pytest.mark.parametrize(("row", "key"), CHANGED)
def test_what_has_most_in_common_is_the_same_record(row: Values, key: str) -> None:
    assert changed_rows({0: row}, THERE, FIELDS) == ({0: key} if key else {})


def test_the_best_pairs_come_first() -> None:
    rows: dict[int, Values] = {
        0: ("冷库", Decimal(90), "就业", "逐项"),
        1: ("冷库", Decimal(450), "产业", "逐项"),
    }
    assert changed_rows({0: rows[0]}, {"库": THERE["库"]}, FIELDS) == {}
    assert changed_rows(rows, {"库": THERE["库"]}, FIELDS) == {1: "库"}
    near: dict[int, Values] = {
        0: ("冷库", Decimal(450), "产业", "逐项"),
        1: ("冷库", Decimal(400), "产业园", "逐项"),
    }
    assert changed_rows(near, {"库": THERE["库"]}, FIELDS) == {1: "库"}


def test_each_record_is_one_row() -> None:
    row = THERE["库"]
    assert same_rows({0: row, 1: row}, {"库": row}) == {0: "库"}
    assert same_rows({0: row, 1: row}, {"库": row, "库-2": row}) == {0: "库", 1: "库-2"}


def test_of_many_those_are_held_against_each_other_that_share_something() -> None:
    free: dict[str, Values] = {
        f"k{n}": (f"第{n}号大棚", Decimal(n), "产业", "逐项") for n in range(1_000)
    }
    rows: dict[int, Values] = {
        n: (f"第{n}号大棚", Decimal(n + 5_000), "产业", "逐项") for n in range(1_000)
    }
    assert changed_rows(rows, free, FIELDS) == {n: f"k{n}" for n in range(1_000)}


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("12.5", "13", ("12.5", "13")),
        ("", "甲", ("", "甲")),
        ("甲" * 30 + "好。", "甲" * 30 + "很好。", ("…甲甲甲甲好。", "…甲甲甲甲很好。")),
        ("一\n二", "一 三", ("一 二", "一 三")),
    ],
)
def test_two_texts_are_cut_where_they_differ(one: str, other: str, shown: tuple[str, str]) -> None:
    assert differing(one, other) == shown
