"""The rules of regeneration, a case each: what a person did, what the data did, what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from support.first_report import (
    ALL_NEW,
    BASE,
    HEAD,
    JOBS_1301,
    NEW_JOBS,
    PLAIN,
    changed,
    texts,
    without,
)
from support.small import Outcome, Person, draft, regenerated
from support.wordfiles import change, paragraph, run

from generator.regenerate.base import Base


def nothing(person: Person) -> None:
    """Nobody edits."""


@dataclass(frozen=True)
class Rule:
    """What a person did, the new draft, the texts afterwards, and what each comment must say."""

    did: Callable[[Person], None]
    new: Base
    texts: list[str]
    comments: list[list[str]] = field(default_factory=list)
    history: dict[str, frozenset[str]] = field(default_factory=dict)


def moved(person: Person) -> None:
    person.paragraphs.insert(3, person.paragraphs.pop(1))


def other_runs(person: Person) -> None:
    """A figure in two looks, words in bold."""
    person.replace(
        1, ">1286人</w:t></w:r>", ">12</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>86人</w:t></w:r>"
    )


def pending_of_others(person: Person) -> None:
    person.replace(1, run("全年实现就业"), change("ins", run("全年共实现就业"), 901))


def pending_figure(person: Person) -> None:
    """Somebody else's insertion holds the figure."""
    person.replace(1, run("1286人"), change("ins", run("1286人"), 901))


def ours_pending(person: Person) -> None:
    """Our last change is still pending."""
    struck = run("1200人").replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")
    person.replace(
        1,
        run("1286人"),
        change("del", struck, 901, "拟稿") + change("ins", run("1286人"), 902, "拟稿"),
    )


def clause_deleted(person: Person) -> None:
    person.replace(1, "，其中脱贫人口", "")
    person.figure(1, "305人", "")


def split(person: Person) -> None:
    person.split(1, "，其中脱贫人口")


def retyped_without_marks(person: Person) -> None:
    """A paragraph pasted as text: the bookmarks are gone, words are changed."""
    person.paragraphs[1] = Person.with_file(
        draft("x", ("别的", "今年全年实现就业1286人，其中脱贫人口305人，成效明显。"))
    ).paragraphs[0]
    person.paragraphs[1] = person.paragraphs[1].replace("_RGx_", "_no_")


def copied_and_retyped(person: Person) -> None:
    """A copy without marks stands below; the first is typed again, and its marks are gone, too."""
    person.insert(2, PLAIN[1])
    person.paragraphs[1] = paragraph(run("今年实现就业1286人，脱贫人口305人在内，成效明显。"))


def copied_below_a_deleted_figure(person: Person) -> None:
    """The figure is deleted, its mark is empty; a copy of the paragraph as it was stands behind it."""
    person.figure(1, "1286人", "")
    person.insert(2, PLAIN[1])
    person.merge(1)


def many_older(person: Person) -> None:
    """Every figure has the value of an older draft."""
    for place, old, new in (
        (1, "1286人", "1200人"),
        (1, "305人", "300人"),
        (2, "5600万元", "5000万元"),
        (2, "增长12.4%", "增长9.9%"),
        (3, "35对", "30对"),
        (3, "12对", "10对"),
    ):
        person.figure(place, old, new)


def _older(*texts_: str) -> dict[str, frozenset[str]]:
    fids = {
        part.fid: part.text
        for block in draft("1111", *BASE).blocks
        for part in block.segments
        if part.fid
    }
    return {fid: frozenset({text, *texts_}) for fid, text in fids.items()}


