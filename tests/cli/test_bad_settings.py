"""What is wrong in report.yaml is said in one Chinese line: where, what stands there, what to do."""

from __future__ import annotations

from pathlib import Path

from support import invented
from support.bad_input import BadInput, assert_a_line_each, each

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
]


@each(CASES)
def test_each_fault_of_the_settings_is_one_line(tmp_path: Path, fault: BadInput) -> None:
    assert_a_line_each(tmp_path, fault)
