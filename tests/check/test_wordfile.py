"""Any Word file: what its paragraphs are, and that the text rules run on it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from support.packages import ROOT, drafted
from support.wordfiles import package, paragraph, run

from generator.check import Severity, check_passages
from generator.check.finding import Side
from generator.check.passages import Passage
from generator.check.rules.table import RULES
from generator.check.subject import Subject
from generator.check.wordfile import of_view
from generator.jobs.check import check
from generator.jobs.draft import write
from generator.model.errors import InputError
from generator.model.view import SeenParagraph, View
from generator.package.read import known_forms, shared_terms
from generator.package.read.homes import lasting_homes
from generator.word.reader import read


def read_word(path: Path) -> tuple[Passage, ...]:
    return of_view(read(path.read_bytes()).view)


LINES = [
    "关于报送自评报告的报告",
    "云山市委：",
    "一、任务完成情况",
    "（一）组织领导。县委召开会议3次，研究部署协作工作。",
    "1.会议情况",
    "投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。",
    "附件：1.清河县统计表",
    "2.清河县案例",
    "清河县乡村振兴局",
    "2023年11月27日",
    "附件1",
    "清河县统计表",
]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, [("指标", "单位", "数"), ("就业", "人", "3")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "报告.docx"
    document.save(str(path))
    return path


def test_paragraphs_are_told_apart(word: Path) -> None:
    roles = {passage.text.split("\t")[0]: passage.role for passage in read_word(word)}
    assert (
        roles["关于报送自评报告的报告"] == "title"
        and roles["一、任务完成情况"] == roles["1.会议情况"] == "heading"
    )
    assert roles["附件：1.清河县统计表"] == roles["2.清河县案例"] == "annex_note"
    assert (
        roles["2023年11月27日"] == "signature"
        and roles["附件1"] == "label"
        and roles["就业"] == "row"
    )
    lead = next(passage for passage in read_word(word) if passage.text.startswith("（一）"))
    assert (lead.role, lead.level, lead.text[: lead.lead]) == ("body", 2, "（一）组织领导。")


def test_findings_carry_the_number_of_the_paragraph(word: Path) -> None:
    finding = next(finding for finding in check(word).findings if finding.rule == "分项合计")
    assert {side.paragraph for side in finding.sides} == {6} and finding.sides[
        0
    ].section == "一、任务完成情况／（一）组织领导／1.会议情况"


@pytest.mark.parametrize("content", [b"", b"not a word file", b"PK\x03\x04"])
def test_what_is_no_word_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"坏\.docx"):
        check(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        check(tmp_path / "没有.docx")


@pytest.mark.parametrize(("package", "least"), [("huining-2021", 20), ("jingyuan-2021", 30)])
def test_a_draft_as_word_file_finds_most_of_what_its_package_finds(
    tmp_path: Path, package: str, least: int
) -> None:
    if not (ROOT / "data" / package / "report.yaml").is_file():
        pytest.skip(f"没有 data/{package}")
    target = tmp_path / f"{package}.docx"
    write(drafted(package), target)
    result = check_passages(
        read_word(target), shared_terms(lasting_homes(None)), known_forms(lasting_homes(None))
    )
    assert (
        len([finding for finding in result.findings if finding.severity is not Severity.INFO])
        >= least
    )


SUM = "引进企业5家，其中农业企业2家、工业企业"
CROSSED = {
    # what is set of the 2 before 3家; whether the parts are said to make another sum
    "<w:strike/>": False,
    "<w:dstrike/>": False,
    '<w:vertAlign w:val="superscript"/>': False,
    '<w:strike w:val="0"/>': True,
}


@pytest.mark.parametrize("look", CROSSED)
def test_what_is_crossed_out_or_a_note_is_no_digit(look: str) -> None:
    data = package(paragraph(run(SUM) + run("2", look) + run("3家。")))
    told = [finding.message for finding in check_passages(of_view(read(data).view), ()).findings]
    assert ["25家" in message for message in told] == [True] * CROSSED[look]


WRAPPED = (
    "2023年青禾县到位协作资金4260万元，实施项目28个，其中产业项目12个、基"
    "础设施项目9个、就业项目7个。全县上下围绕巩固成果、衔接振兴两件大事，坚持"
    "把协作工作摆在突出位置来抓，压实各方责任，完善工作机制，严格资金监管，推动"
    "各项任务落地见效，群众收入稳步增加，发展后劲不断增强，两地往来更加密切，干"
    "部人才交流更加深入，产业合作更加紧密，劳务协作更加精准，消费帮扶更加有力，"
    "社会各界参与更加广泛，形成了党委领导、政府主导、部门联动、社会参与的良好局"
    "面，为全面推进乡村振兴打下了坚实基础，得到了上级部门和广大群众的充分肯定和"
    "一致好评。下一步，全县将继续抓好协作各项工作，确保完成全年任务。"
)


def _seen(*lines: str) -> View:
    return View((), seen=tuple(SeenParagraph(line) for line in lines))


def test_lines_pasted_from_a_pdf_are_joined_and_told_once() -> None:
    lines = [WRAPPED[at : at + 36] for at in range(0, len(WRAPPED), 36)]
    passages = of_view(_seen("关于协作工作的报告", *lines))
    assert [passage.text for passage in passages] == ["关于协作工作的报告", WRAPPED]
    told = check_passages(passages, ()).findings
    whole = check_passages(of_view(_seen("关于协作工作的报告", WRAPPED)), ()).findings
    assert [f.rule for f in told if f.rule == "逐行断开"] == ["逐行断开"]
    assert {f.message for f in told} - {f.message for f in whole} == {
        f.message for f in told if f.rule == "逐行断开"
    }


SHORT = [
    "2022年，县民政局认真落实各项社会救助政策，切实兜牢民生底线，全年发放低保金4286.5万元，执行率95.1%。",
    "（一）城乡低保提标扩面和动态管理情况",
    "城市低保标准由每人每月640元提高到680元，农村低保标准提高到每年6000元，惠及6218户。",
    "（二）特困人员供养和敬老院建设情况",
    "投入资金320万元，对柳湾、白石、双河3所敬老院实施消防改造，新增护理型床位60张，已全部投用。",
    "（三）临时救助和流浪乞讨人员救助情况",
    "对因灾、因病返贫的困难群众，做到应救尽救，全年救助1862人次，发放救助资金246.8万元。",
    "（四）存在的困难和需要省里解决的问题",
    "住房公积金、车辆等数据未能实时比对，信息共享不够，需要省级统一协调解决数据接口有关事宜。",
    "基层力量薄弱，全县15个乡镇共有专职人员19名，人均服务对象多，难以做到每户每年入户核查一次。",
]


def test_a_wrapped_text_of_short_paragraphs_is_joined() -> None:
    lines = [line[at : at + 30] for line in SHORT for at in range(0, len(line), 30)]
    assert [passage.text for passage in of_view(_seen(*lines))] == SHORT


def test_a_text_of_short_paragraphs_stays() -> None:
    whole = [line for line in SHORT if "、" in line[:6] or len(line) < 60]
    assert [passage.text for passage in of_view(_seen(*whole * 3))] == whole * 3


def test_paragraphs_of_their_own_stay() -> None:
    lines = [f"第{at}季度完成投资{at * 100}万元，实施项目{at}个，进展顺利。" for at in range(1, 12)]
    assert len(of_view(_seen(*lines))) == 11


@pytest.mark.parametrize(
    ("line", "role", "level"),
    [
        ("1.由来", "heading", 3),
        ("3.2 指标分析", "body", 0),
        ("3.2.1 产出", "body", 0),
        ("3.5公里道路", "body", 0),
        ("二〇二三年九月一日", "signature", 0),
        ("（1）甲项目", "heading", 4),
        ("（二）投入", "heading", 2),
        ("（1）脱贫户420户，已覆盖。", "body", 0),
        ("（2）经营主体应有4个，已有6个。", "body", 0),
        ("（一）以劳务协作为重点，夯实增收基础", "heading", 2),
        ("1.新建大棚12座，面积20亩", "body", 0),
        ("（二）助力巩固成果方面。", "heading", 2),
        ("1.投入资金50万元,新建大棚,带动就业", "body", 0),
        ("二、工作情况为加强管理,规范使用,制定了制度。", "body", 0),
        (
            "（四）积极完成乡镇党委、政府交办的帮助企业因暴雨受灾滞销的农副产品的集中采购任务。",
            "body",
            0,
        ),
    ],
)
def test_what_is_a_heading(line: str, role: str, level: int) -> None:
    passage = of_view(_seen("正文在前，已经开始。", line))[1]
    assert (passage.role, passage.level) == (role, level)


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        # items of one sentence each
        (("一、下半年安排", "1、举办业务培训。", "2、争取组建一家工会。"), ["一、下半年安排"]),
        (
            ("一、安排", "（一）举办培训。", "（二）组建工会。", "正文在后，已经开始。"),
            ["一、安排"],
        ),
        (("一、安排", "1.帮扶40户,发放3万元。", "2.三户解困脱困。"), ["一、安排"]),
        (("（一）完成采购任务。", "二、下步打算", "正文在后，已经开始。"), ["二、下步打算"]),
        # headings that end in 。 by mistake
        (
            ("一、进展情况。", "正文在后，已经开始。", "二、存在问题。", "正文在后，已经开始。"),
            ["一、进展情况。", "二、存在问题。"],
        ),
        (
            ("一、进展情况。", "（一）投入", "正文在后，已经开始。"),
            ["一、进展情况。", "（一）投入"],
        ),
        # the first number of a series, though of a higher level, begins what stands under it
        (
            ("（1）组织领导", "正文在后，已经开始。", "（2）巩固成果方面。", "1.投入资金，共3项。"),
            ["（1）组织领导", "（2）巩固成果方面。"],
        ),
    ],
)
def test_items_of_one_sentence_are_no_headings(lines: tuple[str, ...], headings: list[str]) -> None:
    passages = of_view(_seen("正文在前，已经开始。", *lines))
    assert [passage.text for passage in passages if passage.role == "heading"] == headings
    told = {side.quote for rule in ("空标题", "标题标点") for side in _sides(rule, passages)}
    assert told == {heading for heading in headings if heading.endswith("。")}


def _sides(rule: str, passages: tuple[Passage, ...]) -> list[Side]:
    found = RULES[rule](Subject(passages))
    return [side for finding in found for side in finding.sides]
