"""What a person is told of a cell to fill in: the same on every sheet."""

from __future__ import annotations

import re

from generator.model.kind import FieldSpec, FieldType, FormRelation, FormRow
from generator.package.tablespecs import COMMON

FLAGS = ("是", "否")
"""What may stand in a cell of 是否."""
NUMBER = "本年数。空格表示还不知道，0 表示确实为零。"
VALUE = f"{NUMBER.removesuffix('。')}；写“=”由程序按公式算。"
FORMULA = "可以写“=”，由程序算。"
AS_FILED = "填的内容不合规定、又要照原样印出时写“是”。"
_COMMENTS = {
    FieldType.KEY: "这一行的短名，在本表内不能重复；文字里用它来引用。",
    FieldType.FIGURE_KEY: "填“数据”或“年度统计表”里一个数的键，如 就业.合计。",
    FieldType.NUMBER: "只填阿拉伯数字，不带单位。空格表示还不知道，0 表示确实为零。",
    FieldType.DATE: "写成 2021-05-18、5月18日（报告当年）或 2021-05。不知道就留空。",
    FieldType.FLAG: "填 是 或 否。不知道就留空。",
    FieldType.CHOICE: "从下拉列表里选。",
    FieldType.LIST: "几项之间用顿号（、）隔开。",
    FieldType.TEXT: "",
    FieldType.WORD_OR_NUMBER: "填数（可带 ≥、≤、= 和单位，如 ≥95%），或填文字，如 有所提升。",
}
_SETTINGS = (
    (r"(.+\.)?date|cutoff", "写成 2024-12-20 或 2024年12月20日。还不知道就留空。"),
    (r"year", "写四位数，如 2024。"),
    (r"number", "如 清农组发〔2024〕12号。"),
    (r"signers(\.\d+)?", "写签发人的姓名，一格一人。"),
    (r"(.+\.)?organs(\.\d+)?", "写机关的全称，一格一个；主办机关在前。"),
    (r"addressee", "写收文机关的全称或规范化简称。"),
    (r"imprint\.issuer", "写印发公文的机关，一般是办公室。"),
    (r"imprint\.copy_to(\.\d+)?", "写抄送的机关，一格一个。"),
    (r"(title|report_title)(\.\d+)?", "标题印几行，就写几格。"),
    (r"appendices\.\d+\.name", "写附件的名称，照这里的字印。"),
)
"""What items of report.yaml hold, by their path."""


def of_setting(path: str, *, is_chosen: bool) -> str:
    """What the item of report.yaml at ``path`` holds, "" where nothing is to be said."""
    if is_chosen:
        return _COMMENTS[FieldType.CHOICE]
    return next((said for pattern, said in _SETTINGS if re.fullmatch(pattern, path)), "")


def of_column(column: FieldSpec) -> str:
    """What the cells of a column of records or figures hold, "" where nothing is to be said."""
    if column.name in COMMON:
        return ""
    must = column.required and column.type is not FieldType.KEY
    return _COMMENTS[column.type] + ("这一格必须填。" if must else "")


def of_form_row(form: FormRow | None) -> str:
    """What must hold for a cell of the form, and whether it can be computed; "" for nothing."""
    if form is None:
        return ""
    return bounds_of(form) + (FORMULA if form.formula else "")


def bounds_of(form: FormRow) -> str:
    """What must hold for a cell of the form, "" where nothing must."""
    rules = {
        f"应等于 {form.equals} 填的数（单位可以不同）。": bool(form.equals),
        f"各“合计”项相加应等于 {form.parent}。": form.relation is FormRelation.TOTAL,
        f"是 {form.parent} 的一部分，不能超过它。": form.relation is FormRelation.PART,
    }
    return "".join(rule for rule, holds in rules.items() if holds)
