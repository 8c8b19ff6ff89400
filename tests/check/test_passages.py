"""A document as passages, and a passage as one side of a finding."""

from __future__ import annotations

from generator.check import subject
from generator.check.finding import Side
from generator.check.passages import Passage, of_document
from generator.check.rules import statements
from generator.check.subject import Subject
from generator.model.cell import Source
from generator.model.document import (
    AnnexLabel,
    Document,
    Heading,
    Imprint,
    Mark,
    Paragraph,
    Properties,
    Run,
    Section,
    Title,
)

BOUND = Mark("bound", "就业.合计", (Source("indicators.csv", 4, "数值"),))
RUNS = (Run("就业"), Run("200人", BOUND), Run("。"))


def test_roles_and_parts_of_a_document() -> None:
    lead = Heading("h2", 2, "（一）", (Run("就业。"),))
    blocks = (
        Title("t", ((Run("自评报告"),),)),
        Heading("h1", 1, "一、", (Run("任务完成情况"),)),
        Paragraph("p1", (Run("帮助就业200人。"),), lead=lead),
        AnnexLabel("a", "附件1："),
        Paragraph("p2", (Run("注：含上年。"),), "note"),
        Imprint("i", (), "清河县办公室", (Run("2023年11月28日"),)),
    )
    document = Document((Section(blocks),), Properties("自评报告", "清河县", "0"))
    passages = of_document(document)
    assert [passage.role for passage in passages[:5]] == [
        "title",
        "heading",
        "body",
        "label",
        "note",
    ]
    assert [passage.part for passage in passages[:5]] == ["", "", "", "附件1", "附件1"]
    assert {(passage.role, passage.part) for passage in passages[5:]} == {("imprint", "")}
    run_in = passages[2]
    assert (run_in.level, run_in.number, run_in.text[: run_in.lead]) == (
        2,
        "（一）",
        "（一）就业。",
    )


def test_a_side_names_the_cell_of_the_figure_in_it() -> None:
    passage = Passage("就业200人。", "body", "一、就业", 2, runs=RUNS)
    assert passage.side(2, 6) == Side("200人", "indicators.csv", None, 4, "数值", "一、就业", 2)
    assert passage.side(0, 2) == Side("就业", section="一、就业", paragraph=2)
    assert passage.side(2, 6, 2).quote == "就业200人。"


def test_a_side_names_a_cell_of_the_data_rather_than_the_year_of_report_yaml() -> None:
    year = Mark("bound", "公文.年度", (Source("report.yaml", 0, "year"),))
    runs = (Run("2023年", year), *RUNS)
    assert Passage("2023年就业200人。", "body", runs=runs).side().file == "indicators.csv"
    assert (
        Passage("2023年就业。", "body", runs=(runs[0], Run("就业。"))).side().file == "report.yaml"
    )


def test_a_side_of_many_words_names_no_cell() -> None:
    words = "帮" * 40
    passage = Passage(f"{words}200人", "body", runs=(Run(words), Run("200人", BOUND)))
    assert passage.side().file is None and passage.side(40, 44).file == "indicators.csv"


def test_a_side_in_an_annex_names_the_annex_once() -> None:
    assert Passage("甲", "body", "一、概况", 1, "附件1").side().section == "附件1／一、概况"
    assert Passage("甲", "body", "附件1", 1, "附件1").side().section == "附件1"


def test_runs_with_their_positions() -> None:
    passage = Passage("就业200人。", "body", runs=RUNS)
    assert [(start, end) for _, start, end in passage.run_spans()] == [(0, 2), (2, 6), (6, 7)]
    assert passage.mark_at(2) == BOUND and passage.mark_at(6) is None


def test_a_cell_that_is_a_number_is_not_read() -> None:
    """It has no other number beside it and no word that says what it is of."""
    row = Passage("务工\t人\t113\t1.5\t其中妇女5人", "row")
    [read] = Subject((row,)).texts
    assert row.text[read.start :] == "其中妇女5人"
    for number in ("113", "1.5", "2023", "2023.10", "0"):
        found, relations = subject._read(number)
        assert relations == [] and sum(len(phrase.amounts) for phrase in found) <= 1


def test_rows_are_held_against_what_the_text_says() -> None:
    row, other = (
        Passage("培训人员总数\t人\t113", "row"),
        Passage("培训人员总数120人。", "body", "", 1),
    )
    assert statements._by_words(Subject((row, row))) == {}
    [together] = statements._by_words(Subject((row, other))).values()
    assert [item.passage for item in together] == [other, row]
