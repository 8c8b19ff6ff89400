"""The second and third regeneration: what becomes of our changes that a person accepted, rejected, left or edited."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import product

import pytest
from lxml import etree
from support.faults import faults
from support.first_report import BASE, HEAD, JOBS, PLAIN, SCHOOLS, TABLE
from support.small import Outcome, Person, draft, regenerated
from support.wordfiles import DATE, run

from generator.regenerate.base import Base
from generator.regenerate.steps import merge
from generator.word.archive import with_parts
from generator.word.author import AUTHOR_NAME
from generator.word.reader import read
from generator.word.revise.canonical import canonical
from generator.word.revise.resolver import resolve
from generator.word.wordml import AUTHOR, Element, P, R, T, W, qn, to_bytes

OURS, HIS = AUTHOR_NAME, "张三"
FIRST = draft("1111", *BASE)
SECOND = draft(
    "2222",
    HEAD,
    ("就业", JOBS[1].replace("1286人", "1301人")),
    ("新", "新增一段，说明协作机制{机制:3项}，运行顺畅。"),
    (
        "资金",
        "到位帮扶资金{资金:5600万元}，撬动社会资本{资本:900万元}，同比{增幅:增长12.4%}，资金使用规范。",
    ),
    SCHOOLS,
    *TABLE,
)
THIRD = draft(
    "3333",
    HEAD,
    ("就业", JOBS[1].replace("1286人", "1320人").replace("305人", "310人")),
    ("新", "新增一段，说明协作机制{机制:4项}，运行顺畅。"),
    (
        "资金",
        "到位帮扶资金{资金:6000万元}，撬动社会资本{资本:950万元}，同比{增幅:增长12.4%}，资金使用规范。",
    ),
    SCHOOLS,
    *TABLE[:3],
    ("表/乙/1", "{资金:6000}"),
    *TABLE[4:],
)
JOBS_3 = "全年实现城乡就业1320人，其中脱贫人口310人，各项工作有序推进。"
NEW_3 = "新增一段，说明协作机制4项，运行顺畅。"
FUNDS_3 = "到位帮扶资金6000万元，撬动社会资本950万元，同比增长12.4%，资金使用规范。"


def history(*drafts: Base) -> dict[str, frozenset[str]]:
    """Every text of every occurrence."""
    found: dict[str, set[str]] = {}
    for item in drafts:
        for block in item.blocks:
            for part in block.segments:
                if part.fid:
                    found.setdefault(part.fid, set()).add(part.text)
    return {fid: frozenset(texts) for fid, texts in found.items()}


def on_the_desk() -> bytes:
    """The first draft with a word of a person's own, regenerated to the second draft."""
    person = Person.with_file(FIRST)
    person.replace(1, "全年实现就业", "全年实现城乡就业")
    return regenerated(FIRST, SECOND, person.file(), history(FIRST)).data


def xml_of(data: bytes, work: Callable[[Element], None]) -> bytes:
    """The file after somebody worked on its text."""
    file = read(data)
    work(file.root)
    return with_parts(file.archive, {file.archive.main: to_bytes(file.root)})


# --- what people do with our changes --------------------------------------------------------------------------------


def left(root: Element) -> None:
    """Nothing."""


def accepted(root: Element) -> None:
    resolve(root, accept=True, copy=False)


def rejected(root: Element) -> None:
    resolve(root, accept=False, copy=False)


def ours_of(root: Element, text: str) -> Element:
    """Our insertion of some words."""
    return next(
        item
        for item in root.iter(qn("ins"))
        if item.get(AUTHOR) == OURS and text in "".join(node.text or "" for node in item.iter(T))
    )


def paragraph_of(element: Element) -> Element:
    return next(element.iterancestors(P))


def element(xml: str) -> Element:
    return etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')[0]


def cut(inserted: Element, at: int) -> Element:
    """Our insertion in two; gives the second."""
    second = deepcopy(inserted)
    node, rest = next(inserted.iter(T)), next(second.iter(T))
    node.text, rest.text = (node.text or "")[:at], (node.text or "")[at:]
    second.set(qn("id"), "9001")
    inserted.addnext(second)
    return second


