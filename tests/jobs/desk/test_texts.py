"""Texts as words and chips: what a clerk sees of them, and what prints around them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import desks, invented
from support.packages import ROOT

from generator.jobs.desk import (
    TextPiece,
    findings,
    state,
    texts,
    write_text,
)
from generator.jobs.desk.pieces import pieces_of, source_of


def test_the_texts_of_the_kind_are_there_written_or_not(tmp_path: Path) -> None:
    found = {text.item: text for text in texts(desks.package(tmp_path))}
    assert (found["lead"].title, found["lead"].written) == ("导语", True)
    assert (found["problems"].title, found["problems"].written) == ("当前存在问题", False)
    assert found["problems"].stamp == "" and found["problems"].guidance


def test_what_the_program_writes_is_said_in_words_where_it_is_known() -> None:
    source = (
        "{{ year }}{{ next_year }}{{ d.受益村 }}{{ 合计(资金.金额)|unit('万元')|cn }}"
        "{{ 政策文件['方案'].标题|title }}{% endif %}{{ m.said(d) }}"
    )
    pieces = list(pieces_of(source, None, 2023))
    assert [(piece.name, piece.value) for piece in pieces] == [
        ("年份", "2023"),
        ("年份", "2024"),
        ("受益村", ""),
        ("资金金额合计", ""),
        ("政策文件“方案”的标题", ""),
        ("", ""),
        ("", ""),
    ]
    assert source_of(pieces) == source


def test_a_figure_is_a_chip(tmp_path: Path) -> None:
    lead = desks.text_item(desks.package(tmp_path), "lead")
    assert desks.shown_pieces(lead.pieces) == ["清河县举办培训班", "［培训班 3期］", "。"]


@pytest.mark.parametrize(
    ("source", "sorts"),
    [
        ("甲{就业.合计}乙", ["words", "figure", "words"]),
        ("{{ f('就业.合计') }}", ["figure"]),
        ('{{f("就业.合计")}}', ["figure"]),
        ("{{ f('日期')|ym }}", ["figure"]),
        ("{{ f('企业.数')|unit('家')|cn }}", ["figure"]),
        ("{{ f('日期') + 1 }}", ["code"]),
        ("{% if 1 %}甲{% endif %}", ["code", "words", "code"]),
        ("{# 写一段 #}", ["note"]),
        ("", []),
    ],
)
def test_the_sorts_of_pieces(source: str, sorts: list[str]) -> None:
    pieces = list(pieces_of(source, None))
    assert [piece.sort for piece in pieces] == sorts
    assert source_of(pieces) == source


@given(st.text(alphabet="甲{}%#'f() .|\n就业"))
def test_no_text_is_lost_in_pieces(source: str) -> None:
    assert source_of(pieces_of(source, None)) == source


def test_what_prints_around_a_text(tmp_path: Path) -> None:
    """A part of which nothing is known (问题整改) has no number."""
    package = desks.package(tmp_path, text__problems_md="企业不多。\n")
    problems = desks.text_item(package, "problems")
    assert (problems.section, problems.before) == ("三、当前存在问题", "三、当前存在问题")
    assert problems.after == "四、下一步工作打算"


APPENDED = invented.REPORT.replace(
    "appendices:\n", "appendices:\n- {name: 案例, parts: [{text: case_1}]}\n"
)


@pytest.mark.parametrize(
    ("name", "files", "heading"),
    [
        ("problems", {}, "##"),  # not there yet
        ("problems", {"text__problems_md": "## 短板\n\n企业不多。\n"}, "##"),
        ("problems", {"funds_csv": desks.FUNDS.replace(",5,", ",五块,")}, "##"),  # no report
        ("case_1", {"report_yaml": APPENDED, "text__case_1_md": "# 做法\n\n好。\n"}, "#"),
        ("case_1", {"report_yaml": APPENDED, "funds_csv": "键\n"}, "#"),
        ("lead", {}, ""),  # above all headings
        ("measures.csv#2", {"measures_csv": desks.MEASURES}, ""),
    ],
)
def test_the_mark_of_a_heading_is_that_of_the_level_below(
    tmp_path: Path, name: str, files: dict[str, str], heading: str
) -> None:
    assert desks.text_item(desks.package(tmp_path, **files), name).heading == heading


@pytest.mark.parametrize(
    ("package", "name", "heading"),
    [
        ("chengyuan-2023-performance", "decision", "###"),
        ("mentougou-2021", "study", "####"),  # below a heading that runs into the text
        ("mentougou-2021", "overview", ""),
    ],
)
def test_headings_are_as_deep_as_the_outline_has_it(package: str, name: str, heading: str) -> None:
    assert desks.text_item(ROOT / "data" / package, name).heading == heading


def test_a_heading_of_the_outline_in_a_text_is_counted_and_leads_to_the_text(
    tmp_path: Path,
) -> None:
    package = desks.package(tmp_path)
    before = state(package).warnings
    write_text(package, "problems", "", [TextPiece("words", "# 短板\n\n企业不多。")])
    assert state(package).warnings == before + 1
    [found] = [found for found in findings(package) if found.rule == "提纲标题"]
    assert (found.severity, found.text) == ("提醒", "problems")


@pytest.mark.parametrize(
    ("keys", "lasting"),
    [
        (("甲", "乙"), ["measures.csv 甲", "measures.csv 乙"]),
        (("甲", ""), ["measures.csv 甲", "measures.csv#3"]),
        (("甲", "甲"), ["measures.csv#2", "measures.csv#3"]),
        (("", ""), ["measures.csv#2", "measures.csv#3"]),
    ],
)
def test_a_measure_is_called_by_its_own_key(
    tmp_path: Path, keys: Sequence[str], lasting: list[str]
) -> None:
    rows = "".join(f"{key},就业,做法,开展培训,\n" for key in keys)
    package = desks.package(tmp_path, measures_csv=f"键,节,类型,文字,依据\n{rows}")
    measures = [text for text in texts(package) if text.item.startswith("measures.csv")]
    assert [text.lasting for text in measures] == lasting
