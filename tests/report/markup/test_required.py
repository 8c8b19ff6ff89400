"""Blocks that an outline says are required: they never disappear, whoever overrides them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support import invented

from generator.jobs.compose import compose, gaps
from generator.jobs.draft import draft
from generator.jobs.text import text
from generator.model.errors import DataError
from generator.report.markup import RawHeading, RawParagraph, parse

A, B, C = "\x11{}\x12", "\x13", "\x14"


def block(name: str, content: str) -> str:
    return f"{A.format(name)}{content}{B}"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (block("甲", "\n"), ["【待补：甲】"]),
        ("前。\n\n" + block("甲", "\n\n") + "\n\n后。", ["前。", "【待补：甲】", "后。"]),
        (block("甲", "\n，。\n"), ["【待补：甲】"]),  # tidied to nothing
        (block("甲", "\n有。\n"), ["有。"]),
        (block("甲", "\n" + block("乙", "\n有。\n") + "\n"), ["有。"]),
        (block("甲", "\n" + block("乙", "\n\n") + "\n"), ["【待补：乙】"]),
        (block("题_丙", "\n\n"), ["【待补：丙】"]),
        (block("可有", "\n\n"), []),
    ],
)
def test_a_required_block_that_says_nothing_prints_a_gap(source: str, printed: list[str]) -> None:
    blocks = parse(source, "report", {"甲", "乙", "题_丙"})
    assert ["".join(run.text for run in item.text) for item in blocks] == printed


def test_the_heading_of_a_required_block_is_marked() -> None:
    first, second, third = parse(block("题_甲", "\n# 甲\n") + "\n# 乙\n\n丙。", "report", {"题_甲"})
    assert isinstance(first, RawHeading) and first.required
    assert isinstance(second, RawHeading) and not second.required
    assert isinstance(third, RawParagraph)


OUTLINE = """\
{% block 题_一 required %}
# 一览
{% endblock %}

{% block 得分 required %}
得分{{ f('得分') }}，等级为{% if f('得分') >= 60 %}合格{% else %}差{% endif %}。
{% endblock %}

{% block 可有 %}
# 可有

可有{{ f('得分') }}。
{% endblock %}

{% block 题_尾 scoped required %}
# 尾声
{% endblock %}
"""


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    kinds = invented.templates(tmp_path / "kinds")
    invented.outline(kinds, OUTLINE)
    return kinds


def body(folder: Path, kinds: Path, **files: str) -> list[str]:
    figures = files.pop("figures_csv", "键,名称,数值,单位\n得分,总得分,,分\n")
    report = text(invented.package(folder, figures_csv=figures, **files), templates=kinds)
    lines = report.splitlines()
    begin = max(index for index, line in enumerate(lines) if line.endswith("自评报告")) + 1
    return lines[begin : next(n for n, line in enumerate(lines) if line.startswith("附件："))]


def test_required_blocks_of_an_outline_stay_without_data(tmp_path: Path, kinds: Path) -> None:
    assert body(tmp_path / "清河", kinds) == [
        "一、一览",
        "得分【待补：总得分】，等级为【待补：总得分】。",
        "二、尾声",
        "【待补：尾声】",
    ]


def test_with_data_they_are_as_any_block(tmp_path: Path, kinds: Path) -> None:
    figures = "键,名称,数值,单位\n得分,总得分,70,分\n"
    assert body(tmp_path / "清河", kinds, figures_csv=figures)[:4] == [
        "一、一览",
        "得分70分，等级为合格。",
        "二、可有",
        "可有70分。",
    ]


def test_a_place_that_overrides_a_required_block_does_not_lose_it(
    tmp_path: Path, kinds: Path
) -> None:
    own = '{% extends "report.md.j2" %}\n{% block 得分 %}\n{% endblock %}\n'
    package = tmp_path / "清河"
    assert body(package, kinds, sections__report_md_j2=own)[:2] == ["一、一览", "【待补：得分】"]
    assert "【待补：得分】  键 提纲/得分  一、一览" in gaps(compose(package, templates=kinds))
    with pytest.raises(DataError, match="缺“提纲/得分”"):
        draft(package, date=dt.datetime(2023, 11, 27), strict=True, templates=kinds)


def test_the_standard_outline_keeps_its_four_parts(tmp_path: Path) -> None:
    report = text(invented.package(tmp_path, indicators_csv="代码,数值\n"))
    for heading in (
        "一、年度任务完成情况",
        "（一）组织领导",
        "（二）助力巩固拓展脱贫攻坚成果",
        "（三）加强区域协作",
        "（四）促进乡村振兴",
    ):
        assert heading in report.splitlines()
