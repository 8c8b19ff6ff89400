"""What is wrong is said in one Chinese line: file, row, column, what stands there, what to do; and nothing is written."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import invented
from support.commands import run

from generator.package.read import load_package

HEAD = "代码,数值\n"
FIGURES = "键,名称,数值,单位,公式\n"
DOCUMENTS = "键,日期,发文机关,方式,标题,文号,内容,领域\n"
NAMED = invented.REPORT + "names: shared/names.csv\n"
VISITS = "键,方向,开始,结束,时任,职务,姓名,事项,成果\n"

# name, files, exit status, what each line must say
CASES: list[tuple[str, dict[str, str | bytes | None], int, list[str]]] = [
    ("report.yaml missing", {"report_yaml": None}, 2, ["report.yaml：没有这个文件"]),
    (
        "yaml broken",
        {"report_yaml": "kind: [\n"},
        1,
        ["report.yaml 第1行：方括号或花括号没有配对，或少了逗号"],
    ),
    (
        "yaml key twice",
        {"report_yaml": invented.REPORT + "year: 2022\n"},
        1,
        ["report.yaml 第12行：“year”写了两次"],
    ),
    ("yaml is a list", {"report_yaml": "- a\n"}, 1, ["report.yaml：应当是“项: 值”的清单"]),
    ("yaml empty", {"report_yaml": ""}, 1, ["report.yaml：应当是“项: 值”的清单"]),
    (
        "yaml item unknown",
        {"report_yaml": invented.REPORT + "colour: red\n"},
        1,
        ["report.yaml“colour”：", "没有这一项"],
    ),
    (
        "yaml item unknown, and a flag",
        {"report_yaml": invented.REPORT + "leter: true\n"},
        1,
        ["report.yaml“leter”：写的是“true”，没有这一项"],
    ),
    (
        "yaml item missing",
        {"report_yaml": invented.REPORT.replace("year: 2023\n", "")},
        1,
        ["report.yaml“year”：缺少这一项"],
    ),
    (
        "year is text",
        {"report_yaml": invented.REPORT.replace("year: 2023", "year: 今年")},
        1,
        ["report.yaml“year”：写的是“今年”，应当是整数"],
    ),
    (
        "date does not exist",
        {"report_yaml": invented.REPORT.replace("2023-11-20}", "2023-11-31}")},
        1,
        ["report.yaml 第8行：有无效的日期或数"],
    ),
    (
        "date is text",
        {"report_yaml": invented.REPORT.replace("date: 2023-11-20", "date: 月底")},
        1,
        [
            "report.yaml“signature.date”：写的是“月底”，应当是日期",
            "report.yaml“imprint.date”：写的是“月底”",
        ],
    ),
    (
        "form unknown",
        {"report_yaml": invented.REPORT + "form: letter\n"},
        1,
        ["report.yaml“form”：", "只能是"],
    ),
    (
        "kind unknown",
        {"report_yaml": invented.REPORT.replace("东西部协作自评\n", "年终总结\n")},
        2,
        ["report.yaml“kind”：没有“年终总结”这种报告。现有：东西部协作自评"],
    ),
    (
        "table unknown",
        {"report_yaml": invented.REPORT.replace("table: 年度统计表", "table: 月报表")},
        1,
        ["report.yaml“appendices.0.table”：这种报告没有“月报表”表"],
    ),
    (
        "title template broken",
        {"report_yaml": invented.REPORT + "title: '关于{{ place.name 的报告'\n"},
        1,
        ["report.yaml“title”：“{{”没有配对的“}}”"],
    ),
    (
        "code unknown",
        {"indicators_csv": HEAD + "9.9.9,1\n"},
        1,
        ["indicators.csv 第2行“代码”列：统计表里没有可填的代码“9.9.9”"],
    ),
    (
        "code of a heading",
        {"indicators_csv": HEAD + "1.1,1\n"},
        1,
        ["indicators.csv 第2行“代码”列：统计表里没有可填的代码“1.1”"],
    ),
    (
        "code twice",
        {"indicators_csv": HEAD + "1.1.1,1\n1.1.2,1\n1.1.1,2\n"},
        1,
        ["indicators.csv 第4行“代码”列：“1.1.1”在第2行已有"],
    ),
    (
        "text for a number",
        {"indicators_csv": HEAD + "1.1.1,三次\n"},
        1,
        ["indicators.csv 第2行“数值”列：写的是“三次”，应当是数字。请写阿拉伯数字"],
    ),
    (
        "unit in the cell",
        {"indicators_csv": HEAD + "1.1.1,3个\n"},
        1,
        ["写的是“3个”，应当是数字，单位是"],
    ),
    (
        "two numbers",
        {"indicators_csv": HEAD + "1.1.1,3 4.5.6\n"},
        1,
        ["写的是“3 4.5.6”，应当是数字"],
    ),
    ("scientific number", {"indicators_csv": HEAD + "1.1.1,1e5\n"}, 1, ["写的是“1e5”，应当是数字"]),
    ("infinite number", {"indicators_csv": HEAD + "1.1.1,inf\n"}, 1, ["写的是“inf”，应当是数字"]),
    (
        "percent where no percent",
        {"indicators_csv": HEAD + "1.1.1,93%\n"},
        1,
        ["写的是“93%”，应当是数字"],
    ),
    ("yes or no", {"indicators_csv": HEAD + "1.1.4,也许\n"}, 1, ["写的是“也许”，应当是“是”或“否”"]),
    (
        "computed without a rule",
        {"indicators_csv": HEAD + "1.1.1,=\n"},
        1,
        ["写了“=”，但这个指标没有算法"],
    ),
    (
        "column missing",
        {"indicators_csv": "代码\n1.1.1\n"},
        1,
        ["indicators.csv 第1行：缺少“数值”列"],
    ),
    (
        "column unknown",
        {"indicators_csv": "代码,数值,颜色\n1.1.1,1,红\n"},
        1,
        ["indicators.csv 第1行：不认识的列“颜色”"],
    ),
    (
        "column twice",
        {"indicators_csv": "代码,数值,数值\n1.1.1,1,2\n"},
        1,
        ["indicators.csv 第1行：“数值”列出现了两次"],
    ),
    ("file empty", {"indicators_csv": ""}, 1, ["indicators.csv：是空文件"]),
    (
        "row too long",
        {"indicators_csv": HEAD + "1.1.1,1,2,3\n"},
        1,
        ["indicators.csv 第2行：有4格，标题只有2列"],
    ),
    (
        "not a text file",
        {"indicators_csv": b"\xff\xfe\x00\x81\xff"},
        2,
        ["indicators.csv：不是 UTF-8、UTF-16 或 GB18030 编码"],
    ),
    (
        "control character",
        {"indicators_csv": HEAD + "1.1.1,1\x07\n"},
        1,
        ["indicators.csv 第2行“第2列”列：格子里有看不见的控制字符"],
    ),
    (
        "U+FFFE",
        {"documents_csv": DOCUMENTS + "甲,,县政府,出台,方\ufffe案,,,综合\n"},
        1,
        ["documents.csv 第2行“第5列”列：格子里有看不见的控制字符"],
    ),
    (
        "key twice in figures",
        {"figures_csv": FIGURES + "甲,甲,1,个,\n甲,甲,2,个,\n"},
        1,
        ["figures.csv 第3行“键”列：“甲”在第2行已有"],
    ),
    (
        "figure without key",
        {"figures_csv": FIGURES + ",甲,1,个,\n"},
        1,
        ["figures.csv 第2行“键”列：缺少键"],
    ),
    (
        "value and formula",
        {"figures_csv": FIGURES + "甲,甲,1,个,{乙}\n乙,乙,1,个,\n"},
        1,
        ["figures.csv 第2行“公式”列：既写了数值又写了公式"],
    ),
    (
        "formula with unknown key",
        {"figures_csv": FIGURES + "甲,甲,,个,{乙}+1\n"},
        1,
        ["figures.csv 第2行“公式”列：公式里的键“乙”哪里都没有"],
    ),
    (
        "formula broken",
        {"figures_csv": FIGURES + "甲,甲,,个,{乙}+\n乙,乙,1,个,\n"},
        1,
        ["figures.csv 第2行“公式”列：公式“{乙}+”算不出来"],
    ),
    (
        "formula in a circle",
        {"figures_csv": FIGURES + "甲,甲,,个,{乙}\n乙,乙,,个,{甲}\n"},
        1,
        ["figures.csv 第2行“公式”列：“甲”的公式绕回到它自己（甲 → 乙 → 甲）", "figures.csv 第3行"],
    ),
    (
        "formula adds apples",
        {"figures_csv": FIGURES + "甲,甲,,个,{乙}+{丙}\n乙,乙,1,万元,\n丙,丙,1,人,\n"},
        1,
        ["figures.csv 第2行“公式”列：", "单位不同"],
    ),
    (
        "qualifier impossible",
        {
            "figures_csv": "键,名称,数值,单位,修饰\n甲,甲,43,家,余\n",
            "text__lead_md": "有{{ f('甲') }}。\n",
        },
        1,
        ["text/lead.md 第1行：“43家”不是整十数，不能加“余”"],
    ),
    (
        "day that does not exist",
        {"documents_csv": DOCUMENTS + "甲,2月30日,县政府,出台,方案,,,综合\n"},
        1,
        ["documents.csv 第2行“日期”列：写的是“2月30日”，没有这一天"],
    ),
    (
        "not a date",
        {"documents_csv": DOCUMENTS + "甲,上月,县政府,出台,方案,,,综合\n"},
        1,
        ["写的是“上月”，应当是日期。请写成 2023-05-18 或 5月18日"],
    ),
    (
        "choice unknown",
        {"documents_csv": DOCUMENTS + "甲,,县政府,发明,方案,,,综合\n"},
        1,
        ["documents.csv 第2行“方式”列：写的是“发明”，只能填"],
    ),
    (
        "required cell blank",
        {"rectifications_csv": "键,反馈方,状态,问题数\n甲,,已完成,3\n"},
        1,
        ["rectifications.csv 第2行“反馈方”列：这一格不能空"],
    ),
    (
        "record key twice",
        {"documents_csv": DOCUMENTS + "甲,,县政府,出台,方案,,,综合\n甲,,县政府,出台,办法,,,综合\n"},
        1,
        ["documents.csv 第3行“键”列：“甲”在第2行已有"],
    ),
    (
        "dates the wrong way round",
        {"visits_csv": VISITS + "甲,东到西,5月3日,5月1日,,区长,张三,来访,\n"},
        1,
        [
            "visits.csv 第2行“结束”列：“结束”是5月1日，早于“开始”的5月3日。请核对这两格，改正写错的一格"
        ],
    ),
    (
        "file name misspelt",
        {"document_csv": DOCUMENTS},
        1,
        ["document.csv：不认识的数据文件。可用的文件名：", "documents.csv"],
    ),
    (
        "template tag open",
        {"text__lead_md": "甲\n{% if %}\n"},
        1,
        ["text/lead.md 第2行：{% if %} 没有写 {% endif %}"],
    ),
    (
        "template block open",
        {"sections__report_md_j2": "{% extends 'report.md.j2' %}\n{% block 会议 %}\n"},
        1,
        ["sections/report.md.j2 第2行：{% block 会议 %} 没有写 {% endblock %}"],
    ),
    (
        "template name unknown",
        {"text__lead_md": "甲\n\n{{ 人数 }}\n"},
        1,
        ["text/lead.md 第3行：用了不存在的名称“人数”"],
    ),
    (
        "template key unknown",
        {"text__lead_md": "甲{{ f('没有.这个键') }}\n"},
        1,
        ["text/lead.md 第1行：figures.csv、统计表和提纲里都没有键“没有.这个键”"],
    ),
    (
        "template filter unknown",
        {"text__lead_md": "{{ f('会议.常委会')|漂亮 }}\n"},
        1,
        ["text/lead.md 第1行：", "漂亮"],
    ),
    (
        "template record unknown",
        {"text__lead_md": "{{ 政策文件['无'].标题 }}\n"},
        1,
        ["text/lead.md 第1行：用了不存在的名称“无”"],
    ),
    (
        "wide digits in a text",
        {"text__lead_md": "甲\n\n乙{{ １.５ }}丙\n"},
        1,
        ["text/lead.md 第3行：小数“１.５”要用半角数字写"],
    ),
    (
        "some wide digits in a text",
        {"text__lead_md": "乙{{ 1５.2 }}丙\n"},
        1,
        ["text/lead.md 第1行：小数“1５.2”要用半角数字写"],
    ),
    (
        "wide digits in a section",
        {"sections__report_md_j2": "甲\n{% set 乙 = ０.５ %}\n"},
        1,
        ["sections/report.md.j2 第2行：小数“０.５”要用半角数字写"],
    ),
    (
        "wide digits in a formula",
        {"figures_csv": "键,名称,数值,单位,公式\n甲,甲,1,个,\n乙,乙,,个,０.５*{甲}\n"},
        1,
        ["figures.csv 第3行“公式”列：公式“０.５*{甲}”算不出来（括号、引号或运算符写法有误"],
    ),
    (
        "template reaches outside",
        {"text__lead_md": "{{ f.__globals__ }}\n"},
        1,
        ["text/lead.md 第1行："],
    ),
    (
        "template joins a figure",
        {"text__lead_md": "{{ '共' ~ f('会议.常委会') }}\n"},
        1,
        ["text/lead.md 第1行：", "不能直接拼接成文字"],
    ),
    (
        "control character in a text",
        {"text__lead_md": "甲\x0e乙\n"},
        1,
        ["text/lead.md 第1行：有控制字符 U+000E"],
    ),
    (
        "registry without its columns",
        {"report_yaml": NAMED, "shared__names_csv": "姓名,类别\n王一鸣,人员\n"},
        1,
        ["shared/names.csv 第1行：不认识的列“姓名”，相近的是“名称”", "缺少名称"],
    ),
    (
        "registry with a category unknown",
        {"report_yaml": NAMED, "shared__names_csv": "名称,类别\n王一鸣,干部\n"},
        1,
        ["shared/names.csv 第2行“类别”列：写的是“干部”，应当是人员、企业、村、文件之一"],
    ),
    (
        "registry with a name twice",
        {"report_yaml": NAMED, "shared__names_csv": "名称,类别\n王一鸣,人员\n王一鸣,人员\n"},
        1,
        ["shared/names.csv 第3行“名称”列：“王一鸣”在第2行已有"],
    ),
    (
        "registry is a folder",
        {"report_yaml": NAMED, "shared__names_csv__a_md": "甲"},
        2,
        ["shared/names.csv：这是文件夹，不是文件"],
    ),
    (
        "yaml with an anchor",
        {"report_yaml": invented.REPORT + "suffix: &a 文件\n"},
        1,
        ["report.yaml 第12行：用了锚点或别名"],
    ),
    (
        "yaml with an alias",
        {"report_yaml": invented.REPORT + "suffix: *a\n"},
        1,
        ["report.yaml 第12行：用了锚点或别名"],
    ),
    (
        "yaml with a type",
        {"report_yaml": invented.REPORT + "suffix: !!int ''\n"},
        1,
        ["report.yaml 第12行：写了类型"],
    ),
    (
        "yaml with a list for a key",
        {"report_yaml": invented.REPORT + "? [甲]\n: 乙\n"},
        1,
        ["report.yaml 第12行：冒号左边应当是一个词"],
    ),
    (
        "yaml too deep",
        {"report_yaml": invented.REPORT + "suffix: " + "[" * 5000 + "\n"},
        1,
        ["report.yaml 第12行：套了超过32层"],
    ),
    (
        "yaml with an endless number",
        {"report_yaml": invented.REPORT + "checks: {tolerances: {比率: .inf}}\n"},
        1,
        ["report.yaml 第12行：数太大（最多18位）"],
    ),
    (
        "yaml with a number that is none",
        {"report_yaml": invented.REPORT + "checks: {tolerances: {比率: .nan}}\n"},
        1,
        ["report.yaml 第12行：数太大（最多18位）"],
    ),
    *(
        (
            f"a tolerance of {written}",
            {"report_yaml": f'{invented.REPORT}checks: {{tolerances: {{比率: "{written}"}}}}\n'},
            1,
            ["report.yaml“checks.tolerances.比率”：写的是", said],
        )
        for written, said in (
            ("nan", "“nan”，应当是一个数。请只写数字"),
            ("-inf", "“-inf”，应当是一个数。请只写数字"),
            ("1e400", "“1e400”，应当是一个数。请只写数字"),
            ("多一些", "“多一些”，应当是一个数。请只写数字"),
            ("-1", "“-1”，不能小于 0。请核对"),
        )
    ),
    (
        "an accepted finding without its words",
        {
            "report_yaml": invented.REPORT
            + 'checks: {accept: [{rule: 用语, quote: "", reason: 惯用}]}\n'
        },
        1,
        ["report.yaml“checks.accept.0.quote”：写的是“”，不能是空的。请写上，或删去这一项"],
    ),
    (
        "yaml with 5000 digits",
        {"report_yaml": invented.REPORT.replace("year: 2023", "year: " + "9" * 5000)},
        1,
        ["report.yaml 第2行：有无效的日期或数"],
    ),
    (
        "yaml with half a character",
        {"report_yaml": invented.REPORT + 'suffix: "\\ud800"\n'},
        1,
        ["report.yaml 第12行：有控制字符 U+D800"],
    ),
    (
        "yaml with NUL by its number",
        {"report_yaml": invented.REPORT + 'suffix: "\\0"\n'},
        1,
        ["report.yaml 第12行：有控制字符 U+0000"],
    ),
    (
        "yaml that is no text",
        {"report_yaml": b"kind: \xff\xfe\x00"},
        2,
        ["report.yaml：不是 UTF-8、UTF-16 或 GB18030 编码。请另存为 UTF-8。"],
    ),
    (
        "yaml of a megabyte",
        {"report_yaml": invented.REPORT + "#" * 2**20},
        2,
        ["report.yaml：文件超过 512 KB，不读"],
    ),
    (
        "kind is a path",
        {"report_yaml": invented.REPORT.replace("东西部协作自评\n", "../东西部协作自评\n")},
        2,
        ["report.yaml“kind”：没有“../东西部协作自评”这种报告"],
    ),
    (
        "registry far away",
        {"report_yaml": invented.REPORT + "names: /etc/passwd\n"},
        1,
        ["report.yaml“names”：写的是“/etc/passwd”，不在数据包里，也不在数据包旁边"],
    ),
    (
        "last year far away",
        {"report_yaml": invented.REPORT + "previous: ../../../../../../etc\n"},
        1,
        ["report.yaml“previous”：写的是“../../../../../.…”，不在数据包里，也不在数据包旁边"],
    ),
    (
        "more digits than a number has",
        {"indicators_csv": HEAD + "1.1.1," + "9" * 19 + "\n"},
        1,
        ["indicators.csv 第2行“数值”列：写的是“9999999999999999999”，数最多18位"],
    ),
    (
        "digits by the thousand",
        {"figures_csv": "键,名称,数值,单位,小数位\n甲,甲,1,个," + "9" * 5000 + "\n"},
        1,
        ["figures.csv 第2行“小数位”列：写的是“9999999999999999…”，应当是整数，最多10"],
    ),
    (
        "quote left open",
        {"figures_csv": FIGURES + '甲,甲,1,个,\n乙,"乙,1,个,\n丙,丙,1,个,\n'},
        1,
        ["figures.csv 第3行：格子开头的引号没有配对"],
    ),
    (
        "a cell as long as a book",
        {"figures_csv": FIGURES + "甲," + "长" * 32_768 + ",1,个,\n"},
        1,
        ["figures.csv 第2行“第2列”列：有32768字，一格最多32767字"],
    ),
    (
        "a hundred columns",
        {"indicators_csv": HEAD + "1.1.1,1" + ",2" * 98 + "\n"},
        1,
        ["indicators.csv 第2行：有100格，标题只有2列"],
    ),
    (
        "several at once",
        {
            "indicators_csv": HEAD + "1.1.1,三\n1.1.2,四\n9,5\n",
            "figures_csv": FIGURES + "甲,甲,五,个,\n",
        },
        1,
        [
            "indicators.csv 第2行",
            "indicators.csv 第3行",
            "indicators.csv 第4行",
            "figures.csv 第2行",
        ],
    ),
]


@pytest.mark.parametrize(
    ("files", "status", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_fault_is_one_line(
    tmp_path: Path, files: dict[str, str | bytes | None], status: int, told: list[str]
) -> None:
    package = invented.package(tmp_path / "清河", **{"indicators_csv": HEAD + "1.1.1,2\n", **files})
    code, lines, _ = run("draft", package, "-o", tmp_path / "稿.docx")
    assert code == status
    assert all(line.startswith("错误：") for line in lines)
    assert [part for part in told if not any(part in line for line in lines)] == [], lines
    assert len(lines) <= len(told)
    assert not (tmp_path / "稿.docx").exists()


def _link_text(package: Path) -> None:
    (package / "text").mkdir()
    (package / "text" / "lead.md").symlink_to(package.parent / "外面.md")


def _link_folder(package: Path) -> None:
    (package / "text").symlink_to(package.parent)


def _link_table(package: Path) -> None:
    (package / "figures.csv").symlink_to("/dev/zero")


def _pipe(package: Path) -> None:
    os.mkfifo(package / "figures.csv")


def _link_inside(package: Path) -> None:
    (package / "figures.csv").symlink_to("甲.txt")


# what is done to the package, what the one line says
LINKS: list[tuple[str, Callable[[Path], None], str]] = [
    ("text", _link_text, "text/lead.md：是链接，指到数据包外面去了。请把文件本身放进数据包。"),
    ("folder of texts", _link_folder, "text：是链接，指到数据包外面去了。"),
    ("device", _link_table, "figures.csv：是链接，指到数据包外面去了。"),
    ("pipe", _pipe, "figures.csv：这是管道，不是普通文件。"),
    (
        "link to itself",
        lambda path: (path / "names.csv").symlink_to("names.csv"),
        "names.csv：读不了（这个链接指着自己，或者几个链接绕成了圈）",
    ),
]


@pytest.mark.parametrize(("spoil", "told"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_links_that_lead_out_and_what_is_no_file(
    tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    (tmp_path / "外面.md").write_text("口令", encoding="utf-8")
    package = invented.package(tmp_path / "清河", indicators_csv=HEAD + "1.1.1,2\n")
    spoil(package)
    code, lines, printed = run("text", package)
    assert (code, printed) == (2, "")
    assert any(line.startswith(f"错误：{told}") for line in lines), lines
    assert "口令" not in "".join(lines)


def test_a_link_inside_and_a_registry_beside_are_read(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text("名称,类别\n王一鸣,人员\n", encoding="utf-8")
    report = invented.REPORT + "names: ../名册.csv\n"
    package = invented.package(
        tmp_path / "清河", report_yaml=report, indicators_csv=HEAD + "1.1.1,2\n"
    )
    (package / "甲.txt").write_text(FIGURES + "甲,甲,1,个,\n", encoding="utf-8")
    _link_inside(package)
    code, lines, _ = run("text", package)
    assert (code, lines) == (0, [])


# the word for the package, what the line says
NAMES = [
    ("长" * 300, "文件名太长"),
    ("a\0b", "写法不对"),
    ("没有", "没有这个数据包"),
    ("报告.txt", "不是数据包文件夹"),
    ("管道.xlsx", "这是管道，不是普通文件"),
    ("文件夹.xlsx", "这是文件夹，不是文件"),
    ("链接.xlsx", "读不了（"),
]


@pytest.mark.parametrize(("name", "told"), NAMES)
def test_a_package_that_is_none(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "报告.txt").write_text("报告", encoding="utf-8")
    os.mkfifo(tmp_path / "管道.xlsx")
    (tmp_path / "文件夹.xlsx").mkdir()
    (tmp_path / "链接.xlsx").symlink_to("链接.xlsx")
    code, lines, _ = run("text", tmp_path / name)
    assert code == 2
    assert len(lines) == 1
    assert told in lines[0]


@pytest.mark.slow
def test_a_hundred_thousand_keys_are_read_in_their_time(tmp_path: Path) -> None:
    """As long for each as for ten thousand; a quadratic reader takes ten times as long for each."""
    spent = []
    for count in (10_000, 100_000):
        rows = "".join(f"键{n},名{n},{n},个,\n" for n in range(count))
        package = invented.package(tmp_path / f"{count}", figures_csv=FIGURES + rows)
        start = time.process_time()
        load_package(package, invented.templates(tmp_path / "templates"))
        spent.append((time.process_time() - start) / count)
    assert spent[1] < 4 * spent[0]
