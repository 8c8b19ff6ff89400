"""The pages of docs/ that are made of the code: none is stale, and the examples of rules hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.short_reports import findings

from generator.check.rules import units
from generator.check.rules.table import RULES
from generator.docs import api, pages, rules, words
from generator.docs.docstrings import DocumentationError
from generator.jobs import text as job
from generator.report.compose.words import series

NOT_PLAIN = {
    # a package
    "文表一致",
    "前后一致",
    "同词两义",
    "记录与统计表",
    "正文算法",
    "小计",
    "上下级汇总",
    "附表算式",
    "附表关系",
    "同键两值",
    "与上年比",
    "共用名册",
    "必备要素",
    "外地名称",
    "外来年份",
    "照抄来源",
    "提纲标题",
    # the form, whole
    "文表对照",
    "表内合计",
    "部分不大于整体",
    "分项重叠",
    "表内相等",
    "表内算式",
    "填报格式",
    "表式",
    "疑似复制",
    "重复登记",
    "百分数",
    "标题用语",
    # a Word file
    "逐行断开",
    # five thousand characters
    "篇幅",
}
"""Rules whose examples tell of a package or a form instead of quoting a report."""


def lines(report: str) -> list[str]:
    """The passages of an example as ``short_reports`` writes them."""
    return [
        re.sub(r"^【(附件\d*)】$", r"\1", re.sub(r"^【([题标附签印注头])】", r"\1 ", passage))
        for passage in report.split("／")
    ]


@pytest.mark.parametrize("name", pages.PAGES)
def test_a_page_is_what_the_code_gives(name: str) -> None:
    assert (pages.FOLDER / name).read_text(encoding="utf-8") == pages.PAGES[name]()


def test_every_rule_stands_on_its_page_in_the_order_of_the_table() -> None:
    assert re.findall(r"^### (.+)$", rules.rules(), re.M) == list(RULES)


@pytest.mark.parametrize("name", [name for name in RULES if name not in NOT_PLAIN])
def test_the_examples_of_a_rule_give_its_findings(name: str) -> None:
    for example in rules.rule_page(name, RULES[name]).examples:
        messages = [finding.message for finding in findings(name, *lines(example.report))]
        assert example.message in messages


def test_a_changed_docstring_makes_its_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pages.stale() == [] and pages.main(["--check"]) == 0
    changed = str(units.ranges.__doc__).replace("年份的起止", "月份的起止")
    monkeypatch.setattr(units.ranges, "__doc__", changed)
    assert pages.stale() == ["rules.zh-CN.md"] and pages.main(["--check"]) == 1


@pytest.mark.parametrize("label", ["查", "不查", "例", "依据"])
def test_a_rule_that_lacks_a_part_is_an_error(monkeypatch: pytest.MonkeyPatch, label: str) -> None:
    whole = str(units.ranges.__doc__)
    lacking = "\n".join(
        line for line in whole.split("\n") if not line.strip().startswith(f"{label}：")
    )
    monkeypatch.setattr(units.ranges, "__doc__", lacking)
    with pytest.raises(DocumentationError, match=f"数值范围.*“{label}："):
        rules.rules()


def test_a_changed_example_or_a_changed_parameter_makes_the_page_of_the_api_stale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def text(package: Path, width: int) -> str:
        raise NotImplementedError

    text.__doc__, text.__module__ = job.text.__doc__, job.__name__
    monkeypatch.setattr(job, "text", text)
    assert pages.stale() == ["api.md"] and pages.main(["--check"]) == 1
    text.__doc__ = str(text.__doc__).replace("例：", "")
    with pytest.raises(DocumentationError, match=r"jobs\.text\.text.*“例：”"):
        api.api()


def test_every_word_stands_on_its_page_once() -> None:
    headings = [name.replace("\\", "") for name in re.findall(r"^### (.+)$", words.words(), re.M)]
    assert sorted(headings) == sorted(words.WORDS_AND_FUNCTIONS)


def test_a_changed_word_makes_its_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = str(series.jn.__doc__).replace("甲村、乙村", "甲村，乙村")
    monkeypatch.setattr(series.jn, "__doc__", changed)
    assert pages.stale() == ["words.zh-CN.md"] and pages.main(["--check"]) == 1


@pytest.mark.parametrize(
    "lacking",
    [
        "说明：顿号。\n用法：甲",
        "说明：顿号。",
        "用法：甲\n印出：乙",
        "说明：甲。\n说明：乙。\n用法：丙\n印出：丁",
    ],
)
def test_a_word_that_lacks_a_part_is_an_error(
    monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    monkeypatch.setattr(series.jn, "__doc__", f"A list.\n\n{lacking}\n")
    with pytest.raises(DocumentationError, match=r"word jn: .*“说明："):
        words.words()


def test_how_a_word_is_called_says_what_a_template_writes() -> None:
    calls = {
        name: words.word_page(name, word).call for name, word in words.WORDS_AND_FUNCTIONS.items()
    }
    assert {name: calls[name] for name in ("known", "|cn", "|unit", "year", "clause", "合计")} == {
        "known": "known(key)",
        "|cn": "figure|cn",
        "|unit": "figure|unit(word)",
        "year": "year",
        "clause": "clause(zero=False)",
        "合计": "合计(column, **wanted)",
    }


@pytest.mark.parametrize(
    "docstring",
    [
        None,
        "One line.",
        "一。\n\n查：\n不查：乙。\n例：丙 -> 丁\n依据：戊。",
        "一。\n\n查：甲。\n查：甲。\n不查：乙。\n例：丙 -> 丁\n依据：戊。",
        "一。\n\n查：甲。\n不查：乙。\n例：丙，得丁\n依据：戊。",
    ],
)
def test_a_docstring_of_another_shape_is_an_error(
    monkeypatch: pytest.MonkeyPatch, docstring: str | None
) -> None:
    monkeypatch.setattr(units.ranges, "__doc__", docstring)
    with pytest.raises(DocumentationError):
        rules.rule_page("数值范围", units.ranges)


def test_a_line_without_a_label_goes_on_with_the_one_above(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        units.ranges,
        "__doc__",
        """First line.

    查：甲，
        乙：丙。
    不查：丁。
    例：一百 ->
        一百整
    例：二百 -> 二百整
    依据：GB/T 1
        and more。
    """,
    )
    page = rules.rule_page("数值范围", units.ranges)
    assert (page.finds, page.leaves, page.source) == ("甲，乙：丙。", "丁。", "GB/T 1 and more。")
    assert page.examples == (rules.Example("一百", "一百整"), rules.Example("二百", "二百整"))


def test_signs_of_markdown_print_as_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = str(units.ranges.__doc__).replace("年份的起止", "a|b*c_d")
    monkeypatch.setattr(units.ranges, "__doc__", changed)
    assert r"a\|b\*c\_d" in rules.rules()


def test_pages_are_written_where_they_are_missing(tmp_path: Path) -> None:
    assert pages.main(["--check"], tmp_path) == 1
    assert pages.main([], tmp_path) == 0
    assert pages.main(["--check"], tmp_path) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(pages.PAGES)


def test_other_words_are_a_wrong_call(tmp_path: Path) -> None:
    assert pages.main(["--chek"], tmp_path) == 2
    assert list(tmp_path.iterdir()) == []
