"""Lists and sentences of parts; marks inside the items stay whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cell import Source
from generator.model.document import Mark
from generator.model.marks import CLOSE, OPEN, mark, visible
from generator.standard.wording.lists import (
    all_of,
    breakdown,
    enumerate_points,
    in_one_line,
    join,
    of_which,
    per,
)


def marked(text: str) -> str:
    return mark(text, Mark("bound", "键", (Source("figures.csv", 2, "数值"),)))


WORDS = st.text("甲乙丙《》“”、。；", max_size=5)
ITEMS = st.lists(WORDS | WORDS.map(marked), max_size=5)


def marks_in(text: str) -> tuple[int, int]:
    return text.count(OPEN), text.count(CLOSE)


@pytest.mark.parametrize(
    ("items", "options", "text"),
    [
        ([], {}, ""),
        (["", " \n"], {}, ""),
        (["A"], {}, "A"),
        (["A"], {"etc": True, "last": "和"}, "A"),
        (["A", "B"], {}, "A、B"),
        (["A", "", "B"], {}, "A、B"),
        (["\nA\n", "B "], {}, "A、B"),
        (["A", "B"], {"last": "和"}, "A和B"),
        (["A", "B", "C"], {"last": "和", "etc": True}, "A、B和C等"),
        (["A", "B"], {"etc": True}, "A、B等"),
        (["A", "B"], {"sep": "，", "etc": True}, "A，B，等"),
        (["A", "B"], {"sep": "；"}, "A；B"),
        (["《甲》", "《乙》"], {}, "《甲》《乙》"),
        (["“甲”", "“乙”", "“丙”"], {"etc": True}, "“甲”“乙”“丙”等"),
        (["《甲》", "《乙》"], {"last": "和"}, "《甲》和《乙》"),
        (["《甲》", "《乙》"], {"sep": "；"}, "《甲》；《乙》"),
        (["《甲》（会发〔2021〕9号）", "《乙》"], {}, "《甲》（会发〔2021〕9号）、《乙》"),
        (["《甲》", "“乙”"], {}, "《甲》、“乙”"),
        (["《甲》", "丙", "《乙》"], {}, "《甲》、丙、《乙》"),
    ],
)
def test_join(items: list[str], options: dict[str, Any], text: str) -> None:
    assert join(items, **options) == text


def test_join_looks_through_marks() -> None:
    assert visible(join([marked("《甲》"), marked("《乙》")])) == "《甲》《乙》"
    assert visible(join([marked("《甲》"), marked(""), marked("丙")])) == "《甲》、丙"


@given(ITEMS)
def test_join_keeps_every_item(items: list[str]) -> None:
    kept = [item for item in items if visible(item)]
    text = join(items)
    assert marks_in(text) == (sum(marks_in(item)[0] for item in kept),) * 2
    position = 0
    for item in kept:
        position = text.index(item, position) + len(item)
    assert len(text) - sum(map(len, kept)) <= max(len(kept) - 1, 0)


@pytest.mark.parametrize(
    ("items", "options", "text"),
    [
        ([], {}, ""),
        ([""], {}, ""),
        (["抓落实。"], {}, "抓落实。"),
        (["抓落实", "强保障"], {}, "一是抓落实。二是强保障。"),
        (["抓落实。", "强保障；"], {"sep": "；"}, "一是抓落实；二是强保障。"),
        (["抓落实", "", "强保障"], {}, "一是抓落实。二是强保障。"),
        (["抓落实", "强保障"], {"style": "para"}, "一是抓落实。\n\n二是强保障。"),
        (["抓落实"], {"style": "para"}, "抓落实。"),
        (["抓落实。", "强保障"], {"style": "plain"}, "抓落实。强保障。"),
        (["抓落实", "。"], {}, "抓落实。"),
        (["甲统一是好的", "乙"], {}, "一是甲统一是好的。二是乙。"),
        (
            [str(n) for n in range(11)],
            {"sep": "；"},
            "一是0；二是1；三是2；四是3；五是4；六是5；七是6；八是7；九是8；十是9；十一是10。",
        ),
    ],
)
def test_enumerate(items: list[str], options: dict[str, Any], text: str) -> None:
    assert enumerate_points(items, **options) == text


def test_enumerate_takes_a_stop_out_of_a_mark() -> None:
    text = enumerate_points([marked("甲。"), marked(marked("乙；")), "丙"], sep="；")
    assert visible(text) == "一是甲；二是乙；三是丙。"
    assert marks_in(text) == (3, 3)


@given(ITEMS, st.sampled_from(["。", "；"]))
def test_enumerate_counts_what_is_there(items: list[str], sep: Any) -> None:
    text = enumerate_points(items, sep=sep)
    count = sum(bool(visible(item).rstrip("。；")) for item in items)
    assert visible(text).count("是") == (count if count > 1 else 0)
    assert visible(text).endswith("。") == (count > 0)
    assert marks_in(text)[0] == marks_in(text)[1]


@pytest.mark.parametrize("item", ["一是甲。二是乙", "推进以下工作：一是甲", marked("一是甲")])
def test_enumerate_nested(item: str) -> None:
    with pytest.raises(ValueError, match="不能再套"):
        enumerate_points(["丙", item])


@pytest.mark.parametrize(
    ("total", "parts", "options", "text"),
    [
        ("345人", ["脱贫人口284人"], {}, "345人，其中脱贫人口284人"),
        ("879人", ["脱贫劳动力717人"], {"style": "（）"}, "879人（其中脱贫劳动力717人）"),
        ("2625人", ["脱贫人口2271人"], {"style": "其中："}, "2625人其中：脱贫人口2271人"),
        (
            "召开会议8次",
            ["常委会1次", "常务会3次"],
            {"style": "。其中，"},
            "召开会议8次。其中，常委会1次、常务会3次",
        ),
        (
            "627.99万元",
            ["捐款180万元", "捐物折款447.99万元"],
            {"sep": "，"},
            "627.99万元，其中捐款180万元，捐物折款447.99万元",
        ),
        ("345人", ["", "脱贫人口284人"], {}, "345人，其中脱贫人口284人"),
        ("345人", [], {}, "345人"),
        ("345人", [""], {"style": "（）"}, "345人"),
        ("", ["脱贫人口284人"], {}, ""),
    ],
)
def test_of_which(total: str, parts: list[str], options: dict[str, Any], text: str) -> None:
    assert of_which(total, parts, **options) == text


@pytest.mark.parametrize(
    ("items", "options", "text"),
    [
        (
            [("产业4336万元", ["园区180万元", "大棚3586万元"]), ("就业224万元", [])],
            {},
            "产业4336万元（园区180万元、大棚3586万元）；就业224万元",
        ),
        ([("示范村920万元", "主要用于建设")], {}, "示范村920万元（主要用于建设）"),
        ([("支教教师18人", ["长期9人"])], {}, "支教教师18人（长期9人）"),
        (
            [("教师18人", ["长期9人", "短期9人"]), ("园区1人", "")],
            {"outer": "，", "inner": "，"},
            "教师18人（长期9人，短期9人），园区1人",
        ),
        ([("甲", ["", ""]), ("", ["乙"]), ("丙", ["丁", ""])], {}, "甲；丙（丁）"),
        ([], {}, ""),
    ],
)
def test_breakdown(
    items: list[tuple[str, list[str] | str]], options: dict[str, Any], text: str
) -> None:
    assert breakdown(items, **options) == text


@pytest.mark.parametrize(
    ("total", "unit", "text"),
    [("12万元", "3万元/村", "12万元（3万元/村）"), ("12万元", "", "12万元"), ("", "3万元/村", "")],
)
def test_per(total: str, unit: str, text: str) -> None:
    assert per(total, unit) == text


def test_styles() -> None:
    style: Any = "怪"
    with pytest.raises(ValueError, match="样式“怪”不认识"):
        enumerate_points(["甲"], style)
    with pytest.raises(ValueError, match="样式“怪”不认识"):
        of_which("甲", ["乙"], style)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("甲\n乙", "甲乙"),
        ("甲 \n 乙", "甲乙"),
        ("A\nB", "A B"),
        ("甲\nB", "甲B"),
        ("甲", "甲"),
        ("\n", " "),
    ],
)
def test_a_text_of_lines_stands_in_one(text: str, line: str) -> None:
    assert in_one_line(text) == line


@pytest.mark.parametrize(
    ("items", "of", "text"),
    [
        (list("甲乙丙"), "3家", "甲、乙、丙"),
        (list("甲乙丙丁戊"), "5家", "甲、乙、丙、丁、戊"),
        (list("甲乙丙丁戊己"), "6家", "甲、乙、丙、丁、戊等6家"),
        (list("甲乙丙丁戊己"), "", "甲、乙、丙、丁、戊等"),
        (["甲", "", "乙"], "2家", "甲、乙"),
    ],
)
def test_at_most_five(items: list[str], of: str, text: str) -> None:
    assert join(items, most=5, of=of) == text


@pytest.mark.parametrize(
    ("style", "one", "text"),
    [
        ("，其中", False, "225人，均为脱贫人口"),
        ("（）", False, "225人（均为脱贫人口）"),
        ("，其中", True, "225人，为脱贫人口"),
    ],
)
def test_a_whole_of_one_kind(style: Any, one: bool, text: str) -> None:
    assert all_of("225人", "脱贫人口", style, one=one) == text


def test_a_whole_of_one_kind_in_an_unknown_style() -> None:
    with pytest.raises(ValueError, match="样式“｜”不认识"):
        all_of("225人", "脱贫人口", "｜")  # type: ignore[arg-type]
