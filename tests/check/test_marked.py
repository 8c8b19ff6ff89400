"""Findings as comments: at their words, and nothing else of the file changed."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from lxml import etree

from generator.check import Finding, check_passages
from generator.check.marked import with_findings
from generator.check.wordfile import of_view
from generator.package.read import shared_terms
from generator.package.read.homes import lasting_homes
from generator.word.reader import read
from generator.word.wordml import W

_INSERTION = (
    f'<w:ins xmlns:w="{W}" w:id="7" w:author="王" w:date="2023-01-01T00:00:00Z"><w:r w:rsidR="00AB">'
    "<w:t>全县东西协作</w:t></w:r></w:ins>"
)
_FIELD = f'<w:fldSimple xmlns:w="{W}" w:instr="DATE"><w:r><w:t>约20元左右</w:t></w:r></w:fldSimple>'


def _bytes(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(*lines: str) -> Document:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def _in_runs() -> Document:
    document = _paragraphs("关于工作的报告")
    paragraph = document.add_paragraph("到位资金5000万元，已拨付")
    paragraph.add_run("4600万元，拨付率93").bold = True
    paragraph.add_run(".5%。 东西协作\t有序。")
    paragraph.add_run().add_break()
    return document


def _with(xml: str) -> Document:
    document = _paragraphs("关于工作的报告", "一段文字。")
    document.paragraphs[1]._p.append(etree.fromstring(xml))
    document.paragraphs[1].add_run("工作有序推进。")
    return document


def _in_table() -> Document:
    document = _paragraphs("关于工作的报告")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "东西协作"
    table.cell(0, 1).text = "约3200元左右。"
    table.cell(1, 1).text = "2023年4-2023年9月实施。"
    return document


def _wrapped() -> Document:
    lines = ["全县东西协作工作有序推进各项任务落实到位成效明显群众满意"] * 9
    return _paragraphs("关于工作的报告", *lines, "全部完成。")


CASES = {
    "runs": _in_runs,
    "insertion": lambda: _with(_INSERTION),
    "field": lambda: _with(_FIELD),
    "table": _in_table,
    "wrapped": _wrapped,
    "sums": lambda: _paragraphs(
        "标题", "投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。"
    ),
    "unseen sign": lambda: _paragraphs(
        "标题", "投入资金5\u200b00万元，其中用于产业300万元，用于就业150万元，用于培训100万元。"
    ),
}


def _marked(data: bytes) -> tuple[tuple[Finding, ...], bytes]:
    file = read(data)
    passages = of_view(file.view)
    findings = check_passages(passages, shared_terms(lasting_homes(None))).findings
    return findings, with_findings(file, passages, findings)


def _part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


def _without_marks(root: etree._Element) -> etree._Element:
    """The text without anchors of comments, runs that were split joined again."""
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for anchor in list(root.iter(f"{{{W}}}{tag}")):
            gone = anchor.getparent() if tag == "commentReference" else anchor
            gone.getparent().remove(gone)
    for run in list(root.iter(f"{{{W}}}r")):
        _join_following(run)
    return root


def _join_following(run: etree._Element) -> None:
    following = run.getnext()
    while following is not None and _look(following) == _look(run):
        for child in list(following):
            if child.tag != f"{{{W}}}rPr":
                _append(run, child)
        following.getparent().remove(following)
        following = run.getnext()


def _append(run: etree._Element, child: etree._Element) -> None:
    last = run[-1] if len(run) else None
    if last is not None and last.tag == child.tag == f"{{{W}}}t":
        last.text = (last.text or "") + (child.text or "")
        last.attrib.update(child.attrib)
    else:
        run.append(child)


def _look(element: etree._Element) -> tuple[object, ...]:
    properties = element.find(f"{{{W}}}rPr")
    look = b"" if properties is None else etree.tostring(properties, method="c14n")
    return element.tag, sorted(element.attrib.items()), look


def _canonical(root: etree._Element) -> bytes:
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("case", CASES)
def test_without_its_marks_the_text_is_the_one_handed_in(case: str) -> None:
    data = _bytes(CASES[case]())
    findings, marked = _marked(data)
    assert findings
    before = _canonical(_without_marks(_part(data, "document")))
    assert _canonical(_without_marks(_part(marked, "document"))) == before


@pytest.mark.parametrize("case", CASES)
def test_every_finding_is_a_comment_with_its_anchors(case: str) -> None:
    findings, marked = _marked(_bytes(CASES[case]()))
    comments = _part(marked, "comments")
    words = ["".join(comment.itertext()) for comment in comments]
    assert len(words) == len(findings)
    assert all(finding.message in "".join(words) for finding in findings)
    idents = sorted(comment.get(f"{{{W}}}id", "") for comment in comments)
    assert {comment.get(f"{{{W}}}author") for comment in comments} == {"拟稿"}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        anchors = _part(marked, "document").iter(f"{{{W}}}{tag}")
        assert sorted(anchor.get(f"{{{W}}}id", "") for anchor in anchors) == idents


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("runs", "拨付率93.5%"),
        ("runs", "。 东西协作"),
        ("insertion", "东西协作"),
        ("table", "约3200元左右"),
        ("sums", "投入资金500万元"),
        ("unseen sign", "投入资金5\u200b00万元"),
        ("wrapped", "东西协作"),
    ],
)
def test_a_comment_stands_at_its_words(case: str, words: str) -> None:
    assert words in _commented(_marked(_bytes(CASES[case]()))[1])


def test_words_of_a_field_are_told_at_their_paragraph() -> None:
    assert "一段文字。约20元左右工作有序推进。" in _commented(_marked(_bytes(CASES["field"]()))[1])


def _commented(data: bytes) -> list[str]:
    """The words between the anchors of each comment."""
    open_: dict[str, str] = {}
    for node in _part(data, "document").iter():
        ident = node.get(f"{{{W}}}id", "")
        if node.tag == f"{{{W}}}commentRangeStart":
            open_[ident] = ""
        elif node.tag == f"{{{W}}}commentRangeEnd":
            open_[f"done {ident}"] = open_.pop(ident)
        elif node.tag == f"{{{W}}}t":
            for name in [name for name in open_ if not name.startswith("done")]:
                open_[name] += node.text or ""
    return list(open_.values())


def test_a_file_that_was_marked_before_gets_no_comment_twice() -> None:
    _, marked = _marked(_bytes(CASES["runs"]()))
    _, again = _marked(marked)
    assert len(_part(again, "comments")) == len(_part(marked, "comments"))
