"""Under which headings all stands in a text as composed, and what a block of an outline asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.model.cell import Source
from generator.model.document import Mark
from generator.model.marks import mark
from generator.package.read import load_package
from generator.report.progress.needs import BlockNeeds, outline_needs
from generator.report.progress.sections import sections_of

CELL = Source("figures.csv", 2, "数值")


def test_headings_above_blocks_keys_and_cells() -> None:
    figure = mark("3次", Mark("bound", "会议", (CELL,)))
    gap = mark("【待补：甲】", Mark("gap", "甲", (Source("report.md.j2", 9),)))
    sections = sections_of(
        "\x11导语\x12\n开头。\n\x13\n\x11题\x12\n# 一部\n\x13\x11空\x12\n\x13\n"
        f"## 二\n\x11会议\x12\n开会{figure}。\n\x13\n## 三\n\x11重\x12{gap}{figure}\x13\n# 四部\n\x11重\x12\n\x13"
    )
    assert list(sections.order) == ["（标题前）", "一部", "一部／二", "一部／三", "四部"]
    assert sections.blocks["导语"] == "（标题前）" and sections.blocks["空"] == "一部"
    assert sections.blocks["会议"] == "一部／二" and sections.blocks["重"] == "一部／三"
    assert sections.keys == {"会议": "一部／二", "甲": "一部／三"}
    assert sections.sources[CELL] == "一部／二"


SECTIONS = """\
{% extends "report.md.j2" %}
{% import "macros.md.j2" as m %}
{% block 会议 %}{% if 会议 %}{{ f('会议.合计') }}{% else %}{{ f('会议.专题会') }}{% endif %}{% endblock %}
{% block 互访 %}{{ m.visits(互访|where(方向='东到西')) }}{% endblock %}
{% block 结对 %}{{ super() }}{{ claim('3对', '结对.街道') }}{% endblock %}
{% block 存在问题 %}{{ text('problems') }}{{ text(会议.名称, '名称') }}{% endblock %}
{% block 特殊群体 %}{% endblock %}
"""


@pytest.fixture
def needs(tmp_path: Path) -> dict[str, BlockNeeds]:
    package = invented.package(
        tmp_path / "清河", indicators_csv="代码,数值\n", sections__report_md_j2=SECTIONS
    )
    return outline_needs(*load_package(package))


def test_every_branch_of_a_block_counts(needs: dict[str, BlockNeeds]) -> None:
    assert needs["会议"] == BlockNeeds(("会议.合计", "会议.专题会"), ("会议",))


def test_a_block_asks_for_what_its_macros_ask_for(needs: dict[str, BlockNeeds]) -> None:
    assert needs["互访"].records == ("互访",)


def test_a_block_that_goes_on_with_the_kinds_asks_for_both(needs: dict[str, BlockNeeds]) -> None:
    assert {"结对.街道", "结对.合计", "结对.医院"} <= set(needs["结对"].keys)
    assert needs["结对"].records == ("结对",)


def test_texts_are_asked_for_by_name(needs: dict[str, BlockNeeds]) -> None:
    assert needs["存在问题"] == BlockNeeds((), ("会议",), ("problems",))


def test_an_empty_block_asks_for_nothing(needs: dict[str, BlockNeeds]) -> None:
    assert not needs["特殊群体"] and needs["项目带动"].keys[0] == "项目.计划数"
