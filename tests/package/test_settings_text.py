"""The text of report.yaml: what did not change keeps its words, its quotes and its comments."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from generator.package.settings_text import items, with_values
from generator.package.workbook.settings_sheet import label

TEXT = """\
# 清河县
year: 2023   # 报告年度
number: '清农领发〔2023〕12号'
letter: true
signature: {organs: [县委农村工作领导小组], date: 2023-11-20}
title: ''
"""
VALUES = {
    "year": "2023",
    "number": "清农领发〔2023〕12号",
    "letter": "true",
    "signature.organs.0": "县委农村工作领导小组",
    "signature.date": "2023-11-20",
    "title": "",
}


def test_every_value_has_a_path() -> None:
    assert {item.path: item.text for item in items(TEXT)} == VALUES


def test_nothing_changed_is_the_same_text() -> None:
    assert with_values(TEXT, VALUES) == TEXT


# path, the value of the sheet, how it stands in the file
CHANGED = [
    ("year", "2024", "year: 2024   # 报告年度"),
    ("number", "清农领发〔2024〕3号", "number: '清农领发〔2024〕3号'"),
    ("signature.organs.0", "县政府", "organs: [县政府]"),
    ("signature.organs.0", "a: b", "organs: ['a: b']"),
    ("signature.organs.0", "2024", "organs: ['2024']"),
    ("signature.organs.0", "是, 否", "organs: ['是, 否']"),
    ("signature.date", "2024-11-20", "date: 2024-11-20}"),
    ("title", "关于…的报告", "title: '关于…的报告'"),
    ("title", "两行\n文字", 'title: "两行\\n'),
]


@pytest.mark.parametrize(("path", "value", "words"), CHANGED)
def test_one_value_changes_where_it_stands(path: str, value: str, words: str) -> None:
    changed = with_values(TEXT, {**VALUES, path: value})
    assert words in changed and changed.startswith("# 清河县\n")
    assert {item.path: item.text for item in items(changed)} == {**VALUES, path: value}


def test_other_items_are_written_anew() -> None:
    values = {"year": "2024", "organs.0": "县委", "organs.1": "007", "headings.1.format": "一、"}
    assert yaml.safe_load(with_values(TEXT, values)) == {
        "year": 2024,
        "organs": ["县委", "007"],
        "headings": {1: {"format": "一、"}},
    }


def test_a_value_that_is_also_a_branch_gives_way() -> None:
    assert yaml.safe_load(with_values("", {"title": "甲", "title.0": "乙"})) == {"title": ["乙"]}


STARTER = """\
signers: []      # 签发人
cutoff:          # 数据截止日期
signature:
  date:          # 成文日期
  organs: [县委]
imprint: {issuer: 县委办, date: }
number:
"""
BLANK = {
    "signers": "[]",
    "cutoff": "",
    "signature.date": "",
    "signature.organs.0": "县委",
    "imprint.issuer": "县委办",
    "imprint.date": "",
    "number": "",
}


@pytest.mark.parametrize(
    ("path", "value", "words", "read"),
    [
        (
            "signature.date",
            "2023-11-27",
            "  date: 2023-11-27          # 成文日期\n",
            dt.date(2023, 11, 27),
        ),
        ("imprint.date", "2023-11-27", "date: 2023-11-27 }", dt.date(2023, 11, 27)),
        ("imprint.date", "12:30, x", "date: '12:30, x' }", "12:30, x"),
        ("number", "某发〔2023〕1号", "number: 某发〔2023〕1号\n", "某发〔2023〕1号"),
        ("number", "a: b", "number: 'a: b'\n", "a: b"),
        ("number", "[", "number: '['\n", "["),
        ("number", "两行\n文字", 'number: "两行', "两行\n文字"),
        ("signers", "王一、李二", "signers: ['王一', '李二']      # 签发人", ["王一", "李二"]),
        ("signers", "王一", "signers: ['王一']      # 签发人", ["王一"]),
        ("signers", "[王一, 李二]", "signers: [王一, 李二]      # 签发人", ["王一", "李二"]),
        ("signers", "", "signers: []      # 签发人", []),
    ],
)
def test_what_was_blank_is_filled_where_it_stands(
    path: str, value: str, words: str, read: object
) -> None:
    assert {item.path: item.text for item in items(STARTER)} == BLANK
    changed = with_values(STARTER, {**BLANK, path: value})
    assert words in changed
    content = yaml.safe_load(changed)
    for part in path.split("."):
        content = content[part]
    assert content == read


def test_a_date_that_is_struck_out_is_blank_again() -> None:
    changed = with_values(TEXT, {**VALUES, "signature.date": ""})
    assert yaml.safe_load(changed)["signature"]["date"] is None


@pytest.mark.parametrize("left", [["0"], ["1"], ["2"], ["0", "2"], ["1", "2"]])
def test_parts_of_a_list_can_be_struck_out(left: list[str]) -> None:
    text = "year: 2023\nsigners: []\nappendices:\n- name: 甲\n- name: 乙\n- name: 丙\n"
    values = {"year": "2023", "signers": "王一", **{f"appendices.{n}.name": n for n in left}}
    content = yaml.safe_load(with_values(text, values))
    assert content["appendices"] == [{"name": n} for n in left]
    assert content["signers"] == ["王一"]


@pytest.mark.parametrize("key", ["²", "①", "9" * 5_000])
def test_a_key_that_is_no_number_makes_no_list(key: str) -> None:
    assert yaml.safe_load(with_values("", {f"甲.{key}": "乙"})) == {"甲": {key: "乙"}}
    assert label(f"甲.{key}").startswith("甲")
