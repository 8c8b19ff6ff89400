"""What each CSV file of a report kind may hold: its columns, and what their cells may be."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from generator.model.kind import FieldType, FormRelation, Relation
from generator.model.rollup import OF_VALUES
from generator.model.severity import Severity

YES, NO = "是", "否"
HEADING = "标题"
"""The type of a row of the form that has no cell."""


class CsvType(Enum):
    """What the cells of a column are; the value is what documentation calls it."""

    TEXT = "文字"
    WHOLE = "整数"
    CHOICE = "选项"
    PATTERN = "正则表达式"
    FORMULA = "公式"


class CsvColumn(Struct, frozen=True):
    """A column: its heading, the type of its cells, what it means.

    ``filled``: no cell may be blank. ``optional``: the whole column may be missing. ``choices`` are
    all that may stand there ("" among them: or nothing), ``low`` and ``high`` the bounds of a whole
    number.
    """

    name: str
    meaning: str
    type: CsvType = CsvType.TEXT
    filled: bool = False
    optional: bool = False
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


class CsvFile(Struct, frozen=True):
    """A CSV file of a kind by its path in it; ``unique`` is the column in which nothing may stand
    twice, "" for none."""

    name: str
    columns: tuple[CsvColumn, ...]
    unique: str = ""

    @property
    def required(self) -> tuple[str, ...]:
        """The headings that must be there."""
        return tuple(column.name for column in self.columns if not column.optional)

    @property
    def further(self) -> tuple[str, ...]:
        """The headings that may be there."""
        return tuple(column.name for column in self.columns if column.optional)


_ROW_TYPES = (
    HEADING,
    *(type_.value for type_ in (FieldType.NUMBER, FieldType.TEXT, FieldType.FLAG)),
)
_LEVELS = tuple(severity.label for severity in Severity)

_ROLLUP = CsvColumn(
    "汇总",
    "上一级的数怎么由下一级的来：合计 相加，列出 逐地写文字，列出并合计 另在附表里逐地列，"
    "重算 照公式算，不汇总 由上一级自己填；留空的是没有说，也由上一级填",
    CsvType.CHOICE,
    optional=True,
    choices=(*(way.value for way in OF_VALUES), ""),
)

FIGURES_FILE = CsvFile(
    "figures.csv",
    (
        CsvColumn("键", "指标的键，提纲和公式用它取数", filled=True),
        CsvColumn("名称", "指标的名称，缺数时印【待补：名称】", filled=True),
        CsvColumn("单位", "数的单位；不是数的写 文字 或 日期"),
        CsvColumn(
            "公式",
            "怎么算：{键} 是一个数，合计、计数、种数算记录；留空的由数据包填，只写在这里就是“可以没有”",
            CsvType.FORMULA,
        ),
        CsvColumn("小数位", "印几位小数，留空的照算出来的", CsvType.WHOLE, high=6),
        _ROLLUP,
    ),
    unique="键",
)
CROSS_CHECKS_FILE = CsvFile(
    "identities.csv",
    (
        CsvColumn("键", "核对哪个指标", filled=True),
        CsvColumn(
            "关系",
            "和公式的关系；≠ 是相等就可疑，有 是公式大于零就要填",
            CsvType.CHOICE,
            filled=True,
            choices=tuple(relation.value for relation in Relation),
        ),
        CsvColumn("公式", "和什么比", CsvType.FORMULA, filled=True),
        CsvColumn("级别", "不符算什么", CsvType.CHOICE, filled=True, choices=_LEVELS),
        CsvColumn("说明", "公式的叫法，如 各笔资金之和：提示里写“应等于各笔资金之和”", filled=True),
    ),
)
CATALOGUE_FILE = CsvFile(
    "catalogue/年.csv",
    (
        CsvColumn("代码", "这一行的代码", filled=True),
        CsvColumn("层级", "缩进几级，标题是 0", CsvType.WHOLE, filled=True, high=9),
        CsvColumn("指标", "这一行的名称；{year} 是年份", filled=True),
        CsvColumn("单位", "数的单位"),
        CsvColumn("类型", "标题没有格", CsvType.CHOICE, filled=True, choices=_ROW_TYPES),
        CsvColumn("键", "指标的键；同一个数在几行里的，键相同"),
        CsvColumn("上级", "上级一行的代码"),
        CsvColumn(
            "关系",
            "和上级的关系：合计 是同级相加得上级，其中 是不大于上级",
            CsvType.CHOICE,
            choices=tuple(relation.value for relation in FormRelation),
        ),
        CsvColumn("等于", "同一个数的另一行的代码"),
        CsvColumn("公式", "格里写“=”时怎么算", CsvType.FORMULA),
        CsvColumn("必填", "必须填的写“是”", CsvType.CHOICE, optional=True, choices=(YES, "")),
        CsvColumn("各级指标", "别的级别怎么叫，如 县：1.县委常委会会议", optional=True),
        _ROLLUP,
    ),
    unique="代码",
)
MAPPING_FILE = CsvFile(
    "mapping/年.csv",
    (
        CsvColumn("代码", "这一版的行", filled=True),
        CsvColumn("上版代码", "上一版的行，几行相加的用顿号隔开，新加的留空"),
        CsvColumn("说明", "为什么", optional=True),
    ),
    unique="代码",
)
TERMS_FILE = CsvFile(
    "terms.csv",
    (
        CsvColumn("原词", "要找的词（正则表达式）", CsvType.PATTERN, filled=True),
        CsvColumn("应为", "规范的说法"),
        CsvColumn("级别", "算什么", CsvType.CHOICE, filled=True, choices=_LEVELS),
        CsvColumn("说明", "为什么"),
        CsvColumn("除非", "前后是这样的不算（正则表达式）", CsvType.PATTERN),
        CsvColumn("起始年", "从哪一年起不再这样说", CsvType.WHOLE, low=1949, high=2100),
        CsvColumn("依据", "哪份名单或文件"),
        CsvColumn("启用", "写“否”的不查", CsvType.CHOICE, filled=True, choices=(YES, NO)),
    ),
)
CSV_FILES = (FIGURES_FILE, CROSS_CHECKS_FILE, CATALOGUE_FILE, MAPPING_FILE, TERMS_FILE)
"""Every CSV file of a kind; 年 stands for a year."""
