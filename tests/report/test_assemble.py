"""The order of a document's parts, by the settings of report.yaml."""

from __future__ import annotations

import datetime as dt

import pytest
from support.sample import text

from generator.model.document import (
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableRow,
    plain,
)
from generator.model.kind import HeadingStyle
from generator.model.replacing import replace
from generator.model.settings import (
    AnnexStyle,
    HeadingSettings,
    ImprintSettings,
    Settings,
    SignatureSettings,
)
from generator.report.appendices import Appendix, AppendixPart, AppendixTable
from generator.report.assemble import (
    Parts,
    assemble,
    assemble_tables,
    heading_styles,
    table_names,
)

SETTINGS = Settings(
    kind="测试",
    year=2023,
    place={"name": "清河县"},
    organs=("中共清河县委",),
    addressee="中共云山市委",
    signature=SignatureSettings(("清河县委",), dt.date(2023, 11, 20)),
    imprint=ImprintSettings("清河县委办公室", dt.date(2023, 11, 21)),
)


def table(name: str, *rows: str) -> Table:
    made = (TableRow(row, (TableCell(row, (text(row),)),)) for row in rows)
    return Table(name, (Column(),), tuple(made))


CASE = Appendix(
    text("典型案例"),
    (),
    parts=(
        AppendixPart((text("案例甲"),), (Paragraph("甲", text("甲")),)),
        AppendixPart((), (Paragraph("乙", text("乙")),)),
    ),
)
FORM = Appendix(text("统计表"), (text("统计表"),), table=AppendixTable(table("表", "一")))
PLAN = Appendix(
    text("项目表"),
    (),
    table=AppendixTable(
        table("项目", "一"),
        (text("填报单位："), text("填表人：")),
        text("单位：万元"),
        (text("甲。"), text("乙。")),
        landscape=True,
    ),
)
PARTS = Parts(
    (text("关于报送报告的报告"),),
    (Paragraph("letter", text("随文上报。")),),
    (text("清河县"), text("自评报告")),
    (),
    (Heading("report", 1, "一、", text("甲")),),
    (),
)
LETTER = ["title", "addressee", "letter"]
COVERED = ["report/page", "report/title", "report"]


def ids(document: Document) -> list[str]:
    return [block.id for section in document.sections for block in section.blocks]


@pytest.mark.parametrize(
    ("changes", "order"),
    [
        ({}, ["masthead", *LETTER, "signature", *COVERED, "imprint"]),
        (
            {"signature": SignatureSettings(("甲",), dt.date(2023, 1, 1), after="report")},
            ["masthead", *LETTER, *COVERED, "signature", "imprint"],
        ),
        ({"organs": ()}, [*LETTER, "signature", *COVERED, "imprint"]),
        ({"addressee": ""}, ["masthead", "title", "letter", "signature", *COVERED, "imprint"]),
        ({"signature": None, "imprint": None}, ["masthead", *LETTER, *COVERED]),
        ({"form": "plain"}, ["title", "report", "signature"]),
    ],
)
def test_the_order_of_a_report_with_a_letter(changes: dict[str, object], order: list[str]) -> None:
    settings = replace(SETTINGS, **changes)  # type: ignore[arg-type]
    assert ids(assemble(PARTS, settings)) == order


def test_without_a_letter_the_report_has_the_addressee_and_the_signature() -> None:
    document = assemble(replace(PARTS, letter=()), SETTINGS)
    assert ids(document) == ["masthead", "title", "addressee", "report", "signature", "imprint"]
    assert document.properties.title == "清河县自评报告"


@pytest.mark.parametrize(("before", "order"), [(False, ["附", "版记"]), (True, ["版记", "附"])])
def test_the_imprint_stands_after_or_before_the_appendices(before: bool, order: list[str]) -> None:
    imprint = ImprintSettings("办公室", dt.date(2023, 11, 21), before_annexes=before)
    parts = replace(PARTS, letter=(), appendices=(FORM,))
    there = ids(assemble(parts, replace(SETTINGS, imprint=imprint)))
    assert there[4:6] == ["annex_note", "signature"]
    assert [{"annex/统计表/label": "附", "imprint": "版记"}.get(name) for name in there[6:]] == (
        ["附", None, None, "版记"] if order == ["附", "版记"] else ["版记", "附", None, None]
    )


