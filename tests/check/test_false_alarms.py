"""What a new user was told and should not have been, beside what still has to be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented
from support.short_reports import passage

from generator.check import check_draft, check_passages
from generator.jobs.compose import compose

POSTS = "键,方向,姓名,职级,任职单位,职务,开始,结束\n"
SENTENCE = "县里建立了定期会商、现场督办和跟踪问效的工作制度，由分管领导逐项抓好落实。"


def of_package(folder: Path, rule: str, outline: str = "", **files: str) -> list[str]:
    """What one rule says of an invented package, with another outline where one is given."""
    kinds = invented.templates(folder / "kinds")
    if outline:
        invented.outline(kinds, outline)
    draft = compose(invented.package(folder / "包", **files), templates=kinds)
    return [item.message for item in check_draft(draft).findings if item.rule == rule]


def of_text(rule: str, text: str) -> list[str]:
    """What one rule says of a paragraph alone."""
    return [
        item.message for item in check_passages([passage(text)], ()).findings if item.rule == rule
    ]


@pytest.mark.parametrize(
    ("office", "told"), [("县水务局", []), ("县财政局", ["“县财政局局长”有两个人：王一鸣、李成。"])]
)
def test_a_post_is_that_of_its_office(tmp_path: Path, office: str, told: list[str]) -> None:
    rows = f"a,东到西,王一鸣,县处级,县财政局,局长,,\nb,东到西,李成,县处级,{office},局长,,\n"
    assert of_package(tmp_path, "职务与姓名", cadres_csv=POSTS + rows) == told


def test_a_post_without_an_office_is_held_by_nobody(tmp_path: Path) -> None:
    rows = "a,东到西,王一鸣,县处级,,副局长,,\nb,东到西,李成,县处级,,副局长,,\n"
    assert of_package(tmp_path, "职务与姓名", cadres_csv=POSTS + rows) == []


def test_a_post_may_have_begun_before_the_year(tmp_path: Path) -> None:
    rows = "a,东到西,王一鸣,县处级,县财政局,副局长,2022-05,\nb,东到西,李成,科级,县水务局,科长,2021-05-10,\n"
    assert of_package(tmp_path, "外来年份", cadres_csv=POSTS + rows) == []


@pytest.mark.parametrize(("by_template", "count"), [(True, 0), (False, 1)])
def test_what_the_template_says_twice_nobody_repeated(
    tmp_path: Path, *, by_template: bool, count: int
) -> None:
    twice = f"{SENTENCE}\n\n{SENTENCE}\n"
    outline = f"{{% block 甲 %}}\n{twice}{{% endblock %}}\n" if by_template else ""
    lead = "今年以来工作有序推进。\n" if by_template else twice
    assert len(of_package(tmp_path, "整句重复", outline, text__lead_md=lead)) == count


def test_a_span_that_is_turned_is_told_once() -> None:
    text = "2023年3月15日至3月10日开展检查。"
    assert len(of_text("起止日期", text)) == 1 and of_text("起止先后", text) == []
    assert len(of_text("起止先后", "2023年3月15日至2023年3月10日开展检查。")) == 1


def test_a_set_phrase_is_not_written_twice() -> None:
    assert of_text("字词重复", "落实减税降费及退税缓税缓费政策。") == []
    assert of_text("字词重复", "落实税缓税缓政策。") == ["“税缓”连写了两遍。"]


REASON = "与上年预算持平，主要原因是厉行节约、严格按照规定控制灯油开支"
SAID_TWICE = [
    # the reason of two items
    (f"购船费9.38万元，{REASON}。其中：购桨费0万元；摆渡费9.38万元，{REASON}。", []),
    (f"购船费9.38万元，{REASON}。摆渡费2.11万元。{REASON}。", []),
    (
        f"渡口费用，{REASON}，明年照旧办理。渡口费用，{REASON}，明年照旧办理。",
        ["有42字前后重复：渡口费用…。"],
    ),
    # a set phrase
    (
        "2031年，在以习近平同志为核心的党中央坚强领导下，渡口新修三座。2031年，在以习近平同志为核心的党中央坚强领导下，船工添了九名。",
        [],
    ),
    # an amount of which more is told, and a sentence that tells no more
    (
        "一般公共预算财政拨款摆渡支出24535.67万元，占渡口支出的92.45%。一般公共预算财政拨款摆渡支出24535.67万元，用于修船。",
        [],
    ),
    (
        "一般公共预算财政拨款摆渡支出24535.67万元。一般公共预算财政拨款摆渡支出24535.67万元。",
        ["有24字前后重复：一般公共预算财政拨款摆渡支出24535.67万元…。"],
    ),
]


@pytest.mark.parametrize(("text", "told"), SAID_TWICE)
def test_a_reason_a_formula_and_an_amount_may_recur(text: str, told: list[str]) -> None:
    assert of_text("整句重复", text) == told
