"""The lists of report.yaml: appendices, organs, the lines of a title; one item more, one less."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path

from msgspec import Struct

from generator.jobs.desk.basis import Basis, basis_of
from generator.jobs.desk.settingsheet import SettingsSheet, open_settings
from generator.jobs.desk.settingwords import is_for_authors
from generator.model import files
from generator.model.errors import DataError, InputError, Problem, raise_all
from generator.model.inputs import stands
from generator.model.regex import regex
from generator.package.settings_lists import Item, list_paths, with_item, without_item
from generator.package.textfiles import with_unix_ends
from generator.package.workbook.settings_sheet import label

__all__ = ["SettingList", "setting_lists"]

_ANNEXES = "appendices"
_PARTS = regex(r"appendices\.\d+\.parts")
_OF_LINES = regex(
    r"(.*\.)?(organs|signers|copy_to|title|report_title|sign_line|lines|notes)"
    r"|attendance\.[^.]+"
)
"""Lists whose items are a line of text each."""
_IN_LIST = regex(r"(?P<list>.+)\.(?P<index>\d+)(?:\.\D[^.]*)*")
"""A path in a list: the innermost one, and which item."""


class SettingList(Struct, frozen=True):
    """A list of the settings that may grow: ``item`` says which, ``title`` is what a clerk calls
    it."""

    item: str
    title: str


def setting_lists(package: Path, *, templates: Path | None = None) -> tuple[SettingList, ...]:
    """The lists of settings, the appendices first. Raises InputError where report.yaml cannot be
    read.

    例：
        >>> [found.title for found in setting_lists(Path("清河-2023"))]
        ['附件', '发文机关', '署名·发文机关']
    """
    there = list_paths(open_settings(basis_of(package, templates)).text.text)
    offered = [path for path in there if _may_grow(path) and path != _ANNEXES]
    return tuple(SettingList(path, label(path)) for path in (_ANNEXES, *offered))


def _may_grow(path: str) -> bool:
    named = _PARTS.fullmatch(path) or _OF_LINES.fullmatch(path)
    return bool(named) and not is_for_authors(path)


def with_item_more(basis: Basis, opened: SettingsSheet, path: str, words: str) -> bytes:
    """report.yaml with one item more in a list. Raises InputError where there is no such list,
    DataError where it stands in a form that nothing can be added to."""
    if path != _ANNEXES and not _may_grow(path):
        raise InputError(Problem("没有这一项", "请从目录里选", files.REPORT, column=path))
    item = _new_item(basis, opened, path, words)
    try:
        return _as_written(opened, with_item(with_unix_ends(opened.text.text), path, item))
    except ValueError:
        raise DataError(_of_own_form(path)) from None


def _new_item(basis: Basis, opened: SettingsSheet, path: str, words: str) -> Item:
    """A line as it was given; of an appendix its name, and a text that is to be written."""
    if path == _ANNEXES:
        return {"name": words, "parts": [{"text": _free_text(basis, opened)}]}
    if _PARTS.fullmatch(path):
        return {"text": _free_text(basis, opened), "title": [words]}
    return words


def _free_text(basis: Basis, opened: SettingsSheet) -> str:
    """The name of a text that there is none of yet."""
    said = {item.text for item in opened.items} | set(basis.kind.texts)
    names = (f"附件文字{number}" for number in count(1))
    for name in names:
        file = files.text_file(name)
        if name not in said and not stands(basis.package / file, file):
            return name
    raise LookupError("numbers end")


def without_rows(opened: SettingsSheet, rows: Collection[int]) -> bytes:
    """report.yaml without items of lists that these rows belong to. Raises DataError where a row
    is in no list, or a list stands in a form that nothing can be cut out of."""
    there = {row: opened.by_row[row].path for row in sorted(rows) if row in opened.by_row}
    raise_all(_in_no_list(path) for path in there.values() if not _IN_LIST.fullmatch(path))
    text = with_unix_ends(opened.text.text)
    for path, index in sorted(_outermost(set(map(_item_of, there.values()))), reverse=True):
        try:
            text = without_item(text, path, index)
        except (ValueError, LookupError):
            raise DataError(_of_own_form(path)) from None
    return _as_written(opened, text)


ListItem = tuple[str, int]
"""A list by its path, and which of its items."""


def _item_of(path: str) -> ListItem:
    found = _IN_LIST.fullmatch(path)
    if found is None:
        raise LookupError(path)
    return found["list"], int(found["index"])


def _outermost(there: Collection[ListItem]) -> Iterator[ListItem]:
    """The items that are part of no other."""
    whole = tuple(f"{path}.{index}." for path, index in there)
    return ((path, index) for path, index in there if not f"{path}.".startswith(whole))


def _as_written(opened: SettingsSheet, text: str) -> bytes:
    """The text in the encoding and with the ends of lines of the file."""
    is_dos = "\r\n" in opened.text.text
    return opened.text.with_text(text.replace("\n", "\r\n") if is_dos else text)


def _in_no_list(path: str) -> Problem:
    return Problem(f"“{label(path)}”不在清单里，不能删", "不用的，把值清空")


def _of_own_form(path: str) -> Problem:
    message = f"“{label(path)}”的写法特殊，不能在表里增删"
    return Problem(message, "请用记事本打开数据包里的设置文件改")
