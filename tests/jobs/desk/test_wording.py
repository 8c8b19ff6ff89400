"""What jobs say in words of the screens: names for keys, titles for files, no path."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks
from support.packages import ROOT

from generator.figures import FigureBook
from generator.jobs.desk import texts
from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.codes import words_of_figures
from generator.jobs.desk.whereabouts import whereabouts
from generator.jobs.desk.wording import Wording, in_words, wording_at, wording_of
from generator.jobs.figure_words import set_apart, words_by_key
from generator.model.errors import DataError, InputError, Problem
from generator.package.bring.targets import targets_of
from generator.package.read import load_package

WORDING = Wording(
    {"销售额": "销售金额", "销售额.上年": "去年销售金额", "会议.合计": "会议次数"},
    {"figures.csv": "数据", "departments.csv": "部门", "indicators.csv": "年度统计表"},
    2024,
)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("现在的数据是“8次”（会议.合计）。文中未改", "现在的数据是“8次”（会议次数）。文中未改"),
        ("数据是“2021年”（公文.年度）；请定", "数据是“2021年”；请定"),
        ("党组（扩大）会议", "党组（扩大）会议"),
        ("增长（1.5%）", "增长（1.5%）"),
        ("不一致：会议.合计 文中“7次”，数据“8次”", "不一致：会议次数，文中“7次”，数据“8次”"),
        ("：销售额较销售额.上年 文中“增”", "：销售金额较去年销售金额，文中“增”"),
        ("：公文.年度 文中“2020年”", "：文中“2020年”"),
        ("departments.csv 里没有“县林草局”", "部门 里没有“县林草局”"),
        ("正文（figures.csv 第2行）是3次", "正文（数据 第2行）是3次"),
        ("统计表（indicators.csv 第2行“数值”）", "统计表（年度统计表 第2行“2024年”）"),
        ("（figures.csv 第2行“数值”；indicators.csv）", "（数据 第2行“数值”；年度统计表）"),
        ("这一格写着“=”，由程序算；要用", "这一格由程序算出；要用"),
        ("见 text/lead.md", "见 文字"),
        ("别的表请用 nigao bring 取数；收表请用", "别的表到“带入”取数；收表请用"),
        ("请复制到 ../departments.csv，再核对", "请把它放到数据包旁边，再核对"),
        ("找不到共用名册“../names.csv”，没有拿它核对", "找不到共用名册，没有拿它核对"),
        ("请先用 nigao workbook 转成文件夹", "请先在首页转成文件夹"),
        ("只能是 'formal' 或 'plain'。请改", "只能是“公文（有红头）”或“报告（没有红头）”。请改"),
        ("应当是 true 或 false。请改正", "应当是“是”或“否”。请改正"),
        ("工作表“设置” 第2行“kind”列：没有", "工作表“设置” 第2行“报告种类”：没有"),
        ("要以报来的为准，请加 --decide 20", "要以报来的为准，收表时请在它左边打勾"),
        ("请加 --decide 县就业局:20；另外一条", "收表时请在它左边打勾；另外一条"),
        ("--decide 20：没有这个序号", "打了勾的有一项已经没有了"),
        ("--decide 20：这一项不能这样定（空着）", "打了勾的有一项不能这样定（空着）"),
    ],
)
def test_a_line(said: str, shown: str) -> None:
    assert WORDING.of(said) == shown


def test_names_that_are_alike_say_as_much_of_what_is_above_as_tells_them_apart() -> None:
    names = dict.fromkeys(("甲", "乙", "丙", "丁", "戊", "己"), "人数") | {"庚": "户数"}
    above = {
        "甲": ("就业数", "企业数", "（一）产业"),
        "乙": ("就业数", "园区数", "（一）产业"),
        "丙": ("培训数", "（二）就业"),
        "丁": ("就业数", "企业数", "三、区域"),
        "戊": (),
        "己": (),
        "庚": ("就业数",),
    }
    assert dict(set_apart(names, above)) == {
        "甲": "人数（产业·企业数·就业数）",
        "乙": "人数（园区数·就业数）",
        "丙": "人数（培训数）",
        "丁": "人数（区域·企业数·就业数）",
        "戊": "人数",
        "己": "人数（2）",
        "庚": "户数",
    }


@pytest.mark.parametrize("package", ["huining-2021", "jingyuan-2021"])
def test_no_cell_of_the_form_is_told_apart_by_a_number(package: str) -> None:
    dataset, kind = load_package(ROOT / "data" / package)
    names = words_by_key(dataset, kind)
    assert not [name for name in names.values() if "（2）" in name]
    of_workshops = names["车间.吸纳就业.脱贫"]
    assert of_workshops == "脱贫劳动力数（援建帮扶车间数·吸纳农村劳动力就业数）"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("其余的 .csv：一行一件事", "其余的表：一行一件事"),
        (
            "indicators.csv：只填“数值”列；不知道就留空；写着“=”的由程序算",
            "年度统计表：只填“2024年”列；不知道就留空；由程序算出的不用填",
        ),
        ("text/ 里的文字照抄上年，请逐篇改写", "文字照抄上年，请逐篇改写"),
        (
            "text/：照提示写；数用键引用，不直接写数字",
            "文字：照提示写；数用“插入数字”放进去，不直接打数字",
        ),
    ],
)
def test_a_step_of_a_new_package(said: str, shown: str) -> None:
    assert WORDING.step(said) == shown


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("figures.csv", "数据 第3行：改过（会议次数）。请看 部门。"),
        ("/tmp/nigao-x/abc/改稿.docx", "改稿.docx 第3行：改过（会议次数）。请看 部门。"),
        ("text/lead.md", "文字 第3行：改过（会议次数）。请看 部门。"),
    ],
)
def test_a_problem_names_no_path(file: str, shown: str) -> None:
    problem = Problem("改过（会议.合计）", "请看 departments.csv", file, 3)
    assert str(WORDING.problem(problem)) == shown


def test_a_package_has_the_names_of_its_cells_and_the_titles_of_its_sheets(tmp_path: Path) -> None:
    wording = wording_at(desks.package(tmp_path))
    assert wording.of("（培训.期数）在 funds.csv") == "（培训班）在 资金"
    assert wording.of("report.yaml") == "设置"


def test_errors_of_a_package_that_cannot_be_read_name_no_file_either(tmp_path: Path) -> None:
    package = desks.package(tmp_path, figures_csv="键,名称,数值,单位\n甲,甲数,某,次\n")
    with pytest.raises(DataError) as caught, in_words(package, None):
        raise DataError([Problem("写错了", "请改", "figures.csv", 2)])
    assert str(caught.value.problems[0]) == "数据 第2行：写错了。请改。"
    with pytest.raises(InputError), in_words(package, None):
        raise InputError(Problem("没有这个文件", "", "/tmp/x/甲.docx"))


def test_a_figure_without_a_name_is_called_as_the_form_calls_it(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位\n会议.常委会,,3,次\n资金.省级.结余,,5,万元\n"
    package = desks.package(tmp_path, figures_csv=figures, text__lead_md="用{资金.省级.结余}。\n")
    assert FigureBook(*load_package(package)).get("会议.常委会").name == "县委常委会会议"
    wording = wording_at(package)
    assert wording.of("（资金.省级.结余）") == "（资金省级结余）"
    chip = texts(package)[0].pieces[1]
    assert (chip.name, chip.value) == ("资金省级结余", "5万元")


def test_cells_called_alike_say_what_stands_above_them(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    basis = basis_of(package, None)
    dataset, kind = load_package(package, None)
    wording = wording_of(dataset, kind)
    keyed = [cell for cell in targets_of(dataset, kind).all if cell.key and not cell.heading]
    called = [wording.called(cell) for cell in keyed]
    assert len(set(called)) == len(called)
    alike = [name for name in called if name.startswith("其中：脱贫劳动力数（")]
    assert len(alike) > 1
    assert (
        wording.names.items()
        >= {
            key: name for key, name in words_of_figures(basis).items() if "脱贫劳动力数" in name
        }.items()
    )
    rows = whereabouts(package).rows["indicators.csv"].values()
    assert len([row for row in rows if row in alike]) == len(alike)
