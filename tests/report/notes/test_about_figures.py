"""Figures that the writer should think of: below last year, not adding up, missed, used nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.figures import FigureBook
from generator.model.cell import Source
from generator.model.kind import FieldType, FormRelation, FormRow, Shortfall
from generator.package.read import load_package
from generator.report.notes.about_figures import (
    falls,
    parts_apart,
    shortfalls,
    tasks_missed,
    unused,
)
from generator.report.progress import Assigned
from generator.report.progress.entries import EntrySort, OwnEntry
from generator.report.trace import NO_REASON

HEAD = "键,名称,数值,单位,修饰\n"


def _book(folder: Path, now: str, last: str = "", **files: str) -> FigureBook:
    """The figures of 清河县: of this year and of the year before."""
    kinds = invented.templates(folder / "kinds")
    earlier = invented.REPORT.replace("year: 2023", "year: 2022")
    invented.package(
        folder / "去年", report_yaml=earlier, indicators_csv=None, figures_csv=HEAD + last
    )
    package = invented.package(
        folder / "今年",
        report_yaml=f"previous: ../去年\n{invented.REPORT}",
        indicators_csv=None,
        figures_csv=HEAD + now,
        **files,
    )
    return FigureBook(*load_package(package, kinds))


@pytest.mark.parametrize(
    ("now", "last", "told"),
    [
        ("甲,甲数,150,人,\n", "甲,甲数,150,人,\n", None),
        ("甲,甲数,151,人,\n", "甲,甲数,150,人,\n", None),
        ("甲,甲数,,人,\n", "甲,甲数,150,人,\n", None),
        ("甲,甲数,100,人,余\n", "甲,甲数,150,人,\n", None),
        ("甲,甲数,100,人,\n", "甲,甲数,150,人,余\n", None),
        ("甲,甲数,100,人,\n", "", None),
        ("甲,建成年份,2021,年,\n", "甲,建成年份,2022,年,\n", None),
        ("甲,甲数,149,人,\n", "甲,甲数,150,人,\n", "“甲数”149人，上年150人"),
        ("甲,甲数,0,人,\n", "甲,甲数,150,人,\n", "“甲数”0人，上年150人"),
        ("甲,使用率,85.5,%,\n", "甲,使用率,90,%,\n", "“使用率”85.5%，上年90%"),
        ("甲,资金,9000,万元,\n", "甲,资金,1.2,亿元,\n", "“资金”9000万元，上年12000万元"),
    ],
)
def test_a_fall_is_told_with_both_values(
    tmp_path: Path, now: str, last: str, told: str | None
) -> None:
    found = list(falls(_book(tmp_path, now, last), ["甲"]))
    reason = "请核对；要写就写明原因，也可写进存在问题"
    assert [(item.key, item.text) for item in found] == (
        [("甲", f"{told}，{reason}")] if told else []
    )


@pytest.mark.parametrize(
    ("measure", "is_told"),
    [
        ("就业,原因,两家企业停产,甲\n", False),
        ("就业,原因,两家企业停产,乙\n", True),  # the reason of another figure
        ("就业,做法,开展技能培训,甲\n", True),  # no reason
    ],
)
def test_a_fall_that_is_explained_needs_no_note(
    tmp_path: Path, measure: str, is_told: bool
) -> None:
    figures = "甲,甲数,120,人,\n乙,乙数,3,人,\n"
    rows = "节,类型,文字,依据\n" + measure
    book = _book(tmp_path, figures, "甲,甲数,150,人,\n", measures_csv=rows)
    assert bool(list(falls(book, ["甲"]))) == is_told


FORM = (
    FormRow("1", 1, "合计", "人", FieldType.NUMBER, "总"),
    FormRow("1.1", 2, "甲", "人", FieldType.NUMBER, "甲", "1", FormRelation.TOTAL),
    FormRow("1.2", 2, "乙", "人", FieldType.NUMBER, "乙", "1", FormRelation.TOTAL),
    FormRow("1.2.1", 3, "丙", "人", FieldType.NUMBER, "丙", "1.2", FormRelation.PART),
)
PRINTED = frozenset({"总", "甲", "乙", "丙"})


def _rows(total: str, first: str, second: str, part: str) -> str:
    return f"总,总数,{total},人,\n甲,甲数,{first},人,\n乙,乙数,{second},人,\n丙,丙数,{part},人,\n"


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (("10", "4", "6", "6"), []),
        (("10", "", "6", "6"), []),
        (("", "4", "6", "6"), []),
        (("10.1", "4.06", "6.06", "6"), []),  # 10.12: within the rounding of the three
        (("11", "4", "6", "6"), ["“总数”11人，各分项相加是10人，不要并列写，请先核对"]),
        (
            ("10.5", "4.06", "6.06", "6"),
            ["“总数”10.5人，各分项相加是10.12人，不要并列写，请先核对"],
        ),
        (("10", "4", "6", "7"), ["“乙数”6人，其中“丙数”却有7人，请先核对"]),
    ],
)
def test_parts_that_do_not_add_up_are_told(
    tmp_path: Path, figures: tuple[str, str, str, str], told: list[str]
) -> None:
    book = _book(tmp_path, _rows(*figures))
    assert [item.text for item in parts_apart(book, FORM, PRINTED)] == told


def test_parts_that_the_text_does_not_print_are_left_to_the_form(tmp_path: Path) -> None:
    book = _book(tmp_path, _rows("11", "4", "6", "7"))
    assert list(parts_apart(book, FORM, frozenset({"别的"}))) == []


@pytest.mark.parametrize(
    ("done", "planned", "unit", "told"),
    [
        ("8", "8", "个", []),
        ("9", "8", "个", []),
        ("", "8", "个", []),
        ("7", "", "个", []),
        ("7", "8", "类", []),
        ("7", "8", "个", ["还有项目没有完工：“计划”8个，“完工”7个"]),
    ],
)
def test_what_falls_short_is_a_candidate_for_problems(
    tmp_path: Path, done: str, planned: str, unit: str, told: list[str]
) -> None:
    book = _book(tmp_path, f"完,完工,{done},{unit},\n计,计划,{planned},个,\n")
    found = shortfalls(book, [Shortfall("完", "计", "还有项目没有完工")])
    assert [item.text for item in found] == told


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ("甲,甲数,100,人,\n甲.任务数,任务,100,人,\n", []),
        ("甲,甲数,,人,\n甲.任务数,任务,100,人,\n", []),
        ("甲.任务数,任务,100,人,\n", []),
        ("甲,甲数,99,人,\n", []),
        ("甲,甲数,99,人,\n甲.任务数,任务,100,人,\n", ["“甲数”99人，任务数100人，没有完成"]),
    ],
)
def test_a_task_that_was_missed_is_a_candidate_for_problems(
    tmp_path: Path, figures: str, told: list[str]
) -> None:
    assert [item.text for item in tasks_missed(_book(tmp_path, figures))] == told


def _assigned(label: str, unprinted: str) -> Assigned:
    entry = OwnEntry(EntrySort.FIGURE, label, label, Source("figures.csv", 2), True, (label,))
    return Assigned(entry, "就业", "县人社局", unprinted)


@pytest.mark.parametrize(
    ("assigned", "told"),
    [
        ([], []),
        ([("甲", ""), ("乙", "只供 text/ 中的文字引用")], []),
        ([("甲", ""), ("乙", NO_REASON)], ["填了没有用上的1项：乙"]),
        (
            [(name, NO_REASON) for name in "甲乙丙丁戊己"],
            ["填了没有用上的6项：甲、乙、丙、丁、戊等"],
        ),
    ],
)
def test_what_is_filled_and_used_nowhere_is_one_note(
    assigned: list[tuple[str, str]], told: list[str]
) -> None:
    notes = unused([_assigned(label, reason) for label, reason in assigned])
    assert [note.text for note in notes] == told
