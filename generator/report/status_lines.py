"""What ``nigao status`` says: tables, lines, and an object for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.cell import Source
from generator.model.sheets import SheetLocations
from generator.report.status import STATES, Status, StatusItem, Vanished, counts

Head = tuple[str, ...]
Rows = list[tuple[str, ...]]
_NOBODY = "（没有写明部门）"


def section_table(status: Status) -> tuple[Head, Rows]:
    """How many items are printed, filled but not printed and missing, by section, and in all."""
    rows = [
        (name, *map(str, row.values())) for name, row in counts(status.items, "section").items()
    ]
    total = ("合计", *(str(len(status.of(state))) for state in STATES))
    return ("部分", *STATES.values()), [*rows, total]


def department_table(status: Status) -> tuple[Head, Rows]:
    """The same by department, with whom to ask and until when; no rows where nobody is named."""
    table = counts(status.items, "department")
    people = {department.name: department for department in status.departments}
    names = [*people, *(name for name in table if name not in people)]
    rows = []
    for name in names if any(names) else []:
        row = table.get(name, dict.fromkeys(STATES, 0))
        who = people.get(name)
        contact = f"{who.contact} {who.phone}".strip() if who else ""
        due = f"{who.due.date}" if who and who.due else ""
        rows.append((name or _NOBODY, contact, due, *map(str, row.values())))
    return ("部门", "联系人", "期限", *STATES.values()), rows


def lines(status: Status, sheets: SheetLocations | None) -> Iterator[str]:
    """What is missing, what is filled and printed nowhere, what vanished: a line each."""
    yield from _listed("缺的", [_line(item, sheets) for item in status.of("missing")])
    yield from _listed("填了没有印的", [_line(item, sheets) for item in status.of("unprinted")])
    yield from _listed("没有数据、没有印的段落", list(map(_vanished, status.vanished)))


def missing_lines(items: Sequence[StatusItem], sheets: SheetLocations | None) -> Iterator[str]:
    """How many items are blank by section and by department, then each."""
    if items:
        yield f"空着的 {len(items)} 项"
        for title, by in (
            ("按部分", counts(items, "section")),
            ("按部门", counts(items, "department")),
        ):
            listed = (f"{name or _NOBODY} {row['missing']}" for name, row in by.items())
            yield f"  {title}：{'，'.join(listed)}"
        yield from (f"  {_line(item, sheets)}" for item in items)


def _listed(title: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield f"{title}：{len(rows)}项"
        yield from (f"  {row}" for row in rows)


def _line(item: StatusItem, sheets: SheetLocations | None) -> str:
    """An item with where to fill it in and who owes it."""
    signs = "".join(
        sign for sign, holds in (("【必填】", item.required), ("【待补】", item.gap)) if holds
    )
    parts = (f"{signs}{item.label}", item.section, item.department, _shown(item.source, sheets))
    return "\t".join((*filter(None, parts), *filter(None, [item.reason])))


def _shown(source: Source, sheets: SheetLocations | None) -> str:
    return str(source) if sheets is None else sheets.shown(source)


def _vanished(paragraph: Vanished) -> str:
    """A paragraph of the outline, and what it waits for."""
    keys = "、".join(paragraph.keys)
    return f"{paragraph.block}\t缺 {keys}" if keys else paragraph.block


def as_dict(status: Status, sheets: SheetLocations | None) -> dict[str, object]:
    """All of it as an object."""
    return {
        "counts": {state: len(status.of(state)) for state in STATES},
        "sections": counts(status.items, "section"),
        "departments": [
            {
                "department": department.name,
                "contact": department.contact,
                "phone": department.phone,
                "due": department.due.date.isoformat() if department.due else None,
                "counts": counts(status.items, "department").get(
                    department.name, dict.fromkeys(STATES, 0)
                ),
            }
            for department in status.departments
        ],
        "missing": [_item(item, sheets) for item in status.of("missing")],
        "unprinted": [_item(item, sheets) for item in status.of("unprinted")],
        "vanished": [
            {"block": paragraph.block, "keys": list(paragraph.keys)}
            for paragraph in status.vanished
        ],
    }


def _item(item: StatusItem, sheets: SheetLocations | None) -> Mapping[str, object]:
    return {
        "key": item.what,
        "label": item.label,
        "section": item.section,
        "department": item.department,
        "source": _shown(item.source, sheets),
        "gap": item.gap,
        "required": item.required,
        "reason": item.reason,
    }
