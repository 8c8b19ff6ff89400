"""The sheets of a workbook: what each is called and which file of the package it holds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.kind import FieldSpec, FieldType, Kind

GUIDE, SETTINGS, FIGURES, NAMES, PROSE, OTHERS, META = (
    "说明",
    "设置",
    "数据",
    "名称",
    "文字",
    "其他文件",
    "_nigao",
)
FORM = "年度统计表"
COMMON = ("来源", "备注", "说明")
SETTINGS_FILE, INDICATORS_FILE, FIGURES_FILE, NAMES_FILE = (
    "report.yaml",
    "indicators.csv",
    "figures.csv",
    "names.csv",
)

FORM_HEAD = ("代码", "指标", "数值", "原样", "原指标", "原单位", "来源")
FIGURES_HEAD = ("键", "名称", "数值", "单位", "修饰", "公式", "小数位", "来源", "说明")
_FIGURES_TYPES = {
    "键": FieldType.KEY,
    "数值": FieldType.NUMBER,
    "小数位": FieldType.NUMBER,
}
NAMES_HEAD = ("名称", "类别", "简称")


@dataclass(frozen=True)
class TableSpec:
    """A table of the package: its file, its sheet, and its columns in order (``optional`` ones may be missing)."""

    file: str
    sheet: str
    columns: tuple[FieldSpec, ...]
    optional: tuple[str, ...] = COMMON

    def column(self, name: str) -> FieldSpec:
        """The column of that heading; one that the table does not know holds text."""
        return next(
            (column for column in self.columns if column.name == name),
            FieldSpec(name, FieldType.TEXT),
        )


def _texts(*names: str) -> tuple[FieldSpec, ...]:
    return tuple(FieldSpec(name, FieldType.TEXT) for name in names)


def value_field(unit: str) -> FieldSpec:
    """The column 数值 of figures.csv in a row of that unit: 日期 and 文字 there say what the value is."""
    types = {"日期": FieldType.DATE, "文字": FieldType.TEXT}
    return FieldSpec("数值", types.get(unit, FieldType.NUMBER), unit)


def table_specs(kind: Kind) -> tuple[TableSpec, ...]:
    """Every table of a package of this kind but the form, in the order of their sheets."""
    figures = tuple(
        FieldSpec(name, _FIGURES_TYPES.get(name, FieldType.TEXT)) for name in FIGURES_HEAD
    )
    records = (TableSpec(f"{spec.stem}.csv", spec.name, spec.fields) for spec in kind.records)
    return (
        TableSpec(FIGURES_FILE, FIGURES, figures, ("修饰", "公式", "小数位", *COMMON)),
        *records,
        TableSpec(NAMES_FILE, NAMES, _texts(*NAMES_HEAD), ("简称", *COMMON)),
    )
