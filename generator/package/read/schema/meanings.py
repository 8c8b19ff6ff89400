"""What each key of the YAML files of a report kind means, for their authors: by file and path,
``*`` for any name or number. A test holds that every key of the models stands here, and no
other."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.kind import FieldType

_COLUMN = {
    "heading": "表头，是模板；“上|下”分级，级数不限",
    "field": "印记录的哪一列",
    "align": "对齐：left、center、right、decimal（按小数点）",
    "width": "宽，毫米；不写的由内容定",
    "places": "印几位小数",
    "unit": "数印成什么单位",
    "blank": "空格印什么",
    "figure": "空格印哪一列（指标键）的数",
    "lists": "1. 2. 分条的，各起一行",
    "merge": "上下相同的合成一格",
    "serial": "这一列是序号",
    "restart": "序号在哪个分组里重新编",
    "optional": "report.yaml 的 columns 要了才印",
    "formula": "由本行别的列怎么算",
    "join_left": "空格并入左边一格",
    "span": "在叠起来的表里占共同格子的几列",
    "required": "空格印【待补】，不能空着报出去",
}
_CELL = {
    "text": "印的字，是模板",
    "figure": "印哪个指标（键）",
    "unit": "数印成什么单位",
    "places": "印几位小数",
    "span": "占几列",
    "align": "对齐",
    "head": "按表头排",
    "above": "并入上一行的格",
    "required": "指标还没有数就印【待补】",
}


def _below(path: str, keys: Mapping[str, str]) -> dict[str, str]:
    return {f"{path}.{key}": meaning for key, meaning in keys.items()}


MEANINGS: Mapping[str, Mapping[str, str]] = {
    "kind.yaml": {
        "name": "报告种类的名称，和文件夹同名",
        "report_title": "报告的标题，是模板",
        "title": "公文的标题，是模板；{{ report_title }} 是报告的标题",
        "headings": "各级标题的样式，键是级（1 至 4）；提纲用到的级都要写",
        **_below(
            "headings.*",
            {
                "format": "序号的样子：一、 （一） 1. （1） 一是",
                "run_in": "true：接着写正文；sentence：标题是一句话时接着写",
                "suffix": "不是句子的标题后面加什么，如 方面",
                "strong": "加粗",
                "whole": "下面的内容并成一段",
                "continuous": "全文连续编号，不在上级标题下重新编",
            },
        ),
        "texts": "由人写的文字：text/ 下的文件名和它的叫法",
        "guidance": "空白数据包的各份文字里提示写什么",
        "parties": "报告要写明谁：地方、单位、结对方",
        "organ": "发文机关按惯例的名称，{地方} 由命令给的代入",
        "outside": "提纲里没有位置的数据（键，或 记录.列）和原因",
        "outline": "提纲各部分",
        **_below(
            "outline.*",
            {
                "block": "标题所在的 block",
                "share": "通常占全文的百分数，0 是不说",
                "main": "主要指标的键，和上年比",
            },
        ),
        "shortfalls": "提示撰稿人可能的问题：一个数比另一个数小",
        **_below("shortfalls.*", {"key": "哪个数", "of": "应当达到哪个数", "said": "没达到怎么说"}),
        "reference": "样板：这个种类的文件夹里的一个 .docx，报告照它的样子排",
    },
    "records.yaml": {
        "*": "记录文件，键是文件名（不带 .csv）",
        **_below(
            "*",
            {
                "名称": "记录的名称，提纲和公式用它",
                "字段": "各列和类型；有一列、只有一列是“键”",
                "沿用": "true：做下一年的数据包时各行照抄；[列, 列]：各行照抄，只留这几列，别的清空",
                "汇总": "上一级的怎么来：合计 各列相同的并成一行、数相加，列出 逐地照抄，"
                "不汇总 由上一级自己填，各地数据 记下一级各地的数",
            },
        ),
    },
    "tables/名称.yaml": {
        "records": "印哪种记录的各行；不写又写了 columns 的是统计表",
        "each": "哪种记录一条印一张，只作附件；'本条' 是那条记录的键",
        "rows_of": "一条印一张的表里，这一列等于那条记录的键的行才印",
        "columns": "各列",
        **_below("columns.*", _COLUMN),
        "rows": "固定的格，一行一个清单；只写文字的就是 text，^ 是并入上一行的格",
        **_below("rows.*.*", _CELL),
        "blocks": "上下叠起来的各块；只写名称的就是 table",
        **_below(
            "blocks.*",
            {"table": "哪张表", "label": "左边竖着的叫法", "span": "叫法占几列"},
        ),
        "checks": "表里的数应当怎样",
        **_below(
            "checks.*",
            {
                "each_row": "每一行的各列之间，如 得分 <= 分值",
                "each_column": "每一列的各行之间，{键} 是一行",
                "columns": "查哪几列，不写的查所有数",
                "fills": "each_column 等号左边单独的一行空着时，照右边算；不写的不算",
                "note": "为什么要这样，一句话，写在核对结果里",
            },
        ),
        "groups": "分组",
        **_below(
            "groups.*",
            {
                "field": "按哪一列分；这一列在 records.yaml 里要必填（类型后面写 *）",
                "heading": "组上面的一行：{字段}、{计数}、{序号}、{大写序号}",
                "foot": "组下面的一行",
                "span": "占几列",
            },
        ),
        "summaries": "各列怎么汇总：合计、种数、填报",
        "given": "填报的汇总在哪种记录里",
        "only": "只印这样的行：哪一列写的是什么",
        "total": "末行的叫法，不写没有末行",
        "orientation": "portrait 竖排，landscape 横排",
        "lines": "表上方的各行，是模板",
        "unit_line": "表上方右边的单位",
        "notes": "表下方的注，是模板",
        "sign_line": "表下方一行签字的位置，如 填表人：、审核人：",
        "title": "正文里的表单独取出来时的标题，不写用文件名",
    },
}

FIELD_TYPES: Mapping[FieldType, tuple[str, str, str]] = {
    FieldType.KEY: ("键", "排口", "给每一行起的不重复的名字；写成 键 可空 的，可以不填"),
    FieldType.TEXT: ("文字", "沿岸堆放垃圾", "什么都行"),
    FieldType.NUMBER: (
        "数 万元",
        "120.5",
        "只写数字，单位写在类型后面，印的时候带上；没有单位的写 数",
    ),
    FieldType.DATE: ("日期", "2023-05-18", "不写年份就是报告年度；只知道月份写 2023-05"),
    FieldType.FLAG: ("是否", "是", "是 或 否；条件里写 挂牌='是'，或 {% if 条.挂牌 %}"),
    FieldType.CHOICE: (
        "选项 新建 续建",
        "新建",
        "类型后面列出的词里的一个；必填的写 选项* 新建 续建",
    ),
    FieldType.LIST: (
        "列表",
        "甲村、乙村",
        "几项，用顿号隔开；提纲里直接写 {{ 条.责任单位 }}，几项写 计数(条.责任单位)",
    ),
    FieldType.FIGURE_KEY: ("指标键", "资金.到位", "一个数的键，印出来是那个数"),
    FieldType.WORD_OR_NUMBER: (
        "文字或数",
        "≥95%",
        "数，前面可以有 ≥ ≤ > <，后面可以有单位；或者是文字，如 有所提升",
    ),
}
"""The types of columns in records.yaml: how each is written there, what may stand in a cell, and
what it is."""