RULES = {
    "nothing / figure changed": Rule(nothing, NEW_JOBS, JOBS_1301),
    "nothing / nothing": Rule(nothing, draft("2222", *BASE), PLAIN),
    "wording / figure elsewhere in the sentence": Rule(
        lambda person: person.replace(1, "各项工作有序推进", "工作成效明显"),
        NEW_JOBS,
        texts(p1="全年实现就业1301人，其中脱贫人口305人，工作成效明显。", p5="1301人"),
    ),
    "words beside the figure": Rule(
        lambda person: person.replace(1, "全年实现就业", "全年共实现城乡就业约"),
        NEW_JOBS,
        texts(p1="全年共实现城乡就业约1301人，其中脱贫人口305人，各项工作有序推进。", p5="1301人"),
    ),
    "direction word and figure are one": Rule(
        nothing,
        changed(增幅="下降3.1%"),
        texts(p2="到位帮扶资金5600万元，同比下降3.1%，资金使用规范。"),
    ),
    "edited figure / same figure changed": Rule(
        lambda person: person.figure(1, "1286人", "1290人"),
        NEW_JOBS,
        texts(p1="全年实现就业1290人，其中脱贫人口305人，各项工作有序推进。", p5="1301人"),
        [["【请定】", "1290人", "1286人", "1301人", "就业"]],
    ),
    "edited figure / unchanged": Rule(
        lambda person: person.figure(1, "1286人", "1290人"),
        changed(脱贫="333人"),
        texts(p1="全年实现就业1290人，其中脱贫人口333人，各项工作有序推进。"),
    ),
    "typed the new value already": Rule(
        lambda person: person.figure(1, "1286人", "1301人"), NEW_JOBS, JOBS_1301
    ),
    "commas set by hand": Rule(
        lambda person: person.figure(1, "1286人", "1,286人"),
        NEW_JOBS,
        texts(p1="全年实现就业1,301人，其中脱贫人口305人，各项工作有序推进。", p5="1301人"),
    ),
    "rejected our change last time / changes again": Rule(
        lambda person: person.figure(1, "1286人", "1200人"),
        NEW_JOBS,
        texts(p1="全年实现就业1200人，其中脱贫人口305人，各项工作有序推进。", p5="1301人"),
        [["【请定】", "旧数据", "被拒绝过", "1200人", "1301人"]],
        _older("1200人"),
    ),
    "more than five older figures": Rule(
        many_older,
        ALL_NEW,
        [
            "一、就业情况",
            "全年实现就业1200人，其中脱贫人口300人，各项工作有序推进。",
            "到位帮扶资金5000万元，同比增长9.9%，资金使用规范。",
            "完成学校结对30对、医院结对10对，结对关系稳定。",
            "就业人数",
            "1301人",
            "资金（万元）",
            "6000万元",
            "学校",
            "40对",
        ],
        [["有 6 处", "更早一稿", "旧稿"]],
        _older("1200人", "300人", "5000万元", "增长9.9%", "30对", "10对"),
    ),
    "deleted paragraph / changed": Rule(
        lambda person: person.paragraphs.pop(1),
        NEW_JOBS,
        texts(p1="", p5="1301人"),
        [["【请定】", "删去", "1286人", "1301人"]],
    ),
    "deleted clause / changed": Rule(
        clause_deleted,
        changed(脱贫="333人"),
        texts(p1="全年实现就业1286人，各项工作有序推进。"),
        [["【请定】", "305人", "333人", "删去"]],
    ),
    "deleted paragraph / unchanged": Rule(
        lambda person: person.paragraphs.pop(1),
        changed(学校="40对"),
        texts(p1="", p3="完成学校结对40对、医院结对12对，结对关系稳定。", p9="40对"),
    ),
    "edited paragraph / block dropped": Rule(
        lambda person: person.replace(3, "结对关系稳定", "结对关系更加稳定"),
        without("学校"),
        texts(p3="完成学校结对35对、医院结对12对，结对关系更加稳定。"),
        [["【请定】", "新稿已没有这一段"]],
    ),
    "untouched paragraph / block dropped": Rule(nothing, without("学校"), texts(p3="")),
    "inserted paragraph": Rule(
        lambda person: person.insert(2, "另外，开展培训26期。"),
        NEW_JOBS,
        [*JOBS_1301[:2], "另外，开展培训26期。", *JOBS_1301[2:]],
    ),
    "inserted paragraph with an old figure": Rule(
        lambda person: person.insert(2, "就业1286人中，返乡的占一半。"),
        NEW_JOBS,
        [*JOBS_1301[:2], "就业1286人中，返乡的占一半。", *JOBS_1301[2:]],
        [["【请核对】", "疑似旧数据", "1286人", "1301人"]],
    ),
    "moved": Rule(moved, NEW_JOBS, [JOBS_1301[0], *JOBS_1301[2:4], JOBS_1301[1], *JOBS_1301[4:]]),
    "split": Rule(
        split,
        changed(就业="1301人", 脱贫="333人"),
        [
            PLAIN[0],
            "全年实现就业1301人",
            "，其中脱贫人口333人，各项工作有序推进。",
            *PLAIN[2:5],
            "1301人",
            *PLAIN[6:],
        ],
    ),
    "merged": Rule(
        lambda person: person.merge(1),
        changed(就业="1301人", 资金="6000万元"),
        [
            PLAIN[0],
            "全年实现就业1301人，其中脱贫人口305人，各项工作有序推进。到位帮扶资金6000万元，同比增长12.4%，资金使用规范。",
            PLAIN[3],
            PLAIN[4],
            "1301人",
            PLAIN[6],
            "6000万元",
            *PLAIN[8:],
        ],
    ),
    "formatting": Rule(other_runs, NEW_JOBS, JOBS_1301),
    "pending revisions of others": Rule(
        pending_of_others,
        NEW_JOBS,
        texts(p1="全年共实现就业1301人，其中脱贫人口305人，各项工作有序推进。", p5="1301人"),
    ),
    "figure inside a pending insertion of another": Rule(pending_figure, NEW_JOBS, JOBS_1301),
    "our own pending insertion / changed again": Rule(ours_pending, NEW_JOBS, JOBS_1301),
    "marks lost, words changed": Rule(
        retyped_without_marks,
        NEW_JOBS,
        texts(p1="今年全年实现就业1301人，其中脱贫人口305人，成效明显。", p5="1301人"),
        [["【请核对】"]],
    ),
    "copied, the first typed again": Rule(
        copied_and_retyped,
        NEW_JOBS,
        [PLAIN[0], "今年实现就业1286人，脱贫人口305人在内，成效明显。", *JOBS_1301[1:]],
        [["【请核对】", "没有更新", "1286人", "1301人"], ["【请核对】", "是按文字认出的"]],
    ),
    "figure deleted, a copy joined on": Rule(
        copied_below_a_deleted_figure,
        NEW_JOBS,
        [
            PLAIN[0],
            f"全年实现就业，其中脱贫人口305人，各项工作有序推进。{JOBS_1301[1]}",
            *JOBS_1301[2:],
        ],
        [["【请核对】", "1286人", "1301人"]],
    ),
    "new paragraph": Rule(
        nothing,
        draft("2222", *BASE[:2], ("新", "新增一段，说明协作机制{机制:3项}。"), *BASE[2:]),
        [*PLAIN[:2], "新增一段，说明协作机制3项。", *PLAIN[2:]],
    ),
    "new clause": Rule(
        lambda person: person.replace(1, "各项工作有序推进", "工作成效明显"),
        draft(
            "2222",
            HEAD,
            (
                "就业",
                "全年实现就业{就业:1286人}，其中脱贫人口{脱贫:305人}，残疾人{残疾:12人}，各项工作有序推进。",
            ),
            *BASE[2:],
        ),
        texts(p1="全年实现就业1286人，其中脱贫人口305人，残疾人12人，工作成效明显。"),
    ),
    "dropped clause": Rule(
        nothing,
        draft("2222", HEAD, ("就业", "全年实现就业{就业:1286人}，各项工作有序推进。"), *BASE[2:]),
        texts(p1="全年实现就业1286人，各项工作有序推进。"),
    ),
    "dropped clause that was edited": Rule(
        lambda person: person.replace(1, "其中脱贫人口", "其中脱贫人口（含监测对象）"),
        draft("2222", HEAD, ("就业", "全年实现就业{就业:1286人}，各项工作有序推进。"), *BASE[2:]),
        texts(p1="全年实现就业1286人，其中脱贫人口（含监测对象）305人，各项工作有序推进。"),
        [["【请定】", "新稿删去了"]],
    ),
    "heading renumbered": Rule(
        nothing, draft("2222", ("题", "{号:二、}就业情况"), *BASE[1:]), texts(p0="二、就业情况")
    ),
    "heading renumbered by hand": Rule(
        lambda person: person.replace(0, "一、", "第一部分　"),
        draft("2222", ("题", "{号:二、}就业情况"), *BASE[1:]),
        texts(p0="第一部分　就业情况"),
    ),
    "cell typed over / changed": Rule(
        lambda person: person.replace(4, ">1286<", ">1290<"),
        NEW_JOBS,
        texts(p1=JOBS_1301[1], p5="1290"),
        [["【请定】", "1290", "1301"]],
    ),
    "new row": Rule(
        nothing,
        draft("2222", *BASE[:6], ("表/新/0", "医院"), ("表/新/1", "{医院:12}"), *BASE[6:]),
        [*PLAIN[:6], "医院", "12", *PLAIN[6:]],
    ),
    "dropped row": Rule(nothing, without("表/乙"), texts(p6="", p7="")),
    "dropped row that was edited": Rule(
        lambda person: person.replace(4, ">5600<", ">5601<"),
        without("表/乙"),
        texts(p7="5601"),
        [["【请定】", "没有这一行"]],
    ),
    "deleted row / changed": Rule(
        lambda person: person.replace(4, *_row(person, 1)),
        changed(资金="6000万元"),
        texts(p2="到位帮扶资金6000万元，同比增长12.4%，资金使用规范。", p6="", p7=""),
        [["【请定】", "5600", "6000万元"]],
    ),
}


