"""Sections that are figures alone, sections too long or too short; and the sections of a report."""

from __future__ import annotations

import pytest

from generator.model.kind import OutlineSection
from generator.report.compose.block_marks import CLOSE, block_open
from generator.report.notes.about_words import figures_only, out_of_proportion
from generator.report.notes.written import WrittenSection, written_sections

FIGURES = "举办培训班3期，培训120人，其中脱贫劳动力80人。"

SILENT = [
    ("a purpose", f"为帮助农村劳动力就业，{FIGURES}"),
    ("a measure", f"强化技能培训，{FIGURES}"),
    ("an effect", f"{FIGURES}培训质量有效提升。"),
    ("a sentence without figures", f"县人社局会同东湖区人社局组织企业到乡镇招聘。{FIGURES}"),
    ("a visit with its dates", "10月12—13日，区长张三带队到清河县调研对接。"),
    ("two figures", "举办培训班3期，培训120人。"),
    ("nothing", ""),
]
SPEAKS = [
    ("figures", FIGURES),
    ("a date and figures", f"截至10月底，{FIGURES}"),
    ("a title says no purpose", f"出台《关于加强就业帮扶的意见》，{FIGURES}"),
    ("a measure in the clause of a figure", "加强培训3期，培训120人，其中脱贫劳动力80人。"),
]


def _section(text: str, block: str = "题_就业", *, by_person: bool = False) -> WrittenSection:
    return WrittenSection(block, "任务／就业", text, by_person)


@pytest.mark.parametrize("text", [case[1] for case in SILENT], ids=[case[0] for case in SILENT])
def test_where_more_than_figures_is_said_there_is_no_note(text: str) -> None:
    assert list(figures_only([_section(text)])) == []


@pytest.mark.parametrize("text", [case[1] for case in SPEAKS], ids=[case[0] for case in SPEAKS])
def test_where_figures_alone_stand_the_writer_is_told(text: str) -> None:
    (note,) = figures_only([_section(text)])
    assert (note.section, note.block) == ("任务／就业", "题_就业")
    assert note.text == "本节只有数字，请补一句目的、做法或成效"


def test_a_persons_text_and_the_lead_are_left_alone() -> None:
    assert list(figures_only([_section(FIGURES, by_person=True), _section(FIGURES, "")])) == []


OUTLINE = (OutlineSection("题_甲", 10), OutlineSection("题_乙", 40), OutlineSection("题_丙", 2))


def _report(first: int, second: int, third: int, rest: int) -> list[WrittenSection]:
    """Sections of so many characters; the rest stands above the first heading."""
    return [
        WrittenSection("", "（标题前）", "前" * rest),
        WrittenSection("题_甲", "甲", "甲" * first),
        WrittenSection("题_乙", "乙", "乙" * second),
        WrittenSection("题_丙", "丙", "丙" * third),
    ]


@pytest.mark.parametrize(
    ("lengths", "told"),
    [
        ((200, 800, 40, 960), []),
        ((400, 800, 40, 760), []),  # 20%: exactly double
        ((402, 800, 40, 758), ["甲 偏长"]),  # 20.1%
        ((200, 400, 40, 1360), []),  # 20%: exactly half
        ((200, 398, 40, 1362), ["乙 偏短"]),  # 19.9%
        ((200, 800, 98, 902), []),  # 4.9%: more than double, less than three points off
        ((200, 800, 120, 880), ["丙 偏长"]),  # 6%
        ((0, 800, 0, 1200), []),  # not there at all
        ((700, 0, 0, 700), []),  # a report that has hardly begun
    ],
)
def test_a_share_is_told_where_it_is_far_off(
    lengths: tuple[int, int, int, int], told: list[str]
) -> None:
    notes = out_of_proportion(_report(*lengths), OUTLINE)
    assert [f"{note.section} {note.text.split('，')[3][:2]}" for note in notes] == told


def test_the_note_says_length_share_and_tolerance() -> None:
    (note,) = out_of_proportion(_report(600, 800, 40, 560), OUTLINE)
    assert note.text == "600字，占全文30%，一般占10%左右，偏长（相差一倍、又超过3个百分点才提示）"


def test_what_the_outline_does_not_name_counts_with_the_section_before_it() -> None:
    written = [*_report(200, 800, 40, 558), WrittenSection("题_丁", "丁", "丁" * 402)]
    assert [note.block for note in out_of_proportion(written, OUTLINE)] == ["题_丙"]


def test_the_sections_of_a_report() -> None:
    composed = "\n".join(
        (
            f"{block_open('导语')}前言。{CLOSE}",
            f"{block_open('题_任务')}# 任务{CLOSE}",
            f"{block_open('题_就业')}## 就业。{CLOSE}",
            f"{block_open('就业')}就业&#49;2人。",
            f"另一段。{CLOSE}",
            f"{block_open('题_打算')}# 打算{CLOSE}",
            f"{block_open('打算')}{block_open('text/next')}",
            "## 一项打算",
            f"做好工作。{CLOSE}{CLOSE}",
        )
    )
    assert written_sections(composed) == (
        WrittenSection("", "（标题前）", "前言。"),
        WrittenSection("题_任务", "任务"),
        WrittenSection("题_就业", "任务／就业", "就业12人。\n另一段。"),
        WrittenSection("题_打算", "打算", "一项打算\n做好工作。", by_person=True),
    )
