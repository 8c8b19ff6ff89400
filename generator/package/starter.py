"""A package that begins with nothing: all that a report of the kind asks for stands there to be
filled in, and no fact of any place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from generator.model import files
from generator.model.errors import DataError, Problem
from generator.model.kind import FieldSpec, FieldType, FormRow, Kind
from generator.model.regex import regex
from generator.model.settings import OriginSettings
from generator.package import settings_text, yamltext
from generator.package.newyear import TODO, NewPackage, form_note
from generator.package.origin import with_origin
from generator.package.parties import Parties, level
from generator.package.read.schema.nearest import or_nearest
from generator.package.tablespecs import (
    DEPARTMENTS,
    FIGURES,
    INDICATORS,
    NAMES,
    STATE_COLUMNS,
    TableSpec,
    record_table,
)
from generator.package.textfiles import CSV_STYLE, TextStyle, csv_text, encoded

_SLOT = regex(r"(?<!\{)\{([\u4e00-\u9fff]+)\}(?!\})")
"""{地方}: what the command gave stands there; {{ … }} is a template's."""
_LOOK = (
    "form",
    "format",
    "letter",
    "headings",
    "annexes",
    "fonts",
    "layout",
    "page_number",
    "reference",
)
"""Items of report.yaml that say how a report looks, and nothing of a place."""
STARTER = "starter.yaml"
"""What the pattern is called in a kind."""
_OFFICE = "办公室"


def make(
    kind: Kind,
    year: int,
    parties: Parties,
    pattern: str,
    *,
    model: str = "",
    origin: OriginSettings | None = None,
) -> NewPackage:
    """The package of ``year`` with nothing filled in; ``pattern`` is its report.yaml, with slots.

    ``model`` is the report.yaml of another package ("": none): the new one looks like it, and
    nothing else of it comes along; ``origin`` says which package that is. Raises DataError where
    the pattern has a slot that nobody knows.
    """
    settings = _with_look(_settings(pattern, _slots(kind, year, parties)), model)
    settings = with_origin(settings, origin) if origin else settings
    todo = tuple(_steps(kind, parties))
    package = {files.REPORT: encoded(settings, TextStyle())}
    package |= {file: encoded(csv_text(rows), CSV_STYLE) for file, rows in _tables(kind, year)}
    package |= {
        files.text_file(name): encoded(_guidance(kind, name), TextStyle()) for name in kind.texts
    }
    package[files.README] = encoded(_readme(kind, year, parties, todo), TextStyle())
    return NewPackage(package, (), todo)


def _slots(kind: Kind, year: int, parties: Parties) -> dict[str, str]:
    """What stands in place of each slot; "" where it is not known."""
    named = {
        "地方": parties.place,
        "级别": level(parties.place),
        "所在市": parties.city,
        "所在省": parties.province,
        "结对方": parties.partner,
        "结对方所在市": parties.partner_city,
        "年度": str(year),
        "报告种类": kind.name,
    }
    organ = parties.organ or _filled(kind.organ, named)
    office = organ if organ.endswith(_OFFICE) else organ + _OFFICE
    return {**named, "发文机关": organ, "印发机关": office}


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    """A pattern with its slots filled; 【待补：…】 for what is not known."""
    return _SLOT.sub(lambda slot: slots[slot[1]] or f"【待补：{slot[1]}】", pattern)


def _settings(pattern: str, slots: Mapping[str, str]) -> str:
    problems = [
        Problem(
            f"不认识“{slot[0]}”{or_nearest(slot[1], slots)}",
            f"可用：{'、'.join(slots)}",
            STARTER,
            number,
        )
        for number, line in enumerate(pattern.splitlines(), 1)
        for slot in _SLOT.finditer(line)
        if slot[1] not in slots
    ]
    if problems:
        raise DataError(problems)
    return _filled(pattern, slots)


def _with_look(settings: str, model: str) -> str:
    """``settings`` with the look of ``model``, both texts of a report.yaml."""
    values, look = _values(settings), _values(model)
    both = [path for path in _LOOK if path in values and path in look]
    changed = settings_text.with_values(settings, values | {path: look[path] for path in both})
    own, given = _mapping(settings), _mapping(model)
    further = {item: given[item] for item in _LOOK if item in given and item not in own}
    if not further:
        return changed
    return f"{changed.rstrip()}\n\n{yaml.safe_dump(further, allow_unicode=True, sort_keys=False)}"


def _values(text: str) -> dict[str, str]:
    """The values of a report.yaml by path."""
    return {item.path: item.text for item in settings_text.items(text)}


def _mapping(text: str) -> Mapping[str, object]:
    content = yamltext.load(text)
    return content if isinstance(content, dict) else {}