def _row(person: Person, number: int) -> tuple[str, str]:
    """The XML of a row, and what is left when it is deleted."""
    return "<w:tr>" + person.paragraphs[4].split("<w:tr>")[number + 1].split("</w:tr>")[
        0
    ] + "</w:tr>", ""


def outcome(rule: Rule) -> tuple[Outcome, list[str]]:
    """The regenerated file, and the texts that were handed in."""
    person = Person.with_file(draft("1111", *BASE))
    rule.did(person)
    data = person.file()
    before = regenerated(draft("1111", *BASE), draft("1111", *BASE), data)
    return regenerated(person.base, rule.new, data, rule.history), before.rejected


@pytest.mark.parametrize("name", RULES)
def test_rule(name: str) -> None:
    rule = RULES[name]
    found, before = outcome(rule)
    assert found.accepted == rule.texts
    assert found.rejected == before
    assert len(found.comments) == len(rule.comments), found.comments
    for comment, parts in zip(found.comments, rule.comments, strict=True):
        assert [part for part in parts if part not in comment] == []


def test_a_figure_that_was_deleted_is_never_proposed_again() -> None:
    """A conflict is a comment only: whoever accepts all changes keeps the hand's value."""
    found, _ = outcome(RULES["edited figure / same figure changed"])
    assert "1301人" not in found.accepted[1]


