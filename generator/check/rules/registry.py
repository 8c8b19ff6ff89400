"""Names of the package against the registry that several packages share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.check.filled import filled
from generator.check.finding import Finding, Severity, Side, cell_side
from generator.check.rules.names import different, left_out, omitted, read_person
from generator.check.subject import Subject
from generator.figures import Draft
from generator.model.dataset import SharedName
from generator.model.kind import FieldSpec, FieldType, RecordSpec

_PERSON, _COMPANY, _TITLE = 3, 8, 10
_MOST_SIDES = 4
_APART = re.compile(r"[\d一二三四五六七八九十东西南北中上下甲乙丙丁新老大小]")
_TOWN = re.compile(r"^(?P<town>.*[镇乡])?(?P<village>.{2,}村)$")
_TOLD = {"人员": "同一人", "企业": "同一企业", "村": "同一个村", "文件": "同一文件"}


def shared(subject: Subject) -> Iterator[Finding]:
    """A person, company, village or document of the package is spelt as the shared registry spells it.

    Speaks of persons of three characters, same surname, one other character different; companies of 8 and more that
    differ in one character or lack up to 4; villages that lack one; documents of 10 and more that lack up to 4. Reads
    names.csv, the records, and the form's cells 时间、姓名、职务. Silent about a name that is registered itself, about
    companies told apart by a numeral or 东 西 大 小 …, and about villages of two townships; tells, for information,
    that the registry is not there. Source: one spelling for each name (report.yaml, ``names``).
    """
    draft = subject.draft
    if draft is None:
        return
    registry = draft.dataset.shared_names
    if registry is None:
        named = draft.dataset.settings.names
        yield Finding(
            Severity.INFO,
            f"找不到共用名册“{named}”，没有拿它核对名称。",
            (Side(named, "report.yaml", column="names"),),
        )
        return
    known = {name.text for name in registry}
    for (category, name), sides in _used(draft, subject).items():
        if name not in known:
            for other in registry:
                if other.category == category and _near(category, name, other.text):
                    yield _finding(name, other, sides)


def _finding(name: str, other: SharedName, sides: list[Side]) -> Finding:
    post = f"（{other.post}）" if other.post else ""
    return Finding(
        Severity.WARNING,
        f"“{name}”与共用名册里的“{other.text}”{post}写法相近，疑为{_TOLD[other.category]}；确是两回事的，请把它也登记进名册。",
        (*sides[:_MOST_SIDES], cell_side(other.source, other.text)),
        other.text,
        name,
    )


def _near(category: str, name: str, other: str) -> bool:
    """Whether two names of a category are so alike that one may be a slip for the other."""
    short, long = sorted((name, other), key=len)
    match category:
        case "人员":
            return (
                len(short) == len(long) == _PERSON
                and name[0] == other[0]
                and different(name, other) == 1
            )
        case "企业":
            return len(short) >= _COMPANY and (
                bool(omitted(short, long)) or _one_letter(name, other)
            )
        case "村":
            return _same_village(name, other)
        case _:
            return len(short) >= _TITLE and bool(omitted(short, long))


def _one_letter(name: str, other: str) -> bool:
    if len(name) != len(other) or different(name, other) != 1:
        return False
    return not any(
        _APART.match(a) or _APART.match(b) for a, b in zip(name, other, strict=True) if a != b
    )


def _same_village(name: str, other: str) -> bool:
    one, two = _TOWN.match(name), _TOWN.match(other)
    if not one or not two or (one["town"] and two["town"] and one["town"] != two["town"]):
        return False
    short, long = sorted((one["village"], two["village"]), key=len)
    return len(short) >= 3 and len(long) == len(short) + 1 and left_out(short, long)


def _used(draft: Draft, subject: Subject) -> dict[tuple[str, str], list[Side]]:
    """The names of the package by category, each with the places where it stands."""
    found: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for category, name, side in (*_in_records(draft), *_in_form(subject)):
        if name and side not in found[category, name]:
            found[category, name].append(side)
    for own in draft.dataset.names:
        if own.category in _TOLD and (own.category, own.text) not in found:
            found[own.category, own.text].append(_first(own.text, subject))
    return found


def _in_records(draft: Draft) -> Iterator[tuple[str, str, Side]]:
    for records in draft.dataset.records.values():
        columns = [
            (category, field.name)
            for field in records.spec.fields
            if (category := _category(records.spec, field))
        ]
        for record in records:
            for category, column in columns:
                cell = record.cells[column]
                for name in cell.value if isinstance(cell.value, tuple) else (cell.raw,):
                    yield category, name, cell_side(cell.source, cell.raw)


def _category(spec: RecordSpec, field: FieldSpec) -> str:
    """What the cells of a column name; "" where it is nothing that is registered."""
    if field.type not in (FieldType.TEXT, FieldType.LIST):
        return ""
    if field.name == "姓名":
        return "人员"
    if field.name.endswith("企业"):
        return "企业"
    if field.name.endswith("村") or (spec.name.endswith("村") and field.name == "名称"):
        return "村"
    return "文件" if spec.name.endswith("文件") and field.name == "标题" else ""


def _in_form(subject: Subject) -> Iterator[tuple[str, str, Side]]:
    for row in filled(subject):
        if "姓名" in row.form.unit and row.raw:
            for _, name in read_person(row.raw):
                yield "人员", name, row.side


def _first(name: str, subject: Subject) -> Side:
    """Where the name stands first in the report, or else in names.csv."""
    for passage in subject.passages:
        if (at := passage.text.find(name)) >= 0:
            return passage.side(at, at + len(name), 8)
    return Side(name, "names.csv")