def typed_inside(root: Element) -> None:
    """Words typed into our new paragraph, recording off: they stand in our insertion."""
    node = next(ours_of(root, "新增一段").iter(T))
    node.text = (node.text or "").replace("说明协作", "详细说明协作")


def typed_inside_recorded(root: Element) -> None:
    """The same with recording on: his insertion parts ours."""
    second = cut(ours_of(root, "新增一段"), 5)
    second.addprevious(
        element(f'<w:ins w:id="9002" w:author="{HIS}" w:date="{DATE}">{run("详细")}</w:ins>')
    )


def typed_beside(root: Element) -> None:
    """Words typed directly behind our new figure."""
    inserted = ours_of(root, "1301人")
    inserted.addnext(element(run("以上")))


def deleted_part(root: Element) -> None:
    """Words of our new paragraph deleted while it is pending: they just go."""
    node = next(node for node in root.iter(T) if "运行顺畅" in (node.text or ""))
    node.text = (node.text or "").replace("，运行顺畅", "")


def deleted_part_recorded(root: Element) -> None:
    """The clause that we put in struck out by another person: his deletion inside our insertion."""
    inserted = ours_of(root, "撬动社会资本")
    for item in [
        inserted,
        *(other for other in paragraph_of(inserted).iter(qn("ins")) if other.get(AUTHOR) == OURS),
    ]:
        for inner in list(item.iter(R)):
            if any(other.tag == qn("del") for other in inner.iterancestors()):
                continue
            struck = element(
                f'<w:del w:id="{9100 + len(list(root.iter(qn("del"))))}" w:author="{HIS}" w:date="{DATE}"/>'
            )
            inner.addprevious(struck)
            struck.append(inner)
            for node in inner.iter(T):
                node.tag = qn("delText")


def some_of_each(root: Element) -> None:
    """Our new figure accepted, our new paragraph and clause rejected."""
    inserted = ours_of(root, "1301人")
    for item in list(paragraph_of(inserted).iter(qn("ins"), qn("del"))):
        if item.tag == qn("ins"):
            item.addprevious(item[0])
        item.getparent().remove(item)  # type: ignore[union-attr]
    resolve(root, accept=False, author=OURS, copy=False)


def typed_over(root: Element) -> None:
    """Our pending figure typed over."""
    next(ours_of(root, "1301人").iter(T)).text = "1305人"


def recorded_on_top(root: Element) -> None:
    """His own recorded changes in paragraphs of which some have ours."""
    for old, new in (("各项工作有序推进", "各项工作全面推进"), ("结对关系稳定", "结对关系牢固")):
        node = next(node for node in root.iter(T) if old in (node.text or ""))
        inner = next(node.iterancestors(R))
        before, _, after = (node.text or "").partition(old)
        struck = run(old).replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")
        parts = [
            run(before) if before else "",
            f'<w:del w:id="{9200 + len(old)}" w:author="{HIS}" w:date="{DATE}">{struck}</w:del>',
            f'<w:ins w:id="{9300 + len(old)}" w:author="{HIS}" w:date="{DATE}">{run(new)}</w:ins>',
            run(after) if after else "",
        ]
        for part in parts:
            if part:
                inner.addprevious(element(part))
        inner.getparent().remove(inner)  # type: ignore[union-attr]


