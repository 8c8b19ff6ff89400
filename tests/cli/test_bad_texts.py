"""What is wrong in the texts and templates of a package is said in one Chinese line: file, line, what to do."""

from __future__ import annotations

from pathlib import Path

from support.bad_input import BadInput, assert_a_line_each, each

# name, files, exit status, what each line must say
CASES: list[tuple[str, dict[str, str | bytes | None], int, list[str]]] = [
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
]


@each(CASES)
def test_each_fault_of_a_text_is_one_line(tmp_path: Path, fault: BadInput) -> None:
    assert_a_line_each(tmp_path, fault)
