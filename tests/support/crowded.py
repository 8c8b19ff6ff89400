"""A Word file that is full of what people leave in files, and its plain copy: what they see of it."""

from __future__ import annotations

from support.wordfiles import W, change, package, paragraph, run

WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def deleted(text: str) -> str:
    """A run that is deleted."""
    return change("del", f"<w:r><w:delText>{text}</w:delText></w:r>", 1)


def field(instruction: str, result: str) -> str:
    """A field of several runs with its result."""
    limit = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        limit.format("begin")
        + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + limit.format("separate")
        + result
        + limit.format("end")
    )


def box(content: str) -> str:
    """A text box as Word writes it: once for itself and once for older programs."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent {MC} {WPS}><mc:Choice Requires='wps'><w:drawing><wps:wsp>"
        f"<wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape {VML}><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def two_ways(content: str, older: str) -> str:
    """Blocks for Word, and others for older programs."""
    return (
        f"<mc:AlternateContent {MC} {WPS}><mc:Choice Requires='wps'>{content}</mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def note(sort: str, ident: int) -> str:
    """A reference to a note."""
    return f'<w:r><w:{sort}Reference w:id="{ident}"/></w:r>'


def cell(content: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def notes(sort: str, **texts: str) -> str:
    """The part with some notes; ``_2`` is the note of id 2."""
    separator = f'<w:{sort} w:id="-1" w:type="separator">{paragraph(run("——"))}</w:{sort}>'
    items = "".join(
        f'<w:{sort} w:id="{ident[1:]}">{paragraph(content)}</w:{sort}>'
        for ident, content in texts.items()
    )
    return f"<w:{sort}s {W}>{separator}{items}</w:{sort}s>"


MARK_GONE = '<w:rPr><w:del w:id="9" w:author="张三"/></w:rPr>'
ROW_GONE = '<w:del w:id="8" w:author="张三"/>'
_RESULT = "投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。"

SEEN = [
    "关于报送自评报告的报告",
    "一、任务完成情况",
    f"（一）组织领导。{_RESULT}",
    "举办招聘会11场，其中线上3场，线下7场。",
    "县委召开会议3次，研究在在建设的协作工作。",
    "组织干部到东部挂职12名。",
    "详见省级网站，共3页。",
    "全村812人，务工57人，占总人口的8.2%。",
    "援助资金3100万元，其中产业2010万元，劳务390万元，教育800万元。",
]
TWO_WAYS = SEEN[5]
HIDDEN = f"""<w:styles {W}><w:style w:type="character" w:styleId="h"><w:name w:val="隐"/>
<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""
ROWS = [["指标", "数"], ["就业", "3"], ["消费", "4"], ["内表", "5"]]
NOTES = ["支付率为95%，安排资金8420万元，支付8100万元。", "尾注共2条。"]


def crowded() -> bytes:
    """A file with revisions, moves, controls, fields, boxes, notes, inner tables."""
    moved = run(SEEN[4])
    body = [
        paragraph(run("关于报送") + deleted("旧的") + change("ins", run("自评报告的报告"), 2)),
        control(paragraph(run("一、任务") + control(run("完成情况"))) + paragraph("")),
        paragraph(run("（一）组织领导。"), MARK_GONE),
        paragraph(
            run(_RESULT[:10])
            + run("看不见", '<w:rStyle w:val="h"/>')
            + f"<w:smartTag>{run(_RESULT[10:])}</w:smartTag>"
        ),
        paragraph(
            run("举办招聘会11场，其中") + field("REF a", run("线上3场")) + run("，线下7场。")
        ),
        paragraph(change("moveFrom", moved, 3), MARK_GONE.replace("w:del", "w:moveFrom")),
        paragraph(change("moveTo", moved, 4)),
        two_ways(paragraph(run(TWO_WAYS)), paragraph(run("旧法"))),
        paragraph(
            f'<w:hyperlink w:anchor="x">{run("详见省级网站")}</w:hyperlink>'
            + run("，共")
            + f'<w:fldSimple w:instr="NUMPAGES">{run("3")}</w:fldSimple>'
            + run("页。")
            + box(paragraph(run(SEEN[7][:5]) + deleted("不") + run(SEEN[7][5:])))
            + note("footnote", 2)
        ),
        paragraph(
            control(run("援助资金3100万元"), "<w:dataBinding/>")
            + f'<w:customXml w:element="a">{run("，其中产业2010万元")}</w:customXml>'
            + note("endnote", 1)
            + change("del", note("footnote", 3), 5)
            + run("，劳务390万元，教育800万元。", "<w:b/>")
            + run("看不见的字", "<w:vanish/>")
        ),
        table(
            row(cell(paragraph(run("指标"))), cell(paragraph(run("数")))),
            row(cell(paragraph(run("删行"))), cell(paragraph(run("9"))), properties=ROW_GONE),
            row(
                cell(paragraph(run("就业"))),
                control(cell(paragraph(run("3")))),
                cell(paragraph(run("删格")), '<w:cellDel w:id="7" w:author="张三"/>'),
            ),
            control(
                row(
                    cell(paragraph(run("消费"))),
                    cell(
                        table(row(cell(paragraph(run("内表"))), cell(paragraph(run("5")))))
                        + paragraph(run("4"))
                    ),
                )
            ),
        ),
    ]
    footnotes = notes(
        "footnote", _2=run(NOTES[0][:9]) + deleted("约") + run(NOTES[0][9:]), _3=run("删")
    )
    endnotes = notes("endnote", _1=run(NOTES[1]))
    return package("".join(body), styles=HIDDEN, footnotes=footnotes, endnotes=endnotes)


def plain() -> bytes:
    """What people see of it, as plain paragraphs and rows."""
    rows = [row(*(cell(paragraph(run(text))) for text in texts)) for texts in ROWS]
    body = [
        *(paragraph(run(text)) for text in SEEN),
        table(*rows[:3]),
        table(rows[3]),
        *(paragraph(run(text)) for text in NOTES),
    ]
    return package("".join(body))
