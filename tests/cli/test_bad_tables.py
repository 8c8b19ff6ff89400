"""What is wrong in the tables of a package is said in one Chinese line: file, row, column, what stands there."""

from __future__ import annotations

from pathlib import Path

from support import invented
from support.bad_input import FIGURES, HEAD, BadInput, assert_a_line_each, each

DOCUMENTS = "键,日期,发文机关,方式,标题,文号,内容,领域\n"
NAMED = invented.REPORT + "names: shared/names.csv\n"
VISITS = "键,方向,开始,结束,时任,职务,姓名,事项,成果\n"

# name, files, exit status, what each line must say
CASES: list[tuple[str, dict[str, str | bytes | None], int, list[str]]] = [
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
        "wide digits in a formula",
        {"figures_csv": "键,名称,数值,单位,公式\n甲,甲,1,个,\n乙,乙,,个,０.５*{甲}\n"},
        1,
        ["figures.csv 第3行“公式”列：公式“０.５*{甲}”算不出来（括号、引号或运算符写法有误"],
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
]


@each(CASES)
def test_each_fault_of_a_table_is_one_line(tmp_path: Path, fault: BadInput) -> None:
    assert_a_line_each(tmp_path, fault)