def test_own_pending_change_does_not_pile_up() -> None:
    """The deletion of the first value stays, the second value is replaced by the third without a trace."""
    found, before = outcome(RULES["our own pending insertion / changed again"])
    assert "1200人" in before[1]
    assert "1286" not in found.rejected[1]


def test_of_a_split_paragraph_joined_to_another_a_copy_is_no_part() -> None:
    """Its first half stands joined to the paragraph before it, a copy of that half between both: the bookmark of the
    whole spans all three."""
    head = "全县上下认真贯彻各项部署，协作机制不断完善，责任层层压实，成效显著。"
    lines = "全年实现就业{就业:1286人}，其中脱贫人口{脱贫:305人}；到位资金{资金:5600万元}，资金使用规范。"
    old = draft("1111", ("头", head), ("就业", lines))
    new = draft(
        "2222", ("头", head), ("就业", lines.replace("1286", "1301").replace("5600", "6000"))
    )
    person = Person.with_file(old)
    person.split(1, "；到位资金")
    person.insert(2, "全年实现就业1286人，其中脱贫人口305人")
    person.merge(0)
    outcome = regenerated(old, new, person.file())
    assert outcome.accepted == [
        f"{head}全年实现就业1301人，其中脱贫人口305人",
        "全年实现就业1286人，其中脱贫人口305人",
        "；到位资金6000万元，资金使用规范。",
    ]
    assert [(matter.para, matter.reason) for matter in outcome.plan.matters] == [(1, "stale")]


