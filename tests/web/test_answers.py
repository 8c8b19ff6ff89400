"""What the page asks for and is told, the pieces of a text on their way: plain values."""

from __future__ import annotations

import pytest

from generator.jobs.desk import FindingItem, GridLocation, TextItem, TextPiece
from generator.web.answers import PageAnswers, PageRequest, cell_label, cells_offered, request_of
from generator.web.pieces import as_json, pieces_from
from generator.web.previews import framed
from generator.web.screens.texts import distinct_titles

CELL = GridLocation("funds.csv", 3, "金额")


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
    known = PageAnswers({"funds.csv": "资金"}, {}, {"lead": "导语"}, {4: "lead"}, (item,))
    assert cells_offered(item) == (CELL,)
    assert known.as_json() == {
        "sheets": {"funds.csv": "资金"},
        "texts": {4: "lead"},
        "remarks": [{"cells": ["资金 第3行“金额”"], "item": "lead", "text": "导语"}],
    }


def test_a_cell_of_the_form_is_named_by_its_indicator() -> None:
    titles, rows = {"indicators.csv": "年度统计表"}, {36: "1.举办培训班"}
    named = cell_label(titles, rows, GridLocation("indicators.csv", 36, "数值"))
    assert named == "年度统计表“1.举办培训班”"


@pytest.mark.parametrize(("number", "found"), [(0, False), (1, True), (2, False)])
def test_findings_are_counted_from_one(number: int, found: bool) -> None:
    known = PageAnswers({}, {}, {}, {}, (finding(),))
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