def _tables(kind: Kind, year: int) -> Iterator[tuple[str, Sequence[Sequence[str]]]]:
    """The tables by file: the form with its labels, the figures that the kind asks for, and every
    record file with its head alone."""
    if kind.catalogue:
        yield (
            files.INDICATORS,
            [_head(INDICATORS, "说明"), *_form_rows(kind.catalogue.values(), year)],
        )
    yield files.FIGURES, [_head(FIGURES), *_figure_rows(kind)]
    for spec in kind.filled_records:
        head = _head(record_table(spec))
        yield spec.file, [head, *_fixed_rows(kind, spec.file, head)]
    yield files.NAMES, [_head(NAMES)]
    filled_in = [name for name in _head(DEPARTMENTS) if name not in STATE_COLUMNS]
    yield files.DEPARTMENTS, [filled_in]


def _fixed_rows(kind: Kind, file: str, head: Sequence[str]) -> list[Sequence[str]]:
    """The rows of a record file that the form fixes, with nothing filled in."""
    return [[row.get(name, "") for name in head] for row in kind.rows.get(file, ())]


def _head(table: TableSpec, *further: str) -> Sequence[str]:
    """The columns of a table, and ``further`` ones that any table may have."""
    return [*(column.name for column in table.columns), *further]


def _form_rows(forms: Iterable[FormRow], year: int) -> Iterator[Sequence[str]]:
    """The rows of the form that have a cell, each blank or computed, with a note."""
    for form in forms:
        if not form.is_heading:
            value = "=" if form.formula else ""
            yield [form.code, form.label_of(year), value, "", "", "", "", form_note(form)]


def _figure_rows(kind: Kind) -> Iterator[Sequence[str]]:
    """The figures that only people know: neither in the form nor computed."""
    in_form = {form.key for form in kind.catalogue.values()}
    for figure in kind.derived.values():
        if not figure.formula and figure.key not in in_form:
            yield [figure.key, figure.name, "", figure.unit, "", "", "", "", ""]


def _guidance(kind: Kind, name: str) -> str:
    """A text that only says what is to be written: it counts as not written and prints nothing."""
    line = kind.guidance.get(name, f"写{kind.texts[name]}")
    return f"{{# 提示：{line}。写好后删去这一行；不删也不印。 #}}\n"


def _steps(kind: Kind, parties: Parties) -> Iterator[str]:
    """What a person should do next."""
    yield "report.yaml：填好【待补：…】和日期；用不着的整项删去"
    if not parties.organ:
        yield f"report.yaml 的发文机关是按惯例写的“{_slots(kind, 0, parties)['发文机关']}”，请核对"
    if kind.catalogue:
        yield f"{files.INDICATORS}：只填“数值”列；不知道就留空，没有才填 0；写着“=”的由程序算"
    if any(_figure_rows(kind)):
        yield f"{files.FIGURES}：统计表以外的数，填“数值”列；用不着的行可以删去"
    if kind.rows:
        yield f"{'、'.join(kind.rows)}：行由表式规定，已经列好，只填数；没有才填 0；不增行，不删行"
    if any(spec.file not in kind.rows for spec in kind.records):
        yield "其余的 .csv：一行一件事，用不着的表空着"
    if kind.texts:
        yield "text/：每份文字照提示写；数用键引用，不直接写数字"


def _readme(kind: Kind, year: int, parties: Parties, todo: Sequence[str]) -> str:
    subject = parties.place or parties.organ
    lines = [f"# {subject}{year}年数据包", "", f"报告种类：{kind.name}。", "", TODO, ""]
    lines += [f"{number}. {step}" for number, step in enumerate(todo, 1)]
    lines += ["", "## 文件", "", "| 文件 | 内容 |", "|---|---|"]
    lines += [f"| `{file}` | {content} |" for file, content in _contents(kind)]
    lines += ["", "## 各表的列", "", "带 * 的必填；“键”给每一行起一个不重复的名字。", ""]
    lines += [
        f"- `{spec.file}`：{'、'.join(map(_column, spec.fields))}" for spec in kind.filled_records
    ]
    return "\n".join(lines) + "\n"


def _contents(kind: Kind) -> Iterator[tuple[str, str]]:
    """The files and what each holds."""
    yield files.REPORT, "年度、地方、发文机关、标题、日期、附件"
    if kind.catalogue:
        yield files.INDICATORS, "统计表"
    yield files.FIGURES, "统计表以外的数"
    for spec in kind.filled_records:
        yield spec.file, spec.name
    yield files.NAMES, "专有名称：机构、人员、企业、口号；检查时认作名称"
    for name, label in kind.texts.items():
        yield files.text_file(name), label


def _column(field: FieldSpec) -> str:
    """A column of a record file, and what may stand in it."""
    content = {
        FieldType.NUMBER: field.unit,
        FieldType.CHOICE: "/".join(field.choices),
        FieldType.DATE: "日期",
        FieldType.FLAG: "是/否",
        FieldType.LIST: "几项用顿号隔开",
        FieldType.FIGURE_KEY: "统计表或 figures.csv 的键",
        FieldType.WORD_OR_NUMBER: "≥95% 或文字",
    }.get(field.type, "")
    return f"{field.name}{'*' if field.required else ''}{f'（{content}）' if content else ''}"
