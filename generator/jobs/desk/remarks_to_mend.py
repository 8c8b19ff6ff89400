"""The findings of a package as things to do: mend the cell, accept with a reason, ask."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.check import Finding, check_draft
from generator.figures import Draft
from generator.jobs.bases import earlier_reports
from generator.jobs.compose import drafted
from generator.jobs.desk.authors import Authors, authors_of
from generator.jobs.desk.basis import Basis, basis_of
from generator.jobs.desk.gaps import GapFiller, ToFill
from generator.jobs.desk.locating import GridLocation, location_of
from generator.jobs.desk.whereabouts import said_once, whereabouts
from generator.jobs.desk.wording import wording_at
from generator.jobs.handout import reminder
from generator.jobs.output import replace_seen
from generator.jobs.owing import Owing, owing
from generator.jobs.statuses.known_status import Status, of_draft
from generator.jobs.statuses.who_owes import owner_of_finding
from generator.model import files
from generator.model.cell import Source
from generator.model.dataset import Department
from generator.model.errors import DataError, InputError, Problem, StaleError
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.settings import Accepted
from generator.package.accepted import with_accepted_in_settings
from generator.package.cellfile import encoded_text
from generator.package.read import load_package
from generator.package.textfiles import with_unix_ends
from generator.report.progress import NOBODY

_ORGAN = regex(
    "(?:局|办|委|院|中心|部|会|处|站|所|公司|科|室|行|社|队|团|校|馆|厅|府|[乡镇]|街道)$"
)
"""How the name of somebody ends who can be asked: a source may also be a report or a table."""

__all__ = ["FindingItem", "Inquiry", "accept_finding", "ask_about", "ask_for_missing", "findings"]


class FindingItem(Struct, frozen=True):
    """A finding: ``ident`` says which, as long as it says the same; ``severity`` is 错误, 提醒 or
    供参考.

    ``quotes`` are its sides in words; ``cells`` those that are cells of the package, ``text`` the
    name of the text (``TextItem.item``) that it speaks of, "" for none; ``department`` is who owes
    what it speaks of, "" where nobody is known to. ``gap`` is what the report lacks where it says
    【待补：…】, "" for any other finding: a gap is filled, not accepted. One that ``is_of_outline``
    is about words that neither a cell nor a text prints: they are changed in Word.
    """

    ident: str
    severity: str
    rule: str
    message: str
    quotes: tuple[str, ...]
    cells: tuple[GridLocation, ...] = ()
    text: str = ""
    department: str = ""
    gap: str = ""
    is_of_outline: bool = False


class Inquiry(Struct, frozen=True):
    """What to send to a department: whom to call, and the text."""

    department: str
    contact: str
    phone: str
    text: str


def findings(package: Path, *, templates: Path | None = None) -> tuple[FindingItem, ...]:
    """The findings of a package and its report, the gravest first. Raises as ``check``.

    例：
        >>> first = findings(Path("清河-2023"))[0]
        >>> first.severity, first.rule, first.cells[0].sheet
        ('错误', '文表一致', 'figures.csv')
    """
    basis = basis_of(package, templates)
    dataset, kind = load_package(package, templates)
    draft, report = drafted(dataset, kind)
    result = check_draft(draft, earlier_reports(draft))
    return items_of(basis, draft, of_draft(package, draft, report, result))


def items_of(basis: Basis, draft: Draft, status: Status) -> tuple[FindingItem, ...]:
    """The same of a package whose draft and findings are there."""
    owner = owner_of_finding(status)
    authors = authors_of(draft.document)
    filler = GapFiller(basis, draft.book, status.progress)
    found = status.findings.findings
    items = (_item(basis, finding, owner(finding), authors) for finding in found)
    return tuple(_with_gap(item, filler.of(item.message)) for item in items)


def _with_gap(item: FindingItem, gap: ToFill | None) -> FindingItem:
    """The finding with where the gap is filled that it speaks of."""
    if gap is None:
        return item
    department = item.department or gap.department
    return replace(item, cells=gap.cells, text=gap.text, department=department, gap=gap.name)


def _item(basis: Basis, found: Finding, owner: str, authors: Authors) -> FindingItem:
    return FindingItem(
        ident_of(found),
        found.severity.label,
        found.rule,
        found.message,
        tuple(f"{side.location}：{authors.quote(side)}" for side in found.sides),
        tuple(_cells(basis, found)),
        authors.text_of(found),
        "" if owner == NOBODY else owner,
        is_of_outline=authors.is_of_outline(found),
    )


def _cells(basis: Basis, found: Finding) -> Iterator[GridLocation]:
    for side in found.sides:
        if side.file and (side.row or side.file == files.REPORT):
            source = Source(side.file, side.row or 0, side.column or "")
            location = location_of(basis, source)
            if location is not None:
                yield location


def ident_of(found: Finding) -> str:
    """What a finding is called: the same as long as it says the same of the same words."""
    said = "\n".join((found.rule, found.message, *(side.quote for side in found.sides)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def accept_finding(
    package: Path, ident: str, reason: str, *, templates: Path | None = None
) -> FindingItem:
    """Write into report.yaml that one finding is accepted, and why; what stands there stays.

    Raises InputError where no reason is given, StaleError where the package does not have this
    finding any more or report.yaml changed meanwhile, DataError where report.yaml has no room for
    it, OutputError where it cannot be written.

    例：
        >>> first = findings(Path("清河-2023"))[0]
        >>> accept_finding(Path("清河-2023"), first.ident, "两处口径不同，已核实").rule
        '文表一致'
        >>> first in findings(Path("清河-2023"))
        False
    """
    if not reason.strip():
        raise InputError(Problem("没有写理由", "请写明为什么可以这样", column="理由"))
    # Read before the findings are asked for: what somebody accepts meanwhile is not doubled.
    before = basis_of(package, templates).data(files.REPORT) or b""
    item = _item_of(package, ident, templates)
    entry = Accepted(item.rule, reason.strip(), quote=item.message, once=True)
    replace_seen(package, files.REPORT, before, _with_entry(before, entry))
    return item


def _item_of(package: Path, ident: str, templates: Path | None) -> FindingItem:
    there = findings(package, templates=templates)
    item = next((found for found in there if found.ident == ident), None)
    if item is None:
        raise StaleError(Problem("这个问题已经没有了，或者变了", "请重新核对一次"))
    return item


def _with_entry(before: bytes, entry: Accepted) -> bytes:
    text = encoded_text(before)
    try:
        if text is None:
            raise ValueError("no text")
        changed = with_accepted_in_settings(with_unix_ends(text.text), [entry])
    except ValueError:
        todo = "请在“高级”里把 checks 下面的写成一行一项"
        raise DataError(Problem("没有能加的地方", todo, files.REPORT)) from None
    return text.with_text(changed.replace("\n", "\r\n") if "\r\n" in text.text else changed)


def ask_about(
    package: Path, item: FindingItem, contact: str = "", *, templates: Path | None = None
) -> Inquiry:
    """What to ask the department that a finding concerns; ``contact`` is whom it may call. Its
    name is "" where nobody is known to owe it. Raises InputError or DataError where report.yaml is
    faulty.

    例：
        >>> first = findings(Path("清河-2023"))[0]
        >>> ask_about(Path("清河-2023"), first).text.partition("：")[0]
        '请核对'
    """
    known = basis_of(package, templates).departments
    department = next((there for there in known if there.name == item.department), None)
    is_known = department is not None or bool(_ORGAN.search(item.department))
    wording, places = wording_at(package, templates), whereabouts(package, templates=templates)
    asked = replace(
        item,
        message=wording.of(said_once(places.said(item.message))),
        quotes=tuple(wording.of(places.said(quote)) for quote in item.quotes),
        department=item.department if is_known else "",
    )
    return _inquiry(asked, department, contact)


def _inquiry(item: FindingItem, department: Department | None, contact: str) -> Inquiry:
    name = item.department
    said, wanted = f"请核对：{item.message}", "请回复哪个数是准的。"
    if item.gap:
        said, wanted = f"还缺：{item.gap}。", "请把数或文字报来；没有这项工作的，请说一声。"
    head = f"{name}：\n{said}" if name else said
    ask = f"有问题请问{contact}。" if contact else ""
    text = "\n".join((head, *item.quotes, f"{wanted}{ask}"))
    who = (department.contact, department.phone) if department else ("", "")
    return Inquiry(name, *who, text)


def ask_for_missing(
    package: Path, department: str, contact: str = "", *, templates: Path | None = None
) -> Inquiry:
    """What to send to a department that has not sent all, as ``handout`` writes it.

    Raises InputError where the package names no such department, DataError where it is faulty.

    例：
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,联系人,期限,负责\\n县就业局,李四,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> ask_for_missing(Path("清河-2023"), "县就业局").text.partition("，")[0]
        '县就业局（李四）：\\n请填好《清河县2023年东西部协作自评数据填报表》（附后）'
    """
    there = owing(package, contact, templates)
    known = _department(there, department)
    waiting = tuple(item for item in there.handouts if item.department.name == department)
    return Inquiry(department, known.contact, known.phone, reminder(waiting))


def _department(there: Owing, name: str) -> Department:
    found = next((item for item in there.dataset.departments if item.name == name), None)
    if found is None:
        todo = f"现有：{'、'.join(item.name for item in there.dataset.departments)}"
        raise InputError(Problem(f"没有“{name}”这个部门", todo, files.DEPARTMENTS))
    return found
