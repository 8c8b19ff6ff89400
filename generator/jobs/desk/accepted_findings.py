"""The findings of a package that somebody accepted: with the reasons, and how one is told again."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.whereabouts import Whereabouts, said_once
from generator.jobs.desk.wording import Wording
from generator.jobs.output import replace_seen
from generator.model import files
from generator.model.errors import DataError, InputError, Problem, StaleError
from generator.model.settings import Accepted, CheckSettings
from generator.package.cellfile import encoded_text
from generator.package.settings_lists import without_item
from generator.package.textfiles import with_unix_ends

__all__ = ["AcceptedItem", "take_back"]

_LIST = "checks.accept"
_ALL = "这一类的全部"


class AcceptedItem(Struct, frozen=True):
    """What somebody accepted: the rule, what it said (all that it says where nothing is quoted),
    and why that may be; ``entry`` is it as the package has it."""

    rule: str
    message: str
    reason: str
    entry: Accepted


def accepted_of(
    checks: CheckSettings, wording: Wording, places: Whereabouts
) -> tuple[AcceptedItem, ...]:
    """What is accepted in a package, in its order and in words of the screens."""
    return tuple(_item(entry, wording, places) for entry in checks.accept)


def _item(entry: Accepted, wording: Wording, places: Whereabouts) -> AcceptedItem:
    named = wording.named(entry.key) or entry.key
    said = wording.of(said_once(places.said(entry.quote))) or named or _ALL
    return AcceptedItem(entry.rule, said, entry.reason, entry)


def take_back(package: Path, item: AcceptedItem, *, templates: Path | None = None) -> None:
    """Take out of report.yaml that a finding is accepted: it is told again; all else stays.

    Raises StaleError where it is not accepted any more, DataError where report.yaml has it in a
    form that nothing can be cut out of, InputError where report.yaml is faulty, OutputError where
    it cannot be written.

    例：
        >>> from generator.jobs.desk import accept_finding, findings, preview
        >>> first = findings(Path("清河-2023"))[0]
        >>> _ = accept_finding(Path("清河-2023"), first.ident, "两处口径不同，已核实")
        >>> found = preview(Path("清河-2023"), Path("页.html"), date=dt.datetime(2023, 11, 27))
        >>> take_back(Path("清河-2023"), found.accepted[0])
        >>> first in findings(Path("清河-2023"))
        True
    """
    basis = basis_of(package, templates)
    before = basis.data(files.REPORT) or b""
    there = basis.settings.checks.accept
    if item.entry not in there:
        raise StaleError(Problem("这一条已经收回了，或者变了", "请重新生成再看"))
    after = _without(before, there.index(item.entry))
    replace_seen(package, files.REPORT, before, after)


def _without(before: bytes, index: int) -> bytes:
    text = encoded_text(before)
    if text is None:
        raise InputError(Problem("读不出文字", "请检查文件的编码", files.REPORT))
    try:
        changed = without_item(with_unix_ends(text.text), _LIST, index)
    except (ValueError, LookupError):
        todo = "请在“高级”里把 checks 下面的写成一行一项"
        raise DataError(Problem("没有能收回的地方", todo, files.REPORT)) from None
    return text.with_text(changed.replace("\n", "\r\n") if "\r\n" in text.text else changed)
