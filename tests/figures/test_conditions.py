"""Conditions on records: 是 and 否 mean a flag, and a choice that a column does not offer is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.text import text
from generator.model.errors import NigaoError

RECORDS = """\
hazards:
  名称: 隐患
  字段:
    键: 键
    地点: 文字*
    类别: 选项 用火 线路
    督办: 是否
"""
ROWS = "键,地点,类别,督办\n甲,东沟,用火,是\n乙,西坡,线路,否\n丙,南岭,用火,\n"


def printed(tmp_path: Path, template: str) -> str:
    """What a template of one line prints of three records."""
    kinds = invented.templates(tmp_path / "kinds")
    invented.outline(kinds, template)
    records = kinds / invented.KIND / "records.yaml"
    records.write_text(records.read_text(encoding="utf-8") + RECORDS, encoding="utf-8")
    report = invented.REPORT.replace("kind: ", "letter: false\nform: plain\nkind: ")
    package = invented.package(tmp_path / "包", report_yaml=report, hazards_csv=ROWS)
    return text(package, templates=kinds)


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("督办{{ 计数(隐患, 督办='是') }}处。", "督办1处。"),
        ("督办{{ 计数(隐患, 督办=true) }}处。", "督办1处。"),
        ("没有督办{{ 计数(隐患, 督办='否') }}处。", "没有督办1处。"),
        ("{% for 条 in 隐患 if 条.督办 == '是' %}{{ 条.地点 }}{% endfor %}。", "\n东沟。"),
        ("{% for 条 in 隐患|where(督办='否') %}{{ 条.地点 }}{% endfor %}。", "\n西坡。"),
        ("用火{{ 计数(隐患, 类别='用火') }}处。", "用火2处。"),
    ],
)
def test_a_condition_holds_as_it_is_written(tmp_path: Path, template: str, words: str) -> None:
    assert words in printed(tmp_path, template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ 计数(隐患, 类别='电线') }}处",
        "{% for 条 in 隐患|where(类别='电线') %}{{ 条.地点 }}{% endfor %}",
    ],
)
def test_a_choice_that_is_none_is_told(tmp_path: Path, template: str) -> None:
    with pytest.raises(NigaoError, match="隐患的“类别”列没有“电线”，可选的是：用火、线路"):
        printed(tmp_path, template)
