"""Copies of sentences, joined to others or standing for them: a place that may be a copy is told, and so is the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from support.small import Person, draft, regenerated
from support.wordfiles import paragraph, run

FIRST = "全年实现就业{就业:1286人}，其中脱贫人口{脱贫:305人}；"
SECOND = "到位帮扶资金{资金:5600万元}，使用规范。"
LONG = (
    "全年实现就业{就业:1286人}，其中脱贫人口{脱贫:305人}，取得明显成效。引进企业{企业:135家}，取得明显成效。"
    "培训人次{培训:16945次}，取得明显成效。选派干部{干部:11名}，取得明显成效。"
)
SHORT, OTHER = "南川镇完成脱贫人口{甲:6个}。", "甘沟镇完成培训人次{乙:0个}。"
THIRD = "丁家沟镇完成培训人次{丙:7117个}。"


@dataclass(frozen=True)
class Case:
    """The paragraphs of a draft, the new values, what people did, the words afterwards, and the reasons of the remarks
    by paragraph."""

    lines: tuple[str, ...]
    new: dict[str, str]
    did: Callable[[Person], None]
    words: list[str]
    told: list[tuple[int, str]]


def half_copied(person: Person) -> None:
    """The first half typed again without marks; a copy of it stands before the second half, which is as it was."""
    person.split(0, "；到位帮扶资金")
    person.paragraphs[0] = paragraph(run("全年实现就业1286人，其中脱贫1286人和305人"))
    person.paragraphs[1] = person.paragraphs[1].replace(
        "<w:p>", "<w:p>" + run("全年实现就业1286人，其中脱贫人口305人"), 1
    )


def joined_to_a_short_one(person: Person) -> None:
    """A sentence without marks joined to one that is like it, its copy elsewhere."""
    person.paragraphs[1] = paragraph(run("丁家沟镇完成培训人次7117个。"))
    person.figure(0, "6个", "")
    person.replace(0, run("南川镇完成脱贫人口"), "")
    person.replace(0, "</w:p>", run("丁家沟镇完成培训人次7117个。") + "</w:p>")


def figure_deleted_copy_joined(person: Person) -> None:
    """The figure of a sentence deleted, its mark too; a whole copy of the sentence behind it."""
    without_figure_mark(person)
    person.replace(0, run("6个"), "")
    person.replace(0, "</w:p>", run("南川镇完成脱贫人口6个。") + "</w:p>")


def without_figure_mark(person: Person) -> None:
    """The first paragraph without the marks of its figures; its own stays."""
    person.paragraphs[0] = re.sub(
        r'<w:bookmarkStart w:id="1"[^>]*/>|<w:bookmarkEnd w:id="1"/>', "", person.paragraphs[0]
    )


def only_the_end_left_twice(person: Person) -> None:
    """All but the end of a paragraph deleted, and that copied; only the first has its mark."""
    person.split(0, "，取得明显成效。选派干部")
    del person.paragraphs[0]
    person.replace(0, "，取得明显成效。选派", "")
    person.insert(1, "干部11名，取得明显成效。")


def only_the_end_left_twice_without_marks(person: Person) -> None:
    person.paragraphs[0] = paragraph(run("到位帮扶资金5600万元，使用规范。"))
    person.insert(1, "到位帮扶资金5600万元，使用规范。")


def joined_in_another_order(person: Person) -> None:
    """Two short sentences in one paragraph, the second first, without marks."""
    person.paragraphs = [paragraph(run("甘沟镇完成培训人次0个。南川镇完成脱贫人口6个。"))]


def new_number_elsewhere(person: Person) -> None:
    """A figure reworded away; its new value, a small number, stands in words of one's own."""
    without_figure_mark(person)
    person.replace(0, run("6个"), run("另报，建成车间8个，成效明显，带动力强"))
    person.replace(0, "完成脱贫人口", "各项情况")


CASES = {
    "a copied half before the rest": Case(
        (FIRST + SECOND,),
        {"就业": "1301人"},
        half_copied,
        [
            "全年实现就业1286人，其中脱贫1286人和305人",
            "全年实现就业1301人，其中脱贫人口305人；到位帮扶资金5600万元，使用规范。",
        ],
        [(0, "stale"), (1, "check")],
    ),
    "joined to a short sentence like it": Case(
        (SHORT, THIRD),
        {"丙": "5个"},
        joined_to_a_short_one,
        ["。丁家沟镇完成培训人次7117个。", "丁家沟镇完成培训人次5个。"],
        [(0, "stale"), (1, "check")],
    ),
    "a copy behind the sentence without its figure": Case(
        (SHORT,),
        {"甲": "9个"},
        figure_deleted_copy_joined,
        ["南川镇完成脱贫人口。南川镇完成脱贫人口9个。"],
        [(0, "check"), (0, "check")],
    ),
    "the end of a paragraph twice": Case(
        (LONG,),
        {"干部": "6739名"},
        only_the_end_left_twice,
        ["干部6739名，取得明显成效。", "干部11名，取得明显成效。"],
        [(1, "stale")],
    ),
    "the end of a paragraph twice, no marks": Case(
        (FIRST + SECOND,),
        {"资金": "6000万元"},
        only_the_end_left_twice_without_marks,
        ["到位帮扶资金5600万元，使用规范。", "到位帮扶资金6000万元，使用规范。"],
        [(0, "stale"), (1, "check"), (1, "check")],
    ),
    "two sentences joined in another order": Case(
        (SHORT, OTHER),
        {"甲": "0个"},
        joined_in_another_order,
        ["甘沟镇完成培训人次0个。南川镇完成脱贫人口0个。"],
        [],
    ),
    "a small number that equals the new value": Case(
        (SHORT,),
        {"甲": "8个"},
        new_number_elsewhere,
        ["南川镇各项情况另报，建成车间8个，成效明显，带动力强。"],
        [(0, "gone")],
    ),
}


def _with(line: str, new: dict[str, str]) -> str:
    """A line with other values of figures, by key."""
    for key, value in new.items():
        start = line.find(f"{{{key}:")
        if start >= 0:
            line = f"{line[:start]}{{{key}:{value}}}{line[line.index('}', start) + 1 :]}"
    return line


@pytest.mark.parametrize("name", CASES)
def test_no_copy_is_passed_over(name: str) -> None:
    case = CASES[name]
    old = draft("1111", *((f"段{at}", line) for at, line in enumerate(case.lines)))
    new = draft("2222", *((f"段{at}", _with(line, case.new)) for at, line in enumerate(case.lines)))
    person = Person.with_file(old)
    case.did(person)
    outcome = regenerated(old, new, person.file())
    assert outcome.accepted == case.words
    assert [(matter.para, matter.reason) for matter in outcome.plan.matters] == case.told
