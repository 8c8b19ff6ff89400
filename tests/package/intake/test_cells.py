"""What departments type into cells: the same is read, refused or asked from a CSV file and from a sheet."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support import invented
from support.made import FILES, kinds_folder, workbook_of

from generator.model.cell import PartialDate
from generator.model.dataset import Dataset
from generator.model.errors import DataError, Problem
from generator.package.read import load_package

D = Decimal

FUNDS = "键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,{},产业,产业开发,逐项,2\n"
QUOTED = '"{}"'


def _packages(folder: Path, written: str) -> list[Path]:
    """A package whose 金额 holds these words, as a folder and as a workbook."""
    csv = FUNDS.format(QUOTED.format(written.replace('"', '""')))
    as_folder = invented.package(folder / "甲", **{**FILES, "funds_csv": csv})

    def type_in(book: Any) -> None:
        book["资金"].delete_rows(3)
        book["资金"]["C2"].value = written
        book["资金"]["C2"].data_type = "s"

    return [as_folder, workbook_of(folder / "乙", type_in)[0]]


def _read(package: Path) -> Dataset:
    return load_package(package, kinds_folder())[0]


def _refused(package: Path) -> Problem:
    with pytest.raises(DataError) as caught:
        _read(package)
    assert len(caught.value.problems) == 1, caught.value
    return caught.value.problems[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 286", "1286"),
        ("1\u00a0286\u00a0000", "1286000"),
        ("1,286.5", "1286.5"),
        ("１，２８６", "1286"),
        ("１２８６．５", "1286.5"),
        ("\u200b1286\ufeff", "1286"),
        ("12\u00ad86", "1286"),
        ("1286万元", "1286"),
        ("12860000元", "1286"),
        ("0.1286亿元", "1286"),
        ("1286万", "1286"),
    ],
)
def test_a_clear_number_is_read(tmp_path: Path, written: str, value: str) -> None:
    for package in _packages(tmp_path, written):
        record = _read(package).records["资金"].rows[0]
        assert record.cells["金额"].value == D(value)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "message", "texts"),
    [
        ("30\n45", "这里像是2个数", [None]),
        ("30 45", "这里像是2个数", [None]),
        ("30\t45", "这里像是2个数", [None]),
        ("1\n286", "这里像是2个数", [None]),
        ("1 286\u00a0000", "这里像是3个数", [None]),
        ("12,34", "这里像是2个数", [None]),
        ("0 345", "这里像是2个数", [None]),
        ("0,345", "这里像是2个数", [None]),
        ("00,345", "这里像是2个数", [None]),
        ("30，45", "这里像是2个数", [None]),
        ("120，345", "不知道逗号是千分位还是分隔", ["120345", None]),
        ("１２０,３４５", "不知道逗号是千分位还是分隔", ["120345", None]),
        ("1，286，000", "不知道逗号是千分位还是分隔", ["1286000", None]),
        ("/", "不知道是没有还是不详", [None, "0"]),
        ("—", "不知道是没有还是不详", [None, "0"]),
        ("——", "不知道是没有还是不详", [None, "0"]),
        ("-", "不知道是没有还是不详", [None, "0"]),
        ("无", "不知道是没有还是不详", [None, "0"]),
        ("N/A", "不知道是没有还是不详", [None, "0"]),
        ("暂无", "不知道是没有还是不详", [None, "0"]),
        ("未统计", "不知道是没有还是不详", [None, "0"]),
        ("缺", "不知道是没有还是不详", [None, "0"]),
    ],
)
def test_what_may_mean_two_things_is_asked(
    tmp_path: Path, written: str, message: str, texts: list[str | None]
) -> None:
    for package in _packages(tmp_path, written):
        problem = _refused(package)
        assert message in problem.message
        assert (problem.row, problem.column) == (2, "金额")
        assert [reading.text for reading in problem.readings] == texts


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("5237①", "应当是数字"),
        ("5237²", "应当是数字"),
        ("٣٤", "应当是数字"),
        ("1286亩", "应当是数字，单位是万元"),
        ("约1286", "应当是数字，这里不能带“约”"),
        ("1200余万元", "应当是数字，这里不能带“余”"),
        ("一千", "应当是数字"),
        ("30-45", "应当是数字"),
        ("#GETTING_DATA", "公式出错（#GETTING_DATA）"),
        ("#SPILL!", "公式出错（#SPILL!）"),
        ("#N/A", "公式出错（#N/A）"),
        ("########", "公式出错（########）"),
        ('=DISPIMG("ID_1",1)', "格子里是嵌入的图片"),
        ('=_xlfn.DISPIMG("ID_1",1)', "格子里是嵌入的图片"),
    ],
)
def test_what_is_no_number_is_refused(tmp_path: Path, written: str, message: str) -> None:
    for package in _packages(tmp_path, written):
        problem = _refused(package)
        assert problem.message.startswith(message)
        assert (problem.row, problem.column) == (2, "金额")


def test_cells_without_a_number_are_asked_once(tmp_path: Path) -> None:
    funds = (
        "键,名称,金额,用途,方向,列示,项目数\n"
        "大棚,蔬菜大棚,/,产业,产业开发,逐项,2\n"
        "培训,技能培训,200.5,就业,劳务协作,逐项,—\n"
        "养殖,肉牛养殖,无,产业,产业开发,逐项,1\n"
    )
    package = invented.package(tmp_path / "甲", **{**FILES, "funds_csv": funds})
    assert str(_refused(package)) == (
        "funds.csv 第2行“金额”列、第3行“项目数”列、第4行“金额”列：写的是“/”、“—”、“无”，"
        "应当是数字，不知道是没有还是不详。还不知道就留空，是零就写 0。"
    )


def test_invisible_characters_are_removed_and_named(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位\n招聘.\u200b公告,公\u00ad告,6,次\n"
    package = invented.package(tmp_path / "甲", figures_csv=figures)
    dataset = _read(package)
    assert [(row.key, row.name) for row in dataset.figures] == [("招聘.公告", "公告")]
    assert [str(remark) for remark in dataset.remarks] == [
        "figures.csv 第2行“键”列：格子里有看不见的字符 U+200B，已经去掉。",
        "figures.csv 第2行“名称”列：格子里有看不见的字符 U+00AD，已经去掉。",
    ]


def test_keys_that_look_the_same_are_the_same(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位\n招聘.公告,公告,6,次\n招聘.\u200b公告,公告,7,次\n"
    package = invented.package(tmp_path / "甲", figures_csv=figures)
    assert str(_refused(package)).startswith("figures.csv 第3行“键”列：“招聘.公告”在第2行已有")


@pytest.mark.parametrize(
    ("value", "qualifier", "number"),
    [
        ("约8", "约", "8"),
        ("80余", "余", "80"),
        ("80余次", "余", "80"),
        ("2万余次", "余", "20000"),
        ("80次以上", "以上", "80"),
        ("超过80", "超过", "80"),
        ("近80次", "近", "80"),
    ],
)
def test_a_qualifier_goes_where_it_belongs(
    tmp_path: Path, value: str, qualifier: str, number: str
) -> None:
    figures = f"键,名称,数值,单位,修饰\n招聘.公告,公告,{value},次,\n"
    (row,) = _read(invented.package(tmp_path / "甲", figures_csv=figures)).figures
    assert (row.qualifier, row.cell.value) == (qualifier, D(number))


def test_two_qualifiers_are_refused(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位,修饰\n招聘.公告,公告,约8,次,近\n"
    package = invented.package(tmp_path / "甲", figures_csv=figures)
    assert "数值里写了“约”，“修饰”列却是“近”" in str(_refused(package))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023.10", PartialDate(2023, 10)),
        ("2023.2", PartialDate(2023, 2)),
        ("2023.01", PartialDate(2023, 1)),
        ("20231005", PartialDate(2023, 10, 5)),
        ("2023 年 10 月 5 日", PartialDate(2023, 10, 5)),
        ("２０２３．１０．５", PartialDate(2023, 10, 5)),
    ],
)
def test_a_clear_day_is_read(tmp_path: Path, written: str, value: PartialDate) -> None:
    documents = (
        f"键,日期,发文机关,方式,标题,文号,内容,领域\n方案,{written},县政府,印发,方案,,,综合\n"
    )
    package = invented.package(tmp_path / "甲", documents_csv=documents)
    assert _read(package).records["政策文件"].rows[0].cells["日期"].value == value


def test_a_month_that_may_be_two_is_asked(tmp_path: Path) -> None:
    documents = "键,日期,发文机关,方式,标题,文号,内容,领域\n方案,2023.1,县政府,印发,方案,,,综合\n"
    problem = _refused(invented.package(tmp_path / "甲", documents_csv=documents))
    assert [reading.text for reading in problem.readings] == ["2023-01", "2023-10"]


# format, stored number, unit of the row, what is read (None: asked)
DISPLAYED = [
    ("General", 1234.5, "万元", "1234.5"),
    ("0.0", 1234.5678, "万元", "1234.5678"),
    ("0", 8, "期", "8"),
    ('0"期"', 8, "期", "8"),
    ('0!.0,"万"', 12345678, "万元", "1234.6"),
    ('0!.0,"万元"', 12345678, "万元", "1234.6"),
    ('0!.0,"万"', 12345678, "元", "12345678"),
    ('[>=10000]0!.0,"万";0', 12345678, "万元", "1234.6"),
    ('0!.0000"万"', 12345678, "万元", "1234.5678"),
    (r'0\.0000"万元"', 5000, "万元", "0.5"),
    ("0!.0000", 12345678, "万元", None),
    ('0!.0000"亿"', 12345678, "万元", None),
    ('0!.0000"万"', 12345678, "元", "12345678"),
    ('0.00,,"百万元"', 12345678, "万元", "1235"),
    ("#,##0,", 12345678, "万元", None),
    ("0!.0,", 12345678, "万元", None),
    ("0.0%", 0.934782608, "%", "93.5"),
    ("0%", 0.935, "%", "94"),
    ('"约"0', 8, "期", "8"),
    ('"¥"#,##0.00', 1286.5, "万元", "1286.5"),
    ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, "万元", "0"),
    ("#,##0_);[Red](#,##0)", -3, "万元", "-3"),
    (";;;", 5, "万元", None),
    ("0;-0;", 0, "万元", None),
]


@pytest.mark.slow
@pytest.mark.parametrize(("code", "stored", "unit", "value"), DISPLAYED)
def test_a_number_is_what_the_sheet_shows(
    tmp_path: Path, code: str, stored: float, unit: str, value: str | None
) -> None:
    def type_in(book: Any) -> None:
        sheet = book["数据"]
        sheet["C2"], sheet["D2"] = stored, unit
        sheet["C2"].number_format = code

    package = workbook_of(tmp_path, type_in, text__lead_md="导语。\n")[0]
    if value is None:
        assert len(_refused(package).readings) == 2
    else:
        assert _read(package).figures[0].cell.value == D(value)


def test_hidden_decimals_count_and_are_said(tmp_path: Path) -> None:
    def type_in(book: Any) -> None:
        book["资金"]["C2"], book["资金"]["C3"] = 1286.456, 200.5
        book["资金"]["C2"].number_format = "0.0"
        book["资金"]["C3"].number_format = "0"

    dataset = _read(workbook_of(tmp_path, type_in)[0])
    assert [row.cells["金额"].value for row in dataset.records["资金"].rows] == [
        D("1286.456"),
        D("200.5"),
    ]
    assert [str(remark) for remark in dataset.remarks] == [
        "清河.xlsx 工作表“资金” 第2行“金额”列、第3行“金额”列：显示的小数比存的少，按存的数读（供参考）。"
    ]
