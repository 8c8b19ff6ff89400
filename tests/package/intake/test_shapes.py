"""Tables as departments send them: heads, separators, titles, totals; from a CSV file and from a sheet."""

from __future__ import annotations

import csv
import io
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support import invented
from support.made import FILES, kinds_folder, workbook_of

from generator.jobs.workbook import workbook
from generator.model.dataset import Dataset
from generator.model.errors import NigaoError
from generator.package.read import load_package

D = Decimal
HEAD = ["键", "名称", "金额", "用途", "方向", "列示", "项目数"]
FIRST = ["大棚", "蔬菜大棚", "1286", "产业", "产业开发", "逐项", "2"]
SECOND = ["培训", "技能培训", "200.5", "就业", "劳务协作", "逐项", "1"]
Rows = list[list[str]]


def _folder(folder: Path, funds: str | bytes) -> Path:
    return invented.package(folder / "甲", **{**FILES, "funds_csv": funds})


def _as_csv(rows: Rows, separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _both(folder: Path, rows: Rows) -> list[Path]:
    """A package whose 资金 is this table, as a folder and as a workbook."""

    def type_in(book: Any) -> None:
        sheet = book["资金"]
        sheet.delete_rows(1, 10)
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                sheet.cell(row, column).value = cell or None
                sheet.cell(row, column).data_type = "s" if cell else "n"

    return [_folder(folder, _as_csv(rows)), workbook_of(folder / "乙", type_in)[0]]


def _read(package: Path) -> Dataset:
    return load_package(package, kinds_folder())[0]


def _amounts(package: Path) -> list[tuple[str, object]]:
    return [(row.key, row.cells["金额"].value) for row in _read(package).records["资金"].rows]


def _faults(package: Path) -> list[str]:
    with pytest.raises(NigaoError) as caught:
        _read(package)
    return [str(problem) for problem in caught.value.problems]


def _with(*rows: list[str]) -> Rows:
    return [list(row) for row in rows]


TOTAL = ["合计", "", "1486.5", "", "", "", ""]
SHAPES: list[tuple[str, Rows]] = [
    ("as it is", _with(HEAD, FIRST, SECOND)),
    ("title and unit above", _with(["2023年资金一览表"], ["单位：万元"], HEAD, FIRST, SECOND)),
    ("blank lines", _with(HEAD, [], FIRST, [], SECOND, [])),
    ("unit in the head", _with([*HEAD[:2], "金额（万元）", *HEAD[3:]], FIRST, SECOND)),
    ("unit in words", _with([*HEAD[:2], "金额(单位：万元)", *HEAD[3:]], FIRST, SECOND)),
    ("blanks in the head", _with(["键", "名 称", "金 额", *HEAD[3:]], FIRST, SECOND)),
    ("numbers of rows", _with(["序号", *HEAD], ["1", *FIRST], ["2", *SECOND])),
    ("another order", _with(HEAD[::-1], FIRST[::-1], SECOND[::-1])),
    ("a note below", _with(HEAD, FIRST, SECOND, ["注：以上为到账数"])),
    ("who filled it in", _with(HEAD, FIRST, SECOND, ["填表人：张三", "", "联系电话：1"])),
    ("head again", _with(HEAD, FIRST, HEAD, SECOND)),
    ("total below", _with(HEAD, FIRST, SECOND, TOTAL)),
    ("total above", _with(HEAD, TOTAL, FIRST, SECOND)),
    ("total with a key", _with(HEAD, FIRST, SECOND, ["z1", "合 计", "1486.5", "", "", "", ""])),
    (
        "total of something",
        _with(HEAD, FIRST, SECOND, ["z1", "本年项目 合计", "1486.5", "产业", "产业", "逐项", ""]),
    ),
    (
        "a part of the row above",
        _with(HEAD, FIRST, ["y", "其中：一期", "600", "产业", "产业开发", "逐项", "1"], SECOND),
    ),
    (
        "parts, one by its key",
        _with(
            HEAD,
            FIRST,
            ["y", "其 中:一期", "1286", "产业", "产业开发", "逐项", ""],
            ["其中，二期", "", "600", "产业", "产业开发", "逐项", ""],
            SECOND,
        ),
    ),
    (
        "a part of the total",
        _with(
            HEAD,
            FIRST,
            SECOND,
            TOTAL,
            ["y", "其中：财政资金", "1400", "产业", "产业开发", "逐项", ""],
        ),
    ),
    ("all", _with(HEAD, FIRST, SECOND, ["z", "全部资金", "1486.5", "产业", "产业", "逐项", ""])),
    ("all, above", _with(HEAD, ["z", "全 部", "1486.5", "产", "业", "逐项", ""], FIRST, SECOND)),
    ("cumulated", _with(HEAD, FIRST, SECOND, ["z", "累计", "1486.5", "产", "业", "逐项", ""])),
    (
        "total in another column",
        _with(HEAD, FIRST, SECOND, ["z1", "", "1486.5", "", "总计", "", ""]),
    ),
    (
        "total with its unit",
        _with(HEAD, FIRST, SECOND, ["总计（万元）：", "", "1486.5", "", "", "", ""]),
    ),
    (
        "subtotals",
        _with(
            HEAD,
            FIRST,
            ["小计", "", "1286", "", "", "", "2"],
            SECOND,
            ["小计", "", "200.5", "", "", "", "1"],
            ["总计", "", "1486.5", "", "", "", "3"],
        ),
    ),
    (
        "yuan in the head",
        _with(
            [*HEAD[:2], "金额（元）", *HEAD[3:]],
            [*FIRST[:2], "12860000", *FIRST[3:]],
            [*SECOND[:2], "2005000", *SECOND[3:]],
        ),
    ),
    (
        "yuan above the table",
        _with(
            ["单位：元"],
            HEAD,
            [*FIRST[:2], "12,860,000", *FIRST[3:]],
            [*SECOND[:2], "2005000", *SECOND[3:]],
        ),
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize("rows", [case[1] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_a_table_is_read_whatever_stands_around_it(tmp_path: Path, rows: Rows) -> None:
    for package in _both(tmp_path, rows):
        assert _amounts(package) == [("大棚", D("1286")), ("培训", D("200.5"))]


FAULTS: list[tuple[str, Rows, str]] = [
    (
        "total that is wrong",
        _with(HEAD, FIRST, SECOND, ["z1", "合计", "1500", "", "", "", ""]),
        "第4行“金额”列：合计行写的是1500，上面各行加起来是1486.5",
    ),
    (
        "unit of another thing",
        _with([*HEAD[:2], "金额（亩）", *HEAD[3:]], FIRST),
        "第1行“金额”列：标题写的单位是亩，应当是万元",
    ),
    (
        "all that is wrong",
        _with(HEAD, FIRST, SECOND, ["z", "全部资金", "1500", "产业", "产业", "逐项", ""]),
        "第4行“金额”列：合计行写的是1500，上面各行加起来是1486.5",
    ),
    (
        "a part that is more",
        _with(HEAD, FIRST, ["y", "其中：一期", "2000", "产业", "产业开发", "逐项", "1"], SECOND),
        "第3行“金额”列：“其中：一期”写的是2000，比第2行的1286还多。请改正；",
    ),
    (
        "a part of nothing",
        _with(HEAD, ["y", "其中：一期", "2000", "产业", "产业开发", "逐项", "1"], FIRST, SECOND),
        "第2行：“其中：一期”上面没有行，不知道是哪一行的一部分",
    ),
    ("unknown head", _with([*HEAD, "经办人"], [*FIRST, "张三"]), "第1行：不认识的列“经办人”"),
]


@pytest.mark.parametrize(
    ("rows", "message"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_a_faulty_table_is_told_alike(tmp_path: Path, rows: Rows, message: str) -> None:
    for package in _both(tmp_path, rows):
        (line,) = _faults(package)
        assert message in line


BIG5 = "鍵,名稱,金額,用途,方向,列示,項目數\n大棚,蔬菜大棚,1286,產業,產業開發,逐項,2\n"
GARBLED = [
    ("Shift_JIS", "鍵,名稱,金額,用途\n大棚,野菜の大棚です,1286,産業\n".encode("shift_jis")),
    (
        "UTF-8 taken for GB18030",
        _as_csv([HEAD, FIRST]).encode().decode("gb18030", "replace").encode(),
    ),
    ("UTF-8 taken for Latin-1", _as_csv([HEAD, FIRST]).encode().decode("latin-1").encode()),
]


@pytest.mark.parametrize("data", [case[1] for case in GARBLED], ids=[case[0] for case in GARBLED])
def test_another_encoding_is_told_once(tmp_path: Path, data: bytes) -> None:
    (line,) = _faults(_folder(tmp_path, data))
    assert line.startswith("funds.csv 第1行：标题没有一个认得，读出来是“")
    assert "文件可能是 BIG5 等别的编码。请在 Excel 或 WPS 里打开" in line


def test_what_is_of_no_script_as_gb18030_is_in_no_encoding_that_is_read(tmp_path: Path) -> None:
    (line,) = _faults(_folder(tmp_path, BIG5.encode("big5")))
    assert line.startswith("funds.csv：不是 UTF-8、UTF-16 或 GB18030 编码。请在 Excel 中另存为")


@pytest.mark.parametrize("head", ["甲,乙,丙", "name,amount", "序号,经办人,“备注二”"])
def test_a_head_of_other_words_is_no_other_encoding(tmp_path: Path, head: str) -> None:
    faults = _faults(_folder(tmp_path, f"{head}\n1,2\n"))
    assert "缺少“键”列" in faults[0] and "编码" not in "".join(faults)


def test_a_rare_name_in_a_known_head_is_no_other_encoding(tmp_path: Path) -> None:
    (line,) = _faults(_folder(tmp_path, _as_csv([[*HEAD, "王喆"], [*FIRST, "是"]])))
    assert "第1行：不认识的列“王喆”" in line


NAMES = ["全部完工大棚", "其他项目", "累计投保大棚", "全部群众的棚", "会计培训"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_only_looks_like_a_total_is_read(tmp_path: Path, name: str) -> None:
    package = _folder(tmp_path, _as_csv(_with(HEAD, FIRST, ["培训", name, *SECOND[2:]])))
    assert _amounts(package) == [("大棚", D("1286")), ("培训", D("200.5"))]


def test_a_word_elsewhere_makes_no_part(tmp_path: Path) -> None:
    rows = _with(HEAD, FIRST, [*SECOND[:3], "其中：产业", "全部", *SECOND[5:]])
    assert _amounts(_folder(tmp_path, _as_csv(rows))) == [
        ("大棚", D("1286")),
        ("培训", D("200.5")),
    ]


def test_a_part_is_told(tmp_path: Path) -> None:
    part = ["y", "其中：一期", "600", "产业", "产业开发", "逐项", "1"]
    for package in _both(tmp_path, _with(HEAD, FIRST, part, SECOND)):
        remarks = " ".join(str(remark) for remark in _read(package).remarks)
        assert "第3行：“其中：一期”没有读（“其中”的数已算在第2行里，不再加一次）" in remarks


@pytest.mark.parametrize("sign", ["同上", "〃", "“", "″", "々", " 同上 "])
def test_a_sign_for_the_cell_above_is_told(tmp_path: Path, sign: str) -> None:
    rows = _with(HEAD, FIRST, [*SECOND[:3], sign, *SECOND[4:]])
    for package in _both(tmp_path, rows):
        (line,) = _faults(package)
        assert f"第3行“用途”列：写的是“{sign.strip()}”，各行单独读，不知道指的是什么" in line
        assert line.endswith("请照上一行把内容写全。")


@pytest.mark.parametrize("words", ["同上年", "“产业”", "同上一批", "同步产业"])
def test_words_with_such_a_sign_are_read(tmp_path: Path, words: str) -> None:
    rows = _with(HEAD, FIRST, [*SECOND[:3], words, *SECOND[4:]])
    package = _read(_folder(tmp_path, _as_csv(rows)))
    assert package.records["资金"].rows[1].cells["用途"].value == words


def test_a_sign_for_the_cell_above_in_the_form_is_told(tmp_path: Path) -> None:
    form = "代码,数值\n1.1.1,2\n1.1.2,同上\n"
    (line,) = _faults(invented.package(tmp_path / "甲", indicators_csv=form))
    assert line.startswith("indicators.csv 第3行“数值”列：写的是“同上”，各行单独读")


def test_what_was_converted_or_left_out_is_said(tmp_path: Path) -> None:
    rows = _with([*HEAD[:2], "金额（元）", *HEAD[3:]], FIRST, SECOND, TOTAL)
    for package in _both(tmp_path, rows):
        remarks = " ".join(str(remark) for remark in _read(package).remarks)
        assert "第1行“金额”列：标题写的单位是元，已换算成万元" in remarks
        assert "第4行：合计行没有读（合计由程序算）" in remarks


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "|"])
@pytest.mark.parametrize("named", [False, True])
def test_a_separator_is_known_by_the_head(tmp_path: Path, separator: str, named: bool) -> None:
    text = _as_csv(_with(["资金表"], HEAD, FIRST, SECOND), separator)
    package = _folder(tmp_path, f"sep={separator}\n{text}" if named else text)
    assert _amounts(package) == [("大棚", D("1286")), ("培训", D("200.5"))]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_encoding_is_known_by_its_bytes(tmp_path: Path, encoding: str, newline: str) -> None:
    text = _as_csv(_with(HEAD, FIRST, SECOND)).replace("\n", newline)
    package = _folder(tmp_path, text.encode(encoding))
    assert _amounts(package) == [("大棚", D("1286")), ("培训", D("200.5"))]


QUOTES: list[tuple[str, str, str]] = [
    ("one", '大棚,"蔬菜大棚,1286,,,,\n培训,技能培训,200.5,,,,\n', "第2行：格子开头的引号没有配对"),
    (
        "two",
        '大棚,"蔬菜大棚,1286,,,,\n培训,技能培训,200.5,,,,\n养殖,"肉牛,3,,,,\n',
        "第2行：格子里的引号没有写成两个",
    ),
    (
        "two that fit",
        '大棚,"蔬菜大棚,1286,,,,\n培训,技能培训,200.5,,,,\n养殖,肉牛",3,,,,\n',
        "第2行“第2列”列：这一格里有整行的内容，像是前面多了一个引号",
    ),
    (
        "in the rows beside",
        '大棚,"蔬菜大棚,1286,,,,\n培训,技能培训",200.5,,,,\n养殖,肉牛,3,,,,\n',
        "第2行“第2列”列：这一格里有整行的内容，像是前面多了一个引号",
    ),
]


@pytest.mark.parametrize(
    ("rows", "message"), [case[1:] for case in QUOTES], ids=[case[0] for case in QUOTES]
)
def test_a_stray_quote_is_one_line(tmp_path: Path, rows: str, message: str) -> None:
    (line,) = _faults(_folder(tmp_path, ",".join(HEAD) + "\n" + rows))
    assert line.startswith(f"funds.csv {message}")


def test_a_quote_inside_a_cell_and_a_cell_of_lines_are_read(tmp_path: Path) -> None:
    rest = "1286,产业,产业开发,逐项,2\n"
    rows = f'大棚,5"管大棚,{rest}培训,"第一行，\n第二行",{rest}'
    package = _folder(tmp_path, ",".join(HEAD) + "\n" + rows)
    names = [row.cells["名称"].value for row in _read(package).records["资金"].rows]
    assert names == ['5"管大棚', "第一行，\n第二行"]


def test_digits_kept_as_text_for_a_spreadsheet(tmp_path: Path) -> None:
    package = _folder(tmp_path, ",".join(HEAD) + '\n="001",大棚,="1286",产业,产业开发,逐项,2\n')
    assert _amounts(package) == [("001", D("1286"))]


def test_a_line_end_that_a_workbook_wrote_in_its_own_way_is_one(tmp_path: Path) -> None:
    quoted = '大_x000D_棚,"第一行_x000D_\n第二行",1286_x000d_,产业,产业开发,逐项,2\n'
    (record,) = _read(_folder(tmp_path, ",".join(HEAD) + "\n" + quoted)).records["资金"].rows
    cells = record.cells
    assert (record.key, cells["名称"].value, cells["金额"].value) == (
        "大棚",
        "第一行\n第二行",
        D("1286"),
    )


FORM = "指标名称,计量单位,2022年,2023年\n"


def test_an_official_form_is_read_from_a_csv_file_too(tmp_path: Path) -> None:
    form = (
        f"东西部协作统计表\n{FORM}其中：赴东部就业,人,1,120\n省内就业,人,2,80\n注：以上为累计数\n"
    )
    package = invented.package(tmp_path / "甲", indicators_csv=form)
    filed = {row.form.code: row.cell.value for row in _read(package).indicators if row.cell.raw}
    assert filed == {"1.1.1": D(120), "1.1.2": D(80)}


def test_a_line_break_in_a_key_a_choice_or_a_name_is_none(tmp_path: Path) -> None:
    rows = _with(HEAD, ["大\n棚", "蔬菜大棚", "1286", "产业", "产业开发", "逐\n项", "2"])
    for package in _both(tmp_path, rows):
        (record,) = _read(package).records["资金"].rows
        assert (record.key, record.cells["列示"].value) == ("大棚", "逐项")


def test_a_number_with_a_line_break_stays_two(tmp_path: Path) -> None:
    figures = '键,名称,数值,单位\n招聘.公告,公告,"1\n286",次\n'
    (line,) = _faults(invented.package(tmp_path / "甲", figures_csv=figures))
    assert line.startswith("figures.csv 第2行“数值”列：写的是“1 286”，应当是数字，这里像是2个数")


@pytest.mark.slow
def test_another_shape_comes_back_byte_for_byte(tmp_path: Path) -> None:
    funds = "资金表\r\n单位：元\r\n" + _as_csv(_with(HEAD, FIRST, SECOND, TOTAL), ";").replace(
        "\n", "\r\n"
    )
    folder = _folder(tmp_path, funds.encode("utf-16"))
    workbook(folder, tmp_path / "甲.xlsx", templates=kinds_folder())
    assert (
        _amounts(tmp_path / "甲.xlsx")
        == _amounts(folder)
        == [
            ("大棚", D("0.1286")),
            ("培训", D("0.02005")),
        ]
    )
    workbook(tmp_path / "甲.xlsx", tmp_path / "转回", templates=kinds_folder())
    assert (tmp_path / "转回" / "funds.csv").read_bytes() == funds.encode("utf-16")


@pytest.mark.slow
def test_many_totals_do_not_hold_up_the_reading(tmp_path: Path) -> None:
    rows = [
        [f"k{n}", "棚" if n % 2 else "小计", "1", "产业", "产业开发", "逐项", ""]
        for n in range(1, 6001)
    ]
    package = _folder(tmp_path, _as_csv(_with(HEAD, *rows)))
    start = time.process_time()
    assert len(_amounts(package)) == 3000
    assert time.process_time() - start < 5
