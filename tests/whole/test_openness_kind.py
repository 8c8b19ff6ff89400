"""政府信息公开工作年度报告: the form as published, its tables in the text, and what must hold in it, on the shipped package."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from support import plainword
from support.commands import run
from support.packages import BROKEN, ROOT, drafted

from generator.excel import write as sheets
from generator.figures.plaintext import plain_text
from generator.jobs.check import check
from generator.jobs.compose import compose, gaps
from generator.jobs.draft import write
from generator.jobs.finalize import finalize
from generator.jobs.kind import check_kind
from generator.jobs.new import Parties, new, start
from generator.jobs.regenerate import regenerate
from generator.jobs.tables import compose_tables, list_tables
from generator.jobs.workbook import workbook
from generator.model.document import Table
from generator.model.errors import DataError, NigaoError
from generator.report.trace import numbers
from generator.word import writer as docx_writer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

KIND, PACKAGE = "政府信息公开工作年度报告", "liuxi-2023-openness"
DATE = dt.datetime(2024, 1, 22, 9)
REQUESTS, DISPUTES, FIGURES = "requests.csv", "disputes.csv", "figures.csv"
OUTLINE = [
    "一、总体情况",
    "（一）主动公开",
    "（二）依申请公开",
    "（三）政府信息管理",
    "（四）平台建设",
    "（五）监督保障",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]
FORM = [
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
    "（七）总计",
    "四、结转下年度继续办理",
]
"""The rows of the table of requests as published, each by its last words."""


def copied(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """The shipped package, with one change."""
    shutil.copytree(
        ROOT / "data" / PACKAGE, folder, ignore=shutil.ignore_patterns(".nigao", "README.md")
    )
    if file:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def told(package: Path) -> list[tuple[str, str]]:
    """Rule and message of every finding that asks for a person."""
    return [(item.rule, item.message) for item in check(package).findings]


def printed() -> list[str]:
    return plain_text(drafted(PACKAGE).document).splitlines()


# ---- the form


def test_the_six_parts_are_those_of_the_form() -> None:
    lines = printed()
    assert [line for line in lines if line in OUTLINE] == OUTLINE


def test_a_package_with_nothing_filled_in_has_all_parts_and_tables(tmp_path: Path) -> None:
    start(tmp_path / "新", KIND, 2023, Parties("清河县", organ="清河县水务局"))
    draft = compose(tmp_path / "新")
    lines = plain_text(draft.document).splitlines()
    assert [line for line in lines if line in OUTLINE] == OUTLINE
    assert "清河县水务局2023年政府信息公开工作年度报告" in lines
    assert "规章\t【待补】\t【待补】\t【待补】" in lines
    assert "四、结转下年度继续办理" + "\t【待补】" * 7 in lines
    assert not BROKEN.findall(plain_text(draft.document).replace("【待补：", "【待补"))


def test_the_small_tables() -> None:
    lines = printed()
    first = lines.index("第二十条第（一）项")
    assert lines[first : first + 14] == [
        "第二十条第（一）项",
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
        "规章\t0\t0\t0",
        "行政规范性文件\t2\t1\t9",
        "第二十条第（五）项",
        "信息内容\t本年处理决定数量",
        "行政许可\t318",
        "第二十条第（六）项",
        "信息内容\t本年处理决定数量",
        "行政处罚\t27",
        "行政强制\t0",
        "第二十条第（八）项",
        "信息内容\t本年收费金额（单位：万元）",
        "行政事业性收费\t236.48",
    ]


def test_the_heads_within_a_small_table_look_like_heads() -> None:
    tables = [
        block
        for section in drafted(PACKAGE).document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    roles = [row.role for row in tables[1].rows]
    assert roles == ["head", "head", "body", "subhead", "subhead", "body", "body"]


def test_the_table_of_requests_has_all_rows_and_no_blank_number() -> None:
    lines = printed()
    first = next(n for n, line in enumerate(lines) if line.startswith(FORM[0]))
    rows = [line.split("\t") for line in lines[first : first + len(FORM)]]
    assert [row[-8] for row in rows] == FORM
    assert all(cell.isdigit() for row in rows for cell in row[-7:])
    assert rows[0][-7:] == ["38", "6", "0", "1", "2", "0", "47"]
    assert [line.split("\t") for line in lines[first - 3 : first]] == [
        ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
        ["", "自然人", "法人或其他组织", "总计"],
        ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
    ]


def test_the_table_of_disputes() -> None:
    lines = printed()
    four = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    first = lines.index("行政复议\t行政诉讼")
    assert lines[first + 1].split("\t") == [*four, "未经复议直接起诉", "复议后起诉"]
    assert lines[first + 2].split("\t") == [""] * 5 + four * 2
    assert lines[first + 3].split("\t") == [
        "2",
        "0",
        "1",
        "0",
        "3",
        "0",
        "0",
        "0",
        "1",
        "1",
        "1",
        "0",
        "0",
        "0",
        "1",
    ]


def test_the_merges_are_those_of_the_form() -> None:
    """On the sheet: labels in A to C, the head in rows 2 to 4, the first request in row 5."""
    sheet = openpyxl.load_workbook(
        io.BytesIO(sheets(compose_tables(ROOT / "data" / PACKAGE).document))
    )[REQUESTS_TITLE]
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {
        "A1:J1",  # the name of the sheet
        "A2:C4",  # what must hold
        "D2:J2",  # 申请人情况
        "D3:D4",  # 自然人
        "E3:I3",  # 法人或其他组织
        "J3:J4",  # 总计
        "A5:C5",  # 一
        "A6:C6",  # 二
        "A7:A28",  # 三
        "B7:C7",  # （一）
        "B8:C8",  # （二）
        "B9:B16",  # （三）
        "B17:B19",  # （四）
        "B20:B24",  # （五）
        "B25:B27",  # （六）
        "B28:C28",  # （七）
        "A29:C29",  # 四
    }


def test_the_block_of_results_may_go_on_on_the_next_page() -> None:
    """三、本年度办理结果 fills most of a page: kept whole it left the page before nearly empty. Its
    parts, 不予公开 and the like, stay together."""
    data = docx_writer.write(compose_tables(ROOT / "data" / PACKAGE, "申请情况").document)
    tree = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    kept = {
        "".join(node.text or "" for node in row.iter(f"{W}t")): row.find(f".//{W}keepNext")
        is not None
        for row in tree.iter(f"{W}tr")
    }

    def keeps(words: str) -> bool:
        return next(keep for text, keep in kept.items() if words in text)

    assert [keeps(words) for words in ("1.属于国家秘密", "7.属于行政执法案卷")] == [True, True]
    assert not any(map(keeps, ("8.属于行政查询事项", "3.补正后", "5.要求行政机关确认", "3.其他")))


def test_the_text_takes_its_numbers_from_the_tables() -> None:
    text = "\n".join(printed())
    assert "全年新收政府信息公开申请47件，上年结转5件；办结48件，结转下年度继续办理4件。" in text
    # 1+0+0+2+0+1+2+4, 5+1+0, 2+1+0+0+0, 1+0+0
    assert "不予公开10件，无法提供6件，不予处理3件，其他处理1件。" in text
    draft = drafted(PACKAGE)
    found = numbers(draft.document, draft.dataset.names)
    assert [item for item in found if item.voucher == "literal"] == []


@pytest.mark.parametrize(
    ("charged", "cases", "line"),
    [
        ("0", "0", "本年度没有收取信息处理费。"),
        ("1200", "2", "本年度收取信息处理费1200元，涉及申请2件。"),
        ("1200", "", "本年度收取信息处理费1200元。"),
        ("", "", "本年度收取信息处理费【待补：收取的信息处理费】。"),
    ],
)
def test_part_six_says_whether_fees_were_charged(
    tmp_path: Path, charged: str, cases: str, line: str
) -> None:
    package = copied(tmp_path / "包", FIGURES, "处理费,0,元", f"处理费,{charged},元")
    text = (package / FIGURES).read_text(encoding="utf-8")
    (package / FIGURES).write_text(text.replace("的申请,0,件", f"的申请,{cases},件"), "utf-8")
    (package / "text" / "others.md").unlink()
    lines = plain_text(compose(package).document).splitlines()
    last = lines.index(OUTLINE[-1])
    assert lines[last + 1].endswith(line) and lines[last + 2] == "【待补：其他需要报告的事项】"


def test_an_office_without_requests_says_so_in_words(tmp_path: Path) -> None:
    package = copied(tmp_path / "包")
    rows = list(csv.reader((package / REQUESTS).read_text(encoding="utf-8").splitlines()))
    zeros = [row[:4] + ["0"] * 6 + [""] for row in rows[1:]]
    with (package / REQUESTS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([rows[0], *zeros])
    lines = plain_text(compose(package).document).splitlines()
    assert "全年没有收到政府信息公开申请。没有办结的申请。" in lines
    assert told(package) == []


# ---- what is checked


def test_the_shipped_package_has_no_finding_and_no_gap() -> None:
    assert told(ROOT / "data" / PACKAGE) == []
    assert gaps(drafted(PACKAGE)) == []


WRONG = [
    ("a total of a row", REQUESTS, "数量,,,38,6,0,1,2,0,", "数量,,,38,6,0,1,2,0,48", "附表算式", "总计填的是48件"),
    ("a part above the total", REQUESTS, "国家秘密,1,0", "国家秘密,2,0", "附表关系", "自然人列：办结是39件，应等于"),
    ("a total of parts", REQUESTS, "总计,,39,6", "总计,,39,7", "附表关系", "商业企业列：办结是7件，应等于"),
    ("what was carried over", REQUESTS, "办理,,,3,1,0,0,0,0,", "办理,,,3,1,0,1,0,0,", "附表关系", "社会公益组织列：新收 + 上年结转是1件，应等于办结 + 结转下年（2件）"),
    ("a total of disputes", DISPUTES, "全年,2,0,1,0,,", "全年,2,0,1,0,4,", "附表算式", "复议总计填的是4件"),
    ("a total of suits", DISPUTES, "0,0,0,1,,", "0,0,0,1,3,", "附表算式", "直接起诉总计填的是3件"),
    ("a part of what was published", FIGURES, "网站公开政府信息,430", "网站公开政府信息,830", "记录与统计表", "830条"),
    ("a number of the table typed", "text/requests.md", "申请由办公室", "全年新收政府信息公开申请52件，申请由办公室", "文表对照", "是52件，表中“一、本年新收政府信息公开申请数量”是"),
    ("a row of the table typed", "text/requests.md", "申请由办公室", "其中予以公开25件。申请由办公室", "文表对照", "“（一）予以公开”"),
    ("a row of a small table typed", "text/disclosure.md", "围绕用地", "行政许可319件。围绕用地", "文表对照", "表中“行政许可”是318件"),
    ("a number of the outline typed", "text/disclosure.md", "围绕用地", "全年主动公开政府信息700条。围绕用地", "一数两值", "一处是612条，另一处是700条"),
    ("a number with its key", "text/requests.md", "申请由办公室", "{{ claim('46件', '申请.新收') }}申请由办公室", "前后一致", "这里写的是46件，数据是47件"),
    ("a number copied wrong", "text/requests.md", "申请由办公室", "办结{{ claim('49件', '申请.办结') }}。申请由办公室", "前后一致", "相差1件"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "message"),
    [row[1:] for row in WRONG],
    ids=[row[0] for row in WRONG],
)
def test_what_is_wrong_is_found(
    tmp_path: Path, file: str, old: str, new: str, rule: str, message: str
) -> None:
    found = told(copied(tmp_path / "包", file, old, new))
    assert [said for by, said in found if by == rule and message in said], found


@pytest.mark.parametrize(
    "typed", ["全年新收政府信息公开申请47件。", "予以公开23件。", "行政许可318件。", "全年主动公开政府信息612条。", "本年度答疑52件。"]
)  # fmt: skip
def test_what_agrees_is_left_alone(tmp_path: Path, typed: str) -> None:
    package = copied(tmp_path / "包")
    with (package / "text" / "supervision.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{typed}\n")
    assert told(package) == []


def test_a_row_of_the_form_that_is_gone_is_named(tmp_path: Path) -> None:
    package = copied(tmp_path / "包")
    text = (package / REQUESTS).read_text(encoding="utf-8").splitlines(keepends=True)
    (package / REQUESTS).write_text("".join(text[:-1]), encoding="utf-8")
    with pytest.raises(DataError, match=r"requests\.csv 里没有键是“结转下年”的行"):
        compose(package)


def test_a_blank_number_is_a_gap_and_no_zero(tmp_path: Path) -> None:
    package = copied(tmp_path / "包", REQUESTS, "国家秘密,1,0", "国家秘密,,0")
    draft = compose(package)
    row = next(line for line in plain_text(draft.document).splitlines() if "属于国家秘密" in line)
    assert row.split("\t")[-7:] == ["【待补】", "0", "0", "0", "0", "0", "【待补】"]
    assert {"申请[国家秘密].自然人", "申请[国家秘密].总计"} <= {
        gap.split("键 ")[1].split("  ")[0] for gap in gaps(draft)
    }


# ---- sheets, workbook, next year


REQUESTS_TITLE = "收到和处理政府信息公开申请情况"
DISPUTES_TITLE = "因政府信息公开工作被申请行政复议、提起行政诉讼情况"


def test_tables_alone_have_the_titles_of_the_form() -> None:
    names = [name for _, name in list_tables(ROOT / "data" / PACKAGE)]
    assert names == [
        "主动公开政府信息情况：第二十条第（一）项",
        "主动公开政府信息情况：第二十条第（五）项、第（六）项",
        "主动公开政府信息情况：第二十条第（八）项",
        REQUESTS_TITLE,
        DISPUTES_TITLE,
    ]
    for only in ("申请情况", "收到和处理"):
        document = compose_tables(ROOT / "data" / PACKAGE, only).document
        assert document.properties.title == REQUESTS_TITLE


def test_totals_of_sheets_are_formulas() -> None:
    data = sheets(compose_tables(ROOT / "data" / PACKAGE).document)
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    requests, disputes = formulas[REQUESTS_TITLE], formulas[DISPUTES_TITLE]
    assert requests["J5"].value == "=D5+E5+F5+G5+H5+I5"
    for row in range(5, 30):
        assert str(requests[f"J{row}"].value).startswith("=")
    for column in "DEFGHI":  # （七）总计
        assert str(requests[f"{column}28"].value).count("+") == 20
    assert [disputes[cell].value for cell in ("E5", "J5", "O5")] == [
        "=A5+B5+C5+D5",
        "=F5+G5+H5+I5",
        "=K5+L5+M5+N5",
    ]
    assert [values[REQUESTS_TITLE][f"J{row}"].value for row in (5, 6, 28, 29)] == [47, 5, 48, 4]


def test_the_workbook_says_that_a_total_may_stay_blank(tmp_path: Path) -> None:
    workbook(ROOT / "data" / PACKAGE, tmp_path / "包.xlsx")
    guide = openpyxl.load_workbook(tmp_path / "包.xlsx")["说明"]
    said = [str(row[0]) for row in guide.iter_rows(values_only=True)]
    assert [line for line in said if "（七）总计”）空着就由程序相加，填了就核对" in line]


TOTAL = "办结,三、本年度办理结果,（七）总计,,39,6,0,1,2,0,"
BLANK_TOTAL = "办结,三、本年度办理结果,（七）总计,,,,,,,,"


def test_a_blank_total_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    """39 + 6 + 0 + 1 + 2 + 0 = 48 done, as the shipped package says."""
    package = copied(tmp_path / "包", REQUESTS, TOTAL, BLANK_TOTAL)
    made = drafted(package)
    assert (told(package), gaps(made)) == ([], [])
    row = next(line for line in plain_text(made.document).split("\n") if "（七）总计" in line)
    assert row.split("\t")[-7:] == ["39", "6", "0", "1", "2", "0", "48"]


def test_one_blank_cell_of_a_total_is_filled_and_the_others_are_compared(tmp_path: Path) -> None:
    package = copied(tmp_path / "包", REQUESTS, TOTAL, TOTAL.replace("39,6,0", ",7,0"))
    found = [message for rule, message in told(package) if rule == "附表关系"]
    assert any("商业企业列：办结是7件，应等于" in message for message in found)
    assert not any("自然人列" in message for message in found)
    assert gaps(drafted(package)) == []


def test_a_total_of_which_a_part_is_blank_is_a_gap(tmp_path: Path) -> None:
    package = copied(tmp_path / "包", REQUESTS, TOTAL, BLANK_TOTAL)
    requests = package / REQUESTS
    text = requests.read_text("utf-8-sig").replace("2.重复申请,1,0", "2.重复申请,,0")
    requests.write_text(text, "utf-8-sig")
    lacking = "\n".join(gaps(drafted(package)))
    for key in ("申请[重复申请].自然人", "申请[办结].自然人", "申请[办结].总计"):
        assert key in lacking
    assert "申请[办结].商业企业" not in lacking


@pytest.mark.slow
def test_a_workbook_there_and_back(tmp_path: Path) -> None:
    package = copied(tmp_path / "包")
    workbook(package, tmp_path / "包.xlsx")
    workbook(tmp_path / "包.xlsx", tmp_path / "转回")
    for path in filter(Path.is_file, package.rglob("*.*")):
        assert (tmp_path / "转回" / path.relative_to(package)).read_bytes() == path.read_bytes()
    text = plain_text(compose(tmp_path / "包.xlsx").document)
    assert text == plain_text(compose(package).document)


@pytest.fixture
def next_year(tmp_path: Path) -> Path:
    """The package of 2024, beside that of 2023."""
    copied(tmp_path / "柳溪-2023")
    new(tmp_path / "柳溪-2024", tmp_path / "柳溪-2023", 2024)
    return tmp_path / "柳溪-2024"


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def test_results_do_not_come_along_to_next_year(next_year: Path) -> None:
    rows = rows_of(next_year / REQUESTS)
    old = rows_of(next_year.parent / "柳溪-2023" / REQUESTS)
    assert [row[:4] for row in rows] == [row[:4] for row in old]
    assert {cell for row in rows[1:] for cell in row[4:]} == {""}
    assert rows_of(next_year / DISPUTES)[1:] == [["全年", *[""] * 15]]
    values = {row[0]: row[2] for row in rows_of(next_year / FIGURES)[1:]}
    assert set(values.values()) == {""} and "收费.行政事业性" in values
    assert "previous: ../柳溪-2023" in (next_year / "report.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("carried", "found"), [(4, []), (3, ["“上年结转申请”写4件，2023年数据包是5件。"])]
)
def test_what_was_carried_over_is_compared_with_last_year(
    next_year: Path, carried: int, found: list[str]
) -> None:
    """That year 4 requests of 自然人 and 1 of 商业企业 went on to this one."""
    last = next_year.parent / "柳溪-2023"
    for file in (FIGURES, REQUESTS, DISPUTES):
        shutil.copy(last / file, next_year / file)
    for package, label, old, now in (
        (last, "四、结转下年度继续办理", 3, 4),  # 38 + 5 = 39 + 4
        (last, "二、上年结转政府信息公开申请数量", 4, 5),
        (next_year, "二、上年结转政府信息公开申请数量", 4, carried),
        (next_year, "四、结转下年度继续办理", 3, carried - 1),
    ):
        path = package / REQUESTS
        text = path.read_text(encoding="utf-8")
        assert f"{label},,,{old}," in text
        path.write_text(text.replace(f"{label},,,{old},", f"{label},,,{now},"), encoding="utf-8")
    assert [message for rule, message in told(next_year) if rule == "与上年比"] == found


# ---- the Word file


@pytest.mark.slow
def test_regenerated_with_edits(tmp_path: Path) -> None:
    """A paragraph and a cell that people changed stay; what the data say otherwise is done."""
    package, file = copied(tmp_path / "包"), tmp_path / "稿.docx"
    write(compose(package), file)
    edited = _edited(
        file,
        ("申请由办公室登记", "申请由县局办公室登记"),
        ("要求提供公开出版物", "要求提供公开出版物（含期刊）"),
    )
    text = (package / REQUESTS).read_text(encoding="utf-8")
    text = text.replace("数量,,,38,6,", "数量,,,39,6,").replace("办理,,,3,1,", "办理,,,4,1,")
    (package / REQUESTS).write_text(text, encoding="utf-8")
    result = regenerate(compose(package), edited, tmp_path / "新稿.docx", DATE)
    words = plainword.words((tmp_path / "新稿.docx").read_bytes())
    reading = plainword.accepted((tmp_path / "新稿.docx").read_bytes())
    assert "申请由县局办公室登记" in words and "公开出版物（含期刊）" in words
    rows = {row[-8]: row[-7:] for row in reading.rows if len(row) >= 8}
    assert rows[FORM[0]] == ("39", "6", "0", "1", "2", "0", "48")
    assert rows[FORM[-1]] == ("4", "1", "0", "0", "0", "0", "5")
    assert any("全年新收政府信息公开申请48件" in line for line in reading.texts)
    assert not result.summary.conflicts
    assert plainword.merges_are_whole((tmp_path / "新稿.docx").read_bytes())
    assert plainword.rejected((tmp_path / "新稿.docx").read_bytes()) == plainword.accepted(
        edited.read_bytes()
    )


def _edited(file: Path, *changes: tuple[str, str]) -> Path:
    """The file with words changed in it as a person would, in place."""
    target = file.with_name("改稿.docx")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as made:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode("utf-8")
                for before, after in changes:
                    assert text.count(before) == 1, before
                    text = text.replace(before, after)
                data = text.encode("utf-8")
            made.writestr(name, data)
    return target


@pytest.mark.slow
def test_the_copy_to_issue(tmp_path: Path) -> None:
    package, file = copied(tmp_path / "包"), tmp_path / "稿.docx"
    write(compose(package), file)
    finalize(file, tmp_path / "定稿.docx", package)
    assert "柳溪县自然资源局" in plainword.words((tmp_path / "定稿.docx").read_bytes())
    blank = copied(tmp_path / "空", REQUESTS, "国家秘密,1,0", "国家秘密,,0")
    write(compose(blank), tmp_path / "空稿.docx")
    with pytest.raises(NigaoError, match="待补"):
        finalize(tmp_path / "空稿.docx", tmp_path / "空定稿.docx", blank)


# ---- the kind


@pytest.mark.slow
def test_the_kind_stands_its_trial(tmp_path: Path) -> None:
    trial = check_kind(KIND, tmp_path)
    assert (trial.faults, trial.gaps, trial.unprinted) == ((), (), ())


def test_the_kind_needs_no_other_kind(tmp_path: Path) -> None:
    """A folder that holds it and what kinds share, and a command that has no other."""
    home = tmp_path / "kinds"
    for name in (KIND, "shared"):
        shutil.copytree(ROOT / "templates" / name, home / name)
    package = copied(tmp_path / "包")
    status, errors, _ = run("draft", package, "--templates", home, "-o", tmp_path / "稿.docx")
    assert status == 0, errors
    assert plain_text(compose(package, templates=home).document).splitlines() == printed()
