"""What a department wrote where it may not be what was asked for: it is asked about, not taken."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support import invented

from generator.jobs.collect import as_text, collect
from generator.jobs.handout import handout
from generator.model.errors import DataError, InputError

OFFICE = "县就业局"
OUTLINE = """\
{% block 就业 %}
就业{{ f('就业.合计') }}，赴东部{{ f('就业.赴东部') }}，省内{{ f('就业.省内') }}，到位{{ f('资金.到位') }}。
{{ text('jobs', '就业情况') }}
{% for fund in 资金 %}{{ fund.名称 }}{% endfor %}{% for visit in 互访 %}{{ visit.事项 }}{% endfor %}
{% endblock %}
"""
HEAD = "键,名称,金额,用途,方向,列示,项目数\n"
FUNDS = f"{HEAD}大棚,蔬菜大棚,1286,产业,产业开发,逐项,\n冷库,冷库,900,产业,产业开发,逐项,1\n"


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.kinds_with(tmp_path / "kinds", OUTLINE, "资金.到位,到位资金,万元,,\n")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return invented.package(
        tmp_path / "清河-2023",
        report_yaml=f"{invented.REPORT}cutoff: 2023-10-31\n",
        indicators_csv="代码,数值\n1.1,=\n1.1.1,\n1.1.2,\n1.2,\n",
        figures_csv="键,名称,数值,单位\n资金.到位,到位资金,,万元\n",
        departments_csv=f"部门,期限,负责\n{OFFICE},2023-11-10,就业 资金 funds.csv visits.csv text/jobs.md\n",
        funds_csv=FUNDS,
    )


def came_back(package: Path, kinds: Path, do: Callable[[Any], None]) -> str:
    """What is printed of a workbook to which somebody did something, all that is sure taken."""
    handout(package, package.parent / "发出", templates=kinds)
    book = openpyxl.load_workbook(package.parent / f"发出/{OFFICE}.xlsx")
    do(book)
    path = package.parent / "报来.xlsx"
    book.save(path)
    return as_text(
        collect(package, [path], date=dt.datetime(2023, 11, 9), take=True, templates=kinds)
    )


def taken(package: Path, file: str, row: str, column: str) -> str:
    """What a cell of the package holds now."""
    text = (package / file).read_text(encoding="utf-8-sig")
    rows = {next(iter(line.values())): line for line in csv.DictReader(io.StringIO(text))}
    return rows[row][column]


def money(cells: dict[str, object]) -> Callable[[Any], None]:
    """到位资金 (万元) is 5600 (D7), with these cells besides."""

    def do(book: Any) -> None:
        for place, value in ({"D7": 5600} | cells).items():
            book["填报"][place] = value

    return do


def merged(book: Any) -> None:
    money({})(book)
    book["填报"].merge_cells("D7:D8")


def row_below_the_head(book: Any) -> None:
    book["填报"].insert_rows(5)
    book["填报"]["D5"], book["填报"]["D8"] = "1-9月", 5600


# What a department did to its sheet of numbers, and what is told; none is taken.
ASKED = [
    (money({"D4": "本年数（元）"}), "表头写着“元”，这一项是“万元”，没有写"),
    (money({"D4": "本年数(亿元)"}), "表头里没有“本年数”"),
    (money({"D4": "本年数（1-9月）"}), "表头写着“1-9月”，不知道是不是要的数"),
    (money({"D4": "本年数\n（上半年）"}), "表头写着“上半年”，不知道是不是要的数"),
    (money({"D4": "本年数（计划）"}), "表头写着“计划”，不知道是不是要的数"),
    (money({"D4": "本年数（2022年）"}), "表头写着“2022年”，不知道是不是要的数"),
    (money({"A3": "单位：元"}), "表头写着“元”，这一项是“万元”，没有写"),
    (row_below_the_head, "表头写着“1-9月”，不知道是不是要的数"),
    (merged, "第7至8行合并成了一格，不知道各行填的是什么，没有写"),
    *(
        (money({"E7": note}), "“说明”里写着“")
        for note in (
            *("预计数", "这是计划数", "上年数", "1-9月数据", "截至9月底", "初步数", "暂定"),
            *("按元填报", "以元为单位", "元", "单位元", "计量单位：元", "请核实"),
        )
    ),
]


@pytest.mark.parametrize(("do", "told"), ASKED)
def test_a_number_that_may_be_another_is_asked(
    package: Path, kinds: Path, do: Callable[[Any], None], told: str
) -> None:
    try:
        text = came_back(package, kinds, do)
    except InputError as error:
        text = str(error)
    assert told in text
    assert taken(package, "figures.csv", "资金.到位", "数值") == ""


# What is no doubt: the number is taken.
TAKEN = [
    {"D4": "本年数（万元）"},
    {"D4": "本年数（必填）"},
    {"D4": "本年数（2023年）"},
    {"D4": "本年数（1-10月）"},
    {"A3": "单位：万元、人"},
    {"E7": "按万元填报"},
    {"E7": "比上年数多，是因为项目多了；高于计划数"},
    {"E7": "1-9月到位3000万元，10月到位2600万元"},
    {"E7": "截至10月底"},
    {"E7": "元旦前拨付到位"},
    {"E7": "含参加单位人员培训的资金"},
]


@pytest.mark.parametrize("cells", TAKEN)
def test_a_number_that_is_what_was_asked_for_is_taken(
    package: Path, kinds: Path, cells: dict[str, object]
) -> None:
    came_back(package, kinds, money(cells))
    assert taken(package, "figures.csv", "资金.到位", "数值") == "5600"


def record(book: Any, row: int, *values: object) -> None:
    for column, value in enumerate(values, 1):
        book["资金"].cell(row, column).value = value


def copied_with_its_mark(book: Any) -> None:
    """The row of 蔬菜大棚, whose 项目数 is blank, twice: 2 and 3."""
    record(book, 5, *[cell.value for cell in book["资金"][5]])
    record(book, 7, *[cell.value for cell in book["资金"][5]])
    book["资金"]["F5"], book["资金"]["F7"] = 2, 3


def merged_records(book: Any) -> None:
    record(book, 7, "茶园", 30, "产业", "产业开发", "逐项", 1)
    record(book, 8, "果园", None, "产业", "产业开发", "逐项", 1)
    book["资金"].merge_cells("B7:B8")


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (copied_with_its_mark, "项目数：还空着，报来的是“3”，没有改"),
        (merged_records, "“金额”第7至8行合并成了一格，不知道各行填的是什么，没有写"),
    ],
)
def test_records_that_may_be_others_are_asked(
    package: Path, kinds: Path, do: Callable[[Any], None], told: str
) -> None:
    assert told in came_back(package, kinds, do)
    assert (package / "funds.csv").read_text(encoding="utf-8-sig") == FUNDS


def unit_above(book: Any) -> None:
    book["资金"]["B4"], book["资金"]["A3"] = "金额", "单位：元"


def unit_below(book: Any) -> None:
    book["资金"].insert_rows(5)
    book["资金"]["B5"] = "（元）"


def second_column(book: Any) -> None:
    book["资金"].cell(4, book["资金"].max_column + 1).value = "金额（万元）"


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (unit_above, "“资金”表的表头写成了“元”，单位和发出去的不同"),
        (unit_below, "“资金”表的表头写成了“元”，单位和发出去的不同"),
        (second_column, "“资金”表的表头里有两个“金额”，不知道以哪一列为准"),
    ],
)
def test_a_sheet_of_records_that_is_not_as_it_was_is_not_read(
    package: Path, kinds: Path, do: Callable[[Any], None], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        came_back(package, kinds, do)


def text_twice(book: Any) -> None:
    sheet = book["文字"]
    for column in range(1, 5):
        sheet.cell(6, column).value = sheet.cell(5, column).value
    sheet["C5"], sheet["C6"] = "办班3期。", "办班4期。"


def text_as(value: object) -> Callable[[Any], None]:
    def do(book: Any) -> None:
        book["文字"]["C5"] = value

    return do


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (text_twice, "这份文字在表里有不止一行，写的不一样，没有写"),
        (text_as("=A1&B1"), "公式没有存下算出的值"),
        (text_as(dt.date(2023, 5, 6)), "被 Excel 当作日期（2023-05-06）"),
    ],
)
def test_a_text_that_nobody_can_be_sure_of_is_asked(
    package: Path, kinds: Path, do: Callable[[Any], None], told: str
) -> None:
    assert told in came_back(package, kinds, do)
    assert not (package / "text/jobs.md").exists()


def test_a_row_that_is_wrong_by_itself_holds_back_no_other(package: Path, kinds: Path) -> None:
    def two_visits(book: Any) -> None:
        sheet = book["互访"]
        heads = [str(cell.value).rstrip("*") for cell in sheet[4]]
        for row, (first, last, what) in enumerate(
            [("2023-05-06", "2023-05-08", "调研"), ("2023-05-09", "2023-05-08", "签约")], 5
        ):
            new = {"方向": "东到西", "开始": first, "结束": last, "姓名": what, "事项": what}
            for name, value in new.items():
                sheet.cell(row, heads.index(name) + 1).value = value

    text = came_back(package, kinds, two_visits)
    assert text.count("“结束”是2023-05-08，早于“开始”的2023-05-09。请核对这两格") == 1
    assert "第6行" in text and "第5行" not in text
    visits = (package / "visits.csv").read_text(encoding="utf-8-sig")
    assert "调研" in visits and "签约" not in visits


def test_a_number_whose_row_is_called_otherwise_now_is_asked(package: Path, kinds: Path) -> None:
    def rename(book: Any) -> None:
        money({})(book)
        figures = package / "figures.csv"
        text = figures.read_text(encoding="utf-8").replace("到位资金", "计划资金")
        figures.write_text(text, encoding="utf-8")

    told = "发出去时这一项叫“到位资金”，数据包里现在叫“计划资金”，没有写"
    assert told in came_back(package, kinds, rename)
    assert taken(package, "figures.csv", "资金.到位", "数值") == ""


def test_all_files_that_cannot_be_read_are_told_at_once(package: Path, kinds: Path) -> None:
    handout(package, package.parent / "发出", templates=kinds)
    good = package.parent / f"发出/{OFFICE}.xlsx"
    bad = [package.parent / name for name in ("甲.xlsx", "乙.xlsx")]
    for path in bad:
        path.write_bytes(b"no zip")
    sent = [*bad, package.parent / "没有.xlsx", good, good]
    with pytest.raises(InputError) as caught:
        collect(package, sent, date=dt.datetime(2023, 11, 9), templates=kinds)
    told = [Path(problem.file or "").name for problem in caught.value.problems]
    assert told == ["甲.xlsx", "乙.xlsx", "没有.xlsx", f"{OFFICE}.xlsx"]


def test_two_that_write_the_same_place_are_not_both_taken(package: Path, kinds: Path) -> None:
    handout(package, package.parent / "发出", templates=kinds)
    path = package.parent / f"发出/{OFFICE}.xlsx"
    book = openpyxl.load_workbook(path)
    for cell in book["填报"][7]:
        book["填报"].cell(9, cell.column).value = cell.value
    book["填报"]["D7"], book["填报"]["D9"] = 5600, 5700
    book.save(path)
    options: dict[str, Any] = {"date": dt.datetime(2023, 11, 9), "take": True, "templates": kinds}
    with pytest.raises(InputError, match="--decide 1-2：和 1-1 要写的是同一处"):
        collect(package, [path], decided=("1", "2"), **options)
    assert taken(package, "figures.csv", "资金.到位", "数值") == ""
    collect(package, [path], decided=("2",), **options)
    assert taken(package, "figures.csv", "资金.到位", "数值") == "5700"


def test_departments_whose_names_are_no_names_of_files_are_told_at_once(
    package: Path, kinds: Path
) -> None:
    table = "部门,负责\n县就业局,就业\n县委办/机要,资金\nABC局,funds.csv\nabc局,visits.csv\n"
    (package / "departments.csv").write_text(table, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        handout(package, package.parent / "发出", templates=kinds)
    told = [(problem.row, problem.message) for problem in caught.value.problems]
    assert told == [
        (3, "“县委办/机要”不能作文件名：里面有斜线"),
        (5, "“abc局”不能作文件名：和“ABC局”只差大小写，是同一个文件"),
    ]
    assert not (package.parent / "发出").exists()


def test_lines_below_a_table_are_no_rows_and_remarks_are_told(package: Path, kinds: Path) -> None:
    def below(book: Any) -> None:
        money({"A12": "注：含上年结转", "A13": "填表人：张三"})(book)
        record(book, 7, "茶园", 30, "产业", "产业开发", "逐项", 1)
        record(book, 9, "注：茶园在建")
        record(book, 10, "填表人：张三", None, "审核人：李四")

    text = came_back(package, kinds, below)
    assert "请定" not in text and "不用" not in text and "张三" not in text
    assert "“资金”A9：写着“注：茶园在建”" in text
    funds = (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert "茶园" in funds and "注：" not in funds and "张三" not in funds
