"""Names of the package against the registry that several packages share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from generator.check.finding import Finding, Side, cell_side
from generator.check.rules.names import differ_in_one, left_out, omitted
from generator.check.rules.posts import persons_in_form
from generator.check.subject import Subject
from generator.figures import Draft
from generator.model import files
from generator.model.dataset import Record, SharedName
from generator.model.kind import FieldSpec, FieldType, RecordSpec
from generator.model.regex import regex
from generator.model.severity import Severity

_PERSON, _COMPANY, _VILLAGE, _TITLE = 3, 8, 3, 10
_MOST_SIDES = 4
_APART = regex(r"[\d一二三四五六七八九十东西南北中上下甲乙丙丁新老大小]")
_TOWN = regex(r"^(?P<town>.*[镇乡])?(?P<village>.{2,}村)$")
_ONE_THING = {"人员": "同一人", "企业": "同一企业", "村": "同一个村", "文件": "同一文件"}
_COLUMNS = {
    "人员": regex(r".*\.姓名"),
    "企业": regex(r".*企业"),
    "村": regex(r".*村(?:\.名称)?"),
    "文件": regex(r".*文件\.标题"),
}
"""The columns that name something registered, as 记录.字段."""


def shared(subject: Subject) -> Iterator[Finding]:
    """A person, company, village or document of the package is spelt as the shared registry does.

    查：数据包里的人员（三字、同姓、差一个字）、企业（8字以上，差一个字或少一到四个字）、村（少一个字）、
        文件（10字以上，少一到四个字）与共用名册里的写法相近。看名称表、记录和统计表的“时间、姓名、职务”栏。
        找不到名册时提示一次，供参考。
    不查：名册里已登记的名称；差在序数、方位、大小等字上的企业；分属两个乡镇的村；没有配置共用名册的。
    例：名册有“王一鸣（清河县县长）”，记录里写“王一明”
        -> “王一明”与共用名册里的“王一鸣”（清河县县长）写法相近，疑为同一人；确是两回事的，请把它也登记进名册。
    依据：同一名称写法一致（report.yaml 的 names）。
    """
    draft = subject.draft
    if draft is None:
        return
    registry = draft.dataset.shared_names
    if registry is None:
        yield _missing(draft.dataset.settings.names)
        return
    known = {name.text for name in registry}
    for (category, name), sides in _used(draft, subject).items():
        similar = _similar(category, name, registry) if name not in known else ()
        for other in similar:
            yield _finding(name, other, sides)


def _similar(category: str, name: str, registry: Sequence[SharedName]) -> list[SharedName]:
    """The registered names of a category that a name may be a slip for."""
    is_alike = _ALIKE[category]
    return [
        other for other in registry if other.category == category and is_alike(name, other.text)
    ]


def _missing(file: str) -> Finding:
    message = f"找不到共用名册“{file}”，没有拿它核对名称。"
    return Finding(Severity.INFO, message, (Side(file, files.REPORT, column="names"),))


def _finding(name: str, other: SharedName, sides: Sequence[Side]) -> Finding:
    post = f"（{other.post}）" if other.post else ""
    message = (
        f"“{name}”与共用名册里的“{other.text}”{post}写法相近，疑为{_ONE_THING[other.category]}；"
        "确是两回事的，请把它也登记进名册。"
    )
    both = (*sides[:_MOST_SIDES], cell_side(other.source, other.text))
    return Finding(Severity.WARNING, message, both, other.text, name)


def _same_person(name: str, other: str) -> bool:
    long_enough = len(name) == len(other) == _PERSON
    return long_enough and name[0] == other[0] and differ_in_one(name, other)


def _same_company(name: str, other: str) -> bool:
    short, long = sorted((name, other), key=len)
    return len(short) >= _COMPANY and (bool(omitted(short, long)) or _one_letter(name, other))


def _one_letter(name: str, other: str) -> bool:
    """Whether two names differ in one character, and that tells no two companies apart."""
    pairs = zip(name, other, strict=False)
    return differ_in_one(name, other) and not any(
        _APART.match(letter) for a, b in pairs if a != b for letter in (a, b)
    )


def _same_village(name: str, other: str) -> bool:
    one, two = _TOWN.match(name), _TOWN.match(other)
    if not one or not two:
        return False
    towns = {match["town"] for match in (one, two) if match["town"]}
    short, long = sorted((one["village"], two["village"]), key=len)
    one_more = len(short) >= _VILLAGE and len(long) == len(short) + 1
    return len(towns) < 2 and one_more and left_out(short, long)


def _same_document(name: str, other: str) -> bool:
    short, long = sorted((name, other), key=len)
    return len(short) >= _TITLE and bool(omitted(short, long))


_ALIKE: dict[str, Callable[[str, str], bool]] = {
    "人员": _same_person,
    "企业": _same_company,
    "村": _same_village,
    "文件": _same_document,
}
"""Whether two names of a category are so alike that one may be a slip for the other."""


def _used(draft: Draft, subject: Subject) -> dict[tuple[str, str], list[Side]]:
    """The names of the package by category, each with where it stands."""
    used = _in_cells(draft, subject)
    for own in draft.dataset.names:
        if own.category in _ONE_THING and (own.category, own.text) not in used:
            used[own.category, own.text] = [_first(own.text, subject)]
    return used


def _in_cells(draft: Draft, subject: Subject) -> dict[tuple[str, str], list[Side]]:
    """The names that cells of the records and of the form hold."""
    used: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for category, name, side in (*_in_records(draft), *_in_form(subject)):
        if name:
            used[category, name].append(side)
    return {name: list(dict.fromkeys(sides)) for name, sides in used.items()}


def _in_form(subject: Subject) -> Iterator[tuple[str, str, Side]]:
    for _, name, side in persons_in_form(subject):
        yield "人员", name, side


def _in_records(draft: Draft) -> Iterator[tuple[str, str, Side]]:
    for records in draft.dataset.records.values():
        columns = _columns(records.spec)
        for record in records:
            for column, category in columns.items():
                for name, side in _names(record, column):
                    yield category, name, side


def _columns(spec: RecordSpec) -> dict[str, str]:
    """The columns of a record file that name something registered, with its category."""
    categories = {field.name: _category(spec, field) for field in spec.fields}
    return {column: category for column, category in categories.items() if category}


def _category(spec: RecordSpec, field: FieldSpec) -> str:
    """What the cells of a column name; "" where it is nothing that is registered."""
    if field.type not in (FieldType.TEXT, FieldType.LIST):
        return ""
    column = f"{spec.name}.{field.name}"
    names = (category for category, pattern in _COLUMNS.items() if pattern.fullmatch(column))
    return next(names, "")


def _names(record: Record, column: str) -> Iterator[tuple[str, Side]]:
    """The names in a cell: the items of a list, or what stands there."""
    cell = record.cells[column]
    for name in cell.value if isinstance(cell.value, tuple) else (cell.raw,):
        yield name, cell_side(cell.source, cell.raw)


def _first(name: str, subject: Subject) -> Side:
    """Where the name stands first in the report, or else in names.csv."""
    for passage in subject.passages:
        if (position := passage.text.find(name)) >= 0:
            return passage.side(position, position + len(name), 8)
    return Side(name, files.NAMES)
