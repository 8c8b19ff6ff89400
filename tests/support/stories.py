"""Three invented counties as a clerk fills them: cells of the starter's files, texts, and sheets of departments."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from support.commands import run
from support.full_county import FIGURES, FORM, LAST_FORM, RECORDS, TEXTS
from support.pictures import image

HEADER = {
    "【待补：发文字号】": "农领发〔2023〕18号",
    "signers: []": "signers: [何立秋]",
    "  date:             # 成文": "  date: 2023-12-15 # 成文",
    "  date:             # 印发": "  date: 2023-12-18 # 印发",
}
"""What the clerk fills in at the head and the foot of the document."""
NO_CASES = {
    f"  - name: '【待补：典型案例{number}的题目】'\n    parts:\n      - text: case_{place}\n": ""
    for place, number in enumerate("一二", 1)
}
"""Deletes the two annexes for case studies."""


def fill(path: Path, values: Mapping[str, str], column: str = "数值") -> None:
    """Types values into one column of a CSV file, each in the row its first column names. Raises KeyError."""
    table = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    rows = {row[0]: row for row in table}
    for name, value in values.items():
        rows[name][table[0].index(column)] = value
    _write(path, table)


def append(path: Path, *lines: str) -> None:
    """Types rows under the head of a CSV file; a line is 列=值 parted by blanks, a blank in a value is “_”."""
    table = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    for line in lines:
        cells = dict(pair.split("=", 1) for pair in line.split())
        assert set(cells) <= set(table[0]), set(cells) - set(table[0])
        table.append([cells.get(head, "").replace("_", " ") for head in table[0]])
    _write(path, table)


def settings(folder: Path, changes: Mapping[str, str]) -> None:
    """Replaces words of ``report.yaml``, each of which must stand there."""
    path = folder / "report.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def pairs(text: str) -> dict[str, str]:
    """``1.1=3 1.2=5`` as a mapping."""
    return dict(pair.split("=", 1) for pair in text.split())


def sheet(path: Path, title: str, *rows: list[str | int | float | None], merged: str = "") -> None:
    """Writes a workbook of one sheet as a department sends it."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    if merged:
        page.merge_cells(merged)
    book.save(path)