def test_appendices_lie_on_pages_of_their_own_orientation() -> None:
    document = assemble(replace(PARTS, appendices=(CASE, PLAN, FORM)), SETTINGS)
    assert [section.landscape for section in document.sections] == [False, True, False]
    assert [block.id for block in document.sections[1].blocks] == [
        "annex/项目表/label",
        "annex/项目表/lines",
        "annex/项目表/unit",
        "项目",
        "annex/项目表/note/0",
        "annex/项目表/note/1",
    ]
    case = [block.id for block in document.sections[0].blocks if block.id.startswith("annex/典")]
    assert case == ["annex/典型案例/label", "annex/典型案例/案例甲", "annex/典型案例/1/page"]


def said(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return plain(block.text)


def test_what_stands_around_a_table() -> None:
    _, lines, unit, _, *notes = assemble_tables((PLAN,), SETTINGS).sections[0].blocks
    assert said(lines) == "填报单位：　　　　　　　　　　填表人："
    assert [said(block) for block in (unit, *notes)] == ["单位：万元", "注：1.甲。", "2.乙。"]


@pytest.mark.parametrize(
    ("only", "names"),
    [("", ["统计表", "项目表"]), ("附件 2：", ["统计表"]), ("项目", ["项目表"]), ("附件1", [])],
)
def test_tables_alone_are_chosen_by_label_or_name(only: str, names: list[str]) -> None:
    document = assemble_tables((CASE, FORM, PLAN), SETTINGS, only)
    assert document.properties.title == "、".join(names)
    assert len(document.sections) == len(names)


@pytest.mark.parametrize(
    ("appendices", "labels"),
    [
        ((FORM,), [("附件", "统计表")]),
        ((CASE, FORM, PLAN), [("附件2", "统计表"), ("附件3", "项目表")]),
        ((CASE,), []),
        ((), []),
    ],
)
def test_one_appendix_alone_has_no_number(
    appendices: tuple[Appendix, ...], labels: list[tuple[str, str]]
) -> None:
    assert table_names(appendices, SETTINGS) == labels


def test_the_draft_id_follows_what_is_said_and_how_pages_lie() -> None:
    ids = {
        assemble(replace(PARTS, report=report), SETTINGS).properties.draft
        for report in (
            PARTS.report,
            (Heading("report", 1, "一、", text("乙")),),
            (PageBreak("report"),),
            (table("表", "一"),),
            (table("表", "二"),),
        )
    }
    wide = replace(PLAN, table=AppendixTable(table("项目", "一"), landscape=True))
    high = replace(PLAN, table=AppendixTable(table("项目", "一")))
    turned = [assemble_tables((item,), SETTINGS).properties.draft for item in (wide, high)]
    assert len(ids) == 5 and turned[0] != turned[1]
    assert all(len(name) == 8 and set(name) <= set("0123456789abcdef") for name in ids)


def test_heading_styles_are_the_kinds_with_the_packages_changes() -> None:
    styles = heading_styles(
        {1: HeadingStyle("一、"), 2: HeadingStyle("（一）", suffix="方面")},
        {2: HeadingSettings(run_in=True), 3: HeadingSettings(format="1.")},
    )
    assert styles[1] == HeadingStyle("一、")
    assert styles[2] == HeadingStyle("（一）", run_in=True, suffix="方面")
    assert styles[3] == HeadingStyle("1.", run_in=True)
    assert styles[6] == HeadingStyle("（1）", run_in=True)


def test_labels_follow_the_form_that_report_yaml_gives() -> None:
    settings = replace(SETTINGS, annexes=AnnexStyle("附件{n}：", "each"))
    document = assemble(replace(PARTS, appendices=(CASE, FORM)), settings)
    blocks = {block.id: block for section in document.sections for block in section.blocks}
    assert getattr(blocks["annex/统计表/label"], "text", "") == "附件2："
    assert getattr(blocks["annex_note"], "each", None) is True
    assert getattr(blocks["annex_note"], "items", None) == ((Run("典型案例"),), (Run("统计表"),))
