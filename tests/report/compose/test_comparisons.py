"""What the outline says of last year: of main figures, rises, one a section; what a person wrote is
printed as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.text import text
from generator.model.errors import DataError
from generator.report.compose.block_marks import block_open, comparison
from generator.report.compose.comparisons import once_a_section

KIND = """\
name: 东西部协作自评
report_title: 工作报告
title: 关于工作的报告
headings:
  1: {format: '一、'}
  2: {format: '（一）'}
  3: {format: '1.'}
outline:
- {block: 题_甲, share: 40, main: [甲数, 共数]}
- {block: 题_乙, share: 60, main: [乙数]}
"""
OUTLINE = """\
{% import "macros.md.j2" as m %}
{% block 题_甲 %}
## 甲方面
{% endblock %}
{% block 甲 %}
{% set late = m.one(f('共数')) %}
甲{{ f('甲数')|vs }}，丙{{ f('丙数')|vs }}，共{{ late }}。
{% endblock %}
{% block 题_乙 %}
## 乙方面
{% endblock %}
{% block 乙 %}
乙{{ f('乙数')|vs }}，共{{ f('共数')|vs }}。
{% endblock %}
"""
MACROS = "{% macro one(figure) -%}{{ figure|vs }}{%- endmacro %}\n"
OWN = """\
{% extends "report.md.j2" %}
{% import "macros.md.j2" as m %}
{% block 乙 %}
乙{{ f('乙数')|vs }}，丙{{ m.one(f('丙数')) }}，甲{{ f('甲数')|vs }}。
{% endblock %}
"""
DECLARED = (
    "键,名称,单位,公式,小数位\n甲数,甲数,人,,\n乙数,乙数,人,,\n丙数,丙数,人,,\n共数,共数,人,,\n"
)
HEAD = "键,名称,数值,单位\n"
LAST = {"甲数": 200, "乙数": 200, "丙数": 200, "共数": 600}


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    folder = invented.templates(tmp_path / "kinds")
    for name, content in (
        ("kind.yaml", KIND),
        ("report.md.j2", OUTLINE),
        ("macros.md.j2", MACROS),
        ("figures.csv", DECLARED),
        ("identities.csv", "键,关系,公式,级别,说明\n"),
    ):
        (folder / invented.KIND / name).write_text(content, encoding="utf-8")
    return folder


def _figures(values: dict[str, int]) -> str:
    return HEAD + "".join(f"{key},{key},{value},人\n" for key, value in values.items())


def _package(folder: Path, now: dict[str, int], more: str = "", own: str | None = None) -> Path:
    invented.package(
        folder / "去年",
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2022"),
        figures_csv=_figures(LAST),
    )
    sections: dict[str, str | bytes | None] = {"sections__report.md_j2": own} if own else {}
    return invented.package(
        folder / "今年",
        report_yaml=f"previous: ../去年\n{more}{invented.REPORT}",
        figures_csv=_figures({**LAST, **now}),
        **sections,
    )


def _told(package: Path, kinds: Path) -> list[str]:
    return [
        line for line in text(package, templates=kinds).splitlines() if line[:1] in ("甲", "乙")
    ]


CASES: list[tuple[str, dict[str, int], str, list[str]]] = [
    ("nothing changed", {}, "", ["甲200人，丙200人，共600人。", "乙200人，共600人。"]),
    (
        "the first of a section that is printed",
        {"甲数": 300, "共数": 900},
        "",
        ["甲300人（较上年增长50%），丙200人，共900人。", "乙200人，共900人（较上年增长50%）。"],
    ),
    (
        "a figure is compared once",
        {"共数": 900},
        "",
        ["甲200人，丙200人，共900人（较上年增长50%）。", "乙200人，共900人。"],
    ),
    (
        "falls are not volunteered",
        {"甲数": 100, "乙数": 100},
        "",
        ["甲100人，丙200人，共600人。", "乙100人，共600人。"],
    ),
    (
        "no main figure",
        {"丙数": 300},
        "",
        ["甲200人，丙300人，共600人。", "乙200人，共600人。"],
    ),
    (
        "report.yaml names another",
        {"甲数": 300, "丙数": 300},
        "compare: [丙数]\n",
        ["甲300人，丙300人（较上年增长50%），共600人。", "乙200人，共600人。"],
    ),
    (
        "report.yaml names none",
        {"甲数": 300, "乙数": 300},
        "compare: []\n",
        ["甲300人，丙200人，共600人。", "乙300人，共600人。"],
    ),
]


@pytest.mark.parametrize(
    ("now", "more", "printed"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_outline_compares_main_figures_once_a_section(
    tmp_path: Path, kinds: Path, now: dict[str, int], more: str, printed: list[str]
) -> None:
    assert _told(_package(tmp_path, now, more), kinds) == printed


def test_what_a_package_words_itself_is_printed(tmp_path: Path, kinds: Path) -> None:
    """Also what it words with a macro of the kind, also what fell or did not change."""
    package = _package(tmp_path, {"甲数": 300, "乙数": 100}, own=OWN)
    assert _told(package, kinds) == [
        "甲300人（较上年增长50%），丙200人，共600人。",
        "乙100人（较上年下降50%），丙200人（与上年持平），甲300人（较上年增长50%）。",
    ]


def test_what_is_to_be_compared_and_is_nowhere_is_told(tmp_path: Path, kinds: Path) -> None:
    package = _package(tmp_path, {}, "compare: [甲数, 乙总数]\n")
    with pytest.raises(DataError) as caught:
        text(package, templates=kinds)
    assert [str(problem) for problem in caught.value.problems] == [
        "report.yaml“compare.1”：没有键“乙总数”，相近的是“乙数”。请核对键的写法。"
    ]


def _more(key: str) -> str:
    return comparison(key, "（多了）")


@pytest.mark.parametrize(
    ("composed", "left"),
    [
        ("没有比较", "没有比较"),
        (f"一{_more('a')}二{_more('b')}", "一（多了）二"),
        (f"## 甲\n一{_more('a')}\n## 乙\n二{_more('b')}", "## 甲\n一（多了）\n## 乙\n二（多了）"),
        (f"## 甲\n一{_more('a')}\n## 乙\n二{_more('a')}", "## 甲\n一（多了）\n## 乙\n二"),
        (f"### 甲\n一{_more('a')}\n#### 乙\n二{_more('b')}", "### 甲\n一（多了）\n#### 乙\n二"),
        (
            f"一{_more('a')}\n{block_open('题')}  # 甲\n二{_more('b')}",
            f"一（多了）\n{block_open('题')}  # 甲\n二（多了）",
        ),
    ],
)
def test_the_first_of_a_section_stays(composed: str, left: str) -> None:
    assert once_a_section(composed) == left
