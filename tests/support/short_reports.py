"""Invented reports in short: a line is a passage, its first word tells what it is."""

from __future__ import annotations

import re

from generator.check.finding import Finding
from generator.check.passages import Passage, Role
from generator.check.rules.table import RULES
from generator.check.subject import Subject
from generator.model.kind import FieldType, FormRelation, FormRow, Term
from generator.model.severity import Severity

_ROLES: dict[str, Role] = {
    "题": "title",
    "标": "heading",
    "附": "annex_note",
    "签": "signature",
    "印": "imprint",
    "注": "note",
    "头": "masthead",
}
_LEVELS = {"一": 1, "（": 2}
FORM = (
    FormRow("1", 0, "一、就业", "", None, ""),
    FormRow(
        "1.1",
        1,
        "1.帮助就业人数",
        "人",
        FieldType.NUMBER,
        "就业",
        "1",
        formula="{就业.省外}+{就业.省内}",
    ),
    FormRow(
        "1.1.1", 2, "到省外就业人数", "人", FieldType.NUMBER, "就业.省外", "1.1", FormRelation.TOTAL
    ),
    FormRow(
        "1.1.1.1",
        3,
        "其中：脱贫劳动力数",
        "人",
        FieldType.NUMBER,
        "就业.省外.脱贫",
        "1.1.1",
        FormRelation.PART,
    ),
    FormRow(
        "1.1.2", 2, "在省内就业人数", "人", FieldType.NUMBER, "就业.省内", "1.1", FormRelation.TOTAL
    ),
    FormRow(
        "1.1.2.1",
        3,
        "其中：脱贫劳动力数",
        "人",
        FieldType.NUMBER,
        "就业.省内.脱贫",
        "1.1.2",
        FormRelation.PART,
    ),
    FormRow("1.2", 1, "2.举办技能培训班", "期", FieldType.NUMBER, "培训.期数", "1"),
    FormRow("2", 0, "二、资金", "", None, ""),
    FormRow("2.1", 1, "1.已拨付到位资金数", "万元", FieldType.NUMBER, "资金", "2"),
    FormRow(
        "2.1.1",
        2,
        "已使用资金数",
        "万元",
        FieldType.NUMBER,
        "资金.已使用",
        "2.1",
        FormRelation.PART,
    ),
    FormRow(
        "2.1.2",
        2,
        "资金使用比例",
        "%",
        FieldType.NUMBER,
        "资金.使用率",
        "2.1",
        formula="{资金.已使用}/{资金}*100",
    ),
    FormRow(
        "2.1.3",
        2,
        "其中：用于产业",
        "万元",
        FieldType.NUMBER,
        "资金.产业",
        "2.1",
        FormRelation.PART,
    ),
    FormRow(
        "2.1.4", 2, "用于培训", "万元", FieldType.NUMBER, "资金.培训", "2.1", FormRelation.PART
    ),
    FormRow(
        "2.1.4.1",
        3,
        "①用于干部培训",
        "万元",
        FieldType.NUMBER,
        "资金.培训.干部",
        "2.1.4",
        FormRelation.PART,
    ),
    FormRow(
        "2.1.4.2",
        3,
        "②用于农民培训",
        "万元",
        FieldType.NUMBER,
        "资金.培训.农民",
        "2.1.4",
        FormRelation.PART,
    ),
    FormRow(
        "2.2", 1, "2.重点县到位资金数", "亿元", FieldType.NUMBER, "资金.重点", "2", equals="2.1"
    ),
    FormRow("2.3", 1, "3.到东部对接情况", "时间、姓名、职务", FieldType.TEXT, "对接", "2"),
    FormRow("2.4", 1, "4.出台文件情况", "", FieldType.TEXT, "文件", "2"),
    FormRow("3", 0, "三、助力巩固拓展脱贫成果", "", None, ""),
    FormRow("4", 0, "四、促进（推进）乡村全面振兴", "", None, ""),
)
TERMS = (
    Term("东西协作", "东西部协作", Severity.WARNING, "规范名称"),
    Term("消费扶贫", "消费帮扶", Severity.INFO, "", "曾称", 2021),
)


def passage(line: str, part: str = "", paragraph: int = 1) -> Passage:
    """题 a title, 标 a heading, 附 a name in the 附件说明, 签 a signature; 附件1 a label; a|b a row; else a paragraph."""
    if re.fullmatch(r"附件\d*", line):
        return Passage(line, "label", "", paragraph, line)
    if "|" in line:
        cells = tuple(line.split("|"))
        return Passage("\t".join(cells), "row", "", paragraph, part)
    kind, _, text = line.partition(" ")
    if kind not in _ROLES or not text:
        return Passage(line, "body", "", paragraph, part)
    role = _ROLES[kind]
    if role != "heading":
        return Passage(text, role, "", paragraph, part)
    number = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|（\d+）|\d+\.", text)
    level = _LEVELS.get("一" if text[0] in "一二三四五六七八九十" else text[0], 3)
    return Passage(text, role, text, paragraph, part, level, number[0] if number else "", len(text))


def subject(*lines: str, year: int | None = 2023) -> Subject:
    """The subject of these passages; the table is read by the invented form, words by the invented list."""
    found: list[Passage] = []
    part = ""
    for count, line in enumerate(lines, 1):
        made = passage(line, part, count)
        part = made.part
        found.append(made)
    return Subject(tuple(found), TERMS, year, names=("“消费扶贫日”",), form=FORM)


def findings(rule: str, *lines: str, year: int | None = 2023) -> list[Finding]:
    """What one rule says of these passages."""
    return list(RULES[rule](subject(*lines, year=year)))


def table(**changed: str) -> tuple[str, ...]:
    """The invented form filled without a fault, then with what is changed, by code (c1_1_1="5")."""
    values = {
        "1.1": "300",
        "1.1.1": "120",
        "1.1.1.1": "80",
        "1.1.2": "180",
        "1.1.2.1": "100",
        "1.2": "6",
        "2.1": "5000",
        "2.1.1": "4000",
        "2.1.2": "80",
        "2.1.3": "3000",
        "2.1.4": "900",
        "2.1.4.1": "300",
        "2.1.4.2": "600",
        "2.2": "0.5",
        "2.3": "5.6-7、王一鸣、清河县县长",
        "2.4": "3月5日，县政府印发《办法》",
    }
    values |= {code.removeprefix("c").replace("_", "."): value for code, value in changed.items()}
    rows = ["指标|单位|清河县"]
    rows += [
        row.label if row.is_heading else f"{row.label}|{row.unit}|{values.get(row.code, '')}"
        for row in FORM
    ]
    return tuple(rows)