OTHER_NAMES = (
    "就业",
    "全年实现就业{就业人数:1286人}，其中脱贫人口{脱贫:305人}，各项工作有序推进。",
)
OTHER_VALUE = ("就业", OTHER_NAMES[1].replace("1286", "1301"))


def test_a_figure_under_another_name_changes_no_word() -> None:
    """What people wrote around it stays, and its bookmark is that of the new name."""
    old, new = draft("1111", *BASE), draft("2222", HEAD, OTHER_NAMES, *BASE[2:])
    person = Person.with_file(old)
    person.replace(1, "各项工作", "各项重点工作")
    once = regenerated(old, new, person.file())
    written = PLAIN[1].replace("各项工作", "各项重点工作")
    assert once.accepted == once.rejected == texts(p1=written)
    assert not once.plan.changes and not once.comments
    again = regenerated(new, draft("3333", HEAD, OTHER_VALUE, *BASE[2:]), once.data)
    assert again.accepted == texts(p1=written.replace("1286", "1301"))
    assert not again.comments


def test_a_figure_that_took_the_place_of_another_is_put_in() -> None:
    """Another name and another value are another figure."""
    found = regenerated(
        draft("1111", *BASE),
        draft("2222", HEAD, OTHER_VALUE, *BASE[2:]),
        Person.with_file(draft("1111", *BASE)).file(),
    )
    assert found.accepted == texts(p1=JOBS_1301[1])


KEPT = ("乙", "全年实现就业{就业:1286人}，各项工作有序推进，群众满意。")
GONE = ("甲", "到位帮扶资金{资金:5600万元}，资金使用规范，成效明显。")
TWICE = {
    # what people made of both paragraphs besides a copy of one: the words, and what each is told
    "joined to one that goes": (
        "到位帮扶资金5600万元，资金使用规范，成效明显。全年实现就业1286人，各项工作有序推进，群众满意。",
        "全年实现就业1286人，各项工作有序推进，群众满意。",
        ["dropped", "stale", "check"],
    ),
    "the one that goes joined to it": (
        "到位帮扶资金5600万元，使用规范，成效很明显。",
        "到位帮扶资金5600万元，资金使用规范，成效明显。全年实现就业1286人，各项工作有序推进，群众满意。",
        ["check", "check"],
    ),
}


@pytest.mark.parametrize("name", TWICE)
def test_of_two_that_may_be_one_paragraph_neither_changes_in_silence(name: str) -> None:
    """A paragraph was copied, and joined to one that the new draft has not; no marks are left."""
    first, second, told = TWICE[name]
    old, new = draft("1111", GONE, KEPT), draft("2222", (KEPT[0], KEPT[1].replace("1286", "1301")))
    person = Person.with_file(old)
    person.paragraphs = [paragraph(run(text)) for text in (first, second)]
    matters = regenerated(old, new, person.file()).plan.matters
    assert sorted(matter.reason for matter in matters) == sorted(told)
    assert {matter.para for matter in matters} == {0, 1}
