"""What the page asks for and is told, the pieces of a text on their way: plain values."""

from __future__ import annotations

import pytest

from generator.jobs.desk import FindingItem, GridLocation, TextItem, TextPiece, Whereabouts
from generator.jobs.desk.whereabouts import said_once
from generator.web.answers import PageAnswers, PageRequest, cells_offered, request_of
from generator.web.pieces import as_json, pieces_from
from generator.web.previews import framed
from generator.web.screens.texts import distinct_titles

CELL = GridLocation("funds.csv", 3, "金额")
FORM = GridLocation("indicators.csv", 36, "数值")
KNOWN = Whereabouts(
    {"funds.csv": "资金", "indicators.csv": "年度统计表", "report.yaml": "设置"},
    {"funds.csv": {3: "蔬菜大棚"}, "indicators.csv": {36: "1.举办培训班"}},
    {"signature.date": "署名·日期"},
    {"lead": "导语"},
)


def finding(*cells: GridLocation, text: str = "") -> FindingItem:
    return FindingItem("1", "错误", "文表一致", "不一致", (), cells, text)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"said": "figure", "what": "就业.合计"}, PageRequest("figure", "就业.合计")),
        ({"said": "mend", "what": "3 1"}, PageRequest("mend", "3 1")),
        ({"said": "delete", "what": "3"}, None),
        ({"said": ["figure"], "what": "3"}, None),
        ({"said": "figure", "what": 3}, None),
        ({"said": "figure"}, None),
        ("figure", None),
        (None, None),
    ],
)
def test_only_what_a_page_can_ask_for_is_heard(
    message: object, expected: PageRequest | None
) -> None:
    assert request_of(message) == expected


@pytest.mark.parametrize(
    ("what", "number", "cell"),
    [("3 1", 3, 1), ("12", 12, 0), ("", 0, 0), ("-1 -1", 0, 0), ("三 x", 0, 0), ("²", 0, 0)],
)
def test_numbers_of_a_request(what: str, number: int, cell: int) -> None:
    asked = PageRequest("mend", what)
    assert (asked.number, asked.cell) == (number, cell)


def test_a_cell_is_offered_once_by_the_title_of_its_sheet() -> None:
    item = finding(CELL, CELL, text="lead")
    known = PageAnswers(KNOWN, {"lead": "导语"}, {4: "lead"}, (item,)).as_json()
    assert cells_offered(item) == (CELL,)
    assert known["texts"] == {4: "lead"}
    assert known["remarks"] == [
        {
            "cells": ["资金“蔬菜大棚”的金额"],
            "item": "lead",
            "text": "导语",
            "brief": "不一致",
            "said": "不一致",
            "gap": False,
            "outline": False,
        }
    ]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (CELL, "资金“蔬菜大棚”的金额"),
        (FORM, "年度统计表“1.举办培训班”"),
        (GridLocation("funds.csv", 9, "金额"), "资金 第9行“金额”"),
    ],
)
def test_a_cell_is_named_by_what_its_row_is_about(cell: GridLocation, words: str) -> None:
    assert KNOWN.of(cell) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("funds.csv 第3行“金额”列：写的是“五”", "资金“蔬菜大棚”的金额：写的是“五”"),
        ("indicators.csv 第36行“数值”", "年度统计表“1.举办培训班”"),
        ("report.yaml“signature.date”：空着", "设置“署名·日期”：空着"),
        ("text/lead.md：没有写", "文字“导语”：没有写"),
        ("请看 funds.csv", "请看 资金"),
    ],
)
def test_a_line_names_no_file(line: str, words: str) -> None:
    assert KNOWN.said(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "“培训班”正文（资金“培训班”）是6期，统计表2.1“1.培训班”（年度统计表“1.培训班”）是5期",
            "“培训班”正文是6期，统计表2.1“1.培训班”是5期",
        ),
        ("“拨付”正文（资金“大棚”等3格）是6万元", "“拨付”正文（资金“大棚”等3格）是6万元"),
        ("“残疾人”（资金“大棚”）空着", "“残疾人”（资金“大棚”）空着"),
    ],
)
def test_a_cell_is_named_once(line: str, words: str) -> None:
    assert said_once(line) == words


@pytest.mark.parametrize(("number", "found"), [(0, False), (1, True), (2, False)])
def test_findings_are_counted_from_one(number: int, found: bool) -> None:
    known = PageAnswers(KNOWN, {}, {}, (finding(),))
    assert (known.finding(number) is not None) == found


PIECES = (
    TextPiece("words", "召开"),
    TextPiece("figure", "{会议}", "会议", "<b>会</b>", "3次"),
    TextPiece("note", "{# 核实 #}"),
    TextPiece("code", "{{ year }}"),
)


def test_the_pieces_of_a_text_come_back_as_they_went() -> None:
    assert pieces_from(as_json(PIECES)) == PIECES


@pytest.mark.parametrize(
    "message",
    [
        "召开",
        None,
        {"sort": "words"},
        ["召开"],
        [{"sort": "words", "text": 3}],
        [{"sort": "html", "text": "x"}],
        [{"sort": "figure", "text": "{会议}"}],
    ],
)
def test_what_is_no_text_is_not_taken_for_one(message: object) -> None:
    assert pieces_from(message) is None


def test_texts_that_are_called_alike_are_numbered() -> None:
    items = [TextItem(str(at), title, "", (), "") for at, title in enumerate("甲乙甲")]
    assert distinct_titles(items) == ["甲（1）", "乙", "甲（2）"]


def test_the_script_stands_once_before_the_end_of_the_page() -> None:
    html = framed("<body><p>&lt;/body&gt;</p>\n</body>\n</html>")
    assert html.startswith("<body><p>&lt;/body&gt;</p>\n<script>")
    assert html.endswith("</script>\n</body>\n</html>")
    assert html.count("</body>") == 1
