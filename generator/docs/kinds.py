"""docs/kinds.zh-CN.md: the tables of what each file of a report kind may hold, made of the strict
models; the steps above them are written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.docs.docstrings import DocumentationError, escaped
from generator.model.kind import FieldType
from generator.package.read.schema.csv_files import CSV_FILES, CsvColumn, CsvFile, CsvType
from generator.package.read.schema.keys import SchemaKey, keys_of
from generator.package.read.schema.meanings import FIELD_TYPES
from generator.package.read.schema.yaml_files import YAML_FILES

BEGIN = "<!-- 以下由 python -m generator.docs 照程序写出 -->"
END = "<!-- 以上由 python -m generator.docs 照程序写出 -->"
PAGE = Path(__file__).parents[2] / "docs" / "kinds.zh-CN.md"
_YAML = """\
“项”里的 `*` 是任何名称，或清单里的每一条；`columns.*.width` 就是 `columns` 下面每一列的 `width`。
“项: 值”是下面再分项，一项一行，缩进；“清单”是一条一行，以“- ”开头，短的也可以写成 `[甲, 乙]`。
"""
_DEFAULTS = {"": "必须写", "不写": "没有"}
_TYPES = """\
`*` 写在类型后面，表示必须填，如 `文字*`、`数 万元*`。
"""
_OF_FILES: Mapping[str, str] = {
    "kind.yaml": "种类的名称、标题、各级标题、由人写的文字",
    "records.yaml": "一件一行的记录：数据包里的 `文件名.csv`",
    "tables/名称.yaml": "附表，或正文里用 `table('名称')` 放的表",
    "figures.csv": "单个的数",
    "identities.csv": "数和数应当怎样，可以没有这个文件",
    "catalogue/年.csv": "上级发的统计表，可以没有；年是从哪一年起用",
    "mapping/年.csv": "改版的统计表和上一版怎样对应，可以没有",
    "terms.csv": "不再用的词，可以没有；五处的 `shared/` 里也可以放",
}


def kinds(path: Path = PAGE) -> str:
    """The page as it stands in the file ``path``, its tables made anew.

    Raises DocumentationError where the file is not there, or has not one place for them.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise DocumentationError(f"{path.name}: needs “{BEGIN}” and “{END}” once")
    above, _, rest = text.partition(BEGIN)
    below = rest.partition(END)[2]
    return "\n".join([above + BEGIN, *_reference(), "", END + below])


def _reference() -> Iterator[str]:
    """The lines of the tables: every key, every column of a file, every type of a column."""
    yield from ("", *_YAML.splitlines())
    for file in YAML_FILES:
        yield from ("", f"### {file}", "", f"{_OF_FILES[file]}。", "")
        yield from _table(("项", "写什么", "不写就是", "意思"), map(_key_cells, keys_of(file)))
        if file == "records.yaml":
            yield from _types()
    for csv_file in CSV_FILES:
        yield from ("", f"### {csv_file.name}", "", f"{_about(csv_file)}。", "")
        yield from _table(("列", "写什么", "意思"), map(_column_cells, csv_file.columns))


def _types() -> Iterator[str]:
    """The types that columns of records.yaml may have."""
    yield from ("", "#### 列的类型", "", *_TYPES.splitlines(), "")
    rows = ((type_.value, *FIELD_TYPES[type_]) for type_ in FieldType)
    cells = ((f"`{name}`", f"`{use}`", example, told) for name, use, example, told in rows)
    yield from _table(("类型", "写成", "格里填，如", "意思"), cells)


def _about(file: CsvFile) -> str:
    unique = f"；“{file.unique}”不能重复" if file.unique else ""
    return f"{_OF_FILES[file.name]}{unique}"


def _key_cells(key: SchemaKey) -> tuple[str, ...]:
    default = _DEFAULTS.get(key.default, key.default)
    return f"`{key.path}`", escaped(key.type), escaped(default), escaped(key.meaning)


def _column_cells(column: CsvColumn) -> tuple[str, ...]:
    return column.name, escaped(_content(column)), escaped(column.meaning)


def _content(column: CsvColumn) -> str:
    """What the cells of a column hold, and whether they, or the column, may be missing."""
    content = column.type.value
    if column.type is CsvType.CHOICE:
        content = "、".join(choice for choice in column.choices if choice)
    if column.high:
        content += f"，{column.low} 至 {column.high}"
    if column.optional:
        return f"{content}；这一列可以没有"
    return f"{content}；必填" if column.filled else content


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """A table of Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for cells in rows:
        yield f"| {' | '.join(cells)} |"