def _write(path: Path, table: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")


class Clerk:
    """Somebody who types ``nigao …`` in a folder of their own; ``lines`` is all that was typed and printed."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def nigao(self, words: str, status: int = 0) -> list[str]:
        """Runs a command that must end with this exit status; gives what it printed, line by line."""
        code, errors, output = run(*words.split())
        printed = [*output.splitlines(), *errors]
        self.lines += [f"$ nigao {words}", *printed, f"[退出 {code}]"]
        assert code == status, "\n".join(self.lines[-len(printed) - 2 :])
        return printed


def everything(clerk: Clerk) -> None:
    """枫溪县: the form of two years, figures, records, texts, a picture, departments."""
    county = "--place 枫溪县 --partner 望海区 --city 云岭市 --province 北原省 --partner-city 东澜市"
    clerk.nigao(f"new 枫溪-2022 --kind 东西部协作自评 --year 2022 {county}")
    fill(Path("枫溪-2022/indicators.csv"), pairs(LAST_FORM))
    clerk.nigao("new 枫溪-2023 --from 枫溪-2022 --year 2023")
    package = Path("枫溪-2023")
    cases = {"典型案例一的题目": "一条产业链带富一个乡", "典型案例二的题目": "车间办到家门口"}
    settings(package, HEADER | {f"【待补：{name}】": title for name, title in cases.items()})
    fill(package / "indicators.csv", pairs(FORM))
    fill(package / "figures.csv", pairs(FIGURES))
    fill(package / "figures.csv", {"招聘.推送岗位": "余"}, "修饰")
    for name, lines in RECORDS.items():
        append(package / f"{name}.csv", *lines)
    for name, text in TEXTS.items():
        (package / "text" / f"{name}.md").write_text(text, encoding="utf-8")
    (package / "图").mkdir()
    (package / "图" / "车间.png").write_bytes(image(1200, 700))


def a_third(clerk: Clerk) -> None:
    """石坪县: a third of the form, four records, one text; the city is not given."""
    clerk.nigao("new 石坪-2024 --kind 东西部协作自评 --place 石坪县 --partner 滨湖新区 --year 2024")
    package = Path("石坪-2024")
    form = """1.1.1=2 1.1.3=1 1.2.1=18 1.3.2=2 2.1.1=0 2.1.2.2=430 2.1.2.2.1=0 2.3.1=0.05 3.3=1 3.3.1=23
        4.1.1.1.3=2 4.1.4.1.1=0 4.1.4.1.2=5 4.2.1=900 4.2.1.3=900 4.2.4=6 4.2.4.1=5"""
    fill(package / "indicators.csv", pairs(form))
    fill(package / "figures.csv", pairs("招聘.场次=3 会议.专题会=0 招聘.场次.线上=0"))
    records = {
        "visits": "键=来访 方向=东到西 开始=2024-05 职务=滨湖新区管委会副主任 姓名=唐一鸣 事项=到石坪县考察",
        "funds": "键=茶园 名称=茶园改造 金额=900 用途=产业帮扶 方向=产业发展 列示=逐项",
        "activities": "键=招聘 领域=劳务协作 名称=“春风行动”招聘",
        "rectifications": "键=巡察 反馈方=市委巡察 状态=整改中 问题数=2",
    }
    for name, line in records.items():
        append(package / f"{name}.csv", line)
    problems = "一是项目前期准备不足。\n二是懂市场的人才少。"
    (package / "text" / "problems.md").write_text(problems, encoding="utf-8")


def rest_of_a_third(package: Path) -> None:
    """What the clerk fills in once ``finalize`` has refused: all but one figure, which nobody knows."""
    header = {old: new.replace("2023", "2024") for old, new in HEADER.items()}
    settings(package, header | {"【待补：所在市】": "云岭市"} | NO_CASES)
    fill(package / "indicators.csv", {"2.1.2": "430", "4.1.1.1": "2"})
    texts = {
        "lead": "2024年，石坪县与滨湖新区开展东西部协作，现将工作情况报告如下：",
        "innovations": "茶园改造由合作社组织群众施工，谁受益谁管护。",
        "next_steps": "抓好项目前期准备，组织干部到滨湖新区学习。",
    }
    for name, text in texts.items():
        (package / "text" / f"{name}.md").write_text(text, encoding="utf-8")


def strike_out(file: Path, words: str, target: Path) -> None:
    """Deletes words of one paragraph of a Word file, as a person does in Word, and saves it elsewhere."""
    document = Document(str(file))
    (paragraph,) = [each for each in document.paragraphs if words in each.text]
    rest = paragraph.text.replace(words, "")
    for run_of_text in paragraph.runs:
        run_of_text.text, rest = rest, ""
    document.save(str(target))


SHEETS: dict[str, list[list[str | int | float | None]]] = {
    "县人社局.xlsx": [
        ["竹川县2023年劳务协作情况统计表"],
        [None, None, "单位：期、人"],
        ["序号", "指标", "数值"],
        [1, "举办劳务协作培训班", "5期"],
        [2, "培训农村劳动力人数", "约210"],
        [3, "其中：脱贫劳动力数", "180"],
        [4, "到东部结对省份就业数", 260],
        [5, "其中：脱贫劳动力数", 200],
        [6, "省内就近就业数", "1，080"],
        [7, "其中：脱贫劳动力数", 640],
        [8, "到其他地区就业数", "无"],
        ["填表人：赵平", None, "2023年11月8日"],
    ],
    "县财政局.xlsx": [
        ["2023年东西部协作财政资金使用情况表"],
        ["单位：元"],
        ["用途", "金额", "备注"],
        ["用于产业帮扶", 21500000],
        ["用于就业帮扶", 1600000],
        ["用于干部和人才培训", 800000],
        ["用于打造乡村振兴示范典型", 5000000],
        ["合计", 28900000],
        [],
        ["注：数据截至11月底"],
    ],
    "县教育局.xlsx": [
        ["竹川县2023年东部支教教师名单"],
        ["序号", "姓名", "性别", "派出学校"],
        [1, "李 敏", "女", "江湾区第一中学"],
        [2, "王志远", "男", "江湾区实验小学"],
        [3, "张丽", "女", "江湾区实验小学"],
    ],
    "县商务局.xlsx": [
        ["2023年消费帮扶情况"],
        ["指标", "单位", "2023年", "2022年"],
        [
            "东部省份采购、帮助销售西部结对省份农畜牧产品和特色手工艺产品金额",
            "万元",
            3860.5,
            3100,
        ],
        ["开展消费协作的本地企业", "家", 6, 5],
    ],
    "县农业农村局.xlsx": [
        ["各乡镇帮扶车间情况表"],
        ["乡镇", "援建帮扶车间数（个）", "吸纳就业", None],
        [None, None, "农村劳动力（人）", "其中脱贫劳动力（人）"],
        ["上河镇", 2, 41, 20],
        ["白石乡", 1, 18, 9],
        ["合计", 3, 59, 29],
    ],
    "县委办.xlsx": [
        ["方向", "开始", "结束", "职务", "姓名", "事项"],
        ["东到西", "2023-05-10", "2023-05-12", "江湾区区长", "沈立", "率团到竹川县考察"],
        ["西到东", "2023-09-03", None, "竹川县县长", "杜明", "赴江湾区对接工作"],
    ],
}
"""What six departments of 竹川县 send."""


def of_departments(clerk: Clerk) -> str:
    """竹川县: an empty package and the sheets of six departments; gives the words that name the sheets."""
    county = "--place 竹川县 --partner 江湾区 --city 南屏市 --province 北原省 --partner-city 东澜市"
    clerk.nigao(f"new 竹川-2023 --kind 东西部协作自评 --year 2023 {county}")
    for name, rows in SHEETS.items():
        title = len(rows[0]) == 1
        sheet(Path(name), "Sheet1", *rows, merged="A1:C1" if title else "")
    return " ".join(SHEETS)


def rest_of_departments(package: Path) -> None:
    """What the clerk types in after the sheets: two numbers that were asked back, totals, texts."""
    settings(package, HEADER | NO_CASES)
    form = (
        "2.1.2.2=1080 2.1.2.3=0 2.1.2.3.1=0 4.2.1=2890 4.3.1=3 1.2.1=12 1.2.2=9 4.1.1.1=2 4.1.4.1=3"
    )
    fill(package / "indicators.csv", pairs(form))
    texts = {
        "lead": "2023年，竹川县与江湾区帮助农村劳动力就业{就业.合计}，现将工作情况报告如下：",
        "innovations": "在村里开办帮扶车间，共{车间.数}。",
        "problems": "车间订单不足。",
        "next_steps": "组织车间到江湾区对接订单。",
    }
    for name, text in texts.items():
        (package / "text" / f"{name}.md").write_text(text, encoding="utf-8")
