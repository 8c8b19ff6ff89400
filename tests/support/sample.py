"""An invented county's report that has every element: 清河县 and 东湖区 do not exist."""

from __future__ import annotations

from generator.model.cell import Source
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Column,
    Document,
    Heading,
    Imprint,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    Properties,
    Run,
    Section,
    Signature,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
)

SENTENCE = (
    "清河县坚持把东西部协作作为重大政治任务，建立党政主要领导负总责、分管领导具体抓、部门协同推进的工作机制，先后召开县委"
    "常委会会议、县政府常务会议研究部署年度重点工作，明确时间表、路线图和责任人，确保各项协议任务按期完成。"
)
PROPERTIES = Properties("清河县2021年东西部协作工作自评报告", "清河县人民政府", "7f3a91c2")


def text(*parts: str | Run) -> Text:
    """A text of plain strings and runs."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def figure(printed: str, key: str) -> Run:
    """A run that follows the data."""
    return Run(printed, Mark("bound", key, (Source("figures.csv", 2, "数值"),)))


def document(*blocks: Block) -> Document:
    """A document of one upright section."""
    return Document((Section(blocks),), PROPERTIES)


def letter(seal: bool = True, joint: bool = False) -> tuple[Block, ...]:
    """版头 to 署名: one organ, or two names with 签发人 and 密级."""
    if joint:
        head = Masthead(
            "head",
            ("中共清河县委农村工作领导小组", "（清河县实施乡村振兴战略领导小组）"),
            "文件",
            text("清农领发〔2021〕35号"),
            ("王建国", "李明", "赵光明"),
            "000012",
            "机密★1年",
            "特急",
        )
    else:
        head = Masthead("head", ("清河县人民政府",), "文件", text("清政发〔2021〕35号"))
    return (
        head,
        Title("title", (text("清河县人民政府关于2021年度东西部协作工作情况的报告"),)),
        Addressee("to", text("东湖市人民政府")),
        Paragraph(
            "letter",
            text(
                "现将《清河县2021年东西部协作工作自评报告》随文上报，涉及群众",
                figure("2017人", "就业.合计"),
                "、资金",
                figure("5600万元", "资金.合计"),
                "，请审示。",
            ),
        ),
        Signature("sign", (text("清河县人民政府"),), text("2021年11月27日"), seal),
    )


def report() -> tuple[Block, ...]:
    """A report of several pages with four levels of headings, two of them run in."""
    return (
        PageBreak(),
        Title("report", (text("清河县2021年东西部协作工作自评报告"),)),
        Heading("h1", 1, "一、", text("年度任务完成情况")),
        Heading("h2", 2, "（一）", text("组织领导")),
        Paragraph(
            "p1",
            text(
                "县委、县政府共召开",
                figure("8次", "会议.合计"),
                "会议，落实“四个不摘”——增长12.4%。",
            ),
            lead=Heading("h3", 3, "1.", text("工作推动部署情况")),
        ),
        Paragraph("p2", text(SENTENCE), lead=Heading("h4", 4, "（1）", text("互访交流"))),
        *(Paragraph(f"body{n}", text(SENTENCE * 2)) for n in range(8)),
        AnnexNote(
            "annexes",
            (
                text("清河县与东湖区共建乡村振兴示范村典型案例选编以及有关佐证材料目录"),
                text("清河县2021年东西部协作年度统计表"),
            ),
        ),
    )


def appendices() -> tuple[Block, ...]:
    """A text and a table."""
    return (
        AnnexLabel("annex1", "附件1"),
        Title("case", (text("共建示范村典型案例"),), text("——清河县与东湖区协作纪实")),
        *(Paragraph(f"case{n}", text(SENTENCE)) for n in range(3)),
        AnnexLabel("annex2", "附件2"),
        Title("form", (text("清河县2021年东西部协作年度统计表"),)),
        Paragraph("unit", text("单位：万元"), role="unit_line"),
        table(40),
        Paragraph("note", text("注：数据截至2021年11月20日。"), role="source_note"),
    )


def table(rows: int) -> Table:
    """A table with a head, groups, indented rows, a merged column and a sum."""
    head = tuple(
        TableCell(f"head{n}", (text(name),)) for n, name in enumerate(("类别", "指标", "数值"))
    )
    result = [TableRow("head", head, "head")]
    for n in range(rows):
        if n % 10 == 0:
            cell = TableCell(f"group{n}", (text("资金支持情况"),), colspan=3, strong=True)
            result.append(TableRow(f"group{n}", (cell,), "group"))
        merge = "restart" if n % 10 == 0 else "continue"
        result.append(
            TableRow(
                f"row{n}",
                (
                    TableCell(f"row{n}/类别", (text("财政"),), vmerge=merge),
                    TableCell(
                        f"row{n}/指标", (text("其中：用于产业帮扶的财政援助资金"),), indent=n % 3
                    ),
                    TableCell(f"row{n}/数值", (text(figure(f"{n * 37.5}", f"资金.{n}")),)),
                ),
            )
        )
    result.append(
        TableRow(
            "sum",
            (
                TableCell("sum/合计", (text("合计"),), colspan=2, align="center"),
                TableCell("sum/数值", (text(figure("5600", "资金.合计")),)),
            ),
            "summary",
        )
    )
    return Table("table", (Column("center"), Column(), Column("decimal")), tuple(result))


def imprint() -> Imprint:
    """版记 with 抄送."""
    return Imprint(
        "imprint",
        ("东湖市委办公室", "东湖市发展和改革委员会", "县人大常委会办公室", "县政协办公室"),
        "清河县人民政府办公室",
        text("2021年11月27日"),
    )


def whole(seal: bool = True, joint: bool = False, landscape: bool = False) -> Document:
    """Everything; with ``landscape`` the appendices stand on turned pages, and a last upright one
    follows.
    """
    first = (*letter(seal, joint), *report())
    if not landscape:
        return document(*first, *appendices(), imprint())
    last = (
        AnnexLabel("annex3", "附件3"),
        Title("list", (text("结对关系一览表"),)),
        Paragraph("last", text(SENTENCE)),
        imprint(),
    )
    return Document(
        (Section(first), Section(appendices(), landscape=True), Section(last)), PROPERTIES
    )