@dataclass(frozen=True)
class Cycle:
    """What a person did with the second draft's changes; the texts with all changes accepted after the third; what our
    comments must say, one list a comment."""

    did: Callable[[Element], None]
    jobs: str = JOBS_3
    new: str = NEW_3
    funds: str = FUNDS_3
    schools: str = PLAIN[3]
    comments: list[list[str]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """All texts after the third regeneration."""
        lines = [
            PLAIN[0],
            self.jobs,
            self.new,
            self.funds,
            self.schools,
            "就业人数",
            "1286",
            "资金（万元）",
            "6000",
            "学校",
            "35",
        ]
        return [line for line in lines if line]


CYCLES = {
    "left pending": Cycle(left),
    "accepted": Cycle(accepted),
    "rejected": Cycle(
        rejected,
        jobs=JOBS_3.replace("1320人", "1286人"),
        new="",
        funds="到位帮扶资金6000万元，同比增长12.4%，资金使用规范。",
        comments=[
            ["更早一稿", "被拒绝过", "1286人", "1320人", "删去", "3项", "4项"],
            ["900万元", "950万元"],
        ],
    ),
    "typed inside, not recorded": Cycle(typed_inside, new=NEW_3.replace("说明", "详细说明")),
    "typed inside, recorded": Cycle(typed_inside_recorded, new=NEW_3.replace("说明", "详细说明")),
    "typed beside": Cycle(typed_beside, jobs=JOBS_3.replace("1320人", "1320人以上")),
    "part deleted, not recorded": Cycle(deleted_part, new=NEW_3.replace("，运行顺畅", "")),
    "clause deleted, recorded": Cycle(
        deleted_part_recorded,
        funds="到位帮扶资金6000万元，同比增长12.4%，资金使用规范。",
        comments=[["900万元", "950万元"]],
    ),
    "some accepted, some rejected": Cycle(
        some_of_each,
        new="",
        funds="到位帮扶资金6000万元，同比增长12.4%，资金使用规范。",
        comments=[["3项", "4项"], ["900万元", "950万元"]],
    ),
    "typed over": Cycle(
        typed_over,
        jobs=JOBS_3.replace("1320人", "1305人"),
        comments=[["1305人", "1301人", "1320人"]],
    ),
    "recorded on top": Cycle(
        recorded_on_top,
        jobs=JOBS_3.replace("有序", "全面"),
        schools=PLAIN[3].replace("稳定", "牢固"),
    ),
}


def third(name: str) -> tuple[bytes, Outcome]:
    """The file that the person hands in again, and the third regeneration."""
    handed_in = xml_of(on_the_desk(), CYCLES[name].did)
    return handed_in, regenerated(SECOND, THIRD, handed_in, history(FIRST, SECOND))


@pytest.mark.parametrize("name", CYCLES)
def test_third_draft(name: str) -> None:
    """Decisions and words of people stand, everything else says what the data say, nothing stands there twice."""
    handed_in, found = third(name)
    assert found.accepted == CYCLES[name].texts
    assert len(found.comments) == len(CYCLES[name].comments), found.comments
    for comment, parts in zip(found.comments, CYCLES[name].comments, strict=True):
        assert [part for part in parts if part not in comment] == []
    assert [
        fault for fault in faults(found.file.root) if fault not in faults(read(handed_in).root)
    ] == []


@pytest.mark.parametrize("name", CYCLES)
def test_the_same_data_again(name: str) -> None:
    """Without a change of the data nothing is done and nothing is asked, neither after the second nor the third."""
    handed_in, found = third(name)
    assert merge(SECOND, SECOND, read(handed_in).view, history(FIRST, SECOND)).nothing
    assert merge(THIRD, THIRD, found.file.view, history(FIRST, SECOND, THIRD)).nothing


@pytest.mark.parametrize("name", CYCLES)
def test_rejecting_gives_back_what_was_there_before_us(name: str) -> None:
    """Our pending changes of two rounds are one: rejecting them gives the person's words and the first draft's figures."""
    handed_in, found = third(name)
    before = resolve(read(handed_in).root, accept=False, author=OURS)
    assert canonical(resolve(found.file.root, accept=False, author=OURS)) == canonical(before)
    inserted = [
        "".join(node.text or "" for node in item.iter(T))
        for item in found.file.root.iter(qn("ins"))
        if item.get(AUTHOR) == OURS
    ]
    assert "1301人" not in inserted and "3项" not in inserted


@pytest.mark.parametrize(
    ("one", "two"), list(product(("left pending", "accepted", "rejected"), repeat=2))
)
def test_fourth_draft(one: str, two: str) -> None:
    """Two decisions in a row: back to the figures of the second draft, which are now new ones."""
    fourth = draft("4444", *((block.id, _line(block)) for block in SECOND.blocks))
    _, found = third(one)
    handed_in = xml_of(found.data, CYCLES[two].did)
    last = regenerated(THIRD, fourth, handed_in, history(FIRST, SECOND, THIRD))
    assert len(last.accepted) == len(set(last.accepted))
    assert "城乡" in last.accepted[1] and "脱贫人口305人" in last.accepted[1]


def _line(block: object) -> str:
    return "".join(
        f"{{{'号' if part.key == '编号' else part.key}:{part.text}}}" if part.key else part.text
        for part in block.segments
    )  # type: ignore[attr-defined]
